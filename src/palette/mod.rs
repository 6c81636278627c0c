//! The command palette: a field over the page that finds every command and every item.
//!
//! Absent on purpose: which commands there are and how they are found. The core says that.

mod run;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::gesture::Selection;
use unblock_core::view::palette::{Around, Entry, Palette as Found, PaletteLine, palette, used};
use unblock_core::view::{MatrixView, Page};

use crate::meeting::can_go_on;
use crate::session::{Session, session};

/// The id of the palette, so that its key finds it.
const SHEET: &str = "palette";

/// Opens the palette, or closes it.
pub fn toggle() {
    use wasm_bindgen::JsCast;
    let sheet =
        document().get_element_by_id(SHEET).and_then(|e| e.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    _ = sheet.map(|sheet| sheet.toggle_popover());
}

/// The signals of the palette.
#[derive(Clone, Copy)]
struct Finding {
    session: Session,
    typed: RwSignal<String>,
    found: Memo<Found>,
    /// The line that was stepped to.
    at: RwSignal<usize>,
    /// What was used last.
    recent: RwSignal<Vec<Entry>>,
}

impl Finding {
    fn new(open: RwSignal<bool>) -> Self {
        let session = session();
        let (typed, recent) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
        let found = Memo::new(move |_| {
            if !open.get() {
                return Found::default();
            }
            let (around, recent) = (untrack(|| around(session)), recent.get_untracked());
            session.scene.with(|scene| typed.with(|typed| palette(scene, typed, around, &recent)))
        });
        Self { session, typed, found, at: RwSignal::new(0), recent }
    }

    fn take(self, line: usize) {
        let Some(taken) = self.found.with_untracked(|found| found.lines.get(line).map(|line| line.entry))
        else {
            return;
        };
        self.recent.update(|recent| *recent = used(recent, taken));
        let session = self.session;
        toggle();
        // In the next frame the focus is back where it was.
        request_animation_frame(move || run::run(session, taken));
    }

    fn pressed(self, event: &KeyboardEvent) {
        let last = self.found.with_untracked(|found| found.lines.len()).saturating_sub(1);
        let at = self.at.get_untracked().min(last);
        match event.key().as_str() {
            "ArrowDown" => self.at.set(if at >= last { 0 } else { at + 1 }),
            "ArrowUp" => self.at.set(at.checked_sub(1).unwrap_or(last)),
            "Enter" => self.take(at),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// What is so now, for the commands that apply.
fn around(session: Session) -> Around {
    let seen = |view: &MatrixView| {
        session.selection.with_untracked(|s| s.focus.is_some_and(|id| view.find(id).is_some()))
    };
    Around {
        chosen: session.selection.with_untracked(Selection::meant).len(),
        card: untrack(|| session.page()) == Some(Page::Matrix) && session.matrix.with_untracked(seen),
        meeting: session.document.with_untracked(|document| document.meeting.is_some()),
        ended: untrack(|| can_go_on(session)),
    }
}

/// The palette, closed until somebody asks for it. Its field is there already, so that it has the focus at once: what is
/// typed right behind the key is not meant for the page.
#[component]
pub fn CommandPalette() -> impl IntoView {
    let open = RwSignal::new(false);
    let finding = Finding::new(open);
    let sheet = NodeRef::<html::Div>::new();
    let toggled = move |_| {
        let is_open =
            sheet.get_untracked().is_some_and(|sheet| sheet.matches(":popover-open").unwrap_or(false));
        if !is_open {
            finding.typed.set(String::new());
            finding.at.set(0);
        }
        open.set(is_open);
    };
    let stepped =
        move || finding.found.with(|found| (!found.lines.is_empty()).then(|| line_id(finding.at.get())));
    let more = move || finding.found.with(|found| found.more);
    let none = move || open.get() && finding.found.with(|found| found.lines.is_empty());
    view! {
        <div id=SHEET class="palette" popover="auto" role="dialog" aria-label="Commands and items" node_ref=sheet on:toggle=toggled>
            <input type="text" class="field palette-field" role="combobox" aria-autocomplete="list" aria-controls="palette-lines" aria-expanded="true"
                aria-label="Command or item" aria-activedescendant=stepped placeholder="What to do, or which item" autocomplete="off" autofocus="true"
                prop:value=finding.typed on:input=move |event| {
                    // Whoever types has it open, whether or not the browser has told of that yet.
                    open.set(true);
                    finding.at.set(0);
                    finding.typed.set(event_target_value(&event));
                }
                on:keydown=move |event| finding.pressed(&event) />
            <ul id="palette-lines" class="palette-lines" role="listbox" aria-label="Commands and items" on:pointerdown=|event| event.prevent_default()>
                {move || finding.found.get().lines.into_iter().enumerate().map(|(at, line)| option(finding, at, line)).collect_view()}
            </ul>
            <Show when=none>
                <p class="muted palette-foot">"Nothing is called so."</p>
            </Show>
            <Show when=move || { more() > 0 }>
                <p class="muted palette-foot">{move || format!("and {} more: type on", more())}</p>
            </Show>
        </div>
    }
}

fn line_id(at: usize) -> String {
    format!("palette-line-{at}")
}

fn option(finding: Finding, at: usize, line: PaletteLine) -> impl IntoView {
    let keys: Vec<&'static str> = line.keys.split(" + ").filter(|key| !key.is_empty()).collect();
    view! {
        <li id=line_id(at) class="palette-line" role="option" aria-selected=move || (finding.at.get() == at).to_string()
            on:click=move |_| finding.take(at)>
            <span class="palette-words" dir="auto">{line.words}</span>
            <span class="muted">{line.detail}</span>
            <span class="palette-keys">{keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect_view()}</span>
        </li>
    }
}
