//! Rows and their order, on small plans made by hand.

use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::board::{
    Board, BoardId, Date, Days, Item, ItemId, Kind, Lag, LinkKey, LinkKind, Person, PersonId, Progress,
};
use crate::view::{Filter, Flag, Scene};

pub(super) fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A week's plan from Monday 2 March 2026: 1 (5 days) leads to 2 (3 days); 3 (2 days) stands alone.
pub(super) fn plan() -> Board {
    let mut board =
        Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap()).starting(date("2026-03-02"));
    for (n, days) in [(1, 5), (2, 3), (3, 2)] {
        let mut item = Item::new(id(n));
        item.title = format!("Item {n}").parse().unwrap();
        item.duration = Days::try_from(days).ok();
        board.items.insert(item.id, Arc::new(item));
    }
    let key = LinkKey { predecessor: id(1), successor: id(2), kind: LinkKind::FinishToStart };
    board.links.insert(key, Lag::default());
    board
}

pub(super) fn change(board: &mut Board, n: u128, with: impl FnOnce(&mut Item)) {
    with(Arc::make_mut(board.items.get_mut(&id(n)).unwrap()));
}

pub(super) fn scene(board: Board) -> Scene {
    Scene::of(Arc::new(board), date("2026-03-02"))
}

fn order(board: Board, grouping: Grouping) -> Vec<String> {
    let lines = lines(&scene(board), &Filter::default(), grouping);
    let said = lines.all.iter().map(|line| match line {
        Line::Group(at) => format!("{} {}", lines.groups[*at].name, lines.groups[*at].count),
        Line::Item(id) => id.to_string().trim_start_matches(['0', '-']).to_owned(),
    });
    said.collect()
}

/// The row of an item, ten pixels a day.
fn row(board: Board, n: u128) -> RowView {
    let scene = scene(board);
    let extent = lines(&scene, &Filter::default(), Grouping::Off).extent.unwrap();
    let writing = Writing { day: &|date| date.to_string(), month: &|date, _| date.to_string() };
    Look { scene: &scene, scale: Scale::new(extent, 10.0), writing }.row(id(n)).unwrap()
}

pub(super) fn external(board: &mut Board, n: u128, promised: &str, agreed: &str) {
    change(board, n, |item| {
        item.kind = Kind::Api;
        (item.promised, item.agreed) = (Some(date(promised)), Some(date(agreed)));
    });
}

#[test]
fn critical_items_come_first_and_then_what_starts_first() {
    let mut board = plan();
    change(&mut board, 3, |item| item.not_before = Some(date("2026-03-03")));
    assert_eq!(order(board.clone(), Grouping::Off), ["1", "2", "3"]);
    change(&mut board, 3, |item| item.duration = Days::try_from(40).ok());
    assert_eq!(order(board, Grouping::Off), ["3", "1", "2"]);
}

#[test]
fn groups_stand_by_name_and_those_without_one_last() {
    let mut board = plan();
    for (n, name) in [(7, "Zoe"), (8, "Ana")] {
        let person = Person { id: PersonId::new(Uuid::from_u128(n)), name: name.parse().unwrap() };
        board.people.insert(person.id, Arc::new(person));
    }
    change(&mut board, 1, |item| item.responsible = Some(PersonId::new(Uuid::from_u128(7))));
    change(&mut board, 3, |item| item.responsible = Some(PersonId::new(Uuid::from_u128(8))));
    change(&mut board, 2, |item| item.tags = ["Search".parse().unwrap()].into());
    assert_eq!(order(board.clone(), Grouping::Owner), ["Ana 1", "3", "Zoe 1", "1", "Nobody yet 1", "2"]);
    assert_eq!(order(board, Grouping::Tag), ["Search 1", "2", "No tag 2", "1", "3"]);
}

#[test]
fn what_the_filter_hides_has_no_row_but_is_counted_as_planned() {
    let filter = Filter { flag: Some(Flag::Critical), ..Filter::default() };
    let shown = lines(&scene(plan()), &filter, Grouping::Off);
    assert_eq!((shown.all.len(), shown.planned), (2, 3));
}

#[test]
fn stepping_passes_over_the_heads_of_groups_and_stops_at_the_ends() {
    let lines = lines(&scene(plan()), &Filter::default(), Grouping::Tag);
    assert_eq!(lines.step(None, 1), Some(id(1)));
    assert_eq!(lines.step(Some(id(1)), 1), Some(id(2)));
    assert_eq!(lines.step(Some(id(1)), -1), Some(id(1)));
    assert_eq!(lines.step(Some(id(3)), 5), Some(id(3)));
}

#[test]
fn of_ten_thousand_rows_a_few_dozen_are_in_the_page() {
    let lines = Lines { all: vec![Line::Item(id(1)); 10_000], ..Lines::default() };
    let (first, end) = lines.window(steps_down(180_000.0), 700.0);
    assert!(first * 36 < 180_000 && end * 36 > 180_700 && end - first < 60, "{first} {end}");
}

#[test]
fn a_bar_goes_from_the_first_day_to_the_end_of_the_last_over_the_weekend() {
    let bar = row(plan(), 2).bar;
    // Mon 9 to Wed 11 March; the axis begins on Monday 23 February.
    assert_eq!((bar.x, bar.width), (140.0, 30.0));
}

#[test]
fn days_to_spare_are_a_tail_with_words() {
    let view = row(plan(), 3);
    assert_eq!(view.label, "6 days to spare");
    let tail = view.tail.unwrap();
    // From the end of Tue 3 to the end of Wed 11 March.
    assert_eq!((tail.x, tail.end()), (90.0, 170.0));
    assert!(view.label_x > tail.end());
}

#[test]
fn a_critical_row_says_the_word_and_has_no_tail() {
    let view = row(plan(), 1);
    assert!(view.traits.contains(&Trait::Critical) && view.tail.is_none());
    assert_eq!(view.label, "critical");
    assert_eq!(view.words, "Item 1, no owner. 2026-03-02 to 2026-03-06, 5 days. critical");
}

#[test]
fn a_slip_shows_how_much_of_the_buffer_is_used_and_what_is_left_behind_the_bar() {
    let mut board = plan();
    external(&mut board, 1, "2026-03-09", "2026-03-06");
    change(&mut board, 1, |item| item.duration = Days::try_from(10).ok());
    let view = row(board, 1);
    // The bar ends with Mon 9 March, of which one day is used; one more of two is left. The axis begins on Monday
    // 16 February: ten days of work before the promise lie before the plan.
    let ends = |span: Span| (span.x, span.end());
    assert_eq!(ends(view.used.unwrap()), (210.0, view.bar.end()));
    assert_eq!(ends(view.buffer.unwrap()), (220.0, 230.0));
    assert!(view.label.starts_with("1 of 2 used"), "{}", view.label);
}

#[test]
fn promise_need_and_deadline_are_three_marks_with_words() {
    let mut board = plan();
    external(&mut board, 1, "2026-03-06", "2026-03-06");
    change(&mut board, 1, |item| item.deadline = Some(date("2026-03-20")));
    let view = row(board, 1);
    let said: Vec<_> = view.marks.iter().map(|mark| (mark.kind, mark.words.as_str())).collect();
    assert_eq!(
        said,
        [
            (MarkKind::Promised, "promised 2026-03-06"),
            (MarkKind::NeededBy, "needed by 2026-03-09"),
            (MarkKind::Deadline, "deadline 2026-03-20"),
        ]
    );
    for mark in &view.marks {
        let apart = mark.x < view.label_x || mark.x > view.label_x + 60.0;
        assert!(apart, "{:?} stands in the label at {}", mark, view.label_x);
    }
}

#[test]
fn a_milestone_stands_in_the_middle_of_its_day() {
    let mut board = plan();
    change(&mut board, 2, |item| item.duration = Days::try_from(0).ok());
    let view = row(board, 2);
    assert!(view.traits.contains(&Trait::Milestone));
    // Fri 6 March.
    assert_eq!((view.bar.x, view.bar.end()), (104.0, 126.0));
}

#[test]
fn what_is_done_says_so_and_has_neither_tail_nor_marks() {
    let mut board = plan();
    change(&mut board, 3, |item| {
        item.progress = Progress::Done { started: None, on: date("2026-03-02") };
        item.deadline = Some(date("2026-03-20"));
    });
    let view = row(board, 3);
    assert_eq!((view.label.as_str(), view.tail, view.marks.len()), ("done", None, 0));
}

#[test]
fn the_neighbours_of_an_item_are_told_by_a_word_and_a_line() {
    let scene = scene(plan());
    let found = neighbours(&scene, id(2));
    assert_eq!((found.relation(id(1)), found.relation(id(3))), (Some("before"), None));
    let lines = lines(&scene, &Filter::default(), Grouping::Off);
    let writing = Writing { day: &|date| date.to_string(), month: &|date, _| date.to_string() };
    let look = Look { scene: &scene, scale: Scale::new(lines.extent.unwrap(), 10.0), writing };
    assert_eq!(threads(look, &lines, &found), "M120.0 18.0h8V36.0H132.0V54.0H140.0m-4 -4l4.0 4l-4 4");
}
