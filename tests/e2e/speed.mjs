// What is done on the page where its speed is measured, by the tests and by `npm run bench`: a card carried over two
// thousand, cards moved and items added among them, figures edited among a thousand options.
//
// Deliberately absent: bounds, and what a figure means on another machine.

import { setTimeout } from "node:timers/promises";
import { openApp } from "./harness.mjs";
import { goTo, importAsNewBoard, textFile } from "./steps.mjs";

export const ITEMS = 2000;
export const OPTIONS = 1000;
const VIEW = { viewport: { width: 1920, height: 940 } };

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (numbers) => percentile(numbers, 0.5);

const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** What each edit of a part of the journey took, from the command to the paint. */
async function edits(page, act) {
  await page.evaluate(() => performance.clearMeasures("unblock:edit"));
  await act();
  return page.evaluate(() => performance.getEntriesByName("unblock:edit").map((measure) => measure.duration));
}

/** A page with two thousand items in the Inbox. */
export async function crowded(browser, url) {
  const page = await openApp(await browser.newContext(VIEW), url);
  const field = page.getByRole("textbox", { name: "New items" });
  await field.fill(Array.from({ length: ITEMS }, (_, i) => `Item ${i + 1} of a long backlog`).join("\n"));
  await field.press("Enter");
  await page.getByText(`${ITEMS} to sort`).first().waitFor();
  return page;
}

/** Lifts a card; gives what carries it to and fro, which tells the work on the page's main thread for each frame. */
export async function lift(page) {
  const session = await page.context().newCDPSession(page);
  // Of the thread's own time: what else the machine does is not the page's work.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const work = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
  };
  const card = await page.getByRole("list", { name: "Inbox" }).getByRole("listitem").nth(3).boundingBox();
  const well = await page.getByRole("region", { name: "Delegate or batch" }).boundingBox();
  await page.mouse.move(card.x + 60, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(card.x + 80, card.y + 40);
  return async () => {
    const frames = [];
    let spent = await work();
    for (let step = 0; step < 80; step += 1) {
      const part = Math.abs(((step / 40) % 2) - 1);
      await page.mouse.move(card.x + (well.x + 200 - card.x) * part, card.y + (well.y + 160 - card.y) * part);
      // The pace of a screen; asking the page for its frames would itself be work on its main thread.
      await setTimeout(1000 / 60);
      const now = await work();
      frames.push(now - spent);
      spent = now;
    }
    return frames;
  };
}

/** Puts ten cards of the Inbox into quadrants by their keys. */
export const moves = (page) =>
  edits(page, async () => {
    const first = page.getByRole("list", { name: "Inbox" }).getByRole("listitem").first();
    for (let i = 0; i < 10; i += 1) {
      await first.focus();
      await page.keyboard.press(String(1 + (i % 4)));
      await painted(page);
    }
  });

/** Adds ten items. */
export const additions = (page) =>
  edits(page, async () => {
    const field = page.getByRole("textbox", { name: "New items" });
    for (let i = 0; i < 10; i += 1) {
      await field.fill(`One more ${i}`);
      await field.press("Enter");
      await painted(page);
    }
  });

/** A page with a thousand options in the table of Compare, sorted by score. */
export async function comparing(browser, url) {
  const page = await openApp(await browser.newContext(VIEW), url);
  const row = (n) => `${n},Option ${n},${100 + ((n * 7919) % 5000)},${[0.25, 0.5, 1, 2, 3][n % 5]},${50 + (n % 6) * 10}%,${1 + (n % 9)}`;
  const csv = ["id,title,reach,impact,confidence,effort", ...Array.from({ length: OPTIONS }, (_, i) => row(i + 1))].join("\n");
  await importAsNewBoard(page, textFile("options.csv", csv));
  await goTo(page, "Compare");
  await page.getByRole("grid", { name: "Options" }).locator("[data-col='2']").first().waitFor();
  return page;
}

/** Types a figure into ten cells of the table, others in each round. */
export const figures = (page, round) =>
  edits(page, async () => {
    const cell = page.getByRole("grid", { name: "Options" }).locator("[data-col='2']");
    for (let i = 0; i < 10; i += 1) {
      await cell.nth(i).focus();
      await page.keyboard.type(String(10 + (((round * 10 + i) * 1237) % 6000)));
      await page.keyboard.press("Enter");
      await painted(page);
    }
  });
