// The timeline at many items, beside other timelines in the same run.

import { openApp } from "../e2e/harness.mjs";
import { VIEW, clearMeasures, imported, measured, median, ms, painted, percentile } from "./figures.mjs";
import { makePlan } from "./plan.mjs";
import { peers } from "./peers.mjs";

const EDITS = 20;
const FRAMES = 120;

/** Goes from board to board; how long each opening of the second one took until it was painted. */
async function openings(page, [other, own]) {
  const go = async (hash, ready) => {
    await page.evaluate((hash) => { location.hash = hash; }, hash);
    await ready.first().waitFor();
    await painted(page);
  };
  for (let round = 0; round < 5; round += 1) {
    await go(other, page.getByText("Nothing is in the plan yet"));
    if (round === 0) await clearMeasures(page);
    await go(own, page.getByRole("list", { name: "Timeline" }).getByRole("listitem"));
  }
  return (await measured(page, "unblock:open")).filter((_, at) => at % 2 === 0);
}

/** Changes the duration of the first item again and again, a day more and a day less. */
async function edits(page) {
  await clearMeasures(page);
  await page.getByRole("list", { name: "Timeline" }).getByRole("listitem").first().focus();
  for (let i = 0; i < EDITS; i += 1) {
    await page.keyboard.press(i % 2 ? "Shift+Alt+ArrowLeft" : "Shift+Alt+ArrowRight");
    await painted(page);
  }
  return measured(page, "unblock:edit");
}

/** Milliseconds that the page's main thread has worked since it began. */
async function work(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
}

/**
 * Turns the wheel at the pace of a screen: the processor time that the main thread takes for each frame. Where the
 * machine is busy a turn takes several frames; what they took is shared among them.
 */
async function panning(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.mouse.move(VIEW.width * 0.7, VIEW.height * 0.6);
  const frames = [];
  let [spent, then] = [await work(session), performance.now()];
  for (let i = 0; i < FRAMES; i += 1) {
    const by = i % 40 < 20 ? 240 : -180;
    await (i % 3 === 2 ? page.mouse.wheel(by, 0) : page.mouse.wheel(0, by));
    await new Promise((done) => setTimeout(done, 1000 / 60));
    const [sum, now] = [await work(session), performance.now()];
    frames.push((sum - spent) / Math.max(1, Math.round((now - then) / (1000 / 60))));
    [spent, then] = [sum, now];
  }
  await session.detach();
  return frames;
}

/** The frame intervals of a page while the wheel turns. */
async function intervals(page) {
  const seen = page.evaluate((count) => new Promise((done) => {
    const times = [];
    const next = (now) => (times.push(now) > count ? done(times) : requestAnimationFrame(next));
    requestAnimationFrame(next);
  }), FRAMES);
  for (let i = 0; i < FRAMES; i += 1) await page.mouse.wheel(0, i % 40 < 20 ? 240 : -180);
  const times = await seen;
  return times.slice(1).map((time, i) => time - times[i]);
}

async function ours(browser, url, size) {
  const context = await browser.newContext({ viewport: VIEW, locale: "en-GB" });
  const page = await openApp(context, url);
  const boards = await imported(page, makePlan(size));
  const opened = await openings(page, boards);
  const edited = await edits(page);
  const frames = await panning(page);
  const moving = await intervals(page);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  await context.close();
  console.log(`${size} items, Unblock: board asked for to painted ${ms(median(opened))} (best ${ms(Math.min(...opened))}), `
    + `one duration to painted ${ms(median(edited))} (best ${ms(Math.min(...edited))}, worst ${ms(Math.max(...edited))}), ${nodes} nodes`);
  console.log(`${size} items, Unblock, panning: work per frame median ${ms(median(frames))}, 95th percentile ${ms(percentile(frames, 0.95))}; `
    + `frame interval median ${ms(median(moving))}, 95th percentile ${ms(percentile(moving, 0.95))}`);
}

async function emptyPage(browser) {
  const page = await browser.newPage({ viewport: VIEW });
  await page.setContent("<!doctype html><body style='height:100000px'>");
  const moving = await intervals(page);
  await page.close();
  console.log(`an empty page: frame interval median ${ms(median(moving))}, 95th percentile ${ms(percentile(moving, 0.95))}`);
}

/** Prints what the timeline and its peers take at each size. */
export async function timeline(browser, url, sizes) {
  await emptyPage(browser);
  for (const size of sizes) {
    await ours(browser, url, size);
    for (const line of await peers(browser, size, VIEW)) console.log(line);
  }
}
