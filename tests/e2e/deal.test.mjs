// Deal mode: the Inbox one card at a time, with keys alone, with the mouse, and with what only it can do.

import assert from "node:assert/strict";
import {
  DELEGATE, DO, ELIMINATE, INBOX, SCHEDULE, addItems, boardFile, eventually, expectTitles, focusCard, goTo, matrix, said, stage,
} from "./steps.mjs";

const scene = stage();

const dealt = (page) => page.getByRole("main").getByRole("heading", { level: 1 });
const shows = (page, title) => eventually(async () => (await dealt(page).innerText()).trim(), title);
const button = (page, name) => page.getByRole("main").getByRole("button", { name });

/** A board with these items, dealt from the first on. */
async function deal(page, ...items) {
  await addItems(page, ...items);
  await page.getByRole("button", { name: "Deal" }).click();
  await shows(page, items[0]);
}

scene("the whole Inbox is sorted with keys alone", async (page) => {
  await page.keyboard.press("n");
  await page.keyboard.insertText("A\nB\nC\nD\nE");
  await page.keyboard.press("Enter");
  await expectTitles(page, INBOX, ["A", "B", "C", "D", "E"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await shows(page, "A");
  for (const [keys, next] of [["1", "B"], ["2", "C"], ["yn", "D"], ["ny", "E"]]) {
    for (const key of keys) await page.keyboard.press(key);
    await shows(page, next);
  }
  await page.keyboard.press("4");
  await shows(page, "All 5 sorted");
  await page.keyboard.press("Escape");
  await eventually(() => matrix(page), { [INBOX]: [], [DO]: ["A"], [SCHEDULE]: ["B", "C"], [DELEGATE]: ["D"], [ELIMINATE]: ["E"] });
});

scene("a move in deal mode says where the card went and which one is next", async (page) => {
  await deal(page, "A", "B");
  await page.keyboard.press("1");
  await eventually(() => said(page), "A moved to Do now, 1 of 1. B, 2 of 2");
});

scene("what is skipped stays in the Inbox and is dealt again", async (page) => {
  await deal(page, "A", "B");
  await page.keyboard.press("s");
  await shows(page, "B");
  await page.keyboard.press("1");
  await shows(page, "1 of 2 sorted");
  await button(page, "Deal 1 skipped card again").click();
  await shows(page, "A");
  await page.keyboard.press("2");
  await shows(page, "All 2 sorted");
});

scene("back shows a card that was sorted, to put it elsewhere", async (page) => {
  await deal(page, "A", "B");
  await page.keyboard.press("1");
  await shows(page, "B");
  await page.keyboard.press("ArrowLeft");
  await shows(page, "A");
  await page.keyboard.press("3");
  await shows(page, "B");
  await page.keyboard.press("Escape");
  await expectTitles(page, DELEGATE, ["A"]);
  await expectTitles(page, DO, []);
});

scene("undo in deal mode takes the last card back and shows it", async (page) => {
  await deal(page, "A", "B");
  await page.keyboard.press("4");
  await shows(page, "B");
  await page.keyboard.press("u");
  await shows(page, "A");
  await page.keyboard.press("Escape");
  await expectTitles(page, INBOX, ["A", "B"]);
});

scene("cards are dealt with the mouse, by question and by place", async (page) => {
  await deal(page, "A", "B", "C");
  await page.getByRole("group", { name: "Important?" }).getByRole("button", { name: "Yes" }).click();
  await page.getByRole("group", { name: "Urgent?" }).getByRole("button", { name: "No" }).click();
  await shows(page, "B");
  await button(page, /Do now/).click();
  await shows(page, "C");
  await button(page, /^Skip/).click();
  await button(page, "To the Matrix").last().click();
  await eventually(() => matrix(page), { [INBOX]: ["C"], [DO]: ["B"], [SCHEDULE]: ["A"], [DELEGATE]: [], [ELIMINATE]: [] });
});

scene("a card is merged into its duplicate, which keeps both notes", async (page) => {
  await deal(page, "Pay by invoice", "Invoice payments", "Other");
  await page.keyboard.press("m");
  const field = page.getByRole("combobox", { name: "Same as" });
  await field.fill("invoice pay");
  await page.getByRole("option", { name: /Invoice payments/ }).waitFor();
  await field.press("Enter");
  await shows(page, "Invoice payments");
  await page.keyboard.press("Escape");
  await expectTitles(page, INBOX, ["Invoice payments", "Other"]);
  const { items } = JSON.parse((await boardFile(page)).text);
  assert.match(items.find((item) => item.title === "Invoice payments").notes, /Pay by invoice/);
});

scene("a part that is split off becomes the next card", async (page) => {
  await deal(page, "Build and test", "Other");
  await page.keyboard.press("t");
  await page.getByRole("textbox", { name: "Part of it" }).fill("Test");
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await shows(page, "Test");
  await page.keyboard.press("2");
  await shows(page, "Other");
  await goTo(page, "Matrix");
  await expectTitles(page, DO, ["Build and test"]);
  await expectTitles(page, SCHEDULE, ["Test"]);
});

scene("what the quadrant asks for is answered under the next card, without holding it up", async (page) => {
  await deal(page, "A", "B", "C");
  await page.keyboard.press("3");
  await shows(page, "B");
  await page.keyboard.press("a");
  const field = page.getByRole("combobox", { name: /To whom\?/ });
  await field.fill("Ana Silva");
  await field.press("Enter");
  await page.keyboard.press("1");
  await shows(page, "C");
  const { items, people } = JSON.parse((await boardFile(page)).text);
  assert.equal(items.find((item) => item.title === "A").responsible, people.find((person) => person.name === "Ana Silva").id);
});

scene("what the tracker knew is a proposal and never an answer", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await focusCard(page, "Ship beta");
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press("p");
  await page.keyboard.press("d");
  await shows(page, "Ship beta");
  const yes = page.getByRole("group", { name: "Important?" }).getByRole("button", { name: "Yes" });
  assert.match(await yes.innerText(), /tracker says P0/);
  assert.equal(await yes.getAttribute("aria-pressed"), "false");
});
