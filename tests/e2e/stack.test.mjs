// The stack: one order by priority, and a line through it that says what doing less would win and cost.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  boardFile, eventually, eventuallyMatches, fromBoardMenu, fromCardMenu, goTo, importAsNewBoard, list, matrix, pointIn, said, stage,
  textFile,
} from "./steps.mjs";

const scene = stage();

const HEAD = "id,title,duration,depends on,priority,important,urgent,responsible,reach,impact,confidence,effort\n";
// Alpha, then Gamma decides the finish; Beta waits for Epsilon at the bottom.
const PLAN = `${HEAD}1,Alpha,5,,P0,yes,yes,Ana,,,,
2,Beta,2,1;5,P1,yes,yes,Ana,100,1,100,1
3,Gamma,4,1,P1,yes,no,Bo,900,1,100,1
4,Delta,3,,P2,yes,no,Bo,,,,
5,Epsilon,1,,P2,yes,no,,,,,
`;

async function plan(page) {
  await importAsNewBoard(page, textFile("plan.csv", PLAN));
  await openStack(page);
  await row(page, "Alpha").waitFor();
}

async function openStack(page) {
  await goTo(page, "Meeting");
  await page.getByRole("navigation", { name: "Pages of the Meeting" }).getByRole("link", { name: "Stack and cut" }).click();
}

const entries = (page) => list(page, "Stack").getByRole("listitem");
const row = (page, title) => entries(page).filter({ has: page.getByRole("button", { name: `Menu of ${title}`, exact: true }) });
const titleOf = (page, title) => row(page, title).getByRole("button", { name: new RegExp(`^${title}, `) });
const line = (page) => page.getByRole("slider", { name: /^Cut line/ });
const panel = (page) => page.getByRole("region", { name: "Cut" });
const sentences = (page) => panel(page).getByRole("listitem").allInnerTexts();

/** The stack in one line: "P0 Alpha | P1 Beta Gamma | P2 Delta Epsilon". */
async function stack(page) {
  const all = await entries(page).evaluateAll((found) =>
    found
      .sort((a, b) => a.ariaPosInSet - b.ariaPosInSet)
      .map((each) => each.querySelector("h2")?.innerText ?? each.querySelector("button").ariaLabel.slice("Menu of ".length)),
  );
  const groups = all.join(" ").split(/ ?(?=P\d|Backlog)/);
  return groups.filter((group) => group.includes(" ")).join(" | ");
}

async function fromRowMenu(page, title, words) {
  await row(page, title).getByRole("button", { name: `Menu of ${title}` }).click();
  await page.getByRole("menu", { name: "Item" }).getByRole("menuitem", { name: words }).click();
}

async function up(page, times) {
  await line(page).focus();
  for (let n = 0; n < times; n += 1) await page.keyboard.press("ArrowUp");
}

scene("an empty stack says what it is for, and leads to the first item", async (page) => {
  await openStack(page);
  await page.getByRole("heading", { name: "What do we do first, and what not at all?" }).waitFor();
  await page.getByRole("button", { name: "Write the first item" }).click();
  await page.keyboard.type("Alpha");
  await page.keyboard.press("Enter");
  await eventually(() => stack(page), "Backlog Alpha");
});

scene("the stack is moved by keys, by the menu and by its dividers, each as one step", async (page) => {
  await plan(page);
  await eventually(() => stack(page), "P0 Alpha | P1 Beta Gamma | P2 Delta Epsilon");
  await titleOf(page, "Delta").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await eventually(() => stack(page), "P0 Alpha | P1 Beta Gamma Delta | P2 Epsilon");
  await eventuallyMatches(() => said(page), /Make 'Delta' P1/);
  await page.keyboard.press("Control+z");
  await fromRowMenu(page, "Gamma", "P3");
  await eventually(() => stack(page), "P0 Alpha | P1 Beta | P2 Delta Epsilon | P3 Gamma");
  await page.getByRole("button", { name: "P2 takes the last of P1" }).click();
  await eventually(() => stack(page), "P0 Alpha | P2 Beta Delta Epsilon | P3 Gamma");
  await page.getByRole("button", { name: "P1 takes the first of P2" }).click();
  await eventually(() => stack(page), "P0 Alpha | P1 Beta | P2 Delta Epsilon | P3 Gamma");
});

scene("rows and dividers are dragged, and say what they become", async (page) => {
  await plan(page);
  const from = await pointIn(titleOf(page, "Epsilon"), 0.5);
  const to = await pointIn(titleOf(page, "Alpha"), 0.5, 0.2);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 20);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.getByText("becomes P0").waitFor();
  await page.mouse.up();
  await eventually(() => stack(page), "P0 Epsilon Alpha | P1 Beta Gamma | P2 Delta");
  const head = await pointIn(list(page, "Stack").getByRole("heading", { name: "P2" }), 0.5);
  const under = await pointIn(titleOf(page, "Beta"), 0.5, 0.2);
  await page.mouse.move(head.x, head.y);
  await page.mouse.down();
  await page.mouse.move(head.x, head.y - 20);
  await page.mouse.move(head.x, under.y, { steps: 4 });
  await page.getByText("2 items become P2").waitFor();
  await page.mouse.up();
  await eventually(() => stack(page), "P0 Epsilon Alpha | P2 Beta Gamma Delta");
});

scene("the line says what a cut wins and costs before anything is cut, by keys alone", async (page) => {
  await plan(page);
  const before = await matrix(await inMatrix(page));
  await openStack(page);
  await up(page, 2);
  await eventuallyMatches(() => line(page).getAttribute("aria-valuetext"), /^1 of 5 cut: 0 days: not on the path$/);
  await eventuallyMatches(() => said(page), /1 of 5 cut: 0 days/);
  await page.keyboard.press("ArrowUp");
  await eventuallyMatches(() => line(page).getAttribute("aria-valuetext"), /^2 of 5 cut: finish −2 days$/);
  await panel(page).getByRole("heading", { name: "2 days sooner" }).waitFor();
  const told = (await sentences(page)).join("\n");
  assert.match(told, /^Done .* instead of /);
  assert.match(told, /Gives up 90 % of the scored value .* 1 of the 2 has no score\./);
  assert.match(told, /Frees Bo 7 days\./);
  assert.match(told, /'Epsilon' stays: 'Beta' waits for it\. Cut both/);
  assert.deepEqual(await matrix(await inMatrix(page)), before, "nothing is cut before somebody says so");
});

async function inMatrix(page) {
  await goTo(page, "Matrix");
  await list(page, "Do now").waitFor();
  return page;
}

scene("a cut is one step with one reason, and leaves a message that is read over before it is copied", async (page) => {
  await plan(page);
  await up(page, 3);
  await page.keyboard.press("Enter");
  await page.keyboard.type("To keep the date");
  await page.keyboard.press("Enter");
  const message = panel(page).getByRole("textbox", { name: "Message" });
  await eventuallyMatches(() => message.inputValue(), /These 2 are no longer in the plan:\n- Gamma \(Bo\)\n- Delta \(Bo\)\n\nWhy\? To keep the date\.\n/);
  await eventually(() => message.evaluate((field) => field === document.activeElement), true, "the message has the focus");
  await eventuallyMatches(() => message.inputValue(), /We finish on .* instead of .*: 2 working days sooner\./);
  await eventually(() => stack(page), "P0 Alpha | P1 Beta | P2 Epsilon");
  const { items } = JSON.parse((await boardFile(page)).text);
  const reasons = items.filter((item) => item.refusal).map((item) => `${item.title}: ${item.refusal.reason}`);
  assert.deepEqual(reasons, ["Gamma: To keep the date", "Delta: To keep the date"]);
  await fromBoardMenu(page, "Undo: cut 2 items");
  await eventually(() => stack(page), "P0 Alpha | P1 Beta Gamma | P2 Delta Epsilon");
  await message.waitFor({ state: "detached" });
});

scene("the message of a cut is there, as it was changed, when somebody comes back to the page", async (page) => {
  await plan(page);
  await up(page, 3);
  await panel(page).getByRole("button", { name: "Cut 2 items" }).click();
  const message = panel(page).getByRole("textbox", { name: "Message" });
  await message.fill("Dear all");
  await inMatrix(page);
  await openStack(page);
  await eventually(() => message.inputValue(), "Dear all");
  await panel(page).getByRole("button", { name: "Put it away" }).click();
  await inMatrix(page);
  await openStack(page);
  await panel(page).getByRole("heading", { name: "What if we did less?" }).waitFor();
});

scene("what kept work waits for stays, until somebody cuts both", async (page) => {
  await plan(page);
  await up(page, 1);
  await panel(page).getByRole("heading", { name: "Nothing can be cut here" }).waitFor();
  await panel(page).getByRole("button", { name: "Cut both" }).click();
  await eventuallyMatches(async () => (await sentences(page)).join("\n"), /'Epsilon' goes, and with it 'Beta'\./);
  await panel(page).getByRole("button", { name: "Keep both" }).click();
  await panel(page).getByRole("button", { name: "Cut both" }).click();
  await panel(page).getByRole("button", { name: "Cut 2 items" }).click();
  await eventually(() => stack(page), "P0 Alpha | P1 Gamma | P2 Delta");
});

scene("what is core is neither cut nor moved to Eliminate", async (page) => {
  await plan(page);
  await titleOf(page, "Delta").focus();
  await page.keyboard.press("k");
  await row(page, "Delta").getByRole("button", { name: "Core: Delta", pressed: true }).waitFor();
  await up(page, 2);
  await eventuallyMatches(async () => (await sentences(page)).join("\n"), /1 stays: it is core\./);
  await inMatrix(page);
  await fromCardMenu(page, "Delta", "Move to Eliminate");
  await eventuallyMatches(() => said(page), /'Delta' is core, and what is core is not refused/);
  await openStack(page);
  await fromRowMenu(page, "Delta", /^Not core/);
  await up(page, 2);
  await eventuallyMatches(() => line(page).getAttribute("aria-valuetext"), /^1 of 5 cut/);
});

scene("the line is dragged, set by a click, and put at the usual cut", async (page) => {
  await plan(page);
  const from = await pointIn(line(page));
  const to = await pointIn(titleOf(page, "Gamma"), 0.5, 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 20);
  await page.mouse.move(from.x, to.y, { steps: 6 });
  await eventually(() => line(page).getAttribute("aria-valuenow"), "3");
  await page.mouse.up();
  await page.keyboard.press("Escape");
  await eventually(() => line(page).getAttribute("aria-valuenow"), "0");
  await fromRowMenu(page, "Gamma", /^Cut below here/);
  await eventually(() => line(page).getAttribute("aria-valuenow"), "2");
  await panel(page).getByRole("button", { name: "Keep all" }).click();
  await panel(page).getByRole("button", { name: /^Try the usual cut/ }).click();
  await eventually(() => line(page).getAttribute("aria-valuenow"), "1");
});

scene("the capacity ends in the list, and RICE proposes an order that is taken by a click", async (page) => {
  await plan(page);
  await page.getByText("15 days in all").waitFor();
  await page.getByRole("button", { name: "Capacity: not set" }).click();
  await page.getByRole("combobox", { name: "Capacity" }).fill("2 weeks");
  await page.keyboard.press("Enter");
  await page.getByText("10 days end here").waitFor();
  await page.getByText("RICE would put 'Gamma' above 'Beta'").waitFor();
  await page.getByRole("button", { name: "Take it" }).click();
  await eventually(() => stack(page), "P0 Alpha | P1 Gamma Beta | P2 Delta Epsilon");
  await page.getByText("RICE would put").waitFor({ state: "detached" });
});

scene("the stack, a weighed cut and its message are accessible", async (page) => {
  await plan(page);
  await expectAccessible(page);
  await up(page, 3);
  await panel(page).getByRole("heading", { name: "2 days sooner" }).waitFor();
  await expectAccessible(page);
  await panel(page).getByRole("button", { name: "Cut 2 items" }).click();
  await panel(page).getByRole("textbox", { name: "Message" }).waitFor();
  await expectAccessible(page);
});
