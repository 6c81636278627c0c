// Compare: value against effort as a chart that is walked, opened and chosen from, and what the filter leaves of it.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { eventually, eventuallyMatches, goTo, importAsNewBoard, pointIn, said, stage, textFile } from "./steps.mjs";

const scene = stage();

const OPTIONS = `id,title,important,urgent,tags,reach,impact,confidence,effort
1,Password reset,yes,yes,login,450,3,100%,2
2,Invoice export,yes,no,money,2000,1,80%,4
3,Onboarding video,,,login,800,2,50%,1
4,Faster search,,,,,1,80%,2
`;

const grid = (page) => page.getByRole("grid", { name: "Options" });
const chart = (page) => page.getByRole("group", { name: /^Value against effort/ });
const mark = (page, title) => chart(page).getByRole("button", { name: new RegExp(`^${title}: `) });
const panel = (page) => page.getByRole("region", { name: "Item" });

/** The title of the mark with the focus. */
const focused = (page) => page.evaluate(() => document.activeElement.closest("[role=button]")?.ariaLabel.split(":")[0]);

const marks = async (page) =>
  (await chart(page).getByRole("button").evaluateAll((all) => all.map((one) => one.ariaLabel.split(":")[0]))).sort();

/** The titles of the table in order. */
const rows = (page) => grid(page).getByRole("rowheader").allInnerTexts();

async function openOptions(page) {
  await importAsNewBoard(page, textFile("options.csv", OPTIONS));
  await goTo(page, "Compare");
  await grid(page).waitFor();
}

async function openChart(page) {
  await openOptions(page);
  await page.getByRole("button", { name: "Value and effort" }).click();
  await mark(page, "Password reset").waitFor();
}

async function pick(page, words) {
  // What stands on the button is what is chosen.
  await page.getByRole("banner").getByRole("button").nth(1).click();
  await page.getByRole("menu", { name: "Filter" }).getByRole("menuitem", { name: words, exact: true }).click();
}

scene("the keys reach every mark, choose it and open it", async (page) => {
  await openChart(page);
  await eventually(() => marks(page), ["Invoice export", "Onboarding video", "Password reset"]);
  await mark(page, "Onboarding video").focus();
  await page.keyboard.press("ArrowRight");
  await eventually(() => focused(page), "Password reset");
  await page.keyboard.press("ArrowRight");
  await eventually(() => focused(page), "Invoice export");
  await page.keyboard.press("Home");
  await eventually(() => focused(page), "Onboarding video");
  // Up goes by value: 2,000 of the invoices is the most.
  await page.keyboard.press("ArrowUp");
  await eventually(() => focused(page), "Invoice export");
  await page.keyboard.press("Space");
  await eventually(() => said(page), "Invoice export chosen, 1 of four");
  await eventuallyMatches(() => mark(page, "Invoice export").getAttribute("aria-label"), /, chosen$/);
  await eventually(() => focused(page), "Invoice export");
  await page.keyboard.press("Enter");
  await panel(page).getByRole("button", { name: "Title: Invoice export" }).waitFor();
  await page.getByText("1 option has no score and is not drawn.").waitFor();
  await expectAccessible(page);
});

scene("Tab comes to one mark, and the table says the same", async (page) => {
  await openChart(page);
  assert.equal(await chart(page).locator("[tabindex='0']").count(), 1);
  await page.getByRole("button", { name: "The same as a table" }).click();
  await grid(page).waitFor();
});

scene("the mouse tells of a mark, opens it, and chooses it with Ctrl", async (page) => {
  await openChart(page);
  await mark(page, "Onboarding video").hover();
  await page.locator("p", { hasText: "Onboarding video: RICE 800, rank 1; reach 800" }).waitFor();
  const at = await pointIn(mark(page, "Onboarding video").locator("path"));
  await page.mouse.click(at.x, at.y);
  await panel(page).getByRole("button", { name: "Title: Onboarding video" }).waitFor();
  await page.keyboard.down("Control");
  const other = await pointIn(mark(page, "Password reset").locator("path"));
  await page.mouse.click(other.x, other.y);
  await page.keyboard.up("Control");
  await eventuallyMatches(() => mark(page, "Password reset").getAttribute("aria-label"), /, chosen$/);
});

scene("a mark keeps the focus when its figures change", async (page) => {
  await openOptions(page);
  await grid(page).getByRole("rowheader", { name: "Invoice export" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("9000");
  await page.keyboard.press("Enter");
  await eventually(async () => (await rows(page))[0], "Invoice export");
  await page.getByRole("button", { name: "Value and effort" }).click();
  await mark(page, "Invoice export").focus();
  const before = await mark(page, "Invoice export").getAttribute("transform");
  await page.keyboard.press("Control+z");
  await eventuallyMatches(() => mark(page, "Invoice export").getAttribute("aria-label"), /RICE 400, rank 3/);
  assert.notEqual(await mark(page, "Invoice export").getAttribute("transform"), before);
  assert.equal(await focused(page), "Invoice export");
});

scene("table and chart show a quadrant, a tag, or what is selected", async (page) => {
  await openOptions(page);
  await pick(page, "Schedule and protect");
  await eventually(() => rows(page), ["Invoice export"]);
  await pick(page, "Inbox");
  await eventually(() => rows(page), ["Onboarding video", "Faster search"]);
  await pick(page, "Show all");
  await pick(page, "# login");
  await eventually(() => rows(page), ["Onboarding video", "Password reset"]);
  await pick(page, "Show all");
  for (const title of ["Invoice export", "Onboarding video"]) {
    await page.getByRole("checkbox", { name: `Compare ${title}` }).click();
  }
  await pick(page, "Only what is selected");
  await eventually(() => rows(page), ["Onboarding video", "Invoice export"]);
  await page.getByRole("button", { name: "Value and effort" }).click();
  await eventually(() => marks(page), ["Invoice export", "Onboarding video"]);
});
