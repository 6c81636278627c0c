//! The palette: what is found, in which order, and what is remembered.

use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::board::{Board, BoardId, Date};

fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

fn scene(titles: &[&str]) -> Scene {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
    for (n, title) in (1..).zip(titles) {
        let mut item = Item::new(id(n));
        item.title = title.parse().unwrap();
        board.items.insert(item.id, Arc::new(item));
    }
    Scene::of(Arc::new(board), Date::default())
}

fn found(titles: &[&str], typed: &str, around: Around, recent: &[Entry]) -> Vec<String> {
    palette(&scene(titles), typed, around, recent).lines.into_iter().map(|line| line.words).collect()
}

fn command(name: &str) -> Entry {
    Entry::Command(COMMANDS.iter().position(|command| command.name == name).unwrap())
}

#[test]
fn the_better_fit_comes_first_and_of_equal_ones_the_command() {
    let titles = ["Undo the damage", "The undoing", "Sundown", "Und so"];
    let found = found(&titles, "und", Around::default(), &[]);
    assert_eq!(found[..5], ["Undo", "Undo the damage", "Und so", "The undoing", "Sundown"]);
}

#[test]
fn of_equal_fits_what_was_used_last_comes_first() {
    let recent = [Entry::Item(id(2)), command("Undo")];
    let found = found(&["Undo the damage", "Und so"], "und", Around::default(), &recent);
    assert_eq!(found[..3], ["Und so", "Undo", "Undo the damage"]);
}

#[test]
fn without_letters_what_was_used_last_comes_before_the_commands_and_no_other_item() {
    let recent = [Entry::Item(id(1)), command("Redo")];
    let found = found(&["One", "Two"], " ", Around::default(), &recent);
    assert_eq!(found[..3], ["One", "Redo", "Start a meeting"]);
    assert!(!found.contains(&"Two".to_owned()));
}

#[test]
fn commands_on_items_are_there_where_items_are_chosen_and_say_how_many() {
    assert!(found(&[], "next pri", Around::default(), &[]).is_empty());
    let lines = palette(&scene(&[]), "next pri", Around { chosen: 3, ..Around::default() }, &[]).lines;
    assert_eq!((lines[0].detail.as_str(), lines[0].keys), ("3 items", "P"));
}

#[test]
fn a_meeting_is_started_where_none_goes_on_and_ended_where_one_does() {
    let all = |meeting| found(&[], "the meeting", Around { meeting, ..Around::default() }, &[]);
    assert!(!all(false).contains(&"End the meeting".to_owned()));
    assert_eq!(all(true)[0], "End the meeting");
}

#[test]
fn quadrants_are_called_as_the_board_calls_them() {
    let around = Around { chosen: 1, ..Around::default() };
    assert_eq!(found(&[], "put into de", around, &[]), ["Put into Delegate or batch"]);
}

#[test]
fn what_was_used_stands_first_once_and_only_a_few_are_kept() {
    let recent = (0..20).fold(Vec::new(), |recent, at| used(&recent, Entry::Command(at % 10)));
    assert_eq!(recent.len(), RECENT);
    assert_eq!(recent[0], Entry::Command(9));
    assert_eq!(used(&recent, Entry::Command(7))[..2], [Entry::Command(7), Entry::Command(9)]);
}
