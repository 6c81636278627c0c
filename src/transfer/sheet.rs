//! Cells of a spreadsheet: the field they are pasted into, and what was guessed of their columns, to be set right
//! before anything is taken.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::ClipboardEvent;
use unblock_core::exchange::{Meaning, Sheet, SheetColumn};

use super::incoming::PendingImport;
use super::joining::joins_at_first;
use super::preview::PlanPreview;
use crate::session::{Shown, session};

/// The field that cells are pasted into.
#[component]
pub fn AskForCells() -> impl IntoView {
    let pending = expect_context::<PendingImport>();
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be clicked.
            _ = field.focus();
        }
    });
    let pasted = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            event.prevent_default();
            pending.take_cells(&text);
        }
    };
    let typed = move |_| {
        if let Some(text) =
            field.get_untracked().map(|field| field.value()).filter(|text| !text.trim().is_empty())
        {
            pending.take_cells(&text);
        }
    };
    view! {
        <h1>"Options from a spreadsheet"</h1>
        <p>"Copy the cells, with their heads or without, and paste them here. What each column holds is shown before anything is taken."</p>
        <textarea class="field sheet-cells" node_ref=field rows="8" aria-label="Cells from a spreadsheet" on:paste=pasted
            placeholder="Feature, Reach (users/qtr), Impact 1-3, Conf %, Person months"></textarea>
        <p class="import-buttons">
            <button type="button" class="button primary" on:click=typed>"Show what it holds"</button>
            <button type="button" class="button" on:click=move |_| pending.close()>"Cancel"</button>
        </p>
    }
}

/// The columns with a choice for each, and under them what would be taken.
#[component]
pub fn SheetPreview(
    /// What it is called.
    name: String,
    /// The sheet, its columns guessed.
    sheet: Sheet,
) -> impl IntoView {
    let session = session();
    let pending = expect_context::<PendingImport>();
    let scales = session.board.with_untracked(|board| board.about.scales.clone());
    let is_open = session.shown.get_untracked() == Shown::Board;
    // What is pasted is meant for the board that it is pasted into.
    let joins = match sheet.plan(&scales) {
        Ok(plan) if !sheet.is_pasted() => joins_at_first(session, &plan),
        _ => RwSignal::new(is_open),
    };
    let heads = sheet.has_heads;
    let sheet = RwSignal::new(sheet);
    let set_heads = move |event| {
        let mut now = sheet.get_untracked();
        // A text that was read one way can be read the other way as well.
        if now.set_heads(event_target_checked(&event)).is_ok() {
            sheet.set(now);
        }
    };
    let title = format!("Import {name}");
    let plan = move || {
        match sheet.with(|sheet| sheet.plan(&scales)) {
        Ok(plan) => view! { <PlanPreview name=name.clone() plan joins /> }.into_any(),
        Err(why) => view! {
            <p class="import-why" role="alert">{why.to_string()}</p>
            <p class="import-buttons"><button type="button" class="button" on:click=move |_| pending.close()>"Cancel"</button></p>
        }
        .into_any(),
    }
    };
    view! {
        <h1>{title}</h1>
        <p>"What each column holds was guessed: set right what is wrong. A blank cell changes nothing."</p>
        <table class="sheet-columns">
            <thead><tr><th scope="col">"Column"</th><th scope="col">"Begins with"</th><th scope="col">"Holds"</th></tr></thead>
            <tbody><Columns sheet /></tbody>
        </table>
        <label class="switch">
            <input type="checkbox" role="switch" prop:checked=heads on:change=set_heads />
            <span class="switch-words">"The first line holds the heads"</span>
        </label>
        {plan}
    }
}

/// A line for each column.
#[component]
fn Columns(
    /// The sheet.
    sheet: RwSignal<Sheet>,
) -> impl IntoView {
    // A line is drawn anew with other heads only: a choice keeps the focus where it was made.
    let lines = move || {
        sheet.with(|sheet| (0..sheet.columns.len()).map(|at| (sheet.has_heads, at)).collect::<Vec<_>>())
    };
    let line = move |(_, at): (bool, usize)| {
        let column = sheet.with_untracked(|sheet| sheet.columns.get(at).cloned());
        column.map(|SheetColumn { name, samples, .. }| {
            let label = format!("What '{name}' holds");
            view! {
                <tr>
                    <th scope="row" dir="auto">{name}</th>
                    <td class="muted" dir="auto">{samples.join(" · ")}</td>
                    <td>{choice(sheet, at, label)}</td>
                </tr>
            }
        })
    };
    view! { <For each=lines key=|line| *line children=line /> }
}

fn choice(sheet: RwSignal<Sheet>, at: usize, label: String) -> AnyView {
    let holds = move |meaning| {
        sheet.with(|sheet| sheet.columns.get(at).is_some_and(|column| column.meaning == meaning))
    };
    let choose = move |event| {
        let word = event_target_value(&event);
        if let Some(meaning) = Meaning::ALL.into_iter().find(|meaning| meaning.word() == word) {
            sheet.update(|sheet| sheet.choose(at, meaning));
        }
    };
    let options = Meaning::ALL.map(|meaning| {
        view! { <option value=meaning.word() prop:selected=move || holds(meaning)>{meaning.word()}</option> }
    });
    view! { <select class="field" aria-label=label on:change=choose>{options.into_iter().collect_view()}</select> }
        .into_any()
}
