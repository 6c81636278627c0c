//! Finding the other end of a link by a few letters: what an item waits for, or what waits for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::board::{Board, Item, ItemId, Kind, LinkKey, Name, Title, cycle_through, folded, sort_by_key};
use crate::edit::Side;

/// The most items that are listed.
const MOST: usize = 8;

/// How an item stands to the one that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// It can be linked.
    Free,
    /// It is linked already.
    Already,
    /// A link would close this cycle.
    Cycle(String),
}

/// An item that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// Whose it is, or what it is, and whether it is done.
    pub detail: String,
    /// How it stands to the one that is asked about.
    pub tie: Tie,
}

/// An item that could be made of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What it would be called.
    pub title: Title,
    /// Who it would come from: what was typed after an `@`.
    pub who: Option<Name>,
    /// The kind that its title names, such as "API".
    pub kind: Option<Kind>,
}

impl Proposed {
    /// What making it means, as "Create 'Payments API', external, a team".
    pub fn words(&self, kind: Kind) -> String {
        let what = match kind {
            Kind::Work => "our work",
            Kind::Team => "external, a team",
            Kind::System => "external, a system",
            Kind::Api => "external, an API",
            Kind::Tool => "external, a tool",
            Kind::Vendor => "external, a vendor",
        };
        let from = if kind.is_external() { "from" } else { "done by" };
        let who = self.who.as_ref().map(|who| format!(", {from} {who}")).unwrap_or_default();
        format!("Create '{}', {what}{who}", self.title)
    }
}

/// What a few letters found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finds {
    /// The items, the best first; of equals, those that can be linked.
    pub found: Vec<Found>,
    /// How many more there are.
    pub more: usize,
    /// The item that could be made instead.
    pub new: Option<Proposed>,
}

/// The items that hold every word typed, and what could be made of the words. Words after an `@` are looked for in
/// the names of those who do it.
pub fn find(board: &Board, about: ItemId, side: Side, typed: &str) -> Finds {
    let (words, who) = typed.split_once('@').unwrap_or((typed, ""));
    let (words, who) = (folded(words.trim()), folded(who.trim()));
    let (beyond, linked) = (beyond(board, about, side), linked(board, about, side));
    let matches = board.live().into_iter().filter(|item| item.id != about);
    let mut ranked: Vec<(u8, bool, bool, &Item)> = matches
        .filter_map(|item| {
            let rank = rank(board, item, &words, &who)?;
            Some((rank, beyond.contains(&item.id), linked.contains(&item.id), item))
        })
        .collect();
    sort_by_key(&mut ranked, |(rank, closes, is_linked, _)| (*rank, *closes, *is_linked));
    let found = ranked.iter().take(MOST).map(|(_, closes, is_linked, item)| {
        let tie = match (closes, is_linked) {
            (true, _) => Tie::Cycle(cycle(board, side.key(about, item.id))),
            (false, true) => Tie::Already,
            (false, false) => Tie::Free,
        };
        Found { id: item.id, title: item.title.to_string(), detail: detail(board, item), tie }
    });
    Finds { found: found.collect(), more: ranked.len().saturating_sub(MOST), new: proposed(board, typed) }
}

/// How well an item fits, 0 the best; `None` where a word is missing.
fn rank(board: &Board, item: &Item, words: &str, who: &str) -> Option<u8> {
    let title = item.title.folded();
    let giver = item.responsible.and_then(|id| board.person(id)).map(|person| person.name.folded());
    let is_whose = who.is_empty() || giver.is_some_and(|giver| giver.contains(who));
    if !is_whose || !words.split_whitespace().all(|word| title.contains(word)) {
        return None;
    }
    let begins =
        |word: &str| title.match_indices(word).any(|(at, _)| !title[..at].ends_with(char::is_alphanumeric));
    Some(match title.strip_prefix(words) {
        Some(rest) => u8::from(!rest.is_empty()),
        None => 2 + u8::from(!words.split_whitespace().all(begins)),
    })
}

/// The items that are linked on that side already.
fn linked(board: &Board, about: ItemId, side: Side) -> Vec<ItemId> {
    match side {
        Side::Before => board.waits_for(about).map(|link| link.key.predecessor).collect(),
        Side::After => board.awaited_in(about).map(|link| link.key.successor).collect(),
    }
}

/// The titles of the cycle that a link would close.
fn cycle(board: &Board, key: LinkKey) -> String {
    let cycle = cycle_through(&board.links, key.predecessor, key.successor).unwrap_or_default();
    let round = cycle.iter().chain(cycle.first()).filter_map(|id| board.item(*id));
    let titles: Vec<&str> = round.map(|item| item.title.as_str()).collect();
    titles.join(" → ")
}

fn detail(board: &Board, item: &Item) -> String {
    let kind = item.kind.is_external().then(|| item.kind.word().to_owned());
    let who = item.responsible.and_then(|id| board.person(id)).map(|person| person.name.to_string());
    let refused = item.refusal.as_ref().map(|_| "refused");
    let state = if item.progress.is_done() { Some("done") } else { refused };
    let parts: Vec<String> = who.into_iter().chain(kind).chain(state.map(str::to_owned)).collect();
    parts.join(" · ")
}

/// The items on the other side, however far: a link to one of them would close a cycle.
fn beyond(board: &Board, about: ItemId, side: Side) -> BTreeSet<ItemId> {
    let mut next: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
    for key in board.links.keys() {
        let (from, to) = match side {
            Side::Before => (key.predecessor, key.successor),
            Side::After => (key.successor, key.predecessor),
        };
        next.entry(from).or_default().push(to);
    }
    let mut beyond = BTreeSet::new();
    let mut open = vec![about];
    while let Some(at) = open.pop() {
        for to in next.get(&at).into_iter().flatten() {
            if beyond.insert(*to) {
                open.push(*to);
            }
        }
    }
    beyond
}

/// What could be made of what was typed, as `Payments API @ Payments`. Nothing where an item is called so already.
pub fn proposed(board: &Board, typed: &str) -> Option<Proposed> {
    let (words, who) = typed.split_once('@').unwrap_or((typed, ""));
    let title: Title = words.parse().ok()?;
    let folded = title.folded();
    let is_taken = board.items.values().any(|i| i.trashed.is_none() && i.title.folded() == folded);
    let named = |kind: &Kind| folded.split(|c: char| !c.is_alphanumeric()).any(|word| word == kind.word());
    let kind = Kind::ALL.into_iter().filter(|kind| kind.is_external()).find(named);
    (!is_taken).then(|| Proposed { title, who: who.parse().ok(), kind })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::board::{BoardId, Lag, Person, PersonId};

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    /// Items 1 to 6; 1 waits for 2, 2 for 3, and 4 comes from the team Pay.
    fn plan() -> Board {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        let titles =
            ["Checkout", "Load test", "Tests of the load", "Overload alarm", "Payments API", "Reload"];
        for (n, title) in (1..).zip(titles) {
            let mut item = Item::new(id(n));
            item.title = title.parse().unwrap();
            board.items.insert(item.id, Arc::new(item));
        }
        let pay = Person { id: PersonId::new(Uuid::from_u128(9)), name: "Pay".parse().unwrap() };
        Arc::make_mut(board.items.get_mut(&id(4)).unwrap()).responsible = Some(pay.id);
        board.people.insert(pay.id, Arc::new(pay));
        for (item, waits_for) in [(1, 2), (2, 3)] {
            board.links.insert(Side::Before.key(id(item), id(waits_for)), Lag::default());
        }
        board
    }

    fn titles(about: u128, side: Side, typed: &str) -> Vec<String> {
        find(&plan(), id(about), side, typed).found.into_iter().map(|found| found.title).collect()
    }

    #[test]
    fn a_title_that_begins_so_comes_first_then_words_that_do_then_the_rest() {
        assert_eq!(
            titles(5, Side::Before, "load"),
            ["Load test", "Tests of the load", "Overload alarm", "Reload"]
        );
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        assert_eq!(titles(5, Side::Before, "test LOAD"), ["Load test", "Tests of the load"]);
        assert!(titles(5, Side::Before, "load nonsense").is_empty());
    }

    #[test]
    fn an_item_is_not_offered_to_itself() {
        assert!(titles(5, Side::Before, "payments").is_empty());
    }

    #[test]
    fn who_gives_it_is_looked_for_after_an_at_sign() {
        assert_eq!(titles(5, Side::Before, "@pay"), ["Overload alarm"]);
        assert!(titles(5, Side::Before, "reload @pay").is_empty());
    }

    #[test]
    fn what_is_linked_says_so_and_what_would_close_a_cycle_names_it() {
        let ties = |about, side| {
            let found = find(&plan(), id(about), side, "load").found;
            found.into_iter().map(|found| (found.title, found.tie)).collect::<Vec<_>>()
        };
        let before = ties(2, Side::Before);
        assert_eq!(before[0], ("Tests of the load".to_owned(), Tie::Already));
        let before = ties(3, Side::Before);
        let cycle = "Load test → Tests of the load → Load test".to_owned();
        assert_eq!(before[0], ("Load test".to_owned(), Tie::Cycle(cycle)));
        assert_eq!(before[1].1, Tie::Free);
    }

    #[test]
    fn the_very_title_comes_first_and_of_equals_what_can_be_linked() {
        let mut board = plan();
        for (n, title) in [(7, "Reload all"), (8, "Reload now"), (9, "Reload")] {
            let mut item = Item::new(id(n));
            item.title = title.parse().unwrap();
            board.items.insert(item.id, Arc::new(item));
        }
        board.items.remove(&id(6));
        for (item, waits_for) in [(3, 9), (3, 7)] {
            board.links.insert(Side::Before.key(id(item), id(waits_for)), Lag::default());
        }
        let found = find(&board, id(3), Side::Before, "reload").found;
        let ties: Vec<_> = found.into_iter().map(|found| (found.title, found.tie)).collect();
        let expected = [("Reload", Tie::Already), ("Reload now", Tie::Free), ("Reload all", Tie::Already)];
        assert_eq!(ties, expected.map(|(title, tie)| (title.to_owned(), tie)));
    }

    #[test]
    fn the_other_way_round_the_cycle_runs_the_other_way() {
        let found = find(&plan(), id(1), Side::After, "tests").found;
        let cycle = "Checkout → Tests of the load → Load test → Checkout".to_owned();
        assert_eq!(found[0].tie, Tie::Cycle(cycle));
    }

    #[test]
    fn what_was_typed_can_be_made_with_its_giver_and_the_kind_it_names() {
        let new = find(&plan(), id(1), Side::Before, " Search API @ Search team ").new.unwrap();
        assert_eq!((new.title.as_str(), new.kind), ("Search API", Some(Kind::Api)));
        assert_eq!(new.words(Kind::Api), "Create 'Search API', external, an API, from Search team");
        assert_eq!(new.words(Kind::Work), "Create 'Search API', our work, done by Search team");
    }

    #[test]
    fn what_is_on_the_board_is_not_made_again_and_nothing_is_made_of_nothing() {
        assert_eq!(find(&plan(), id(1), Side::Before, "payments api").new, None);
        assert_eq!(find(&plan(), id(1), Side::Before, " ").new, None);
    }

    #[test]
    fn the_list_is_short_and_says_how_many_more_there_are() {
        let mut board = plan();
        for n in 10..20 {
            board.items.insert(id(n), Arc::new(Item::new(id(n))));
        }
        let finds = find(&board, id(1), Side::Before, "untitled");
        assert_eq!((finds.found.len(), finds.more), (8, 2));
    }
}
