//! Several tabs on one board: one writes, the others follow, and any of them can take over.

use unblock_core::board::BoardId;
use unblock_core::edit::Document;
use unblock_core::store::{JournalRead, Key, Loaded, Message, Opened, Saver, ShelfError, conflict_copy};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageEvent, window};

use super::wait::{promise, sleep, within};
use super::writer::{Ask, ask};
use super::{Role, SaveState, Store, StoreEvent};
use crate::clock;

/// A tab that does not answer in so many milliseconds is frozen: the right to write is taken from it.
const PATIENCE: i32 = 2_000;
/// The former writer's last writes are seen here after so many milliseconds.
const SETTLES: i32 = 50;
/// A tab that gave up the right to write lets whoever asked for it go first.
const COURTESY: i32 = 3_000;
/// Several writes of another tab are followed in one go.
const GATHERS: i32 = 20;

impl Store {
    /// Takes the right to write the open board over from the tab that has it.
    pub async fn take_over(&self) {
        let Some((id, Role::Follower)) = self.with_open(|open| (open.document.board.id, open.role)) else {
            return;
        };
        let (answer, answered) = promise();
        *self.0.yielded.borrow_mut() = Some(answered);
        self.with_open(|open| open.channel.say(Message::Ask));
        _ = within(PATIENCE, &answer).await;
        self.0.yielded.borrow_mut().take();
        if self.with_open(|open| (open.document.board.id, open.role)) == Some((id, Role::Follower)) {
            self.claim(id, Ask::Steal).await;
        }
    }

    /// Waits for the right to write the open board, which comes when the other tab closes it.
    pub(super) fn wait_for_the_right(&self) {
        if let Some(id) = self.with_open(|open| open.document.board.id) {
            let store = self.clone();
            spawn_local(async move { store.claim(id, Ask::Wait).await });
        }
    }

    async fn claim(&self, id: BoardId, how: Ask) {
        if self.with_open(|open| open.document.board.id) != Some(id) {
            return;
        }
        let claim = self.next_claim();
        let (hold, granted) = ask(&self.0.shelf, id, how, self.when_lost(claim));
        let before = self.with_open(|open| {
            open.claim = claim;
            open.hold.replace(hold)
        });
        drop(before);
        if JsFuture::from(granted).await.is_ok_and(|granted| granted.is_truthy()) {
            sleep(SETTLES).await;
            self.become_writer(id, claim).await;
        }
    }

    async fn become_writer(&self, id: BoardId, claim: u64) {
        let journal = self.read_journal(id).await;
        let still_mine = self.with_open(|open| open.claim == claim && open.hold.is_some());
        if still_mine != Some(true) {
            return;
        }
        match self.recover(id, journal.as_ref()) {
            Ok(Loaded::Open(opened)) => {
                self.adopt(&opened);
                self.with_open(|open| open.role = Role::Writer);
                self.tell(StoreEvent::RoleChanged(Role::Writer));
                self.tell(StoreEvent::Save(SaveState::Saved { crash_safe: self.journal().is_some() }));
                self.put_in_order();
            }
            // The other tab deleted it. It is shown until it is closed, and comes back with the first edit.
            Ok(Loaded::Missing) => {
                self.with_open(|open| (open.role, open.saver) = (Role::Writer, Saver::new(id)));
                self.tell(StoreEvent::RoleChanged(Role::Writer));
            }
            // What cannot be read is not written either.
            Ok(Loaded::Unreadable(_) | Loaded::Newer { .. }) | Err(_) => {}
        }
    }

    /// Reads a board. Whatever is stored comes after what reads it: without that, nothing is there.
    pub(super) fn recover(&self, id: BoardId, journal: Option<&JournalRead>) -> Result<Loaded, ShelfError> {
        self.keeper().map_or(Ok(Loaded::Missing), |keeper| (keeper.recover)(self.shelf(), id, journal))
    }

    /// Shows what was read, where it is something else.
    fn adopt(&self, opened: &Opened) {
        let document = &opened.document;
        let changed = self.with_open(|open| {
            open.saver = Saver::resumed(opened);
            let changed = open.document != *document;
            open.document = document.clone();
            changed
        });
        if changed == Some(true) {
            self.tell(StoreEvent::Followed(Box::new(document.clone())));
        }
    }

    /// What happens when the right to write, this claim, is taken away.
    pub(super) fn when_lost(&self, claim: u64) -> impl FnOnce() + 'static {
        let store = self.clone();
        move || {
            let lost = store.with_open(|open| (open.claim == claim).then(|| (open.hold.take(), open.role)));
            if let Some(Some((hold, role))) = lost {
                drop(hold);
                match role {
                    Role::Writer => store.lose_to_another(),
                    Role::Follower => store.wait_politely(),
                }
            }
        }
    }

    /// What happens when another tab says something about the board.
    pub(super) fn when_heard(&self, id: BoardId) -> impl Fn(Message) + 'static {
        let store = self.clone();
        move |message| match message {
            Message::Ask => store.give_up_to_whoever_asks(id),
            Message::Yielded => {
                if let Some(answered) = store.0.yielded.borrow().as_ref() {
                    _ = answered.call0(&JsValue::NULL);
                }
            }
        }
    }

    fn give_up_to_whoever_asks(&self, id: BoardId) {
        if self.with_open(|open| (open.document.board.id, open.role)) != Some((id, Role::Writer)) {
            return;
        }
        if self.with_open(|open| open.saver.is_behind()) == Some(true) {
            self.flush();
        }
        // What cannot be saved is not given up: whoever asks takes it, and it becomes a copy.
        if self.with_open(|open| open.saver.is_behind()) == Some(false) {
            self.write_open_card();
            self.follow_from_now_on();
            self.with_open(|open| open.channel.say(Message::Yielded));
        }
    }

    fn follow_from_now_on(&self) {
        let hold = self.with_open(|open| {
            open.role = Role::Follower;
            open.edited = 0;
            open.hold.take()
        });
        drop(hold);
        self.tell(StoreEvent::RoleChanged(Role::Follower));
        self.wait_politely();
    }

    fn wait_politely(&self) {
        let id = self.with_open(|open| open.document.board.id);
        let store = self.clone();
        spawn_local(async move {
            sleep(COURTESY).await;
            let idle = |open: &mut super::OpenBoard| open.role == Role::Follower && open.hold.is_none();
            if store.with_open(|open| open.document.board.id) == id && store.with_open(idle) == Some(true) {
                store.wait_for_the_right();
            }
        });
    }

    /// Another tab writes the board now. What this one could not save becomes a board of its own.
    pub(super) fn lose_to_another(&self) {
        let unsaved = self.with_open(|open| open.saver.is_behind().then(|| open.document.clone())).flatten();
        self.follow_from_now_on();
        match unsaved {
            Some(document) => self.keep_as_copy(&document),
            None => self.catch_up(),
        }
    }

    /// Keeps a document beside the board it belongs to, and shows that board as the other tab has it.
    pub(super) fn keep_as_copy(&self, document: &Document) {
        let copy = conflict_copy(document, clock::new_board_id());
        let attempt = self.create_on_shelf(&copy);
        // A kill of the browser takes the last seconds of its storage along: the journal has the copy too.
        if let Some(Ok(written)) = self.journal().map(|journal| journal.write(&attempt.journal)) {
            spawn_local(async move { _ = JsFuture::from(written).await });
        }
        match attempt.shelf {
            Ok(()) => {
                let (id, name) = (copy.board.id, copy.board.about.name.to_string());
                self.tell(StoreEvent::ConflictCopy { id, name });
                if let Ok(Loaded::Open(opened)) = self.recover(document.board.id, None) {
                    self.adopt(&opened);
                }
            }
            // What is shown is all there is of it: it stays, to be downloaded.
            Err(error) => {
                let why = format!("another tab is editing this board, and {error}");
                self.tell(StoreEvent::Save(SaveState::NotSaved { why }));
            }
        }
    }

    /// Follows what other tabs write.
    pub(super) fn listen_to_storage(&self) {
        let store = self.clone();
        let heard = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
            let key = event.key().filter(|_| event.new_value().is_some());
            if let Some(Key::Log(id, _) | Key::Now(id)) = key.and_then(|key| Key::parse(&key)) {
                store.follow_soon(id);
            }
        });
        if let Some(window) = window() {
            _ = window.add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
        }
        // For as long as the page lives.
        heard.forget();
    }

    fn follow_soon(&self, id: BoardId) {
        let store = self.clone();
        spawn_local(async move {
            sleep(GATHERS).await;
            if store.with_open(|open| (open.document.board.id, open.role)) == Some((id, Role::Follower)) {
                store.catch_up();
            }
        });
    }

    /// Takes in what another tab has written: its steps where they follow, else all of the board.
    fn catch_up(&self) {
        let known = self.with_open(|open| open.document.clone());
        let (Some(known), Some(keeper)) = (known, self.keeper()) else { return };
        let id = known.board.id;
        let mut document = known.clone();
        loop {
            let next = document.revision + 1;
            let text = self.shelf().get(Key::Log(id, next)).ok().flatten();
            let Some(Ok(entry)) = text.map(|text| (keeper.read_entry)(&text, next)) else { break };
            if (keeper.replay)(&mut document, &entry).is_err() {
                break;
            }
        }
        if document.revision > known.revision {
            self.with_open(|open| open.document = document.clone());
            self.tell(StoreEvent::Followed(Box::new(document)));
        } else if let Ok(Loaded::Open(opened)) = self.recover(id, None)
            && opened.document.revision != known.revision
        {
            self.adopt(&opened);
        }
    }
}
