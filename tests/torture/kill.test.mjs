// kill -9 of a browser that is editing: what the page had shown as saved is there when it is started again, and at most
// the last second of work is gone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startServer } from "../e2e/harness.mjs";
import { DIST } from "../e2e/harness.mjs";
import { importAsNewBoard } from "../e2e/steps.mjs";
import { dice, times, told } from "./report.mjs";
import { drive, open, profile, start, titlesOf } from "./rig.mjs";

let server;
before(async () => {
  server = await startServer(DIST);
});
after(() => server?.close());

/** What may be lost, in milliseconds before the kill. */
const PROMISED = 1_000;

const rest = (ms) => new Promise((done) => setTimeout(done, ms));

/** A board file of about so many bytes. */
function boardOf(bytes) {
  const note = "Whoever waits for this is told by Friday, whatever becomes of it. ".repeat(3);
  const items = Array.from({ length: Math.max(1, Math.round(bytes / 240)) }, (_, n) => ({ title: `Item ${n}`, notes: note }));
  const text = JSON.stringify({ format: 1, name: "Torture", items });
  return { name: "torture.unblock.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

/** What of the edits is not on the board: shown as saved, and how long before the end the first of all was made. */
function missing(seen, name, titles, end) {
  const is = (n) => titles.has(`${name}-${n}`);
  const first = seen.made.findIndex((at, n) => at && !is(n));
  const shown = Array.from({ length: seen.shown }, (_, n) => n + 1).filter((n) => !is(n));
  return { shown, age: first < 0 ? 0 : end - seen.made[first] };
}

async function killed(label, bytes, kills) {
  const roll = dice(`kill -9, a board of ${label}`);
  const home = await profile();
  const sum = { kills: 0, edits: 0, lost: 0, worst: 0 };
  let browser = await start(home.folder);
  try {
    await open(browser.page, server.url);
    await importAsNewBoard(browser.page, boardOf(bytes));
    // The import itself is on disk before anything is killed.
    await rest(8_000);
    const address = browser.page.url();
    for (; sum.kills < kills; sum.kills += 1) {
      const name = `k${sum.kills}`;
      const seen = await drive(browser.page, name);
      await rest(300 + roll() * 4_700);
      await browser.kill();
      const end = Date.now();
      browser = await start(home.folder);
      await open(browser.page, address);
      const { shown, age } = missing(seen, name, await titlesOf(browser.page), end);
      sum.edits += seen.made.length;
      sum.lost += shown.length;
      sum.worst = Math.max(sum.worst, age);
      if (age) console.log(`kill ${sum.kills}: work of ${age} ms lost, ${shown.length} edits of it shown as saved`);
    }
  } finally {
    await browser.kill();
    await home.remove();
  }
  return sum;
}

for (const [label, bytes, short, full] of [["2 KB", 2_000, 8, 67], ["200 KB", 200_000, 6, 67], ["1 MB", 1_000_000, 6, 66]]) {
  test(`a kill while a board of ${label} is edited`, async () => {
    const { kills, edits, lost, worst } = await killed(label, bytes, times(short, full));
    const tried = `kill -9 while a board of ${label} is edited (${edits} edits)`;
    told(2, tried, kills, `${lost} edits shown as saved lost`, `at most ${worst} ms of work gone`);
    assert.equal(lost, 0, "edits that were shown as saved");
    assert.ok(worst <= PROMISED, `${worst} ms of work`);
  });
}
