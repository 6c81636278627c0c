// Nothing runs that is not ours: the content security policy, and texts that try to be scripts.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before } from "node:test";
import {
  HOMES, addItems, card, chooseFile, download, eventually, fixture, focusCard, fromBoardMenu, goTo, importAsNewBoard, list, stage, textFile,
} from "./steps.mjs";

/** Collects what the policy blocks, in every document of a context. */
const watched = (context) =>
  context.addInitScript(() => {
    window.blocked = [];
    window.print = () => {
      window.printed = (window.printed ?? 0) + 1;
      dispatchEvent(new Event("afterprint"));
    };
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      window.blocked.push([effectiveDirective, blockedURI, sample].join(" ")));
  });
const blocked = (page) => page.evaluate(() => window.blocked);

/** Another host, which answers everybody, and what it was asked for. */
const elsewhere = { asked: [] };
before(async () => {
  elsewhere.server = createServer(({ url, headers }, response) => {
    elsewhere.asked.push([url, headers.referer]);
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "image/svg+xml" });
    response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
  });
  await new Promise((resolve) => elsewhere.server.listen(0, "127.0.0.1", resolve));
  elsewhere.origin = `http://127.0.0.1:${elsewhere.server.address().port}`;
});
after(() => {
  elsewhere.server.closeAllConnections();
  elsewhere.server.close();
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

/** Goes to a page of the Meeting. */
async function toMeeting(page, name) {
  await goTo(page, "Meeting");
  await page.getByRole("navigation", { name: "Pages of the Meeting" }).getByRole("link", { name }).click();
}

/** Copies and prints the text that is shown, and waits until the sheet is gone again. */
async function paper(page) {
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await page.getByRole("button", { name: "Print", exact: true }).first().click();
  await eventually(() => page.evaluate(() => [window.printed > 0, document.querySelectorAll(".print-sheet").length]), [true, 0]);
  await page.evaluate(() => (window.printed = 0));
}

/** Goes through all that the page shows, and what it gives out. */
const WALK = [
  ["the Matrix with an open item", async (page) => {
    await page.getByRole("button", { name: "See the example board" }).click();
    await card(page, "Switch v1 off").click();
    await page.getByRole("region", { name: "Item", exact: true }).getByText("More", { exact: true }).click();
    await page.keyboard.press("Escape");
    await focusCard(page, "Switch v1 off");
    await page.keyboard.press("m");
    await page.getByRole("menu", { name: "Card" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("l");
    await page.getByRole("combobox").first().waitFor();
    await page.keyboard.press("Escape");
  }],
  ["the network, as a picture and on paper", async (page) => {
    await goTo(page, "Map");
    await page.getByRole("toolbar", { name: "Network" }).waitFor();
    await page.getByRole("button", { name: "Print" }).click();
    await download(page, () => page.getByRole("button", { name: "SVG" }).click());
  }],
  ["the timeline, as a picture and on paper", async (page) => {
    await page.getByRole("link", { name: "Timeline" }).click();
    await page.getByRole("list", { name: "Timeline" }).getByRole("listitem").first().click();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Print" }).click();
    await download(page, () => page.getByRole("button", { name: "SVG" }).click());
  }],
  ["the register", async (page) => {
    await page.getByRole("link", { name: "Register" }).click();
    await page.getByText("Needed by").first().waitFor();
  }],
  ["Compare: table, field, chart and side by side", async (page) => {
    await goTo(page, "Compare");
    await page.getByRole("grid").waitFor();
    await page.getByRole("checkbox", { name: /^Compare / }).first().click();
    await page.getByRole("checkbox", { name: /^Compare / }).nth(1).click();
    await page.getByRole("gridcell").nth(1).dblclick();
    await page.keyboard.press("Escape");
    for (const lens of [/^Side by side/, /^Value and effort/]) await page.getByRole("button", { name: lens }).click();
  }],
  ["what was said no to, the trash, the settings", async (page) => {
    await goTo(page, /^Said no/);
    await heading(page, "Said no");
    await fromBoardMenu(page, "Trash");
    await heading(page, "Trash");
    await fromBoardMenu(page, "Name, goal, people, quadrants");
    await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  }],
  ["deal mode", async (page) => {
    await goTo(page, "Matrix");
    await page.keyboard.press("d");
    await page.getByRole("progressbar", { name: "Cards" }).waitFor();
    await page.keyboard.press("1");
    await page.keyboard.press("Escape");
  }],
  ["the palette", async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Command or item" }).fill("switch v1");
    await page.getByRole("listbox", { name: "Commands and items" }).getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
  }],
  ["the estimates of a room", async (page) => {
    await goTo(page, "Compare");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.getByRole("gridcell").nth(1).click();
    await page.getByRole("button", { name: "Ask the room" }).click();
    await page.getByRole("textbox", { name: "What people say" }).fill("Ana: 400\nBen: 600");
    await page.getByRole("button", { name: "Reveal" }).click();
    await page.getByText("400 to 600").first().waitFor();
    await page.getByRole("button", { name: "Close the estimates" }).click();
  }],
  ["a meeting that is presented, page by page", async (page) => {
    await toMeeting(page, "Goal and agenda");
    await page.getByRole("button", { name: "Start the meeting" }).click();
    await page.getByRole("button", { name: "Present" }).click();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press(".");
    await toMeeting(page, /^Stack/);
    await page.getByRole("slider", { name: /^Cut line/ }).press("ArrowUp");
    await toMeeting(page, "Decisions and actions");
    for (const [name, text] of [["New decision", "Switch v1 off"], ["New action", "Ana asks Payments for a date by thu"]]) {
      await page.getByRole("textbox", { name }).fill(text);
      await page.getByRole("textbox", { name }).press("Enter");
    }
    await page.getByRole("listitem", { name: "Switch v1 off", exact: true }).waitFor();
    await page.locator("body").click({ position: { x: 1, y: 1 } });
    await page.getByRole("button", { name: "Present" }).click();
  }],
  ["the minutes, a status update and a brief, copied and printed", async (page) => {
    await toMeeting(page, "Minutes");
    await page.getByRole("region", { name: "The meeting" }).getByRole("button", { name: "End the meeting" }).click();
    await page.getByRole("textbox", { name: /^Minutes of / }).waitFor();
    await paper(page);
    await toMeeting(page, "Status and brief");
    await page.getByRole("textbox", { name: "Status update" }).waitFor();
    await paper(page);
    await page.getByRole("button", { name: "Brief for a decision" }).click();
    await page.getByRole("textbox", { name: "Brief" }).waitFor();
    await paper(page);
  }],
  ["imports", async (page) => {
    for (const file of ["plan.csv", "trello_board.json", "jira_search.csv", "github_issues.json", "ms_project.xml"]) {
      await goTo(page, "Matrix");
      await importAsNewBoard(page, fixture(file));
    }
  }],
  ["files out", async (page) => {
    for (const words of ["Download the board", "Download as CSV", "Download the schedule", "Download the calendar"]) {
      await download(page, () => fromBoardMenu(page, words));
    }
  }],
  ["the list of boards and of keys", async (page) => {
    await fromBoardMenu(page, "All boards, new board");
    await heading(page, "Boards");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "All keys" }).waitFor();
  }],
];

/** Marks that turn the direction of what stands behind them, each at the head of a title, a name or a tag. */
const TURNING = [..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"];

stage("/", { tries: 1 })("no title or name turns the direction of a sentence it stands in", async (page) => {
  const lines = TURNING.map((mark, n) => [
    n + 1, `${mark}Work ${n}`, `${mark}Giver ${n}`, 3 + n, n || "", n % 2 ? "team" : "work", n % 2 ? "2026-12-01" : "", `${mark}tag`, 100, 2, "100%", 1 + n, "yes", n % 3 ? "yes" : "no",
  ].join(","));
  const head = "id,title,responsible,duration,depends on,kind,promised,tags,reach,impact,confidence,effort,important,urgent";
  await importAsNewBoard(page, textFile("plan.csv", [head, ...lines].join("\n")));
  /** What turns in what is shown and what is read out. */
  const turning = () => page.evaluate((marks) => {
    const told = [...document.querySelectorAll("[aria-label], [title]")].flatMap(({ ariaLabel, title }) => [ariaLabel, title]);
    const shown = [...document.querySelectorAll("body *")].filter((element) => element.childElementCount === 0).map(({ textContent }) => textContent);
    return [...told, ...shown, document.title].filter((text) => marks.some((mark) => text?.includes(mark)));
  }, TURNING);
  const expectStraight = async (what) => assert.deepEqual(await turning(), [], what);
  await card(page, "Work 1").click();
  await expectStraight("the Matrix with an item");
  await page.keyboard.press("Escape");
  await goTo(page, "Map");
  for (const lens of ["Network", "Timeline", "Register"]) {
    await page.getByRole("link", { name: lens }).click();
    await page.getByText("Work 3").first().waitFor();
    await expectStraight(lens);
  }
  await goTo(page, "Compare");
  await page.getByRole("grid").waitFor();
  await expectStraight("Compare");
  await toMeeting(page, "Status and brief");
  const text = page.getByRole("textbox", { name: "Status update" });
  await text.waitFor();
  await expectStraight("the status update");
  const written = await text.inputValue();
  assert.deepEqual(TURNING.filter((mark) => written.includes(mark)), []);
  await goTo(page, "Matrix");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Command or item" }).fill("work");
  await expectStraight("the palette");
});

for (const home of HOMES) {
  stage(home, { tries: 1 })(`nothing that the page does is blocked by its policy at ${home}`, async (page) => {
    for (const [what, go] of WALK) {
      await go(page);
      assert.deepEqual(await blocked(page), [], what);
    }
  }, { prepare: watched });

  stage(home, { tries: 1 })(`a script that gets into the page does not run at ${home}`, async (page) => {
    elsewhere.asked = [];
    const ran = await page.evaluate(async (origin) => {
      const room = document.body.appendChild(document.createElement("div"));
      room.innerHTML = '<img src="data:," onerror="window.ran = `handler`"><b style="color: red">x</b>';
      const script = document.createElement("script");
      script.textContent = "window.ran = `script`";
      room.append(script);
      room.insertAdjacentHTML("beforeend", '<a href="javascript:window.ran = `link`">x</a>');
      room.querySelector("a").click();
      const base = document.head.appendChild(document.createElement("base"));
      base.href = `${origin}/base/`;
      const left = [document.baseURI.startsWith(origin)];
      base.remove();
      left.push(await fetch(`${origin}/fetch`).then(() => true, () => false));
      const image = room.appendChild(new Image());
      left.push(await new Promise((done) => {
        image.onload = () => done(true);
        image.onerror = () => done(false);
        image.src = `${origin}/image`;
      }));
      const form = room.appendChild(document.createElement("form"));
      form.action = `${origin}/form`;
      form.submit();
      // Later: what a test asks for itself may make scripts of texts.
      await new Promise((done) => setTimeout(done, 100));
      try {
        new Function("window.ran = `eval`")();
      } catch {
        // As it should be.
      }
      const red = getComputedStyle(room.querySelector("b")).color === "rgb(255, 0, 0)";
      room.remove();
      return [window.ran, red, ...left];
    }, elsewhere.origin);
    assert.deepEqual(ran, [undefined, false, false, false, false]);
    assert.deepEqual(elsewhere.asked, [], "another host was asked");
    assert.ok((await blocked(page)).length >= 4, "the browser told of what it blocked");
    page.expectQuiet = () => {};
  }, { prepare: watched });
}

stage("/", { tries: 1 })("another page that is opened from here is not told from where", async (page, context) => {
  elsewhere.asked = [];
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate((origin) => {
      const link = document.body.appendChild(document.createElement("a"));
      Object.assign(link, { href: `${origin}/link`, target: "_blank" });
      link.click();
      link.remove();
    }, elsewhere.origin),
  ]);
  await other.waitForLoadState();
  await other.close();
  assert.deepEqual(elsewhere.asked.find(([url]) => url === "/link"), ["/link", undefined]);
});
