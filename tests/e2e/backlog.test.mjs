// The journey that the product is for: a real backlog comes in, a meeting sorts it, and everything is there tomorrow.
// It is made in each home that the built page can have.

import assert from "node:assert/strict";
import {
  DELEGATE, DO, ELIMINATE, HOMES, INBOX, SCHEDULE, beforeCard, boardFile, boardName, card, chooseFile, drag, dragByTouch,
  eventually, expectTitles, figures, fixture, focusCard, footOf, fromBoardMenu, fromCardMenu, list, matrix, reload, said,
  saved, stage,
} from "./steps.mjs";

const FREEZE = "Freeze the v2 contract of the orders API";
const PATCH = "Patch the auth library (CVE review)";
const SEARCH = "Search latency went from 180 ms to 420 ms";
const PRICING = "Refactor the pricing module for testability";
const CART = "Explore event sourcing for the cart";
const REPORT = "Ad-hoc revenue report for the board meeting";
const ADMIN = "Rewrite the admin panel in a newer framework";
const REPLICA = "Read replica for reporting";
const CODE = "<img src=x onerror=alert(1)> in a coupon code";

const BACKLOGS = [
  { file: "trello_board.json", name: "Checkout platform: spring plan", says: { new: 38, "people who join": 4 }, sort: sortTrello },
  { file: "jira_search.csv", name: "Shipping and returns", says: { new: 38, links: 15, "people who join": 3 }, sort: sortJira },
];

for (const home of HOMES) {
  const scene = stage(home);
  for (const { file, name, says, sort } of BACKLOGS) {
    scene(`${file} comes in, is sorted by every means and found as left, ${home === "from disk" ? home : `at ${home}`}`, async (page) => {
      await chooseFile(page, fixture(file));
      assert.deepEqual(await figures(page), says);
      await page.getByRole("button", { name: "Make the board" }).click();
      await list(page, INBOX).getByRole("listitem").first().waitFor();
      assert.equal(await boardName(page), name);
      const left = await sort(page);
      await saved(page);
      const before = await boardFile(page);
      await reload(page);
      const { [INBOX]: _, ...quadrants } = await matrix(page);
      assert.deepEqual(quadrants, left, "the quadrants hold what they held, in that order");
      assert.equal((await boardFile(page)).text, before.text, "the whole board is the same to the last byte");
      await fromBoardMenu(page, /^Undo: move /);
      await eventually(async () => (await said(page)).startsWith("Undone: move "), true);
      await page.keyboard.press("Control+Shift+Z");
      await eventually(async () => (await matrix(page))[DO], left[DO]);
    }, { hasTouch: true });
  }
}

/** By mouse alone and together, by touch, by keys, by menu; with undo and redo between. */
async function sortTrello(page) {
  await drag(page, PATCH, await footOf(page, DO));
  await drag(page, FREEZE, await footOf(page, DO));
  await drag(page, FREEZE, await beforeCard(page, PATCH));
  await expectTitles(page, DO, [FREEZE, PATCH]);
  await card(page, PRICING).click({ modifiers: ["ControlOrMeta"] });
  await card(page, SEARCH).click({ modifiers: ["ControlOrMeta"] });
  await drag(page, SEARCH, await footOf(page, SCHEDULE));
  await expectTitles(page, SCHEDULE, [PRICING, SEARCH]);
  await dragByTouch(page, REPORT, await footOf(page, DELEGATE));
  await expectTitles(page, DELEGATE, [REPORT]);
  await page.keyboard.press("Escape");
  await focusCard(page, ADMIN);
  await page.keyboard.press("4");
  await expectTitles(page, ELIMINATE, [ADMIN]);
  await fromCardMenu(page, CART, "Move to Schedule and protect");
  await expectTitles(page, SCHEDULE, [PRICING, SEARCH, CART]);
  await focusCard(page, CART);
  await page.keyboard.press("Alt+ArrowUp");
  await expectTitles(page, SCHEDULE, [PRICING, CART, SEARCH]);
  await focusCard(page, REPLICA);
  await page.keyboard.press("2");
  await page.keyboard.press("Control+z");
  await expectTitles(page, SCHEDULE, [PRICING, CART, SEARCH]);
  await page.keyboard.press("Control+Shift+Z");
  await expectTitles(page, SCHEDULE, [PRICING, CART, SEARCH, REPLICA]);
  await fromCardMenu(page, CODE, "Move to Do now");
  await focusCard(page, CODE);
  await page.keyboard.press("0");
  await expectTitles(page, DO, [FREEZE, PATCH]);
  return {
    [DO]: [FREEZE, PATCH],
    [SCHEDULE]: [PRICING, CART, SEARCH, REPLICA],
    [DELEGATE]: [REPORT],
    [ELIMINATE]: [ADMIN],
  };
}

async function sortJira(page) {
  await drag(page, "Parcel weight is rounded down", await footOf(page, DO));
  await dragByTouch(page, "Carrier integration", await beforeCard(page, "Parcel weight is rounded down"));
  await expectTitles(page, DO, ["Carrier integration", "Parcel weight is rounded down"]);
  await focusCard(page, "Returns portal");
  await page.keyboard.press("2");
  await page.keyboard.press("Control+z");
  await expectTitles(page, SCHEDULE, []);
  await page.keyboard.press("Control+y");
  await expectTitles(page, SCHEDULE, ["Returns portal"]);
  await fromCardMenu(page, "Customs data for non-EU parcels", "Move to Delegate or batch");
  await expectTitles(page, DELEGATE, ["Customs data for non-EU parcels"]);
  await focusCard(page, "Switch from the old label printer driver");
  await page.keyboard.press("4");
  await expectTitles(page, ELIMINATE, ["Switch from the old label printer driver"]);
  return {
    [DO]: ["Carrier integration", "Parcel weight is rounded down"],
    [SCHEDULE]: ["Returns portal"],
    [DELEGATE]: ["Customs data for non-EU parcels"],
    [ELIMINATE]: ["Switch from the old label printer driver"],
  };
}
