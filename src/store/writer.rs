//! Who writes a board: a Web Lock held while it is open or, where the browser has no locks (plain http from another
//! machine), a lease under a key of its own.

use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use unblock_core::board::BoardId;
use unblock_core::store::{Key, Lease, Shelf, Standing};
use uuid::Uuid;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, window};

use super::wait::{promise, sleep};
use crate::clock;

/// How often a lease is renewed and looked at, in milliseconds.
const RENEWED_EVERY: i32 = 1_000;
/// How long a written lease is left alone before it counts.
const LEASE_SETTLES: i32 = 50;

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`, which web-sys counts as unstable.
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, options: &Object, granted: &Function) -> Result<Promise, JsValue>;
}

/// How the right to write is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// Now, where nobody has it.
    IfFree,
    /// When whoever has it closes the board.
    Wait,
    /// Now, whoever has it.
    Steal,
}

/// The right to write, or the wish to have it. Both end when this is dropped.
pub(super) struct Hold {
    release: Function,
    cancel: Option<AbortController>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        _ = self.release.call0(&JsValue::NULL);
        if let Some(cancel) = &self.cancel {
            cancel.abort();
        }
    }
}

/// Asks for the right to write a board. The promise tells `true` when it is granted and `false` when it is not.
/// `lost` is called when somebody takes it away.
pub(super) fn ask(
    shelf: &Rc<dyn Shelf>,
    board: BoardId,
    how: Ask,
    lost: impl FnOnce() + 'static,
) -> (Hold, Promise) {
    let (until, release) = promise();
    let (granted, grant) = promise();
    let cancel = AbortController::new().ok();
    let hold = Hold { release, cancel: cancel.clone() };
    match locks() {
        Some(locks) => lock(&locks, board, how, &until, cancel, grant, lost),
        None => spawn_local(lease(Rc::clone(shelf), board, how, cancel, grant, lost)),
    }
    (hold, granted)
}

fn locks() -> Option<Locks> {
    let locks = Reflect::get(&window()?.navigator(), &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

fn lock(
    locks: &Locks,
    board: BoardId,
    how: Ask,
    until: &Promise,
    cancel: Option<AbortController>,
    grant: Function,
    lost: impl FnOnce() + 'static,
) {
    let options = Object::new();
    let (name, value) = match (how, cancel) {
        (Ask::Wait, Some(cancel)) => ("signal", cancel.signal().into()),
        (Ask::Wait, None) | (Ask::IfFree, _) => ("ifAvailable", JsValue::TRUE),
        (Ask::Steal, _) => ("steal", JsValue::TRUE),
    };
    _ = Reflect::set(&options, &name.into(), &value);
    let (until, told) = (until.clone(), grant.clone());
    let granted = Closure::once(move |lock: JsValue| -> JsValue {
        tell(&told, !lock.is_null());
        if lock.is_null() { JsValue::UNDEFINED } else { until.into() }
    });
    let request =
        locks.request(&format!("unblock/board/{board}"), &options, granted.as_ref().unchecked_ref());
    spawn_local(async move {
        let ended = match request {
            Ok(request) => JsFuture::from(request).await,
            Err(error) => Err(error),
        };
        drop(granted);
        if ended.is_err() {
            tell(&grant, false);
            lost();
        }
    });
}

fn tell(grant: &Function, granted: bool) {
    _ = grant.call1(&JsValue::NULL, &granted.into());
}

pub(super) async fn lease(
    shelf: Rc<dyn Shelf>,
    board: BoardId,
    how: Ask,
    cancel: Option<AbortController>,
    grant: Function,
    lost: impl FnOnce(),
) {
    let key = Key::Lease(board);
    let tab = Uuid::now_v7().to_string();
    let ended = || cancel.as_ref().is_some_and(|cancel| cancel.signal().aborted());
    let standing = || Lease::standing(shelf.get(key).ok().flatten().as_deref(), &tab, clock::now());
    // A lease that cannot be written, as when storage is full, holds nobody back.
    let renew = || _ = shelf.set(key, &Lease { tab: tab.clone(), renewed: clock::now() }.to_string());
    while how == Ask::Wait && standing() == Standing::Held && !ended() {
        sleep(RENEWED_EVERY).await;
    }
    if !ended() && (how == Ask::Steal || standing() == Standing::Free) {
        renew();
        sleep(LEASE_SETTLES).await;
    }
    let mut mine = standing() != Standing::Held && !ended();
    tell(&grant, mine);
    if !mine {
        return;
    }
    while mine && !ended() {
        renew();
        sleep(RENEWED_EVERY).await;
        mine = standing() != Standing::Held;
    }
    if mine {
        _ = shelf.remove(key);
    } else {
        lost();
    }
}
