// An hour with a team: from forty issues to minutes that everyone leaves with. By the mouse, and by the keyboard alone;
// texts are typed either way.

import assert from "node:assert/strict";
import { eventually, eventuallyMatches, fromBoardMenu, list, said, saved, INBOX, stage, textFile } from "./steps.mjs";

const scene = stage();

/** A Monday, so that dates are the same whenever the tests run. */
const onMonday = (context) => context.clock.setFixedTime(new Date("2026-03-02T09:00:00"));

const title = (n) => `Work ${String(n).padStart(2, "0")}`;
const ISSUES = ["Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Labels"]
  .concat(Array.from({ length: 40 }, (_, at) => `${title(at + 1)},PLAN-${at + 1},${1000 + at},Story,To Do,Medium,02/Feb/26 9:12 AM,backlog`))
  .join("\n");

/** Where each card is dealt: 6 to do now, 24 to schedule, 6 to delegate, 4 refused. */
const quadrant = (n) => (n <= 6 ? 1 : n <= 30 ? 2 : n <= 36 ? 3 : 4);
const NAMES = ["Do now", "Schedule and protect", "Delegate or batch", "Eliminate or backlog"];

const LINKS = [[2, 1], [3, 2], [4, 3], [5, 4], [6, 5], [8, 7], [9, 8], [10, 9], [12, 11], [10, 6]];
const OWNERS = [[1, "Ana"], [2, "Ben"], [3, "Ana"], [4, "Chris"], [5, "Ben"]];
const PROMISES = [[7, "Payments", "13 mar"], [11, "Search", "17 mar"], [13, "Legal", "20 mar"]];
const SCORES = [[14, ["900", "2", "100", "1"]], [15, ["500", "3", "80", "2"]]];
const ACTIONS = [
  "@Ana asks Payments for a date by thu",
  "@Ben writes the runbook by 12 mar",
  "@Chris tells Legal what is out",
];

const panel = (page) => page.getByRole("region", { name: "Item", exact: true });
const word = (within, label) => within.getByRole("button", { name: new RegExp(`^${label}: `) });
const strip = (page) => page.getByRole("region", { name: "The meeting" });
const dealt = (page) => page.getByRole("main").getByRole("heading", { level: 1 });
const decision = (page, what) => page.getByRole("listitem", { name: what, exact: true });
const palette = (page) => page.getByRole("combobox", { name: "Command or item" });

/** Types into the field of a word that was opened, and keeps it. */
async function keepWord(within, label, text) {
  const field = within.getByRole("combobox", { name: label, exact: true });
  await field.fill(text);
  await field.press("Enter");
  // The word has the focus again in the next frame; a field that is opened before that would lose it.
  await eventually(() => word(within, label).evaluate((element) => element === document.activeElement), true);
}

/** What both hands do differently: how something is pressed, and how a command or an item is come to. */
const MOUSE = {
  press: (locator) => locator.click(),
  async call(page, name) {
    await fromBoardMenu(page, "All commands and items");
    await palette(page).fill(name);
    await page.getByRole("option", { name: new RegExp(`^${name}`) }).first().click();
  },
  nextStep: (page) => strip(page).getByRole("button", { name: /^Next: / }).click(),
  deal: (page, n) => page.getByRole("main").getByRole("button", { name: NAMES[quadrant(n) - 1] }).click(),
  async cut(page) {
    await page.getByRole("button", { name: /^Try the usual cut/ }).click();
    await page.getByRole("button", { name: /^Cut \d+ items?$/ }).click();
  },
  undo: (page) => fromBoardMenu(page, "Undo: "),
};

const KEYS = {
  press: (locator) => locator.press("Enter"),
  async call(page, name) {
    await page.keyboard.press("Control+k");
    await palette(page).fill(name);
    await palette(page).press("Enter");
  },
  // By its name: its key is a letter like others where a field has the focus.
  nextStep: (page) => KEYS.call(page, "Next step"),
  deal: (page, n) => page.keyboard.press(String(quadrant(n))),
  async cut(page) {
    const line = page.getByRole("slider", { name: /^Cut line/ });
    for (let n = 0; n < 9; n += 1) await line.press("ArrowUp");
    await line.press("Enter");
    await page.keyboard.press("Enter");
  },
  undo: (page) => page.keyboard.press("Control+z"),
};

/** Brings the forty issues in as a board of their own. */
async function bringIn(page, hand) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), hand.call(page, "Import a file")]);
  await chooser.setFiles(textFile("backlog.csv", ISSUES));
  await hand.press(page.getByRole("button", { name: /^(Make the board|Add the board)$/ }));
  await list(page, INBOX).waitFor();
}

/** Starts the meeting, and says what it is for. */
async function begin(page, hand) {
  await hand.call(page, "Start a meeting");
  await strip(page).waitFor();
  const goal = page.getByRole("region", { name: "Meeting", exact: true });
  for (const [label, text] of [["Done when", "the checkout is live"], ["Target date", "10 apr"]]) {
    await hand.press(word(goal, label));
    await keepWord(goal, label, text);
  }
}

async function sort(page, hand) {
  await hand.nextStep(page);
  for (let n = 1; n <= 40; n += 1) {
    await eventually(async () => (await dealt(page).innerText()).trim(), title(n));
    await hand.deal(page, n);
  }
  await eventuallyMatches(() => dealt(page).innerText(), /40 sorted/);
}

/** Opens an item in the left column. */
async function open(page, hand, n) {
  await hand.call(page, title(n));
  await eventually(() => word(panel(page), "Title").getAttribute("aria-label"), `Title: ${title(n)}`);
}

async function map(page, hand) {
  await hand.nextStep(page);
  for (const [item, before] of LINKS) {
    await open(page, hand, item);
    await hand.press(panel(page).getByRole("button", { name: "Waits for what?" }));
    const field = page.getByRole("combobox", { name: /wait/ });
    await field.fill(title(before));
    await hand.press(hand === MOUSE ? page.getByRole("option", { name: title(before) }).first() : field);
    const question = page.getByRole("region", { name: /wait/ });
    await question.getByRole("listitem").filter({ hasText: title(before) }).waitFor();
    await hand.press(question.getByRole("button", { name: "Close" }));
  }
}

/** Fills words of the open item. */
async function fill(page, hand, words) {
  for (const [label, text] of words) {
    await hand.press(word(panel(page), label));
    await keepWord(panel(page), label, text);
  }
}

/** Opens the rare fields, unless they are open since the item before. */
async function showMore(page, hand) {
  const rare = panel(page).getByRole("group", { name: "Kind" });
  if (!(await rare.isVisible())) await hand.press(panel(page).getByText("More", { exact: true }));
  await rare.waitFor();
}

async function ownAndPromise(page, hand) {
  await hand.nextStep(page);
  for (const [n, name] of OWNERS) {
    await open(page, hand, n);
    await fill(page, hand, [["Owner", name]]);
  }
  for (const [n, giver, day] of PROMISES) {
    await open(page, hand, n);
    await showMore(page, hand);
    await hand.press(panel(page).getByRole("group", { name: "Kind" }).getByRole("button", { name: "team" }));
    await fill(page, hand, [["Giver", giver], ["Promised for", day]]);
  }
}

async function compare(page, hand) {
  await hand.nextStep(page);
  for (const [n, inputs] of SCORES) {
    await open(page, hand, n);
    await showMore(page, hand);
    await fill(page, hand, ["Reach", "Impact", "Confidence", "Effort in person-months"].map((label, at) => [label, inputs[at]]));
  }
  await hand.press(page.getByRole("button", { name: "Side by side", exact: true }));
  await hand.press(page.getByRole("button", { name: /^Compare the two that lead/ }));
  await hand.press(page.getByRole("button", { name: "Record the decision" }));
  const made = decision(page, `${title(14)} before ${title(15)}`);
  await hand.press(made.getByRole("button", { name: "Decided", exact: true }));
  await made.getByText(/^Decided Mon/).waitFor();
}

/** Cuts the lowest of the stack. */
async function cut(page, hand) {
  await hand.nextStep(page);
  await page.getByRole("slider", { name: /^Cut line/ }).waitFor();
  await hand.cut(page);
  await page.getByRole("textbox", { name: "Message" }).waitFor();
}

async function decideAndAct(page, hand) {
  await hand.nextStep(page);
  const field = page.getByRole("textbox", { name: "New decision" });
  for (const what of ["Nobody wants this", "Switch the old checkout off"]) {
    await field.fill(what);
    await field.press("Enter");
    await decision(page, what).waitFor();
    await field.evaluate((field) => field.blur());
    if (what.startsWith("Nobody")) {
      await hand.undo(page);
      await decision(page, what).waitFor({ state: "detached" });
    }
  }
  const made = decision(page, "Switch the old checkout off");
  await hand.press(made.getByRole("button", { name: "One-way" }));
  await hand.press(word(made, "Alternatives"));
  await keepWord(made, "Alternatives", "keep it read-only");
  await hand.press(made.getByRole("button", { name: "Decided", exact: true }));
  await eventually(() => said(page), "Decide 'Switch the old checkout off'");
  const line = page.getByRole("textbox", { name: "New action" });
  for (const action of ACTIONS) {
    await line.fill(action);
    await line.press("Enter");
    await eventually(() => line.inputValue(), "");
  }
}

/** Ends the meeting, and gives the lines of its minutes. */
async function end(page, hand) {
  await hand.call(page, "End the meeting");
  await strip(page).waitFor({ state: "detached" });
  const text = page.getByRole("textbox", { name: /^Minutes of/ });
  await text.waitFor();
  return (await text.inputValue()).split("\n");
}

function read(lines) {
  const text = lines.join("\n");
  assert.ok(lines.length <= 60, `${lines.length} lines:\n${text}`);
  for (const said of [
    "Done when the checkout is live",
    `**${title(14)} before ${title(15)}**`,
    "**Switch the old checkout off** (one-way door)",
    "Instead of: keep it read-only",
    "## Said no to",
    "**Ana** asks Payments for a date, by Thu 5 Mar",
    "**Ben** writes the runbook, by Thu 12 Mar",
    "**Chris** tells Legal what is out",
    "from Payments: promised for Fri 13 Mar",
    "from Search: promised for Tue 17 Mar",
    "from Legal: promised for Fri 20 Mar",
    `**Chris** owns '${title(4)}'`,
  ]) {
    assert.ok(text.includes(said), `the minutes do not say: ${said}\n${text}`);
  }
  assert.ok(!text.includes("Nobody wants this"), "what was undone is not there");
}

for (const [name, hand] of [["the mouse", MOUSE], ["the keyboard", KEYS]]) {
  scene(`an hour is led by ${name} alone, and its minutes hold what came of it`, async (page) => {
    await bringIn(page, hand);
    await begin(page, hand);
    await sort(page, hand);
    await map(page, hand);
    await ownAndPromise(page, hand);
    await compare(page, hand);
    await cut(page, hand);
    await decideAndAct(page, hand);
    read(await end(page, hand));
    await saved(page);
  }, { prepare: onMonday, viewport: { width: 1920, height: 940 } });
}
