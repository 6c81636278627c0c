// "What does this wait for?": asked by a key, answered by a few letters, one answer after the other.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { addItems, boardFile, card, eventually, eventuallyMatches, focusCard, goTo, said, stage } from "./steps.mjs";

const scene = stage();

const question = (page) => page.getByRole("region", { name: /wait/ });
const field = (page) => question(page).getByRole("combobox");
const options = (page) => question(page).getByRole("option").allInnerTexts();
const linked = (page) => question(page).getByRole("listitem").allInnerTexts();
const flat = (texts) => texts.map((text) => text.replace(/\s+/g, " ").trim());

/** Gives a card the focus and asks. */
async function ask(page, title, keys = "l") {
  await focusCard(page, title);
  await page.keyboard.press(keys);
  await field(page).waitFor();
}

async function answer(page, text) {
  await field(page).fill(text);
  await field(page).press("Enter");
}

/** The links of the board by their titles: `A → B`. */
async function links(page) {
  const board = JSON.parse((await boardFile(page)).text);
  const title = (id) => board.items.find((item) => item.id === id).title;
  return board.links.map((link) => `${title(link.predecessor)} → ${title(link.successor)}`).sort();
}

scene("one answer after the other is found by a few letters and linked by Enter", async (page) => {
  await addItems(page, "Deploy", "Build the page", "Test the page", "Page speed");
  await ask(page, "Deploy");
  await answer(page, "tes");
  await eventually(async () => flat(await linked(page)), ["Test the page FS"]);
  await answer(page, "build");
  await eventually(async () => (await linked(page)).length, 2);
  assert.equal(await field(page).inputValue(), "");
  await page.keyboard.press("Escape");
  await eventually(() => question(page).count(), 0);
  assert.deepEqual(await links(page), ["Build the page → Deploy", "Test the page → Deploy"]);
});

scene("the best find comes first, and the arrows choose another", async (page) => {
  await addItems(page, "Deploy", "Test the page", "Page speed");
  await ask(page, "Deploy");
  await field(page).fill("page");
  await eventually(async () => flat(await options(page)).slice(0, 2), ["Page speed", "Test the page"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await eventually(async () => flat(await linked(page)), ["Test the page FS"]);
});

scene("what is not there yet is made from outside, with its giver and its link, as one step", async (page) => {
  await addItems(page, "Deploy");
  await ask(page, "Deploy");
  await field(page).fill("Orders v2 @Payments");
  await eventually(async () => flat(await options(page)), ["Create 'Orders v2', external, a team, from Payments"]);
  await question(page).getByRole("group", { name: "Create as" }).getByRole("button", { name: "vendor" }).click();
  await eventually(async () => flat(await options(page)), ["Create 'Orders v2', external, a vendor, from Payments"]);
  await field(page).press("Enter");
  await eventually(async () => flat(await linked(page)), ["Orders v2 FS"]);
  const made = JSON.parse((await boardFile(page)).text);
  assert.equal(made.items.find((item) => item.title === "Orders v2").kind, "vendor");
  assert.deepEqual(made.people.map((person) => person.name), ["Payments"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await eventually(() => links(page), []);
  assert.equal(JSON.parse((await boardFile(page)).text).items.length, 1);
});

scene("the arrows choose the kind of what is made", async (page) => {
  await addItems(page, "Deploy");
  await ask(page, "Deploy");
  await field(page).fill("Search API");
  await eventually(async () => flat(await options(page)), ["Create 'Search API', external, an API"]);
  await page.keyboard.press("ArrowRight");
  await eventually(async () => flat(await options(page)), ["Create 'Search API', external, a tool"]);
});

scene("what is linked says so, and what would close a cycle comes after its equals and is refused with the cycle", async (page) => {
  await addItems(page, "Page A", "Page B", "Page C", "Page D");
  await ask(page, "Page B");
  await answer(page, "Page A");
  await answer(page, "Page C");
  await page.keyboard.press("Escape");
  await ask(page, "Page C");
  await field(page).fill("page");
  await eventually(async () => flat(await options(page)).slice(0, 3), [
    "Page A", "Page D", "Page B a cycle: Page B → Page C → Page B",
  ]);
  await question(page).getByRole("option", { name: /a cycle/ }).click();
  await page.getByRole("region", { name: "Headline" }).getByText("That would make a cycle in which nothing can start: Page B → Page C → Page B.").waitFor();
  await page.keyboard.press("Escape");
  await ask(page, "Page B");
  await field(page).fill("page a");
  await eventually(async () => flat(await options(page))[0], "Page A already");
});

scene("Enter takes the best match even where it cannot be linked, and makes an item only where that was stepped to", async (page) => {
  await addItems(page, "Build", "Deploy");
  await ask(page, "Build");
  await answer(page, "Deploy");
  await answer(page, "dep");
  await eventuallyMatches(() => said(page), /'Deploy' is linked already/);
  await page.keyboard.press("Escape");
  await ask(page, "Deploy");
  await answer(page, "bui");
  await page.getByRole("region", { name: "Headline" }).getByText("That would make a cycle in which nothing can start: Build → Deploy → Build.").waitFor();
  assert.equal(JSON.parse((await boardFile(page)).text).items.length, 2);
  await field(page).press("ArrowDown");
  await field(page).press("Enter");
  await eventually(async () => flat(await linked(page)), ["bui FS"]);
});

scene("Shift and L asks the other way round", async (page) => {
  await addItems(page, "Deploy", "Build");
  await ask(page, "Build", "Shift+L");
  await page.getByRole("heading", { name: "Who waits for Build?" }).waitFor();
  await answer(page, "dep");
  await eventually(async () => flat(await linked(page)), ["Deploy FS"]);
  assert.deepEqual(await links(page), ["Build → Deploy"]);
});

scene("a link is removed where it was made, and the focus goes back to the card", async (page) => {
  await addItems(page, "Deploy", "Build");
  await ask(page, "Deploy");
  await answer(page, "build");
  await question(page).getByRole("button", { name: "Remove the link to Build" }).click();
  await eventually(() => linked(page), []);
  await field(page).focus();
  await page.keyboard.press("Escape");
  await eventually(() => card(page, "Deploy").evaluate((element) => element === document.activeElement), true);
});

scene("every link is said, and the page under the question can be used", async (page) => {
  await addItems(page, "Deploy", "Build");
  await focusCard(page, "Build");
  await page.keyboard.press("1");
  await ask(page, "Build");
  await answer(page, "deploy");
  await eventuallyMatches(() => said(page), /^Link 'Deploy' → 'Build'/);
  await card(page, "Build").click();
  await page.getByRole("region", { name: "Item", exact: true }).waitFor();
});

scene("the question stands on the lenses of the Map too", async (page) => {
  await addItems(page, "Deploy", "Build");
  await focusCard(page, "Deploy");
  await page.keyboard.press("Enter");
  await goTo(page, "Map");
  await page.getByRole("navigation", { name: "Lenses of the Map" }).waitFor();
  await page.keyboard.press("l");
  await answer(page, "build");
  await eventually(async () => flat(await linked(page)), ["Build FS"]);
});

scene("axe finds nothing serious in the question", async (page) => {
  await addItems(page, "Page A", "Page B", "Page C");
  await ask(page, "Page B");
  await answer(page, "Page A");
  await field(page).fill("page");
  await eventually(async () => (await options(page)).length, 3);
  await expectAccessible(page);
});
