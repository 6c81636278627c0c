//! What is known of a card before anybody judges it: what the tracker said, in the order a room asks for it.

use crate::board::{Board, Date, Days, Item, Kind, Name, PersonId, Priority};

/// One thing that is known. Dates are written by the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Who has it; for an external item, who chases it.
    Owner(String),
    /// It must be finished by then.
    Due(Date),
    /// Who outside waits for it, and until when.
    Awaited(String, Date),
    /// The giver promised it for then.
    Promised(Date),
    /// It does not start before.
    NotBefore(Date),
    /// Its priority there.
    Priority(Priority),
    /// A word to find it by.
    Tag(String),
    /// Where it was imported from.
    Source(String),
}

/// A card as it is dealt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// From whom, for an external item that names its giver.
    pub giver: Option<String>,
    /// What is known, in reading order.
    pub facts: Vec<Fact>,
    /// Its notes.
    pub notes: String,
    /// Its priority, where it has one.
    pub priority: Option<Priority>,
    /// The earliest day somebody outside the plan wants it by.
    pub due: Option<Date>,
    /// How long it takes, where somebody has said.
    pub duration: Option<Days>,
}

/// What is known of an item.
pub fn known(board: &Board, item: &Item) -> Known {
    let is_external = item.kind.is_external();
    let name = |id: Option<PersonId>| id.and_then(|id| board.person(id)).map(|p| p.name.to_string());
    let owner = if is_external { item.accountable } else { item.responsible.or(item.accountable) };
    let priority = (item.priority != Priority::Backlog).then_some(item.priority);
    let awaited = item.awaited_by.iter().map(|awaited| Fact::Awaited(awaited.who.to_string(), awaited.by));
    let facts = name(owner).map(Fact::Owner).into_iter();
    let facts = facts.chain(item.deadline.map(Fact::Due)).chain(awaited);
    let facts = facts.chain(item.promised.map(Fact::Promised)).chain(item.not_before.map(Fact::NotBefore));
    let facts = facts.chain(priority.map(Fact::Priority));
    let facts = facts.chain(item.tags.iter().map(Name::to_string).map(Fact::Tag)).chain(source(item));
    Known {
        title: item.title.to_string(),
        kind: item.kind,
        giver: name(item.responsible).filter(|_| is_external),
        facts: facts.collect(),
        notes: item.notes.trim().to_owned(),
        priority,
        due: item.due(),
        duration: item.duration,
    }
}

/// "Jira ABC-12", "Trello". A key that only a machine can read says nothing to a room.
fn source(item: &Item) -> Option<Fact> {
    const READABLE: usize = 16;
    let source = item.source.as_ref()?;
    let (tool, place) = source.origin.split_once(':').unwrap_or((&source.origin, ""));
    let tool = match tool {
        "trello" => "Trello",
        "jira" => "Jira",
        "github" => "GitHub",
        "csv" | "text" => place,
        other => other,
    };
    let key = source.key.as_str();
    let keeps_key = key.chars().count() <= READABLE && key.chars().any(|c| c.is_ascii_digit());
    let text = if keeps_key { format!("{tool} {key}") } else { tool.to_owned() };
    Some(Fact::Source(text.trim().to_owned())).filter(|_| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{BoardId, ItemId, Person, Source};
    use std::sync::Arc;
    use uuid::Uuid;

    #[test]
    fn an_external_card_says_from_whom_and_who_chases_it() {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        let person =
            |n, name: &str| Person { id: PersonId::new(Uuid::from_u128(n)), name: name.parse().unwrap() };
        for person in [person(1, "Payments"), person(2, "Ana")] {
            board.people.insert(person.id, Arc::new(person));
        }
        let mut item = Item::new(ItemId::new(Uuid::nil()));
        (item.responsible, item.accountable) =
            (Some(PersonId::new(Uuid::from_u128(1))), Some(PersonId::new(Uuid::from_u128(2))));
        assert_eq!(known(&board, &item).facts, [Fact::Owner("Payments".to_owned())]);
        item.kind = Kind::Team;
        let card = known(&board, &item);
        assert_eq!(
            (card.giver.as_deref(), card.facts),
            (Some("Payments"), vec![Fact::Owner("Ana".to_owned())])
        );
    }

    #[test]
    fn a_source_is_named_with_its_key_where_people_can_read_it() {
        let mut item = Item::new(ItemId::new(Uuid::nil()));
        let mut of = |origin: &str, key: &str| {
            let source = serde_json::json!({ "origin": origin, "key": key });
            item.source = serde_json::from_value::<Source>(source).ok();
            source_text(&item)
        };
        assert_eq!(of("jira:abc", "ABC-12"), "Jira ABC-12");
        assert_eq!(of("trello:5fcbec03", "5fcbec038b5a3c0c7c0e6a11"), "Trello");
        assert_eq!(of("csv:backlog", "7"), "backlog 7");
    }

    fn source_text(item: &Item) -> String {
        match source(item) {
            Some(Fact::Source(text)) => text,
            _ => String::new(),
        }
    }
}
