// The frame of a meeting: started without a question, led step by step, ended; the page presented to a room.

import assert from "node:assert/strict";
import { expectAccessible, openApp } from "./harness.mjs";
import { addItems, eventually, eventuallyMatches, fromCardMenu, goTo, reload, said, saved, stage } from "./steps.mjs";

const scene = stage();

const strip = (page) => page.getByRole("region", { name: "The meeting" });
const pages = (page) => page.getByRole("navigation", { name: "Pages of the Meeting" });
const agenda = (page) => page.getByRole("list", { name: "Agenda" });

/** Goes to the goal and the agenda, and starts the meeting. */
async function startMeeting(page) {
  await goTo(page, "Meeting");
  await pages(page).getByRole("link", { name: "Goal and agenda" }).click();
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await strip(page).waitFor();
}

/** The step that is on, as the strip tells it. */
const step = (page) => strip(page).getByTitle("Open this step").innerText();

/** The page in the address. */
const address = (page) => page.url().replace(/.*\//, "");

/** Changes a word of a sentence. */
async function fillWord(page, name, text) {
  await page.getByRole("button", { name: new RegExp(`^${name}: `) }).click();
  const field = page.getByRole("combobox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

scene("a meeting asks nothing, opens the view of each step, and is led by mouse", async (page) => {
  await addItems(page, "One", "Two");
  await startMeeting(page);
  await eventually(() => step(page), "Goal 1 of 7");
  await eventuallyMatches(() => strip(page).getByRole("timer").innerText(), /^[45]:\d\d left$/);
  await strip(page).getByRole("button", { name: "Next: Sort" }).click();
  await eventually(() => [address(page)], ["deal"], "sorting is dealt while something is to be sorted");
  await eventually(() => said(page), "Step 2 of 7: Sort, 15 minutes");
  await strip(page).getByRole("button", { name: "Leave out" }).click();
  await eventually(() => [address(page)], ["network"]);
  await eventually(() => step(page), "Map 2 of 6");
  await strip(page).getByRole("button", { name: "Back" }).click();
  await eventually(() => step(page), "Goal 1 of 6");
  await strip(page).getByRole("button", { name: "End the meeting" }).click();
  await strip(page).waitFor({ state: "detached" });
});

/** Ends the meeting as by mistake, in its second step, with a card sorted. */
async function endByMistake(page) {
  await addItems(page, "One", "Two");
  await startMeeting(page);
  await page.keyboard.press(".");
  await eventually(() => step(page), "Sort 2 of 7");
  await goTo(page, "Matrix");
  await fromCardMenu(page, "One", "Move to Do now");
  await strip(page).getByRole("button", { name: "End the meeting" }).click();
  await strip(page).waitFor({ state: "detached" });
}

const kept = (page) => page.getByRole("textbox", { name: /^Minutes of / });

scene("a meeting that was ended by mistake is gone on with, also after a reload and an edit", async (page) => {
  await endByMistake(page);
  await kept(page).waitFor();
  await expectAccessible(page);
  await addItems(page, "Three");
  await saved(page);
  await reload(page);
  await page.getByRole("button", { name: "Go on with the meeting" }).click();
  await eventually(() => step(page), "Sort 2 of 7");
  await eventually(() => said(page), "The meeting goes on. Step 2 of 7: Sort, 15 minutes");
  await eventuallyMatches(() => strip(page).getByRole("timer").innerText(), /^1[45]:\d\d left$/);
  await goTo(page, "Meeting");
  await pages(page).getByRole("link", { name: "Minutes" }).click();
  await eventually(() => kept(page).count(), 0, "the minutes of the wrong end are gone");
  await page.getByText("1 item sorted: 1 into Do now ('One').").waitFor();
  await strip(page).getByRole("button", { name: "End the meeting" }).click();
  await eventuallyMatches(() => kept(page).inputValue(), /1 into Do now \('One'\)[^]*New: 'Three'/);
  await eventually(() => page.getByRole("navigation", { name: "Minutes", exact: true }).getByRole("button").count(), 1);
});

scene("undo takes the end of a meeting back whole, in a second tab too", async (page, context) => {
  await endByMistake(page);
  await kept(page).waitFor();
  await saved(page);
  const second = await openApp(context, page.url());
  await kept(second).waitFor();
  await page.keyboard.press("Control+z");
  await eventually(() => said(page), "Undone: end the meeting. The meeting goes on");
  await eventually(() => step(page), "Sort 2 of 7");
  await eventually(() => kept(page).count(), 0);
  await eventually(() => step(second), "Sort 2 of 7");
  await page.keyboard.press("Control+Shift+z");
  await eventually(() => said(page), "Done again: end the meeting. The meeting has ended");
  await strip(second).waitFor({ state: "detached" });
});

scene("keys lead through the agenda, and a reload loses nothing of it", async (page) => {
  await startMeeting(page);
  await page.keyboard.press(".");
  await page.keyboard.press(".");
  await eventually(() => step(page), "Map 3 of 7");
  await eventually(() => [address(page)], ["network"]);
  await page.keyboard.press(",");
  await eventually(() => [address(page)], ["matrix"], "nothing is to be sorted");
  await saved(page);
  await reload(page);
  await eventually(() => step(page), "Sort 2 of 7");
});

scene("the agenda is edited in place: renamed, timed, moved, made longer and shorter", async (page) => {
  await startMeeting(page);
  await fillWord(page, "Step 2", "Sort the backlog");
  await fillWord(page, "Minutes of step 2", "20");
  const names = () => agenda(page).getByRole("button", { name: /^Step \d+: / }).allInnerTexts();
  await page.getByRole("button", { name: "Later: Goal" }).click();
  await eventually(async () => (await names()).slice(0, 2), ["Sort the backlog", "Goal"]);
  await page.getByRole("button", { name: "Remove: Compare" }).click();
  await page.getByRole("textbox", { name: "New step" }).fill("Risks 8");
  await page.getByRole("textbox", { name: "New step" }).press("Enter");
  await eventually(async () => (await names()).slice(-2), ["Decide", "Risks"]);
  await page.getByText("68 minutes in all").waitFor();
  await eventually(() => step(page), "Goal 2 of 7", "the step that is on stays on");
  await expectAccessible(page);
});

scene("goal, target, constraints and who escalates stand over the pages of the meeting", async (page) => {
  await goTo(page, "Meeting");
  await fillWord(page, "Done when", "the checkout is live");
  await fillWord(page, "Constraints", "no new people");
  await fillWord(page, "Who escalates", "Dana, to the board");
  await fillWord(page, "Target date", "2099-03-12");
  await pages(page).getByRole("link", { name: "Decisions and actions" }).click();
  await page.getByRole("button", { name: "Done when: the checkout is live" }).waitFor();
  await page.getByRole("button", { name: "Who escalates: Dana, to the board" }).waitFor();
  await page.getByRole("button", { name: "Target date: 12 Mar 2099" }).waitFor();
});

scene("presenting enlarges, hides what the room does not need, and leaves editing as it is", async (page) => {
  await addItems(page, "One");
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  const present = page.getByRole("button", { name: "Present" });
  await present.click();
  await eventually(size, "20px");
  assert.equal(await page.getByRole("searchbox").count(), 0);
  await page.getByRole("textbox", { name: "New items, one a line" }).fill("Two");
  await page.getByRole("textbox", { name: "New items, one a line" }).press("Enter");
  await page.getByRole("listitem", { name: /^Two/ }).waitFor();
  await expectAccessible(page);
  await present.click();
  await eventually(size, "16px");
  await page.locator("body").click({ position: { x: 1, y: 1 } });
  await page.keyboard.press("Shift+P");
  await eventually(size, "20px");
});

scene("a long sentence in the strip leaves the end of the meeting, and Present, on the screen", async (page) => {
  const long = (n) => `A matter with a title that is so long that it takes a good part of the strip by itself, ${n}`;
  await addItems(page, ...Array.from({ length: 8 }, (_, n) => long(n)));
  await startMeeting(page);
  await pages(page).getByRole("link", { name: "Stack and cut" }).click();
  await page.getByRole("slider", { name: /^Cut line/ }).press("End");
  await page.getByRole("button", { name: "Cut 8 items" }).click();
  await strip(page).getByText(/^Said no to 'A matter/).waitFor();
  const right = (locator) => locator.evaluate((element) => element.getBoundingClientRect().right);
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  for (const name of ["End the meeting", "Present"]) {
    assert.ok((await right(page.getByRole("button", { name }))) <= width, `${name} is on the screen`);
  }
});

scene("a phone leads a meeting from its start to its end", async (page) => {
  await addItems(page, "One", "Two");
  await startMeeting(page);
  const end = strip(page).getByRole("button", { name: "End the meeting" });
  const box = await end.boundingBox();
  assert.ok(box.x + box.width <= 390 && box.y + box.height <= 844, "the button is in sight");
  await strip(page).getByRole("button", { name: "Next: Sort" }).click();
  await eventually(() => step(page), "Sort 2 of 7");
  await end.click();
  await strip(page).waitFor({ state: "detached" });
}, { viewport: { width: 390, height: 844 } });

/** Presses something as the keyboard does, and gives what has the focus after it. */
async function pressed(page, locator) {
  await locator.press("Enter");
  const focused = () => page.evaluate(() => document.activeElement.closest("button, [role=slider], textarea, a")?.textContent ?? "");
  await eventuallyMatches(focused, /./, "the focus is somewhere");
  return focused();
}

scene("the keyboard goes on from somewhere when what it pressed is gone", async (page) => {
  await addItems(page, "One", "Two", "Three", "Four", "Five");
  await goTo(page, "Meeting");
  await pages(page).getByRole("link", { name: "Goal and agenda" }).click();
  assert.match(await pressed(page, page.getByRole("button", { name: "Start the meeting" })), /^Next: Sort/);
  await pages(page).getByRole("link", { name: "Stack and cut" }).click();
  assert.match(await pressed(page, page.getByRole("button", { name: /^Try the usual cut/ })), /of 5 cut/);
  assert.match(await pressed(page, page.getByRole("button", { name: "Keep all" })), /^Drag up to cut/);
  await pages(page).getByRole("link", { name: "Decisions and actions" }).click();
  const field = page.getByRole("textbox", { name: "New decision" });
  await field.fill("Do it");
  await field.press("Enter");
  const made = page.getByRole("listitem", { name: "Do it", exact: true });
  assert.match(await pressed(page, made.getByRole("button", { name: "Decided", exact: true })), /^Open again/);
  assert.match(await pressed(page, strip(page).getByRole("button", { name: "End the meeting" })), /^Copy/);
});
