//! Two boards side by side: what all parts of the minutes ask, and the small words that they share.

use std::sync::{Arc, OnceLock};

use crate::board::{Date, FieldName, Item, ItemId, PersonId};
use crate::exchange::markdown_escaped as escaped;
use crate::schedule::Criticality;
use crate::view::markup::cut;
use crate::view::story::counted;
use crate::view::{Scene, markup};

/// The most letters of a title in a line.
const TITLE: usize = 90;
/// The most letters of what somebody wrote in sentences.
const PROSE: usize = 240;

/// A board as it was and as it is, each with what followed from it on its day.
#[derive(Clone, Copy)]
pub struct Between<'a> {
    /// As it was.
    pub then: &'a Scene,
    /// As it is.
    pub now: &'a Scene,
    /// Writes a day.
    pub say: &'a dyn Fn(Date) -> String,
}

impl<'a> Between<'a> {
    /// The items that are not as they were, each with how it was: a blank one where it was not there. An item that was
    /// not touched is one and the same value then and now, so a large board costs no more than what was done to it.
    pub(super) fn pairs(self) -> impl Iterator<Item = (&'a Item, &'a Item)> {
        self.now.live().iter().filter_map(move |item| match self.then.board.items.get(&item.id) {
            Some(was) if Arc::ptr_eq(was, item) => None,
            Some(was) => Some((item.as_ref(), was.as_ref())),
            None => Some((item.as_ref(), blank())),
        })
    }

    /// The items that did not just come with a file: what the file said of them is not news.
    pub(super) fn told(self) -> impl Iterator<Item = (&'a Item, &'a Item)> {
        self.pairs().filter(move |(item, _)| self.was_there(item.id) || item.source.is_none())
    }

    /// True for an item that was on the board, and not in its trash.
    pub(super) fn was_there(self, id: ItemId) -> bool {
        self.then.item(id).is_some_and(|item| item.trashed.is_none())
    }

    /// An item's title in quotation marks.
    pub(super) fn title(self, id: ItemId) -> String {
        titled(self.now, id)
    }

    /// What somebody is called, or was when they were still in the roster.
    pub(super) fn name(self, id: PersonId) -> String {
        name(if self.now.board.person(id).is_some() { self.now } else { self.then }, id)
    }

    /// How pressing an item is, the most pressing first: for sorting.
    pub(super) fn rank(self, item: &Item) -> Criticality {
        self.now.criticality(item)
    }

    /// True for an item on the critical path, or near it.
    pub(super) fn is_near_path(self, id: ItemId) -> bool {
        self.now.item(id).is_some_and(|item| self.rank(item) != Criticality::Easy)
    }

    /// "2 days later", "1 day earlier"; working days. Empty where no working day lies between.
    pub(super) fn moved(self, from: Date, to: Date) -> String {
        let days = self.now.schedule.days();
        later(days.finish(to) - days.finish(from))
    }
}

/// An item of which nothing is known.
fn blank() -> &'static Item {
    static BLANK: OnceLock<Item> = OnceLock::new();
    BLANK.get_or_init(|| Item::new(ItemId::new(uuid::Uuid::nil())))
}

/// "2 days later", "1 day earlier", or nothing.
pub(super) fn later(days: i64) -> String {
    match days {
        0 => String::new(),
        1.. => format!("{} later", counted(days)),
        _ => format!("{} earlier", counted(-days)),
    }
}

/// An item's title in quotation marks, safe for Markdown.
pub(in crate::view) fn titled(scene: &Scene, id: ItemId) -> String {
    let title = scene.item(id).map_or("an item", |item| item.title.as_str());
    format!("'{}'", escaped(&markup::cut(title, TITLE)))
}

/// What somebody is called, safe for Markdown.
pub(in crate::view) fn name(scene: &Scene, id: PersonId) -> String {
    scene.board.person(id).map_or_else(|| "somebody".to_owned(), |person| escaped(person.name.as_str()))
}

/// "A", "A and B", "A, B and 4 more": at most so many are named.
pub(in crate::view) fn listed(all: &[String], most: usize) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        _ if all.len() > most.max(1) + 1 => {
            format!("{} and {} more", all[..most.max(1)].join(", "), all.len() - most.max(1))
        }
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// What somebody wrote, on one line and without a full stop at its end, safe for Markdown.
pub(in crate::view) fn prose(text: &str, between_lines: &str) -> String {
    let lines: Vec<&str> = text.lines().map(|line| line.trim().trim_end_matches(['.', ';', ','])).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    escaped(&cut(&lines.join(between_lines), PROSE))
}

/// `1 item`, `3 items`: of anything.
pub(in crate::view) fn number(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// True where an item holds something else than it did.
pub(super) fn differs(item: &Item, was: &Item, field: FieldName) -> bool {
    item.field(field) != was.field(field)
}

/// A sentence's beginning, with a capital.
pub(in crate::view) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
