// When the app cannot be: it says why in words, gives the boards out without the app's code, writes nothing more, and
// is one reload from health.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { DIST, expectAccessible, launch, openApp, startServer, untilReady } from "./harness.mjs";
import { times, told } from "../torture/report.mjs";
import { INBOX, addItems, download, expectTitles, reload, saved } from "./steps.mjs";

/** How many panics are forced one after the other. */
const PANICS = Number(process.env.PANICS) || times(3, 20);

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

function scene(name, body) {
  test(name, async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    context.setDefaultTimeout(8_000);
    try {
      await body(context);
    } finally {
      await context.close();
    }
  });
}

const screen = (page) => page.locator("#failure");
const title = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const open = (context) => openApp(context, server.url, { ready: false });

/** A page with a board in it, before anything fails. */
async function withBoard(context) {
  const page = await openApp(context, server.url);
  await addItems(page, "Ship beta", "Write docs");
  await saved(page);
  return page;
}

const wasm = "**/*.wasm";

/** Each failed start: how it is brought about, what is said, and how it is mended. */
const STARTS = {
  "is missing": [
    (context) => context.route(wasm, (route) => route.fulfill({ status: 404, body: "not found" })),
    /could not be fetched\..*Check the connection/s,
  ],
  "cannot be reached": [(context) => context.route(wasm, (route) => route.abort()), /could not be fetched/],
  "is cut off": [
    async (context) => {
      const name = (await readFile(path.join(DIST, "index.html"), "utf8")).match(/[\w-]+_bg\.wasm/)[0];
      const body = (await readFile(path.join(DIST, name))).subarray(0, 100_000);
      await context.route(wasm, (route) => route.fulfill({ contentType: "application/wasm", body }));
    },
    /damaged, incomplete.*Reload without the cache/s,
  ],
  "is forbidden by the host": [
    (context) =>
      context.route(server.url, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), "content-security-policy": "script-src 'self' 'unsafe-inline'" };
        await route.fulfill({ response, headers });
      }),
    /A security policy forbids.*'wasm-unsafe-eval'/s,
  ],
};

for (const [what, [breakIt, words]] of Object.entries(STARTS)) {
  scene(`where the WebAssembly ${what}, that is said, the boards can be downloaded, and one reload is health`, async (context) => {
    const page = await withBoard(context);
    await breakIt(context);
    await page.goto("about:blank");
    await page.goto(server.url);
    await title(page, "Unblock could not start");
    assert.match(await screen(page).innerText(), words);
    assert.match(await screen(page).innerText(), /The board in this browser\s+New plan/);
    const { name, text } = await download(page, () => page.getByRole("button", { name: "Download all boards" }).click());
    assert.match(name, /^unblock-everything-\d{4}-\d\d-\d\d\.json$/);
    assert.match(text, /Ship beta/);
    await context.unrouteAll();
    await page.getByRole("button", { name: "Reload" }).click();
    await untilReady(page);
    await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
    told(17, `a start where the WebAssembly ${what}`, 1, "0 lost", "said in words, boards downloaded, one reload is health");
  });
}

/** Each file of the first start, and what is put at its end: what runs as well as before. */
const FILES = { style: [".css", "\n/* */"], glue: [".js", "\n// "], WebAssembly: ["_bg.wasm", "\0\u0002\u0001x"] };

for (const [what, [ending, more]] of Object.entries(FILES)) {
  scene(`where the ${what} is not what the page was built with, it does not run, and that is said`, async (context) => {
    const page = await withBoard(context);
    await context.route((url) => url.pathname.endsWith(ending), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(more)]) });
    });
    await page.goto("about:blank");
    await page.goto(server.url);
    await title(page, "Unblock could not start");
    assert.match(await screen(page).innerText(), /damaged, incomplete.*Reload without the cache/s);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), undefined);
    await context.unrouteAll();
    await page.getByRole("button", { name: "Reload" }).click();
    await untilReady(page);
    await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
    told(17, `a start where the ${what} was tampered with`, 1, "0 lost", "not run, said in words, one reload is health");
  });
}

scene("where the browser has no WebAssembly, that is said", async (context) => {
  await context.addInitScript(() => delete window.WebAssembly);
  const page = await open(context);
  await title(page, "Unblock could not start");
  assert.match(await screen(page).innerText(), /does not run WebAssembly.*Use a current Chromium/s);
  told(17, "a start without WebAssembly", 1, "0 lost", "said in words");
});

/**
 * Makes the app panic for real, at whatever it draws next: the browser refuses what it never refuses. Nothing in the
 * app is there for it, so nobody can bring it about by accident.
 */
const panics = () => {
  Node.prototype.cloneNode = () => {
    throw new Error("forced");
  };
};

const everythingStored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

scene(`after each of ${PANICS} panics the screen comes in 500 ms, nothing is written, and a reload is health`, async (context) => {
  const page = await withBoard(context);
  // What is out of sight is not in the page: all items are to be seen.
  await page.setViewportSize({ width: 1366, height: 3_000 });
  const titles = ["Ship beta", "Write docs"];
  let slowest = 0;
  for (let round = 1; round <= PANICS; round += 1) {
    await addItems(page, `Item ${round}`);
    titles.push(`Item ${round}`);
    await saved(page);
    // What is folded when nobody edits is folded before.
    await page.waitForTimeout(2_500);
    const before = await everythingStored(page);
    const took = await page.evaluate(async (force) => {
      window.eval(`(${force})()`);
      const begun = performance.now();
      location.hash = "#/boards";
      while (!document.querySelector("#failure")) await new Promise((done) => setTimeout(done, 1));
      return performance.now() - begun;
    }, panics.toString());
    slowest = Math.max(slowest, took);
    assert.ok(took < 500, `${took} ms`);
    // Longer than whatever the app has under way.
    await page.waitForTimeout(round === 1 ? 3_000 : 300);
    assert.equal(await everythingStored(page), before);
    const refused = await page.evaluate(() => {
      try {
        localStorage.setItem("unblock/v1/x", "y");
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(refused, "a write after the panic went through");
    await page.getByRole("button", { name: "Reload" }).click();
    await untilReady(page);
    // The next one is not to count as one at the start, which this one was: it came soon.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${server.url}#/`);
    await reload(page);
    await expectTitles(page, INBOX, titles);
  }
  told(18, "forced panics, each followed by a reload", PANICS, "0 lost, 0 writes", `the slowest screen after ${Math.round(slowest)} ms`);
});

scene("a panic twice at the start opens no board the third time, but the list", async (context) => {
  const page = await withBoard(context);
  await context.addInitScript(`if (location.hash !== "#/boards") (${panics})()`);
  await page.reload();
  await title(page, "Unblock has stopped");
  await page.getByRole("button", { name: "Reload" }).click();
  await title(page, "Unblock stopped twice while starting");
  const { text } = await download(page, () => page.getByRole("button", { name: "Download all boards" }).click());
  assert.match(text, /Ship beta/);
  await page.getByRole("button", { name: "Open the list of boards" }).click();
  await title(page, "Boards");
  await page.getByRole("main").getByText("no board was opened").waitFor();
  await page.getByRole("link", { name: "New plan" }).waitFor();
  told(18, "a second panic while starting", 1, "0 boards opened", "the list of boards and the download");
});

scene("the screen can be read and used by everybody: in light and dark, on a phone, by the keyboard", async (context) => {
  const page = await withBoard(context);
  await page.evaluate(() => window.unblockPanicked("a wheel came off"));
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  }
  assert.match(await page.getByRole("alert").innerText(), /has stopped/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Reload");
  await page.keyboard.press("Tab");
  const file = await download(page, () => page.keyboard.press("Enter"));
  assert.match(file.text, /Ship beta/);
  await page.getByText("Downloaded as one file").waitFor();
});
