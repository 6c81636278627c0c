// Dates are days, not moments: the same board is the same in every time zone, and today is the day outside the window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../e2e/harness.mjs";
import { boardFile, focusCard, fromBoardMenu, importAsNewBoard, download, reload, saved, textFile } from "../e2e/steps.mjs";
import { times, told } from "./report.mjs";
import { staged } from "./rig.mjs";

const stage = staged();

const ZONES = ["UTC", "Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "Africa/Cairo"];

/**
 * Moments at which days are mistaken: a noon that all zones share a day at; the hour that Cairo's clocks leave out, at
 * midnight; the day that Apia left out; the midnight that Sao Paulo left out; a turn of the year.
 */
const MOMENTS = ["2026-06-15T10:00:00Z", "2026-04-23T22:30:00Z", "2011-12-30T09:59:00Z", "2018-11-04T03:30:00Z", "2026-12-31T23:59:59Z"];

const DATES = ["2026-03-29", "2026-04-24", "2011-12-30", "2018-11-04", "2024-02-29", "2027-01-01"];

const board = textFile("dates.unblock.json", JSON.stringify({
  format: 1,
  name: "Dates",
  target: "2026-10-25",
  items: DATES.map((deadline, n) => ({
    id: `7f8e2f7e-2c7b-4c58-9d7c-00000000000${n}`, title: `Item ${n}`, duration: 3, deadline, not_before: deadline, important: "yes", urgent: "yes",
  })),
}));

const dayIn = (zone, moment) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(moment));

/** The board's dates after edits and a reload, what it gives as files, and the day that it took for today. */
async function inZone(timezoneId, moment) {
  const context = await stage.browser.newContext({ timezoneId, locale: "en-GB", viewport: { width: 1366, height: 900 } });
  context.setDefaultTimeout(20_000);
  try {
    await context.clock.setFixedTime(new Date(moment));
    const page = await openApp(context, stage.server.url);
    await importAsNewBoard(page, board);
    await focusCard(page, "Item 0");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("region", { name: "Item", exact: true });
    await panel.getByRole("button", { name: /^Deadline: / }).click();
    await panel.getByRole("combobox", { name: "Deadline", exact: true }).fill("2026-04-24");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await focusCard(page, "Item 1");
    await page.keyboard.press("x");
    await saved(page);
    await reload(page);
    const file = JSON.parse((await boardFile(page)).text);
    const csv = await download(page, () => fromBoardMenu(page, "Download the schedule as CSV"));
    const plan = await download(page, () => fromBoardMenu(page, "Download as CSV"));
    const items = Object.fromEntries(file.items.map((item) => [item.title, item]));
    return { items, csv: csv.text, plan: plan.text, today: items["Item 1"].progress?.done?.on };
  } finally {
    await context.close();
  }
}

test("a board has the same days in five time zones", async () => {
  let tried = 0;
  const moments = MOMENTS.slice(0, times(2, MOMENTS.length));
  for (const moment of moments) {
    const tables = new Map();
    for (const zone of ZONES) {
      const { items, csv, plan, today } = await inZone(zone, moment);
      assert.equal(today, dayIn(zone, moment), `today in ${zone} at ${moment}`);
      assert.equal(items["Item 0"].deadline, "2026-04-24", `what was typed in ${zone} at ${moment}`);
      for (const [n, date] of DATES.entries()) {
        assert.equal(items[`Item ${n}`].not_before, date, `${zone} at ${moment}`);
        tried += 1;
      }
      // Where it is the same day, all that is reckoned from it is the same to the byte.
      const before = tables.get(today);
      if (before) assert.deepEqual([csv, plan], before, `${zone} at ${moment}`);
      tables.set(today, [csv, plan]);
    }
  }
  told(20, `dates in ${ZONES.length} time zones at ${moments.length} awkward moments, edited, reloaded, exported`, tried, "0 changed");
});
