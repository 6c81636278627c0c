//! Who outside waits for us, and for what.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::edit::Role;
use unblock_core::view::RegisterRow;

use super::{Shown, table_head, text_of};
use crate::panel::PersonWord;
use crate::session::session;

const HEADS: [&str; 7] = ["What", "Who waits", "Our owner", "Status", "Finished", "Needed by", "Gap"];

/// The table of those who wait for us.
#[component]
pub fn Theirs(
    /// What the register shows.
    shown: Shown,
) -> impl IntoView {
    let keys = move || {
        shown.with(|shown| {
            shown.theirs.iter().map(|row| (row.item, row.nth)).collect::<Vec<(ItemId, usize)>>()
        })
    };
    view! {
        <Show when=move || shown.with(|shown| !shown.theirs.is_empty())>
            <section aria-labelledby="they-wait">
                <h2 id="they-wait">"They wait for us"</h2>
                <table class="register" role="table">
                    {table_head(&HEADS)}
                    <tbody role="rowgroup">
                        <For each=keys key=|key| *key children=move |key| view! { <Line key shown /> } />
                    </tbody>
                </table>
            </section>
        </Show>
    }
}

/// One line.
#[component]
fn Line(
    /// The item, and which of those who wait for it.
    key: (ItemId, usize),
    /// What the register shows.
    shown: Shown,
) -> impl IntoView {
    let session = session();
    let item = key.0;
    let row =
        Memo::new(move |_| shown.with(|s| s.theirs.iter().find(|row| (row.item, row.nth) == key).cloned()));
    let text = move |of: fn(&RegisterRow) -> &str| text_of(row, of);
    let is_alarm = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_alarm));
    view! {
        <tr role="row" class:register-open=move || session.selection.with(|s| s.open == Some(item))
            on:focusin=move |_| session.selection.update(|s| s.focus = Some(item))>
            <th scope="row" role="rowheader" class="register-what">
                <button type="button" class="link" dir="auto" on:click=move |_| session.selection.update(|s| s.open(item))>{text(|row| &row.what)}</button>
            </th>
            <td role="cell" data-label="Who waits" dir="auto">{text(|row| &row.who)}</td>
            <td role="cell" data-label="Our owner"><PersonWord id=item label="Owner" blank="who?" role=Role::Owner get=|item| item.responsible /></td>
            <td role="cell" data-label="Status">{text(|row| row.state)}</td>
            <td role="cell" data-label="Finished">{text(|row| &row.plan_on)}</td>
            <td role="cell" data-label="Needed by">{text(|row| &row.needed)}</td>
            <td role="cell" data-label="Gap" class="register-gap" class:alarm=is_alarm>{text(|row| &row.verdict)}</td>
        </tr>
    }
}
