//! What an action is called, as in "Undo: move 3 items to Schedule and protect".

use super::command::{Action, NewItem, Record, Role, Side, Update};
use crate::board::{
    About, ActionItem, Board, Decision, FieldName, ItemField, ItemId, LinkKey, Person, PersonId, Priority,
    Quadrant, Title,
};

/// The name of an action, in the imperative, without a capital.
pub(super) fn describe(action: &Action, board: &Board) -> String {
    match action {
        Action::Add { items, .. } => match items.as_slice() {
            [one] => format!("add '{}'", one.title),
            many => format!("add {} items", many.len()),
        },
        Action::Edit { items, field } => edited(board, items, field),
        Action::Fill { updates } => filled(board, updates),
        Action::Finish { items, done } => {
            format!("{} {}", if *done { "finish" } else { "reopen" }, these(board, items))
        }
        Action::Judge { items, important, urgent } => judged(board, items, Quadrant::of(*important, *urgent)),
        Action::Move { items, to, .. } => format!("move {} to {}", these(board, items), place(board, *to)),
        Action::Rank { items, priority, .. } => ranked(board, items, *priority),
        Action::Arrange { groups } => {
            format!("change the order of {} items", groups.iter().map(Vec::len).sum::<usize>())
        }
        Action::Cut { items, .. } => format!("cut {}", these(board, items)),
        Action::Assign { items, role, person } => assigned(board, items, *role, person.as_ref()),
        Action::Trash { items } => format!("put {} into the trash", these(board, items)),
        Action::Restore { items } => format!("restore {}", these(board, items)),
        Action::Merge { into, from } => {
            format!("merge {} into {}", these(board, &[*from]), these(board, &[*into]))
        }
        Action::Split { item, part } => format!("split '{}' off {}", part.title, these(board, &[*item])),
        Action::Link(link) => linked(board, "link", link.key),
        Action::Unlink(key) => linked(board, "unlink", *key),
        Action::Relink { key, .. } => linked(board, "change the link", *key),
        Action::Introduce { new, beside, .. } => introduced(board, new, *beside),
        Action::NamePerson(person) => format!("name {}", person.name),
        Action::RemovePerson(person) => format!("remove {} from the board", name(board, *person)),
        Action::Describe(about) if about.name != board.about.name => {
            format!("rename the board to '{}'", about.name)
        }
        Action::Describe(about) => format!("change {}", described(about, &board.about)),
        Action::Record(record) => recorded(record, board),
        Action::Import(import) => format!("import {}", import.from),
        Action::Meet(_) | Action::GoOn => "go on with the meeting".to_owned(),
        Action::EndMeeting(_) => "end the meeting".to_owned(),
        Action::Report => "report".to_owned(),
    }
}

/// What of a board is said anew, where it is one thing that a room speaks of.
fn described(now: &About, was: &About) -> &'static str {
    let said = [
        (now.goal != was.goal, "the goal"),
        (now.target != was.target, "the target date"),
        (now.constraints != was.constraints, "what cannot be changed"),
        (now.escalation != was.escalation, "who decides where the team cannot"),
        (now.planning.capacity != was.planning.capacity, "the capacity"),
    ];
    let mut new = said.iter().filter(|(is_new, _)| *is_new).map(|(_, what)| *what);
    match (new.next(), new.next()) {
        (Some(one), None) => one,
        _ => "the board's settings",
    }
}

fn ranked(board: &Board, items: &[ItemId], priority: Priority) -> String {
    let stays = |id: &ItemId| board.item(*id).is_some_and(|item| item.priority == priority);
    let these = these(board, items);
    if items.iter().all(stays) {
        format!("change the place of {these}")
    } else {
        format!("make {these} {}", priority.word())
    }
}

fn assigned(board: &Board, items: &[ItemId], role: Role, person: Option<&Person>) -> String {
    let who = person.map_or("nobody", |person| person.name.as_str());
    let what = match role {
        Role::Owner => "owns",
        Role::Responsible => "is responsible for",
        Role::Accountable => "is accountable for",
    };
    format!("{who} {what} {}", these(board, items))
}

fn recorded(record: &Record, board: &Board) -> String {
    match record {
        Record::Decide(decision) => decided(board, decision),
        Record::Undecide(id) => {
            format!("remove the decision{}", quoted(board.decisions.get(id).map(|held| &held.what)))
        }
        Record::Note { action, .. } => noted(board, action),
        Record::Unnote(id) => {
            format!("remove the action{}", quoted(board.actions.get(id).map(|held| &held.what)))
        }
        Record::KeepMinutes(_) => "keep the minutes".to_owned(),
        Record::DropMinutes(_) => "remove the minutes".to_owned(),
    }
}

fn decided(board: &Board, decision: &Decision) -> String {
    let before = board.decisions.get(&decision.id);
    let closed = |decision: &Decision| decision.closed.is_some();
    let verb = match before {
        _ if closed(decision) && !before.is_some_and(|held| closed(held)) => "decide",
        Some(held) if closed(held) && !closed(decision) => "reopen the decision",
        Some(_) => "change the decision",
        None => "note the decision",
    };
    format!("{verb} '{}'", decision.what)
}

fn noted(board: &Board, action: &ActionItem) -> String {
    let before = board.actions.get(&action.id);
    let verb = match (before.map(|held| held.done), action.done) {
        (None, _) => "note the action",
        (Some(None), Some(_)) => "finish the action",
        (Some(Some(_)), None) => "reopen the action",
        _ => "change the action",
    };
    format!("{verb} '{}'", action.what)
}

fn quoted(title: Option<&Title>) -> String {
    title.map(|title| format!(" '{title}'")).unwrap_or_default()
}

fn filled(board: &Board, updates: &[Update]) -> String {
    let items: Vec<ItemId> = updates.iter().map(|update| update.item).collect();
    format!("fill in {}", these(board, &items))
}

fn judged(board: &Board, items: &[ItemId], to: Option<Quadrant>) -> String {
    let to = to.map(|quadrant| format!(": {}", board.about.quadrants.name(quadrant)));
    format!("judge {}{}", these(board, items), to.unwrap_or_default())
}

fn these(board: &Board, items: &[ItemId]) -> String {
    match items {
        [one] => board.item(*one).map_or_else(|| "an item".to_owned(), |item| format!("'{}'", item.title)),
        many => format!("{} items", many.len()),
    }
}

fn place(board: &Board, to: Option<Quadrant>) -> &str {
    to.map_or("the Inbox", |quadrant| board.about.quadrants.name(quadrant))
}

fn name(board: &Board, person: PersonId) -> &str {
    board.person(person).map_or("somebody", |person| person.name.as_str())
}

fn linked(board: &Board, verb: &str, key: LinkKey) -> String {
    format!("{verb} {} → {}", these(board, &[key.predecessor]), these(board, &[key.successor]))
}

fn introduced(board: &Board, new: &NewItem, beside: Option<(ItemId, Side)>) -> String {
    let place = beside.map(|(other, side)| {
        let word = if side == Side::Before { "before" } else { "after" };
        format!(" {word} {}", these(board, &[other]))
    });
    format!("add '{}'{}", new.title, place.unwrap_or_default())
}

fn edited(board: &Board, items: &[ItemId], field: &ItemField) -> String {
    let these = these(board, items);
    match field {
        ItemField::Title(title) => format!("rename {these} to '{title}'"),
        ItemField::Priority(priority) => format!("make {these} {}", priority.word()),
        ItemField::Core(true) => format!("make {these} core"),
        ItemField::Core(false) => format!("take {these} out of the core"),
        ItemField::Progress(progress) if progress.is_done() => format!("finish {these}"),
        other => format!("change the {} of {these}", word(other.name())),
    }
}

/// What a field is called in a sentence.
const fn word(field: FieldName) -> &'static str {
    match field {
        FieldName::Title => "title",
        FieldName::Kind => "kind",
        FieldName::Order => "order",
        FieldName::Important => "importance",
        FieldName::Urgent => "urgency",
        FieldName::Priority => "priority",
        FieldName::Core => "place in the core",
        FieldName::Refusal => "reason",
        FieldName::Duration => "duration",
        FieldName::NotBefore => "earliest start",
        FieldName::Deadline => "deadline",
        FieldName::AwaitedBy => "people waiting",
        FieldName::Requested => "day of asking",
        FieldName::Promised => "promise",
        FieldName::Agreed => "agreed date",
        FieldName::EarlierPromises => "earlier promises",
        FieldName::ChaseOn => "day to ask again",
        FieldName::Buffer => "buffer",
        FieldName::Progress => "progress",
        FieldName::Responsible => "responsible",
        FieldName::Accountable => "accountable",
        FieldName::Consulted => "people consulted",
        FieldName::Informed => "people informed",
        FieldName::Door => "door",
        FieldName::Reach => "reach",
        FieldName::Impact => "impact",
        FieldName::Confidence => "confidence",
        FieldName::Effort => "effort",
        FieldName::Ease => "ease",
        FieldName::Reasons => "reasons",
        FieldName::Tags => "tags",
        FieldName::Notes => "notes",
        FieldName::Source => "source",
        FieldName::Trashed => "trash",
    }
}
