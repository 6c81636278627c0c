// The other copy: everything as one file and back, with and without the app; the version before; a quiet reminder.

import assert from "node:assert/strict";
import { told } from "../torture/report.mjs";
import { untilReady } from "./harness.mjs";
import {
  DO, INBOX, addItems, boardName, chooseFile, download, eventually, expectTitles, fromBoardMenu, fromCardMenu, reload, saved, stage,
} from "./steps.mjs";

const scene = stage("/", { tries: 1 });

const names = (page) => page.getByRole("main").getByRole("link").allInnerTexts();

async function allBoards(page) {
  await fromBoardMenu(page, "All boards, new board");
  await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
}

async function create(page, name, ...items) {
  await allBoards(page);
  await page.getByRole("textbox", { name: "Name of the new board" }).fill(name);
  await page.getByRole("button", { name: "New board" }).click();
  await eventually(() => boardName(page), name);
  await addItems(page, ...items);
  await saved(page);
}

async function fromLine(page, board, words) {
  await page.getByRole("button", { name: `More for ${board}`, exact: true }).click();
  await page.getByRole("menu", { name: "Board", exact: true }).last().getByRole("menuitem", { name: words }).click();
}

const everything = (page) => download(page, () => page.getByRole("button", { name: "Download everything" }).click());

/** Two boards and one in the trash, on the list of boards. */
async function three(page) {
  await create(page, "Spring", "Ship beta");
  await create(page, "Autumn", "Pick apples", "Press them");
  await create(page, "Winter", "Sleep");
  await allBoards(page);
  await fromLine(page, "Winter", "Move to trash");
  await page.getByRole("button", { name: "Restore: Winter" }).waitFor();
}

/** What is stored of boards, as a file of everything has it. */
const texts = (text) =>
  Object.fromEntries(Object.entries(JSON.parse(text).texts).filter(([name]) => name.includes("/board/")));

/** Chooses a file in another browser and takes it. */
async function restoreElsewhere(page, url, name, text, count) {
  const context = await page.context().browser().newContext();
  const other = await context.newPage();
  await other.goto(url);
  await untilReady(other);
  await chooseFile(other, { name, mimeType: "application/json", buffer: Buffer.from(text) });
  await other.getByRole("heading", { level: 1, name: /^Restore from/ }).waitFor();
  await other.getByRole("button", { name: `Restore ${count} boards` }).click();
  await other.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
  return other;
}

scene("everything leaves as one file and comes back in another browser, the trash as well", async (page, context, url) => {
  await three(page);
  const { name, text } = await everything(page);
  assert.match(name, /^unblock-everything-\d{4}-\d\d-\d\d\.json$/);
  const other = await restoreElsewhere(page, url, name, text, 3);
  for (const board of ["Spring", "Autumn"]) assert.ok((await names(other)).includes(board), board);
  await other.getByRole("button", { name: "Restore: Winter" }).waitFor();
  const again = await everything(other);
  // What a browser has noticed of a board is its own.
  const carried = Object.entries(texts(text)).filter(([key]) => !key.endsWith("/watch"));
  for (const [key, stored] of carried) assert.equal(texts(again.text)[key], stored, key);
  await other.getByRole("link", { name: "Autumn" }).click();
  await expectTitles(other, INBOX, ["Pick apples", "Press them"]);
  await fromBoardMenu(other, /^Undo: /);
  await expectTitles(other, INBOX, []);
  await other.context().close();
});

scene("what the screen of a stopped app gives out comes back, with what is only in the journal", async (page, context, url) => {
  await create(page, "Spring", "Ship beta");
  await create(page, "Autumn", "Pick apples");
  // A crash has taken the last steps from local storage.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes("/log/")) localStorage.removeItem(key);
    window.unblockPanicked("a wheel came off");
  });
  const { name, text } = await download(page, () => page.getByRole("button", { name: "Download all boards" }).click());
  const other = await restoreElsewhere(page, url, name, text, 2);
  await other.getByRole("link", { name: "Autumn" }).click();
  await expectTitles(other, INBOX, ["Pick apples"]);
  await other.context().close();
});

scene("restoring replaces nothing: what has changed since comes as a second board, what is the same is left", async (page) => {
  await three(page);
  const { name, text } = await everything(page);
  await page.getByRole("link", { name: "Spring" }).click();
  await fromCardMenu(page, "Ship beta", "Move to Do now");
  await saved(page);
  const before = await page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes("/now")).sort()));
  await chooseFile(page, { name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByText("is here with other content: comes as a second board beside it").waitFor();
  assert.equal(await page.getByText("is here already, the same").count(), 2);
  await page.getByRole("button", { name: "Restore 1 board", exact: true }).click();
  await eventually(async () => (await names(page)).sort(), ["Autumn", "Spring", "Spring (restored)"]);
  const after = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("/now")));
  for (const entry of JSON.parse(before)) assert.ok(after.some((now) => now.join() === entry.join()), "a board was changed");
  // The same file again brings nothing more.
  await chooseFile(page, { name, mimeType: "application/json", buffer: Buffer.from(text) });
  await eventually(() => page.getByText("is here already, the same").count(), 3);
  assert.ok(await page.getByRole("button", { name: "Restore", exact: true }).isDisabled());
  await page.getByRole("button", { name: "Cancel" }).click();
  await allBoards(page);
  await page.getByRole("link", { name: "Spring", exact: true }).click();
  await expectTitles(page, DO, ["Ship beta"]);
});

scene("a file that is cut off is refused in words and nothing is changed", async (page) => {
  await three(page);
  const { name, text } = await everything(page);
  const buffer = Buffer.from(text.slice(0, text.length / 2));
  await page.getByRole("link", { name: "Spring" }).click();
  await chooseFile(page, { name, mimeType: "application/json", buffer });
  await page.getByRole("heading", { level: 1, name: /cannot be restored/ }).waitFor();
  assert.match(await page.getByRole("alert").innerText(), /cut off or damaged.* line 1 column/);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expectTitles(page, INBOX, ["Ship beta"]);
});

scene("the version before is two clicks away, as a board of its own", async (page) => {
  await create(page, "Spring", "Ship beta");
  // Edits enough for the log to be folded twice.
  for (let edit = 0; edit < 70; edit += 1) {
    await page.keyboard.press(`${1 + (edit % 4)}`);
    if (edit === 0) await fromCardMenu(page, "Ship beta", "Move to Do now");
  }
  await saved(page);
  await page.waitForTimeout(3_000);
  await fromBoardMenu(page, "Open the version before");
  await eventually(() => boardName(page), "Spring (version before)");
  told(12, "the version before, opened as a board of its own", 1, "0 changed", "two clicks");
});

scene("after a week without a file a reminder says so, and goes when there is one", async (page) => {
  const reminder = () => page.getByRole("banner").getByRole("button", { name: /backup file/ });
  await page.setViewportSize({ width: 1920, height: 940 });
  await create(page, "Spring", "Ship beta");
  assert.equal(await reminder().count(), 0);
  await page.clock.setFixedTime(Date.now() + 8 * 86_400_000);
  await reload(page);
  await addItems(page, "Write docs");
  await eventually(() => reminder().innerText(), "No backup file yet");
  const { text } = await download(page, () => reminder().click());
  assert.equal(JSON.parse(text).items.length, 2);
  await eventually(() => reminder().count(), 0);
  await allBoards(page);
  await page.getByText("last backup file today").waitFor();
});
