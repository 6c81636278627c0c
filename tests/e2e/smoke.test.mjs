// The page starts wherever it is put, asks for nothing but itself, and says in words when it cannot start.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, expectAccessible, launch, openApp, startServer } from "./harness.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function inContext(body) {
  const context = await browser.newContext();
  try {
    await body(context);
  } finally {
    await context.close();
  }
}

for (const base of ["/", "/some/sub/path/"]) {
  test(`starts at ${base}`, async () => {
    const server = await startServer(DIST, { base });
    try {
      await inContext(async (context) => {
        const page = await openApp(context, server.url);
        assert.equal(await page.locator("#boot").count(), 0);
        page.expectQuiet();
      });
    } finally {
      await server.close();
    }
  });
}

test("starts as one file from disk", () =>
  inContext(async (context) => {
    const page = await openApp(context, pathToFileURL(path.join(DIST, "unblock.html")).href);
    assert.equal(await page.locator("#boot").count(), 0);
    page.expectQuiet();
  }));

test("fetches each file once", async () => {
  const server = await startServer();
  try {
    await inContext(async (context) => {
      const asked = [];
      // The icon is the browser's own affair: it asks again when the address changes, and this server lets nothing be kept.
      context.on("request", (request) => request.url().endsWith(".svg") || asked.push(request.url()));
      await openApp(context, server.url);
      assert.deepEqual(asked, [...new Set(asked)]);
    });
  } finally {
    await server.close();
  }
});

test("says in words that its WebAssembly is missing", async () => {
  const server = await startServer();
  try {
    await inContext(async (context) => {
      await context.route("**/*.wasm", (route) => route.abort());
      const page = await openApp(context, server.url, { ready: false });
      await page.getByRole("heading", { name: "Unblock could not start" }).waitFor();
      await context.unroute("**/*.wasm");
      await page.getByRole("button", { name: "Reload" }).click();
      await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    });
  } finally {
    await server.close();
  }
});

test("says in words that the app has stopped", async () => {
  await inContext(async (context) => {
    const page = await openApp(context, pathToFileURL(path.join(DIST, "unblock.html")).href);
    await page.evaluate(() => window.unblockPanicked("a wheel came off"));
    await page.getByRole("heading", { name: "Unblock has stopped" }).waitFor();
    assert.match(await page.locator("#failure").innerText(), /a wheel came off/);
    assert.equal(await page.getByRole("button", { name: "Reload" }).count(), 1);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  });
});
