// Decisions and actions: written down, closed, looked at again, done.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { addItems, card, download, eventually, fromBoardMenu, goTo, importAsNewBoard, said, stage, textFile } from "./steps.mjs";

const scene = stage();

const decision = (page, name) => page.getByRole("listitem", { name, exact: true });
const actions = (page) => page.getByRole("list", { name: "Actions", exact: true }).getByRole("listitem");
const headline = (page) => page.getByRole("region", { name: "Headline" });

/** Goes to the decisions by the key, and writes one down. */
async function decide(page, what) {
  await page.keyboard.press("Shift+A");
  const field = page.getByRole("textbox", { name: "New decision" });
  await field.waitFor();
  await eventually(() => field.evaluate((field) => field === document.activeElement), true);
  await field.fill(what);
  await field.press("Enter");
  await decision(page, what).waitFor();
  await field.evaluate((field) => field.blur());
}

/** Changes a word of a decision's or an action's sentence. */
async function fillWord(within, name, text) {
  await within.getByRole("button", { name: new RegExp(`^${name}: `) }).click();
  const field = within.getByRole("combobox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

/** Types an action in the line that its key opens, and gives how it was understood. */
async function note(page, text) {
  await page.keyboard.press("a");
  const sheet = page.getByRole("dialog", { name: "New action" });
  const field = sheet.getByRole("textbox", { name: "Who does what by when" });
  await field.fill(text);
  const understood = await sheet.locator("#action-understood").innerText();
  await field.press("Enter");
  await sheet.waitFor({ state: "hidden" });
  return understood;
}

scene("a one-way door asks for alternatives before it is closed, and can be overridden to be seen", async (page) => {
  await decide(page, "Buy the auth service");
  const card = decision(page, "Buy the auth service");
  await card.getByRole("button", { name: "One-way" }).click();
  await card.getByRole("button", { name: "Decided", exact: true }).click();
  await headline(page).getByText(/hard to take back/).waitFor();
  await fillWord(card, "Alternatives", "build it; wait");
  await card.getByRole("button", { name: "Decided", exact: true }).click();
  await eventually(() => said(page), "Decide 'Buy the auth service'");
  await expectAccessible(page);

  await decide(page, "Leave the old data centre");
  const other = decision(page, "Leave the old data centre");
  await other.getByRole("button", { name: "One-way" }).click();
  await other.getByRole("button", { name: "Close without alternatives" }).click();
  await other.getByText(/closed without alternatives/).waitFor();
});

scene("a decision that is due is looked at again first", async (page) => {
  await decide(page, "One");
  await decision(page, "One").getByRole("button", { name: "Decided", exact: true }).click();
  await decide(page, "Two");
  await fillWord(decision(page, "Two"), "Review date", "today");
  await decision(page, "Two").getByRole("button", { name: "Decided", exact: true }).click();
  await page.getByText("1 decision to look at again").waitFor();
  const first = page.getByRole("list", { name: "Decisions" }).getByRole("listitem").first();
  await eventually(() => first.getAttribute("aria-label"), "Two");
  await first.getByRole("button", { name: "Looked at it today" }).click();
  await page.getByText("1 decision to look at again").waitFor({ state: "detached" });
});

scene("a decision is about the selected item, and the item tells of it", async (page) => {
  await addItems(page, "Checkout", "Search");
  await card(page, "Checkout").click();
  await page.getByRole("region", { name: "Item" }).waitFor();
  await decide(page, "Ship the checkout first");
  const made = decision(page, "Ship the checkout first");
  await made.getByRole("button", { name: "Checkout", exact: true }).waitFor();
  await fillWord(made, "About which item", "sear");
  await made.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("region", { name: "Item" }).getByRole("button", { name: "Ship the checkout first" }).waitFor();
});

scene("an action is typed in one line, understood before it is taken, done with a key, and undone", async (page) => {
  await addItems(page, "Checkout");
  await card(page, "Checkout").click();
  await page.getByRole("region", { name: "Item" }).waitFor();
  const understood = await note(page, "@Ana asks Payments for a date by 2099-03-12");
  assert.equal(understood, "Ana asks Payments for a date, by 12 Mar 2099, for 'Checkout'");
  await note(page, "Ana books a room");
  await goTo(page, "Meeting");
  await page.getByRole("link", { name: "Decisions and actions" }).click();
  await eventually(() => actions(page).count(), 2);
  await expectAccessible(page);
  const row = actions(page).first();
  await eventually(() => row.getAttribute("aria-label"), "asks Payments for a date");
  await row.focus();
  await page.keyboard.press("x");
  await page.getByText("1 open", { exact: true }).waitFor();
  await eventually(() => actions(page).last().getAttribute("aria-label"), "asks Payments for a date");
  await page.keyboard.press("Control+z");
  await page.getByText("2 open", { exact: true }).waitFor();
  const { text } = await download(page, () => fromBoardMenu(page, "Download the calendar"));
  assert.match(text, /DTSTART;VALUE=DATE:20990312\r\nSUMMARY:Ana: asks Payments for a date/);
});

scene("a comparison becomes a decision that keeps its numbers", async (page) => {
  const options = "id,title,reach,impact,confidence,effort\n1,Reset,450,3,100%,2\n2,Export,2000,1,80%,4\n";
  await importAsNewBoard(page, textFile("options.csv", options));
  await goTo(page, "Compare");
  await page.getByRole("button", { name: "Side by side", exact: true }).click();
  await page.getByRole("button", { name: /^Compare the two that lead/ }).click();
  await page.getByRole("button", { name: "Record the decision" }).click();
  const made = decision(page, "Reset before Export");
  await made.getByText("The comparison, as it was").click();
  assert.deepEqual(await made.getByRole("row").first().getByRole("columnheader").allInnerTexts(), ["", "Reset", "Export"]);
  await made.getByRole("cell", { name: "675", exact: true }).waitFor();
});
