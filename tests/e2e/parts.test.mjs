// The first start loads what the page names and nothing more; the other parts of the app come when the page is at rest.
// One that does not come is said in words where it is missed, and comes at the second try.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { DIST, launch, openApp, startServer } from "./harness.mjs";
import { addItems, focusCard } from "./steps.mjs";

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await startServer(DIST, { base: "/some/sub/path/" });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function withPage(options, body) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  try {
    await options.prepare?.(context);
    const page = await openApp(context, server.url, { parts: options.parts });
    await body(page, context);
  } finally {
    // What is still asked for when a test ends is no failure.
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

/** The files that a page asked for, and when, in milliseconds after the navigation. */
const asked = (page) =>
  page.evaluate(() => {
    const { startTime, duration } = performance.getEntriesByName("unblock:start")[0];
    const files = performance.getEntriesByType("resource").map(({ name, startTime }) => ({ name, at: startTime }));
    return { end: startTime + duration, files };
  });

const base = (address) => path.basename(new URL(address).pathname);

test("the first start asks for what the page names, and for nothing else", () =>
  withPage({}, async (page) => {
    const html = await readFile(path.join(DIST, "index.html"), "utf8");
    const named = [...html.matchAll(/<link (?!rel="later")[^>]*href="\.\/([^"]+)"/g)].map(([, name]) => name);
    const { end, files } = await asked(page);
    const first = files.filter(({ at }) => at < end).map(({ name }) => base(name));
    // The icon is the browser's own affair: headless it is not asked for.
    const icon = named.filter((name) => name.endsWith(".svg"));
    assert.deepEqual([...new Set([...first, ...icon])].sort(), [...new Set(named)].sort());
    let gzip = 0;
    for (const name of ["index.html", ...new Set(named)]) {
      gzip += gzipSync(await readFile(path.join(DIST, name)), { level: 6 }).length;
    }
    console.log(`The browser loaded ${named.length + 1} files until unblock:start: ${(gzip / 1000).toFixed(1)} KB gzip.`);
    page.expectQuiet();
  }));

test("the other parts come unasked, once each, from the page's own folder", () =>
  withPage({}, async (page) => {
    const { end, files } = await asked(page);
    const later = files.filter(({ at, name }) => at >= end && name.endsWith(".wasm"));
    assert.ok(later.length >= 2, `only ${later.length} came`);
    assert.deepEqual(later.map(({ name }) => name), [...new Set(later.map(({ name }) => name))]);
    for (const { name } of later) assert.ok(name.startsWith(server.url), name);
    page.expectQuiet();
  }));

const PANEL = "**/beside-*.wasm";
const VIEWS = "**/views-*.wasm";
const without = (part) => ({ parts: false, prepare: (context) => context.route(part, (route) => route.abort()) });
const missing = (page) => page.getByRole("alert").filter({ hasText: "could not be loaded" });

const KEEPER = "**/keeper-*.wasm";

test("what is typed before what keeps it has come is added when it comes", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  try {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await context.route(KEEPER, async (route) => {
      await held;
      await route.continue();
    });
    const page = await openApp(context, server.url, { ready: false });
    const field = page.getByLabel("New items, one a line");
    await field.fill("Ship beta");
    await field.press("Enter");
    // The field is free for the next one, which waits as well.
    assert.equal(await field.inputValue(), "");
    await field.fill("Write docs");
    await field.press("Enter");
    release();
    await focusCard(page, "Ship beta");
    assert.equal(await field.inputValue(), "");
    await focusCard(page, "Write docs");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.reload();
    await focusCard(page, "Ship beta");
    page.expectQuiet();
  } finally {
    await context.close();
  }
});

test("stored boards without what reads them are a start that failed, and are untouched", () =>
  withPage({}, async (page, context) => {
    await addItems(page, "Ship beta");
    await context.route(KEEPER, (route) => route.abort());
    await page.reload();
    await page.getByRole("heading", { name: "Unblock could not start" }).waitFor();
    await context.unroute(KEEPER);
    await page.getByRole("button", { name: "Reload" }).click();
    await focusCard(page, "Ship beta");
  }));

test("the panel that did not come says so beside the board, and comes at the second try", () =>
  withPage(without(PANEL), async (page, context) => {
    await addItems(page, "Ship beta");
    await focusCard(page, "Ship beta");
    await page.keyboard.press("Enter");
    await missing(page).waitFor();
    assert.match(await missing(page).innerText(), /The board is untouched/);
    await context.unroute(PANEL);
    await missing(page).getByRole("button", { name: "Try again" }).click();
    await page.getByRole("region", { name: "Item", exact: true }).waitFor();
  }));

test("a part whose style did not come, or is not what it was built with, says so, and comes with it at the second try", () =>
  withPage(
    {
      parts: false,
      prepare: (context) =>
        context.route("**/later-*.css", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${await response.text()}\n/* */` });
        }),
    },
    async (page, context) => {
      await page.getByText("Not all of Unblock could be loaded").first().waitFor();
      await addItems(page, "Ship beta");
      await focusCard(page, "Ship beta");
      await page.keyboard.press("Enter");
      await missing(page).waitFor();
      await context.unrouteAll();
      await missing(page).getByRole("button", { name: "Try again" }).click();
      await page.getByRole("region", { name: "Item", exact: true }).waitFor();
      assert.equal(await page.evaluate(() => document.styleSheets.length), 2);
    },
  ));

test("a view that did not come leaves the board as it is, and comes at the second try", () =>
  withPage(without(VIEWS), async (page, context) => {
    await addItems(page, "Ship beta");
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await missing(page).waitFor();
    await page.getByRole("link", { name: "Matrix", exact: true }).click();
    await focusCard(page, "Ship beta");
    await context.unroute(VIEWS);
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await page.getByRole("region", { name: "Map", exact: true }).waitFor();
  }));

test("a file that nothing can read yet is refused in words, and nothing is changed", () =>
  withPage(without(VIEWS), async (page, context) => {
    // This comes of itself, and later than a quick hand.
    await page.getByText("Not all of Unblock could be loaded").first().waitFor();
    const file = { name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from("title\nShip beta\n") };
    await page.getByLabel("File to import").setInputFiles(file);
    await page.getByText("The part of Unblock that reads files could not be loaded").first().waitFor();
    await context.unroute(VIEWS);
    await page.getByLabel("File to import").setInputFiles(file);
    await page.getByRole("heading", { name: /Import plan.csv/ }).waitFor();
  }));

test("a part that was tampered with is not run", () =>
  withPage(
    {
      parts: false,
      prepare: (context) =>
        context.route(VIEWS, async (route) => {
          const answer = await route.fetch();
          const body = await answer.body();
          body[body.length - 1] ^= 1;
          await route.fulfill({ response: answer, body });
        }),
    },
    async (page) => {
      await page.getByRole("link", { name: "Map", exact: true }).click();
      await missing(page).waitFor();
    },
  ));
