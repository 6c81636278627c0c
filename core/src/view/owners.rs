//! Who owns what: the items that nobody has taken, the critical ones first, and how much everyone has to do.

use std::cmp::Reverse;

use super::gaps::{Gap, Missing, gaps};
use super::scene::Scene;
use super::story::counted;
use crate::board::{ItemId, PersonId, sort_by_key};
use crate::edit::Role;
use crate::schedule::{Load, loads};

/// So many critical items are much for one person.
const MUCH: usize = 2;
/// How many items without an owner are listed; the next come when these are taken.
const LISTED: usize = 8;

/// An item without an owner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unowned {
    /// Which.
    pub item: ItemId,
    /// What it is called.
    pub title: String,
    /// True without a day to spare.
    pub is_critical: bool,
    /// What whoever takes it becomes: what is filled already stays.
    pub role: Role,
    /// What they do with it: "take", or "answer for" where somebody does it already.
    pub verb: &'static str,
    /// What nobody does with it, where somebody has it in another way: "nobody answers for".
    pub nobody: Option<&'static str>,
}

/// What one person has to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Burden {
    /// Who.
    pub person: PersonId,
    /// In words: "Mei: 31 days of work, 22 to go, 3 critical".
    pub words: String,
    /// True where there is more work than days.
    pub is_over: bool,
}

/// Who owns what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    /// The first items that nobody has taken, the critical ones before the others.
    pub unowned: Vec<Unowned>,
    /// How many there are of them: "4 without owner · 33 nobody answers for". Empty where there are none.
    pub words: String,
    /// Everyone with work left: first who has more of it than days, then who has much that is critical, then who has
    /// most.
    pub people: Vec<Burden>,
    /// How many gaps there are on the board.
    pub gaps: usize,
}

/// Who owns what on a board.
pub fn owners(scene: &Scene) -> Owners {
    let gaps = gaps(scene);
    let unowned = || gaps.iter().filter(|gap| gap.is_of_ours());
    let mut loads = loads(&scene.board, &scene.schedule);
    let name = |load: &Load| scene.board.person(load.person).map(|person| person.name.folded());
    sort_by_key(&mut loads, |load| {
        let much = if load.critical < MUCH { 0 } else { load.critical };
        (-(load.work - load.to_go).max(0), Reverse(much), Reverse(load.work), name(load))
    });
    Owners {
        unowned: unowned().take(LISTED).filter_map(|gap| unowned_item(scene, gap)).collect(),
        words: counts(&gaps),
        people: loads.iter().map(|load| burden(scene, load)).collect(),
        gaps: gaps.len(),
    }
}

fn unowned_item(scene: &Scene, gap: &Gap) -> Option<Unowned> {
    let item = scene.item(gap.item)?;
    let (role, verb) = match gap.missing {
        Missing::Owner => (Role::Owner, "take"),
        Missing::Doer => (Role::Responsible, "do"),
        Missing::Accountable => (Role::Accountable, "answer for"),
        _ => (Role::Accountable, "chase"),
    };
    let nobody = (gap.missing != Missing::Owner).then(|| gap.nobody());
    let (title, is_critical) = (item.title.to_string(), gap.is_critical());
    Some(Unowned { item: item.id, title, is_critical, role, verb, nobody })
}

/// What nobody has, and what somebody has in one way and nobody in the other: a ring with initials has an owner.
fn counts(gaps: &[Gap]) -> String {
    let of = |missing: &[Missing], words: &str| {
        let n = gaps.iter().filter(|gap| missing.contains(&gap.missing)).count();
        (n > 0).then(|| format!("{n} {words}"))
    };
    let all = [
        of(&[Missing::Owner, Missing::Chaser], "without owner"),
        of(&[Missing::Accountable], "nobody answers for"),
        of(&[Missing::Doer], "nobody does"),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn burden(scene: &Scene, load: &Load) -> Burden {
    let name = scene.board.person(load.person).map(|person| person.name.to_string()).unwrap_or_default();
    let is_over = load.work > load.to_go;
    let to_go = if is_over { format!(" of work, {} to go", load.to_go) } else { String::new() };
    let critical = match load.critical {
        MUCH.. => format!(", {} critical", load.critical),
        _ => String::new(),
    };
    Burden { person: load.person, words: format!("{name}: {}{to_go}{critical}", counted(load.work)), is_over }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::board::{Board, BoardId, Days, Item, Kind, Lag, LinkKey, LinkKind, Person};

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    fn person(n: u128) -> PersonId {
        PersonId::new(Uuid::from_u128(n))
    }

    /// A chain of two critical items of ten days each, and three loose ones of eight days; Mei is 1, Bo is 2.
    fn plan(with: impl Fn(u128, &mut Item)) -> Owners {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        for (n, name) in [(1, "Mei"), (2, "Bo")] {
            let person = Person { id: person(n), name: name.parse().unwrap() };
            board.people.insert(person.id, Arc::new(person));
        }
        for n in 1..=5 {
            let mut item = Item::new(id(n));
            item.title = format!("Item {n}").parse().unwrap();
            item.duration = Some(Days::try_from(if n < 3 { 10 } else { 8 }).unwrap());
            (item.responsible, item.accountable) = (Some(person(1)), Some(person(1)));
            with(n, &mut item);
            board.items.insert(item.id, Arc::new(item));
        }
        let key = LinkKey { predecessor: id(1), successor: id(2), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
        owners(&Scene::of(Arc::new(board), "2026-03-02".parse().unwrap()))
    }

    fn said(owners: &Owners) -> Vec<&str> {
        owners.people.iter().map(|burden| burden.words.as_str()).collect()
    }

    #[test]
    fn whoever_has_more_work_than_days_comes_first_and_says_both() {
        let owners = plan(|n, item| item.responsible = Some(person(if n == 5 { 2 } else { 1 })));
        assert_eq!(said(&owners), ["Mei: 36 days of work, 20 to go, 2 critical", "Bo: 8 days"]);
        assert!(owners.people[0].is_over && !owners.people[1].is_over);
    }

    #[test]
    fn items_that_nobody_has_taken_stand_there_the_critical_ones_first() {
        let owners = plan(|n, item| {
            if matches!(n, 2 | 4) {
                (item.responsible, item.accountable) = (None, None);
            }
        });
        let titles: Vec<&str> = owners.unowned.iter().map(|unowned| unowned.title.as_str()).collect();
        assert_eq!(titles, ["Item 2", "Item 4"]);
        assert!(owners.unowned[0].is_critical && !owners.unowned[1].is_critical);
        assert_eq!(owners.gaps, 2);
    }

    #[test]
    fn what_has_initials_is_not_without_owner() {
        let owners = plan(|n, item| match n {
            1 => (item.responsible, item.accountable) = (None, None),
            2 => item.responsible = None,
            _ => item.accountable = None,
        });
        assert_eq!(owners.words, "1 without owner · 3 nobody answers for · 1 nobody does");
        let verbs: Vec<&str> = owners.unowned.iter().map(|unowned| unowned.verb).collect();
        assert_eq!(verbs, ["take", "do", "answer for", "answer for", "answer for"]);
        assert_eq!(plan(|_, _| {}).words, "");
    }

    #[test]
    fn whoever_takes_an_item_leaves_what_is_filled_as_it_is() {
        let role = |with: fn(&mut Item)| {
            plan(|n, item| {
                if n == 1 {
                    with(item);
                }
            })
            .unowned
            .first()
            .map(|u| u.role)
        };
        assert_eq!(role(|item| item.accountable = None), Some(Role::Accountable));
        assert_eq!(role(|item| item.responsible = None), Some(Role::Responsible));
        let external = |item: &mut Item| {
            item.kind = Kind::Api;
            (item.responsible, item.accountable) = (None, None);
        };
        assert_eq!(role(external), Some(Role::Accountable), "the giver is theirs");
    }
}
