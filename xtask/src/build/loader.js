// How a part of the app is fetched: where it lies and its hash stand in `partFiles`. The single file has it inside.
async function partFetched(name) {
  const [file, integrity] = partFiles[name];
  const inside = globalThis.unblockParts?.[file];
  const type = { headers: { "Content-Type": "application/wasm" } };
  if (inside) return new Response(Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0)), type);
  const answer = await fetch(new URL(file, import.meta.url), { integrity, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  // Not every host knows the type of such a file.
  return new Response(answer.body, type);
}
