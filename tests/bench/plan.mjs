// A plan of n items that is the same every time: in rows of about √n, some 1.6 links an item, 1 to 10 working days.

/** Items with `id`, `title`, `duration` in working days, and `preds`, the ids of what each waits for. */
export function makePlan(n, seed = 7) {
  let state = seed >>> 0;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const width = Math.max(4, Math.round(Math.sqrt(n)));
  return Array.from({ length: n }, (_, i) => {
    const layer = Math.floor(i / width);
    const preds = new Set();
    if (layer > 0) {
      const links = chance() < 0.55 ? 1 : chance() < 0.75 ? 2 : 3;
      for (let j = 0; j < links; j += 1) {
        const back = chance() < 0.8 ? 1 : 1 + Math.floor(chance() * Math.min(layer, 4));
        preds.add(Math.max(0, layer - back) * width + Math.floor(chance() * width));
      }
    }
    const duration = 1 + Math.floor(chance() * 10);
    return { id: `T${i}`, title: `Task ${i}`, duration, preds: [...preds].map((p) => `T${p}`) };
  });
}

/** The early start and finish of each item, in days. */
export function early(plan) {
  const finish = new Map();
  return plan.map(({ id, duration, preds }) => {
    // What an item waits for stands before it.
    const start = Math.max(0, ...preds.map((pred) => finish.get(pred)));
    finish.set(id, start + duration);
    return { start, finish: start + duration };
  });
}

/** The plan as the CSV that the page imports. */
export function planCsv(plan) {
  const line = ({ id, title, duration, preds }) => [id, title, duration, preds.join("; ")].join(",");
  return ["id,title,duration,depends on", ...plan.map(line)].join("\n");
}
