//! The minutes, the minutes for one person, and the last recorded sentence.

use unblock_core::board::{ActionId, ActionItem, Calendar, DaysOff, Extra, Minutes, MinutesId, Person};
use unblock_core::edit::{Action, Record};
use unblock_core::view::minutes::{
    Between, Held, MOST, last_recorded, minutes, minutes_for, minutes_of, people_in, people_of,
};

use uuid::Uuid;

use crate::room::{Room, assert_reads, date, say};

fn an_hour() -> Room {
    let mut room = Room::new();
    room.meet();
    room.plan_for_an_hour();
    room
}

/// What a text about the meeting says.
fn told(room: &Room, text: impl FnOnce(Between, &Held) -> String) -> String {
    let (then, now) = (room.start(), room.scene());
    let held = Held::until(room.document.meeting.as_ref().unwrap(), &room.document.board, room.stamp());
    text(Between { then: &then, now: &now, say: &say }, &held)
}

#[test]
fn the_minutes_read_as_a_person_writes_them() {
    assert_reads(&told(&an_hour(), minutes), "minutes.md");
}

#[test]
fn the_minutes_of_an_hour_have_at_most_sixty_lines() {
    assert!(told(&an_hour(), minutes).lines().count() <= MOST);
}

#[test]
fn each_person_can_have_what_is_theirs() {
    let room = an_hour();
    let rafael = room.person("Rafael Souza");
    assert_reads(&told(&room, |between, held| minutes_for(between, held, rafael)), "minutes_rafael.md");
}

#[test]
fn whoever_is_named_by_a_change_is_offered_a_copy_of_their_own() {
    let room = an_hour();
    let (then, now) = (room.start(), room.scene());
    let people = people_of(Between { then: &then, now: &now, say: &say });
    let names: Vec<&str> =
        people.iter().map(|id| room.document.board.person(*id).unwrap().name.as_str()).collect();
    assert!(names.contains(&"Rafael Souza") && names.contains(&"Leila Haddad"), "{names:?}");
}

#[test]
fn a_meeting_in_which_nothing_is_recorded_says_so() {
    let mut room = Room::new();
    room.meet();
    let text = told(&room, minutes);
    assert!(text.contains("Nothing has been recorded yet.") && !text.contains("##"), "{text}");
}

#[test]
fn what_is_done_and_undone_leaves_the_minutes_as_they_were() {
    let mut room = Room::new();
    room.meet();
    let before = told(&room, minutes);
    room.decide("Buy a second staging server", "Jonas Lindqvist", |_| {});
    room.promise("Rates API", "2026-03-13");
    room.undo();
    room.undo();
    assert_eq!(told(&room, minutes).lines().nth(6), before.lines().nth(6));
    assert!(!told(&room, minutes).contains("staging"));
}

#[test]
fn an_end_that_is_taken_back_leaves_the_minutes_as_if_it_had_not_been() {
    let expected = told(&an_hour(), minutes);
    for undoes in [true, false] {
        let mut room = an_hour();
        let id = MinutesId::new(Uuid::from_u128(5));
        let (on, title) = (date("2026-03-02"), "Minutes of Mon 2 Mar".parse().unwrap());
        let kept = Minutes { id, on, title, text: expected.clone(), extra: Extra::new() };
        let minute = room.minute;
        room.ask(Action::EndMeeting(Some(Box::new(kept))));
        if undoes {
            room.undo();
        } else {
            room.ask(Action::GoOn);
        }
        room.minute = minute;
        assert_eq!(told(&room, minutes), expected);
        assert!(room.document.board.minutes.is_empty());
    }
}

#[test]
fn the_last_thing_that_was_recorded_is_one_sentence() {
    let mut room = Room::new();
    let last = |room: &Room| last_recorded(&room.document, &room.scene(), &say);
    room.promise("Rates API", "2026-03-11");
    room.meet();
    assert_eq!(last(&room), None, "what was before the meeting is not recorded in it");
    room.own("Load test", "Rafael Souza");
    assert_eq!(last(&room).unwrap(), "Rafael Souza owns 'Load test at three times the daily peak'.");
    room.promise("Rates API", "2026-03-13");
    assert_eq!(
        last(&room).unwrap(),
        "'Rates API v3 of our carrier vendor' from Shipra (carrier rates): promised for Fri 13 Mar instead of Wed \
         11 Mar, 2 days later."
    );
    room.undo();
    assert_eq!(last(&room).unwrap(), "Rafael Souza owns 'Load test at three times the daily peak'.");
}

#[test]
fn what_was_said_no_to_and_what_nobody_has_taken_are_sentences_of_their_own() {
    let mut room = Room::new();
    let last = |room: &Room| last_recorded(&room.document, &room.scene(), &say).unwrap();
    room.meet();
    room.refuse("Half of the alerts", "not now: v2");
    assert_eq!(last(&room), "Said no to 'Half of the alerts at night are noise': Not now: v2.");
    let id = ActionId::new(Uuid::from_u128(7));
    let action = Box::new(ActionItem::new(id, "Book a room".parse().unwrap(), date("2026-03-02")));
    room.ask(Action::Record(Record::Note { action, owner: None }));
    assert_eq!(last(&room), "Action that nobody has taken yet: Book a room.");
}

#[test]
fn an_action_goes_on_from_the_name_or_stands_after_a_colon() {
    let mut room = Room::new();
    room.meet();
    for what in ["asks Payments", "to ask Payments", "ask Payments", "Payments has to say when"] {
        room.act("Mei Tanaka", what, "2026-03-05", None);
    }
    let text = told(&room, minutes);
    for line in [
        "- **Mei Tanaka** asks Payments, by Thu 5 Mar.",
        "- **Mei Tanaka** to ask Payments, by Thu 5 Mar.",
        "- **Mei Tanaka**: ask Payments, by Thu 5 Mar.",
        "- **Mei Tanaka**: Payments has to say when, by Thu 5 Mar.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_target_that_moved_in_the_meeting_is_told_with_the_finish_that_stayed() {
    let mut room = Room::new();
    room.meet();
    let mut about = room.document.board.about.clone();
    about.target = Some(date("2026-03-20"));
    room.ask(Action::Describe(Box::new(about)));
    let text = told(&room, minutes);
    let line = text.lines().find(|line| line.starts_with("The finish")).unwrap();
    assert_eq!(line, "The finish stays **Tue 31 Mar, 7 days past the new target**.");
}

#[test]
fn a_meeting_that_nobody_ended_has_no_length_and_a_long_one_is_told_in_hours() {
    let length = |long: u64| {
        let mut room = Room::new();
        room.meet();
        room.minute += long;
        told(&room, minutes).lines().nth(2).unwrap().to_owned()
    };
    assert_eq!(length(125), "**Example: Orders API v2**, 2 hours and 5 minutes.");
    assert_eq!(length(24 * 60), "**Example: Orders API v2**.");
}

#[test]
fn the_second_meeting_of_a_day_has_another_title() {
    let mut room = Room::new();
    room.meet();
    let on = date("2026-03-02");
    let id = MinutesId::new(Uuid::from_u128(5));
    let (title, text) = ("Minutes of Mon 2 Mar".parse().unwrap(), String::new());
    let kept = Minutes { id, on, title, text, extra: Extra::new() };
    room.ask(Action::Record(Record::KeepMinutes(Box::new(kept))));
    assert!(told(&room, minutes).starts_with("# Minutes of Mon 2 Mar, meeting 2\n"));
}

#[test]
fn somebody_who_is_called_something_else_is_no_new_owner() {
    let mut room = Room::new();
    room.meet();
    let name = "Mei Tanaka-Weber".parse().unwrap();
    let mei = Person { id: room.person("Mei Tanaka"), name };
    room.ask(Action::NamePerson(mei));
    let last = last_recorded(&room.document, &room.scene(), &say);
    assert_eq!(last.as_deref(), Some("Mei Tanaka is called Mei Tanaka-Weber now."));
    let text = told(&room, minutes);
    assert!(text.ends_with("\n## Goal and people\n- Mei Tanaka is called Mei Tanaka-Weber now.\n"), "{text}");
}

#[test]
fn whoever_left_the_roster_is_named_where_they_owned_something() {
    let mut room = Room::new();
    room.meet();
    let rafael = room.person("Rafael Souza");
    room.ask(Action::RemovePerson(rafael));
    let text = told(&room, minutes);
    assert!(text.contains("any more (it was Rafael Souza).") && !text.contains("somebody"), "{text}");
    assert!(text.contains("- Not in the roster any more: Rafael Souza.\n"), "{text}");
}

#[test]
fn a_calendar_that_changed_is_told_once_with_what_it_moved() {
    let calendar = |change: &dyn Fn(&mut Calendar)| {
        let mut room = Room::new();
        room.meet();
        let mut about = room.document.board.about.clone();
        change(&mut about.calendar);
        room.ask(Action::Describe(Box::new(about)));
        let text = told(&room, minutes);
        let (_, said) = text.split_once("## Calendar\n- ").unwrap();
        said.to_owned()
    };
    let off = |text: &str| DaysOff::typed(text, date("2026-03-02")).unwrap();
    assert_eq!(
        calendar(&|calendar| calendar.days_off.extend([off("thu Company day"), off("16 mar .. 17 mar")])),
        "No work on Thu 5 Mar (Company day) and Mon 16 Mar to Tue 17 Mar. That moves 11 items; the finish is 2 days \
         later.\n"
    );
    assert_eq!(
        calendar(&|calendar| calendar.weekdays = "mon,tue,wed,thu".parse().unwrap()),
        "Working days are Mon to Thu instead of Mon to Fri. That moves 11 items; the finish is 4 days later.\n"
    );
    assert_eq!(
        calendar(&|calendar| calendar.days_off.push(off("24 dec 2026"))),
        "No work on Thu 24 Dec. That moves nothing.\n"
    );
}

#[test]
fn kept_minutes_give_each_person_the_lines_that_name_them() {
    let room = an_hour();
    let text = told(&room, minutes);
    let leila = minutes_of(&text, "Leila Haddad");
    let lines: Vec<&str> = leila.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.first(), Some(&"# Yours from this meeting: Leila Haddad"));
    assert_eq!(
        &lines[lines.len() - 2..],
        [
            "## Actions",
            "- **Leila Haddad** tells the mobile team that v2 is tested against a stub, by Tue 3 Mar."
        ]
    );
    assert!(people_in(&room.document.board, &text).contains(&room.person("Leila Haddad")));
}

#[test]
fn a_meeting_that_touches_everything_is_told_in_sixty_lines_and_says_what_it_leaves_out() {
    let mut room = Room::new();
    room.meet();
    room.plan_for_an_hour();
    for n in 0..60 {
        let title = format!("Item {n} of many");
        room.add(&title, n % 9);
        room.own(&title, &format!("Person {}", n % 30));
        room.promise(&title, "2026-04-10");
        room.link("A stub of", &title);
        room.decide(&format!("Decision {n}"), "Mei Tanaka", |_| {});
        room.act(&format!("Person {}", n % 30), &format!("asks for {n}"), "2026-03-20", None);
    }
    let text = told(&room, minutes);
    assert!(text.lines().count() <= MOST, "{} lines", text.lines().count());
    assert!(text.contains("more\n"));
}
