// A real Chromium that is started with a profile, driven, and killed; and a page that edits by itself and tells what it
// shows.
//
// The browser is a process of its own, so that it can be killed as a whole and started again with what it had written.
// Deliberately absent: what is expected of it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { DIST, launch, startServer, untilReady } from "../e2e/harness.mjs";
import { fromBoardMenu } from "../e2e/steps.mjs";

/** The built page on a server and one browser for the tests of a file; both are there when its first test begins. */
export function staged() {
  const stage = {};
  before(async () => {
    [stage.browser, stage.server] = await Promise.all([launch(), startServer(DIST)]);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.close();
  });
  return stage;
}

/** A folder for a profile, which is gone at the end. */
export async function profile() {
  const folder = await mkdtemp(path.join(tmpdir(), "unblock-torture-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Starts the machine's Chromium with a profile. */
export async function start(folder) {
  const child = spawn(process.env.CHROME || "/usr/bin/chromium", [
    "--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "--no-sandbox", "--disable-gpu",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1366,900", "about:blank",
  ], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  const address = await listening(child);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  context.setDefaultTimeout(30_000);
  /** Ends the browser and all its processes, as a crash of the machine's session does. */
  const kill = async () => {
    process.kill(-child.pid, "SIGKILL");
    await ended;
    await browser.close().catch(() => {});
  };
  return { context, kill, page: context.pages()[0] ?? (await context.newPage()) };
}

async function listening(child) {
  for await (const line of createInterface({ input: child.stderr })) {
    const found = line.match(/^DevTools listening on (ws:.*)$/);
    if (found) {
      child.stderr.resume();
      return found[1];
    }
  }
  throw new Error("Chromium ended before it could be driven");
}

/** Opens the app in a page of a driven browser. */
export async function open(page, url) {
  await page.goto(url);
  await untilReady(page, [], 60_000);
}

/** What a page says of saving, word for word. */
export const saveState = (page) => page.locator("header .save").innerText();

/** The titles of the open board, from the file that it gives out. */
export async function titlesOf(page) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.given = blob.text();
      return make.call(URL, blob);
    };
  });
  await fromBoardMenu(page, "Download the board");
  const text = await page.evaluate(() => window.given);
  return new Set(JSON.parse(text).items.map((item) => item.title));
}

/**
 * Lets the page edit by itself until it is stopped: bursts of new items, now and then a rest that is long enough for a
 * fold. What it shows comes back at once: `made` with the time of each edit, `shown` with how many of them were made when
 * the page said "Saved".
 */
export async function drive(page, name, { burst = 80, rest = 2_300, most = Infinity, slowest = 30 } = {}) {
  const seen = { made: [], shown: 0, done: false };
  await page.exposeFunction(`told_${name}`, (what) => {
    if (what.made) seen.made[what.made] = what.at;
    if (what.shown) seen.shown = Math.max(seen.shown, what.shown);
    if (what.done) seen.done = true;
  });
  await page.evaluate(edits, { name, burst, rest, most, slowest });
  return seen;
}

/** Runs in the page. What is read of it is read in a turn of its own, after the page has drawn. */
function edits({ name, burst, rest, most, slowest }) {
  const tell = window[`told_${name}`];
  const field = () => document.querySelector("textarea.add-field");
  const state = () => document.querySelector("header .save")?.textContent;
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  let made = 0;
  let shown = 0;
  const look = () => {
    if (state() === "Saved" && made > shown) tell({ shown: (shown = made) });
  };
  new MutationObserver(() => setTimeout(look)).observe(document.querySelector("header"), {
    subtree: true, childList: true, characterData: true,
  });
  const edit = () => {
    const into = field();
    if (!into || state()?.startsWith("Read only")) return;
    into.value = `${name}-${made + 1}`;
    into.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    if (into.value !== "") return;
    made += 1;
    tell({ made, at: Date.now() });
  };
  (async () => {
    while (made < most) {
      for (let n = 0; n < burst && made < most; n += 1) {
        edit();
        await wait(Math.random() * slowest);
        look();
      }
      await wait(rest);
      look();
    }
    tell({ done: true });
  })();
}
