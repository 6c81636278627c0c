// Boards: many in one browser, made, named, copied, thrown away and taken back.

import assert from "node:assert/strict";
import { told } from "../torture/report.mjs";
import {
  DO, INBOX, addItems, boardFile, boardName, card, eventually, expectTitles, fromBoardMenu, fromCardMenu, list, reload,
  saved, stage, titles,
} from "./steps.mjs";

const scene = stage();

const names = (page) => page.getByRole("main").getByRole("link").allInnerTexts();

async function allBoards(page) {
  await fromBoardMenu(page, "All boards, new board");
  await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
}

async function create(page, name) {
  await allBoards(page);
  await page.getByRole("textbox", { name: "Name of the new board" }).fill(name);
  await page.getByRole("button", { name: "New board" }).click();
  await eventually(() => boardName(page), name);
}

async function fromLine(page, board, words) {
  await page.getByRole("button", { name: `More for ${board}`, exact: true }).click();
  await page.getByRole("menu", { name: "Board", exact: true }).last().getByRole("menuitem", { name: words }).click();
}

scene("boards are made, opened and each keeps its own items", async (page) => {
  await create(page, "Spring");
  await addItems(page, "Ship beta");
  await create(page, "Autumn");
  await expectTitles(page, INBOX, []);
  await addItems(page, "Pick apples");
  await allBoards(page);
  await page.getByRole("link", { name: "Spring" }).click();
  await expectTitles(page, INBOX, ["Ship beta"]);
  assert.equal(await boardName(page), "Spring");
  await page.goBack();
  await page.getByRole("link", { name: "Autumn" }).click();
  await expectTitles(page, INBOX, ["Pick apples"]);
});

scene("the first, untouched board is not left behind when another is opened", async (page) => {
  await create(page, "Spring");
  await allBoards(page);
  assert.deepEqual(await names(page), ["Spring"]);
});

scene("a board is renamed, and the new name outlives a reload", async (page) => {
  await create(page, "Spring");
  await fromBoardMenu(page, "Name, goal, people, quadrants");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Early spring");
  await page.keyboard.press("Enter");
  await eventually(() => boardName(page), "Early spring");
  await saved(page);
  await reload(page);
  assert.equal(await boardName(page), "Early spring");
  await allBoards(page);
  assert.deepEqual(await names(page), ["Early spring"]);
});

scene("quadrants are renamed for a board and keep their keys", async (page) => {
  await addItems(page, "Ship beta");
  await fromBoardMenu(page, "Name, goal, people, quadrants");
  await page.getByRole("textbox", { name: "Name of quadrant 1" }).fill("Today");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Matrix" }).click();
  await card(page, "Ship beta").focus();
  await page.keyboard.press("1");
  await expectTitles(page, "Today", ["Ship beta"]);
});

scene("a copy of a board goes its own way", async (page) => {
  await create(page, "Spring");
  await addItems(page, "Ship beta");
  await allBoards(page);
  await fromLine(page, "Spring", "Duplicate");
  await eventually(() => boardName(page), "Spring (copy)");
  await expectTitles(page, INBOX, ["Ship beta"]);
  await fromCardMenu(page, "Ship beta", "Move to Do now");
  await expectTitles(page, DO, ["Ship beta"]);
  await allBoards(page);
  await page.getByRole("link", { name: "Spring", exact: true }).click();
  await expectTitles(page, INBOX, ["Ship beta"]);
});

scene("a board in the trash is restored as it was", async (page) => {
  await create(page, "Spring");
  await addItems(page, "Ship beta");
  await saved(page);
  const before = await boardFile(page);
  await create(page, "Autumn");
  await addItems(page, "Pick apples");
  await allBoards(page);
  await fromLine(page, "Spring", "Move to trash");
  await eventually(() => names(page), ["Autumn"]);
  await page.getByRole("button", { name: "Restore: Spring" }).click();
  await eventually(async () => (await names(page)).sort(), ["Autumn", "Spring"]);
  await page.getByRole("link", { name: "Spring" }).click();
  await expectTitles(page, INBOX, ["Ship beta"]);
  assert.equal((await boardFile(page)).text, before.text);
  told(12, "a board thrown away and restored", 1, "0 changed", "byte-equal, one click");
});

scene("the open board can be thrown away, and deleted for good with two clicks", async (page) => {
  await create(page, "Spring");
  await addItems(page, "Ship beta");
  await allBoards(page);
  await fromLine(page, "Spring", "Move to trash");
  await page.getByRole("button", { name: "Delete for good: Spring" }).click();
  await page.getByRole("button", { name: "Click again to delete: Spring" }).click();
  await page.getByRole("heading", { name: "Boards in the trash" }).waitFor({ state: "detached" });
  await reload(page);
  assert.ok(!(await names(page)).includes("Spring"));
});

scene("the example board has something in every quadrant", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await eventually(() => boardName(page), "Example: Orders API v2");
  for (const name of ["Inbox", "Do now", "Schedule and protect", "Delegate or batch", "Eliminate or backlog"]) {
    await list(page, name).getByRole("listitem").first().waitFor();
    assert.ok((await titles(page, name)).length > 0, name);
  }
  await page.getByRole("region", { name: "Headline" }).getByRole("button", { name: /past their date|unowned/ }).first().waitFor();
});

scene("the board that was open last is open after a reload", async (page, context, url) => {
  await create(page, "Spring");
  await create(page, "Autumn");
  await saved(page);
  await page.goto(url);
  await reload(page);
  await eventually(() => boardName(page), "Autumn");
});

scene("an address of a board that is not in this browser says so", async (page, context, url) => {
  await page.goto(`${url}#/7f8e2f7e-2c7b-4c58-9d7c-000000000009/matrix`);
  await page.getByRole("heading", { name: "This board is not in this browser" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "All boards" }).click();
  await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
});
