// The command palette: every command and every item by a few letters.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { addItems, card, DO, eventually, expectTitles, focusCard, stage } from "./steps.mjs";

const scene = stage();

const field = (page) => page.getByRole("combobox", { name: "Command or item" });
const lines = (page) => page.getByRole("listbox", { name: "Commands and items" }).getByRole("option");
const words = async (page) => (await lines(page).allInnerTexts()).map((line) => line.split("\n")[0]);

/** Opens the palette and types. */
async function find(page, text) {
  await page.keyboard.press("Control+k");
  await field(page).fill(text);
}

scene("a command is found by its letters, done, and stands first the next time", async (page) => {
  await addItems(page, "Undo the damage", "Sundown");
  await find(page, "und");
  await eventually(async () => (await words(page)).slice(0, 3), ["Undo", "Undo the damage", "Sundown"]);
  await expectAccessible(page);
  await field(page).press("Enter");
  await eventually(() => card(page, "Sundown").count(), 0);
  await page.keyboard.press("Control+k");
  await eventually(async () => (await words(page))[0], "Undo");
  assert.match(await lines(page).first().innerText(), /Ctrl\s*Z/);
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "hidden" });
});

scene("commands act on the selected items", async (page) => {
  await addItems(page, "One", "Two");
  await focusCard(page, "One");
  await find(page, "put do");
  await field(page).press("Enter");
  await expectTitles(page, DO, ["One"]);
});

scene("an item is opened from any page, and arrows choose", async (page) => {
  await addItems(page, "Load test", "Load balancer");
  await find(page, "settings");
  await field(page).press("Enter");
  await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
  await find(page, "load");
  await eventually(async () => (await words(page)).slice(0, 2), ["Load test", "Load balancer"]);
  await field(page).press("ArrowDown");
  await eventually(() => lines(page).nth(1).getAttribute("aria-selected"), "true");
  await field(page).press("Enter");
  await page.getByRole("region", { name: "Item" }).getByRole("button", { name: "Title: Load balancer" }).waitFor();
});

scene("a touch opens it from the board's menu", async (page) => {
  await page.getByRole("banner").getByRole("button").first().click();
  await page.getByRole("menuitem", { name: /^All commands and items/ }).click();
  await field(page).fill("start");
  await lines(page).first().click();
  await page.getByRole("region", { name: "The meeting" }).waitFor();
}, { viewport: { width: 390, height: 844 } });
