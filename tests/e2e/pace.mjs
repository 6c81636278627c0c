// How slow the machine is just now, against the one that the bounds of speed were set on: a fixed piece of a page's work
// that is not ours (elements made, laid out, moved, and a table of counts), timed beside what is measured.
//
// Deliberately absent: any credit for a faster machine; there a bound stays what it is. Absolute figures are those of
// `npm run bench`.

/** What the piece takes on the machine that the bounds were set on, with nothing else to do. */
const REFERENCE_MS = 22;
/** However slow a machine is, a bound is not stretched by more than this: what is far too slow fails everywhere. */
const MOST = 1.5;

/**
 * Measures in rounds, the pace before and after each, and gives the best figure as it would be on the reference machine.
 * Other work on a machine only ever adds to a figure, and a slower machine stretches it: neither is a fault of ours.
 */
export async function paced(browser, rounds, measure) {
  const context = await browser.newContext();
  const bench = await context.newPage();
  const tried = [];
  let before = await bench.evaluate(piece);
  for (let round = 0; round < rounds; round += 1) {
    const figure = await measure(round);
    const after = await bench.evaluate(piece);
    const slowness = Math.min(Math.max(1, (before + after) / 2 / REFERENCE_MS), MOST);
    tried.push({ figure, slowness });
    before = after;
  }
  await context.close();
  const best = tried.reduce((best, one) => (one.figure < best.figure ? one : best));
  const figure = best.figure / best.slowness;
  const told = tried.map(({ figure, slowness }) => `${figure.toFixed(1)} ms at ${slowness.toFixed(2)}`).join(", ");
  return { figure, told: `${figure.toFixed(1)} ms (measured, each at its slowness: ${told})` };
}

/** Runs in the page: milliseconds that the piece takes, the best of some tries, of which the first warms up. */
function piece() {
  const cells = (n) => `<b title="${n}">Row ${n} of a list &amp; more</b><i>${n * 3}</i><i>${n % 7}</i>`;
  const once = () => {
    const begin = performance.now();
    const list = document.createElement("div");
    document.body.append(list);
    for (let n = 0; n < 250; n += 1) {
      const row = document.createElement("div");
      row.style.cssText = `position:absolute;top:${n * 40}px;width:600px;height:40px;display:grid;grid-template-columns:2fr 1fr 1fr`;
      row.innerHTML = cells(n);
      list.append(row);
    }
    list.getBoundingClientRect();
    for (const row of [...list.children].reverse()) list.append(row);
    list.getBoundingClientRect();
    const counts = new Map();
    for (let n = 0; n < 30_000; n += 1) counts.set(`${n % 613}`, (counts.get(`${n % 613}`) ?? 0) + n);
    list.remove();
    return performance.now() - begin;
  };
  return Math.min(...Array.from({ length: 6 }, once).slice(1));
}
