//! The row under the questions: back, size, merge, split, skip. A tool that needs a text takes the row's place.

use leptos::html;
use leptos::prelude::*;
use unblock_core::view::Known;

use super::dealing::{Dealing, Tool, focus_card};
use super::merge::MergeField;
use crate::format::counted;
use crate::parts::{Icon, Shape};

/// The row.
#[component]
pub fn Tools(
    /// What is known of the card.
    shown: Memo<Option<Known>>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let letters = move || dealing.session.preferences.with(|preferences| !preferences.letters_off);
    let key = move |key: &'static str| letters().then(|| view! { <kbd aria-hidden="true">{key}</kbd> });
    let buttons = move || {
        view! {
            <button type="button" class="button" on:click=move |_| dealing.back()>
                <Icon shape=Shape::Back />"Back"
            </button>
            <Sizes shown />
            <button type="button" class="button" on:click=move |_| dealing.tool.set(Some(Tool::Merge))>
                "Merge" {move || key("M")}
            </button>
            <button type="button" class="button" on:click=move |_| dealing.tool.set(Some(Tool::Split))>
                "Split" {move || key("T")}
            </button>
            <button type="button" class="button deal-skip" on:click=move |_| dealing.skip()>
                "Skip" {move || key("S")}
            </button>
        }
    };
    view! {
        <div class="deal-tools">
            {move || match dealing.tool.get() {
                Some(Tool::Merge) => view! { <MergeField /> }.into_any(),
                Some(Tool::Split) => view! { <SplitField /> }.into_any(),
                None => buttons().into_any(),
            }}
        </div>
    }
}

/// The quick sizes.
#[component]
fn Sizes(
    /// What is known of the card.
    shown: Memo<Option<Known>>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let sizes = move || dealing.session.board.with(|board| board.about.sizes.all());
    let held = Memo::new(move |_| shown.with(|shown| shown.as_ref().and_then(|s| s.duration)));
    view! {
        <div class="deal-sizes" role="group" aria-label="Size">
            <span class="muted" aria-hidden="true">"Size"</span>
            {move || sizes().map(|(letter, days)| {
                let words = counted(usize::try_from(days.get()).unwrap_or_default(), "day", "days");
                view! {
                    <button type="button" class="button deal-size" title=words.clone() aria-label=format!("{letter}, {words}")
                        aria-pressed=move || (held.get() == Some(days)).to_string()
                        on:click=move |_| dealing.size(days)>{letter}</button>
                }
            })}
        </div>
    }
}

/// Gives a field the focus as soon as it is there.
pub fn focus_on_show(field: NodeRef<html::Input>) {
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be clicked.
            _ = field.focus();
        }
    });
}

/// Closes a tool; the card has the focus again.
pub fn close(dealing: Dealing) {
    dealing.tool.set(None);
    focus_card();
}

/// The field for a part of the card.
#[component]
fn SplitField() -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let field = NodeRef::<html::Input>::new();
    focus_on_show(field);
    let split = move || {
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if text.trim().is_empty() {
            close(dealing);
        } else {
            dealing.split(&text);
            if dealing.tool.get_untracked().is_none() {
                focus_card();
            }
        }
    };
    view! {
        <label class="deal-tool">
            <span class="deal-tool-name">"Part of it"</span>
            <input type="text" class="field" dir="auto" node_ref=field autocomplete="off" placeholder="Its title, then Enter: the next card"
                on:keydown=move |event| {
                    event.stop_propagation();
                    match event.key().as_str() {
                        "Enter" => split(),
                        "Escape" => close(dealing),
                        _ => {}
                    }
                } />
        </label>
        <button type="button" class="button primary" on:click=move |_| split()>"Split"</button>
        <button type="button" class="button" on:click=move |_| close(dealing)>"Cancel"</button>
    }
}
