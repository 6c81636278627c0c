// Hands that do not know what they do: keys, clicks, pulls and ways through the views, in any order and while the page
// is busy. The page does not stop, and what it shows as saved is there after a reload.
//
// The n-th run is the same in each report, as far as the machine's pace allows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../e2e/harness.mjs";
import { boardFile, reload, saved } from "../e2e/steps.mjs";
import { diceOf, times, told } from "./report.mjs";
import { staged } from "./rig.mjs";

const stage = staged();

const SCREENS = [{ width: 1366, height: 768 }, { width: 1920, height: 940 }, { width: 390, height: 844 }];
const PAGES = ["matrix", "network", "timeline", "register", "compare", "stack", "agenda", "decisions", "minutes", "status", "refused", "settings", "deal"];
const KEYS = [
  ..."01234abcdefghijklmnopqrstuvwxyz/?.,+- ".split(""),
  "Enter", "Escape", "Tab", "Shift+Tab", "Delete", "Home", "End", "PageDown", "PageUp",
  "Control+z", "Control+Shift+z", "Control+k", "Control+a", "Shift+L",
  ...["Down", "Up", "Left", "Right"].flatMap((way) => ["", "Shift+", "Alt+", "Shift+Alt+"].map((with_) => `${with_}Arrow${way}`)),
];
const TEXTS = ["3", "10 mar", "Ana", "100%", "-1", "Ana asks Bo by fri", "\u202eevil"];
/** What can be pressed, but for what leaves the page or asks the system for a file. */
const THINGS = "button, a[href^='#'], input:not([type=file]), textarea, select, summary, [role=slider], [role=option], [role=menuitem], [role=listitem], [role=gridcell], .tl-bar, .node";
const AWAY = /reload|import|file|download|copy|boards?\b/i;

/** What one hand can do, and how often. */
function hands(page, board, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const go = (to) => page.evaluate((hash) => void (location.hash = hash), `#/${board}/${to}`);
  const place = () => {
    const { width, height } = page.viewportSize();
    return [random() * width, random() * height];
  };
  const thing = () => page.evaluate(([things, away, at]) => {
    const seen = [...document.querySelectorAll(things)].filter((e) => e.checkVisibility() && !new RegExp(away, "i").test(e.ariaLabel + e.textContent));
    const one = seen[Math.floor(at * seen.length)];
    one?.scrollIntoView({ block: "nearest" });
    const area = one?.getBoundingClientRect();
    return area ? [area.x + Math.min(area.width / 2, 30), area.y + Math.min(area.height / 2, 12)] : [5, 5];
  }, [THINGS, AWAY.source, random()]);
  return [
    [12, () => go(pick(PAGES))],
    // To the page before, if that is one of the app's.
    [3, () => page.evaluate(() => navigation.entries()[navigation.currentEntry.index - 1]?.sameDocument && history.back())],
    [35, () => page.keyboard.press(pick(KEYS))],
    // Faster than the page draws.
    [10, () => Promise.all(Array.from({ length: 4 }, () => page.keyboard.press(pick(KEYS))))],
    [3, () => page.keyboard.type(pick(TEXTS))],
    [26, async () => page.mouse.click(...await thing(), { button: random() < 0.1 ? "right" : "left" })],
    [4, async () => page.mouse.dblclick(...await thing())],
    [7, async () => {
      await page.mouse.move(...place());
      await page.mouse.down();
      await page.mouse.move(...place(), { steps: 4 });
      if (random() < 0.3) await go(pick(PAGES));
      await page.mouse.up();
    }],
  ];
}

/** One of these, as often as its number says. */
function choose(from, random) {
  let left = random() * from.reduce((sum, [often]) => sum + often, 0);
  return from.find(([often]) => (left -= often) < 0)[1];
}

/** Lets go of everything, and goes back to the board. */
async function rest(page, board) {
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("Escape");
  await page.evaluate((hash) => void (location.hash = hash), `#/${board}/matrix`);
  await page.locator("[aria-current=page]").getByText("Matrix").waitFor();
  const present = page.getByRole("button", { name: "Present", exact: true });
  if (await page.evaluate(() => document.documentElement.hasAttribute("data-present"))) await present.click();
  await saved(page);
}

test("whatever a hand does, the page does not stop and keeps what it shows as saved", async () => {
  const [runs, steps] = [times(2, 40), times(80, 150)];
  for (let run = 1; run <= runs; run += 1) {
    const random = diceOf(run);
    const context = await stage.browser.newContext({ viewport: SCREENS[run % SCREENS.length], locale: "en-GB", reducedMotion: "reduce" });
    context.setDefaultTimeout(20_000);
    try {
      const page = await openApp(context, stage.server.url);
      await page.evaluate(() => (window.print = () => dispatchEvent(new Event("afterprint"))));
      await page.getByRole("button", { name: "See the example board" }).click();
      await page.getByText("Switch v1 off").first().waitFor();
      const board = new URL(page.url()).hash.split("/")[1];
      const able = hands(page, board, random);
      for (let step = 1; step <= steps; step += 1) {
        await choose(able, random)();
        const stopped = await page.getByRole("heading", { name: "Unblock has stopped" }).count();
        assert.equal(stopped, 0, `run ${run}, step ${step}: ${stopped && await page.locator("main").innerText()}`);
      }
      await rest(page, board);
      const before = (await boardFile(page)).text;
      await reload(page);
      assert.equal((await boardFile(page)).text, before, `run ${run}: the board after a reload`);
      page.expectQuiet();
    } finally {
      await context.close();
    }
  }
  told(18, "hands that press, pull and go anywhere, then a reload", runs * steps, "0 panics, 0 lost");
});
