//! What stands above the lenses: which lens, which method, and what can be done with it.

use leptos::prelude::*;
use unblock_core::score::Method;
use unblock_core::view::compare::{OPTIONS, Sort};

use super::room::ask_for_cell;
use super::side::{copy_record, print_record, record_decision, save_record};
use super::state::{Comparing, Lens};

/// A button that is pressed while something holds.
fn pressed(words: &'static str, holds: Signal<bool>, act: Callback<()>) -> AnyView {
    view! {
        <button type="button" class="choice-answer" aria-pressed=move || holds.get().to_string()
            on:click=move |_| act.run(())>{words}</button>
    }
    .into_any()
}

/// The toolbar.
#[component]
pub fn Tools() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let lens = move |words, lens| {
        let holds = Signal::derive(move || comparing.lens.get() == lens);
        pressed(words, holds, Callback::new(move |()| comparing.lens.set(lens)))
    };
    let method = move |method: Method| {
        let holds = Signal::derive(move || comparing.method.get() == method);
        pressed(method.letters(), holds, Callback::new(move |()| comparing.show_method(method)))
    };
    view! {
        <div class="cmp-tools" role="toolbar" aria-label="Compare">
            <span class="choice" role="group" aria-label="Look at the options">
                {lens("Side by side", Lens::Side)}
                {lens("Table", Lens::Table)}
                {lens("Value and effort", Lens::Chart)}
            </span>
            <span class="choice" role="group" aria-label="Method">{Method::ALL.map(method)}</span>
            {move || match comparing.lens.get() {
                Lens::Side => view! { <RecordTools /> }.into_any(),
                Lens::Table => view! { <TableTools /> }.into_any(),
                Lens::Chart => view! { <Chosen /> }.into_any(),
            }}
        </div>
    }
}

/// The order of the table, and the way from it.
#[component]
fn TableTools() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let sort = move |words, sort| {
        let holds = Signal::derive(move || comparing.sort.get() == sort);
        let act = move |()| {
            comparing.held.set(None);
            comparing.sort.set(sort);
        };
        pressed(words, holds, Callback::new(act))
    };
    let is_held = Signal::derive(move || comparing.held.with(Option::is_some));
    view! {
            <span class="choice" role="group" aria-label="Order of the rows">
                {sort("By score", Sort::Score)}
                {sort("Board's order", Sort::Board)}
                {pressed("Hold still", is_held, Callback::new(move |()| comparing.hold(!is_held.get_untracked())))}
            </span>
    <span class="cmp-tools-end">
                <button type="button" class="button quiet" title="Take options from a spreadsheet, with its heads or without"
                    on:click=move |_| comparing.pending().ask()>"Paste a table"</button>
                <button type="button" class="button quiet" title="Estimates from the room for the figure with the focus (R)"
                    on:click=move |_| _ = ask_for_cell(comparing)>"Ask the room"</button>
                <Chosen />
            </span>
        }
}

/// How many options are chosen, and the way to them.
#[component]
fn Chosen() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let chosen = Memo::new(move |_| comparing.options().len());
    let ready = move || OPTIONS.contains(&chosen.get());
    let words = move || match chosen.get() {
        0 => "Choose 2 to 4".to_owned(),
        1 => "Choose 1 more".to_owned(),
        many => format!("Compare {many}"),
    };
    view! {
        <span class="cmp-tools-end">
            <button type="button" class="button" class:primary=ready disabled=move || !ready()
                on:click=move |_| comparing.lens.set(Lens::Side)>{words}</button>
        </span>
    }
}

/// What can be taken along of the options side by side.
#[component]
fn RecordTools() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let ready = Memo::new(move |_| OPTIONS.contains(&comparing.options().len()));
    let tool = move |words: &'static str, title: &'static str, act: fn(Comparing)| {
        view! {
            <button type="button" class="button quiet" title=title disabled=move || !ready.get()
                on:click=move |_| act(comparing)>{words}</button>
        }
    };
    view! {
        <span class="cmp-tools-end">
            {tool("Record the decision", "Write down what is decided, with these numbers as they are", record_decision)}
            {tool("Copy Markdown", "Copy the comparison as Markdown, for the record", copy_record)}
            {tool("SVG", "Download the comparison as a picture (SVG)", save_record)}
            {tool("Print", "Print the comparison on one landscape page", print_record)}
        </span>
    }
}
