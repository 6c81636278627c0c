// The timeline: what it shows, pulling at bars with the mouse, a finger, keys and single clicks, and the way out.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  addItems, card, download, eventually, eventuallyMatches, finger, goTo, importAsNewBoard, pointIn, said, stage, textFile,
} from "./steps.mjs";

const scene = stage();

const rows = (page) => page.getByRole("list", { name: "Timeline" });
const row = (page, title) => rows(page).getByRole("listitem", { name: new RegExp(`^${title}`) });
const words = (page, title) => row(page, title).getAttribute("aria-label");
const bar = (page, title) => row(page, title).locator(".tl-bar");
const panel = (page) => page.getByRole("region", { name: "Item", exact: true });

async function openTimeline(page) {
  await goTo(page, "Map");
  await page.getByRole("navigation", { name: "Lenses of the Map" }).getByRole("link", { name: "Timeline" }).click();
}

async function example(page) {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
  await openTimeline(page);
  await row(page, "Switch v1 off").waitFor();
}

/** A point at the end of a bar, and one so many pixels to the right of it. */
async function endOf(page, title, by) {
  const from = await pointIn(bar(page, title), 1);
  from.x -= 2;
  return [from, { x: from.x + by, y: from.y }];
}

scene("a row says all that it shows, critical ones first", async (page) => {
  await example(page);
  const first = await rows(page).getByRole("listitem").first().getAttribute("aria-label");
  assert.match(first, /external\. .*critical.*buffer 3 days.*2 used\. promised .*needed by/);
  await eventuallyMatches(() => words(page, "Find out who still calls v1"), /done$/);
});

scene("it opens at today, however long ago something was due", async (page) => {
  await importAsNewBoard(page, textFile("plan.csv", "title,duration,deadline\nOld,3,2024-01-05\n"));
  await openTimeline(page);
  const area = await page.locator(".tl-scroll").boundingBox();
  const seen = async () => {
    const at = await bar(page, "Old").boundingBox();
    return at !== null && at.x > area.x && at.x < area.x + area.width;
  };
  await eventually(seen, true);
});

scene("rows are grouped by owner and follow the filter", async (page) => {
  await example(page);
  await page.getByRole("button", { name: "By owner" }).click();
  await rows(page).getByRole("listitem", { name: /^Identity team, 1 items?/ }).waitFor();
  await page.getByRole("button", { name: "5 critical" }).click();
  await page.getByRole("button", { name: "All", exact: true }).click();
  await eventually(() => rows(page).getByRole("listitem").count(), 5);
});

scene("while a bar's end is pulled its effect is said, and Escape puts it back", async (page) => {
  await example(page);
  const before = await words(page, "Order search");
  const [from, to] = await endOf(page, "Order search", 400);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.getByText(/^\d+ days: finish \+\d+ days/).first().waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => said(page), "Not changed");
  await page.mouse.up();
  assert.equal(await words(page, "Order search"), before);
});

scene("letting go of a bar's end changes the duration, as one step", async (page) => {
  await example(page);
  const before = await words(page, "Order search");
  const [from, to] = await endOf(page, "Order search", 200);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await eventuallyMatches(() => said(page), /^Change the duration of 'Order search/);
  await page.keyboard.press("Control+z");
  await eventually(() => words(page, "Order search"), before);
});

scene("a bar that goes no further left says why", async (page) => {
  await example(page);
  const from = await pointIn(bar(page, "Contract tests"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 150, from.y, { steps: 4 });
  await page.getByText(/^Goes no further\. Starts .* because .*Sandbox tenants.* is promised/).first().waitFor();
  await page.mouse.up();
  await page.getByRole("region", { name: "Headline" }).getByText(/^Goes no further\. Starts .* because/).waitFor();
});

scene("a fact cannot be pulled, and says so", async (page) => {
  await example(page);
  const from = await pointIn(bar(page, "Find out who still calls v1"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y, { steps: 3 });
  await page.mouse.up();
  await eventuallyMatches(() => said(page), /its dates are facts$/);
});

scene("keys walk over the rows, move a start, change a length and open the item", async (page) => {
  await example(page);
  await row(page, "Order search").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await eventuallyMatches(() => said(page), /^Change the earliest start of 'Order search/);
  await page.keyboard.press("Shift+Alt+ArrowRight");
  await eventuallyMatches(() => said(page), /^Change the duration of 'Order search/);
  await page.keyboard.press("ArrowUp");
  await eventually(() => page.evaluate(() => document.activeElement.ariaLabel.startsWith("Order search")), false);
  await page.keyboard.press("ArrowDown");
  await eventually(() => page.evaluate(() => document.activeElement.ariaLabel.startsWith("Order search")), true);
  await page.keyboard.press("Enter");
  await panel(page).getByText("Order search is three times slower").first().waitFor();
});

scene("single clicks do what dragging does", async (page) => {
  await example(page);
  await row(page, "Order search").focus();
  const longer = row(page, "Order search").getByRole("button", { name: "A day longer" });
  await longer.click();
  await eventuallyMatches(() => words(page, "Order search"), /, 4 days\./);
  await longer.click();
  await eventuallyMatches(() => words(page, "Order search"), /, 5 days\./);
  await row(page, "Order search").getByRole("button", { name: "Start a day later" }).click();
  await eventuallyMatches(() => said(page), /^Change the earliest start/);
});

scene("a finger pulls at the row that is selected", async (page) => {
  await example(page);
  await bar(page, "Order search").tap();
  await panel(page).waitFor();
  const touch = await finger(page);
  const [from, to] = await endOf(page, "Order search", 120);
  await touch.press(from);
  await touch.move(from, to);
  await touch.lift();
  await eventuallyMatches(() => said(page), /^Change the duration of 'Order search/);
}, { hasTouch: true });

scene("a tap opens a row at once, on a sheet that leaves it in sight", async (page) => {
  await example(page);
  // As on a phone that is slow to play a mouse after the finger.
  await page.evaluate(() => {
    const later = setTimeout;
    window.setTimeout = (act, delay, ...more) => (delay === 300 ? (act(), 0) : later(act, delay, ...more));
  });
  await row(page, "Contract tests").locator(".tl-label").tap();
  await panel(page).waitFor();
  const sheet = await page.getByRole("complementary").boundingBox();
  assert.ok(sheet.height <= 844 * 0.56, `${sheet.height} px`);
  await eventually(async () => {
    const { y, height } = await row(page, "Contract tests").boundingBox();
    return y >= 0 && y + height <= sheet.y + 1;
  }, true);
}, { viewport: { width: 390, height: 844 }, hasTouch: true });

scene("selecting an item lights up what it waits for and what waits for it", async (page) => {
  await example(page);
  await row(page, "Contract tests").click();
  for (const word of ["before", "after"]) {
    const lit = rows(page).getByRole("listitem", { name: new RegExp(`Comes ${word} the selected one$`) });
    await eventually(() => lit.count(), 2);
  }
});

scene("zoom by keys and buttons goes from days to months and back to all", async (page) => {
  await example(page);
  const width = () => bar(page, "Run v1 and v2 side by side").evaluate((bar) => Math.round(bar.offsetWidth));
  await page.getByRole("button", { name: "Fit all days" }).click();
  const fitting = await width();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await eventually(async () => (await width()) > fitting, true);
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await eventually(async () => (await width()) < fitting, true);
  await page.keyboard.press("0");
  await eventually(width, fitting);
});

scene("it leaves as a picture and on one landscape page", async (page) => {
  await example(page);
  const { name, text } = await download(page, () => page.getByRole("button", { name: "SVG" }).click());
  assert.match(name, /\.timeline\.svg$/);
  assert.match(text, /^<svg .*Switch v1 off/s);
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event("printed"));
    window.sheet = new Promise((done) => addEventListener("printed", () => done(document.querySelector(".print-sheet img").naturalWidth)));
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => made.call(URL, (window.picture = blob));
  });
  await page.getByRole("button", { name: "Print" }).click();
  assert.ok((await page.evaluate(() => window.sheet)) > 0, "the picture has no size");
  assert.match(await page.evaluate(() => window.picture.text()), /^<svg .*Switch v1 off/s);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("banner").isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(() => page.locator(".print-sheet").count(), 0);
  await page.emulateMedia({ media: "screen" });
});

scene("where nothing is planned it says what would be, with one way on", async (page) => {
  await openTimeline(page);
  await page.getByRole("button", { name: "Write the first item" }).click();
  await addItems(page, "A");
  await page.getByText("Nothing is in the plan yet.").waitFor();
  await page.getByRole("button", { name: "Sort the Inbox" }).click();
  await page.getByRole("progressbar", { name: "Cards" }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  scene(`axe finds nothing serious, ${colorScheme}`, async (page) => {
    await example(page);
    await row(page, "Contract tests").click();
    await panel(page).waitFor();
    await expectAccessible(page);
  }, { colorScheme });
}
