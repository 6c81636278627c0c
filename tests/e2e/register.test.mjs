// The register: what we wait for and who waits for us, edited in place, the worst gap first.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import {
  boardFile, card, eventually, eventuallyMatches, goTo, importAsNewBoard, said, stage, textFile,
} from "./steps.mjs";

const scene = stage();

const HEAD = "title,kind,duration,depends on,responsible,accountable,requested,promised,awaited by\n";
const PLAN = `id,${HEAD}
1,Rates API,api,10,,Shipra,,2031-03-03,,
2,Sandbox,team,5,,Identity,Ana,2031-03-03,2031-03-21,
3,Checkout,work,5,1;2,Mei,Mei,,,Sales 2031-04-30
`;

const part = (page, name) => page.getByRole("region", { name });
const lines = (page, name) => part(page, name).getByRole("row").filter({ has: page.getByRole("rowheader") });
const line = (page, title) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: title }) });
const heads = (page, name) => part(page, name).getByRole("rowheader").allInnerTexts();

async function openRegister(page) {
  await goTo(page, "Map");
  await page.getByRole("navigation", { name: "Lenses of the Map" }).getByRole("link", { name: "Register" }).click();
}

async function plan(page) {
  await importAsNewBoard(page, textFile("plan.csv", PLAN));
  await openRegister(page);
  await part(page, "We wait for").waitFor();
}

async function write(page, title, label, text) {
  await line(page, title).getByRole("button", { name: new RegExp(`^${label}: `) }).click();
  const field = line(page, title).getByRole("combobox", { name: label, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

scene("an empty register asks whom we need, and takes the first answer with its giver", async (page) => {
  await openRegister(page);
  await page.getByRole("heading", { name: "Who outside the team do we need?" }).waitFor();
  const field = page.getByRole("textbox", { name: "What we need from outside" });
  await field.fill("@ Payments");
  await field.press("Enter");
  await eventuallyMatches(() => said(page), /A title is missing/);
  await field.fill("Payments API @ Payments");
  await field.press("Enter");
  await eventually(() => heads(page, "We wait for"), ["Payments API"]);
  await line(page, "Payments API").getByRole("button", { name: "Giver: Payments" }).waitFor();
  assert.equal(JSON.parse((await boardFile(page)).text).items[0].kind, "api");
});

scene("both parts say what comes from whom, and who waits for what", async (page) => {
  await plan(page);
  await eventually(async () => (await heads(page, "We wait for")).sort(), ["Rates API", "Sandbox"]);
  await eventuallyMatches(() => line(page, "Rates API").innerText(), /no date yet/);
  await eventuallyMatches(() => line(page, "Sandbox").innerText(), /promised 21 Mar 2031/);
  await eventuallyMatches(() => line(page, "Sandbox").innerText(), /Checkout/);
  await eventuallyMatches(() => lines(page, "They wait for us").first().innerText(), /Checkout[^]*Sales[^]*30 Apr 2031/);
});

scene("a promise is set where it is missing, and one that slips says what was promised before", async (page) => {
  await plan(page);
  await write(page, "Rates API", "Promised for", "2031-03-21");
  await eventuallyMatches(() => line(page, "Rates API").innerText(), /promised 21 Mar 2031/);
  await write(page, "Rates API", "Promised for", "2031-03-24");
  await eventuallyMatches(() => line(page, "Rates API").innerText(), /was 21 Mar 2031[^]*1 of \d+ used/);
});

scene("whoever chases it is named in place", async (page) => {
  await plan(page);
  await write(page, "Rates API", "Our owner", "Bo");
  await line(page, "Rates API").getByRole("button", { name: "Our owner: Bo" }).waitFor();
});

scene("a button picks out lines and says how many", async (page) => {
  await plan(page);
  const only = page.getByRole("group", { name: "Show only" });
  await only.getByRole("button", { name: "1 no date" }).click();
  await eventually(() => heads(page, "We wait for"), ["Rates API"]);
  await only.getByRole("button", { name: "1 no date" }).click();
  await eventually(async () => (await heads(page, "We wait for")).length, 2);
});

scene("the ask goes into the clipboard as a sentence", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await plan(page);
  await page.getByRole("button", { name: "Copy the ask for Rates API" }).click();
  await eventuallyMatches(() => said(page), /^Copied: We need(ed)? \*Rates API\* by/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /\*Rates API\*.* When can we have it\?$/);
});

scene("what is to be chased today says so and is picked out", async (page) => {
  await plan(page);
  await write(page, "Sandbox", "Chase on", "today");
  await line(page, "Sandbox").getByText("chase now").waitFor();
  await page.getByRole("button", { name: "1 chase today" }).click();
  await eventually(() => heads(page, "We wait for"), ["Sandbox"]);
});

scene("without target and deadline it asks for a target, in place", async (page) => {
  await importAsNewBoard(page, textFile("plan.csv", PLAN.replace("Sales 2031-04-30", "")));
  await openRegister(page);
  await page.getByText("Set a target to see what is at risk").waitFor();
  await page.getByRole("button", { name: "Target: not set" }).click();
  await page.getByRole("combobox", { name: "Target" }).fill("2031-05-30");
  await page.keyboard.press("Enter");
  await eventually(() => page.getByText("Set a target to see what is at risk").count(), 0);
  assert.equal(JSON.parse((await boardFile(page)).text).target, "2031-05-30");
});

scene("a line opens its item in the panel, and L asks about it", async (page) => {
  await plan(page);
  await line(page, "Sandbox").getByRole("button", { name: "Sandbox", exact: true }).click();
  await page.getByRole("region", { name: "Item", exact: true }).waitFor();
  await page.keyboard.press("l");
  await page.getByRole("heading", { name: "What does Sandbox wait for?" }).waitFor();
});

scene("axe finds nothing serious in the register, on a screen and on a phone", async (page) => {
  await page.getByRole("button", { name: "See the example board" }).click();
  await card(page, "Switch v1 off").waitFor();
  await openRegister(page);
  await part(page, "They wait for us").waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});
