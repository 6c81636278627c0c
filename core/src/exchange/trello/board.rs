//! What the cards of a Trello board refer to: lists, labels, members, custom fields, checklists, comments.

use crate::board::{gathered, sort_by};
use std::collections::{BTreeMap, BTreeSet};

use super::super::json::{Node, text};
use super::super::note::{NoteKind, Notes, quoted};
use super::super::words::{self, Stage};
use super::{listed, position};

/// Everything on the board but its cards, by id.
pub(super) struct TrelloBoard<'a> {
    pub(super) lists: BTreeMap<&'a str, Node<'a>>,
    pub(super) labels: BTreeMap<&'a str, Node<'a>>,
    pub(super) members: BTreeMap<&'a str, &'a str>,
    pub(super) custom_fields: BTreeMap<&'a str, Node<'a>>,
    /// By the card they are on, in order.
    pub(super) checklists: BTreeMap<&'a str, Vec<Node<'a>>>,
    /// By the card they are on, the oldest first.
    pub(super) comments: BTreeMap<&'a str, Vec<Node<'a>>>,
}

fn by_id(nodes: Vec<Node<'_>>) -> BTreeMap<&str, Node<'_>> {
    gathered(nodes.into_iter().filter_map(|node| Some((text(node.object, "id")?, node))))
}

/// What a label is called; one without a name goes by its colour.
pub(super) fn label_name<'a>(label: &Node<'a>) -> &'a str {
    text(label.object, "name").or_else(|| text(label.object, "color")).unwrap_or("unnamed label")
}

impl<'a> TrelloBoard<'a> {
    pub(super) fn of(root: &Node<'a>, notes: &mut Notes) -> Self {
        let members = root.objects("members", notes).into_iter().filter_map(|member| {
            let name = text(member.object, "fullName").or_else(|| text(member.object, "username"))?;
            Some((text(member.object, "id")?, name))
        });
        let members = gathered(members);
        let mut checklists: BTreeMap<&str, Vec<Node>> = BTreeMap::new();
        let mut all = root.objects("checklists", notes);
        sort_by(&mut all, |a, b| super::in_order(position(a), position(b)));
        for list in all {
            checklists.entry(text(list.object, "idCard").unwrap_or_default()).or_default().push(list);
        }
        Self {
            lists: by_id(root.objects("lists", notes)),
            labels: by_id(root.objects("labels", notes)),
            members,
            custom_fields: by_id(root.objects("customFields", notes)),
            checklists,
            comments: comments(root, notes),
        }
    }

    fn list_of(&self, card: &Node) -> Option<&Node<'a>> {
        text(card.object, "idList").and_then(|id| self.lists.get(id))
    }

    pub(super) fn list_name(&self, card: &Node) -> Option<&'a str> {
        self.list_of(card).and_then(|list| text(list.object, "name"))
    }

    pub(super) fn list_position(&self, card: &Node) -> f64 {
        self.list_of(card).map_or(f64::MAX, position)
    }

    /// True for a card that is closed, or stands in a list that is.
    pub(super) fn is_archived(&self, card: &Node) -> bool {
        card.is("closed") || self.list_of(card).is_some_and(|list| list.is("closed"))
    }

    /// Says what each list became, and names the lists, labels and members that no card of the plan has.
    pub(super) fn say_unused(&self, cards: &[Node<'a>], notes: &mut Notes) {
        let used =
            |member: &str| -> BTreeSet<&str> { gathered(cards.iter().flat_map(|card| card.texts(member))) };
        let lists: BTreeSet<&str> = gathered(cards.iter().filter_map(|card| text(card.object, "idList")));
        let mut all: Vec<(&&str, &Node)> = self.lists.iter().collect();
        sort_by(&mut all, |(_, a), (_, b)| super::in_order(position(a), position(b)));
        let (read, idle): (Vec<_>, Vec<_>) = all.into_iter().partition(|(id, _)| lists.contains(**id));
        for (_, list) in read {
            let name = text(list.object, "name").unwrap_or("untitled");
            let meaning = match words::stage(name) {
                Some(Stage::Done) => "done, on the day of the card's last activity",
                Some(Stage::Doing) => {
                    "started, on the card's start date or else the day of its last activity"
                }
                Some(Stage::ToDo) => "not started",
                Some(Stage::Dropped) | None => "a tag",
            };
            notes.say(
                NoteKind::ReadAs,
                Some(list.place()),
                format!("the list {} was read as {meaning}", quoted(name)),
            );
        }
        let names: Vec<&str> =
            idle.iter().map(|(_, list)| text(list.object, "name").unwrap_or("untitled")).collect();
        say_left_out("lists without a card in the plan", &names, notes);
        let labels: BTreeSet<&str> =
            gathered(used("idLabels").into_iter().chain(cards.iter().flat_map(own_label_ids)));
        let idle =
            self.labels.iter().filter(|(id, _)| !labels.contains(*id)).map(|(_, label)| label_name(label));
        say_left_out("labels that no card in the plan has", &idle.collect::<Vec<_>>(), notes);
        let members = used("idMembers");
        let idle = self.members.iter().filter(|(id, _)| !members.contains(*id)).map(|(_, name)| *name);
        say_left_out("members who are on no card", &idle.collect::<Vec<_>>(), notes);
    }
}

/// The ids of the labels that a card holds whole.
fn own_label_ids<'a>(card: &Node<'a>) -> Vec<&'a str> {
    let labels = card.object.get("labels").and_then(serde_json::Value::as_array);
    labels.into_iter().flatten().filter_map(|label| label.get("id")?.as_str()).collect()
}

fn say_left_out(what: &str, names: &[&str], notes: &mut Notes) {
    if !names.is_empty() {
        notes.say(NoteKind::LeftOut, None, format!("{what} were left out: {}", listed(names)));
    }
}

fn comments<'a>(root: &Node<'a>, notes: &mut Notes) -> BTreeMap<&'a str, Vec<Node<'a>>> {
    let mut comments: BTreeMap<&str, Vec<Node>> = BTreeMap::new();
    // Trello writes the newest first.
    for action in root.objects("actions", notes).into_iter().rev() {
        let card = action.object.get("data").and_then(|data| data.get("card")?.get("id")?.as_str());
        if let (Some("commentCard"), Some(card)) = (text(action.object, "type"), card) {
            comments.entry(card).or_default().push(action);
        }
    }
    comments
}
