// The Matrix by hand: cards that are carried, and drags that change nothing.

import assert from "node:assert/strict";
import {
  DELEGATE, DO, INBOX, SCHEDULE, addItems, beforeCard, boardFile, card, carry, drag, dragByTouch, eventually,
  expectTitles, finger, footOf, fromBoardMenu, list, pointIn, reload, saved, stage, titles,
} from "./steps.mjs";

const scene = stage();

scene("a card is dragged with the mouse from the Inbox into a quadrant, and to another place in it", async (page) => {
  await addItems(page, "Ship beta", "Write docs", "Fix login");
  await drag(page, "Ship beta", await footOf(page, DO));
  await drag(page, "Write docs", await footOf(page, DO));
  await drag(page, "Fix login", await beforeCard(page, "Write docs"));
  await expectTitles(page, DO, ["Ship beta", "Fix login", "Write docs"]);
  await drag(page, "Write docs", await beforeCard(page, "Ship beta"));
  await expectTitles(page, DO, ["Write docs", "Ship beta", "Fix login"]);
  await expectTitles(page, INBOX, []);
});

scene("keys act on the card with the focus when what is selected is elsewhere", async (page) => {
  await addItems(page, "A", "B", "C");
  await card(page, "A").click({ modifiers: ["ControlOrMeta"] });
  await drag(page, "C", await footOf(page, SCHEDULE));
  await expectTitles(page, SCHEDULE, ["C"]);
  await page.keyboard.press("1");
  await expectTitles(page, DO, ["C"]);
});

scene("several selected cards are dragged together and keep their order", async (page) => {
  await addItems(page, "A", "B", "C", "D");
  await card(page, "D").click({ modifiers: ["ControlOrMeta"] });
  await card(page, "A").click({ modifiers: ["ControlOrMeta"] });
  await card(page, "C").click({ modifiers: ["ControlOrMeta"] });
  await drag(page, "C", await footOf(page, SCHEDULE));
  await expectTitles(page, SCHEDULE, ["A", "C", "D"]);
  await expectTitles(page, INBOX, ["B"]);
});

scene("a finger that rests on a card lifts it", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await dragByTouch(page, "Ship beta", await footOf(page, DELEGATE));
  await dragByTouch(page, "Write docs", await beforeCard(page, "Ship beta"));
  await expectTitles(page, DELEGATE, ["Write docs", "Ship beta"]);
}, { hasTouch: true });

scene("a finger on a card's handle lifts it at once", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await dragByTouch(page, "Ship beta", await footOf(page, DELEGATE), { handle: true });
  await dragByTouch(page, "Write docs", await beforeCard(page, "Ship beta"), { handle: true });
  await expectTitles(page, DELEGATE, ["Write docs", "Ship beta"]);
}, { hasTouch: true });

scene("a finger that moves at once scrolls the list and carries nothing", async (page) => {
  await addItems(page, ...Array.from({ length: 40 }, (_, n) => `Item ${n + 1}`));
  const before = await titles(page, INBOX);
  const from = await pointIn(card(page, "Item 6"), 0.3);
  const touch = await finger(page);
  await touch.press(from);
  await touch.move(from, { x: from.x, y: from.y - 150 });
  await touch.lift();
  await eventually(() => list(page, INBOX).evaluate((element) => element.scrollTop > 100), true);
  await list(page, INBOX).evaluate((element) => element.scrollTo(0, 0));
  await eventually(async () => (await titles(page, INBOX)).slice(0, 9), before.slice(0, 9));
}, { hasTouch: true });

scene("Escape puts back what is carried", async (page) => {
  await addItems(page, "Stay", "Go");
  await carry(page, "Stay", await footOf(page, DO));
  await page.locator("body.dragging").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("body:not(.dragging)").waitFor();
  await page.mouse.up();
  await expectTitles(page, INBOX, ["Stay", "Go"]);
  await expectTitles(page, DO, []);
});

scene("a card that is dropped where it was leaves no step to undo", async (page) => {
  await addItems(page, "One", "Two");
  const there = await pointIn(card(page, "Two"), 0.3, 0.6);
  await drag(page, "Two", there);
  await expectTitles(page, INBOX, ["One", "Two"]);
  await page.keyboard.press("Control+z");
  await expectTitles(page, INBOX, []);
});

scene("a list scrolls near its edges while something is carried", async (page) => {
  await addItems(page, ...Array.from({ length: 200 }, (_, n) => `Item ${n + 1}`));
  const inbox = list(page, INBOX);
  await carry(page, "Item 2", await pointIn(inbox, 0.5, 0.98));
  await card(page, "Item 60").waitFor();
  const middle = await pointIn(inbox, 0.5, 0.5);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.up();
  await card(page, "Item 2").waitFor();
  const around = await titles(page, INBOX);
  assert.ok(around.indexOf("Item 2") > 0, "it stands among the cards that were scrolled to");
  assert.ok(!around.includes("Item 3"), "and not where it came from");
});

scene("moves outlive a reload in their order, and can be undone and done again after it", async (page) => {
  await addItems(page, "A", "B", "C");
  for (const title of ["C", "A", "B"]) await drag(page, title, await footOf(page, DO));
  await expectTitles(page, DO, ["C", "A", "B"]);
  await saved(page);
  const before = await boardFile(page);
  await reload(page);
  await expectTitles(page, DO, ["C", "A", "B"]);
  assert.equal((await boardFile(page)).text, before.text, "the board is the same to the last byte");
  await fromBoardMenu(page, "Undo: move 'B' to Do now");
  await expectTitles(page, DO, ["C", "A"]);
  await page.keyboard.press("Control+Shift+Z");
  await expectTitles(page, DO, ["C", "A", "B"]);
});

scene("too many cards at once are hinted at quietly", async (page) => {
  await addItems(page, ...Array.from({ length: 8 }, (_, n) => `Urgent ${n + 1}`));
  await card(page, "Urgent 1").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("1");
  await page.getByText("8 at once is too many").waitFor();
});
