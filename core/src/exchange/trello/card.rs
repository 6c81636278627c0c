//! One card of a Trello board on its way to an item.

use serde_json::Value;

use super::super::Context;
use super::super::json::{Node, text};
use super::super::moment::day_of_moment;
use super::super::note::{NoteKind, Notes, quoted};
use super::super::plan::Sketch;
use super::super::words::{self, Stage};
use super::board::{TrelloBoard, label_name};
use super::texts;
use crate::board::{Date, ItemField, Progress};

/// The item of a card; none for a card without a title.
pub(super) fn item(card: &Node, board: &TrelloBoard, context: &Context, notes: &mut Notes) -> Option<Sketch> {
    let title = card.text("name", notes).unwrap_or_default();
    let key = text(card.object, "id").or_else(|| text(card.object, "shortLink")).unwrap_or(title);
    let mut sketch = Sketch::new(key, title, card.place(), notes)?;
    labels(card, board, &mut sketch, notes);
    members(card, board, &mut sketch, notes);
    stage_and_dates(card, board, context, &mut sketch, notes);
    texts::add(card, board, &mut sketch, notes);
    if card.is("isTemplate") {
        sketch.tag("template", notes);
    }
    Some(sketch)
}

/// A label is a priority where it plainly says one, else a tag. A card holds its labels whole, or by id alone.
fn labels(card: &Node, board: &TrelloBoard, sketch: &mut Sketch, notes: &mut Notes) {
    let mut labels = card.objects("labels", notes);
    if labels.is_empty() {
        let ids = card.texts("idLabels");
        labels = ids.iter().filter_map(|id| board.labels.get(id).cloned()).collect();
        if labels.len() < ids.len() {
            notes.say(NoteKind::LeftOut, Some(card.at("idLabels")), "a label is not on the board");
        }
    }
    for label in &labels {
        let name = label_name(label);
        if let Some(priority) = words::priority_label(name) {
            sketch.raise(priority);
            let said = format!("the label '{name}' was read as priority {}", priority.word());
            notes.say(NoteKind::ReadAs, Some(card.at("labels")), said);
        } else {
            sketch.tag(name, notes);
        }
    }
}

fn members(card: &Node, board: &TrelloBoard, sketch: &mut Sketch, notes: &mut Notes) {
    let ids = card.texts("idMembers");
    let names: Vec<&str> = ids.iter().filter_map(|id| board.members.get(id).copied()).collect();
    if names.len() < ids.len() {
        let said = "a member of a card is not a member of the board and was left out";
        notes.say(NoteKind::LeftOut, Some(card.at("idMembers")), said);
    }
    sketch.assign(&names, card.at("idMembers"), notes);
}

/// A day of a card; one that is not a date is said and kept.
fn day(card: &Node, member: &str, context: &Context, sketch: &mut Sketch, notes: &mut Notes) -> Option<Date> {
    let moment = card.text(member, notes)?;
    let day = day_of_moment(moment, context.local_day);
    if day.is_none() {
        sketch.paragraph(format!("{member}: {moment}"));
        let said = format!("{} is not a date; it is in the notes", quoted(moment));
        notes.say(NoteKind::Kept, Some(card.at(member)), said);
    }
    day
}

/// Due is the deadline. A start date is the day before which the item does not start, or, for one that has
/// started, the day it did.
fn stage_and_dates(
    card: &Node,
    board: &TrelloBoard,
    context: &Context,
    sketch: &mut Sketch,
    notes: &mut Notes,
) {
    let past = |date: &Date| *date <= context.today;
    let due = day(card, "due", context, sketch, notes);
    sketch.set(ItemField::Deadline(due));
    let start = day(card, "start", context, sketch, notes);
    let active =
        text(card.object, "dateLastActivity").and_then(|text| day_of_moment(text, context.local_day));
    let active = active.map(|day| day.min(context.today));
    let list = board.list_name(card);
    if list.is_none() {
        notes.say(NoteKind::LeftOut, Some(card.at("idList")), "the card's list is not on the board");
    }
    let stage = if card.is("dueComplete") { Some(Stage::Done) } else { list.and_then(words::stage) };
    let begun = start.filter(past);
    let progress = match (stage, active, begun.or(active)) {
        (Some(Stage::Done), Some(on), _) => Progress::Done { started: begun.filter(|day| *day <= on), on },
        (Some(Stage::Doing), _, Some(on)) => Progress::Started { on, remaining: None },
        _ => Progress::NotStarted,
    };
    sketch.set(ItemField::Progress(progress));
    if progress == Progress::NotStarted {
        sketch.set(ItemField::NotBefore(start));
    }
    if start.is_some() {
        let said = match progress {
            Progress::NotStarted => "a start date was read as 'not before'",
            _ => "the start date of a card that has started was read as the day it started",
        };
        notes.say(NoteKind::ReadAs, Some(card.at("start")), said);
    }
    say_ticked(card, list, notes);
    let told_by_progress = matches!(list.and_then(words::stage), Some(Stage::Done | Stage::Doing))
        && progress != Progress::NotStarted;
    if let Some(list) = list.filter(|list| !told_by_progress && words::stage(list) != Some(Stage::ToDo)) {
        sketch.tag(list, notes);
    }
}

/// A card whose due date is ticked is done, whatever its list.
fn say_ticked(card: &Node, list: Option<&str>, notes: &mut Notes) {
    if card.is("dueComplete") && list.and_then(words::stage) != Some(Stage::Done) {
        let said = "a card marked complete was read as done, on the day of its last activity";
        notes.say(NoteKind::ReadAs, Some(card.at("dueComplete")), said);
    }
}

/// A value of a custom field, as text.
pub(super) fn custom_value(item: &Node, field: Option<&Node>) -> Option<String> {
    if let Some(option) = text(item.object, "idValue") {
        let options = field.and_then(|field| field.object.get("options")?.as_array());
        let chosen =
            options.into_iter().flatten().find(|it| it.get("id").and_then(Value::as_str) == Some(option));
        return chosen.and_then(|it| it.get("value")?.get("text")?.as_str()).map(str::to_owned);
    }
    let value = item.object.get("value")?.as_object()?;
    let truth = |text: String| if text == "true" { "yes".to_owned() } else { "no".to_owned() };
    let member = |name: &str| value.get(name).and_then(super::super::json::plain);
    member("text")
        .or_else(|| member("number"))
        .or_else(|| member("date"))
        .or_else(|| member("checked").map(truth))
}
