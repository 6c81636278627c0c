// Compare: a table from a spreadsheet, with heads in people's own words or with none; its guess is shown and set right
// before anything is taken.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { addItems, chooseFile, eventually, figures, goTo, stage, textFile } from "./steps.mjs";

const scene = stage();

const OWN = `Feature\tReach (users/qtr)\tImpact 1-3\tConf %\tPerson months\tRICE score
password reset\t450\t3\t100%\t2\t675
Invoice export\t2,000\tMedium\t0.8\t4\t400
Onboarding video\tmany\thigh\t50%\t0\t800
`;

const grid = (page) => page.getByRole("grid", { name: "Options" });
const rows = (page) => grid(page).getByRole("rowheader").allInnerTexts();
const cells = (page, title) =>
  grid(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: title }) }).getByRole("gridcell").allInnerTexts();
const holds = (page, column) => page.getByRole("combobox", { name: `What '${column}' holds` });

/** Opens Compare on a board with one item, and asks for cells. */
async function openField(page) {
  await addItems(page, "Password reset");
  await goTo(page, "Compare");
  await page.getByRole("button", { name: "Paste a table" }).click();
}

async function paste(page, text) {
  await page.getByRole("textbox", { name: "Cells from a spreadsheet" }).fill(text);
  await page.getByRole("button", { name: "Show what it holds" }).click();
}

scene("heads in people's own words are guessed, shown, and taken as one step", async (page) => {
  await openField(page);
  await expectAccessible(page);
  await paste(page, OWN);
  const guess = {
    Feature: "Title",
    "Reach (users/qtr)": "Reach",
    "Impact 1-3": "Impact",
    "Conf %": "Confidence",
    "Person months": "Effort",
    "RICE score": "A result: left out",
  };
  for (const [column, meaning] of Object.entries(guess)) assert.equal(await holds(page, column).inputValue(), meaning, column);
  assert.deepEqual(await figures(page), { new: 2, "changed there": 1 });
  await page.getByText("line 4, column 'Reach (users/qtr)': 'many' is not a number").waitFor();
  await page.getByText("line 4, column 'Person months': effort is out of range").waitFor();
  await page.getByText("a confidence of at most 1 without % was read as a fraction: 80 %").waitFor();
  await page.getByText("'RICE score' is a result: scores and ranks are computed here").waitFor();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Take it into this board" }).click();
  await eventually(() => rows(page), ["password reset", "Invoice export", "Onboarding video"]);
  assert.deepEqual((await cells(page, "Invoice export")).slice(1, 6), ["2,000", "1", "80 %", "4", "400"]);
  await page.keyboard.press("Control+z");
  await eventually(() => rows(page), ["Password reset"]);
});

scene("what was guessed wrong is set right, and a column is taken once", async (page) => {
  await openField(page);
  await paste(page, "What;Value;Weight;Ease\nSearch;8;7;3\nReset;6;4;8\n");
  assert.equal(await holds(page, "Value").inputValue(), "Left out");
  await holds(page, "Value").selectOption("Impact");
  await holds(page, "Weight").selectOption("Impact");
  assert.equal(await holds(page, "Value").inputValue(), "Left out");
  await holds(page, "Value").selectOption("Confidence");
  await holds(page, "What").selectOption("Notes");
  await page.getByRole("alert").getByText("No column is chosen for the titles.").waitFor();
  await holds(page, "What").selectOption("Title");
  await page.getByRole("button", { name: "Take it into this board" }).click();
  await page.getByRole("button", { name: "ICE", exact: true }).click();
  await eventually(async () => (await cells(page, "Search")).slice(1, 5), ["7", "8", "3", "168"]);
});

scene("cells without heads are guessed by what stands in them", async (page) => {
  await openField(page);
  await paste(page, "Search\t100\t2\t50%\t1\nReset\t200\t1\t80%\t2\n");
  const [reach, confidence] = [await holds(page, "Column 2").inputValue(), await holds(page, "Column 4").inputValue()];
  assert.deepEqual([reach, confidence], ["Reach", "Confidence"]);
  assert.equal(await page.getByRole("switch", { name: "The first line holds the heads" }).isChecked(), false);
  await page.getByRole("button", { name: "Take it into this board" }).click();
  await eventually(() => rows(page), ["Search", "Reset", "Password reset"]);
});

scene("a table with heads that is pasted onto a cell is shown first; a block of figures is not", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await addItems(page, "Password reset");
  await goTo(page, "Compare");
  await grid(page).getByRole("rowheader", { name: "Password reset" }).focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), OWN);
  await page.keyboard.press("Control+v");
  await page.getByRole("heading", { name: "Import the pasted cells" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await eventually(() => rows(page), ["Password reset"]);
});

scene("a file with heads of its own is guessed as well", async (page) => {
  await chooseFile(page, textFile("ideas.csv", "Idea;Impact;Confidence;Ease;Score\nA;8;7;3;168\nB;6;4;8;192\n"));
  assert.equal(await holds(page, "Idea").inputValue(), "Title");
  assert.deepEqual(await figures(page), { new: 2 });
  await page.getByRole("button", { name: "Make the board" }).click();
  await goTo(page, "Compare");
  await eventually(() => rows(page), ["B", "A"]);
});
