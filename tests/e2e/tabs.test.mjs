// Two tabs on one board: one writes, the other follows, and no edit is lost when they change places.

import assert from "node:assert/strict";
import {
  DO, INBOX, addItems, boardFile, card, drag, eventually, expectTitles, focusCard, footOf, fromBoardMenu,
  fromCardMenu, reload, saved, stage,
} from "./steps.mjs";
import { openApp } from "./harness.mjs";

const scene = stage("/", { tries: 1 });

const follows = (page) => page.getByRole("banner").getByText("Read only: open in another tab").waitFor();
const takeOver = (page) => page.getByRole("button", { name: "Edit here" }).click();

/** A second tab on the same board. */
async function another(page, context) {
  await saved(page);
  const second = await openApp(context, page.url());
  await follows(second);
  return second;
}

scene("the second tab follows what the first one does", async (first, context) => {
  await addItems(first, "A", "B");
  const second = await another(first, context);
  await expectTitles(second, INBOX, ["A", "B"]);
  await fromCardMenu(first, "B", "Move to Do now");
  await expectTitles(second, DO, ["B"]);
  await fromBoardMenu(first, /^Undo: move /);
  await expectTitles(second, INBOX, ["A", "B"]);
});

scene("the second tab changes nothing, by keys, mouse or field", async (first, context) => {
  await addItems(first, "A", "B");
  const second = await another(first, context);
  await focusCard(second, "A");
  await second.keyboard.press("1");
  await second.getByText('Another tab is editing this board. Choose "Edit here"').first().waitFor();
  await drag(second, "B", await footOf(second, DO));
  const field = second.getByRole("textbox", { name: "New items, one a line" });
  await field.fill("C");
  await field.press("Enter");
  await addItems(first, "D");
  await expectTitles(second, INBOX, ["A", "B", "D"]);
  await expectTitles(first, INBOX, ["A", "B", "D"]);
  await expectTitles(second, DO, []);
});

scene("Edit here takes over, and the first tab follows", async (first, context) => {
  await addItems(first, "A");
  const second = await another(first, context);
  await takeOver(second);
  await saved(second);
  await follows(first);
  await addItems(second, "B");
  await expectTitles(first, INBOX, ["A", "B"]);
});

scene("no edit is lost when two tabs take over from each other again and again", async (first, context) => {
  await addItems(first, "Item 0");
  const tabs = [first, await another(first, context)];
  const expected = ["Item 0"];
  for (let turn = 1; turn <= 6; turn++) {
    const [writes, reads] = turn % 2 ? [tabs[1], tabs[0]] : tabs;
    await takeOver(writes);
    await writes.getByRole("button", { name: "Edit here" }).waitFor({ state: "detached" });
    await addItems(writes, `Item ${turn}`);
    expected.push(`Item ${turn}`);
    await expectTitles(reads, INBOX, expected);
    await follows(reads);
  }
  await reload(first);
  await expectTitles(first, INBOX, expected);
  const boards = first.url().replace(/#.*/, "#/boards");
  await first.goto(boards);
  await eventually(() => first.getByRole("main").getByRole("link").count(), 1, "no copy of a conflict was made");
});

scene("what the first tab did can be undone in the second", async (first, context) => {
  await addItems(first, "A", "B");
  await fromCardMenu(first, "A", "Move to Do now");
  const second = await another(first, context);
  await takeOver(second);
  await saved(second);
  await second.keyboard.press("Control+z");
  await expectTitles(second, INBOX, ["A", "B"]);
  await expectTitles(first, INBOX, ["A", "B"]);
});

scene("when the first tab closes, the second can edit", async (first, context) => {
  await addItems(first, "A");
  const second = await another(first, context);
  await first.close();
  await second.getByRole("button", { name: "Edit here" }).waitFor({ state: "detached" });
  await addItems(second, "B");
  await saved(second);
  await expectTitles(second, INBOX, ["A", "B"]);
  assert.equal(JSON.parse((await boardFile(second)).text).items.length, 2);
  await card(second, "B").waitFor();
});
