//! A room that plans: the example board, and an hour of real commands on it.

use std::path::Path;
use std::sync::Arc;

use unblock_core::board::{
    ActionId, ActionItem, BoardId, Closed, Date, Days, Decision, DecisionId, Door, ItemField, ItemId, Lag,
    Link, LinkKey, LinkKind, Name, Person, PersonId, Quadrant, Title,
};
use unblock_core::edit::{
    Action, Agenda, AgendaStep, Command, Document, NewItem, Place, Record, Role, Stamp,
};
use unblock_core::example::example;
use unblock_core::view::Scene;
use uuid::Uuid;

/// The Monday on which the room meets.
pub(crate) const MONDAY: &str = "2026-03-02";

/// The day written so.
pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// `Mon 2 Mar`, as a browser writes it.
pub(crate) fn say(date: Date) -> String {
    date.naive().format("%a %-d %b").to_string()
}

/// A board that is open in front of some people, and the clock on the wall.
pub(crate) struct Room {
    pub(crate) document: Document,
    today: Date,
    pub(crate) minute: u64,
    ids: u128,
}

impl Room {
    /// The example board on that Monday.
    pub(crate) fn new() -> Self {
        let today = date(MONDAY);
        let document = Document::new(example(BoardId::new(Uuid::nil()), today));
        Self { document, today, minute: 0, ids: 1 << 64 }
    }

    /// Another day.
    pub(crate) fn on(&mut self, day: &str) {
        self.today = date(day);
    }

    /// What is asked now, by Amara.
    pub(crate) fn stamp(&self) -> Stamp {
        Stamp { at: self.minute * 60_000, today: self.today, by: Some(self.person("Amara Okafor")) }
    }

    /// The board with what follows from it.
    pub(crate) fn scene(&self) -> Scene {
        Scene::of(Arc::clone(&self.document.board), self.today)
    }

    /// The board as it was when the meeting began.
    pub(crate) fn start(&self) -> Scene {
        let past = &self.document.meeting.as_ref().unwrap().past;
        Scene::of(Arc::new(past.board(&self.document.board)), past.since.today)
    }

    /// Asks for something; a minute goes by.
    #[track_caller]
    pub(crate) fn ask(&mut self, action: Action) {
        self.minute += 1;
        let command = Command { stamp: self.stamp(), action };
        self.document.dispatch(&command).unwrap_or_else(|why| panic!("refused: {why}"));
    }

    /// Takes the last step back.
    pub(crate) fn undo(&mut self) {
        self.document.undo(self.stamp()).unwrap();
    }

    /// Starts a meeting.
    pub(crate) fn meet(&mut self) {
        let step =
            AgendaStep { name: "Goal".parse().unwrap(), topic: None, minutes: 5, spent: 0, skipped: false };
        self.ask(Action::Meet(Box::new(Agenda { steps: vec![step], at: 0, since: 0 })));
    }

    fn new_uuid(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    /// The item whose title begins so.
    #[track_caller]
    pub(crate) fn item(&self, title: &str) -> ItemId {
        let found = self.document.board.items.values().find(|item| item.title.as_str().starts_with(title));
        found.unwrap_or_else(|| panic!("no item '{title}'")).id
    }

    /// Who is called so.
    #[track_caller]
    pub(crate) fn person(&self, name: &str) -> PersonId {
        let name: Name = name.parse().unwrap();
        self.document.board.person_named(&name).unwrap_or_else(|| panic!("nobody is called {name}")).id
    }

    fn somebody(&mut self, name: &str) -> Person {
        let name: Name = name.parse().unwrap();
        let known = self.document.board.person_named(&name).cloned();
        known.unwrap_or_else(|| Person { id: PersonId::new(self.new_uuid()), name })
    }

    /// A field of an item gets a content.
    #[track_caller]
    pub(crate) fn set(&mut self, title: &str, field: ItemField) {
        let items = vec![self.item(title)];
        self.ask(Action::Edit { items, field });
    }

    /// An item goes to a quadrant.
    #[track_caller]
    pub(crate) fn put(&mut self, title: &str, to: Quadrant) {
        let items = vec![self.item(title)];
        self.ask(Action::Move { items, to: Some(to), place: Place::Bottom });
    }

    /// An item is refused, with a reason.
    #[track_caller]
    pub(crate) fn refuse(&mut self, title: &str, reason: &str) {
        self.put(title, Quadrant::Eliminate);
        let mut refusal = self.document.board.item(self.item(title)).unwrap().refusal.clone().unwrap();
        reason.clone_into(&mut refusal.reason);
        self.set(title, ItemField::Refusal(Some(refusal)));
    }

    /// A new item in Do now, of so many days.
    #[track_caller]
    pub(crate) fn add(&mut self, title: &str, days: u32) {
        let id = ItemId::new(self.new_uuid());
        let items = vec![NewItem { id, title: title.parse::<Title>().unwrap() }];
        self.ask(Action::Add { items, to: Some(Quadrant::Do), place: Place::Bottom });
        self.set(title, ItemField::Duration(Days::try_from(days).ok()));
    }

    /// Somebody owns an item.
    #[track_caller]
    pub(crate) fn own(&mut self, title: &str, name: &str) {
        let (items, person) = (vec![self.item(title)], Some(self.somebody(name)));
        self.ask(Action::Assign { items, role: Role::Owner, person });
    }

    /// The day for which something is promised.
    #[track_caller]
    pub(crate) fn promise(&mut self, title: &str, day: &str) {
        self.set(title, ItemField::Promised(Some(date(day))));
    }

    fn key(&self, before: &str, after: &str) -> LinkKey {
        let (predecessor, successor) = (self.item(before), self.item(after));
        LinkKey { predecessor, successor, kind: LinkKind::FinishToStart }
    }

    /// One item waits for another.
    #[track_caller]
    pub(crate) fn link(&mut self, before: &str, after: &str) {
        let key = self.key(before, after);
        self.ask(Action::Link(Link { key, lag: Lag::default() }));
    }

    /// One item does not wait for another any more.
    #[track_caller]
    pub(crate) fn unlink(&mut self, before: &str, after: &str) {
        let key = self.key(before, after);
        self.ask(Action::Unlink(key));
    }

    /// A decision is taken by somebody.
    #[track_caller]
    pub(crate) fn decide(&mut self, what: &str, by: &str, with: impl FnOnce(&mut Decision)) {
        let id = DecisionId::new(self.new_uuid());
        let mut decision = Decision::new(id, what.parse().unwrap(), self.today);
        decision.by = Some(self.person(by));
        decision.closed = Some(Closed { on: self.today, without_alternatives: false });
        with(&mut decision);
        self.ask(Action::Record(Record::Decide(Box::new(decision))));
    }

    /// Somebody does something by a day.
    #[track_caller]
    pub(crate) fn act(&mut self, owner: &str, what: &str, due: &str, item: Option<&str>) {
        let mut action = ActionItem::new(ActionId::new(self.new_uuid()), what.parse().unwrap(), self.today);
        action.due = Some(date(due));
        action.item = item.map(|title| self.item(title));
        let owner = Some(self.somebody(owner));
        self.ask(Action::Record(Record::Note { action: Box::new(action), owner }));
    }

    /// An hour of planning: things are decided, done and undone, and one date is changed five times.
    pub(crate) fn plan_for_an_hour(&mut self) {
        let mut about = self.document.board.about.clone();
        "No new people before May. The contract with the partners ends on 30 April."
            .clone_into(&mut about.constraints);
        "Ines Duarte, VP Engineering, by phone".clone_into(&mut about.escalation);
        self.ask(Action::Describe(Box::new(about)));
        self.sort_the_inbox();
        self.map();
        self.decide_and_act();
        self.minute += 9;
    }

    fn sort_the_inbox(&mut self) {
        self.put("Invoices show", Quadrant::Schedule);
        self.put("Invoices show", Quadrant::Do);
        self.own("Invoices show", "Priya Raman");
        self.put("Retry failed", Quadrant::Schedule);
        self.put("Customers want", Quadrant::Schedule);
        self.put("Certificate of", Quadrant::Delegate);
        self.refuse("Half of the alerts", "Measure first.");
        self.refuse("Explore: orders", "Not now: v2");
        self.refuse("Customers want", "Not now: v2");
        // Thought better of.
        self.put("Write the guide", Quadrant::Eliminate);
        self.undo();
    }

    fn map(&mut self) {
        self.add("A stub of the sandbox for the contract tests", 2);
        self.own("A stub of", "Rafael Souza");
        self.link("A stub of", "Contract tests");
        self.unlink("Sandbox tenants", "Contract tests");
        self.link("Sandbox tenants", "Move the mobile");
        self.own("Load test", "Rafael Souza");
        for day in ["2026-03-11", "2026-03-12", "2026-03-16", "2026-03-10", "2026-03-13"] {
            self.promise("Rates API", day);
        }
        self.promise("Sandbox tenants", "2026-03-20");
        self.undo();
        self.set("Take the order rules", ItemField::Impact("3".parse().ok()));
        let report = vec![self.item("Ad-hoc report")];
        self.ask(Action::Finish { items: report, done: true });
    }

    fn decide_and_act(&mut self) {
        let tests = self.item("Contract tests");
        self.decide("Test against a stub until the sandbox is there", "Mei Tanaka", |decision| {
            decision.door = Some(Door::TwoWay);
            "the sandbox comes three days too late".clone_into(&mut decision.context);
            decision.items.insert(tests);
            decision.review = Some(date("2026-03-16"));
        });
        self.decide("Switch v1 off for all callers on one day", "Amara Okafor", |decision| {
            decision.door = Some(Door::OneWay);
            "caller by caller over a month\nkeep v1 read-only until autumn"
                .clone_into(&mut decision.alternatives);
            "one week of support calls instead of four".clone_into(&mut decision.expected);
            decision.review = Some(date("2026-04-15"));
        });
        self.decide("Buy a second staging server", "Jonas Lindqvist", |_| {});
        self.undo();
        self.act("Amara Okafor", "asks Identity for two tenants ahead of the others", "2026-03-04", None);
        self.act(
            "Leila Haddad",
            "tells the mobile team that v2 is tested against a stub",
            "2026-03-03",
            None,
        );
        self.act(
            "Tomasz Zieliński",
            "writes to the partners about the day v1 goes",
            "2026-03-13",
            Some("Switch v1 off"),
        );
    }
}

/// The text stands word for word in its file.
#[track_caller]
pub(crate) fn assert_reads(text: &str, file: &str) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/texts").join(file);
    let expected = std::fs::read_to_string(&kept).unwrap_or_default();
    if text != expected {
        let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
        std::fs::write(&beside, text).unwrap();
        panic!("{file} is not as it was; the new text is {}:\n{text}", beside.display());
    }
}
