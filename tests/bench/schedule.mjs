// The schedule in the page, reading the board among it: a chain, as engines are measured by, and a made plan.

import { openApp } from "../e2e/harness.mjs";
import { VIEW, clearMeasures, imported, measured, median, ms, painted } from "./figures.mjs";
import { makePlan } from "./plan.mjs";

const EDITS = 30;

const chain = (n) =>
  Array.from({ length: n }, (_, i) => ({
    id: `T${i}`,
    title: `Task ${i}`,
    duration: 1 + (i % 9),
    preds: i ? [`T${i - 1}`] : [],
  }));

async function one(browser, url, name, plan) {
  const context = await browser.newContext({ viewport: VIEW, locale: "en-GB" });
  const page = await openApp(context, url);
  page.setDefaultTimeout(120_000);
  await imported(page, plan);
  await clearMeasures(page);
  await page.getByRole("list", { name: "Inbox" }).getByRole("listitem").first().focus();
  for (let i = 0; i < EDITS; i += 1) {
    await page.keyboard.press("p");
    await painted(page);
  }
  const taken = await measured(page, "unblock:schedule");
  await context.close();
  console.log(`schedule of a ${name}: median ${ms(median(taken))}, best ${ms(Math.min(...taken))} (${taken.length} times)`);
}

/** Prints what a schedule takes. */
export async function schedule(browser, url) {
  for (const size of [1000, 10_000]) {
    await one(browser, url, `chain of ${size}`, chain(size));
    await one(browser, url, `plan of ${size}`, makePlan(size));
  }
}
