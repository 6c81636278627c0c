// Texts that try to be scripts, typed and from a file, in every view; and that nothing is asked of another host.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "../e2e/harness.mjs";
import { INBOX, addItems, card, fromBoardMenu, importAsNewBoard, list } from "../e2e/steps.mjs";
import { STRINGS } from "./strings.mjs";
import { times, told } from "./report.mjs";
import { staged } from "./rig.mjs";

const stage = staged();

/** What happens in a page that must not: scripts that ran, dialogs, what the policy had to stop, requests to others. */
async function watched(body) {
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  const seen = { dialogs: 0, elsewhere: [], requests: 0 };
  context.on("request", (request) => {
    const address = new URL(request.url());
    seen.requests += 1;
    if (address.origin !== stage.server.origin && !["data:", "blob:"].includes(address.protocol)) seen.elsewhere.push(request.url());
  });
  await context.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.effectiveDirective} ${event.sample}`));
  });
  try {
    const page = await openApp(context, stage.server.url);
    page.on("dialog", (dialog) => {
      seen.dialogs += 1;
      return dialog.dismiss();
    });
    return { seen, ...(await body(page)) };
  } finally {
    await context.close();
  }
}

/** What of the document could run or lead elsewhere. */
const dangers = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const handlers = all.flatMap((element) => element.getAttributeNames().filter((name) => /^on/i.test(name)));
    const scripts = [...document.body.querySelectorAll("script, iframe, object, embed, base, form[action]")].map((element) => element.outerHTML);
    const leads = all.flatMap((element) => ["href", "src", "xlink:href", "formaction"].map((name) => element.getAttribute(name)).filter(Boolean));
    const bad = leads.filter((lead) => !["http:", "https:", "mailto:", "data:image", "blob:"].some((start) => new URL(lead, location.href).href.startsWith(start)));
    const { ran, violations } = window;
    return { handlers, scripts, bad, violations, ran: ran ?? null };
  });

const CLEAN = { handlers: [], scripts: [], bad: [], violations: [], ran: null };

const VIEWS = ["matrix", "network", "timeline", "register", "compare", "refused", "trash", "settings", "deal", "stack"];

/** Shows every view of the open board, and in the Matrix the panel of some items. */
async function walk(page, items) {
  const board = new URL(page.url()).hash.split("/")[1];
  let views = 0;
  for (const view of VIEWS) {
    await page.evaluate((hash) => (location.hash = hash), `#/${board}/${view}`);
    await page.waitForTimeout(300);
    assert.deepEqual(await dangers(page), CLEAN, view);
    views += 1;
  }
  await page.keyboard.press("Escape");
  await page.evaluate((hash) => (location.hash = hash), `#/${board}/matrix`);
  await list(page, INBOX).waitFor();
  const cards = page.getByRole("listitem");
  for (let n = 0; n < Math.min(items, await cards.count()); n += 1) {
    await cards.nth(n).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Item", exact: true }).waitFor();
    assert.deepEqual(await dangers(page), CLEAN, "an item");
    await page.keyboard.press("Escape");
    views += 1;
  }
  await page.evaluate(() => (location.hash = "#/boards"));
  await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
  assert.deepEqual(await dangers(page), CLEAN, "the list of boards");
  return views + 1;
}

/** A board file that has the strings in every field. */
function boardOf(strings) {
  const id = (n) => `7f8e2f7e-2c7b-4c58-9d7c-${String(n).padStart(12, "0")}`;
  const items = strings.map((text, n) => ({
    id: id(n), title: text, notes: text, tags: [text], responsible: id(1_000 + n), accountable: id(1_000 + n),
    awaited_by: [{ who: text, by: "2026-05-01" }], source: { origin: text, key: text }, unknown: text, duration: 1 + (n % 9),
    kind: n % 5 ? "work" : "vendor", promised: n % 5 ? undefined : "2026-04-01", reach: "10", effort: "2",
    ...(n % 7 ? {} : { important: "no", urgent: "no", refusal: { reason: text } }),
    ...(n % 7 === 3 ? { important: "yes", urgent: "yes" } : {}),
    ...(n % 11 ? {} : { trashed: "2026-03-01" }),
  }));
  const people = strings.map((name, n) => ({ id: id(1_000 + n), name: `${name} ${n}` }));
  const links = strings.slice(1).map((_, n) => ({ predecessor: id(n), successor: id(n + 1) }));
  const quadrants = [0, 1, 2, 3].map((n) => ({ name: strings[n], action: strings[n + 4] }));
  const [name, goal, constraints, escalation] = strings.slice(8);
  const text = JSON.stringify({ format: 1, name, goal, constraints, escalation, quadrants, people, items, links });
  return { name: "harm.unblock.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

function finish(how, count, views, { dialogs, elsewhere, requests }) {
  told(13, `script strings ${how}, looked at in ${views} views and items`, count, `${dialogs} dialogs, 0 violations, 0 ran`);
  told(15, `requests while that was done`, requests, `${elsewhere.length} to another host`);
  assert.deepEqual({ dialogs, elsewhere }, { dialogs: 0, elsewhere: [] });
}

test("script strings from a file", async () => {
  const { seen, views } = await watched(async (page) => {
    await importAsNewBoard(page, boardOf(STRINGS));
    return { views: await walk(page, times(12, 60)) };
  });
  finish("in every field of a board file", STRINGS.length * 14, views, seen);
});

test("script strings typed", async () => {
  const { seen, typed, views } = await watched(async (page) => {
    await page.getByRole("textbox", { name: "New items, one a line" }).fill(STRINGS.join("\n"));
    await page.keyboard.press("Enter");
    await list(page, INBOX).getByRole("listitem").first().waitFor();
    let typed = STRINGS.length;
    const some = STRINGS.filter((_, n) => n % times(6, 1) === 0);
    await fromBoardMenu(page, "Name, goal, people, quadrants");
    for (const text of some) {
      for (const name of ["Name", "Name of quadrant 1", "What to do in quadrant 1", "Name of somebody new"]) {
        const field = page.getByRole("textbox", { name, exact: true });
        await field.fill(text);
        await field.press("Enter");
        typed += 1;
      }
      await page.getByRole("searchbox", { name: "Filter by text" }).fill(text);
      typed += 1;
    }
    await page.getByRole("searchbox", { name: "Filter by text" }).fill("");
    assert.deepEqual(await dangers(page), CLEAN, "settings");
    return { typed, views: await walk(page, times(12, 60)) };
  });
  finish("typed into titles, names, people, quadrants and the filter", typed, views, seen);
});
