// The steps that journeys share: a page of one's own, and what a person does on it, by role and name.
//
// Deliberately absent: what a journey expects. Nothing here waits for a time; it waits until something holds.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { DIST, launch, openApp, shownBy, startServer, untilReady } from "./harness.mjs";

export const INBOX = "Inbox";
export const DO = "Do now";
export const SCHEDULE = "Schedule and protect";
export const DELEGATE = "Delegate or batch";
export const ELIMINATE = "Eliminate or backlog";
export const COLUMNS = [INBOX, DO, SCHEDULE, DELEGATE, ELIMINATE];

const FIXTURES = fileURLToPath(new URL("../../core/tests/fixtures/", import.meta.url));
/** How long something is waited for; what is known to fail is not waited for long. */
let patience;
const PATIENCE = { usual: 15_000, todo: 2_000 };

/** A file of the project's own, in the shape of a real export. */
export const fixture = (name) => path.join(FIXTURES, name);

/** Where the built page can live; `from disk` is the single file by double-click. */
export const HOMES = ["/", "/some/sub/path/", "from disk"];

/**
 * Opens a browser and a home for the tests of a file. What it gives makes tests, each with a page in a fresh
 * profile; no page of it may have made a noise at the end.
 *
 * A busy machine can lose a key or a frame, so a journey that failed is gone through once more, and the report says
 * so with what the page had shown. A page that has stopped is no such thing: there is no second try. Where one failure
 * in a hundred is the finding, as with edits that must not be lost, `tries` is 1.
 */
export function stage(home = "/", { tries = 2 } = {}) {
  let browser;
  let server;
  before(async () => {
    browser = await launch();
    if (home !== "from disk") server = await startServer(DIST, { base: home });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  const url = () => server?.url ?? pathToFileURL(path.join(DIST, "unblock.html")).href;
  const play = async (body, prepare, options, tell) => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 900 },
      locale: "en-GB",
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(patience);
    try {
      await prepare?.(context);
      const page = await openApp(context, url());
      await body(page, context, url());
      context.pages().forEach((each) => each.expectQuiet());
    } catch (error) {
      const shown = await shownBy(context);
      tell(`${error.stack}\n${shown}`);
      throw Object.assign(error, { isFinal: shown.includes("Unblock has stopped") });
    } finally {
      await context.close();
    }
  };
  return (name, body, { todo, prepare, ...options } = {}) =>
    test(name, { todo }, async (report) => {
      patience = todo ? PATIENCE.todo : PATIENCE.usual;
      for (let left = todo ? 1 : tries; left > 0; left -= 1) {
        try {
          const tell = (what) => report.diagnostic(`"${name}" failed, ${left - 1} more to try: ${what}`);
          return await play(body, prepare, options, tell);
        } catch (error) {
          if (left === 1 || error.isFinal) throw error;
        }
      }
    });
}

/** Waits until what is read equals what is expected; else fails with the difference. */
export async function eventually(read, expected, what) {
  const end = Date.now() + patience;
  for (;;) {
    const got = await read();
    if (isDeepStrictEqual(got, expected)) return;
    if (Date.now() > end) assert.deepEqual(got, expected, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until a text matches. */
export async function eventuallyMatches(read, pattern, what) {
  const end = Date.now() + patience;
  for (;;) {
    const got = await read();
    if (pattern.test(got)) return;
    if (Date.now() > end) assert.match(got, pattern, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Reloads, and waits until the page can be used again. */
export async function reload(page) {
  await page.reload();
  await untilReady(page);
}

// --- The board -----------------------------------------------------------------------------------------------

/** A list of the Matrix, by its name. */
export const list = (page, name) => page.getByRole("list", { name, exact: true });

/** The titles of a list's cards that are in sight, in reading order. */
export const titles = (page, name) =>
  list(page, name)
    .getByRole("listitem")
    .evaluateAll((cards) =>
      cards
        .sort((a, b) => a.ariaPosInSet - b.ariaPosInSet)
        .map((card) => card.querySelector("button[aria-haspopup]").ariaLabel.replace(/^Menu of /, "")),
    );

/** The titles of all five lists, by the lists' names. */
export async function matrix(page) {
  const all = {};
  for (const name of COLUMNS) all[name] = await titles(page, name);
  return all;
}

/** Waits until a list holds these titles in this order. */
export const expectTitles = (page, name, expected) => eventually(() => titles(page, name), expected, name);

/** The handle of a card, which opens its menu. */
const menuButton = (page, title) => page.getByRole("button", { name: `Menu of ${title}`, exact: true });

/** A card, by its title. */
export const card = (page, title) => page.getByRole("listitem").filter({ has: menuButton(page, title) });

/** Scrolls the lists until a card stands in one of them: what is out of sight is not in the page. */
const seek = (page, title) =>
  page.evaluate(async (label) => {
    const found = () => document.querySelector(`.cards [aria-label="${CSS.escape(label)}"]`);
    for (const list of document.querySelectorAll(".cards")) {
      const before = list.scrollTop;
      for (let top = 0; !found() && top < list.scrollHeight; top += list.clientHeight / 2) {
        list.scrollTop = top;
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      }
      if (found()) return;
      list.scrollTop = before;
    }
  }, `Menu of ${title}`);

/** Gives a card the focus, as Tab and the arrows do. */
export const focusCard = (page, title) => seek(page, title).then(() => card(page, title).focus());

/** Types items into the field of the Inbox, which takes several lines, and waits until they are there. */
export async function addItems(page, ...items) {
  const field = page.getByRole("textbox", { name: "New items, one a line" });
  await field.fill(items.join("\n"));
  await field.press("Enter");
  // What is out of sight is not in the page.
  await card(page, items[0]).waitFor();
}

/** A line of a menu by how it begins: a key stands at its end. */
const beginning = (words) => (words instanceof RegExp ? words : new RegExp(`^${words.replace(/[()?.+*]/g, "\\$&")}`));

/** Chooses a line of a card's menu. */
export async function fromCardMenu(page, title, words) {
  await seek(page, title);
  await menuButton(page, title).click();
  await page.getByRole("menu", { name: "Card" }).getByRole("menuitem", { name: beginning(words) }).click();
}

/** Chooses a line of the board's menu. */
export async function fromBoardMenu(page, words) {
  await page.getByRole("banner").getByRole("button").first().click();
  await page.getByRole("menu", { name: "Board", exact: true }).getByRole("menuitem", { name: beginning(words) }).click();
}

/** The name of the open board. */
export const boardName = (page) => page.getByRole("banner").getByRole("button").first().innerText();

/** Goes to a view by its link in the header. */
export const goTo = (page, view) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();

/** What the live region says. */
export const said = async (page) => (await page.getByRole("status").innerText()).replace(/\u00a0$/, "");

/** Waits until everything is saved. */
export const saved = (page) => page.getByRole("banner").getByText("Saved", { exact: true }).waitFor();

// --- Files ---------------------------------------------------------------------------------------------------

/** Chooses a file to import, as *Import a file* in the board's menu asks for one. */
export async function chooseFile(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), fromBoardMenu(page, "Import a file")]);
  await chooser.setFiles(file);
}

/** A file made of a text. */
export const textFile = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Imports a file as a board of its own. */
export async function importAsNewBoard(page, file) {
  await chooseFile(page, file);
  await page.getByRole("button", { name: /^(Make the board|Add the board)$/ }).click();
  await list(page, INBOX).waitFor();
}

/** The figures of an import's preview: `{ new: 30, links: 4 }`. */
export async function figures(page) {
  await page.getByRole("heading", { level: 1, name: /^Import / }).waitFor();
  const lines = await page.locator("main").getByRole("list").first().getByRole("listitem").allInnerTexts();
  return Object.fromEntries(lines.map((line) => [line.replace(/^\d+ /, ""), Number.parseInt(line, 10)]));
}

/** Downloads something by a step, and gives its name and text. */
export async function download(page, step) {
  const [file] = await Promise.all([page.waitForEvent("download"), step()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** The open board as a board file. */
export const boardFile = (page) => download(page, () => fromBoardMenu(page, "Download the board"));

// --- Carrying ------------------------------------------------------------------------------------------------

/** A point of an element, as shares of its width and height. */
export async function pointIn(locator, x = 0.5, y = 0.5) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

/** Lifts a card with the mouse and carries it to a point, without letting go. */
export async function carry(page, title, to) {
  await seek(page, title);
  const from = await pointIn(card(page, title), 0.3);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** Drags a card with the mouse to a point. */
export async function drag(page, title, to) {
  await carry(page, title, to);
  await page.mouse.up();
}

/** The foot of a list: behind its last card. */
export const footOf = (page, name) => pointIn(list(page, name), 0.5, 0.95);

/** The place before a card, whether cards stand in one column or in two. */
export const beforeCard = (page, title) => pointIn(card(page, title), 0.1, 0.2);

/** A finger, which Playwright itself does not have. */
export async function finger(page) {
  const client = await page.context().newCDPSession(page);
  const send = (type, at) => {
    const touchPoints = at ? [{ x: Math.round(at.x), y: Math.round(at.y) }] : [];
    return client.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  return {
    press: (at) => send("touchStart", at),
    move: async (from, to) => {
      for (const share of [0.25, 0.5, 0.75, 1]) {
        await send("touchMove", { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
    },
    lift: () => send("touchEnd"),
  };
}

/** Drags with a finger: from a card after a rest, or at once from its handle. */
export async function dragByTouch(page, title, to, { handle = false } = {}) {
  const touch = await finger(page);
  await seek(page, title);
  const start = handle ? menuButton(page, title) : card(page, title);
  const from = await pointIn(start, handle ? 0.5 : 0.3);
  await touch.press(from);
  // The rest of a finger is what is tested: the page says that it carries when it has been long enough.
  if (!handle) await page.locator("body.dragging").waitFor();
  await touch.move(from, to);
  await touch.lift();
}
