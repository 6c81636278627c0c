// Minutes, status updates and briefs: they write themselves, are edited, kept, copied and printed.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { addItems, eventually, fromCardMenu, goTo, reload, said, saved, stage } from "./steps.mjs";

const scene = stage();
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

const pages = (page) => page.getByRole("navigation", { name: "Pages of the Meeting" });
const strip = (page) => page.getByRole("region", { name: "The meeting" });
const soFar = (page) => page.getByRole("region", { name: "Minutes so far, as it will look" });
const kept = (page) => page.getByRole("textbox", { name: /^Minutes of / });
const headline = (page) => page.getByRole("region", { name: "Headline" });

/** Goes to a page of the Meeting. */
async function goToPage(page, name) {
  await goTo(page, "Meeting");
  await pages(page).getByRole("link", { name }).click();
}

async function startMeeting(page) {
  await goToPage(page, "Goal and agenda");
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await strip(page).waitFor();
}

/** What the clipboard holds, by type. */
const copied = (page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { html: await text("text/html"), plain: await text("text/plain") };
  });

const headings = (text) => text.split("\n").filter((line) => line.startsWith("#"));

scene(
  "what a meeting does and does not undo stands in its minutes, once, and they are kept when it ends",
  async (page) => {
    await addItems(page, "Ship the beta", "Rewrite the logo", "Ask legal");
    await startMeeting(page);
    await goTo(page, "Matrix");
    await fromCardMenu(page, "Ship the beta", "Move to Do now");
    await fromCardMenu(page, "Ship the beta", "Move to Schedule and protect");
    await fromCardMenu(page, "Ship the beta", "Move to Do now");
    await fromCardMenu(page, "Rewrite the logo", "Move to Eliminate or backlog");
    await fromCardMenu(page, "Ask legal", "Move to Delegate or batch");
    await page.keyboard.press("Control+z");
    await goToPage(page, "Minutes");
    await soFar(page).getByText("1 item sorted: 1 into Do now ('Ship the beta').").waitFor();
    assert.doesNotMatch(await soFar(page).innerText(), /Ask legal/);
    await expectAccessible(page);
    await strip(page).getByRole("button", { name: "End the meeting" }).click();
    await kept(page).waitFor();
    const text = await kept(page).inputValue();
    assert.deepEqual(headings(text).slice(1), ["## Said no to", "## Sorted"]);
    assert.ok(text.split("\n").length <= 60);
    await saved(page);
    await reload(page);
    await eventually(() => kept(page).inputValue(), text);
  },
);

scene("kept minutes are edited, copied with their formatting, deleted and brought back", async (page) => {
  await addItems(page, "Ship the beta");
  await startMeeting(page);
  await goTo(page, "Matrix");
  await fromCardMenu(page, "Ship the beta", "Move to Do now");
  await goToPage(page, "Minutes");
  await page.getByRole("button", { name: "End the meeting, keep the minutes" }).click();
  await kept(page).fill("# Minutes of our first hour\n\n**All** is well & <fine>.\n- one\n");
  await kept(page).blur();
  const own = page.getByRole("textbox", { name: "Minutes of our first hour" });
  await own.waitFor();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await eventually(() => said(page), "The minutes are copied");
  const { html, plain } = await copied(page);
  assert.match(html, /<strong>All<\/strong> is well &amp; &lt;fine&gt;\..*<li>one<\/li>/s);
  assert.match(plain, /\*\*All\*\* is well/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete" }).click();
  await own.waitFor({ state: "detached" });
  await headline(page).getByRole("button", { name: "Undo" }).click();
  await own.waitFor();
}, clipboard);

scene("a status update says its colour and the reason, and what is sent starts the count anew", async (page) => {
  await page.getByRole("button", { name: /example/i }).first().click();
  await goToPage(page, "Status and brief");
  const field = page.getByRole("textbox", { name: "Status update" });
  await eventually(async () => /\*\*Red\*\*: the finish, .* is 3 days past the target/.test(await field.inputValue()), true);
  await expectAccessible(page);
  await field.fill(`${await field.inputValue()}\nGreetings`);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await eventually(() => said(page), "The status update is copied");
  assert.match((await copied(page)).plain, /Greetings/);
  await page.getByRole("button", { name: "I sent it" }).click();
  await page.getByText(/^It tells what changed since the last one/).waitFor();
  await page.getByRole("button", { name: "Write it anew" }).click();
  await eventually(async () => /Greetings|## Progress/.test(await field.inputValue()), false);
}, clipboard);

scene("a brief is about what comes too late first, and can be about another item", async (page) => {
  await page.getByRole("button", { name: /example/i }).first().click();
  await goToPage(page, "Status and brief");
  await page.getByRole("button", { name: "Brief for a decision" }).click();
  const field = page.getByRole("textbox", { name: "Brief" });
  await eventually(async () => /^# We need a decision: 'Sandbox tenants/.test(await field.inputValue()), true);
  await page.getByRole("combobox", { name: "About" }).selectOption({ label: "Contract tests that every caller can run" });
  await eventually(async () => /^# We need a decision: 'Contract tests/.test(await field.inputValue()), true);
  await expectAccessible(page);
});

scene("an item that has lost its last day to spare is named at the next opening, until it is seen", async (page) => {
  await page.getByRole("button", { name: /example/i }).first().click();
  await saved(page);
  await page.clock.setSystemTime(Date.now() + 10 * 86_400_000);
  await reload(page);
  const signal = headline(page).getByRole("button", { name: /lost (its|their) last day to spare, noticed/, exact: false });
  await signal.first().waitFor();
  await expectAccessible(page);
  await headline(page).getByRole("button", { name: /^Seen: .*last day to spare/ }).click();
  await signal.first().waitFor({ state: "detached" });
  await reload(page);
  await headline(page).waitFor();
  await eventually(() => signal.count(), 0);
});
