//! Keys of the page: what the core says a key asks for is done here.

use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, KeyboardEvent};
use unblock_core::board::{ItemId, Quadrant, gathered};
use unblock_core::edit::{Place, Side};
use unblock_core::gesture::{Chord, Intent, Selection, Step, intent};
use unblock_core::view::{Page, steps_to};
use wasm_bindgen::JsCast;

use crate::commands;
use crate::focus::{focus, focus_is_lost, focus_on, focused_in, is_typing, keep_focus};
use crate::gaps;
use crate::inbox::NEW_ITEM_FIELD;
use crate::meeting::{self, running};
use crate::session::{Session, Waits};
use crate::transfer::PendingImport;
use crate::walk::{columns_of, next_card};
use crate::{palette, present};

/// The id of the filter's field.
pub const FILTER_FIELD: &str = "filter";

/// Listens to the keys of the whole page as long as the owner lives.
pub fn listen(session: Session, pending: PendingImport) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        // While a file waits for an answer, the board under it is not to be changed.
        if !pending.waits() {
            pressed(session, &event);
        }
    });
    on_cleanup(move || handle.remove());
}

fn pressed(session: Session, event: &KeyboardEvent) {
    let letters = session.preferences.with_untracked(|p| !p.letters_off);
    let key = event.key();
    let command = event.ctrl_key() || event.meta_key();
    let chord = Chord { key: &key, command, alt: event.alt_key(), shift: event.shift_key() };
    let Some(intent) = intent(chord, letters) else { return };
    if intent != Intent::Palette && (is_typing() || in_menu()) {
        return;
    }
    if on_control() && matches!(intent, Intent::Open | Intent::Toggle) {
        return;
    }
    if act(session, intent) {
        event.prevent_default();
    }
}

fn in_menu() -> bool {
    focused_in(":popover-open")
}

fn on_control() -> bool {
    focused_in("button, a[href], summary")
}

/// Does what is asked. False leaves the key to the browser.
fn act(session: Session, intent: Intent) -> bool {
    use Intent::{NextStep, Palette, Present, PreviousStep, Redo, Undo};
    let page = session.page();
    let in_deal = matches!(intent, Undo | Redo | Palette | Present | NextStep | PreviousStep);
    if page == Some(Page::Deal) && !in_deal {
        return false;
    }
    if anywhere(session, intent) {
        return true;
    }
    let is_heard = page.is_some_and(|page| hears(page, intent));
    if is_heard {
        // A line of the register may move to another place.
        keep_focus();
    }
    is_heard && on_cards(session, intent)
}

/// True where a page leaves a key for cards to the board: the Matrix all of them, the Map those that do something to an
/// item. Walking and opening are its lenses' own, and `0` shows everything there.
fn hears(page: Page, intent: Intent) -> bool {
    use Intent::{Finish, Priority, Put, Rename, Trash};
    let does_something = matches!(intent, Put(1..) | Rename | Priority | Finish | Trash);
    page == Page::Matrix || does_something && Page::LENSES.contains(&page)
}

/// Does what is asked for by name and not by a key: on whatever page, to the items that are chosen.
pub fn act_anywhere(session: Session, intent: Intent) {
    if !untrack(|| anywhere(session, intent)) {
        on_cards(session, intent);
    }
}

/// Does what is no matter of the cards. False where it is, or where nothing came of it.
fn anywhere(session: Session, intent: Intent) -> bool {
    match intent {
        Intent::Undo => session.undo(),
        Intent::Redo => session.redo(),
        Intent::New => focus(NEW_ITEM_FIELD),
        Intent::Filter => focus(FILTER_FIELD),
        Intent::Deal => session.go(Page::Deal),
        Intent::Help => show_keys(),
        Intent::Palette => palette::toggle(),
        Intent::Present => present::toggle(session),
        Intent::NewAction => meeting::ask_for_action(),
        Intent::NewDecision => meeting::begin_decision(session),
        Intent::NextStep => return running::next(session),
        Intent::PreviousStep => return running::previous(session),
        Intent::Escape => return step_out(session),
        Intent::WaitsFor => return ask_waits(session, Side::Before),
        Intent::AwaitedBy => return ask_waits(session, Side::After),
        Intent::NextGap => gaps::go_to_next(session),
        _ => return false,
    }
    true
}

/// True for a page with the left column.
pub fn has_side(page: Page) -> bool {
    matches!(page, Page::Matrix | Page::Compare)
        || Page::LENSES.contains(&page)
        || Page::MEETING.contains(&page)
}

/// Asks what the item with the focus waits for, or who waits for it, on the pages that have a place for it.
fn ask_waits(session: Session, side: Side) -> bool {
    let has_place = session.page().is_some_and(has_side);
    let item = session.selection.with_untracked(|selection| selection.focus.or(selection.open));
    let asked = item.filter(|_| has_place).map(|item| Waits { item, side });
    if asked.is_some() {
        session.waits.set(asked);
    }
    asked.is_some()
}

fn on_cards(session: Session, intent: Intent) -> bool {
    let meant = seen(session, session.selection.with_untracked(Selection::meant));
    match intent {
        Intent::Go { step, extend } => return go(session, step, extend),
        _ if meant.is_empty() => return false,
        Intent::Put(number) => put(session, meant, number),
        Intent::Reorder(step) => reorder(session, meant, step),
        Intent::Open => session.selection.update(|s| {
            if let Some(focus) = s.focus {
                s.open(focus);
            }
        }),
        Intent::Toggle => session.selection.update(|s| {
            if let Some(focus) = s.focus {
                s.toggle(focus);
            }
        }),
        Intent::All => return choose_all(session),
        Intent::Rename => commands::rename(session, focused_in(".card")),
        Intent::Priority => commands::raise_priority(session, meant),
        Intent::Finish => commands::finish(session, meant),
        Intent::Trash => commands::trash(session, meant),
        Intent::Menu => open_menu_of_focus(session),
        _ => return false,
    }
    true
}

/// What of the items can be seen: keys do nothing to cards that the filter hides.
fn seen(session: Session, items: Vec<ItemId>) -> Vec<ItemId> {
    let open = session.selection.with_untracked(|selection| selection.open);
    let shown =
        |id: &ItemId| Some(*id) == open || session.matrix.with_untracked(|view| view.find(*id).is_some());
    items.into_iter().filter(shown).collect()
}

/// Shows or hides the list of keys.
pub fn show_keys() {
    let sheet = document().get_element_by_id("keys").and_then(|e| e.dyn_into::<HtmlElement>().ok());
    _ = sheet.map(|sheet| sheet.toggle_popover());
}

fn step_out(session: Session) -> bool {
    session.ask.set(None);
    if session.waits.get_untracked().is_some() {
        session.waits.set(None);
        return true;
    }
    let mut moved = false;
    let open = session.selection.with_untracked(|selection| selection.open);
    session.selection.update(|selection| moved = selection.step_out());
    if session.selection.with_untracked(|selection| selection.open.is_none())
        && let Some(closed) = open
    {
        give_back(closed);
    }
    if !moved && session.presenting.get_untracked() {
        present::toggle(session);
        return true;
    }
    moved
}

/// Gives the focus back to what stands for an item, where the panel had it.
fn give_back(item: ItemId) {
    request_animation_frame(move || {
        if focus_is_lost() {
            focus_on(&format!("[data-item='{item}'], [data-node='{item}'], #register-{item}"));
        }
    });
}

/// Into a quadrant by its number. What stands there already keeps its place.
fn put(session: Session, items: Vec<ItemId>, number: u8) {
    let to = number.checked_sub(1).and_then(|index| Quadrant::ALL.get(usize::from(index)).copied());
    let comes = |id: &ItemId| {
        session.board.with_untracked(|board| board.item(*id).is_some_and(|i| i.quadrant() != to))
    };
    let coming: Vec<ItemId> = items.into_iter().filter(comes).collect();
    if coming.is_empty() {
        session.tell("It stands there already".to_owned(), false);
        return;
    }
    session.put(coming, to, Place::Bottom);
}

fn reorder(session: Session, items: Vec<ItemId>, step: Step) {
    let found = session.matrix.with_untracked(|view| {
        let (column, _) = view.find(*items.first()?)?;
        let shown = &view.column(column).items;
        let row = isize::try_from(columns_of(column, shown.len())).unwrap_or(1);
        let steps = match step {
            Step::Up => -row,
            Step::Down => row,
            Step::Left => -1,
            Step::Right => 1,
        };
        Some((column, steps_to(shown, &items, steps)?))
    });
    if let Some((column, place)) = found {
        session.put(items, column, place);
    }
}

fn choose_all(session: Session) -> bool {
    let focus = session.selection.with_untracked(|s| s.focus);
    let column = session.matrix.with_untracked(|view| Some(view.column(view.find(focus?)?.0).items.clone()));
    let Some(column) = column else { return false };
    session.selection.update(|selection| selection.chosen = gathered(column));
    true
}

fn open_menu_of_focus(session: Session) {
    let Some(focus) = session.selection.with_untracked(|s| s.focus) else { return };
    let handle = document().query_selector(&format!("[data-item='{focus}'] [data-handle]")).ok().flatten();
    if let Some(handle) = handle.and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
        handle.click();
    }
}

/// One step over the cards: within a column by its grid, across its edge into the neighbour.
fn go(session: Session, step: Step, extend: bool) -> bool {
    let focus = session.selection.with_untracked(|s| s.focus);
    let inbox_hidden = session.selection.with_untracked(|selection| selection.open.is_some())
        || session.waits.get_untracked().is_some();
    let in_inbox =
        |id: &ItemId| session.matrix.with_untracked(|view| view.find(*id).is_some_and(|(c, _)| c.is_none()));
    let next = session.matrix.with_untracked(|view| next_card(view, focus, step));
    let next = next.filter(|id| !(inbox_hidden && in_inbox(id)));
    let Some(next) = next else { return false };
    session
        .selection
        .update(|selection| if extend { selection.extend_to(next) } else { selection.focus_on(next) });
    true
}
