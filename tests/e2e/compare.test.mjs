// Compare: the table edited like a spreadsheet, options side by side, and the point at which their order turns.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  download,
  eventually,
  eventuallyMatches,
  fixture,
  fromBoardMenu,
  goTo,
  importAsNewBoard,
  said,
  stage,
  textFile,
} from "./steps.mjs";

const scene = stage();

const OPTIONS = `id,title,reach,impact,confidence,effort
1,Password reset,450,3,100%,2
2,Invoice export,2000,1,80%,4
3,Onboarding video,800,2,50%,1
4,Faster search,,1,80%,2
`;

const grid = (page) => page.getByRole("grid", { name: "Options" });
const rowOf = (page, title) => grid(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: title }) });

/** The titles of the table in order. */
const order = (page) => grid(page).getByRole("rowheader").allInnerTexts();

/** The cells of a row as they read. */
const cells = (page, title) => rowOf(page, title).getByRole("gridcell").allInnerTexts();

/** The cell with the focus: the title of its row and the head of its column. */
const focusedCell = (page) =>
  page.evaluate(() => {
    const cell = document.activeElement.closest("[role=gridcell], [role=rowheader]");
    const row = cell?.closest("[role=row]");
    const head = document.querySelectorAll("[role=columnheader] b")[cell?.ariaColIndex - 1];
    return row && `${row.querySelector("[role=rowheader]").innerText}, ${head.innerText}`;
  });

const verdict = (page) => page.getByRole("region", { name: "Compare", exact: true }).getByRole("heading", { level: 2 }).innerText();

async function openOptions(page, text = OPTIONS) {
  await importAsNewBoard(page, textFile("options.csv", text));
  await goTo(page, "Compare");
  await grid(page).waitFor();
}

/** Gives the focus to a row's cell by keys, from the filter in the header on. */
async function walkTo(page, title, steps) {
  await rowOf(page, title).getByRole("rowheader").focus();
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowRight");
}

/** Changes one input of an option in the table, and goes back to the options side by side. */
async function change(page, title, steps, figure) {
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await walkTo(page, title, steps);
  await page.keyboard.type(figure);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Side by side", exact: true }).click();
}

scene("a table is edited by keys alone, sorts as the scores change, and is undone", async (page) => {
  await openOptions(page);
  await eventually(() => order(page), ["Onboarding video", "Password reset", "Invoice export", "Faster search"]);
  assert.deepEqual(await cells(page, "Faster search"), ["", "–", "1", "80 %", "2", "no reach", "", ""]);

  await walkTo(page, "Faster search", 1);
  await eventually(() => focusedCell(page), "Faster search, Reach");
  await page.keyboard.type("3,000");
  await page.keyboard.press("Enter");
  await eventually(() => order(page), ["Faster search", "Onboarding video", "Password reset", "Invoice export"]);
  await eventually(() => said(page), "Faster search: RICE 1,200, rank 1");
  await eventually(() => focusedCell(page), "Faster search, Reach");

  // Tab keeps and goes to the right; Escape puts back what was there; Delete empties the cell.
  await page.keyboard.type("10");
  await page.keyboard.press("Tab");
  await eventually(() => focusedCell(page), "Faster search, Impact");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await eventually(async () => (await cells(page, "Faster search"))[2], "1");
  await page.keyboard.press("Delete");
  await eventually(async () => (await cells(page, "Faster search"))[5], "no impact");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await eventually(async () => (await cells(page, "Faster search"))[5], "1,200");

  // What is no number stays in the field and says so.
  await page.keyboard.press("Enter");
  await page.keyboard.type("much");
  await page.keyboard.press("Enter");
  await page.getByText("'much' is not a number").first().waitFor();
  await page.keyboard.press("Escape");
});

scene("the order holds still while figures are typed, and follows the scores again", async (page) => {
  await openOptions(page);
  await page.getByRole("button", { name: "Hold still" }).click();
  await walkTo(page, "Invoice export", 1);
  await page.keyboard.type("20000");
  await page.keyboard.press("Enter");
  await eventually(() => focusedCell(page), "Faster search, Reach");
  assert.deepEqual(await order(page), ["Onboarding video", "Password reset", "Invoice export", "Faster search"]);
  assert.equal((await cells(page, "Invoice export"))[6], "1", "its rank is told all the same");
  await page.getByRole("button", { name: "Hold still" }).click();
  await eventually(async () => (await order(page))[0], "Invoice export");
  await page.getByRole("button", { name: "Board's order" }).click();
  await eventually(() => order(page), ["Password reset", "Invoice export", "Onboarding video", "Faster search"]);
});

scene("a block from a spreadsheet is pasted as one step", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOptions(page);
  await page.getByRole("button", { name: "Board's order" }).click();
  await walkTo(page, "Password reset", 1);
  await page.evaluate(() => navigator.clipboard.writeText("100\t2\t0.5\t1\n200\t1\t80%\t2\n"));
  await page.keyboard.press("Control+v");
  await eventually(async () => (await cells(page, "Password reset")).slice(1, 6), ["100", "2", "50 %", "1", "100"]);
  await eventually(async () => (await cells(page, "Invoice export")).slice(1, 6), ["200", "1", "80 %", "2", "80"]);
  await page.getByText("1 cell read as fractions").first().waitFor();
  await page.keyboard.press("Control+z");
  await eventually(async () => (await cells(page, "Password reset"))[5], "675");
  await eventually(async () => (await cells(page, "Invoice export"))[5], "400");
});

scene("two options say who leads; at its flip point the order has turned, one step before it has not", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOptions(page);
  for (const title of ["Onboarding video", "Password reset"]) {
    await walkTo(page, title, 0);
    await page.keyboard.press("Space");
  }
  await page.getByRole("button", { name: "Compare 2" }).click();
  await eventually(() => verdict(page), "Onboarding video leads by 19 %, on reach and effort; Password reset wins on impact and confidence.");
  const options = page.getByRole("region", { name: "Compare", exact: true });
  await options.getByText("Password reset overtakes if").waitFor();
  const turns = await options.locator(".cmp-option", { hasText: "Password reset" }).locator(".cmp-bar", { hasText: "Reach" }).innerText();
  assert.match(turns, /turns at 534/);

  await change(page, "Password reset", 1, "533");
  await eventuallyMatches(() => verdict(page), /^Onboarding video leads by less than 1 %/);
  await change(page, "Password reset", 1, "534");
  await eventuallyMatches(() => verdict(page), /^Password reset leads by less than 1 %/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await page.getByText("The comparison is in the clipboard").first().waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^## Password reset leads by less than 1 %/);
  assert.match(text, /\| RICE \| 800 \| \*\*801\*\* \|/);
  const picture = await download(page, () => page.getByRole("button", { name: "SVG" }).click());
  assert.match(picture.text, /^<svg .*Onboarding video.*<\/svg>$/s);
});

scene("ICE has its own scale, and says what is not on it", async (page) => {
  await openOptions(page, "id,title,impact,confidence,ease\n1,A,8,7,3\n2,B,6,4,8\n3,C,6,80,8\n");
  await eventually(() => order(page), ["B", "A", "C"]);
  await page.getByText("1 option has figures of another scale").waitFor();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Compare A" }).click();
  await page.getByRole("checkbox", { name: "Compare B" }).click();
  await page.getByRole("button", { name: "Compare 2" }).click();
  await eventually(() => verdict(page), "B leads by 14 %, on ease alone; A wins on impact and confidence.");
  await page.getByText("hard work or quick wins?").waitFor();
  await page.getByRole("button", { name: "RICE", exact: true }).click();
  await eventuallyMatches(() => verdict(page), /^No verdict yet: /);
});

scene("without two options the view says what to do, and an item is opened from the table", async (page) => {
  await openOptions(page);
  await page.getByRole("button", { name: "Side by side" }).click();
  await page.getByText("Choose two items that compete.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Compare the two that lead" }).click();
  await eventuallyMatches(() => verdict(page), /^Onboarding video leads/);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await rowOf(page, "Invoice export").getByRole("rowheader").click();
  await page.getByRole("region", { name: "Item" }).getByRole("button", { name: "Title: Invoice export" }).waitFor();
});

scene("the scores leave as a table", async (page) => {
  await importAsNewBoard(page, fixture("plan.csv"));
  const scores = await download(page, () => fromBoardMenu(page, "Download the scores as CSV"));
  assert.match(scores.name, /scores\.csv$/);
  assert.match(scores.text.replace("\ufeff", ""), /^id,title,reach,impact,confidence,effort,ease,RICE,RICE rank,ICE,ICE rank\r\n/);
});

scene("an item that is closed gives the focus back to its cell", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await goTo(page, "Compare");
  await page.getByRole("rowheader").first().click();
  await page.getByRole("region", { name: "Item", exact: true }).waitFor();
  await page.getByRole("region", { name: "Item", exact: true }).getByRole("button", { name: /^Inbox/ }).focus();
  await page.keyboard.press("Escape");
  await eventually(() => page.evaluate(() => document.activeElement.closest("[data-col]") !== null), true);
});
