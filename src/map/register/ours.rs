//! What we wait for: the lines, each edited in place.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::{ItemField, ItemId};
use unblock_core::edit::Role;
use unblock_core::view::{RegisterFlag, RegisterRow};

use super::{Shown, table_head, text_of};
use crate::panel::{DateWord, PersonWord};
use crate::parts::copy;
use crate::session::session;

/// How many lines stand there until more are asked for.
const FIRST: usize = 50;

const HEADS: [&str; 10] =
    ["What", "From", "Our chaser", "Status", "Buffer date", "Needed by", "Gap", "Chase on", "Ask", "Blocks"];

/// The table of what we wait for.
#[component]
pub fn Ours(
    /// What the register shows.
    shown: Shown,
) -> impl IntoView {
    let most = RwSignal::new(FIRST);
    let count = move || shown.with(|shown| shown.ours.len());
    let items = move || {
        shown.with(|shown| shown.ours.iter().take(most.get()).map(|row| row.item).collect::<Vec<ItemId>>())
    };
    view! {
        <section aria-labelledby="we-wait">
            <h2 id="we-wait">"We wait for"</h2>
            <table class="register" role="table">
                {table_head(&HEADS)}
                <tbody role="rowgroup">
                    <For each=items key=|item| *item children=move |item| view! { <Line item shown /> } />
                </tbody>
            </table>
            <Show when=move || count() == 0><p class="muted register-none">"Nothing of that kind."</p></Show>
            <Show when=move || { count() > most.get() }>
                <button type="button" class="button" on:click=move |_| most.update(|most| *most += FIRST)>
                    {move || format!("Show more of {}", count())}
                </button>
            </Show>
        </section>
    }
}

/// One line.
#[component]
fn Line(
    /// The item.
    item: ItemId,
    /// What the register shows.
    shown: Shown,
) -> impl IntoView {
    let session = session();
    let row = Memo::new(move |_| shown.with(|s| s.ours.iter().find(|row| row.item == item).cloned()));
    let text = move |of: fn(&RegisterRow) -> &str| text_of(row, of);
    let has = move |flag: RegisterFlag| row.with(|row| row.as_ref().is_some_and(|row| row.has(flag)));
    let is_alarm = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_alarm));
    let is = move |states: &'static [&'static str]| {
        row.with(|row| row.as_ref().is_some_and(|row| states.contains(&row.state)))
    };
    view! {
        <tr role="row" class:register-open=move || session.selection.with(|s| s.open == Some(item))
            on:focusin=move |_| session.selection.update(|s| s.focus = Some(item))>
            <th scope="row" role="rowheader" class="register-what">
                <button type="button" id=format!("register-{item}") class="link" dir="auto" on:click=move |_| session.selection.update(|s| s.open(item))>{text(|row| &row.what)}</button>
            </th>
            <td role="cell" data-label="From"><PersonWord id=item label="Giver" blank="whom?" role=Role::Responsible get=|item| item.responsible />
                <span class="register-note">{text(|row| row.kind)}</span></td>
            <td role="cell" data-label="Our chaser"><PersonWord id=item label="Our owner" blank="who?" role=Role::Accountable get=|item| item.accountable /></td>
            <td role="cell" data-label="Status">
                <span>{text(|row| row.state)}" "
                    <Show when=move || is(&["unknown", "asked"])>
                        <DateWord id=item label="Asked on" blank="asked when?" get=|item| item.requested put=ItemField::Requested />" "
                    </Show>
                    <Show when=move || !is(&["delivered"])>
                        <span class:alarm=move || has(RegisterFlag::Overdue)>
                            <DateWord id=item label="Promised for" blank="no date yet" get=|item| item.promised put=ItemField::Promised />
                        </span>
                    </Show>
                </span>
                <span class="register-note"><span class="alarm">{text(|row| &row.overdue)}</span></span>
                <span class="register-note">{text(|row| &row.slips)}</span>
            </td>
            <td role="cell" data-label="Buffer date"><span>{text(|row| &row.plan_on)}</span><span class="register-note">{text(|row| &row.used)}</span></td>
            <td role="cell" data-label="Needed by">{text(|row| &row.needed)}</td>
            <td role="cell" data-label="Gap" class="register-gap" class:alarm=is_alarm>{text(|row| &row.verdict)}</td>
            <td role="cell" data-label="Chase on">
                <span><DateWord id=item label="Chase on" blank="when?" get=|item| item.chase_on put=ItemField::ChaseOn />
                <Show when=move || has(RegisterFlag::ChaseToday)><strong>" chase now"</strong></Show></span>
            </td>
            <td role="cell" data-label="Ask"><CopyAsk row /></td>
            <td role="cell" data-label="Blocks" class="register-blocks"><span dir="auto">{text(|row| &row.blocks)}</span></td>
        </tr>
    }
}

/// Puts the sentence that asks for it into the clipboard.
#[component]
fn CopyAsk(
    /// The line.
    row: Memo<Option<RegisterRow>>,
) -> impl IntoView {
    let session = session();
    let copied = move |_| {
        let Some(row) = row.get_untracked() else { return };
        spawn_local(async move {
            let words = if copy(&row.ask).await { "Copied" } else { "The browser did not allow copying" };
            session.tell(format!("{words}: {}", row.ask), false);
        });
    };
    let label = move || row.with(|row| row.as_ref().map(|row| format!("Copy the ask for {}", row.what)));
    view! { <button type="button" class="button" aria-label=label on:click=copied>"Copy"</button> }
}
