//! What is sent after a meeting: the status update, and the brief that asks for a decision.

use std::sync::Arc;

use unblock_core::board::ItemField;
use unblock_core::edit::Action;
use unblock_core::view::Scene;
use unblock_core::view::brief::{brief, subjects};
use unblock_core::view::minutes::Between;
use unblock_core::view::status::{Colour, judge, status};

use crate::room::{Room, assert_reads, date, say};

#[test]
fn the_first_status_update_says_how_the_board_stands() {
    let scene = Room::new().scene();
    assert_reads(&status(Between { then: &scene, now: &scene, say: &say }, None), "status_first.md");
}

#[test]
fn a_status_update_tells_what_has_changed_since_the_last_one() {
    let mut room = Room::new();
    room.ask(Action::Report);
    room.meet();
    room.plan_for_an_hour();
    room.on("2026-03-06");
    let finished = ["Publish the API", "Patch the auth", "A stub of"].map(|title| room.item(title)).to_vec();
    room.ask(Action::Finish { items: finished, done: true });
    let past = room.document.reported.as_ref().unwrap();
    let then = Scene::of(Arc::new(past.board(&room.document.board)), past.since.today);
    let now = room.scene();
    let text = status(Between { then: &then, now: &now, say: &say }, Some(past.since.today));
    assert_reads(&text, "status.md");
}

#[test]
fn the_colour_follows_the_rule() {
    let mut room = Room::new();
    let said = |room: &Room| judge(&room.scene(), &say).map(|judged| (judged.colour, judged.reason)).unwrap();
    assert_eq!(said(&room).0, Colour::Red);
    let mut about = room.document.board.about.clone();
    about.target = Some(date("2026-04-30"));
    room.ask(Action::Describe(Box::new(about)));
    assert_eq!(
        said(&room),
        (
            Colour::Yellow,
            "'Rates API v3 of our carrier vendor' has no date, and others wait for it".to_owned()
        )
    );
    room.promise("Rates API", "2026-03-09");
    assert_eq!(
        said(&room),
        (Colour::Green, "the finish is within the target, and every date holds".to_owned())
    );
    room.set("Build the v2", ItemField::Deadline(Some(date("2026-03-10"))));
    let why = "'Build the v2 endpoints behind a switch' cannot be done before Fri 13 Mar, after its deadline, Tue 10 Mar";
    assert_eq!(said(&room), (Colour::Red, why.to_owned()));
}

#[test]
fn the_brief_is_about_what_comes_too_late_first() {
    let room = Room::new();
    assert_eq!(subjects(&room.scene()).first(), Some(&room.item("Sandbox tenants")));
}

#[test]
fn the_brief_asks_for_a_decision_with_numbers_from_the_plan() {
    let mut room = Room::new();
    let mut about = room.document.board.about.clone();
    "Ines Duarte, VP Engineering".clone_into(&mut about.escalation);
    room.ask(Action::Describe(Box::new(about)));
    let scene = room.scene();
    assert_reads(&brief(&scene, room.item("Sandbox tenants"), &say).unwrap(), "brief.md");
}

#[test]
fn a_brief_on_work_of_ours_asks_for_hands() {
    let room = Room::new();
    assert_reads(&brief(&room.scene(), room.item("Contract tests"), &say).unwrap(), "brief_own.md");
}
