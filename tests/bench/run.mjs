// The figures that are promised, in one run: `npm run bench [-- 1000,10000]`, after `cargo xtask build`.
//
// Milliseconds of this machine and this run: compare them only within one run. Peers are measured where the folder
// named by the environment variable PEERS has them installed
// (`npm install frappe-gantt dhtmlx-gantt @dagrejs/dagre elkjs`).

import { launch, startServer } from "../e2e/harness.mjs";
import { edits } from "./edits.mjs";
import { network } from "./network.mjs";
import { schedule } from "./schedule.mjs";
import { timeline } from "./timeline.mjs";

const sizes = (process.argv[2] ?? "1000,10000").split(",").map(Number);
const server = await startServer();
const browser = await launch();
await edits(browser, server.url);
await schedule(browser, server.url);
await network(browser, server.url);
await timeline(browser, server.url, sizes);
await browser.close();
await server.close();
