// A plan from nothing to its finish: by the mouse alone, and by the keyboard alone. Texts are typed either way.

import assert from "node:assert/strict";
import { addItems, card, download, drag, eventually, eventuallyMatches, focusCard, footOf, fromBoardMenu, goTo, SCHEDULE, stage, titles } from "./steps.mjs";

const scene = stage();

/** A Monday, so that dates are the same whenever the tests run. */
const onMonday = (context) => context.clock.setFixedTime(new Date("2026-03-02T09:00:00"));

const headline = (page) => page.getByRole("region", { name: "Headline" });
const finish = (page) => headline(page).getByRole("paragraph").first();
const reads = (page, text) => eventuallyMatches(() => finish(page).innerText(), new RegExp(`^Done ${text}`));
const panel = (page) => page.getByRole("region", { name: "Item", exact: true });
const word = (page, label) => panel(page).getByRole("button", { name: new RegExp(`^${label}: `) });

/** Fills a word of the panel that was opened, and leaves it by `leave`. */
async function fill(page, label, text, leave) {
  const field = panel(page).getByRole("combobox", { name: label, exact: true });
  await field.fill(text);
  await leave(field);
  await eventually(() => field.count(), 0);
}

/** Does something, and waits until a text has been seen in a place that shows it for a few seconds only. */
async function passesBy(place, text, step) {
  await place.evaluate((element, expected) => {
    window.passed = new Promise((done) => {
      const look = () => element.textContent.includes(expected) && done(true);
      new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true });
      setTimeout(() => done(false), 15_000);
    });
  }, text);
  await step();
  assert.ok(await place.page().evaluate(() => window.passed), `${text} was not seen`);
}

/** What both hands do differently. */
const MOUSE = {
  async open(page, title) {
    // A card that was just dropped has a question in its middle.
    await card(page, title).getByText(title).first().click();
    await word(page, "Title").waitFor();
    await eventually(() => word(page, "Title").getAttribute("aria-label"), `Title: ${title}`);
  },
  async write(page, label, text) {
    await word(page, label).click();
    await fill(page, label, text, () => panel(page).getByRole("heading").first().click({ position: { x: 1, y: 1 } }));
  },
  async sort(page, title) {
    await drag(page, title, await footOf(page, SCHEDULE));
  },
  async waitsFor(page, title, ...others) {
    await this.open(page, title);
    await panel(page).getByRole("button", { name: "Waits for what?" }).click();
    for (const other of others) {
      await page.getByRole("combobox", { name: /wait/ }).fill(other.slice(0, 6));
      await page.getByRole("option", { name: new RegExp(other) }).first().click();
      await page.getByRole("region", { name: /wait/ }).getByRole("listitem").filter({ hasText: other }).waitFor();
    }
    await page.getByRole("region", { name: /wait/ }).getByRole("button", { name: "Close" }).click();
  },
  async comesFromTeam(page) {
    await panel(page).getByText("More", { exact: true }).click();
    await panel(page).getByRole("group", { name: "Kind" }).getByRole("button", { name: "team" }).click();
  },
};

const KEYS = {
  async open(page, title) {
    await focusCard(page, title);
    await page.keyboard.press("Enter");
    await eventually(() => word(page, "Title").getAttribute("aria-label"), `Title: ${title}`);
  },
  async write(page, label, text) {
    await word(page, label).press("Enter");
    await fill(page, label, text, (field) => field.press("Enter"));
  },
  async sort(page, title) {
    await focusCard(page, title);
    await page.keyboard.press("2");
    await eventually(async () => (await titles(page, SCHEDULE)).includes(title), true);
    // The quadrant asks by when; nobody has to answer.
    await page.getByRole("combobox", { name: /By when/ }).press("Escape");
    await eventually(() => card(page, title).evaluate((element) => element === document.activeElement), true);
  },
  async waitsFor(page, title, ...others) {
    await focusCard(page, title);
    await page.keyboard.press("l");
    const field = page.getByRole("combobox", { name: /wait/ });
    for (const other of others) {
      await field.fill(other.slice(0, 6));
      await field.press("Enter");
      await page.getByRole("region", { name: /wait/ }).getByRole("listitem").filter({ hasText: other }).waitFor();
    }
    await field.press("Escape");
  },
  async comesFromTeam(page) {
    await panel(page).getByText("More", { exact: true }).press("Enter");
    await panel(page).getByRole("group", { name: "Kind" }).getByRole("button", { name: "team" }).press("Enter");
  },
};

/** Contract from Payments, 5 days of client, 3 of tests, docs beside them, and the release. */
async function build(page, hand) {
  const all = ["API contract", "Build client", "Integration test", "Write docs", "Release"];
  await addItems(page, ...all);
  for (const title of all) await hand.sort(page, title);
  for (const [title, days] of [["Build client", "5"], ["Integration test", "3"], ["Write docs", "4"], ["Release", "0"]]) {
    await hand.open(page, title);
    await hand.write(page, "Duration", days);
  }
  await hand.open(page, "API contract");
  await hand.comesFromTeam(page);
  await hand.write(page, "Giver", "Payments");
  await hand.write(page, "Asked on", "2 mar");
  await hand.write(page, "Promised for", "10 mar");
  await hand.waitsFor(page, "Build client", "API contract");
  await hand.waitsFor(page, "Integration test", "Build client");
  await hand.waitsFor(page, "Release", "Integration test", "Write docs");
}

async function readTheFinish(page) {
  // Promised Tue 10 Mar with 2 days of buffer: the client from Fri 13 to Thu 19, the tests until Tue 24 March.
  await reads(page, "Tue 24 Mar");
  for (const title of ["API contract", "Build client", "Integration test", "Release"]) {
    await eventuallyMatches(() => card(page, title).getAttribute("aria-label"), /critical/, title);
  }
  assert.doesNotMatch(await card(page, "Write docs").getAttribute("aria-label"), /critical/);
}

async function slipThePromise(page, hand) {
  await hand.open(page, "API contract");
  await hand.write(page, "Promised for", "12 mar");
  await panel(page).getByText("2 of 2 used").waitFor();
  await reads(page, "Tue 24 Mar");
  await passesBy(headline(page), "+2 days", () => hand.write(page, "Promised for", "16 mar"));
  await reads(page, "Thu 26 Mar");
}

for (const [name, hand] of [["the mouse", MOUSE], ["the keyboard", KEYS]]) {
  scene(`a plan is built by ${name} alone, and its finish follows a promise only past its buffer`, async (page) => {
    await build(page, hand);
    await readTheFinish(page);
    await slipThePromise(page, hand);
  }, { prepare: onMonday });
}
