// A view can be left at any moment: before its first frame, with a field open, with something in the hand.

import assert from "node:assert/strict";
import { DELEGATE, boardName, card, focusCard, fromBoardMenu, goTo, pointIn, stage } from "./steps.mjs";

const journey = stage();

/** Lets the page's frames and timers wait until they are let go; the harness keeps the browser's own. */
const held = (context) =>
  context.addInitScript(() => {
    let waiting;
    for (const name of ["requestAnimationFrame", "setTimeout"]) {
      const own = window[name].bind(window);
      window[name] = (act, ...rest) => (waiting ? waiting.push(act) : own(act, ...rest));
    }
    window.hold = () => (waiting ??= []);
    window.letGo = () => {
      const acts = waiting ?? [];
      waiting = undefined;
      acts.forEach((act) => act(performance.now()));
      return acts.length;
    };
  });

/** Goes to an address and waits, without a frame of the page's, until the page has followed. */
const follow = async (page, address, name) => {
  await page.evaluate((to) => (location.hash = to), address);
  await page.getByRole("link", { name, exact: true }).and(page.locator("[aria-current=page]")).first().waitFor();
};

async function example(page) {
  await page.getByRole("button", { name: "See the example board" }).click();
  await page.getByRole("listitem").filter({ hasText: "Switch v1 off" }).first().click();
  await page.getByRole("region", { name: "Item", exact: true }).waitFor();
  const views = page.getByRole("navigation", { name: "Views" });
  const addresses = {};
  for (const name of ["Matrix", "Map", "Compare", "Meeting"]) {
    addresses[name] = await views.getByRole("link", { name, exact: true }).getAttribute("href");
  }
  for (const [view, pages] of [["Map", "Lenses of the Map"], ["Meeting", "Pages of the Meeting"]]) {
    await goTo(page, view);
    const links = page.getByRole("navigation", { name: pages }).getByRole("link");
    await links.first().waitFor();
    for (const link of await links.all()) addresses[await link.innerText()] = await link.getAttribute("href");
  }
  return addresses;
}

/** The page has not stopped. */
const goesOn = async (page, what) => {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  assert.equal(await page.getByRole("heading", { name: "Unblock has stopped" }).count(), 0, what);
};

journey("a view that is left before its first frame leaves nothing behind that stops the page", async (page) => {
  const addresses = await example(page);
  await follow(page, addresses.Matrix, "Matrix");
  for (const [name, address] of Object.entries(addresses)) {
    const other = name === "Matrix" ? "Compare" : "Matrix";
    await page.evaluate(() => window.hold());
    await follow(page, address, name);
    await follow(page, addresses[other], other);
    await page.evaluate(() => window.letGo());
    await goesOn(page, name);
  }
}, { prepare: held });

/** Opens a field of each kind, on a page that is gone to by its name; what is typed into it is left there. */
const FIELDS = [
  ["Matrix", "the title on a card", async (page) => {
    await focusCard(page, "Switch v1 off");
    await page.keyboard.press("e");
    return page.getByRole("textbox", { name: "Title", exact: true });
  }],
  ["Matrix", "a new item in a quadrant", async (page) => {
    await page.getByRole("region", { name: DELEGATE }).getByRole("button", { name: /^Add/ }).click();
    return page.getByRole("textbox", { name: "Title of the new item" });
  }],
  ["Register", "a word of a line", async (page) => {
    await page.getByRole("row").getByRole("button", { name: /^Our owner/ }).first().click();
    return page.getByRole("combobox", { name: "Our owner" });
  }],
  ["Compare", "a figure of the table", async (page) => {
    await page.getByRole("gridcell").nth(1).dblclick();
    return page.getByRole("textbox", { name: /^(Reach|Impact|Confidence|Effort|Title) of / });
  }],
  ["Matrix", "the name in the settings", async (page) => {
    await fromBoardMenu(page, "Name, goal, people, quadrants");
    return page.getByRole("textbox", { name: "Name", exact: true });
  }],
  ["Goal and agenda", "the goal of the plan", async (page) => {
    await page.getByRole("button", { name: /^Done when/ }).first().click();
    return page.locator(":focus");
  }],
  ["Stack", "the reason of a cut", async (page) => {
    await page.getByRole("slider", { name: /^Cut line/ }).press("ArrowUp");
    return page.getByRole("textbox").last();
  }],
  ["Decisions and actions", "a new decision", async (page) => page.getByRole("textbox", { name: "New decision" })],
];

journey("what somebody types is kept where its view is left", async (page) => {
  const addresses = await example(page);
  await page.keyboard.press("Escape");
  for (const [name, what, open] of FIELDS) {
    const [at, address] = Object.entries(addresses).find(([link]) => link.startsWith(name));
    await follow(page, address, at);
    const field = await open(page);
    await field.fill("x");
    const other = name === "Compare" ? "Matrix" : "Compare";
    await follow(page, addresses[other], other);
    await goesOn(page, what);
  }
  assert.equal(await boardName(page), "x");
  await follow(page, addresses.Matrix, "Matrix");
  await card(page, "x").waitFor();
});

journey("what is carried is let go where its view is left", async (page) => {
  const addresses = await example(page);
  await page.keyboard.press("Escape");
  const CARRIED = [
    ["Matrix", () => card(page, "Switch v1 off")],
    ["Network", () => page.getByRole("listitem", { name: /^Switch v1 off/ }).first()],
    ["Timeline", () => page.getByRole("list", { name: "Timeline" }).locator(".tl-bar").first()],
    ["Stack", () => page.getByRole("slider", { name: /^Cut line/ })],
  ];
  for (const [name, thing] of CARRIED) {
    const [at, address] = Object.entries(addresses).find(([link]) => link.startsWith(name));
    await follow(page, address, at);
    const from = await pointIn(thing(), 0.4, 0.5);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y - 40, { steps: 4 });
    await follow(page, addresses.Compare, "Compare");
    await page.mouse.move(from.x + 60, from.y - 60, { steps: 4 });
    await page.mouse.up();
    await goesOn(page, name);
  }
});
