// Two thousand items stay smooth. Figures are of this machine and this run; the bounds are those of the design. Other
// work on the machine only ever adds to a figure, so the best of three rounds counts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { launch, openApp, startServer } from "./harness.mjs";
import { goTo, importAsNewBoard, textFile } from "./steps.mjs";

const ITEMS = 2000;
/** Main-thread work per frame while dragging, 95th percentile. */
const FRAME_MS = 8;
/** An edit is painted in the next frame: the rest of this one, and the next. */
const EDIT_MS = 34;

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.close();
});

async function crowded() {
  const context = await browser.newContext({ viewport: { width: 1920, height: 940 } });
  const page = await openApp(context, server.url);
  const lines = Array.from({ length: ITEMS }, (_, i) => `Item ${i + 1} of a long backlog`).join("\n");
  const field = page.getByRole("textbox", { name: "New items" });
  await field.fill(lines);
  await field.press("Enter");
  await page.getByText(`${ITEMS} to sort`).first().waitFor();
  return { context, page };
}

function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const frame = () => setTimeout(1000 / 60);

/** Milliseconds of work on the page's main thread since it began. */
async function work(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
}

/** Carries the lifted card to and fro; the work on the main thread for each frame. */
async function carryAround(page, session, card, well) {
  const frames = [];
  let spent = await work(session);
  for (let step = 0; step < 80; step += 1) {
    const part = Math.abs(((step / 40) % 2) - 1);
    await page.mouse.move(card.x + (well.x + 200 - card.x) * part, card.y + (well.y + 160 - card.y) * part);
    // The pace of a screen; asking the page for its frames would itself be work on its main thread.
    await frame();
    const now = await work(session);
    frames.push(now - spent);
    spent = now;
  }
  return frames;
}

test(`dragging over ${ITEMS} items keeps the main thread free`, async (t) => {
  const { context, page } = await crowded();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const card = await page.getByRole("list", { name: "Inbox" }).getByRole("listitem").nth(3).boundingBox();
  const well = await page.getByRole("region", { name: "Delegate or batch" }).boundingBox();
  await page.mouse.move(card.x + 60, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(card.x + 80, card.y + 40);
  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    rounds.push(await carryAround(page, session, card, well));
  }
  await page.mouse.up();
  const p95 = Math.min(...rounds.map((frames) => percentile(frames, 0.95)));
  const median = Math.min(...rounds.map((frames) => percentile(frames, 0.5)));
  t.diagnostic(`work per frame: median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms`);
  assert.ok(p95 <= FRAME_MS, `95th percentile ${p95.toFixed(1)} ms`);
  page.expectQuiet();
  await context.close();
});

test(`with ${ITEMS} items a move and a new item are painted in the next frame`, async (t) => {
  const { context, page } = await crowded();
  const inbox = page.getByRole("list", { name: "Inbox" });
  for (let i = 0; i < 20; i += 1) {
    await inbox.getByRole("listitem").first().focus();
    await page.keyboard.press(String(1 + (i % 4)));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  const field = page.getByRole("textbox", { name: "New items" });
  for (let i = 0; i < 10; i += 1) {
    await field.fill(`One more ${i}`);
    await field.press("Enter");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  const edits = await page.evaluate(() => performance.getEntriesByName("unblock:edit").map((m) => m.duration));
  // The first is the list of two thousand itself.
  const single = edits.slice(1);
  const rounds = [single.slice(0, 10), single.slice(10, 20), single.slice(20)];
  const median = Math.min(...rounds.map((round) => percentile(round, 0.5)));
  t.diagnostic(`command to painted: median ${median.toFixed(1)} ms, worst ${Math.max(...single).toFixed(1)} ms, the list ${edits[0].toFixed(0)} ms`);
  assert.ok(single.length >= 30, `${single.length} edits were measured`);
  assert.ok(median <= EDIT_MS, `median ${median.toFixed(1)} ms`);
  page.expectQuiet();
  await context.close();
});

test("a figure of one of a thousand options is changed, sorted and painted in the next frame", async (t) => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 940 } });
  const page = await openApp(context, server.url);
  const row = (n) => `${n},Option ${n},${100 + ((n * 7919) % 5000)},${[0.25, 0.5, 1, 2, 3][n % 5]},${50 + (n % 6) * 10}%,${1 + (n % 9)}`;
  const csv = ["id,title,reach,impact,confidence,effort", ...Array.from({ length: 1000 }, (_, i) => row(i + 1))].join("\n");
  await importAsNewBoard(page, textFile("options.csv", csv));
  await goTo(page, "Compare");
  const cell = page.getByRole("grid", { name: "Options" }).locator("[data-col='2']");
  await cell.first().waitFor();
  await page.evaluate(() => performance.clearMeasures("unblock:edit"));
  for (let i = 0; i < 30; i += 1) {
    await cell.nth(i % 10).focus();
    await page.keyboard.type(String(10 + ((i * 1237) % 6000)));
    await page.keyboard.press("Enter");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  const edits = await page.evaluate(() => performance.getEntriesByName("unblock:edit").map((m) => m.duration));
  const median = Math.min(...[0, 10, 20].map((from) => percentile(edits.slice(from, from + 10), 0.5)));
  t.diagnostic(`figure to painted: median ${median.toFixed(1)} ms, worst ${Math.max(...edits).toFixed(1)} ms`);
  assert.ok(edits.length >= 30, `${edits.length} edits were measured`);
  assert.ok(median <= EDIT_MS, `median ${median.toFixed(1)} ms`);
  page.expectQuiet();
  await context.close();
});
