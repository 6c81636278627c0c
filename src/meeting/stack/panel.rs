//! Beside the stack: what a cut would do, before it is done; why; and the message when it was done.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::view::stack::{CUT_REASONS, Held, goes_along, usual};

use super::super::go_on_from;
use super::line::{LINE, REASON_FIELD};
use super::sent::SentMessage;
use super::state::{Cutting, Told};
use crate::format::counted;

/// So many of those that stay are named; the rest is counted.
const NAMED: usize = 5;

/// The panel.
#[component]
pub fn CutPanel(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let weighs = Memo::new(move |_| cutting.below.get() > 0);
    let sent = Memo::new(move |_| cutting.sent.with(Option::is_some));
    view! {
        <section class="cut" aria-label="Cut">
            {move || match (weighs.get(), sent.get()) {
                (true, _) => view! { <Weighed cutting /> }.into_any(),
                (false, true) => view! { <SentMessage cutting /> }.into_any(),
                (false, false) => view! { <Nothing cutting /> }.into_any(),
            }}
        </section>
    }
}

/// How to begin.
#[component]
fn Nothing(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let has_usual = move || cutting.stack.with(|stack| usual(stack.items.len()).end < stack.items.len());
    view! {
        <h2>"What if we did less?"</h2>
        <p class="muted">"Drag the line up from the bottom, or press the up arrow on it. It says what a cut there would win and cost; nothing is cut before you say so."</p>
        <Show when=has_usual>
            <button type="button" class="button" on:click=move |_| { cutting.cut_as_usual(); go_on_from(&[LINE]); }>"Try the usual cut: the lowest 20 to 30 %"</button>
        </Show>
    }
}

/// What a cut at the line would do.
#[component]
fn Weighed(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let main = move || cutting.told.with(|told| told.words.main.clone());
    let told = move || {
        let told = cutting.told.get();
        let line = |sentence: &unblock_core::view::Sentence| {
            view! { <li class:alarm=sentence.alarm dir="auto">{sentence.text.clone()}</li> }
        };
        told.words.told.iter().map(line).collect_view()
    };
    let goes = Memo::new(move |_| cutting.told.with(|told| told.cut.items.len()));
    let is_usual = move || {
        let above = cutting.above();
        let usual = cutting.stack.with(|stack| usual(stack.items.len()));
        goes.get() > 0 && usual.start <= above && above <= usual.end
    };
    view! {
        <h2 class="cut-main">{move || if goes.get() == 0 { "Nothing can be cut here".to_owned() } else { main() }}</h2>
        <ul class="cut-told">{told}</ul>
        <Show when=is_usual><p class="muted">"It is the usual cut: the lowest 20 to 30 %."</p></Show>
        <Stays cutting />
        <Show when=move || { goes.get() > 0 }>
            <Why cutting />
            <div class="cut-do">
                <button type="button" class="button primary" on:click=move |_| cutting.cut()>
                    {move || format!("Cut {}", counted(goes.get(), "item", "items"))}
                </button>
                <button type="button" class="button quiet" on:click=move |_| { cutting.cut_last(0); go_on_from(&[LINE]); }>"Keep all"</button>
            </div>
        </Show>
    }
}

/// What stands below the line and stays, and what can be done about it.
#[component]
fn Stays(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let lines = move || {
        let told = cutting.told.get();
        let both = cutting.both.get();
        let held = told.cut.held.iter().take(NAMED).map(|held| held_line(cutting, held));
        let more = told.cut.held.len().saturating_sub(NAMED);
        let goes = below(cutting, &told).filter(|id| both.contains(id)).collect::<Vec<_>>();
        let along = told.cut.items.iter().copied().filter(|id| both.contains(id) && !goes.contains(id));
        let along = along.collect::<Vec<_>>();
        view! {
            {held.collect_view()}
            {(more > 0).then(|| view! { <li>{format!("{more} more stay: kept work waits for them.")}</li> })}
            {goes.into_iter().map(|id| both_line(cutting, id)).collect_view()}
            {told.cut.idle.iter().take(NAMED).map(|id| idle_line(cutting, *id, false)).collect_view()}
            {along.into_iter().map(|id| idle_line(cutting, id, true)).collect_view()}
            {(!told.cut.core.is_empty()).then(|| view! { <li>{core_words(told.cut.core.len())}</li> })}
        }
    };
    view! { <ul class="cut-stays">{lines}</ul> }
}

/// What goes and stands below the line.
fn below(cutting: Cutting, told: &Told) -> impl Iterator<Item = ItemId> {
    let above = cutting.above();
    let below: Vec<ItemId> = cutting.stack.with(|stack| stack.items[above..].to_vec());
    let goes = told.cut.items.clone();
    below.into_iter().filter(move |id| goes.contains(id))
}

fn core_words(count: usize) -> String {
    if count == 1 { "1 stays: it is core.".to_owned() } else { format!("{count} stay: they are core.") }
}

fn title(cutting: Cutting, id: ItemId) -> String {
    cutting.session.board.with(|board| board.item(id).map(|i| format!("'{}'", i.title)).unwrap_or_default())
}

fn others(cutting: Cutting, ids: &[ItemId]) -> String {
    match ids {
        [] => "nothing".to_owned(),
        [one] => title(cutting, *one),
        [one, rest @ ..] => format!("{} and {} more", title(cutting, *one), rest.len()),
    }
}

/// Takes something along with the cut, or does not.
fn take_along(cutting: Cutting, id: ItemId, goes: bool) {
    cutting.both.update(|both| _ = if goes { both.insert(id) } else { both.remove(&id) });
    go_on_from(&[".cut-do .button", LINE]);
}

/// Something that stays because kept work waits for it, with the offer to cut both.
fn held_line(cutting: Cutting, held: &Held) -> AnyView {
    let id = held.item;
    let along = cutting.session.scene.with(|scene| goes_along(scene, id));
    let board = cutting.session.board.get();
    let core = along.iter().find(|id| board.item(**id).is_some_and(|item| item.core)).copied();
    let verb = if held.by.len() == 1 { "waits" } else { "wait" };
    let words = format!("{} stays: {} {verb} for it.", title(cutting, id), others(cutting, &held.by));
    let offer = match (core, along.len()) {
        (Some(core), _) => {
            view! { <span class="muted">{format!("It cannot go: {} is core.", title(cutting, core))}</span> }
                .into_any()
        }
        (None, n) => view! {
            <button type="button" class="link" on:click=move |_| take_along(cutting, id, true)>
                {if n == 1 { "Cut both".to_owned() } else { format!("Cut all {}", n + 1) }}
            </button>
        }
        .into_any(),
    };
    view! { <li><span dir="auto">{words}</span>" "{offer}</li> }.into_any()
}

/// Something that goes with all that waits for it, with the offer to keep it.
fn both_line(cutting: Cutting, id: ItemId) -> AnyView {
    let along = cutting.session.scene.with(|scene| goes_along(scene, id));
    let words = format!("{} goes, and with it {}.", title(cutting, id), others(cutting, &along));
    let keep = if along.len() == 1 { "Keep both" } else { "Keep them" };
    view! {
        <li>
            <span dir="auto">{words}</span>" "
            <button type="button" class="link" on:click=move |_| take_along(cutting, id, false)>{keep}</button>
        </li>
    }
    .into_any()
}

/// Something from outside that nothing needs any more, with the offer to cut it too, or to keep it.
fn idle_line(cutting: Cutting, id: ItemId, goes: bool) -> AnyView {
    let title = title(cutting, id);
    let (words, offer) = if goes {
        (format!("{title} goes too: nothing needs it any more."), "Keep it")
    } else {
        (format!("Nothing needs {title} any more."), "Cut it too")
    };
    let toggle = move |_| take_along(cutting, id, !goes);
    view! { <li><span dir="auto">{words}</span>" "<button type="button" class="link" on:click=toggle>{offer}</button></li> }
        .into_any()
}

/// Why; never demanded.
#[component]
fn Why(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let chip = move |words: &'static str| {
        view! {
            <button type="button" class="cut-reason" aria-pressed=move || cutting.reason.with(|reason| reason == words).to_string()
                on:click=move |_| cutting.reason.set(words.to_owned())>{words}</button>
        }
    };
    view! {
        <div class="cut-why">
            <label for=REASON_FIELD>"Why? One reason for all, if you like"</label>
            <input id=REASON_FIELD type="text" class="field" autocomplete="off" prop:value=cutting.reason
                on:input=move |event| cutting.reason.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Enter" { cutting.cut() } />
            <div class="cut-reasons" role="group" aria-label="Ready reasons">{CUT_REASONS.map(chip)}</div>
        </div>
    }
}
