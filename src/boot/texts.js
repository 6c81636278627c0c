// The boards as they are stored, for a download without the app's code: plain JavaScript, because the app may be what
// is broken. Deliberately absent: what a board means. `core/src/store/everything.rs` reads the file back.
const unblockRescue = (() => {
  "use strict";
  const PREFIX = "unblock/v1/";
  /** A database that does not answer for so many milliseconds is left out. */
  const PATIENCE = 2_000;
  /** Does something that the browser may refuse; then `otherwise`. */
  const attempt = (action, otherwise) => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };

  const stored = () => {
    const texts = {};
    attempt(() => {
      for (let index = 0; index < localStorage.length; index += 1) {
        const key = localStorage.key(index);
        if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}lease/`)) texts[key] = localStorage.getItem(key);
      }
    });
    return texts;
  };

  /** The journal, each text under its name; nothing where there is none. */
  const journal = () =>
    new Promise((resolve) => {
      const texts = {};
      const done = () => resolve(texts);
      setTimeout(done, PATIENCE);
      const request = attempt(() => indexedDB.open("unblock"));
      if (!request) return done();
      // There is none yet, and none is to be made.
      request.onupgradeneeded = () => request.transaction.abort();
      request.onerror = done;
      request.onsuccess = () => {
        const database = request.result;
        const transaction = attempt(() => database.transaction(["snapshots", "journal"]));
        if (!transaction) return done();
        const each = (store, name) => {
          transaction.objectStore(store).openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (!cursor) return;
            if (typeof cursor.value === "string") texts[`journal/${name(cursor.key)}`] = cursor.value;
            cursor.continue();
          };
        };
        each("snapshots", (id) => `${id}/snapshot`);
        each("journal", ([id, revision]) => `${id}/step/${revision}`);
        transaction.oncomplete = transaction.onabort = () => {
          database.close();
          done();
        };
      };
    });

  /** CRC-32, as stored texts have it. */
  const checksum = (text) => {
    let sum = ~0;
    for (const byte of new TextEncoder().encode(text)) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (~sum >>> 0).toString(16).padStart(8, "0");
  };

  const everything = async () => {
    const found = { ...stored(), ...(await journal()) };
    const texts = {};
    // Half a character cannot be written as UTF-8.
    for (const name of Object.keys(found).sort()) texts[name] = found[name].replace(/\p{Surrogate}/gu, "\ufffd");
    const sum = checksum(Object.entries(texts).flat().join("\n"));
    return JSON.stringify({ unblock: "everything", format: 1, checksum: sum, texts }, null, 1);
  };

  const download = (text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `unblock-everything-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  /** The stored boards, by the cards that they keep of themselves. */
  const boards = () => {
    const texts = stored();
    const ids = new Set(Object.keys(texts).map((key) => /\/board\/([^/]+)\/(now|before|log)/.exec(key)?.[1]));
    ids.delete(undefined);
    return [...ids].map((id) => {
      const about = attempt(() => JSON.parse(texts[`${PREFIX}board/${id}/about`].split("\n")[1]) ?? {}, {});
      const name = typeof about.name === "string" && about.name ? about.name : `Board ${id.slice(0, 8)}`;
      return { name, isTrashed: Boolean(about.trashed) };
    });
  };

  return { PREFIX, attempt, boards, download, everything };
})();
