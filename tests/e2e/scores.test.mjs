// Scores outside of Compare: on the cards and the rows where they are asked for, as the order of the Matrix, and by the
// board's own scale.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  DO,
  SCHEDULE,
  beforeCard,
  card,
  drag,
  eventually,
  eventuallyMatches,
  expectTitles,
  fromBoardMenu,
  fromCardMenu,
  goTo,
  importAsNewBoard,
  reload,
  said,
  saved,
  stage,
  textFile,
} from "./steps.mjs";

const scene = stage();

const OPTIONS = `id,title,important,urgent,depends on,reach,impact,confidence,effort
1,Password reset,yes,yes,,450,3,100%,2
2,Invoice export,yes,yes,1,2000,1,80%,4
3,Faster search,yes,yes,,,1,80%,2
4,Onboarding video,yes,yes,2,800,2,50%,1
`;

const grid = (page) => page.getByRole("grid", { name: "Options" });
const open = (page) => importAsNewBoard(page, textFile("options.csv", OPTIONS));

/** Chooses where scores are seen, from the menu of the filter. */
async function showScores(page, words) {
  await page.getByRole("banner").getByRole("button").nth(1).click();
  await page.getByRole("menu", { name: "Filter" }).getByRole("menuitem", { name: words, exact: true }).click();
}

scene("cards, nodes and rows show the score where it is asked for, and go on so after a reload", async (page) => {
  await open(page);
  assert.equal(await card(page, "Password reset").getByText(/RICE/).count(), 0);
  await showScores(page, "Show scores");
  await card(page, "Password reset").getByText("RICE 675").waitFor();
  await eventuallyMatches(() => card(page, "Password reset").getAttribute("aria-label"), /, RICE 675/);
  assert.equal(await card(page, "Faster search").getByText(/RICE/).count(), 0, "without a score nothing is said");
  await expectTitles(page, DO, ["Password reset", "Invoice export", "Faster search", "Onboarding video"]);
  await expectAccessible(page);
  await saved(page);
  await reload(page);
  await card(page, "Password reset").getByText("RICE 675").waitFor();

  await goTo(page, "Map");
  await page.getByRole("listitem", { name: /^Invoice export.*RICE 400/ }).waitFor();
  await page.getByRole("link", { name: "Timeline" }).click();
  await page.getByText("RICE 400").first().waitFor();
  // The method is the one that was chosen in Compare.
  await goTo(page, "Compare");
  await page.getByRole("button", { name: "ICE", exact: true }).click();
  await goTo(page, "Matrix");
  await eventually(() => card(page, "Password reset").getByText(/ICE/).count(), 0);
});

scene("a quadrant by score follows the scores, and a drop in it changes no order", async (page) => {
  await open(page);
  await showScores(page, "Sort by score");
  const sorted = ["Onboarding video", "Password reset", "Invoice export", "Faster search"];
  await expectTitles(page, DO, sorted);
  await page.getByText("Sorted by RICE: a drop changes the quadrant, not the order").first().waitFor();
  await drag(page, "Faster search", await beforeCard(page, "Onboarding video"));
  await eventuallyMatches(() => said(page), /^Sorted by RICE: the order follows the scores/);
  await expectTitles(page, DO, sorted);
  await fromCardMenu(page, "Faster search", "To the top");
  await expectTitles(page, DO, sorted);
  await fromCardMenu(page, "Password reset", `Move to ${SCHEDULE}`);
  await expectTitles(page, SCHEDULE, ["Password reset"]);
  await page.keyboard.press("Escape");
  await showScores(page, "No scores");
  await expectTitles(page, DO, ["Invoice export", "Faster search", "Onboarding video"]);
});

scene("a board counts in its own period and names its own impacts", async (page) => {
  await open(page);
  await fromBoardMenu(page, "Name, goal, people, quadrants");
  await page.getByRole("button", { name: "month", exact: true }).click();
  const steps = page.getByRole("textbox", { name: "Steps of impact" });
  await steps.fill("5 a must, high");
  await steps.press("Enter");
  await page.getByText("'high' is not a number and a name").first().waitFor();
  await steps.fill("5 a must, 3 good, 1 nice");
  await steps.press("Enter");
  await expectAccessible(page);
  await goTo(page, "Compare");
  await grid(page).getByRole("columnheader", { name: "Reach per month" }).waitFor();
  await grid(page).getByRole("columnheader", { name: "Impact 1 to 5" }).waitFor();
  await grid(page).getByRole("rowheader", { name: "Invoice export" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A must");
  await page.keyboard.press("Enter");
  await eventuallyMatches(() => said(page), /^Invoice export: RICE 2,000, rank 1/);
  await page.keyboard.press("Control+z");
  await eventuallyMatches(() => grid(page).getByRole("row").nth(1).innerText(), /^Onboarding video/);
});
