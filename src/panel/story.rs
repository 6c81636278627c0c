//! The item's dates in sentences: what binds them, what there is to spare, what would change it.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::view::story;

use crate::format::day;
use crate::session::session;

/// The story of the item's dates.
#[component]
pub fn Story(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let told =
        Memo::new(move |_| session.scene.with(|scene| story(scene, id, &|date| day(date, scene.today))));
    view! {
        <Show when=move || told.with(|told| !told.is_empty())>
            <ul class="story" aria-label="Why">
                {move || told.get().into_iter().map(|sentence| view! {
                    <li dir="auto" class:alarm=sentence.alarm>{sentence.text}</li>
                }).collect_view()}
            </ul>
        </Show>
    }
}
