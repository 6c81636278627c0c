//! The journal in `IndexedDB`: what a crash leaves. A write is safe when its transaction is complete.
//!
//! The handlers of requests are the functions of a promise, so none can be called after it was freed (the `idb`
//! crate frees its own before the `abort` that follows an `error`, which then throws).

use js_sys::{Array, Promise};
use unblock_core::board::BoardId;
use unblock_core::store::{JournalRead, JournalWrite};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode, window,
};

use super::wait::within;

const NAME: &str = "unblock";
const SNAPSHOTS: &str = "snapshots";
const STEPS: &str = "journal";
/// A database that does not open in so many milliseconds does without, as in some private windows.
const PATIENCE: i32 = 3_000;

/// The open database.
#[derive(Clone)]
pub(super) struct Journal(IdbDatabase);

impl Journal {
    /// The journal, where the browser has one for this page.
    pub(super) async fn open() -> Option<Self> {
        let factory = window()?.indexed_db().ok().flatten()?;
        let request = factory.open_with_u32(NAME, 1).ok()?;
        let asked = request.clone();
        let upgrade = Closure::once(move || {
            let database: Option<IdbDatabase> = asked.result().ok().and_then(|result| result.dyn_into().ok());
            for store in [SNAPSHOTS, STEPS] {
                // A store that cannot be made fails the request, and the page does without a journal.
                _ = database.as_ref().map(|database| database.create_object_store(store));
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = within(PATIENCE, &answered(&request)).await;
        request.set_onupgradeneeded(None);
        opened.ok().filter(|event| !event.is_undefined())?;
        request.result().ok()?.dyn_into().ok().map(Self)
    }

    /// Writes. All writes begin before this returns, in order; the promise is kept when they are safe.
    pub(super) fn write(&self, writes: &[JournalWrite]) -> Result<Promise, JsValue> {
        let (transaction, snapshots, steps) = self.transaction(IdbTransactionMode::Readwrite)?;
        for write in writes {
            match write {
                JournalWrite::Append { board, revision, text } => {
                    steps.delete(&range(*board, *revision)?)?;
                    steps.put_with_key(&text.into(), &step(*board, *revision))?;
                }
                JournalWrite::Fold { board, text, .. } => {
                    snapshots.put_with_key(&text.into(), &id(*board))?;
                    steps.delete(&range(*board, 0)?)?;
                }
                JournalWrite::Forget { board } => {
                    snapshots.delete(&id(*board))?;
                    steps.delete(&range(*board, 0)?)?;
                }
            }
        }
        let safe = completed(&transaction);
        // By itself it would end only when this page has heard of the last request: a page that is busy, as with a fold,
        // would keep its edits waiting. Where a browser does not know the word, it ends by itself.
        #[expect(deprecated, reason = "web-sys marks it so without a reason; the standard does not")]
        let _ = transaction.commit();
        Ok(safe)
    }

    /// What it holds of a board.
    pub(super) async fn read(&self, board: BoardId) -> Result<JournalRead, JsValue> {
        let (transaction, snapshots, steps) = self.transaction(IdbTransactionMode::Readonly)?;
        let snapshot = snapshots.get(&id(board))?;
        let range = range(board, 0)?;
        let (keys, texts) = (steps.get_all_keys_with_key(&range)?, steps.get_all_with_key(&range)?);
        JsFuture::from(completed(&transaction)).await?;
        let (keys, texts) = (list(&keys)?, list(&texts)?);
        let entries = keys.iter().zip(texts.iter());
        let entries =
            entries.filter_map(|(key, text)| Some((revision_of(&key)?, text.as_string()?))).collect();
        Ok(JournalRead { snapshot: snapshot.result()?.as_string(), entries })
    }

    /// The boards it holds.
    pub(super) async fn boards(&self) -> Result<Vec<BoardId>, JsValue> {
        let (_, snapshots, _) = self.transaction(IdbTransactionMode::Readonly)?;
        let keys = snapshots.get_all_keys()?;
        JsFuture::from(answered(&keys)).await?;
        Ok(list(&keys)?.iter().filter_map(|key| key.as_string()?.parse().ok()).collect())
    }

    fn transaction(
        &self,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore, IdbObjectStore), JsValue> {
        let stores = Array::of2(&SNAPSHOTS.into(), &STEPS.into());
        let transaction = self.0.transaction_with_str_sequence_and_mode(&stores, mode)?;
        let (snapshots, steps) = (transaction.object_store(SNAPSHOTS)?, transaction.object_store(STEPS)?);
        Ok((transaction, snapshots, steps))
    }
}

fn answered(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

fn completed(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

fn id(board: BoardId) -> JsValue {
    board.to_string().into()
}

/// The key of a step. JavaScript's numbers hold every revision: those are bounded where they are read.
#[expect(clippy::cast_precision_loss, reason = "revisions are below 2^53")]
fn step(board: BoardId, revision: u64) -> JsValue {
    Array::of2(&id(board), &JsValue::from_f64(revision as f64)).into()
}

/// The steps of a board from a revision on: a list sorts after all numbers.
fn range(board: BoardId, from: u64) -> Result<JsValue, JsValue> {
    let end: JsValue = Array::of2(&id(board), &Array::new()).into();
    IdbKeyRange::bound(&step(board, from), &end).map(Into::into)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written by `step`")]
fn revision_of(key: &JsValue) -> Option<u64> {
    let revision = Array::from(key).get(1).as_f64()?;
    (revision >= 0.0).then_some(revision as u64)
}

fn list(request: &IdbRequest) -> Result<Array, JsValue> {
    request.result().map(|list| Array::from(&list))
}
