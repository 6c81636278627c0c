// Files in and out: importing again, what cannot be taken, and what comes back from a file of our own.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  DO, INBOX, addItems, boardFile, boardName, card, chooseFile, download, eventually, expectTitles, figures, fixture,
  fromBoardMenu, fromCardMenu, importAsNewBoard, list, said, saved, stage, textFile,
} from "./steps.mjs";

const scene = stage();

const JIRA = readFileSync(fixture("jira_search.csv"), "utf8");
const pressed = (page, name) => page.getByRole("main").getByRole("button", { name, pressed: true }).waitFor();

for (const file of ["trello_board.json", "jira_search.csv", "github_issues.json", "plan.csv"]) {
  scene(`${file} imported again finds everything unchanged, and nothing doubles`, async (page) => {
    await importAsNewBoard(page, fixture(file));
    await saved(page);
    const before = await boardFile(page);
    await chooseFile(page, fixture(file));
    const { unchanged, ...others } = await figures(page);
    assert.deepEqual(others, {}, "nothing is new, changed or gone");
    assert.equal(unchanged, JSON.parse(before.text).items.length);
    await pressed(page, /^Joins /);
    await page.getByRole("button", { name: "Take it into this board" }).click();
    await list(page, INBOX).waitFor();
    await eventually(() => said(page), "Nothing to take: this board has all of it already");
    assert.equal((await boardFile(page)).text, before.text);
  });
}

scene("what changed there is taken over, what changed here stays, and one step undoes it", async (page) => {
  await importAsNewBoard(page, { ...textFile("jira_search.csv", JIRA) });
  await rename(page, "Returns portal", "Returns portal, first half");
  const changed = JIRA.replace("\nPrinter test in the Leipzig warehouse,", "\nPrinter test in Leipzig,").replace(/\nFlaky test .*/, "");
  await chooseFile(page, textFile("jira_search.csv", changed));
  const says = await figures(page);
  assert.deepEqual(
    [says["changed there"], says["changed here"], says["no longer in the file"], says.new],
    [1, 1, 1, undefined],
  );
  await page.getByRole("button", { name: "Take it into this board" }).click();
  await card(page, "Printer test in Leipzig").waitFor();
  await card(page, "Returns portal, first half").waitFor();
  assert.ok((await boardFile(page)).text.includes("Flaky test in the parcel suite"), "what is gone there stays here");
  await fromBoardMenu(page, /^Undo: import /);
  await card(page, "Printer test in the Leipzig warehouse").waitFor();
  await card(page, "Returns portal, first half").waitFor();
});

scene("what changed on both sides is ours until theirs is asked for", async (page) => {
  await importAsNewBoard(page, textFile("jira_search.csv", JIRA));
  await rename(page, "Carrier integration", "Carriers");
  await chooseFile(page, textFile("jira_search.csv", JIRA.replace("\nCarrier integration,", "\nCarrier integration v2,")));
  assert.equal((await figures(page))["changed on both sides"], 1);
  await pressed(page, "Keep what is here");
  await page.getByRole("button", { name: "Take theirs" }).click();
  await page.getByRole("button", { name: "Take it into this board" }).click();
  await card(page, "Carrier integration v2").waitFor();
});

async function rename(page, title, to) {
  await fromCardMenu(page, title, "Edit the title");
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(to);
  await page.keyboard.press("Enter");
  await card(page, to).waitFor();
}

const PNG = { name: "photo.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") };
const TODOIST = textFile("todoist.csv", "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR\ntask,Buy milk,,4,1,\n");
const BAD = [
  ["an empty file", textFile("backlog.csv", ""), "There is nothing in it."],
  ["broken JSON", textFile("board.json", '{"name": "Plan",\n "items": [}'), /line 2, column 12: this is not valid JSON: /],
  ["a picture", PNG, "This is a picture, which is not read."],
  ["a Todoist project", TODOIST, "This is a Todoist export, which is not read."],
  ["a Mermaid diagram", textFile("flow.md", "graph TD\n  A --> B\n"), "This is a Mermaid diagram, which is not read."],
  ["a table without titles", textFile("table.csv", "a,b\n1,2\n"), "This table has no column 'title' in its first line; it has 'a', 'b'."],
];

for (const [what, file, why] of BAD) {
  scene(`${what} is refused with a sentence, and nothing is changed`, async (page) => {
    await addItems(page, "Ship beta");
    await saved(page);
    const before = await boardFile(page);
    await chooseFile(page, file);
    await page.getByRole("heading", { name: `${file.name} cannot be imported` }).waitFor();
    await page.getByRole("main").getByRole("alert").filter({ hasText: why }).waitFor();
    await page.getByText("Nothing was changed.").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expectTitles(page, INBOX, ["Ship beta"]);
    assert.equal((await boardFile(page)).text, before.text);
  });
}

scene("a file is taken by dropping it anywhere", async (page) => {
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "plan.csv", { type: "text/csv" }));
    return transfer;
  }, "title,duration\nShip beta,5\n");
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: data });
  assert.deepEqual(await figures(page), { new: 1 });
});

scene("a pasted board file opens the preview instead of becoming lines", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), readFileSync(fixture("plan.csv"), "utf8"));
  await page.keyboard.press("n");
  await page.keyboard.press("ControlOrMeta+v");
  await page.getByRole("heading", { name: "Import the pasted text" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expectTitles(page, INBOX, []);
});

scene("a board file comes back the same to the last byte, but for its id", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
  const out = await boardFile(page);
  assert.equal(out.name, "Example-Orders-API-v2.unblock.json");
  await importAsNewBoard(page, { name: out.name, mimeType: "application/json", buffer: Buffer.from(out.text) });
  await eventually(async () => (await boardFile(page)).text !== out.text, true);
  const again = await boardFile(page);
  const [first, second] = [out.text, again.text].map((text) => JSON.parse(text).id);
  assert.notEqual(first, second);
  assert.equal(again.text.replaceAll(second, first), out.text);
});

scene("a plan CSV comes back as the same plan", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
  const plan = () => download(page, () => fromBoardMenu(page, "Download as CSV"));
  const out = await plan();
  await chooseFile(page, { name: out.name, mimeType: "text/csv", buffer: Buffer.from(out.text) });
  // The page knows where these items come from and proposes to join that board.
  await page.getByRole("button", { name: "A new board" }).click();
  await page.getByRole("button", { name: "Make the board" }).click();
  await eventually(() => boardName(page), "Example-Orders-API-v2");
  await card(page, "Switch v1 off").waitFor();
  assert.deepEqual(unnamed((await plan()).text), unnamed(out.text));
});

/** A plan's lines with the rows' numbers in place of their ids, and the people of a list in no order. */
function unnamed(text) {
  const lines = text.trim().split("\r\n");
  const ids = lines.slice(1).map((line) => line.split(",")[0]);
  const numbered = ids.reduce((whole, id, row) => whole.replaceAll(id, `row${row}`), lines.join("\n"));
  return numbered.split("\n").map((line) => line.split(",").map((cell) => cell.split("; ").sort().join("; ")).join(","));
}

scene("an import that joins the open board is announced and undone as one step", async (page) => {
  await addItems(page, "Ship beta");
  await fromCardMenu(page, "Ship beta", "Move to Do now");
  await chooseFile(page, textFile("list.txt", "Write docs\nFix login\n"));
  await page.getByRole("button", { name: /^Joins / }).click();
  await page.getByRole("button", { name: "Take it into this board" }).click();
  await expectTitles(page, INBOX, ["Write docs", "Fix login"]);
  await page.keyboard.press("Control+z");
  await expectTitles(page, INBOX, []);
  await expectTitles(page, DO, ["Ship beta"]);
  await eventually(async () => (await said(page)).startsWith("Undone: import "), true);
});
