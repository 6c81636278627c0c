// The network: cards along their links, links by hand and by key, the camera, the tray, the drawing as a file.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  download, eventually, eventuallyMatches, goTo, importAsNewBoard, pointIn, said, stage, textFile,
} from "./steps.mjs";

const scene = stage();

const network = (page) => page.getByRole("list", { name: "Network, in reading order" });
const node = (page, title) => network(page).getByRole("listitem", { name: new RegExp(`^${title},`) });
const tray = (page) => page.getByRole("list", { name: "Items without links" });
const box = (page) => page.getByRole("region", { name: /^Link: / });

/** The titles of the cards, in reading order. */
const nodes = (page) =>
  network(page).getByRole("listitem").evaluateAll((cards) => cards.map((card) => card.ariaLabel.split(",")[0]));

/** Opens a plan of rows `id,days,depends on` in the network. */
async function plan(page, rows) {
  const lines = rows.map(([id, days, depends = ""]) => `${id},Item ${id},${days},${depends}`);
  await importAsNewBoard(page, textFile("plan.csv", ["id,title,duration,depends on", ...lines].join("\n")));
  await goTo(page, "Map");
  await page.getByRole("toolbar", { name: "Network" }).waitFor();
}

const SMALL = [["A", 5], ["B", 4, "A"], ["C", 1, "A"], ["D", 2, "B; C"], ["E", 1]];

/** Carries from a card's handle to another card, without letting go. */
async function pull(page, from, to) {
  await node(page, from).hover();
  const start = await pointIn(page.getByRole("button", { name: `Link from ${from}`, exact: true }));
  const end = await pointIn(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 12);
  await page.mouse.move(end.x, end.y, { steps: 4 });
}

const told = (page) => page.locator(".net-told").innerText();

scene("cards are a list in reading order that says dates, what is critical and what is waited for", async (page) => {
  await plan(page, SMALL);
  const titles = await nodes(page);
  assert.deepEqual(titles.toSorted(), ["Item A", "Item B", "Item C", "Item D"]);
  assert.deepEqual([titles[0], titles[3]], ["Item A", "Item D"]);
  assert.match(await node(page, "Item D").getAttribute("aria-label"), /critical.*waits for Item (B and Item C|C and Item B)/);
  await expectAccessible(page);
});

scene("a link is pulled from card to card, and its effect is said before it is made", async (page) => {
  await plan(page, SMALL);
  await pull(page, "Item B", node(page, "Item C"));
  await eventually(() => told(page), "finish +1 day");
  await page.mouse.up();
  await eventuallyMatches(() => node(page, "Item C").getAttribute("aria-label"), /waits for Item A and Item B|Item B and Item A/);
});

scene("a link that would close a cycle is refused with the cycle named", async (page) => {
  await plan(page, SMALL);
  await pull(page, "Item D", node(page, "Item A"));
  await eventuallyMatches(() => told(page), /^would close a cycle: Item D → Item A → Item [BC] → Item D$/);
  await page.mouse.up();
  await eventuallyMatches(() => said(page), /cycle in which nothing can start/);
});

scene("a link is made by two clicks, and Escape ends it without one", async (page) => {
  await plan(page, SMALL);
  const handle = page.getByRole("button", { name: "Link from Item C", exact: true });
  await node(page, "Item C").hover();
  await handle.click();
  await page.keyboard.press("Escape");
  await page.locator(".net-told").waitFor({ state: "detached" });
  await node(page, "Item C").hover();
  await handle.click();
  await node(page, "Item B").click();
  await eventuallyMatches(() => node(page, "Item B").getAttribute("aria-label"), /Item C/);
});

scene("an item of the tray gets its first link and leaves the tray", async (page) => {
  await plan(page, SMALL);
  await tray(page).getByRole("listitem").waitFor();
  await pull(page, "Item A", tray(page).getByRole("listitem"));
  await page.mouse.up();
  await node(page, "Item E").waitFor();
  await tray(page).waitFor({ state: "detached" });
});

scene("arrows go along the links, Enter opens, and a new link leaves the selected card where it is", async (page) => {
  await plan(page, SMALL);
  await node(page, "Item A").focus();
  await page.keyboard.press("ArrowRight");
  await eventually(() => page.evaluate(() => document.activeElement.ariaLabel?.split(",")[0]), "Item B");
  await page.keyboard.press("Enter");
  await page.getByRole("complementary").getByText("Item B").first().waitFor();
  const before = await node(page, "Item B").boundingBox();
  await pull(page, "Item C", node(page, "Item B"));
  await page.mouse.up();
  await eventuallyMatches(() => node(page, "Item B").getAttribute("aria-label"), /Item C/);
  const after = await node(page, "Item B").boundingBox();
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1, JSON.stringify([before, after]));
});

scene("a link is chosen by keys, given another type and a lag, and removed", async (page) => {
  await plan(page, SMALL);
  await node(page, "Item C").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await box(page).getByRole("button", { name: "SS" }).click();
  await box(page).getByRole("button", { name: "SS", pressed: true }).waitFor();
  const lag = box(page).getByRole("spinbutton", { name: "Lag in working days" });
  await lag.fill("3");
  await lag.press("Tab");
  await network(page).page().getByText("SS +3 d", { exact: true }).waitFor();
  await expectAccessible(page);
  await box(page).getByRole("button", { name: "Remove" }).click();
  await eventually(async () => /Item C/.test(await node(page, "Item D").getAttribute("aria-label")), false);
  await node(page, "Item C").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await box(page).waitFor();
  await node(page, "Item C").focus();
  await page.keyboard.press("Delete");
  await tray(page).getByText("Item C").waitFor();
});

scene("the camera pans, zooms with the wheel and keys, and shows all again", async (page) => {
  await plan(page, SMALL);
  const at = async () => (await node(page, "Item A").boundingBox());
  const start = await at();
  const ground = { x: start.x + 60, y: start.y + 260 };
  await page.mouse.move(ground.x, ground.y);
  await page.mouse.down();
  await page.mouse.move(ground.x + 100, ground.y + 40, { steps: 3 });
  await page.mouse.up();
  await eventually(async () => Math.round((await at()).x - start.x), 100);
  await page.mouse.wheel(0, 200);
  await eventually(async () => (await at()).width < start.width * 0.9, true);
  const small = (await at()).width;
  await page.keyboard.press("+");
  await eventually(async () => (await at()).width > small, true);
  await page.keyboard.press("0");
  await page.getByRole("button", { name: "Fit all" }).waitFor();
  await eventually(async () => (await at()).x > 0, true);
});

scene("a large plan opens on what is critical, and stubs open the rest", async (page) => {
  const rows = [["S", 5]];
  for (let n = 1; n < 60; n += 1) rows.push([`K${n}`, 5, n === 1 ? "S" : `K${n - 1}`]);
  for (let n = 1; n < 60; n += 1) rows.push([`X${n}`, 1, `K${n}`], [`Y${n}`, 1, `X${n}`]);
  await plan(page, rows);
  await page.getByText(/^\d+ of \d+ items$/).waitFor();
  const stub = page.getByRole("button", { name: /^Show 1 more that come after Item X1$/ });
  await stub.click();
  await node(page, "Item Y1").waitFor();
  await page.getByRole("toolbar", { name: "Network" }).getByRole("button", { name: "All", exact: true }).click();
  await page.getByText(/^178 items$/).waitFor();
});

scene("the network is given out as a picture", async (page) => {
  await plan(page, SMALL);
  const { name, text } = await download(page, () => page.getByRole("button", { name: "SVG" }).click());
  assert.match(name, /network\.svg$/);
  for (const title of ["Item A", "Item B", "Item C", "Item D"]) assert.ok(text.includes(`>${title}</text>`), title);
  assert.match(text, /^<svg [^]*<\/svg>\n$/);
});

scene("a card of the network hears the keys that do something to an item", async (page) => {
  await plan(page, SMALL);
  await node(page, "Item B").focus();
  await page.keyboard.press("x");
  await eventuallyMatches(() => said(page), /^Finish 'Item B'/);
  await page.keyboard.press("Control+z");
  await node(page, "Item B").focus();
  await page.keyboard.press("1");
  await eventuallyMatches(() => said(page), /^Item B moved to Do now/);
  await node(page, "Item B").focus();
  await page.keyboard.press("e");
  await page.getByRole("region", { name: "Item" }).getByLabel("Title", { exact: true }).fill("Item B, renamed");
  await page.keyboard.press("Enter");
  await node(page, "Item B").getByText("Item B, renamed").waitFor();
  await page.getByRole("region", { name: "Item" }).getByRole("button", { name: /^Title: / }).waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => page.evaluate(() => document.activeElement.ariaLabel?.split(",")[0]), "Item B");
  await node(page, "Item C").focus();
  await page.keyboard.press("Delete");
  await node(page, "Item C").waitFor({ state: "detached" });
});

scene("an empty network says how to begin", async (page) => {
  await goTo(page, "Map");
  await page.getByRole("region", { name: "Map" }).getByRole("button", { name: "Write the first item" }).click();
  await page.keyboard.type("Alone");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing waits yet. Select an item, press L.").waitFor();
  await expectAccessible(page);
});
