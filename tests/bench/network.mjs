// The network's layout in the page, beside two layout libraries in the same run. Crossings of ours are counted by
// `cargo bench -p unblock-core --bench layout`: the same plan gives the same drawing.

import { createRequire } from "node:module";
import path from "node:path";
import { openApp } from "../e2e/harness.mjs";
import { VIEW, clearMeasures, imported, measured, ms, painted } from "./figures.mjs";
import { makePlan } from "./plan.mjs";

const OPENINGS = 5;

async function ours(browser, url, size) {
  const context = await browser.newContext({ viewport: VIEW, locale: "en-GB" });
  const page = await openApp(context, url);
  await imported(page, makePlan(size), "network");
  await clearMeasures(page);
  const views = page.getByRole("navigation", { name: "Views" });
  for (let i = 0; i < OPENINGS; i += 1) {
    await views.getByRole("link", { name: "Map" }).click();
    await page.getByRole("button", { name: "All", exact: true }).click();
    await painted(page);
    await views.getByRole("link", { name: "Matrix" }).click();
    await painted(page);
  }
  const taken = await measured(page, "unblock:layout");
  await context.close();
  console.log(`${size} items, Unblock: network worked out and drawn up in ${ms(Math.min(...taken))} to ${ms(Math.max(...taken))}`);
}

/** Crossings of straight lines between the middles of cards, pair by pair. */
function crossings(at, links) {
  const turn = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  let count = 0;
  links.forEach(([a, b], i) => {
    for (const [c, d] of links.slice(i + 1)) {
      if (a === c || a === d || b === c || b === d) continue;
      const [p, q, r, s] = [at[a], at[b], at[c], at[d]];
      count += turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
    }
  });
  return count;
}

const LIBRARIES = {
  "@dagrejs/dagre": (dagre, plan, links) => {
    const graph = new dagre.graphlib.Graph();
    graph.setGraph({ rankdir: "LR" });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const { id } of plan) graph.setNode(id, { width: 240, height: 64 });
    for (const [from, to] of links) graph.setEdge(from, to);
    dagre.layout(graph);
    return Object.fromEntries(plan.map(({ id }) => [id, graph.node(id)]));
  },
  "elkjs/lib/elk.bundled.js": async (Elk, plan, links) => {
    const laid = await new Elk().layout({
      id: "all",
      layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT" },
      children: plan.map(({ id }) => ({ id, width: 240, height: 64 })),
      edges: links.map(([from, to], at) => ({ id: `e${at}`, sources: [from], targets: [to] })),
    });
    return Object.fromEntries(laid.children.map(({ id, x, y }) => [id, { x: x + 120, y: y + 32 }]));
  },
};

async function library(name, run, size) {
  const folder = process.env.PEERS;
  const plan = makePlan(size);
  const links = plan.flatMap(({ id, preds }) => preds.map((pred) => [pred, id]));
  let loaded;
  try {
    loaded = createRequire(path.join(folder ?? "", "package.json"))(name);
  } catch {
    return `${size} items, ${name}: not measured (PEERS names no folder that has it)`;
  }
  const begin = performance.now();
  const at = await run(loaded.default ?? loaded, plan, links);
  const taken = performance.now() - begin;
  return `${size} items, ${name}: laid out in ${ms(taken)}, ${crossings(at, links)} crossings`;
}

/** Prints what the network takes, and what layout libraries take for the same plan. */
export async function network(browser, url, size = 1000) {
  await ours(browser, url, size);
  for (const [name, run] of Object.entries(LIBRARIES)) console.log(await library(name, run, size));
}
