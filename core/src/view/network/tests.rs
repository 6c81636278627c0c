//! What the network promises, on small plans and on the example board.

use super::*;
use crate::board::{Board, Date, Days, Item, LinkKind, Quadrant};
use crate::example;
use crate::gesture::Step;
use uuid::Uuid;

fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

fn today() -> Date {
    "2026-03-02".parse().unwrap()
}

/// Items 1 to `count` of the given days, with links between them.
fn plan(days: &[u32], links: &[(u128, u128)]) -> Scene {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
    for (n, days) in (1..).zip(days) {
        let mut item = Item::new(id(n));
        let (important, urgent) = Quadrant::Do.answers();
        (item.important, item.urgent) = (Some(important), Some(urgent));
        item.duration = Some(Days::try_from(*days).unwrap());
        board.items.insert(item.id, Arc::new(item));
    }
    for (from, to) in links {
        board.links.insert(key(*from, *to), Lag::default());
    }
    Scene::of(Arc::new(board), today())
}

fn key(from: u128, to: u128) -> LinkKey {
    LinkKey { predecessor: id(from), successor: id(to), kind: LinkKind::FinishToStart }
}

fn all() -> Ask {
    Ask { extent: Some(Extent::All), ..Ask::default() }
}

fn critical() -> Ask {
    Ask { extent: Some(Extent::Critical), ..Ask::default() }
}

fn ids(view: &NetworkView) -> Vec<ItemId> {
    view.nodes.iter().map(|node| node.id).collect()
}

fn the_example() -> Scene {
    Scene::of(Arc::new(example::example(BoardId::new(Uuid::nil()), today())), today())
}

#[test]
fn cards_stand_in_reading_order_and_none_on_another() {
    let scene = the_example();
    let view = network(&scene, &all(), None);
    assert_eq!(view.nodes.len(), view.linked);
    let places: Vec<(f64, f64)> = view.nodes.iter().map(|node| (node.at.x, node.at.y)).collect();
    assert!(places.is_sorted_by(|a, b| a < b));
    for (at, node) in view.nodes.iter().enumerate() {
        assert!(view.nodes[at + 1..].iter().all(|other| !other.area().meets(&node.area())));
    }
}

#[test]
fn the_main_chain_is_one_level_line() {
    let scene = the_example();
    let view = network(&scene, &all(), None);
    let heights: Vec<f64> = view.chain.iter().filter_map(|id| view.node(*id)).map(|node| node.at.y).collect();
    assert_eq!(heights.len(), 5);
    assert!(heights.iter().all(|y| (y - heights[0]).abs() < 1e-6), "{heights:?}");
    let main = view.wires.iter().filter(|wire| wire.style == wire::Style::Main);
    assert!(main.flat_map(|wire| &wire.curves).all(|curve| (curve.from.y - curve.to.y).abs() < 15.0));
}

#[test]
fn what_no_link_joins_waits_in_the_tray_the_undone_first() {
    let mut board = (*plan(&[1, 1, 1, 1, 1], &[(2, 3)]).board).clone();
    let done = crate::board::Progress::Done { started: None, on: today() };
    Arc::make_mut(board.items.get_mut(&id(1)).unwrap()).progress = done;
    let view = network(&Scene::of(Arc::new(board), today()), &all(), None);
    assert_eq!(view.loose, [id(4), id(5), id(1)]);
    assert_eq!(ids(&view), [id(2), id(3)]);
}

#[test]
fn a_large_plan_opens_on_what_is_critical_and_its_neighbours_with_stubs_for_the_rest() {
    // 1 → 2 is critical, 3 → 2 a neighbour, 4 → 3 and 5 → 6 are neither.
    let scene = plan(&[9, 9, 1, 1, 1, 1], &[(1, 2), (3, 2), (4, 3), (5, 6)]);
    let view = network(&scene, &critical(), None);
    assert_eq!(ids(&view), [id(1), id(3), id(2)]);
    assert_eq!((view.linked, view.node(id(3)).unwrap().hidden_before), (6, 1));
    assert_eq!(view.hidden(&scene, id(3), true), [id(4)]);
    let opened = Ask { opened: BTreeSet::from([id(4)]), ..critical() };
    let view = network(&scene, &opened, Some(&view));
    assert_eq!((view.nodes.len(), view.node(id(3)).unwrap().hidden_before), (4, 0));
    let small = Ask { room: (1400.0, 800.0), ..Ask::default() };
    assert_eq!(network(&scene, &small, None).extent, Extent::All);
    let phone = Ask { room: (300.0, 200.0), ..Ask::default() };
    assert_eq!(network(&scene, &phone, None).extent, Extent::Critical);
}

#[test]
fn the_selected_item_stays_where_it_is_whatever_is_linked() {
    let days = [5, 4, 3, 2, 1, 1];
    let links = [(1, 2), (2, 3), (4, 3)];
    let before = network(&plan(&days, &links), &all(), None);
    for (from, to) in [(5, 1), (5, 4), (1, 6), (6, 4)] {
        let more: Vec<(u128, u128)> = links.iter().copied().chain([(from, to)]).collect();
        for fixed in 1..=4 {
            let ask = Ask { fixed: Some(id(fixed)), ..all() };
            let after = network(&plan(&days, &more), &ask, Some(&before));
            assert_eq!(after.node(id(fixed)).unwrap().at, before.node(id(fixed)).unwrap().at);
        }
    }
}

#[test]
fn a_change_that_leaves_the_links_alone_moves_no_card() {
    let before = network(&plan(&[5, 4, 3], &[(1, 2), (1, 3)]), &all(), None);
    let after = network(&plan(&[5, 4, 1], &[(1, 2), (1, 3)]), &all(), Some(&before));
    assert_eq!(
        after.nodes.iter().map(|n| n.at).collect::<Vec<_>>(),
        before.nodes.iter().map(|n| n.at).collect::<Vec<_>>()
    );
}

#[test]
fn a_buffer_stands_on_the_links_that_leave_and_the_column_makes_room_for_it() {
    let scene = the_example();
    let view = network(&scene, &all(), None);
    let with: Vec<&Node> = view.nodes.iter().filter(|node| node.buffer.is_some()).collect();
    assert!(with.iter().any(|node| node.buffer.is_some_and(|buffer| buffer.used > 0)), "one has slipped");
    for node in with {
        let end = node.at.x + CARD_WIDTH + node.buffer.unwrap().width() + 20.0;
        let right = view.nodes.iter().filter(|other| other.at.x > node.at.x);
        assert!(right.map(|other| other.at.x).fold(f64::INFINITY, f64::min) > end);
    }
    assert_eq!(Buffer { days: 2, used: 0 }.words(), "+2 d");
    assert_eq!(Buffer { days: 3, used: 2 }.words(), "2 of 3 used");
}

#[test]
fn it_opens_with_the_main_chain_at_a_third_of_the_height() {
    let links: Vec<(u128, u128)> = (1..40).map(|n| (n, n + 1)).chain((2..40).map(|n| (n, n + 100))).collect();
    let days: Vec<u32> = (1..=140).map(|n| if n <= 40 { 5 } else { 1 }).collect();
    let view = network(&plan(&days, &links), &all(), None);
    let window = View { drawing: view.bounds, width: 1400.0, height: 180.0 };
    let seen = view.opening(&window).seen(view.node(id(1)).unwrap().area().middle());
    assert!((seen.y - 60.0).abs() < 1.0 && seen.x > 0.0 && seen.x < 1400.0, "{seen:?}");
}

#[test]
fn an_item_reaches_all_before_it_and_all_after_it_the_direct_ones_more() {
    let scene = plan(&[1; 6], &[(1, 2), (2, 3), (3, 4), (5, 4)]);
    let view = network(&scene, &all(), None);
    let reached = reach(&scene, &view, id(3));
    let of = |n: u128| reached[view.place(id(n)).unwrap()];
    assert_eq!(
        [of(1), of(2), of(3), of(4), of(5)],
        [Reach::Before(false), Reach::Before(true), Reach::Item, Reach::After(true), Reach::Outside]
    );
}

#[test]
fn arrows_go_along_links_and_down_the_column() {
    let scene = plan(&[1, 1, 5, 1, 1], &[(1, 2), (1, 3), (3, 4), (2, 4)]);
    let view = network(&scene, &all(), None);
    assert_eq!(step(&view, id(1), Step::Right), Some(id(3)), "the chain comes first");
    assert_eq!(step(&view, id(4), Step::Left), Some(id(3)));
    let (up, down) = (step(&view, id(3), Step::Up), step(&view, id(3), Step::Down));
    assert!([up, down].contains(&Some(id(2))));
    assert_eq!(step(&view, id(1), Step::Left), None);
}

#[test]
fn a_click_near_a_link_finds_it_and_one_on_empty_ground_none() {
    let view = network(&plan(&[1, 1], &[(1, 2)]), &all(), None);
    let middle = view.wire_middle(key(1, 2)).unwrap();
    assert_eq!(view.wire_at(Point { y: middle.y + 5.0, ..middle }, 1.0), Some(key(1, 2)));
    assert_eq!(view.wire_at(Point { y: middle.y + 40.0, ..middle }, 1.0), None);
    assert_eq!(view.wire_at(Point { y: middle.y + 40.0, ..middle }, 0.2), Some(key(1, 2)));
}

#[test]
fn a_card_says_title_owner_dates_critical_and_what_it_waits_for() {
    let scene = plan(&[2, 3], &[(1, 2)]);
    let card = node_card(&scene, id(2)).unwrap();
    let said = spoken(&scene, &card, &|date| date.to_string());
    assert_eq!(said, "Untitled, no owner, 2026-03-04 to 2026-03-06, critical, waits for Untitled");
}

#[test]
fn the_file_holds_every_card_and_link_and_is_well_formed() {
    let mut board = (*the_example().board).clone();
    let first = *board.links.keys().next().map(|key| &key.predecessor).unwrap();
    Arc::make_mut(board.items.get_mut(&first).unwrap()).title = "A <b> & \"c\"".parse().unwrap();
    let scene = Scene::of(Arc::new(board), today());
    let view = network(&scene, &all(), None);
    let svg = network_svg(&scene, &view, "Plan & more", &|date| date.to_string());
    assert_eq!(
        svg.matches("class=\"wire ").count() + svg.matches("class=\"wire\"").count(),
        view.wires.len()
    );
    assert!(svg.contains("A &lt;b&gt; &amp; &quot;c&quot;") && svg.contains("Plan &amp; more"));
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn an_empty_board_has_an_empty_network() {
    let view = network(&plan(&[], &[]), &Ask::default(), None);
    assert!(view.nodes.is_empty() && view.loose.is_empty() && view.bounds == Rect::default());
}
