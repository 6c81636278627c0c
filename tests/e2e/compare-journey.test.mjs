// Compare from end to end: a table comes in, is edited by keys alone, two options are held against each other, and the room
// is asked. And what the room says, and the five questions, by themselves.

import assert from "node:assert/strict";
import { expectAccessible } from "./harness.mjs";
import { eventually, eventuallyMatches, goTo, importAsNewBoard, said, stage, textFile } from "./steps.mjs";

const scene = stage();

const PLAN = `id,title,reach,impact,confidence,effort,depends on
1,Password reset,450,3,100%,2,
2,Invoice export,2000,1,80%,4,
3,Onboarding video,,2,50%,1,
4,Faster search,1200,0.5,80%,2,3
5,Audit log,300,1,80%,2,4
`;

const view = (page) => page.getByRole("region", { name: "Compare", exact: true });
const grid = (page) => page.getByRole("grid", { name: "Options" });
const verdict = (page) => view(page).getByRole("heading", { level: 2 }).innerText();
const room = (page) => page.getByRole("region", { name: / of / });
const field = (page) => room(page).getByRole("textbox", { name: "What people say" });
const option = (page, title) => page.locator(".cmp-option").filter({ has: page.getByRole("button", { name: title, exact: true }) });

/** The element with the focus: in the table its row and column, else its name. */
const focused = (page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    const cell = active.closest("[role=gridcell], [role=rowheader]");
    const title = cell?.closest("[role=row]").querySelector("[role=rowheader]").innerText;
    const head = document.querySelectorAll("[role=columnheader] b")[cell?.ariaColIndex - 1];
    return cell ? `cell ${title}, ${head.innerText}` : (active.ariaLabel ?? active.innerText ?? "").trim();
  });

/** Presses a key until the focus is where it should be, as somebody without a mouse does. */
async function keyTo(page, key, where, most = 60) {
  for (let times = 0; times < most; times += 1) {
    if (where.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  assert.match(await focused(page), where, `by ${key}`);
}

/** Types a figure into a cell of the table, by keys from wherever the focus is. */
async function type(page, title, column, figure) {
  await keyTo(page, "Tab", /^cell /);
  await page.keyboard.press("Control+Home");
  await keyTo(page, "ArrowDown", new RegExp(`^cell ${title}, `));
  await keyTo(page, "ArrowRight", new RegExp(`^cell .*, ${column}$`));
  await page.keyboard.type(figure);
  await page.keyboard.press("Enter");
}

/** Goes to a button of the page by keys and presses it. */
async function press(page, name) {
  await keyTo(page, "Shift+Tab", name);
  await page.keyboard.press("Enter");
}

async function openOptions(page) {
  await importAsNewBoard(page, textFile("plan.csv", PLAN));
  await goTo(page, "Compare");
  await grid(page).waitFor();
}

/** Chooses options with the mouse, and holds them side by side. */
async function compare(page, ...options) {
  for (const title of options) await page.getByRole("checkbox", { name: `Compare ${title}` }).click();
  await page.getByRole("button", { name: /^Compare \d$/ }).click();
}

scene("from an imported table to the record of a call, by keys alone", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOptions(page);

  // The table is filled in.
  await type(page, "Onboarding video", "Reach", "800");
  await eventually(() => said(page), "Onboarding video: RICE 800, rank 1");

  // Two options are chosen and held against each other.
  for (const title of ["Onboarding video", "Password reset"]) {
    await keyTo(page, "Tab", /^cell /);
    await page.keyboard.press("Control+Home");
    await keyTo(page, "ArrowDown", new RegExp(`^cell ${title}, `));
    await page.keyboard.press("Space");
  }
  await press(page, /^Compare 2$/);
  await eventually(() => verdict(page), "Onboarding video leads by 19 %, on reach and effort; Password reset wins on impact and confidence.");
  await option(page, "Password reset").getByText("turns at 534").waitFor();

  // Just before its flip point the order holds, at it it turns.
  for (const [figure, leads] of [["533", "Onboarding video"], ["534", "Password reset"]]) {
    await press(page, /^Table$/);
    await type(page, "Password reset", "Reach", figure);
    await press(page, /^Side by side$/);
    await eventuallyMatches(() => verdict(page), new RegExp(`^${leads} leads by less than 1 %`));
  }

  // The room is asked; what it says is pasted, hidden, revealed, and taken.
  await keyTo(page, "Tab", /^Reach\s+534/);
  await page.keyboard.press("Enter");
  await eventually(() => focused(page), "What people say");
  await page.evaluate(() => navigator.clipboard.writeText("10:41 Ana: 400\n10:42 Ben: 500\n10:42 Chris: 600"));
  await page.keyboard.press("Control+v");
  await room(page).getByText("3 estimates, hidden").waitFor();
  await eventually(() => focused(page), "What people say", "the focus stays in the field");
  await expectAccessible(page);
  // What checks the page takes the focus.
  await field(page).focus();
  await page.keyboard.press("Control+Enter");
  await room(page).getByText("400 to 600, median 500").waitFor();
  await room(page).getByText("With 400 (Ana) or 500 (Ben) the order turns: it falls behind Onboarding video.").waitFor();
  await eventuallyMatches(() => said(page), /^Reach of Password reset: 3 estimates\. 400 to 600, median 500\. With 400/);
  await expectAccessible(page);
  await keyTo(page, "Tab", /Take 500$/);
  await page.keyboard.press("Enter");
  await eventuallyMatches(() => verdict(page), /^Onboarding video leads by 7 %/);
  await eventuallyMatches(() => focused(page), /500 it is$/, "the focus stays");
  await page.keyboard.press("Escape");
  await eventuallyMatches(() => focused(page), /^Reach\s+500/, "the focus goes back to what was asked for");

  await press(page, /^Copy Markdown$/);
  await page.getByText("The comparison is in the clipboard").first().waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^## Onboarding video leads by 7 %/);
  assert.match(text, /\| Reach \| \*\*800\*\*[^|]*\| 500 \(turns at 534\) \|/);

  await page.keyboard.press("Control+z");
  await eventuallyMatches(() => verdict(page), /^Password reset leads/, "what was taken is one step");
});

scene("what people say stays hidden until it is revealed, and is there when it is opened again", async (page) => {
  await openOptions(page);
  await page.getByRole("gridcell", { name: "450", exact: true }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ask the room" }).click();
  await room(page).getByRole("heading", { name: "Reach of Password reset" }).waitFor();
  await field(page).fill("440 450\nAna: 3 to 5\nBen 460");
  await room(page).getByText("3 estimates, hidden · 1 line does not count").waitFor();
  assert.equal(await field(page).evaluate((field) => getComputedStyle(field).webkitTextSecurity), "disc");
  assert.equal(await room(page).getByText("median").count(), 0);

  await room(page).getByRole("button", { name: "Close the estimates" }).click();
  await room(page).waitFor({ state: "detached" });
  await goTo(page, "Matrix");
  await goTo(page, "Compare");
  await grid(page).getByRole("row").filter({ hasText: "Password reset" }).getByRole("gridcell", { name: "450", exact: true }).focus();
  await page.keyboard.press("r");
  await room(page).getByRole("button", { name: "Reveal" }).click();
  await room(page).getByText("440 to 460, median 450").waitFor();
  await room(page).getByText("Nobody's estimate turns the order: stop debating.").waitFor();
  await room(page).getByText("Ana: 3 to 5").last().waitFor();
  await room(page).getByText("more than one figure").waitFor();
  await room(page).getByRole("button", { name: "450 it is" }).waitFor();
  assert.equal(await field(page).evaluate((field) => getComputedStyle(field).webkitTextSecurity), "none");

  // A second round begins hidden.
  await field(page).fill("");
  await field(page).fill("500");
  await room(page).getByText("1 estimate, hidden").waitFor();

  // Nothing was taken, and the last step is still the import's.
  await page.keyboard.press("Escape");
  await eventually(async () => (await grid(page).getByRole("gridcell", { name: "450", exact: true }).count()) > 0, true);
});

scene("ticks write why an option is first; whether it unblocks others is counted", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOptions(page);
  await compare(page, "Password reset", "Invoice export");
  const first = option(page, "Password reset");
  await first.getByText("Unblocks nobody").waitFor();
  await first.getByRole("button", { name: "Compounds over time" }).focus();
  await page.keyboard.press("Space");
  await first.getByText("First because it compounds over time.").waitFor();
  await eventually(() => focused(page), "Compounds over time");
  assert.equal(await first.getByRole("button", { name: "Compounds over time" }).getAttribute("aria-pressed"), "true");
  await first.getByRole("button", { name: "Two-way" }).focus();
  await page.keyboard.press("Space");
  await first.getByText("Two-way door: can be taken back").waitFor();
  await eventually(() => focused(page), "Two-way", "the focus stays");
  await option(page, "Invoice export").getByRole("button", { name: "Can safely wait" }).click();
  await option(page, "Invoice export").getByText("Can safely wait.", { exact: true }).waitFor();

  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await page.getByText("The comparison is in the clipboard").first().waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /First because it compounds over time; .*\| Can safely wait; /);

  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("checkbox", { name: "Compare Invoice export" }).click();
  await compare(page, "Onboarding video");
  await option(page, "Onboarding video").getByText("Unblocks 2 others").waitFor();
  await option(page, "Onboarding video").getByText("unblocks Faster search and Audit log").waitFor();
  assert.equal(await option(page, "Onboarding video").getByRole("button", { name: /Unblocks/ }).count(), 0);
  await expectAccessible(page);

  // The same ticks are in the item's panel.
  await first.getByRole("button", { name: "Password reset", exact: true }).click();
  const panel = page.getByRole("region", { name: "Item" });
  await panel.getByText("More", { exact: true }).click();
  await panel.getByRole("button", { name: "Compounds over time", pressed: true }).click();
  await first.getByText("First because").waitFor({ state: "detached" });
});
