// What edits and drags take: from the command to the paint, and on the main thread for each frame.

import { ITEMS, OPTIONS, additions, comparing, crowded, figures, lift, median, moves, percentile } from "../e2e/speed.mjs";
import { ms } from "./figures.mjs";

const tell = (what, numbers) => console.log(`${what}: median ${ms(median(numbers))}, 95th percentile ${ms(percentile(numbers, 0.95))}`);

export async function edits(browser, url) {
  const many = await crowded(browser, url);
  const carry = await lift(many);
  tell(`${ITEMS} items, work on the main thread per frame of a drag`, await carry());
  await many.mouse.up();
  tell(`${ITEMS} items, a move to painted`, [...(await moves(many)), ...(await moves(many))]);
  tell(`${ITEMS} items, a new item to painted`, await additions(many));
  await many.context().close();
  const table = await comparing(browser, url);
  tell(`${OPTIONS} options, a figure to painted, sorted`, [...(await figures(table, 0)), ...(await figures(table, 1))]);
  await table.context().close();
}
