// The same plan drawn by other timelines, where they are installed.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { early, makePlan } from "./plan.mjs";

const DAY_MS = 864e5;
const START = Date.UTC(2026, 0, 5);

const PEERS = {
  "frappe-gantt": {
    files: ["frappe-gantt/dist/frappe-gantt.umd.js", "frappe-gantt/dist/frappe-gantt.css"],
    // Its edit redraws a changed title: it computes no dates.
    async run(rows) {
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const begin = performance.now();
      const chart = new window.Gantt("#chart", rows, { view_mode: "Week" });
      await painted();
      const drawn = performance.now();
      const changed = rows.map((row) => ({ ...row }));
      changed[0].name = "edited";
      chart.refresh(changed);
      await painted();
      return [drawn - begin, performance.now() - drawn, document.querySelectorAll("*").length];
    },
  },
  "dhtmlx-gantt": {
    files: ["dhtmlx-gantt/codebase/dhtmlxgantt.js", "dhtmlx-gantt/codebase/dhtmlxgantt.css"],
    // Its free edition has no critical path and moves nothing behind what is changed.
    async run(rows) {
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const { gantt } = window;
      const begin = performance.now();
      gantt.config.date_format = "%Y-%m-%d";
      gantt.init("chart");
      const links = rows.flatMap(({ id, preds }) => preds.map((source) => ({ source, target: id, type: "0" })));
      const data = rows.map(({ id, text, start_date, duration }) => ({ id, text, start_date, duration }));
      gantt.parse({ data, links: links.map((link, at) => ({ id: at + 1, ...link })) });
      await painted();
      const drawn = performance.now();
      const task = gantt.getTask(rows[0].id);
      task.duration += 1;
      task.end_date = gantt.calculateEndDate(task);
      gantt.updateTask(task.id);
      await painted();
      return [drawn - begin, performance.now() - drawn, document.querySelectorAll("*").length];
    },
  },
};

/** A line for each peer: what it took, or that it is not there. */
export async function peers(browser, size, viewport) {
  const lines = [];
  for (const [name, peer] of Object.entries(PEERS)) lines.push(await line(browser, size, viewport, name, peer));
  return lines;
}

async function line(browser, size, viewport, name, { files, run }) {
  const folder = process.env.PEERS && path.join(process.env.PEERS, "node_modules");
  const read = (file) => readFile(path.join(folder, file), "utf8");
  const texts = folder && (await Promise.all(files.map(read)).catch(() => null));
  if (!texts) return `${size} items, ${name}: not measured (PEERS names no folder that has it)`;
  const page = await browser.newPage({ viewport });
  const style = `width:${viewport.width}px;height:${viewport.height - 50}px`;
  await page.setContent(`<!doctype html><body style="margin:0"><div id="chart" style="${style}"></div>`);
  await page.addScriptTag({ content: texts[0] });
  await page.addStyleTag({ content: texts[1] });
  const [drawn, edited, nodes] = await page.evaluate(run, rows(makePlan(size)));
  await page.close();
  return `${size} items, ${name}: data to painted ${drawn.toFixed(1)} ms, one edit to painted ${edited.toFixed(1)} ms, ${nodes} nodes`;
}

function rows(plan) {
  const day = (n) => new Date(START + n * DAY_MS).toISOString().slice(0, 10);
  const dates = early(plan);
  return plan.map(({ id, title, duration, preds }, at) => {
    const [start, end] = [day(dates[at].start), day(dates[at].finish)];
    return { id, name: title, text: title, start, end, start_date: start, duration, progress: 0, dependencies: preds.join(", "), preds };
  });
}
