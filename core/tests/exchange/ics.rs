//! The calendar of a board, as RFC 5545 wants it.

use unblock_core::board::{ActionId, ActionItem, Awaited, Board, ItemField, Kind, Progress};
use unblock_core::exchange::write_ics;
use unblock_core::schedule::schedule;

use crate::common::{TODAY, board, date, person_id, with_fields, with_links, with_people};

const NOW: u64 = 1_773_324_305_000;

/// An API that Pay promised and Ana chases, and work with a deadline behind it that Sales waits for.
fn plan() -> Board {
    let plan = with_links(with_people(board("Do: API, Checkout"), "Pay Ana"), "API → Checkout");
    let plan = with_fields(
        plan,
        "API",
        [
            ItemField::Kind(Kind::Api),
            ItemField::Responsible(Some(person_id("Pay"))),
            ItemField::Accountable(Some(person_id("Ana"))),
            ItemField::Requested(Some(date("2026-03-12"))),
            ItemField::Promised(Some(date("2026-03-18"))),
            ItemField::Agreed(Some(date("2026-03-18"))),
        ],
    );
    let awaited = Awaited { who: "Sales".parse().unwrap(), by: date("2026-04-01") };
    with_fields(
        plan,
        "Checkout",
        [ItemField::Deadline(Some(date("2026-04-02"))), ItemField::AwaitedBy(vec![awaited])],
    )
}

fn written(board: &Board) -> String {
    write_ics(board, &schedule(board, Some(date(TODAY))), NOW)
}

/// The lines as they were before they were folded.
fn lines(board: &Board) -> Vec<String> {
    written(board).replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn all(board: &Board, name: &str) -> Vec<String> {
    let of = |line: &String| line.strip_prefix(name).map(str::to_owned);
    lines(board).iter().filter_map(of).collect()
}

#[test]
fn handoffs_have_their_promise_buffer_and_needed_by_and_others_their_days() {
    assert_eq!(
        all(&plan(), "SUMMARY:"),
        ["Promised: API", "Plan on: API", "Needed by: API", "Sales needs: Checkout", "Deadline: Checkout"]
    );
    let days = all(&plan(), "DTSTART;VALUE=DATE:");
    assert_eq!((days[0].as_str(), days[1].as_str()), ("20260318", "20260319"));
    assert_eq!((days[3].as_str(), days[4].as_str()), ("20260401", "20260402"));
}

#[test]
fn the_target_is_a_day_too() {
    let mut board = plan();
    board.about.target = Some(date("2026-04-03"));
    assert_eq!(all(&board, "SUMMARY:")[0], "Target: Plan");
}

#[test]
fn a_day_says_who_gives_it_and_who_chases_it() {
    let board = with_fields(plan(), "API", [ItemField::Notes("v2; see wiki, page 3".to_owned())]);
    assert_eq!(all(&board, "DESCRIPTION:")[0], r"From Pay\, chased by Ana\nv2\; see wiki\, page 3");
}

#[test]
fn every_line_ends_as_the_format_wants_and_the_whole_is_framed() {
    let text = written(&plan());
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn an_event_keeps_its_id_whatever_changes_and_is_stamped_with_the_moment() {
    let ids = all(&plan(), "UID:");
    let moved = with_fields(plan(), "API", [ItemField::Promised(Some(date("2026-03-20")))]);
    assert_eq!(all(&moved, "UID:"), ids);
    assert!(ids.iter().all(|id| id.ends_with("@unblock")));
    assert_eq!(all(&plan(), "DTSTAMP:")[0], "20260312T140505Z");
}

#[test]
fn long_lines_are_folded_at_75_octets_and_never_within_a_letter() {
    let board =
        with_fields(plan(), "API", [ItemField::Title("ÄÖÜ – длинное название ".repeat(9).parse().unwrap())]);
    let text = written(&board);
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(all(&board, "SUMMARY:Promised: ")[0].starts_with("ÄÖÜ – длинное название ÄÖÜ"));
}

#[test]
fn signs_of_the_format_in_a_title_are_escaped_and_no_line_can_be_smuggled_in() {
    let notes = ItemField::Notes("a\r\nEND:VCALENDAR\nb".to_owned());
    let board = with_fields(plan(), "API", [ItemField::Title(r"A; B, C\D".parse().unwrap()), notes]);
    assert_eq!(all(&board, "SUMMARY:")[0], r"Promised: A\; B\, C\\D");
    assert_eq!(lines(&board).iter().filter(|line| *line == "END:VCALENDAR").count(), 1);
    assert!(all(&board, "DESCRIPTION:")[0].ends_with(r"\na\nEND:VCALENDAR\nb"));
}

#[test]
fn what_is_done_or_refused_has_no_days() {
    let done = Progress::Done { started: None, on: date(TODAY) };
    let board = with_fields(plan(), "API", [ItemField::Progress(done)]);
    assert_eq!(all(&board, "SUMMARY:"), ["Sales needs: Checkout", "Deadline: Checkout"]);
}

#[test]
fn an_open_action_with_a_date_is_a_day_with_its_owner() {
    let mut board = plan();
    for (n, due, done) in
        [(1, Some("2026-03-20"), None), (2, None, None), (3, Some("2026-03-21"), Some("2026-03-12"))]
    {
        let id = ActionId::new(uuid::Uuid::from_u128(n));
        let mut action = ActionItem::new(id, "asks Payments for a date".parse().unwrap(), date(TODAY));
        action.owner = Some(person_id("Ana"));
        (action.due, action.done) = (due.map(date), done.map(date));
        board.actions.insert(id, std::sync::Arc::new(action));
    }
    let summaries = all(&board, "SUMMARY:");
    assert_eq!(summaries[5..], ["Ana: asks Payments for a date"]);
    assert_eq!(all(&board, "DTSTART;VALUE=DATE:")[5], "20260320");
}
