//! What a Trello card says in words, for the notes of its item: description, checklists, custom fields,
//! attachments, comments, address, place.

use super::super::json::{Node, text};
use super::super::note::{NoteKind, Notes, quoted};
use super::super::plan::Sketch;
use super::super::words;
use super::board::TrelloBoard;
use super::card::custom_value;
use super::{in_order, position};
use crate::board::sort_by;

/// Adds all of it.
pub(super) fn add(card: &Node, board: &TrelloBoard, sketch: &mut Sketch, notes: &mut Notes) {
    sketch.paragraph(card.text("desc", notes).unwrap_or_default());
    let id = text(card.object, "id").unwrap_or_default();
    for list in board.checklists.get(id).into_iter().flatten() {
        sketch.paragraph(checklist(list, board, notes));
    }
    custom_fields(card, board, sketch, notes);
    attachments(card, sketch, notes);
    for comment in board.comments.get(id).into_iter().flatten() {
        sketch.paragraph(said(comment));
    }
    let place: Vec<&str> =
        ["locationName", "address"].iter().filter_map(|member| text(card.object, member)).collect();
    if !place.is_empty() {
        sketch.paragraph(format!("Place: {}", place.join(", ")));
    }
    if card
        .object
        .get("pluginData")
        .and_then(serde_json::Value::as_array)
        .is_some_and(|data| !data.is_empty())
    {
        let said = "data that Power-Ups keep on a card was left out";
        notes.say(NoteKind::LeftOut, Some(card.at("pluginData")), said);
    }
    let address = text(card.object, "shortUrl").or_else(|| text(card.object, "url"));
    sketch.paragraph(address.map(|address| format!("Trello: {address}")).unwrap_or_default());
}

/// `Name:` and a line for each entry, ticked or not.
fn checklist(list: &Node, board: &TrelloBoard, notes: &mut Notes) -> String {
    let mut entries = list.objects("checkItems", notes);
    sort_by(&mut entries, |a, b| in_order(position(a), position(b)));
    let lines = entries.iter().map(|entry| {
        let box_ = if text(entry.object, "state") == Some("complete") { "[x]" } else { "[ ]" };
        let name = text(entry.object, "name").unwrap_or("untitled").trim();
        let due = text(entry.object, "due").map(|due| format!(", due {}", due.get(..10).unwrap_or(due)));
        let who =
            text(entry.object, "idMember").and_then(|id| board.members.get(id)).map(|who| format!(", {who}"));
        format!("\n- {box_} {name}{}{}", due.unwrap_or_default(), who.unwrap_or_default())
    });
    let lines: String = lines.collect();
    format!("{}:{lines}", text(list.object, "name").unwrap_or("Checklist"))
}

/// A custom field called priority is one where it names a priority; all others go to the notes by name.
fn custom_fields(card: &Node, board: &TrelloBoard, sketch: &mut Sketch, notes: &mut Notes) {
    let mut lines = Vec::new();
    for item in card.objects("customFieldItems", notes) {
        let field = text(item.object, "idCustomField").and_then(|id| board.custom_fields.get(id));
        let name = field.and_then(|field| text(field.object, "name")).unwrap_or("Custom field");
        let Some(value) = custom_value(&item, field) else {
            let said = format!("a value of the custom field {} is not understood", quoted(name));
            notes.say(NoteKind::LeftOut, Some(item.place()), said);
            continue;
        };
        let named = name.trim().eq_ignore_ascii_case("priority");
        if let Some(priority) = words::priority(&value).filter(|_| named) {
            sketch.raise(priority);
            let said = format!("the custom field 'Priority' with '{value}' was read as {}", priority.word());
            notes.say(NoteKind::ReadAs, Some(item.place()), said);
        } else {
            notes.say(
                NoteKind::Kept,
                Some(item.place()),
                format!("the custom field {} is in the notes", quoted(name)),
            );
            lines.push(format!("{name}: {value}"));
        }
    }
    sketch.paragraph(lines.join("\n"));
}

fn attachments(card: &Node, sketch: &mut Sketch, notes: &mut Notes) {
    let lines = card.objects("attachments", notes).into_iter().map(|file| {
        let name = text(file.object, "name").unwrap_or("Attachment");
        let address = text(file.object, "url").unwrap_or_default();
        if name == address { format!("- {address}") } else { format!("- {name} {address}") }
    });
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        notes.say(
            NoteKind::Kept,
            Some(card.at("attachments")),
            "attachments are in the notes by name and address",
        );
        sketch.paragraph(format!("Attachments:\n{}", lines.join("\n")));
    }
}

/// A comment with its author and day.
fn said(action: &Node) -> String {
    let data = |member: &str| action.object.get("data").and_then(|data| data.get(member)?.as_str());
    let who = action
        .object
        .get("memberCreator")
        .and_then(|who| who.get("fullName")?.as_str())
        .unwrap_or("somebody");
    let day = text(action.object, "date").and_then(|date| date.get(..10)).unwrap_or_default();
    format!("{who}, {day}: {}", data("text").unwrap_or_default())
}
