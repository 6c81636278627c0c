// Storage that is full or not there, and the neighbours in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../e2e/harness.mjs";
import { INBOX, addItems, eventually, expectTitles, fromBoardMenu, reload, saved } from "../e2e/steps.mjs";
import { told } from "./report.mjs";
import { staged, titlesOf } from "./rig.mjs";

const stage = staged();

async function inContext(body) {
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  try {
    await body(context);
  } finally {
    await context.close();
  }
}

const QUOTA = 5_242_880;

/** Fills the origin's storage to a share of its quota by keys that are not ours, and gives the units that are taken. */
const fillTo = (page, percent) =>
  page.evaluate(([quota, percent]) => {
    const used = () => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    localStorage.removeItem("neighbour");
    const room = Math.floor((quota * percent) / 100) - used() - "neighbour".length;
    localStorage.setItem("neighbour", "x".repeat(Math.max(0, room)));
    return used();
  }, [QUOTA, percent]);

/** How much a page knows to be taken: what another process has written it hears a moment later, and until then may write
 * beyond the quota. */
const known = (page) =>
  page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0));

const told70 = (page) => page.getByText(/This browser's storage is (\d+) % full/).first();
const notSaved = (page) => page.getByRole("banner").getByText(/^NOT saved: .*storage is full/);

for (const where of ["this page", "a neighbour"]) {
  test(`storage filled by ${where} to 69, 71, 90 and 100 %`, () => inContext(async (context) => {
    const page = await openApp(context, stage.server.url);
    const other = where === "this page" ? page : await context.newPage();
    if (other !== page) await other.goto(`${stage.server.origin}/neighbour`);
    const titles = [];
    const add = async (title) => {
      await addItems(page, title);
      titles.push(title);
    };
    await add("Before");
    await saved(page);
    await fillTo(other, 69);
    await add("At 69");
    await saved(page);
    await page.waitForTimeout(3_000);
    assert.equal(await told70(page).isVisible(), false, "nothing is told at 69 %");
    for (const [percent, said] of [[71, /71 % full/], [90, /9\d % full/]]) {
      await fillTo(other, percent + 0.2);
      await add(`At ${percent}`);
      await page.getByText(said).first().waitFor();
      await saved(page);
    }
    const full = await fillTo(other, 100);
    await eventually(() => known(page), full);
    await add("At 100");
    await notSaved(page).waitFor();
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("unblock/")));
    assert.ok(kept.some((key) => key.endsWith("/now")), "what was saved is still there");
    // Without a further edit: it is tried again by itself.
    await other.evaluate(() => localStorage.removeItem("neighbour"));
    await saved(page);
    await reload(page);
    await expectTitles(page, INBOX, titles);
    const tried = `storage filled by ${where} to 69, 71, 90, 100 %, and freed`;
    told(6, tried, 5, "0 lost", "told at 71 and 90, NOT saved at 100, saved by itself when freed");
  }));
}

const blocked = () => {
  const denied = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  Object.defineProperty(window, "localStorage", { get: denied });
  Object.defineProperty(window, "indexedDB", { get: denied });
};
const missing = () => {
  Object.defineProperty(window, "localStorage", { value: null });
  Object.defineProperty(window, "indexedDB", { value: undefined });
};

for (const [how, script] of [["throws", blocked], ["is null", missing]]) {
  test(`storage that ${how}: the page works in memory and says so`, () => inContext(async (context) => {
    await context.addInitScript(script);
    const page = await openApp(context, stage.server.url);
    await worksInMemory(page, page);
    told(16, `storage that ${how}`, 1, "0 panics", "works in memory, says NOT saved, gives the board out");
  }));
}

test("a page in a sandbox works in memory and says so", () => inContext(async (context) => {
  const page = await context.newPage();
  await page.goto(`${stage.server.origin}/frame`);
  await page.evaluate((url) => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { sandbox: "allow-scripts allow-downloads", src: url, width: 1300, height: 850 });
    document.body.replaceChildren(frame);
  }, `${stage.server.url}unblock.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator('html[data-ready="true"]').waitFor({ state: "attached" });
  await worksInMemory(frame, page.frames().at(-1));
  told(16, "the single file in a sandbox without an origin", 1, "0 panics", "works in memory, says NOT saved");
}));

/** Edits go on, undo too, and what is shown is given out. */
async function worksInMemory(page, frame) {
  await page.getByRole("banner").getByText(/^NOT saved: .*blocks this page's storage/).waitFor();
  const field = page.getByRole("textbox", { name: "New items, one a line" });
  for (const title of ["Ship beta", "Write docs"]) {
    await field.fill(title);
    await field.press("Enter");
  }
  await field.press("Escape");
  await page.getByRole("listitem").filter({ hasText: "Write docs" }).waitFor();
  assert.deepEqual([...(await titlesOf(frame))], ["Ship beta", "Write docs"]);
  await page.getByRole("banner").getByText(/^NOT saved/).waitFor();
}

/** Keys that are not ours, though some are named almost like ours. */
const FOREIGN = [
  "unblock", "unblock/", "unblock/v1", "unblock/v1/", "unblock/v2/board/x/now", "unblock/v1/board/x/now", "Unblock/v1/preferences",
  "unblock/v1/preferences ", " unblock/v1/preferences", "unblock/v1/lease/", "unblock/v1/aside/x/0", "length", "key", "getItem",
  "__proto__", "", "theme", "über/李/😀", "a\u0000b", "\u202Eunblock/v1/lease/x", "\ud800", "constructor", "undefined", "null",
];

test("every board is deleted and the neighbours are as they were, byte by byte", () => inContext(async (context) => {
  const seed = await context.newPage();
  await seed.goto(`${stage.server.origin}/neighbour`);
  await seed.evaluate(async (names) => {
    names.forEach((name, n) => localStorage.setItem(name, `${n} \u0000 {"not": 'ours' \ud800`));
    await new Promise((done) => {
      const request = indexedDB.open("neighbour", 3);
      request.onupgradeneeded = () => request.result.createObjectStore("notes").put("kept", 1);
      request.onsuccess = () => done(request.result.close());
    });
  }, FOREIGN);
  const foreign = () => seed.evaluate((names) => names.map((name) => localStorage.getItem(name)), FOREIGN);
  const before = await foreign();
  const page = await openApp(context, stage.server.url);
  await addItems(page, "A");
  await saved(page);
  for (const name of ["Spring", "Autumn"]) {
    await fromBoardMenu(page, "All boards, new board");
    await page.getByRole("textbox", { name: "Name of the new board" }).fill(name);
    await page.getByRole("button", { name: "New board" }).click();
    await addItems(page, `In ${name}`);
    await saved(page);
  }
  await fromBoardMenu(page, "All boards, new board");
  const ids = () => seed.evaluate(() => Object.keys(localStorage).map((key) => key.match(/^unblock\/v1\/board\/([0-9a-f-]{36})\//)?.[1]));
  const made = new Set((await ids()).filter(Boolean));
  const names = ["New plan", "Spring", "Autumn"];
  let deleted = 0;
  for (const name of names) {
    await page.getByRole("button", { name: `More for ${name}`, exact: true }).first().click();
    await page.getByRole("menu", { name: "Board", exact: true }).last().getByRole("menuitem", { name: "Move to trash" }).click();
    await page.getByRole("button", { name: `Delete for good: ${name}` }).click();
    await page.getByRole("button", { name: `Click again to delete: ${name}` }).click();
    await page.getByRole("button", { name: `Delete for good: ${name}` }).waitFor({ state: "detached" });
    deleted += 1;
  }
  // The page always keeps a board open: when the last one goes, an empty one comes.
  assert.ok(made.size >= 3, "there are boards to delete");
  // The other page hears of the last deletion a moment later.
  await eventually(async () => (await ids()).some((id) => made.has(id)), false);
  const after = await foreign();
  const changed = after.filter((text, n) => text !== before[n]).length;
  const other = await seed.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)));
  assert.ok(other.includes("neighbour"));
  told(19, `foreign keys and a database beside ${deleted} boards that were all deleted`, FOREIGN.length + 1, `${changed} changed`);
  assert.equal(changed, 0);
}));
