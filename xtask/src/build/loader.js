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
// The style of all that is not on the first screen comes beside its code. The single file has it inside.
let partsStyle;
const partsStyled = () =>
  (partsStyle ??= new Promise((resolve, reject) => {
    const link = document.querySelector("link[rel=later]");
    if (!link) return resolve();
    link.onload = resolve;
    link.onerror = () => {
      // What fails is asked for again when it is needed.
      link.rel = "later";
      partsStyle = undefined;
      reject(new Error("The style of the parts was not taken."));
    };
    link.rel = "stylesheet";
  }));
async function partFetched(name) {
  const [file] = partFiles[name];
  const inside = globalThis.unblockParts?.[file];
  const type = { headers: { "Content-Type": "application/wasm" } };
  if (inside) return new Response(Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0)), type);
  const early = await partsEarly.get(name);
  partsEarly.delete(name);
  const styled = partsOfBoards.includes(name) ? undefined : partsStyled();
  const [answer] = await Promise.all([early ?? partAsked(partFiles[name]), styled]);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  // Not every host knows the type of such a file.
  return new Response(answer.body, type);
}
