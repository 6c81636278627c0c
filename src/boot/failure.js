// What is shown when the app cannot be. Plain JavaScript, because the app may be what is broken: nothing here needs it,
// or its style. The app sets data-ready on the root element and removes #boot; until then any error is a failed start.
(() => {
  "use strict";
  const root = document.documentElement;
  const { PREFIX, attempt, boards, download, everything } = unblockRescue;
  /** How often the app has stopped while starting, in this tab. */
  const STOPS = `${PREFIX}stops`;
  /** An app that has run for so many milliseconds has started. */
  const STARTED = 5_000;
  /** A host that does not answer for so many milliseconds has nothing. */
  const PATIENCE = 3_000;

  const starting = () => root.dataset.ready !== "true";
  const write = Storage.prototype.setItem;
  const remove = Storage.prototype.removeItem;

  // --- Stopped while starting --------------------------------------------------------------------------------------

  const stops = attempt(() => Number(sessionStorage.getItem(STOPS)) || 0, 0);
  const setStops = (count) =>
    attempt(() => (count ? write.call(sessionStorage, STOPS, count) : remove.call(sessionStorage, STOPS)));
  // What stops it twice may be a board: the list opens none.
  if (stops > 1) {
    root.dataset.careful = "true";
    attempt(() => history.replaceState(null, "", "#/boards"));
  }
  let settled = false;
  const settle = () => {
    settled = true;
    setStops(0);
  };
  new MutationObserver((_, observer) => {
    if (starting()) return;
    observer.disconnect();
    setTimeout(() => shown || settle(), STARTED);
  }).observe(root, { attributes: true, attributeFilter: ["data-ready"] });

  // --- The screen --------------------------------------------------------------------------------------------------

  const STYLE = `
    #failure { --ink: #1c2026; --muted: #565d67; --line: #7b818a; --surface: #fff; --accent: #2456c8; --on: #fff;
      box-sizing: border-box; max-width: 44rem; margin: 0 auto; padding: min(12vh, 6rem) 1.5rem 3rem;
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink);
      overflow-wrap: anywhere; }
    html, body { background: #f5f4f1; height: auto; margin: 0; }
    @supports (color: light-dark(#000, #fff)) {
      html, body { background: light-dark(#f5f4f1, #15171b); }
      #failure { --ink: light-dark(#1c2026, #eceef1); --muted: light-dark(#565d67, #a7afba);
        --line: light-dark(#7b818a, #6f7783); --surface: light-dark(#fff, #24282f);
        --accent: light-dark(#2456c8, #8fb2ff); --on: light-dark(#fff, #15171b); }
    }
    #failure h1 { font-size: 32px; line-height: 1.2; font-weight: 600; margin: 0 0 1rem; }
    #failure h2 { font-size: 18px; font-weight: 600; margin: 2rem 0 .5rem; }
    #failure p { margin: 0 0 1rem; }
    #failure ul { margin: 0; padding: 0; list-style: none; max-height: 40vh; overflow: auto; }
    #failure li { padding: .25rem 0; }
    #failure .ways { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
    #failure button { font: inherit; min-height: 44px; padding: 0 1.1rem; border: 1px solid var(--line);
      border-radius: 8px; background: var(--surface); color: var(--ink); cursor: pointer; }
    #failure button.first { background: var(--accent); border-color: var(--accent); color: var(--on); }
    #failure button:focus-visible, #failure ul:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    #failure .muted, #failure pre { color: var(--muted); }
    #failure pre { font: inherit; white-space: pre-wrap; margin: 0; }`;

  const add = (parent, tag, text, className) => {
    const element = parent.appendChild(document.createElement(tag));
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const dress = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [sheet];
    const preferences = localStorage.getItem(`${PREFIX}preferences`).split("\n")[1];
    root.dataset.theme ??= JSON.parse(preferences).theme;
  };

  const listBoards = (screen) => {
    const all = boards();
    if (!all.length) return add(screen, "p", "No board is stored in this browser.", "muted");
    add(screen, "h2", all.length === 1 ? "The board in this browser" : `The ${all.length} boards in this browser`);
    const list = add(screen, "ul", "");
    list.tabIndex = 0;
    list.ariaLabel = "Boards";
    for (const { name, isTrashed } of all) {
      const line = add(list, "li", "");
      add(line, "bdi", name);
      if (isTrashed) add(line, "span", " · in the trash", "muted");
    }
  };

  const draw = ({ title, advice, ways, detail }) => {
    // Where the browser is too old for it, the screen is plain.
    attempt(dress);
    const screen = document.createElement("main");
    screen.id = "failure";
    const words = add(screen, "div", "");
    words.setAttribute("role", "alert");
    add(words, "h1", title);
    for (const line of advice) add(words, "p", line);
    const buttons = add(screen, "div", "", "ways");
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    const save = async () => {
      said.textContent = "Collecting the boards…";
      download(await everything());
      said.textContent = "Downloaded as one file. Unblock takes it back: All boards, Restore everything.";
    };
    for (const [word, action] of [...ways, ["Download all boards", save]]) {
      const button = add(buttons, "button", word);
      button.type = "button";
      button.addEventListener("click", action);
    }
    buttons.firstChild.className = "first";
    screen.append(said);
    listBoards(screen);
    add(screen, "h2", "For a report");
    add(screen, "pre", detail);
    document.title = `${title} · Unblock`;
    document.body.replaceChildren(screen);
    buttons.firstChild.focus();
  };

  let shown = false;
  /** The first failure is the one that is told. */
  const isFirst = () => {
    const first = !shown;
    shown = true;
    root.dataset.failed = "true";
    return first;
  };
  const show = (what, error) => {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const now = () => draw({ ...what, detail: `${detail}\n${navigator.userAgent}` });
    if (document.body) now();
    else document.addEventListener("DOMContentLoaded", now);
  };
  const reload = ["Reload", () => location.reload()];

  // --- Failures ----------------------------------------------------------------------------------------------------

  const KEPT = "Your boards are untouched: they are kept in this browser, and can be downloaded from here.";
  let blocked = false;
  addEventListener("securitypolicyviolation", (event) => {
    blocked ||= event.blockedURI === "wasm-eval" || event.effectiveDirective.startsWith("script-src");
  });

  /** Whether all that the page names can be had: the browser does not say if it could not fetch or did not trust what came. */
  const allThere = async () => {
    const links = [...document.querySelectorAll("link[rel=stylesheet], link[rel=modulepreload], link[rel=preload]")];
    const ask = async ({ href }) => (await fetch(href, { method: "HEAD", signal: AbortSignal.timeout(PATIENCE) })).ok;
    return (await Promise.all(links.map(ask)).catch(() => [false])).every(Boolean);
  };

  /** Why a start failed, in words. */
  const reason = async (error) => {
    const text = String(error?.message ?? error);
    if (typeof WebAssembly !== "object")
      return [
        "This browser does not run WebAssembly, which Unblock is made of.",
        "Use a current Chromium, Firefox or Safari. Some switch it off in a strict security mode: allow it for this page.",
      ];
    if (blocked || /content.security.policy|unsafe-eval/i.test(text))
      return [
        "A security policy forbids this page to run its WebAssembly.",
        "It comes from the host of the page or from an extension: its policy must allow 'wasm-unsafe-eval' for scripts.",
      ];
    if (/^(Compile|Link)Error/.test(error?.name) || (error instanceof TypeError && (await allThere())))
      return [
        "A part of the page is damaged, incomplete, or of another version than the rest.",
        "Reload without the cache (Ctrl or Cmd + Shift + R). If it stays like this, whoever hosts the page has to upload it anew.",
      ];
    if (error instanceof SyntaxError) return ["This browser is too old.", "Use a current Chromium, Firefox or Safari."];
    return [
      navigator.onLine ? "A part of the page could not be fetched." : "This machine is offline, and a part of the page is missing.",
      "Check the connection and reload. If it stays like this, a file is missing where the page is hosted.",
    ];
  };

  /** The WebAssembly ended where it should not; what it holds may be broken. */
  const trapped = (error) =>
    typeof WebAssembly === "object" &&
    (error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /call stack/i.test(error.message)));

  /** Nothing is written any more, whatever of the app still runs. */
  const freeze = () => {
    const refuse = () => {
      throw new DOMException("Unblock has stopped: nothing is written any more.", "InvalidStateError");
    };
    for (const name of ["setItem", "removeItem", "clear"]) Storage.prototype[name] = refuse;
    for (const name of ["put", "add", "delete", "clear"]) attempt(() => (IDBObjectStore.prototype[name] = refuse));
  };
  // The app listens no more; these listeners are the first of the page.
  for (const type of ["keydown", "keyup", "input", "paste", "drop", "pointerdown", "pointermove", "pointerup", "hashchange",
    "storage", "visibilitychange", "pagehide", "beforeunload"]) {
    addEventListener(type, (event) => shown && event.stopImmediatePropagation(), true);
  }

  // The start failed: the WebAssembly could not be fetched, compiled or run.
  window.unblockFailed = async (error) => {
    if (trapped(error)) return window.unblockPanicked(error);
    if (!isFirst()) return;
    show({ title: "Unblock could not start", advice: [...(await reason(error)), KEPT], ways: [reload] }, error);
  };

  // The app's panic hook calls this. Nothing of the app writes after it.
  window.unblockPanicked = (error) => {
    if (!isFirst()) return;
    freeze();
    if (settled) {
      const advice = ["Something went wrong inside the app. What was shown as saved is kept in this browser. Reload to go on from there."];
      return show({ title: "Unblock has stopped", advice, ways: [reload] }, error);
    }
    setStops(stops + 1);
    if (!stops) {
      const advice = ["Something went wrong inside the app. Reload to try again.", KEPT];
      return show({ title: "Unblock has stopped", advice, ways: [reload] }, error);
    }
    const list = () => {
      location.hash = "#/boards";
      location.reload();
    };
    const again = () => {
      setStops(0);
      location.reload();
    };
    const advice = ["One of the boards may be the reason. The list of boards opens without opening any of them.", KEPT];
    const ways = [["Open the list of boards", list], ["Try again", again]];
    show({ title: "Unblock stopped twice while starting", advice, ways }, error);
  };

  // Browsers report this harmless notice as an error.
  const notice = (text) => String(text).startsWith("ResizeObserver loop");
  const heard = (error) => {
    if (starting()) window.unblockFailed(error);
    else if (trapped(error)) window.unblockPanicked(error);
  };
  addEventListener("error", (event) => notice(event.message) || heard(event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => heard(event.reason));
  // Without its style the page cannot be used. A script waits for the styles before it.
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")];
  if (styles.some((link) => !link.sheet)) window.unblockFailed(new TypeError("The style was not taken."));
})();
