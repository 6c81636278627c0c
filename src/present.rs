//! Presenting: the page enlarged for a room, over the whole screen where the browser allows it, and awake as long as it
//! lasts.
//!
//! Absent on purpose: anything that cannot be done while presenting. It is how the page looks, nothing else.

use std::cell::RefCell;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::session::Session;

/// The attribute of the root element that the styles look at.
const MARK: &str = "data-present";

/// By how much the page is enlarged; `style/tokens.css` has the same figure.
const ENLARGED: f64 = 1.25;

thread_local! {
    /// What keeps the screen awake, where the browser gives it.
    static AWAKE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// By how much the page is enlarged now.
pub fn scale(session: Session) -> f64 {
    if session.presenting.get() { ENLARGED } else { 1.0 }
}

/// The same, for who has no session at hand.
pub fn scale_now() -> f64 {
    let presents = document().document_element().is_some_and(|root| root.has_attribute(MARK));
    if presents { ENLARGED } else { 1.0 }
}

/// Begins to present, or ends it.
pub fn toggle(session: Session) {
    let presents = !session.presenting.get_untracked();
    session.presenting.set(presents);
    session.said.set(if presents { "Presenting" } else { "Not presenting any more" }.to_owned());
    let root = document().document_element();
    if presents {
        // Setting an attribute with a valid name cannot fail.
        _ = root.as_ref().map(|root| root.set_attribute(MARK, ""));
        if let Some(root) = root {
            spawn_local(async move { drop(call(&root, "requestFullscreen", None).await) });
        }
        spawn_local(stay_awake());
    } else {
        // Removing an attribute cannot fail.
        _ = root.map(|root| root.remove_attribute(MARK));
        spawn_local(async {
            if is_whole_screen() {
                _ = call(&document(), "exitFullscreen", None).await;
            }
            let held = AWAKE.with(RefCell::take);
            if let Some(held) = held {
                _ = call(&held, "release", None).await;
            }
        });
    }
}

/// Leaves with the whole screen what came with it, and stays awake when somebody comes back to the page.
pub fn follow(session: Session) {
    let events = [("fullscreenchange", true), ("visibilitychange", false)].map(|(name, whole)| {
        let event = leptos::ev::Custom::<leptos::web_sys::Event>::new(name);
        window_event_listener(event, move |_| {
            let presents = session.presenting.get_untracked();
            if presents && whole && !is_whole_screen() {
                toggle(session);
            } else if presents && !whole {
                spawn_local(stay_awake());
            }
        })
    });
    on_cleanup(move || events.into_iter().for_each(WindowListenerHandle::remove));
}

fn is_whole_screen() -> bool {
    Reflect::get(&document(), &"fullscreenElement".into()).is_ok_and(|element| element.is_object())
}

/// Asks the browser to keep the screen on. Where it cannot or will not, the screen does what it does.
async fn stay_awake() {
    let Ok(lock) = Reflect::get(&window().navigator(), &"wakeLock".into()) else { return };
    if let Some(held) = call(&lock, "request", Some("screen")).await {
        AWAKE.with(|awake| awake.replace(Some(held)));
    }
}

/// Calls a method that may not be there and gives a promise that may be refused; `None` then.
async fn call(on: &JsValue, method: &str, argument: Option<&str>) -> Option<JsValue> {
    let method: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
    let given = match argument {
        Some(argument) => method.call1(on, &argument.into()),
        None => method.call0(on),
    };
    let promise: Promise = given.ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
