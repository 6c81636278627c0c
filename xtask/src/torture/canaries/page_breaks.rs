//! The breaks of the page: what each guard is for, what is done to it, and who must notice.

use super::page::{Edit, PageBreak};

const SECURITY: &str = "e2e/security.test.mjs";
const FAILURE: &str = "e2e/failure.test.mjs";
const STORAGE: &str = "e2e/storage.test.mjs";
const TABS: &str = "e2e/tabs.test.mjs";
const PARTS: &str = "e2e/parts.test.mjs";
const BACKUP: &str = "e2e/backup.test.mjs";

const STRANGER: &str = "a script that gets into the page does not run at /$";
const POLICY: &str = "http-equiv=\"Content-Security-Policy\"";

const fn text(
    guard: &'static str,
    [ending, old, new]: [&'static str; 3],
    [file, test]: [&'static str; 2],
) -> PageBreak {
    PageBreak { guard, edit: Edit::Text(ending, old, new), file, test }
}

const fn liar(guard: &'static str, script: &'static str, [file, test]: [&'static str; 2]) -> PageBreak {
    PageBreak { guard, edit: Edit::Liar(script), file, test }
}

/// A break of the policy of the page on a host.
const fn policy(guard: &'static str, old: &'static str, new: &'static str) -> PageBreak {
    text(guard, ["index.html", old, new], [SECURITY, STRANGER])
}

pub(super) const BREAKS: &[PageBreak] = &[
    // --- Nothing runs that is not ours ---------------------------------------------------------------------------
    policy("the policy of the page", POLICY, "name=\"policy\""),
    text(
        "the policy of the single file",
        ["unblock.html", POLICY, "name=\"policy\""],
        [SECURITY, "a script that gets into the page does not run at from disk"],
    ),
    policy(
        "the policy: no text becomes code",
        "script-src 'self' 'wasm-unsafe-eval'",
        "script-src 'self' 'unsafe-eval'",
    ),
    policy("the policy: no style in an attribute", "style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    policy("the policy: nothing is fetched elsewhere", "connect-src 'self'", "connect-src *"),
    policy("the policy: no image from elsewhere", "img-src 'self'", "img-src * 'self'"),
    policy("the policy: no other base of addresses", "base-uri 'none'", "base-uri *"),
    policy("the policy: no form leads away", "form-action 'none'", "form-action *"),
    text(
        "no word to another page on where one came from",
        ["index.html", "content=\"no-referrer\"", "content=\"unsafe-url\""],
        [SECURITY, "another page that is opened from here"],
    ),
    liar(
        "nothing is asked of another host",
        "document.addEventListener('DOMContentLoaded', () => { new Image().src = 'http://127.0.0.1:9/' });",
        ["e2e/smoke.test.mjs", "starts at /$"],
    ),
    text(
        "texts are shown as texts",
        [
            ".js",
            "arg0.createTextNode(getStringFromWasm0(arg1, arg2))",
            "Object.assign(document.createElement('span'), { innerHTML: getStringFromWasm0(arg1, arg2) })",
        ],
        ["torture/harm.test.mjs", "script strings from a file"],
    ),
    text(
        "the hash of a part",
        [".js", "{ integrity, credentials:", "{ credentials:"],
        [PARTS, "a part that was tampered with is not run"],
    ),
    text(
        "the hash of the style",
        // Of two attributes of a name the first counts.
        ["index.html", "<link rel=\"stylesheet\" href", "<link rel=\"stylesheet\" integrity=\"\" href"],
        [FAILURE, "where the style is not what"],
    ),
    text(
        "the hash of the glue",
        ["index.html", "{\"integrity\":", "{\"nothing\":"],
        [FAILURE, "where the glue is not what"],
    ),
    text(
        "the hash of the WebAssembly",
        ["index.html", "_bg.wasm\", { integrity:", "_bg.wasm\", { nothing:"],
        [FAILURE, "where the WebAssembly is not what"],
    ),
    // --- When it cannot start, or has stopped --------------------------------------------------------------------
    text(
        "the screen of a failed start",
        [
            "index.html",
            "show({ title: \"Unblock could not start\"",
            "void ({ title: \"Unblock could not start\"",
        ],
        [FAILURE, "where the WebAssembly is missing, that is said"],
    ),
    text(
        "the screen tells a damaged file from a missing one",
        ["index.html", "(error instanceof TypeError && (await allThere()))", "false"],
        [FAILURE, "where the WebAssembly is cut off, that is said"],
    ),
    text(
        "nothing is written after a panic",
        ["index.html", "if (!isFirst()) return;\nfreeze();", "if (!isFirst()) return;"],
        [FAILURE, "after each of 1 panics"],
    ),
    text(
        "stops at the start are counted",
        ["index.html", "setStops(stops + 1);", ""],
        [FAILURE, "a panic twice at the start"],
    ),
    text(
        "after two stops no board is opened",
        ["index.html", "root.dataset.careful = \"true\";", ""],
        [FAILURE, "a panic twice at the start"],
    ),
    text(
        "the screen's download has what is only in the journal",
        ["index.html", "{ ...stored(), ...(await journal()) }", "{ ...stored() }"],
        [BACKUP, "what the screen of a stopped app gives out comes back"],
    ),
    // --- Saved is saved ------------------------------------------------------------------------------------------
    liar(
        "what is saved is in the storage, not in memory alone",
        "const kept = new Map(); \
         Storage.prototype.setItem = (key, text) => void kept.set(String(key), String(text)); \
         const read = Storage.prototype.getItem; \
         Storage.prototype.getItem = function (key) { return kept.get(String(key)) ?? read.call(this, key); };",
        [STORAGE, "without IndexedDB alone, edits are saved"],
    ),
    liar(
        "what is saved is in the journal",
        "IDBObjectStore.prototype.put = function () { return this.count(); };",
        [STORAGE, "what the full storage could not take is in the journal"],
    ),
    liar(
        "Saved waits for the journal",
        "Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set(tell) { setTimeout(tell, 50); } });",
        [STORAGE, "between an edit and its write"],
    ),
    text("Saving is said", [".wasm", "Saving…", "Saved    "], [STORAGE, "between an edit and its write"]),
    text(
        "NOT saved is said",
        [".wasm", "NOT saved", "All saved"],
        [STORAGE, "where the browser blocks storage"],
    ),
    liar(
        "leaving with unsaved work is asked about",
        "const add = EventTarget.prototype.addEventListener; \
         window.addEventListener = function (kind, ...rest) { if (kind !== 'beforeunload') add.call(window, kind, ...rest); };",
        [STORAGE, "leaving with unsaved work is asked about"],
    ),
    liar(
        "one tab writes: the lock is one",
        "LockManager.prototype.request = async (name, ...rest) => rest.at(-1)({ name, mode: 'exclusive' });",
        [TABS, "the second tab changes nothing"],
    ),
    liar(
        "the other tab hears what is written",
        "BroadcastChannel.prototype.postMessage = () => {}; \
         addEventListener('storage', (event) => event.stopImmediatePropagation(), true);",
        [TABS, "the second tab follows what the first one does"],
    ),
    text(
        "a day is a day of the zone",
        [".js", "arg0.getTimezoneOffset()", "0 * arg0.getTimezoneOffset()"],
        ["torture/dates.test.mjs", "a board has the same days in five time zones"],
    ),
];
