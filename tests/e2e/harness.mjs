// What every end-to-end test needs: a static server under any sub-path, a browser, and a page that is watched.
//
// Deliberately absent: anything that knows the app beyond `data-ready`, retries, and the network.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** The release build; `UNBLOCK_DIST` names another folder of it, as one that was broken on purpose. */
export const DIST = process.env.UNBLOCK_DIST || fileURLToPath(new URL("../../dist/", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves a folder on loopback below `base`, as a plain static host would. */
export async function startServer(root = DIST, { base = "/" } = {}) {
  const server = createServer(async (request, response) => {
    const file = fileOf(root, base, request.url);
    const found = file && (await stat(file).catch(() => null));
    if (!found?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": found.size, "cache-control": "no-store" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin, url: origin + base, close };
}

function fileOf(root, base, address) {
  const asked = decodeURIComponent(new URL(address, "http://localhost").pathname);
  if (!asked.startsWith(base)) return null;
  const inside = asked.slice(base.length);
  const file = path.join(root, inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside);
  return file.startsWith(path.resolve(root)) ? file : null;
}

/** The machine's Chromium, with a fresh profile. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME || "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * Opens the app in a context and waits until it can be used. The page comes with `expectQuiet()`, which fails
 * if the console told of an error, an exception was not caught, or anything but the page's own host was asked.
 */
export async function openApp(context, url, { ready = true, parts = true, timeout = 20_000 } = {}) {
  const page = await context.newPage();
  const noise = listen(page, url);
  page.expectQuiet = () => assert.deepEqual(noise, [], "the page was not quiet");
  await page.goto(url);
  if (ready) await untilReady(page, noise, timeout, { parts });
  return page;
}

/**
 * Waits until the app says that it can be used; after a reload too. Unless `parts` is false, until the parts that it
 * fetches after the start are there as well: a test types faster than a person.
 */
export async function untilReady(page, noise = [], timeout = 20_000, { parts = true } = {}) {
  await page
    .locator('html[data-ready="true"], html[data-failed="true"]')
    .waitFor({ state: "attached", timeout })
    .catch(() => assert.fail(`the app was not ready in ${timeout} ms\n${noise.join("\n")}`));
  if (await page.locator('html[data-failed="true"]').count()) {
    assert.fail(`the app did not start: ${await page.locator("body").innerText()}\n${noise.join("\n")}`);
  }
  if (!parts) return;
  await page
    .locator('html[data-complete="true"]')
    .waitFor({ state: "attached", timeout })
    .catch(() => assert.fail(`not all parts came in ${timeout} ms\n${noise.join("\n")}`));
}

/** Fails if axe finds anything serious or critical on the page as it stands. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const bad = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  const told = bad.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(told, [], "axe found something serious");
}

function listen(page, url) {
  const noise = [];
  const own = new URL(url);
  const isOwn = (address) => {
    const asked = new URL(address);
    if (["data:", "blob:"].includes(asked.protocol)) return true;
    // A file from disk may ask for nothing but itself.
    return own.protocol === "file:" ? asked.pathname === own.pathname : asked.origin === own.origin;
  };
  page.on("console", (message) => {
    // Warnings count: an integrity that does not match is one.
    if (["error", "warning"].includes(message.type())) noise.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => noise.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    if (!isOwn(request.url())) noise.push(`request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A navigation away ends what is under way; that is no failure.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") noise.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) noise.push(`status ${response.status()}: ${response.url()}`);
  });
  return noise;
}

/** What the pages of a journey show, and where their focus is. */
export async function shownBy(context) {
  const read = async (page) => {
    const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    return `${page.url()}\nfocus: ${focus}\n${await page.locator("body").ariaSnapshot()}`;
  };
  // A page that is on its way elsewhere may never answer.
  const late = new Promise((done) => setTimeout(done, 5_000, "It did not answer.").unref());
  const all = await Promise.allSettled(context.pages().map((page) => Promise.race([read(page), late])));
  return all.map(({ value, reason }) => value ?? String(reason)).join("\n\n");
}
