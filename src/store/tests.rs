//! The store in a real browser: what the core cannot know. Each test has a board of its own.

use std::cell::RefCell;
use std::rc::Rc;

use unblock_core::board::{Board, BoardId};
use unblock_core::edit::{Action, Command, Document, NewItem, Place, Stamp};
use unblock_core::store::{BoardCard, Key, MemoryShelf, Shelf};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::*;

use super::wait::{promise, sleep};
use super::writer::{Ask, lease};
use super::{Opened, Role, SaveState, Store, StoreEvent};
use crate::clock;
use crate::keeper::Keeper;

wasm_bindgen_test_configure!(run_in_browser);

/// A store as one tab has it, and what it told.
struct Tab {
    store: Store,
    told: Rc<RefCell<Vec<StoreEvent>>>,
    document: Document,
    role: Role,
}

/// A store with all that it needs.
async fn started(tell: impl Fn(StoreEvent) + 'static) -> Store {
    let store = Store::start(tell, async { Some(Keeper::new()) }).await.unwrap();
    store.take_keeper(Keeper::new());
    store
}

impl Tab {
    async fn open(id: BoardId) -> Self {
        let told = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&told);
        let store = started(move |event| heard.borrow_mut().push(event)).await;
        match store.open(id, None).await {
            Opened::Open { document, role, .. } => Self { store, told, document: *document, role },
            other => panic!("not opened: {other:?}"),
        }
    }

    fn stamp() -> Stamp {
        Stamp { at: clock::now(), today: clock::today(), by: None }
    }

    fn add(&mut self, title: &str) {
        let new = NewItem { id: clock::new_item_id(), title: title.parse().unwrap() };
        let action = Action::Add { items: vec![new], to: None, place: Place::Bottom };
        let entry = self.document.dispatch(&Command { stamp: Self::stamp(), action }).unwrap().unwrap();
        self.store.append(&entry, &self.document);
    }

    fn undo(&mut self) {
        let entry = self.document.undo(Self::stamp()).unwrap();
        self.store.append(&entry, &self.document);
    }

    fn titles(&self) -> Vec<String> {
        self.document.board.live().iter().map(|item| item.title.to_string()).collect()
    }

    /// What was last told of saving, after a moment.
    async fn state(&self) -> Option<SaveState> {
        sleep(200).await;
        self.told.borrow().iter().rev().find_map(|event| match event {
            StoreEvent::Save(state) => Some(state.clone()),
            _ => None,
        })
    }

    fn last_role(&self) -> Option<Role> {
        self.told.borrow().iter().rev().find_map(|event| match event {
            StoreEvent::RoleChanged(role) => Some(*role),
            _ => None,
        })
    }

    fn followed(&mut self) {
        let last = self.told.borrow().iter().rev().find_map(|event| match event {
            StoreEvent::Followed(document) => Some((**document).clone()),
            _ => None,
        });
        self.document = last.unwrap();
    }
}

/// A new board on the shelf, not opened.
async fn created() -> BoardId {
    let store = started(|_| {}).await;
    let id = clock::new_board_id();
    store.create(&Document::new(Board::new(id, "Plan".parse().unwrap()))).await.unwrap();
    id
}

#[wasm_bindgen_test]
async fn what_was_saved_is_there_after_a_reload_and_can_be_undone() {
    let id = created().await;
    let mut tab = Tab::open(id).await;
    tab.add("a");
    tab.add("b");
    assert_eq!(tab.state().await, Some(SaveState::Saved { crash_safe: true }));
    tab.store.close();
    let mut again = Tab::open(id).await;
    assert_eq!((again.role, &again.document), (Role::Writer, &tab.document));
    again.undo();
    again.store.close();
    assert_eq!(Tab::open(id).await.titles(), ["a"]);
}

#[wasm_bindgen_test]
async fn what_local_storage_lost_comes_back_from_the_journal() {
    let id = created().await;
    let mut tab = Tab::open(id).await;
    tab.add("a");
    assert_eq!(tab.state().await, Some(SaveState::Saved { crash_safe: true }));
    tab.store.close();
    for key in tab.store.shelf().keys().unwrap() {
        if key.board() == Some(id) {
            tab.store.shelf().remove(key).unwrap();
        }
    }
    let again = Tab::open(id).await;
    assert_eq!(again.titles(), ["a"]);
    assert!(again.store.has(id));
}

#[wasm_bindgen_test]
async fn without_the_journal_it_is_saved_but_not_crash_safe() {
    let id = created().await;
    let mut tab = Tab::open(id).await;
    tab.store.0.journal.borrow_mut().take();
    tab.add("a");
    assert_eq!(tab.state().await, Some(SaveState::Saved { crash_safe: false }));
    tab.store.close();
    assert_eq!(Tab::open(id).await.titles(), ["a"]);
}

#[wasm_bindgen_test]
async fn a_second_tab_follows_until_it_takes_over() {
    let id = created().await;
    let mut first = Tab::open(id).await;
    first.add("a");
    let mut second = Tab::open(id).await;
    assert_eq!(second.role, Role::Follower);
    first.add("b");
    second.store.take_over().await;
    assert_eq!((first.last_role(), second.last_role()), (Some(Role::Follower), Some(Role::Writer)));
    second.followed();
    second.add("c");
    assert_eq!(second.titles(), ["a", "b", "c"]);
    assert_eq!(second.state().await, Some(SaveState::Saved { crash_safe: true }));
    second.store.close();
    assert_eq!(Tab::open(id).await.titles(), ["a", "b", "c"]);
}

#[wasm_bindgen_test]
async fn a_follower_writes_when_the_writer_has_closed_the_board() {
    let id = created().await;
    let mut first = Tab::open(id).await;
    let second = Tab::open(id).await;
    first.add("a");
    first.store.close();
    sleep(300).await;
    assert_eq!(second.last_role(), Some(Role::Writer));
}

#[wasm_bindgen_test]
async fn an_edit_that_comes_too_late_becomes_a_copy() {
    let id = created().await;
    let mut first = Tab::open(id).await;
    let second = Tab::open(id).await;
    second.store.take_over().await;
    first.add("too late");
    let copy = first.told.borrow().iter().find_map(|event| match event {
        StoreEvent::ConflictCopy { id, name } => Some((*id, name.clone())),
        _ => None,
    });
    let (copy, name) = copy.unwrap();
    assert_eq!(name, "Plan (conflict copy)");
    assert_eq!(Tab::open(copy).await.titles(), ["too late"]);
    assert!(second.document.board.items.is_empty());
}

#[wasm_bindgen_test]
async fn boards_go_to_the_trash_come_back_and_are_deleted() {
    let id = created().await;
    let store = started(|_| {}).await;
    let trashed = || store.boards().iter().find(|card| card.id == id).map(BoardCard::trashed);
    store.trash(id, clock::today()).unwrap();
    assert_eq!(trashed(), Some(Some(clock::today())));
    store.restore(id).unwrap();
    assert_eq!(trashed(), Some(None));
    store.delete_for_good(id).await.unwrap();
    assert_eq!(trashed(), None);
    assert!(matches!(store.open(id, None).await, Opened::Missing));
}

#[wasm_bindgen_test]
async fn neighbours_are_counted_and_left_alone() {
    let local = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let store = started(|_| {}).await;
    let before = store.usage().used;
    local.set_item("length", "neighbour 😀").unwrap();
    assert_eq!(store.usage().used - before, "length".len() + 12);
    store.delete_for_good(created().await).await.unwrap();
    assert_eq!(local.get_item("length").unwrap().as_deref(), Some("neighbour 😀"));
    local.remove_item("length").unwrap();
}

async fn leased(shelf: &Rc<dyn Shelf>, id: BoardId, how: Ask, lost: Rc<RefCell<bool>>) -> bool {
    let (granted, grant) = promise();
    spawn_local(lease(Rc::clone(shelf), id, how, None, grant, move || *lost.borrow_mut() = true));
    JsFuture::from(granted).await.unwrap().is_truthy()
}

#[wasm_bindgen_test]
async fn where_there_are_no_locks_a_lease_elects_the_writer() {
    let shelf: Rc<dyn Shelf> = Rc::new(MemoryShelf::default());
    let id = clock::new_board_id();
    let lost = Rc::new(RefCell::new(false));
    assert!(leased(&shelf, id, Ask::IfFree, Rc::clone(&lost)).await);
    assert!(!leased(&shelf, id, Ask::IfFree, Rc::default()).await);
    assert!(leased(&shelf, id, Ask::Steal, Rc::default()).await);
    sleep(1_200).await;
    assert!(*lost.borrow(), "the first one has seen it");
    assert!(shelf.get(Key::Lease(id)).unwrap().is_some());
}
