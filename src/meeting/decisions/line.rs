//! The line in which an action is typed: who does what by when, shown as it is understood before Enter takes it.

use leptos::prelude::*;
use unblock_core::board::{ActionId, ActionItem, ItemId, Name, Person, TypedAction};
use unblock_core::edit::{Action, Record};
use unblock_core::view::understood;

use super::meant;
use crate::clock;
use crate::format::day;
use crate::session::{Session, session};

/// The id of the sheet with the line, so that its key finds it.
const SHEET: &str = "action-sheet";

/// Opens the line over the page, or closes it.
pub fn ask_for_action() {
    use wasm_bindgen::JsCast;
    let sheet =
        document().get_element_by_id(SHEET).and_then(|e| e.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    _ = sheet.map(|sheet| sheet.toggle_popover());
}

/// The line over whatever page is shown, closed until somebody asks for it. What was typed and not taken stays in it.
#[component]
pub fn ActionSheet() -> impl IntoView {
    view! {
        <div id=SHEET class="palette" popover="auto" role="dialog" aria-label="New action">
            <ActionLine label="Who does what by when" over=true />
        </div>
    }
}

/// The one item that is selected.
fn selected(session: Session) -> Option<(ItemId, String)> {
    let [item] = meant(session)[..] else { return None };
    session.board.with(|board| board.item(item).map(|held| (item, held.title.to_string())))
}

/// The line.
#[component]
pub fn ActionLine(
    /// What the field is called.
    label: &'static str,
    /// True where it stands over the page, and goes when it has been taken.
    over: bool,
) -> impl IntoView {
    let session = session();
    let text = RwSignal::new(String::new());
    let told = if over { "action-understood" } else { "action-read" };
    let tied = Memo::new(move |_| selected(session));
    let read = Memo::new(move |_| text.with(|text| (!text.trim().is_empty()).then(|| read(session, text))));
    let words = move || {
        let write = |date| day(date, session.today.get());
        read.get().map(|read| match read {
            Ok(typed) => understood(&typed, tied.get().map(|(_, title)| title).as_deref(), &write),
            Err(why) => why,
        })
    };
    let take = move || {
        let Some(Ok(typed)) = read.get_untracked() else { return };
        if note(session, typed, tied.get_untracked().map(|(item, _)| item)) {
            text.set(String::new());
            if over {
                ask_for_action();
            }
        }
    };
    view! {
        <div class="action-line">
            <input type="text" class="field" aria-label=label autofocus=over.then_some("true") placeholder="Ana asks Payments for a date by Thursday" autocomplete="off"
                aria-describedby=told prop:value=text on:input=move |event| text.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); take(); } />
            <p class="action-understood" id=told class:muted=move || read.with(Option::is_none)>
                {move || words().unwrap_or_else(|| "Who, what, by when. Enter takes it.".to_owned())}
            </p>
        </div>
    }
}

fn read(session: Session, text: &str) -> Result<TypedAction, String> {
    session.board.with(|board| {
        let roster: Vec<&Name> = board.people.values().map(|person| &person.name).collect();
        ActionItem::typed(text, &roster, session.today.get())
    })
}

fn note(session: Session, typed: TypedAction, item: Option<ItemId>) -> bool {
    let id = ActionId::new(clock::new_uuid());
    let mut action = ActionItem::new(id, typed.what, session.today.get_untracked());
    (action.due, action.item) = (typed.due, item);
    let owner = typed.owner.map(|name| Person { id: clock::new_person_id(), name });
    session.dispatch(Action::Record(Record::Note { action: Box::new(action), owner }))
}
