//! Two to four options side by side, and the record of them.

use leptos::prelude::*;
use unblock_core::board::{Door, ItemField, ItemId};
use unblock_core::edit::Action;
use unblock_core::view::compare::{
    BarView, OPTIONS, OptionView, SideBySide as View, WHOLE, comparison_markdown, comparison_svg,
    decision_words, kept_comparison, side_by_side,
};
use unblock_core::view::straight;

use super::questions::Questions;
use super::room::{ask, ask_id};
use super::state::{Comparing, Lens};
use crate::focus::keep_focus;
use crate::meeting::decide_by;
use crate::parts::{Icon, Shape, print};
use crate::session::{Session, session};
use crate::transfer::{copy_or_download, download, file_name};

/// The options side by side.
#[component]
pub fn SideBySide() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let shown = Memo::new(move |_| shown(comparing));
    move || match shown.get().inspect(|_| keep_focus()) {
        Some(shown) => view! { <Columns shown /> }.into_any(),
        None => view! { <TooFew /> }.into_any(),
    }
}

fn shown(comparing: Comparing) -> Option<View> {
    let (options, method) = (comparing.options(), comparing.method.get());
    comparing.session().scene.with(|scene| side_by_side(scene, &options, method))
}

/// What is said where there are not two options yet.
#[component]
fn TooFew() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let first_two = Memo::new(move |_| {
        comparing.table.with(|table| {
            let two: Vec<_> =
                table.rows.iter().filter(|row| row.score.is_ok()).map(|row| row.item).take(2).collect();
            (two.len() == *OPTIONS.start()).then_some(two)
        })
    });
    view! {
        <div class="nothing">
            <p class="cmp-nothing-head">"Choose two items that compete."</p>
            <p>"Their boxes are in the table, at the left of each row. Up to four stand side by side."</p>
            <p class="cmp-nothing-ways">
                <button type="button" class="button primary" on:click=move |_| comparing.lens.set(Lens::Table)>"Choose in the table"</button>
                <Show when=move || first_two.with(Option::is_some)>
                    <button type="button" class="button" on:click=move |_| comparing.options.set(first_two.get_untracked().unwrap_or_default())>
                        {move || if comparing.held.with(Option::is_some) { "Compare the first two" } else { "Compare the two that lead" }}
                    </button>
                </Show>
            </p>
        </div>
    }
}

/// The verdict and the columns.
#[component]
fn Columns(
    /// What is shown.
    shown: View,
) -> impl IntoView {
    let columns = format!("--options:{}", shown.options.len());
    view! {
        <div class="cmp-side">
            <div class="cmp-verdict">
                <h2 aria-live="polite">{straight(&shown.verdict)}</h2>
                {shown.question.map(|question| view! { <p class="cmp-question">{straight(&question)}</p> })}
                {shown.details.into_iter().map(|detail| view! { <p>{straight(&detail)}</p> }).collect_view()}
            </div>
            <ul class="cmp-options" prop:style=columns>
                {shown.options.into_iter().map(|option| view! { <OptionColumn option letters=shown.method.letters() /> }).collect_view()}
            </ul>
        </div>
    }
}

/// An option.
#[component]
fn OptionColumn(
    /// What is shown of it.
    option: OptionView,
    /// The method's letters.
    letters: &'static str,
) -> impl IntoView {
    let session = session();
    let comparing = expect_context::<Comparing>();
    let OptionView { item, title, score, rank, leads, bars, behind, reason, door, risks, adds } = option;
    let out = format!("Take {title} out of the comparison");
    let (figure, why) = match score {
        Ok(score) => (score, None),
        Err(why) => ("–".to_owned(), Some(why)),
    };
    let place = match (leads, rank) {
        (true, Some(rank)) => format!("{letters} · {rank} · leads"),
        (false, Some(rank)) => format!("{letters} · {rank}"),
        (_, None) => letters.to_owned(),
    };
    view! {
        <li class="cmp-option" class:cmp-leads=leads data-item=item.to_string() tabindex="-1">
            <header>
                <h3><button type="button" class="cmp-option-title" dir="auto" title=format!("Open {title}")
                    on:click=move |_| session.selection.update(|selection| selection.open(item))>{title.clone()}</button></h3>
                <button type="button" class="icon-button" aria-label=out.clone() title=out
                    on:click=move |_| comparing.toggle(item)><Icon shape=Shape::Close /></button>
            </header>
            <p class="cmp-big">{figure}<span class="cmp-place">{place}</span></p>
            <ul class="cmp-bars">{bars.into_iter().map(|each| bar(comparing, item, &title, each)).collect_view()}</ul>
            <p class="cmp-behind" class:alarm=why.is_some()>{why.clone().or(behind)}</p>
            <div class="cmp-why">
                <Questions id=item prefix="why" />
                <p class="cmp-reason">{reason}</p>
            </div>
            <ul class="cmp-facts">
                <li>{doors(session, item, door)}</li>
                {risks.into_iter().map(|risk| view! { <li class="cmp-risk">{risk}</li> }).collect_view()}
                {adds.into_iter().map(|add| view! { <li>{add}</li> }).collect_view()}
            </ul>
        </li>
    }
}

/// Whether it can be taken back, to be said where nobody has.
fn doors(session: Session, item: ItemId, words: &'static str) -> AnyView {
    let held = session.board.with_untracked(|board| board.item(item).and_then(|item| item.door));
    let box_of = |door: Door, name: &'static str| {
        let is_held = held == Some(door);
        let field = ItemField::Door(Some(door).filter(|_| !is_held));
        view! {
            <button type="button" class="cmp-tick-box" class:cmp-ticked=is_held id=format!("door-{name}-{item}") aria-pressed=is_held.to_string()
                on:click=move |_| _ = session.dispatch(Action::Edit { items: vec![item], field: field.clone() })>{name}</button>
        }
    };
    view! {
        <span>{words}</span>
        <span class="cmp-ticks">{box_of(Door::OneWay, "One-way")}{box_of(Door::TwoWay, "Two-way")}</span>
    }
    .into_any()
}

/// A factor. Its name opens the estimates from the room.
fn bar(comparing: Comparing, item: ItemId, title: &str, bar: BarView) -> AnyView {
    let percent = |share: u64| format!("{}.{:02}%", share * 100 / WHOLE, share * 10_000 / WHOLE % 100);
    let BarView { factor, name, value, length, wins, flip } = bar;
    let tick = flip.as_ref().and_then(|flip| flip.at).map(|at| {
        view! { <i class="cmp-tick" prop:style=format!("inset-inline-start:{}", percent(at))></i> }
    });
    let words = flip.map(|flip| if flip.at.is_some() { flip.words } else { format!("{} →", flip.words) });
    view! {
        <li class="cmp-bar" class:cmp-wins=wins>
            <button type="button" class="cmp-bar-ask" id=ask_id(item, factor)
                title=format!("Estimates from the room: {} of {title}", factor.word())
                on:click=move |_| ask(comparing, item, factor)>
                <span class="cmp-bar-name">{name}<Icon shape=Shape::Speech /></span>
                <b class="cmp-bar-value">{value}{wins.then(|| view! { <span class="unseen">", wins"</span> })}</b>
            </button>
            <span class="cmp-track"><i class="cmp-fill" prop:style=format!("width:{}", percent(length))></i>{tick}</span>
            <span class="cmp-turns">{words}</span>
        </li>
    }
    .into_any()
}

/// Writes down the decision that the comparison leads to, with its numbers as they are now.
pub fn record_decision(comparing: Comparing) {
    if let Some(shown) = untrack(|| shown(comparing)) {
        let options = untrack(|| comparing.options());
        decide_by(comparing.session(), &decision_words(&shown), options, kept_comparison(&shown));
    }
}

/// Copies the comparison as Markdown.
pub fn copy_record(comparing: Comparing) {
    if let Some(shown) = untrack(|| shown(comparing)) {
        copy_or_download(comparing.session(), comparison_markdown(&shown), "The comparison", "comparison.md");
    }
}

/// Downloads the comparison as a picture.
pub fn save_record(comparing: Comparing) {
    let session = comparing.session();
    if let Some(shown) = untrack(|| shown(comparing)) {
        download(&file_name(session, "comparison.svg"), "image/svg+xml", &comparison_svg(&shown));
        session.tell("The comparison was downloaded as a picture".to_owned(), false);
    }
}

/// Prints the comparison on one page.
pub fn print_record(comparing: Comparing) {
    if let Some(shown) = untrack(|| shown(comparing)) {
        print(&comparison_svg(&shown));
    }
}
