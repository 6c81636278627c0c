//! A Trello board: every card, list, label, member, date and text is found again, or named as left out.

use serde_json::Value;
use unblock_core::board::{Priority, Progress};
use unblock_core::exchange::NoteKind;

use crate::reading::{fixture, imported, item, plan, responsible, said, tags};

fn date(text: &str) -> unblock_core::board::Date {
    text.parse().unwrap()
}

#[test]
fn every_card_that_is_not_archived_becomes_an_item_in_the_boards_order() {
    let text = fixture("trello_board.json");
    let board = imported(&plan("board.json", &text));
    let json: Value = serde_json::from_str(&text).unwrap();
    let cards = json["cards"].as_array().unwrap();
    let archived = |card: &&Value| {
        card["closed"] == true
            || json["lists"]
                .as_array()
                .unwrap()
                .iter()
                .any(|l| l["id"] == card["idList"] && l["closed"] == true)
    };
    assert_eq!(board.items.len(), cards.iter().filter(|card| !archived(card)).count());
    let mut before = (0, f64::MIN);
    for item in board.live() {
        let key = &item.source.as_ref().unwrap().key;
        let card = cards.iter().find(|card| card["id"] == key.as_str()).unwrap();
        let list =
            json["lists"].as_array().unwrap().iter().position(|list| list["id"] == card["idList"]).unwrap();
        let place = (list, card["pos"].as_f64().unwrap());
        assert!(place > before, "{}", item.title);
        before = place;
        let due = card["due"].as_str().map(|due| date(&due[..10]));
        assert_eq!(item.deadline, due, "{}", item.title);
        let members = card["idMembers"].as_array().unwrap().len();
        assert_eq!(item.consulted.len() + usize::from(item.responsible.is_some()), members, "{}", item.title);
        assert!(item.notes.contains(card["shortUrl"].as_str().unwrap()), "{}", item.title);
        assert!(item.quadrant().is_none(), "{}", item.title);
    }
}

#[test]
fn a_card_keeps_its_people_priority_tags_and_all_its_words() {
    let board = imported(&plan("board.json", &fixture("trello_board.json")));
    let card = item(&board, "Freeze the v2 contract");
    assert_eq!(card.priority, Priority::P0);
    assert_eq!(responsible(&board, card), Some("Ada Beispiel"));
    assert_eq!(tags(card), ["Backlog"]);
    insta::assert_snapshot!(card.notes, @r"
    Three teams wait for this.

    * Payments needs the refund call
    * Search needs the event schema

    Before the freeze:
    - [x] Agree error codes with Payments
    - [ ] Publish the event schema, due 2026-03-06, Bo Sample
    - [ ] Review with security, Ada Beispiel

    Attachments:
    - Draft of the contract https://wiki.example/orders-v2
    - https://wiki.example/errors

    Bo Sample, 2026-02-18: The refund call is the open question.

    Ada Beispiel, 2026-02-19: Meeting with Payments on Tuesday.

    Trello: https://trello.example/c/c0000001
    ");
}

#[test]
fn custom_fields_are_kept_by_name_and_type() {
    let board = imported(&plan("board.json", &fixture("trello_board.json")));
    let slow = item(&board, "Search latency");
    assert_eq!(slow.priority, Priority::P2);
    assert!(slow.notes.contains("Effort (days): 6.5\nEnvironment: Production"), "{}", slow.notes);
    let load = item(&board, "Load test");
    assert!(load.notes.contains("Review on: 2026-03-12T10:00:00.000Z"), "{}", load.notes);
    assert_eq!(load.not_before, Some(date("2026-03-09")));
    let form = item(&board, "Accessibility review");
    assert!(form.notes.contains("Design ready: no\nCustomer: Public sector pilot"), "{}", form.notes);
}

#[test]
fn lists_say_how_far_a_card_is_or_become_a_tag() {
    let board = imported(&plan("board.json", &fixture("trello_board.json")));
    let begun = item(&board, "Idempotency keys");
    assert_eq!(begun.progress, Progress::Started { on: date("2026-02-16"), remaining: None });
    assert!(tags(begun).is_empty());
    let done = item(&board, "Threat model");
    assert_eq!(done.progress, Progress::Done { started: Some(date("2026-02-02")), on: date("2026-02-12") });
    let ticked = item(&board, "Baseline of search");
    assert_eq!(ticked.progress, Progress::Done { started: None, on: date("2026-02-20") });
    let blocked = item(&board, "Tax rates");
    assert_eq!((blocked.progress, tags(blocked)), (Progress::NotStarted, vec!["Blocked on others"]));
    let rule = item(&board, "Tests, docs, alert, owner");
    assert_eq!((rule.progress, tags(rule)), (Progress::NotStarted, vec!["Definition of Done"]));
    assert_eq!(tags(item(&board, "支払い")), ["Backlog", "green"]);
}

#[test]
fn what_is_left_out_is_named() {
    let plan = plan("board.json", &fixture("trello_board.json"));
    let left_out = said(&plan.notes, NoteKind::LeftOut);
    assert_eq!(
        left_out,
        [
            "cards[38]: 3 archived cards were left out: 'Old idea: gift cards', 'Spike: graph database', 'Spike: edge rendering'",
            "lists without a card in the plan were left out: 'Parking lot 2025'",
            "labels that no card in the plan has were left out: 'unused idea'",
            "members who are on no card were left out: 'Guest Reader'",
            "actions: 4 entries of the board's history were left out",
        ]
    );
}

#[test]
fn a_title_of_two_paragraphs_is_shortened_and_kept_whole() {
    let board = imported(&plan("board.json", &fixture("trello_board.json")));
    let long = item(&board, "Write down, for every call");
    assert_eq!(long.title.as_str().chars().count(), 500);
    assert!(long.notes.starts_with("Write down") && long.notes.chars().count() > 500);
}

#[test]
fn labels_by_id_alone_a_strange_value_and_a_missing_list_cost_nothing_else() {
    let text = r#"{"id":"b","name":"B","lists":[{"id":"l","name":"L","pos":1}],"labels":[{"id":"x","name":"urgent ops","color":"red"}],
        "cards":[{"id":"1","name":"One","idList":"l","idLabels":["x","gone"],"due":5,"pos":2},
                 {"id":"2","name":"Two","idList":"nowhere","due":"soon"},
                 "odd",{"id":"3","name":"  ","idList":"l"}]}"#;
    let plan = plan("b.json", text);
    let board = imported(&plan);
    assert_eq!(tags(item(&board, "One")), ["L", "urgent ops"]);
    assert_eq!(item(&board, "Two").notes, "due: soon");
    let left_out = said(&plan.notes, NoteKind::LeftOut);
    for place in ["cards[0].idLabels", "cards[0].due", "cards[1].idList", "cards[2]", "cards[3]"] {
        assert!(left_out.iter().any(|note| note.starts_with(place)), "{place}: {left_out:?}");
    }
}
