//! The field of the question, and the list of what it finds.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::board::Kind;
use unblock_core::edit::{Action, Side};
use unblock_core::view::{Finds, Found, Proposed, Tie, find};

use crate::commands::introduce;
use crate::parts::Choice;
use crate::session::{Session, Waits, session};

/// The signals of the field.
#[derive(Clone, Copy)]
struct Asking {
    session: Session,
    waits: Waits,
    text: RwSignal<String>,
    finds: Memo<Finds>,
    /// The line that was stepped to.
    stepped: RwSignal<Option<usize>>,
    /// The kind that was chosen for what is made; it holds for the next one too.
    chosen: RwSignal<Option<Kind>>,
}

impl Asking {
    fn new(waits: Waits) -> Self {
        let session = session();
        let text = RwSignal::new(String::new());
        let finds = Memo::new(move |_| {
            let typed = text.get();
            if typed.trim().is_empty() {
                return Finds::default();
            }
            session.board.with(|board| find(board, waits.item, waits.side, &typed))
        });
        Self { session, waits, text, finds, stepped: RwSignal::new(None), chosen: RwSignal::new(None) }
    }

    /// The line that Enter takes: the one stepped to, else the first. That is the best match, whether or not it can
    /// be linked, so that what is there already is not made again; where nothing matches, it is what can be made.
    fn at(self) -> usize {
        self.stepped.get().unwrap_or(0)
    }

    fn count(self) -> usize {
        self.finds.with_untracked(|finds| finds.found.len() + usize::from(finds.new.is_some()))
    }

    /// True where Enter makes an item.
    fn makes(self) -> bool {
        self.finds.with_untracked(|finds| finds.new.is_some() && untrack(|| self.at()) == finds.found.len())
    }

    fn kind(self, new: &Proposed) -> Kind {
        let usual = if self.waits.side == Side::Before { Kind::Team } else { Kind::Work };
        self.chosen.get().or(new.kind).unwrap_or(usual)
    }

    fn take(self, line: usize) {
        let finds = self.finds.get_untracked();
        let done = match (finds.found.get(line), finds.new) {
            (Some(found), _) if found.tie == Tie::Already => {
                self.session.tell(format!("'{}' is linked already", found.title), false);
                true
            }
            (Some(found), _) => {
                let key = self.waits.side.key(self.waits.item, found.id);
                self.session.dispatch(Action::link(key))
            }
            (None, Some(new)) => self.make(new),
            (None, None) => false,
        };
        if done {
            self.text.set(String::new());
            self.stepped.set(None);
        }
    }

    fn make(self, new: Proposed) -> bool {
        let kind = untrack(|| self.kind(&new));
        introduce(self.session, new, kind, Some((self.waits.item, self.waits.side)))
    }

    fn pressed(self, event: &KeyboardEvent) {
        let (at, last) = (untrack(|| self.at()), self.count().saturating_sub(1));
        match event.key().as_str() {
            "ArrowDown" => self.stepped.set(Some(if at >= last { 0 } else { at + 1 })),
            "ArrowUp" => self.stepped.set(Some(at.checked_sub(1).unwrap_or(last))),
            "ArrowRight" if self.makes() => self.step_kind(1),
            "ArrowLeft" if self.makes() => self.step_kind(Kind::ALL.len() - 1),
            "Enter" => self.take(at),
            "Escape" => {
                event.stop_propagation();
                self.session.waits.set(None);
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn step_kind(self, steps: usize) {
        let Some(new) = self.finds.with_untracked(|finds| finds.new.clone()) else { return };
        let now = untrack(|| self.kind(&new));
        let at = Kind::ALL.iter().position(|kind| *kind == now).unwrap_or_default();
        self.chosen.set(Some(Kind::ALL[(at + steps) % Kind::ALL.len()]));
    }
}

/// The field and what it finds.
#[component]
pub fn Finder(
    /// What is asked.
    waits: Waits,
) -> impl IntoView {
    let asking = Asking::new(waits);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be clicked.
            _ = field.focus();
        }
    });
    let typed = move || asking.text.with(|text| !text.trim().is_empty());
    let new = Signal::derive(move || asking.finds.with(|finds| finds.new.clone()));
    let kinds = move || Kind::ALL.map(|kind| (kind.word().to_owned(), kind)).to_vec();
    view! {
        <div class="waits-find">
            <input type="text" class="field" role="combobox" aria-autocomplete="list" aria-controls="waits-found" aria-labelledby="waits-head"
                aria-expanded=move || typed().to_string() aria-activedescendant=move || typed().then(|| option_id(asking.at()))
                placeholder="A few letters; @ for whom" autocomplete="off" node_ref=field prop:value=asking.text
                on:input=move |event| { asking.stepped.set(None); asking.text.set(event_target_value(&event)); }
                on:keydown=move |event| asking.pressed(&event) />
            <ul id="waits-found" class="waits-found" role="listbox" aria-labelledby="waits-head" hidden=move || !typed()
                on:pointerdown=|event| event.prevent_default()>
                {move || asking.finds.get().found.into_iter().enumerate().map(|(line, found)| option(&asking, line, words_of(found))).collect_view()}
                {move || new.get().map(|new| {
                    let words = [new.words(asking.kind(&new)), String::new(), String::new()];
                    option(&asking, asking.finds.with(|finds| finds.found.len()), words)
                })}
            </ul>
            <Show when=move || asking.finds.with(|finds| finds.more > 0)>
                <p class="muted">{move || asking.finds.with(|finds| format!("and {} more: type on", finds.more))}</p>
            </Show>
            <Show when=move || new.with(Option::is_some)>
                <Choice label="Create as" answers=kinds() choose=move |kind| asking.chosen.set(Some(kind))
                    holds=Signal::derive(move || new.get().map(|new| asking.kind(&new))) />
            </Show>
        </div>
    }
}

fn option_id(line: usize) -> String {
    format!("waits-option-{line}")
}

/// Title, detail, and how it stands to the item.
fn words_of(found: Found) -> [String; 3] {
    let note = match found.tie {
        Tie::Free => String::new(),
        Tie::Already => "already".to_owned(),
        Tie::Cycle(cycle) => format!("a cycle: {cycle}"),
    };
    [found.title, found.detail, note]
}

fn option(asking: &Asking, line: usize, [title, detail, note]: [String; 3]) -> impl IntoView + use<> {
    let asking = *asking;
    let is_spent = !note.is_empty();
    view! {
        <li id=option_id(line) class="waits-option" class:waits-spent=is_spent role="option"
            aria-selected=move || (asking.at() == line).to_string() on:click=move |_| asking.take(line)>
            <span dir="auto">{title}</span>
            <span class="muted">{detail}</span>
            <span class="muted">{note}</span>
        </li>
    }
}
