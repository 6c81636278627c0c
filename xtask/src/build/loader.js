// How a part of the app is fetched: where it lies and its hash stand in `partFiles`. The single file has it inside.
const partAsked = ([file, integrity]) =>
  fetch(new URL(file, import.meta.url), { integrity, credentials: "same-origin" });
// Where boards are stored, what reads them is needed before the first screen: it comes beside the main module.
const partsEarly = new Map();
try {
  const isStored = Object.keys(localStorage).some((key) => key.startsWith("unblock/v1/"));
  for (const name of isStored && !globalThis.unblockParts ? partsOfBoards : []) {
    const asked = partAsked(partFiles[name]);
    // What fails is asked for again when it is needed.
    partsEarly.set(name, asked.catch(() => undefined));
  }
} catch {
  // Blocked storage holds nothing.
}
async function partFetched(name) {
  const [file] = partFiles[name];
  const inside = globalThis.unblockParts?.[file];
  const type = { headers: { "Content-Type": "application/wasm" } };
  if (inside) return new Response(Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0)), type);
  const early = await partsEarly.get(name);
  partsEarly.delete(name);
  const answer = early ?? (await partAsked(partFiles[name]));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  // Not every host knows the type of such a file.
  return new Response(answer.body, type);
}
