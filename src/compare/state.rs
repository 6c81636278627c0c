//! What the lenses of Compare share: the method, the chosen options, the order of the table, and the cell with the
//! focus. It stays while somebody looks at another view.

use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::score::Method;
use unblock_core::view::compare::{Column, OPTIONS, Sort, Table, columns, table};

use super::room::Room;
use crate::session::Session;
use crate::transfer::PendingImport;

/// A way to look at the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lens {
    /// Two to four, side by side.
    Side,
    /// All, as a table.
    Table,
    /// All, value against effort.
    Chart,
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The item of its row.
    pub item: ItemId,
    /// Its column, from 0.
    pub column: usize,
}

/// A cell that is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// Where.
    pub place: Place,
    /// What stands in the field when it opens.
    pub text: String,
    /// True where all of it is selected, so that typing replaces it.
    pub select: bool,
}

/// What the lenses share. Copied freely.
#[derive(Clone, Copy)]
pub struct Comparing {
    session: StoredValue<Session>,
    pending: PendingImport,
    /// The lens.
    pub lens: RwSignal<Lens>,
    /// The method that is shown.
    pub method: Memo<Method>,
    /// In which order the rows stand.
    pub sort: RwSignal<Sort>,
    /// The order that is held still.
    pub held: RwSignal<Option<Vec<ItemId>>>,
    /// The options that were chosen, in that order.
    pub options: RwSignal<Vec<ItemId>>,
    /// The cell that has the focus, or had it last.
    pub place: RwSignal<Option<Place>>,
    /// The cell that is being edited.
    pub editing: RwSignal<Option<Editing>>,
    /// What the room is asked for, and what was said.
    pub room: RwSignal<Room>,
    /// The table.
    pub table: Memo<Arc<Table>>,
}

impl Comparing {
    /// The state of Compare for a session.
    pub fn new(session: Session, pending: PendingImport) -> Self {
        let method = session.scoring.method;
        let (sort, held) = (RwSignal::new(Sort::Score), RwSignal::new(None::<Vec<ItemId>>));
        let table = Memo::new_with_compare(
            move |_| {
                let (method, sort) = (method.get(), sort.get());
                session.scene.with(|scene| {
                    session.filter.with(|filter| {
                        held.with(|held| Arc::new(table(scene, filter, method, sort, held.as_deref())))
                    })
                })
            },
            |_, _| true,
        );
        Self {
            session: StoredValue::new(session),
            pending,
            lens: RwSignal::new(Lens::Table),
            method,
            sort,
            held,
            options: RwSignal::new(Vec::new()),
            place: RwSignal::new(None),
            editing: RwSignal::new(None),
            room: RwSignal::new(Room::default()),
            table,
        }
    }

    /// What is open.
    pub fn session(self) -> Session {
        self.session.get_value()
    }

    /// The import that waits for a yes, if any.
    pub const fn pending(self) -> PendingImport {
        self.pending
    }

    /// Shows another method.
    pub fn show_method(self, method: Method) {
        self.place.update(|place| *place = place.map(|place| Place { column: place.column.min(2), ..place }));
        self.session().scoring.chosen_method.set(Some(method));
    }

    /// The columns that are shown.
    pub fn columns(self) -> Vec<Column> {
        columns(self.method.get_untracked())
    }

    /// The chosen options that are on the board.
    pub fn options(self) -> Vec<ItemId> {
        let on_board = |id: &ItemId| {
            self.session().board.with(|board| board.item(*id).is_some_and(|item| item.trashed.is_none()))
        };
        self.options.with(|options| options.iter().copied().filter(on_board).collect())
    }

    /// Takes an item among the options, or out of them.
    pub fn toggle(self, item: ItemId) {
        let session = self.session();
        let mut options = untrack(|| self.options());
        let title = title(session, item);
        let taken_out = options.contains(&item);
        if taken_out {
            options.retain(|id| *id != item);
        } else if options.len() >= *OPTIONS.end() {
            return session
                .complain("Four options stand side by side at most: take one out first.".to_owned());
        } else {
            options.push(item);
        }
        let (word, count) = (if taken_out { "taken out" } else { "chosen" }, options.len());
        self.options.set(options);
        session.said.set(format!("{title} {word}, {count} of four"));
    }

    /// Holds the order still, or lets it follow the scores again.
    pub fn hold(self, hold: bool) {
        let now = hold.then(|| self.table.with_untracked(|table| table.items()));
        self.held.set(now);
    }
}

/// The title of an item.
pub fn title(session: Session, item: ItemId) -> String {
    session
        .board
        .with_untracked(|board| board.item(item).map(|item| item.title.to_string()))
        .unwrap_or_default()
}
