// Everybody can use it: axe in every view and both themes, everything by the keyboard, every move announced.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  DO, INBOX, SCHEDULE, addItems, card, chooseFile, eventually, expectTitles, fixture, focusCard, fromBoardMenu, fromCardMenu, goTo,
  list, reload, said, stage,
} from "./steps.mjs";

const scene = stage();

const example = async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
};

const VIEWS = {
  "the empty board": async () => {},
  "the example board with an open item": async (page) => {
    await example(page);
    await card(page, "Switch v1 off").click();
    await page.getByRole("region", { name: "Item", exact: true }).getByText("More", { exact: true }).click();
  },
  "the example board on a phone": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await example(page);
  },
  "a selection with a question on a card": async (page) => {
    await addItems(page, "A", "B", "C");
    await card(page, "A").click({ modifiers: ["ControlOrMeta"] });
    await card(page, "B").click({ modifiers: ["ControlOrMeta"] });
    await card(page, "B").click({ modifiers: ["ControlOrMeta"] });
    await page.keyboard.press("3");
    await page.getByRole("combobox", { name: /To whom\?/ }).waitFor();
  },
  "deal mode": async (page) => {
    await example(page);
    await page.getByRole("button", { name: "Deal" }).click();
    await page.getByRole("progressbar", { name: "Cards" }).waitFor();
  },
  "the end of deal mode": async (page) => {
    await addItems(page, "A");
    await page.getByRole("button", { name: "Deal" }).click();
    await page.keyboard.press("1");
    await page.getByRole("heading", { name: "The one card is sorted" }).waitFor();
  },
  "the list of boards": async (page) => {
    await example(page);
    await fromBoardMenu(page, "All boards, new board");
    await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
  },
  "the settings": async (page) => {
    await example(page);
    await fromBoardMenu(page, "Name, goal, people, quadrants");
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  },
  "what was said no to": async (page) => {
    await example(page);
    await goTo(page, /^Said no/);
    await page.getByRole("heading", { level: 1, name: "Said no" }).waitFor();
  },
  "the trash": async (page) => {
    await addItems(page, "A", "B");
    await focusCard(page, "A");
    await page.keyboard.press("Delete");
    await fromBoardMenu(page, "Trash");
    await page.getByRole("heading", { level: 1, name: "Trash" }).waitFor();
  },
  "the preview of an import": async (page) => {
    await chooseFile(page, fixture("trello_board.json"));
    await page.getByRole("heading", { level: 1, name: /^Import/ }).waitFor();
  },
  "a file that was refused": async (page) => {
    await chooseFile(page, { name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
    await page.getByRole("heading", { level: 1, name: /cannot be imported/ }).waitFor();
  },
  "the menu of a card": async (page) => {
    await example(page);
    await focusCard(page, "Switch v1 off");
    await page.keyboard.press("m");
    await page.getByRole("menu", { name: "Card" }).waitFor();
  },
  "the menu of the board": async (page) => {
    await example(page);
    await page.getByRole("banner").getByRole("button").first().click();
    await page.getByRole("menu", { name: "Board", exact: true }).waitFor();
  },
  "the list of keys": async (page) => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "All keys" }).waitFor();
  },
};

for (const [what, go] of Object.entries(VIEWS)) {
  scene(`axe finds nothing serious in ${what}, in light and dark`, async (page) => {
    await go(page);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  });
}

scene("a dark theme that was chosen holds against the system's, and after a reload", async (page) => {
  await page.emulateMedia({ colorScheme: "light" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await fromBoardMenu(page, "Name, goal, people, quadrants");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await eventually(async () => (await background()) !== light, true);
  const dark = await background();
  await reload(page);
  await eventually(background, dark);
});

// --- The keyboard ----------------------------------------------------------------------------------------------

const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element.getAttribute("aria-label") ?? element.innerText?.trim().split("\n")[0] ?? element.tagName;
  });

/** Presses Tab until the focus is on something, at most so often. */
async function tabTo(page, pattern, most = 25) {
  const passed = [];
  for (let n = 0; n < most; n++) {
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
    if (pattern.test(passed.at(-1))) return;
  }
  assert.fail(`Tab did not come to ${pattern}: ${passed.join(" | ")}`);
}

scene("Tab reaches the board's menu, views, filter, field and cards, in the order they are seen", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await focusCard(page, "Ship beta");
  await page.keyboard.press("1");
  await expectTitles(page, DO, ["Ship beta"]);
  await page.evaluate(() => document.activeElement.blur());
  const header = [/^New plan/, /^Matrix/, /^Map/, /^Said no/, /^Filter by text/, /^Who, what/];
  const board = [/^Deal/, /^New items/, /^Add to Do now/, /^Ship beta/];
  for (const stop of [...header, ...board]) await tabTo(page, stop, 8);
});

scene("an item is added, sorted, opened, named an owner and undone without a mouse", async (page) => {
  await page.keyboard.press("n");
  await page.keyboard.type("Ship beta");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Write docs");
  await page.keyboard.press("Enter");
  await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
  await tabTo(page, /^Ship beta/, 3);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("2");
  await expectTitles(page, SCHEDULE, ["Write docs"]);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Owner: not set/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ana Silva");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Owner: Ana Silva" }).waitFor();
  await page.keyboard.press("Escape");
  await list(page, INBOX).waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
});

scene("the menu of a card is walked with the arrows, and Escape gives the focus back to the card", async (page) => {
  await addItems(page, "Ship beta");
  await focusCard(page, "Ship beta");
  await page.keyboard.press("m");
  await eventually(() => focused(page), "Open");
  await page.keyboard.press("ArrowDown");
  await eventually(() => focused(page), "Edit the title");
  await page.keyboard.press("End");
  await eventually(() => focused(page), "Into the trash");
  await page.keyboard.press("ArrowDown");
  await eventually(() => focused(page), "Open");
  await page.keyboard.press("Escape");
  await eventually(async () => (await focused(page)).startsWith("Ship beta"), true);
});

scene("after a move by its menu, a card has the focus where it is now", async (page) => {
  await addItems(page, "Ship beta", "Write docs");
  await fromCardMenu(page, "Ship beta", "Move to Do now");
  await expectTitles(page, DO, ["Ship beta"]);
  await eventually(async () => (await focused(page)).startsWith("Ship beta"), true);
});

scene("every move is announced with its place", async (page) => {
  await addItems(page, "A", "B", "C", "D", "Ship beta");
  for (const title of ["A", "B", "C", "D"]) {
    await focusCard(page, title);
    await page.keyboard.press("1");
    await expectTitles(page, INBOX, ["A", "B", "C", "D", "Ship beta"].slice(["A", "B", "C", "D"].indexOf(title) + 1));
  }
  await focusCard(page, "Ship beta");
  await page.keyboard.press("1");
  await eventually(() => said(page), "Ship beta moved to Do now, 5 of 5");
  for (const place of [4, 3, 2]) {
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => said(page), `Ship beta moved to Do now, ${place} of 5`);
  }
  await page.keyboard.press("0");
  await eventually(() => said(page), "Ship beta moved to the Inbox, 1 of 1");
  await page.keyboard.press("Control+z");
  await eventually(() => said(page), "Undone: move 'Ship beta' to the Inbox");
});

scene("the arrows go from card to card, and across the edge of a list into the next", async (page) => {
  await addItems(page, "A", "B", "C");
  await focusCard(page, "C");
  await page.keyboard.press("1");
  await expectTitles(page, DO, ["C"]);
  await focusCard(page, "A");
  await page.keyboard.press("ArrowDown");
  await eventually(async () => (await focused(page)).startsWith("B,"), true);
  await page.keyboard.press("ArrowRight");
  await eventually(async () => (await focused(page)).startsWith("C,"), true);
  await page.keyboard.press("ArrowLeft");
  await eventually(async () => (await focused(page)).startsWith("A,"), true);
});

scene("what a filter shows is counted and said, and a list that it empties says so", async (page) => {
  await addItems(page, "Apples", "Pears");
  const filter = page.getByRole("searchbox", { name: "Filter by text" });
  await filter.fill("apples");
  await eventually(() => said(page), "1 of 2 shown");
  await filter.fill("plums");
  await eventually(() => said(page), "0 of 2 shown");
  await page.getByRole("region", { name: INBOX }).getByText("Nothing here matches the filter").waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await eventually(() => said(page), "2 of 2 shown");
});
