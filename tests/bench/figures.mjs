// What all benchmarks share: figures, and a plan as a board of its own.

import { planCsv } from "./plan.mjs";

export const VIEW = { width: 1600, height: 900 };

export const median = (numbers) => percentile(numbers, 0.5);

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const ms = (number) => `${number.toFixed(1)} ms`;

export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** The durations of a User Timing measure since the measures were cleared. */
export const measured = (page, name) =>
  page.evaluate((name) => performance.getEntriesByName(name).map((entry) => entry.duration), name);

export const clearMeasures = (page) => page.evaluate(() => performance.clearMeasures());

/** A board of its own for the plan; gives its address and that of the board that was there before. */
export async function imported(page, plan, view = "timeline") {
  // A board that nobody has touched is not kept.
  await page.getByRole("textbox", { name: "New items" }).fill("One");
  await page.keyboard.press("Enter");
  await page.getByText("1 to sort").first().waitFor();
  const other = await page.evaluate(() => location.hash);
  await page.getByRole("banner").getByRole("button").first().click();
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: /^Import a file/ }).click();
  const file = { name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from(planCsv(plan)) };
  await (await asked).setFiles(file);
  await page.getByRole("button", { name: /^(Make|Add) the board$/ }).click();
  await page.getByText(`${plan.length} to sort`).first().waitFor();
  const own = await page.evaluate(() => location.hash);
  return [other, own].map((hash) => hash.replace(/[a-z]+$/, view));
}
