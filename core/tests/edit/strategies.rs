//! Commands at random over a small world, so that they often meet, and often do not fit.

use std::collections::BTreeSet;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use unblock_core::board::{
    About, ActionId, ActionItem, Answer, Awaited, Closed, Date, Days, Decision, DecisionId, Door, Item,
    ItemField, ItemId, Kind, Lag, Link, LinkKey, LinkKind, OrderKey, Person, PersonId, Priority, Progress,
    Quadrant, Reason, Reasons, Refusal,
};
use unblock_core::edit::{Action, Command, Import, NewItem, Place, Record, Role, Side, Stamp, Update};
use uuid::Uuid;

use crate::common::{COLUMNS, TODAY, board, date, id, new, person, person_id, stamp};

/// The first six are on the board at the start.
const TITLES: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
/// The first two are in the roster at the start; the last is the first's name once more.
const NAMES: [&str; 5] = ["Ana", "Bo", "Cai", "Dee", "ana"];

/// What happens to a document.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    Do(Box<Command>),
    Undo,
    Redo,
}

/// A command, or now and then an undo or a redo.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    let by = option::of(person_ids());
    let command = (by, action()).prop_map(|(by, action)| Command { stamp: Stamp { by, ..stamp() }, action });
    prop_oneof![
        8 => command.prop_map(|command| Event::Do(Box::new(command))),
        1 => Just(Event::Undo),
        1 => Just(Event::Redo),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![on_items(), on_pairs(), on_people(), on_the_board(), on_records()]
}

fn on_items() -> impl Strategy<Value = Action> {
    prop_oneof![
        2 => (prop::collection::vec(new_items(), 1..3), quadrants(), places())
            .prop_map(|(items, to, place)| Action::Add { items, to, place }),
        3 => (some_items(), quadrants(), places())
            .prop_map(|(items, to, place)| Action::Move { items, to, place }),
        3 => (some_items(), fields()).prop_map(|(items, field)| Action::Edit { items, field }),
        1 => prop::collection::vec(updates(), 1..4).prop_map(|updates| Action::Fill { updates }),
        1 => (some_items(), answers(), answers())
            .prop_map(|(items, important, urgent)| Action::Judge { items, important, urgent }),
        2 => (some_items(), select(Priority::ALL.to_vec()), places())
            .prop_map(|(items, priority, place)| Action::Rank { items, priority, place }),
        1 => some_items().prop_map(|items| Action::Arrange { groups: vec![items] }),
        1 => some_items().prop_map(|items| Action::Cut { items, reason: "not now".to_owned() }),
        1 => some_items().prop_map(|items| Action::Trash { items }),
        2 => some_items().prop_map(|items| Action::Restore { items }),
    ]
}

fn on_pairs() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => link_values().prop_map(Action::Link),
        1 => link_values().prop_map(|link| Action::Unlink(link.key)),
        1 => (link_values(), select(LinkKind::ALL.to_vec()))
            .prop_map(|(link, kind)| Action::Relink { key: link.key, kind, lag: link.lag }),
        1 => (new_items(), select(Kind::ALL.to_vec()), option::of(people()), option::of((item_ids(), sides())))
            .prop_map(|(new, kind, who, beside)| Action::Introduce { new, kind, who, beside }),
        1 => (item_ids(), item_ids()).prop_map(|(into, from)| Action::Merge { into, from }),
        1 => (item_ids(), new_items()).prop_map(|(item, part)| Action::Split { item, part }),
    ]
}

fn on_people() -> impl Strategy<Value = Action> {
    let role = select(vec![Role::Owner, Role::Responsible, Role::Accountable]);
    prop_oneof![
        2 => (some_items(), role, option::of(people()))
            .prop_map(|(items, role, person)| Action::Assign { items, role, person }),
        1 => people().prop_map(Action::NamePerson),
        1 => person_ids().prop_map(Action::RemovePerson),
    ]
}

fn on_the_board() -> impl Strategy<Value = Action> {
    prop_oneof![
        about().prop_map(|about| Action::Describe(Box::new(about))),
        imports().prop_map(|import| Action::Import(Box::new(import))),
    ]
}

fn on_records() -> impl Strategy<Value = Action> {
    let decision =
        (1..3u128, select(vec!["x", "y"]), option::of(person_ids()), option::of(item_ids()), any::<bool>());
    let decide = decision.prop_map(|(id, what, by, item, closed)| {
        let mut decision =
            Decision::new(DecisionId::new(Uuid::from_u128(id)), what.parse().unwrap(), date(TODAY));
        decision.by = by;
        decision.items.extend(item);
        decision.closed = closed.then(|| Closed { on: date(TODAY), without_alternatives: false });
        Record::Decide(Box::new(decision))
    });
    let action = (1..3u128, option::of(people()), option::of(item_ids()), days());
    let note = action.prop_map(|(id, owner, item, done)| {
        let mut action =
            ActionItem::new(ActionId::new(Uuid::from_u128(id)), "asks".parse().unwrap(), date(TODAY));
        (action.item, action.done) = (item, done);
        Record::Note { action: Box::new(action), owner }
    });
    prop_oneof![
        2 => decide,
        2 => note,
        1 => (1..3u128).prop_map(|id| Record::Undecide(DecisionId::new(Uuid::from_u128(id)))),
        1 => (1..3u128).prop_map(|id| Record::Unnote(ActionId::new(Uuid::from_u128(id)))),
    ]
    .prop_map(Action::Record)
}

fn sides() -> impl Strategy<Value = Side> {
    select(vec![Side::Before, Side::After])
}

fn item_ids() -> impl Strategy<Value = ItemId> {
    select(TITLES.map(id).to_vec())
}

fn some_items() -> impl Strategy<Value = Vec<ItemId>> {
    prop::collection::vec(item_ids(), 1..4)
}

fn new_items() -> impl Strategy<Value = NewItem> {
    select(TITLES.map(new).to_vec())
}

fn person_ids() -> impl Strategy<Value = PersonId> {
    select(NAMES.map(person_id).to_vec())
}

/// A person with an id and a name that need not belong together.
fn people() -> impl Strategy<Value = Person> {
    (person_ids(), select(NAMES.to_vec())).prop_map(|(id, name)| Person { id, ..person(name) })
}

fn crowds() -> impl Strategy<Value = BTreeSet<PersonId>> {
    prop::collection::btree_set(person_ids(), 0..3)
}

fn quadrants() -> impl Strategy<Value = Option<Quadrant>> {
    select(COLUMNS.map(|(_, quadrant)| quadrant).to_vec())
}

fn places() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::Top),
        Just(Place::Bottom),
        item_ids().prop_map(Place::Before),
        item_ids().prop_map(Place::After),
    ]
}

fn answers() -> impl Strategy<Value = Option<Answer>> {
    select(vec![None, Some(Answer::Yes), Some(Answer::No)])
}

fn link_values() -> impl Strategy<Value = Link> {
    (item_ids(), item_ids(), select(LinkKind::ALL.to_vec()), -2..3).prop_map(
        |(predecessor, successor, kind, lag)| Link {
            key: LinkKey { predecessor, successor, kind },
            lag: Lag::try_from(lag).unwrap(),
        },
    )
}

/// Yesterday, today, tomorrow, or no day.
fn days() -> impl Strategy<Value = Option<Date>> {
    option::of(dates())
}

fn dates() -> impl Strategy<Value = Date> {
    select(["2026-03-11", "2026-03-12", "2026-03-13"].map(date).to_vec())
}

fn fields() -> impl Strategy<Value = ItemField> {
    prop_oneof![plain_fields(), owner_fields(), date_fields(), progress().prop_map(ItemField::Progress)]
}

fn plain_fields() -> impl Strategy<Value = ItemField> {
    let number = || option::of((0..4u32).prop_map(Into::into));
    prop_oneof![
        select(vec!["", "one", "two\nlines"]).prop_map(|text| ItemField::Notes(text.to_owned())),
        select(Kind::ALL.to_vec()).prop_map(ItemField::Kind),
        select(Priority::ALL.to_vec()).prop_map(ItemField::Priority),
        any::<bool>().prop_map(ItemField::Core),
        option::of((0..9u32).prop_map(|n| Days::try_from(n).unwrap())).prop_map(ItemField::Duration),
        option::of(select(vec![Door::OneWay, Door::TwoWay])).prop_map(ItemField::Door),
        number().prop_map(ItemField::Reach),
        number().prop_map(ItemField::Effort),
        select(Reason::ALL.to_vec())
            .prop_map(|reason| ItemField::Reasons(Reasons::default().toggled(reason))),
        answers().prop_map(ItemField::Important),
        answers().prop_map(ItemField::Urgent),
        Just(ItemField::Order(OrderKey::default())),
        select(vec!["api", "q2"]).prop_map(|tag| ItemField::Tags([tag.parse().unwrap()].into())),
    ]
}

fn owner_fields() -> impl Strategy<Value = ItemField> {
    let refusal = (option::of(person_ids()), days()).prop_map(|(by, on)| Refusal {
        reason: "not now: v2".to_owned(),
        by,
        on,
    });
    prop_oneof![
        option::of(person_ids()).prop_map(ItemField::Responsible),
        option::of(person_ids()).prop_map(ItemField::Accountable),
        crowds().prop_map(ItemField::Consulted),
        crowds().prop_map(ItemField::Informed),
        option::of(refusal).prop_map(ItemField::Refusal),
    ]
}

fn date_fields() -> impl Strategy<Value = ItemField> {
    let awaited = dates().prop_map(|by| vec![Awaited { who: "Search".parse().unwrap(), by }]);
    prop_oneof![
        days().prop_map(ItemField::Promised),
        days().prop_map(ItemField::Agreed),
        days().prop_map(ItemField::Deadline),
        days().prop_map(ItemField::NotBefore),
        days().prop_map(ItemField::Trashed),
        awaited.prop_map(ItemField::AwaitedBy),
    ]
}

fn progress() -> impl Strategy<Value = Progress> {
    prop_oneof![
        Just(Progress::NotStarted),
        dates().prop_map(|on| Progress::Started { on, remaining: None }),
        (days(), dates()).prop_map(|(started, on)| Progress::Done { started, on }),
    ]
}

fn about() -> impl Strategy<Value = About> {
    (select(vec!["Plan", "Launch"]), select(vec!["", "Done when"]), days()).prop_map(
        |(name, goal, target)| About {
            name: name.parse().unwrap(),
            goal: goal.to_owned(),
            target,
            ..board("Inbox:").about
        },
    )
}

fn updates() -> impl Strategy<Value = Update> {
    (item_ids(), prop::collection::vec(fields(), 1..3)).prop_map(|(item, fields)| Update { item, fields })
}

fn imports() -> impl Strategy<Value = Import> {
    let item = (new_items(), option::of(person_ids())).prop_map(|(new, responsible)| {
        let mut item = Item::new(new.id);
        item.title = new.title;
        item.responsible = responsible;
        item
    });
    let update = updates().prop_filter("an import never touches places", |update| {
        !update.fields.iter().any(|field| matches!(field, ItemField::Order(_)))
    });
    (
        prop::collection::vec(people(), 0..2),
        prop::collection::vec(item, 0..2),
        prop::collection::vec(update, 0..2),
        prop::collection::vec(link_values(), 0..2),
    )
        .prop_map(|(people, items, updates, links)| Import {
            from: "plan.csv".to_owned(),
            people,
            items,
            updates,
            links,
        })
}
