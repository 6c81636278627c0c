// Items on the board: adding, renaming, throwing away, priority and done, the filter, and what a quadrant asks for.

import assert from "node:assert/strict";
import {
  DELEGATE, DO, ELIMINATE, INBOX, SCHEDULE, addItems, boardFile, card, drag, eventually, eventuallyMatches, expectTitles,
  focusCard, footOf, fromBoardMenu, fromCardMenu, goTo, pointIn, said, stage, titles,
} from "./steps.mjs";

const scene = stage();

const spoken = (page, title) => card(page, title).getAttribute("aria-label");
const daysFromNow = (n) => {
  const day = new Date();
  day.setDate(day.getDate() + n);
  return day.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
};

scene("a pasted list becomes one item a line after N and Enter", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("Ship beta\n\n  Write docs  \nFix login"));
  await page.keyboard.press("n");
  await page.keyboard.press("ControlOrMeta+v");
  await page.keyboard.press("Enter");
  await expectTitles(page, INBOX, ["Ship beta", "Write docs", "Fix login"]);
  await page.getByRole("region", { name: "Headline" }).getByText("3 items added").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expectTitles(page, INBOX, []);
});

scene("an item is added straight to a quadrant", async (page) => {
  await page.getByRole("button", { name: `Add to ${SCHEDULE}` }).click();
  await page.getByRole("textbox", { name: "Title of the new item" }).fill("Plan the migration");
  await page.keyboard.press("Enter");
  await expectTitles(page, SCHEDULE, ["Plan the migration"]);
});

scene("a title is edited on the card with E, and Escape keeps the old one", async (page) => {
  await addItems(page, "Shp beta");
  await focusCard(page, "Shp beta");
  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: "Title", exact: true });
  await field.fill("Ship beta");
  await field.press("Enter");
  await expectTitles(page, INBOX, ["Ship beta"]);
  await focusCard(page, "Ship beta");
  await page.keyboard.press("e");
  await field.fill("Never");
  await field.press("Escape");
  await expectTitles(page, INBOX, ["Ship beta"]);
});

scene("a double click on a card of a quadrant edits its title", async (page) => {
  await addItems(page, "Shp beta");
  await fromCardMenu(page, "Shp beta", "Move to Do now");
  await renameByDoubleClick(page);
  await expectTitles(page, DO, ["Ship beta"]);
});

scene("a double click on a card of the Inbox edits its title", async (page) => {
  await addItems(page, "Shp beta");
  await renameByDoubleClick(page);
  await expectTitles(page, INBOX, ["Ship beta"]);
});

async function renameByDoubleClick(page) {
  const at = await pointIn(card(page, "Shp beta"), 0.3, 0.5);
  await page.mouse.move(at.x, at.y);
  // All at once: a machine that is busy between two clicks of a test would make them two single ones.
  const clicks = [1, 2].flatMap((clickCount) => [page.mouse.down({ clickCount }), page.mouse.up({ clickCount })]);
  await Promise.all(clicks);
  const field = page.getByRole("listitem").getByRole("textbox", { name: "Title", exact: true });
  await field.fill("Ship beta");
  await field.press("Enter");
}

scene("Delete puts an item into the trash, which gives it back where it was", async (page) => {
  await addItems(page, "A", "B", "C");
  await focusCard(page, "B");
  await page.keyboard.press("Delete");
  await expectTitles(page, INBOX, ["A", "C"]);
  await fromBoardMenu(page, "Trash");
  await page.getByRole("button", { name: "Restore: B" }).click();
  await page.getByText("The trash is empty.").waitFor();
  await page.getByRole("button", { name: "To the Matrix" }).click();
  await expectTitles(page, INBOX, ["A", "B", "C"]);
});

scene("after Delete the focus is on the neighbour, so that keys go on", async (page) => {
  await addItems(page, "A", "B", "C");
  await focusCard(page, "B");
  await page.keyboard.press("Delete");
  await expectTitles(page, INBOX, ["A", "C"]);
  await page.keyboard.press("1");
  await expectTitles(page, DO, ["C"]);
});

scene("P goes through the priorities and X finishes an item", async (page) => {
  await addItems(page, "Ship beta");
  await focusCard(page, "Ship beta");
  await page.keyboard.press("1");
  for (const priority of ["P3", "P2", "P1", "P0"]) {
    await page.keyboard.press("p");
    await eventuallyMatches(() => spoken(page, "Ship beta"), new RegExp(`, ${priority}, `));
  }
  await page.keyboard.press("x");
  await eventuallyMatches(() => spoken(page, "Ship beta"), new RegExp(`done ${daysFromNow(0)}`));
  await page.getByRole("button", { name: "1 done" }).waitFor();
  await page.keyboard.press("x");
  await eventuallyMatches(() => spoken(page, "Ship beta"), /guess/);
});

scene("X on several finishes those that are not done yet, and says only those", async (page) => {
  await addItems(page, "A", "B");
  for (const title of ["A", "B"]) {
    await focusCard(page, title);
    await page.keyboard.press("1");
    await expectTitles(page, INBOX, title === "A" ? ["B"] : []);
  }
  await focusCard(page, "A");
  await page.keyboard.press("x");
  await eventuallyMatches(() => said(page), /^Finish 'A'/);
  for (const title of ["A", "B"]) await card(page, title).click({ modifiers: ["ControlOrMeta"] });
  await page.keyboard.press("x");
  await eventuallyMatches(() => said(page), /^Finish 'B'/);
  await page.keyboard.press("x");
  await eventuallyMatches(() => said(page), /^Reopen 2 items/);
});

scene("a message leaves the board where it is", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
  const top = async () => (await page.getByRole("main").boundingBox()).y;
  const before = await top();
  await focusCard(page, "Switch v1 off");
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "Undo", exact: true }).waitFor();
  assert.equal(await top(), before);
});

scene("the filter shows what holds every word, a person, a priority, or what a phrase of the headline means", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
  const all = await titles(page, SCHEDULE);
  await page.keyboard.press("/");
  await page.keyboard.type("mobile MOVE");
  await expectTitles(page, SCHEDULE, ["Move the mobile app to v2"]);
  await page.keyboard.press("Escape");
  await expectTitles(page, SCHEDULE, all);
  await chooseFilter(page, "Mei Tanaka");
  const hers = await titles(page, SCHEDULE);
  assert.ok(hers.length > 0 && hers.length < all.length, "some of the items are hers");
  await chooseFilter(page, "Show all");
  await chooseFilter(page, "# security");
  await expectTitles(page, DO, ["Patch the auth library: expired tokens are accepted"]);
  await page.getByRole("button", { name: "Show all" }).click();
  await chooseFilter(page, "P0");
  await eventually(async () => (await titles(page, DO)).includes("Patch the auth library: expired tokens are accepted"), false);
  await page.getByRole("button", { name: "Show all" }).click();
  const unowned = page.getByRole("button", { name: /unowned$/ });
  await unowned.click();
  assert.equal(await unowned.getAttribute("aria-pressed"), "true");
  await eventually(async () => (await titles(page, SCHEDULE)).includes("Switch v1 off"), false);
  await unowned.click();
  await expectTitles(page, SCHEDULE, all);
});

async function chooseFilter(page, words) {
  await page.getByRole("banner").getByRole("button").nth(1).click();
  await page.getByRole("menu", { name: "Filter" }).getByRole("menuitem", { name: words, exact: true }).click();
}

scene("single-letter keys can be switched off, while arrows and Ctrl go on", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "All keys" }).getByRole("switch", { name: /Single-letter keys/ }).uncheck();
  await page.keyboard.press("Escape");
  await focusCard(page, "Ship beta");
  await page.keyboard.press("1");
  await page.keyboard.press("x");
  await page.keyboard.press("Alt+ArrowDown");
  await expectTitles(page, INBOX, ["Write docs", "Ship beta"]);
  await expectTitles(page, DO, []);
  await page.keyboard.press("Control+z");
  await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
});

// --- What a quadrant asks for ----------------------------------------------------------------------------------

scene("Schedule asks for a date, which is typed as people say it", async (page) => {
  await addItems(page, "Ship beta");
  await drag(page, "Ship beta", await footOf(page, SCHEDULE));
  const ask = page.getByRole("combobox", { name: /By when\?/ });
  await ask.fill("whenever");
  await ask.press("Enter");
  await page.getByText("'whenever' is not a date").first().waitFor();
  await ask.fill("+2w");
  await ask.press("Enter");
  await eventuallyMatches(() => spoken(page, "Ship beta"), new RegExp(`due ${daysFromNow(14)}`));
});

scene("Delegate asks for a person, who joins the roster", async (page) => {
  await addItems(page, "Weekly report", "Room booking");
  await focusCard(page, "Weekly report");
  await page.keyboard.press("3");
  const ask = page.getByRole("combobox", { name: /To whom\?/ });
  await ask.fill("Ana Silva");
  await ask.press("Enter");
  await eventuallyMatches(() => spoken(page, "Weekly report"), /owner Ana Silva/);
  await fromCardMenu(page, "Room booking", "Move to Delegate or batch");
  const choices = page.getByRole("combobox", { name: /To whom\?/ }).locator("xpath=following-sibling::datalist/option");
  assert.deepEqual(await choices.evaluateAll((options) => options.map((option) => option.value)), ["Ana Silva"]);
});

scene("what was said no to stands in a list with reason, who and when", async (page) => {
  await addItems(page, "Pet project", "Nice idea");
  await fromBoardMenu(page, "Name, goal, people, quadrants");
  await page.getByRole("textbox", { name: "Name of somebody new" }).fill("Ana Silva");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "I am" }).selectOption("Ana Silva");
  await goTo(page, "Matrix");
  await drag(page, "Pet project", await footOf(page, ELIMINATE));
  const ask = page.getByRole("combobox", { name: /Why not\?/ });
  await ask.fill("Does not move the needle");
  await ask.press("Enter");
  await eventuallyMatches(() => spoken(page, "Pet project"), /refused: Does not move the needle/);
  await focusCard(page, "Nice idea");
  await page.keyboard.press("4");
  await expectTitles(page, ELIMINATE, ["Pet project", "Nice idea"]);
  await goTo(page, "Said no · 2");
  const line = page.getByRole("main").getByRole("listitem").filter({ hasText: "Pet project" });
  await line.getByRole("button", { name: "Why not Pet project: Does not move the needle" }).waitFor();
  await line.getByText(`Ana Silva · ${daysFromNow(0)}`).waitFor();
  await page.getByRole("button", { name: "Why not Nice idea: not set" }).click();
  await page.getByRole("combobox", { name: "Why not Nice idea" }).fill("Measure first");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Why not Nice idea: Measure first" }).waitFor();
  await page.getByRole("button", { name: "Put back into the Inbox: Nice idea" }).click();
  await eventually(() => said(page), "Nice idea moved to the Inbox, 1 of 1");
  const { items } = JSON.parse((await boardFile(page)).text);
  assert.equal(items.find((item) => item.title === "Pet project").refusal.reason, "Does not move the needle");
});

scene("what a quadrant asks for is never demanded", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await drag(page, "Ship beta", await footOf(page, DELEGATE));
  await page.getByRole("combobox", { name: /To whom\?/ }).waitFor();
  await drag(page, "Write docs", await footOf(page, DO));
  await expectTitles(page, DO, ["Write docs"]);
  await expectTitles(page, DELEGATE, ["Ship beta"]);
  await page.getByRole("combobox", { name: /To whom\?/ }).waitFor({ state: "detached" });
});
