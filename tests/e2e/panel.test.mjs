// The item panel: a sentence whose words are edited in place.

import assert from "node:assert/strict";
import {
  INBOX, addItems, boardFile, card, eventually, eventuallyMatches, expectTitles, focusCard, fromCardMenu,
  importAsNewBoard, reload, saved, stage, textFile,
} from "./steps.mjs";

const scene = stage();

const panel = (page) => page.getByRole("region", { name: "Item", exact: true });

/** Edits a word of the panel's sentence, by its label. */
async function write(page, label, text) {
  await panel(page).getByRole("button", { name: new RegExp(`^${label}: `) }).click();
  const field = panel(page).getByRole("combobox", { name: label, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

const word = (page, label) => panel(page).getByRole("button", { name: new RegExp(`^${label}: `) });
const reads = (page, label, text) => panel(page).getByRole("button", { name: `${label}: ${text}`, exact: true }).waitFor();

async function openItem(page, title, ...others) {
  await addItems(page, title, ...others);
  await focusCard(page, title);
  await page.keyboard.press("Enter");
  await reads(page, "Title", title);
}

/** Asks for a link by a blank of the panel, answers by Enter, and goes back to the panel. */
async function answer(page, blank, text) {
  await panel(page).getByRole("button", { name: blank }).click();
  const field = page.getByRole("combobox", { name: /wait/ });
  await field.fill(text);
  await field.press("Enter");
  await field.press("Escape");
}

const shown = (day) => day.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });

/** The next day of the week after today; Friday is 5. */
function nextWeekday(number) {
  const day = new Date();
  day.setDate(day.getDate() + (((number - day.getDay() + 6) % 7) + 1));
  return day;
}

scene("who does it, how long and by when are typed into the sentence as people say it", async (page) => {
  await openItem(page, "Ship beta");
  await write(page, "Owner", "Ana Silva");
  await reads(page, "Owner", "Ana Silva");
  await write(page, "Duration", "2w");
  await reads(page, "Duration", "10 days");
  await write(page, "Deadline", "fri");
  await reads(page, "Deadline", shown(nextWeekday(5)));
  await write(page, "Deadline", "+2w");
  const inTwoWeeks = new Date();
  inTwoWeeks.setDate(inTwoWeeks.getDate() + 14);
  await reads(page, "Deadline", shown(inTwoWeeks));
  await write(page, "Deadline", "");
  await reads(page, "Deadline", "not set");
});

scene("a quick size stands for its days", async (page) => {
  await openItem(page, "Ship beta");
  await write(page, "Duration", "M");
  await eventuallyMatches(() => word(page, "Duration").getAttribute("aria-label"), /^Duration: \d+ days$/);
});

scene("what is no date is refused with the reason, and Escape leaves what was there", async (page) => {
  await openItem(page, "Ship beta");
  await write(page, "Deadline", "2031-05-12");
  await reads(page, "Deadline", "12 May 2031");
  await write(page, "Deadline", "someday soon");
  const why = "'someday soon' is not a date: write it like 2026-03-12, 12 mar, fri or +2w";
  await panel(page).getByRole("alert").getByText(why).waitFor();
  await page.keyboard.press("Escape");
  await reads(page, "Deadline", "12 May 2031");
});

scene("what is no duration is refused with the reason", async (page) => {
  await openItem(page, "Ship beta");
  await write(page, "Duration", "soon");
  await panel(page).getByRole("alert").getByText("'soon' is not").waitFor();
});

scene("whoever does an imported item is proposed as the one who answers for it", async (page) => {
  await importAsNewBoard(page, textFile("plan.csv", "title,responsible\nShip beta,Ana Silva\n"));
  await card(page, "Ship beta").click();
  await reads(page, "Accountable", "not set");
  await panel(page).getByRole("button", { name: "Ana Silva too?" }).click();
  await eventually(() => word(page, "Accountable").count(), 0, "one owner is both");
});

scene("who does it and who answers for it can be two people", async (page) => {
  await importAsNewBoard(page, textFile("plan.csv", "title,responsible\nShip beta,Ana Silva\n"));
  await card(page, "Ship beta").click();
  await write(page, "Accountable", "Tom Probe");
  await reads(page, "Accountable", "Tom Probe");
  await reads(page, "Owner", "Ana Silva");
});

scene("one owner can be split into who does it and who answers for it", async (page) => {
  await openItem(page, "Ship beta");
  await write(page, "Owner", "Ana Silva");
  await reads(page, "Owner", "Ana Silva");
  await panel(page).getByRole("button", { name: "someone else answers for it?" }).click();
  await write(page, "Accountable", "Tom Probe");
  await reads(page, "Accountable", "Tom Probe");
  await reads(page, "Owner", "Ana Silva");
});

scene("an item from outside says from whom, when it was asked and promised, and what the promise slipped", async (page) => {
  await openItem(page, "Payments API");
  await panel(page).getByText("More", { exact: true }).click();
  await panel(page).getByRole("group", { name: "Kind" }).getByRole("button", { name: "api", exact: false }).click();
  await write(page, "Giver", "Payments");
  await write(page, "Asked on", "yesterday");
  await write(page, "Promised for", "2031-05-12");
  await reads(page, "Promised for", "12 May 2031");
  await write(page, "Promised for", "2031-05-20");
  await reads(page, "Agreed date", "12 May 2031");
  await panel(page).getByRole("button", { name: "accept the new date" }).click();
  await eventually(() => word(page, "Agreed date").count(), 0);
  await write(page, "Our owner", "Ana Silva");
  const sentence = /From Payments, asked .+, promised 20 May 2031, buffer 20 %, takes how long\?, chased by Ana Silva\./;
  await eventuallyMatches(() => panel(page).innerText(), sentence);
});

scene("the panel asks what the item waits for, and one that would close a cycle is refused with the cycle's names", async (page) => {
  await openItem(page, "Deploy", "Build", "Test");
  await answer(page, "Waits for what?", "Test");
  await panel(page).getByRole("listitem").getByRole("button", { name: "Test", exact: true }).click();
  await reads(page, "Title", "Test");
  await answer(page, "Waits for what?", "build");
  await panel(page).getByRole("listitem").getByRole("button", { name: "Build", exact: true }).click();
  await reads(page, "Title", "Build");
  await answer(page, "Waits for what?", "Deploy");
  const why = "That would make a cycle in which nothing can start: ";
  const told = page.getByRole("region", { name: "Headline" }).getByText(why);
  await told.waitFor();
  for (const title of ["Deploy", "Test", "Build"]) assert.ok((await told.innerText()).includes(title), title);
  assert.equal(JSON.parse((await boardFile(page)).text).links.length, 2);
});

scene("a link gets another type and lag, as they are written in a plan, and what is neither is refused", async (page) => {
  await openItem(page, "Deploy", "Build");
  await answer(page, "Waits for what?", "Build");
  await write(page, "Link to Build", "SS+2");
  await reads(page, "Link to Build", "SS+2");
  await write(page, "Link to Build", "soon");
  await panel(page).getByRole("alert").getByText("'soon' is no link").waitFor();
  const [link] = JSON.parse((await boardFile(page)).text).links;
  assert.deepEqual([link.type, link.lag], ["SS", 2]);
});

scene("a link is removed again", async (page) => {
  await openItem(page, "Deploy", "Build");
  await answer(page, "Waits for what?", "Build");
  await panel(page).getByRole("button", { name: "Remove the link to Build" }).click();
  await eventually(() => panel(page).getByRole("listitem").count(), 0);
});

scene("notes, tags and status outlive a reload", async (page) => {
  await openItem(page, "Ship beta");
  await panel(page).getByRole("textbox", { name: "Notes" }).fill("First line\nשורה שנייה");
  await panel(page).getByText("More", { exact: true }).click();
  await write(page, "Tags", "api; payments");
  await panel(page).getByRole("group", { name: "Status" }).getByRole("button", { name: "Started", exact: true }).click();
  await saved(page);
  const before = await boardFile(page);
  await reload(page);
  assert.equal((await boardFile(page)).text, before.text);
  await card(page, "Ship beta").click();
  assert.equal(await panel(page).getByRole("textbox", { name: "Notes" }).inputValue(), "First line\nשורה שנייה");
  await panel(page).getByText("More", { exact: true }).click();
  await reads(page, "Tags", "api; payments");
});

scene("notes that were typed and not left yet are kept when another item is opened", async (page) => {
  await openItem(page, "Ship beta");
  await fromCardMenuAfterBack(page);
  await card(page, "Ship beta").click();
  await panel(page).getByRole("textbox", { name: "Notes" }).pressSequentially("Half a thought");
  await panel(page).getByRole("button", { name: /^Inbox/ }).click();
  await card(page, "Ship beta").click();
  await eventually(() => panel(page).getByRole("textbox", { name: "Notes" }).inputValue(), "Half a thought");
});

async function fromCardMenuAfterBack(page) {
  await panel(page).getByRole("button", { name: /^Inbox/ }).click();
  await fromCardMenu(page, "Ship beta", "Move to Do now");
}

scene("importance and urgency in the panel put the item into its quadrant", async (page) => {
  await openItem(page, "Ship beta");
  await panel(page).getByRole("group", { name: "Important?" }).getByRole("button", { name: "Yes" }).click();
  await panel(page).getByRole("group", { name: "Urgent?" }).getByRole("button", { name: "No", exact: true }).click();
  await expectTitles(page, "Schedule and protect", ["Ship beta"]);
  await panel(page).getByRole("button", { name: /^Inbox/ }).click();
  await expectTitles(page, INBOX, []);
});
