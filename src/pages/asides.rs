//! Texts that could not be read and were kept aside: to be downloaded, and thrown away when nobody needs them.

use leptos::prelude::*;

use crate::format::counted;
use crate::session::session;
use crate::transfer::download;

/// The texts, where there are any.
#[component]
pub fn Asides() -> impl IntoView {
    let session = session();
    let texts = RwSignal::new(session.store().asides());
    let count = move || texts.with(Vec::len);
    let all = move || {
        texts.with(|texts| texts.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>().join("\n\n"))
    };
    let forget = move |_| {
        let store = session.store();
        let failed =
            texts.with_untracked(|texts| texts.iter().find_map(|aside| store.forget_aside(aside).err()));
        match failed {
            Some(error) => session.complain(format!("They are still there: {error}.")),
            None => session.tell("The texts were thrown away".to_owned(), false),
        }
        texts.set(store.asides());
    };
    view! {
        <Show when=move || { count() > 0 }>
            <section class="thrown">
                <h2>"Kept aside"</h2>
                <p class="muted">
                    {move || counted(count(), "stored text", "stored texts")}" could not be read. Nothing of it was overwritten."
                </p>
                <p class="import-buttons">
                    <button type="button" class="button" on:click=move |_| download("unblock-kept-aside.txt", "text/plain", &all())>"Download"</button>
                    <button type="button" class="button" on:click=forget>"Throw away"</button>
                </p>
            </section>
        </Show>
    }
}
