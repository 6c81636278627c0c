// Leaving the page in the middle of an edit, and several tabs on one board: what was shown as saved is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { saved } from "../e2e/steps.mjs";
import { dice, times, told } from "./report.mjs";
import { drive, open, staged, titlesOf } from "./rig.mjs";

const stage = staged();

const rest = (ms) => new Promise((done) => setTimeout(done, ms));

async function inContext(body) {
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 900 } });
  context.setDefaultTimeout(30_000);
  try {
    await body(context);
  } finally {
    await context.close();
  }
}

/** The ways to leave; each gives the page to go on with. */
const WAYS = [
  async (page) => {
    await page.reload();
    return page;
  },
  async (page) => {
    await page.goto(`${stage.server.origin}/elsewhere`);
    return page;
  },
  async (page, context) => {
    const next = await context.newPage();
    await page.close({ runBeforeUnload: false });
    return next;
  },
];

test("leaving by reload, navigation or closing at random moments", () => inContext(async (context) => {
  const roll = dice("leaving");
  const leaves = times(21, 200);
  let page = await context.newPage();
  await open(page, stage.server.url);
  const address = page.url();
  let [edits, lost] = [0, 0];
  for (let n = 0; n < leaves; n += 1) {
    const name = `l${n}`;
    const seen = await drive(page, name);
    await rest(200 + roll() * 2_800);
    page.on("dialog", (dialog) => dialog.accept());
    page = await WAYS[n % WAYS.length](page, context);
    await open(page, address);
    const titles = await titlesOf(page);
    edits += seen.made.length;
    for (let shown = 1; shown <= seen.shown; shown += 1) lost += titles.has(`${name}-${shown}`) ? 0 : 1;
  }
  told(1, `reloads, navigations and closed tabs in the middle of edits (${edits} edits)`, leaves, `${lost} lost`);
  assert.equal(lost, 0);
}));

/** The titles on all boards of this browser, copies of conflicts too. */
async function titlesOfAll(page) {
  await page.goto(`${stage.server.url}#/boards`);
  await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
  const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((link) => link.href));
  const boards = links.filter((link) => /#\/[0-9a-f-]{36}\//.test(link));
  const titles = new Set();
  for (const board of boards) {
    await page.goto(board);
    await page.locator("header .save").waitFor();
    for (const title of await titlesOf(page)) titles.add(title);
  }
  return { titles, boards: boards.length };
}

/** Tabs that each make so many edits while they take the board from each other at random moments. */
async function fight(context, count, edits) {
  const roll = dice(`${count} tabs`);
  const first = await context.newPage();
  await open(first, stage.server.url);
  const others = [];
  await first.locator("textarea.add-field").fill("first");
  await first.keyboard.press("Enter");
  await saved(first);
  const address = first.url();
  for (let n = 1; n < count; n += 1) {
    const page = await context.newPage();
    await open(page, address);
    others.push(page);
  }
  const tabs = [];
  for (const [n, page] of [first, ...others].entries()) {
    page.on("dialog", (dialog) => dialog.accept());
    tabs.push({ page, name: `t${n}`, seen: await drive(page, `t${n}`, { most: edits, burst: 40, rest: 50, slowest: 60 }) });
  }
  let turns = 0;
  while (tabs.some(({ seen }) => !seen.done)) {
    await rest(100 + roll() * 400);
    const waiting = tabs.filter(({ seen }) => !seen.done);
    if (!waiting.length) break;
    const { page } = waiting[Math.floor(roll() * waiting.length)];
    const button = page.getByRole("button", { name: "Edit here" });
    if (await button.isVisible()) {
      await button.click({ timeout: 5_000 }).catch(() => {});
      turns += 1;
    }
  }
  await rest(3_000);
  for (const { page } of tabs.slice(1)) await page.close();
  const { titles, boards } = await titlesOfAll(first);
  let lost = 0;
  for (const { name } of tabs) {
    for (let n = 1; n <= edits; n += 1) lost += titles.has(`${name}-${n}`) ? 0 : 1;
  }
  return { lost, turns, copies: boards - 1 };
}

for (const [count, short] of [[2, 200], [5, 60]]) {
  test(`${count} tabs on one board`, () => inContext(async (context) => {
    const edits = times(short, 1_000);
    const { lost, turns, copies } = await fight(context, count, edits);
    const tried = `edits of ${count} tabs that take the board from each other ${turns} times`;
    told(7, tried, count * edits, `${lost} lost`, `${copies} copies of conflicts`);
    assert.equal(lost, 0);
  }));
}
