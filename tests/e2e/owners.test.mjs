// Owners and gaps: what nobody has taken, how much everyone has to do, and the way from gap to gap.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  addItems, boardFile, card, download, eventually, eventuallyMatches, focusCard, fromBoardMenu, goTo, importAsNewBoard,
  said, stage, textFile,
} from "./steps.mjs";

const scene = stage();

const PLAN = `id,title,kind,duration,depends on,responsible,accountable,important,urgent,promised,deadline
1,Rates API,api,5,,Shipra,Mei,yes,yes,,
2,Checkout,work,10,1,Mei,Mei,yes,no,,2031-05-02
3,Load test,work,3,2,,,yes,no,,
4,Docs,work,2,,,,yes,no,,
`;

const strip = (page) => page.getByRole("region", { name: "Owners" });
const unowned = (page) => strip(page).getByRole("list", { name: "Items without owner" }).getByRole("listitem");
const panel = (page) => page.getByRole("region", { name: "Item", exact: true });
const focused = (page) => page.evaluate(() => document.activeElement?.ariaLabel ?? "");

async function plan(page) {
  await importAsNewBoard(page, textFile("plan.csv", PLAN));
  await goTo(page, "Map");
  await strip(page).waitFor();
}

async function owners(page) {
  const board = JSON.parse((await boardFile(page)).text);
  const name = (id) => board.people.find((person) => person.id === id)?.name;
  return Object.fromEntries(board.items.map((item) => [item.title, name(item.responsible)]));
}

scene("items without owner stand in the strip, the critical ones first, and a typed name takes one", async (page) => {
  await plan(page);
  await strip(page).getByRole("button", { name: "2 without owner" }).click();
  await eventuallyMatches(() => unowned(page).first().innerText(), /Load test[^]*critical/);
  await unowned(page).first().getByRole("button", { name: "Owner of Load test: not set" }).click();
  const field = strip(page).getByRole("combobox", { name: "Owner of Load test" });
  await field.fill("Bo");
  await field.press("Enter");
  await strip(page).getByRole("button", { name: "1 without owner" }).waitFor();
  assert.equal((await owners(page))["Load test"], "Bo");
});

scene("whoever takes an item is asked once who they are", async (page) => {
  await plan(page);
  await strip(page).getByRole("button", { name: "2 without owner" }).click();
  await strip(page).getByRole("button", { name: "I'll take Load test" }).click();
  await strip(page).getByRole("combobox", { name: "Who are you?" }).selectOption("Mei");
  await strip(page).getByRole("button", { name: "1 without owner" }).waitFor();
  await strip(page).getByRole("button", { name: "I'll take Docs" }).click();
  await eventually(() => strip(page).getByRole("button", { name: /without owner/ }).count(), 0);
  assert.deepEqual(await owners(page), { "Rates API": "Shipra", Checkout: "Mei", "Load test": "Mei", Docs: "Mei" });
});

scene("everyone's load is said, and a click filters by the person", async (page) => {
  await plan(page);
  await strip(page).getByRole("group", { name: "Days of work left" }).getByRole("button", { name: "Mei: 10 days" }).click();
  await goTo(page, "Matrix");
  await eventually(() => card(page, "Docs").count(), 0);
  await card(page, "Checkout").waitFor();
});

scene("G goes from gap to gap, the worst first, with the focus on what is missing", async (page) => {
  await plan(page);
  await page.keyboard.press("g");
  await eventually(() => said(page), "Gap 1 of 3: 'Rates API' has no date, and others wait for it");
  await eventually(() => focused(page), "Promised for: not set");
  await page.keyboard.press("g");
  await eventually(() => said(page), "Gap 2 of 3: nobody owns 'Load test', and it is critical");
  await eventually(() => focused(page), "Owner: not set");
  await page.keyboard.press("Enter");
  await panel(page).getByRole("combobox", { name: "Owner" }).fill("Bo");
  await page.keyboard.press("Enter");
  await panel(page).getByRole("button", { name: "Owner: Bo" }).waitFor();
  await eventually(() => focused(page), "Owner: Bo");
  await page.keyboard.press("g");
  await eventually(() => said(page), "Gap 2 of 2: nobody owns 'Docs'");
});

scene("from a page without the panel G goes to the Matrix", async (page) => {
  await plan(page);
  await goTo(page, /^Said no/);
  await page.getByRole("heading", { level: 1, name: "Said no" }).waitFor();
  await page.keyboard.press("g");
  await panel(page).waitFor();
  await eventually(() => focused(page), "Promised for: not set");
});

scene("a board without gaps says so", async (page) => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await eventuallyMatches(() => said(page), /^There is no gap/);
});

scene("several items get an owner at once", async (page) => {
  await addItems(page, "A", "B", "C");
  await focusCard(page, "A");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("group", { name: "Selected items" });
  await bar.getByText("2 selected").waitFor();
  await bar.getByRole("button", { name: "Owner of the selected: not set" }).click();
  await bar.getByRole("combobox").fill("Mei");
  await bar.getByRole("combobox").press("Enter");
  await eventually(() => owners(page), { A: "Mei", B: "Mei", C: undefined });
});

scene("the calendar and the schedule leave as files", async (page) => {
  await plan(page);
  const calendar = await download(page, () => fromBoardMenu(page, "Download the calendar"));
  assert.equal(calendar.name, "plan.ics");
  assert.match(calendar.text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(calendar.text, /DTSTART;VALUE=DATE:20310502\r\nSUMMARY:Deadline: Checkout\r\n/);
  const schedule = await download(page, () => fromBoardMenu(page, "Download the schedule"));
  assert.match(schedule.text, /^\uFEFF?id,title,duration,ES,EF/);
});

scene("axe finds nothing serious in the strip and the bar", async (page) => {
  await plan(page);
  await strip(page).getByRole("button", { name: "2 without owner" }).click();
  await strip(page).getByRole("button", { name: "I'll take Docs" }).click();
  await strip(page).getByRole("combobox", { name: "Who are you?" }).waitFor();
  await expectAccessible(page);
});
