// Storage that fails: the page works on, never says "Saved" when it is not, and gives the board out as a file.

import assert from "node:assert/strict";
import { DO, INBOX, addItems, download, eventually, expectTitles, fromBoardMenu, fromCardMenu, reload, saved, stage } from "./steps.mjs";

const scene = stage("/", { tries: 1 });

const notSaved = (page) => page.getByRole("banner").getByText(/^NOT saved: /);
const downloadFromHeader = (page) =>
  download(page, () => page.getByRole("banner").getByRole("button", { name: "Download the board" }).click());

const block = (context) =>
  context.addInitScript(() => {
    const denied = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: denied });
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });

scene("where the browser blocks storage, the board lives in memory, says so, and can be downloaded", async (page) => {
  await notSaved(page).waitFor();
  assert.match(await notSaved(page).innerText(), /blocks this page's storage: allow site data/);
  await addItems(page, "Ship beta", "Write docs");
  await fromCardMenu(page, "Write docs", "Move to Do now");
  await fromBoardMenu(page, /^Undo: move /);
  await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
  await notSaved(page).waitFor();
  const { text } = await downloadFromHeader(page);
  assert.equal(JSON.parse(text).items.length, 2);
}, { prepare: block });

scene("without IndexedDB alone, edits are saved and outlive a reload, and it is said that a crash may take the last", async (page) => {
  await addItems(page, "Ship beta");
  await page.getByRole("banner").getByText("Saved, not crash-safe").waitFor();
  await reload(page);
  await expectTitles(page, INBOX, ["Ship beta"]);
}, {
  prepare: (context) => context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })),
});

/** Takes all room of the origin's storage, to the last character. */
const fill = (page) =>
  page.evaluate(() => {
    for (let size = 1 << 22, n = 0; size >= 1; ) {
      try {
        localStorage.setItem(`neighbour-${n}`, "x".repeat(size));
        n += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });

const clear = (page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith("neighbour-"))) localStorage.removeItem(key);
  });

scene("when the storage is full, the page says NOT saved, offers the download, and editing goes on", async (page) => {
  await addItems(page, "Ship beta");
  await saved(page);
  await fill(page);
  await addItems(page, "Write docs");
  await notSaved(page).waitFor();
  assert.match(await notSaved(page).innerText(), /storage is full/);
  await fromCardMenu(page, "Write docs", "Move to Do now");
  await expectTitles(page, DO, ["Write docs"]);
  const { text } = await downloadFromHeader(page);
  assert.deepEqual(JSON.parse(text).items.map((item) => item.title).sort(), ["Ship beta", "Write docs"]);
  for (const width of [1920, 1366, 390]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width} px`);
    assert.ok(await notSaved(page).isVisible());
  }
  await page.getByRole("link", { name: "Free space" }).click();
  await page.getByRole("heading", { level: 1, name: "Boards" }).waitFor();
  await page.getByText("99 % of the room").or(page.getByText("100 % of the room")).waitFor();
});

scene("when there is room again, everything is saved and there after a reload", async (page) => {
  await addItems(page, "Ship beta");
  await saved(page);
  await fill(page);
  await addItems(page, "Write docs");
  await notSaved(page).waitFor();
  await clear(page);
  await addItems(page, "Fix login");
  await saved(page);
  await reload(page);
  await expectTitles(page, INBOX, ["Ship beta", "Write docs", "Fix login"]);
});

scene("what the full storage could not take is in the journal, and is there after a reload", async (page) => {
  await addItems(page, "Ship beta");
  await saved(page);
  await fill(page);
  await addItems(page, "Write docs");
  await notSaved(page).waitFor();
  await clear(page);
  page.on("dialog", (dialog) => dialog.accept());
  await reload(page);
  await expectTitles(page, INBOX, ["Ship beta", "Write docs"]);
});

/** Holds back what the page hears of a finished write to the journal, and lets its storage be full, on request. */
const slow = (context) =>
  context.addInitScript(() => {
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    const waiting = [];
    window.hold = (isHeld) => {
      window.isHeld = isHeld;
      if (!isHeld) waiting.splice(0).forEach((tell) => tell());
    };
    const held = (tell) => (event) => (window.isHeld ? waiting.push(() => tell(event)) : tell(event));
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      configurable: true,
      set(tell) {
        set.call(this, tell && held(tell));
      },
    });
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...entry) {
      if (window.isFull) throw new DOMException("no room", "QuotaExceededError");
      write.apply(this, entry);
    };
  });

scene("between an edit and its write the page says Saving, then Saved; NOT saved has its way out", async (page) => {
  const says = (words) => page.getByRole("banner").getByText(words, { exact: true }).waitFor();
  const word = () => page.locator("header .save").innerText();
  await addItems(page, "Ship beta");
  await saved(page);
  await page.evaluate(() => window.hold(true));
  await addItems(page, "Write docs");
  await says("Saving…");
  // Longer than a write ever takes, and than the look that follows an edit.
  await page.waitForTimeout(3_000);
  assert.equal(await word(), "Saving…");
  for (const width of [1920, 1366, 390]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await page.getByRole("banner").getByText("Saving…").isVisible(), `${width} px`);
  }
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.evaluate(() => window.hold(false));
  await saved(page);
  await page.evaluate(() => (window.isFull = true));
  await addItems(page, "Fix login");
  await notSaved(page).waitFor();
  await page.getByRole("banner").getByRole("link", { name: "Free space" }).waitFor();
  const { text } = await downloadFromHeader(page);
  assert.deepEqual(JSON.parse(text).items.map((item) => item.title).sort(), ["Fix login", "Ship beta", "Write docs"]);
  await page.evaluate(() => window.hold(true) || (window.isFull = false));
  await addItems(page, "Call Ana");
  await says("Saving…");
  await page.evaluate(() => window.hold(false));
  await saved(page);
  await reload(page);
  await expectTitles(page, INBOX, ["Ship beta", "Write docs", "Fix login", "Call Ana"]);
}, { prepare: slow });

scene("leaving with unsaved work is asked about", async (page) => {
  await addItems(page, "Ship beta");
  await notSaved(page).waitFor();
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.reload();
  await eventually(async () => asked, ["beforeunload"]);
}, { prepare: block });
