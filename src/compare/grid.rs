//! The table as a grid of cells: its head, the rows in sight, and the field over the cell that is edited.

use leptos::prelude::*;
use unblock_core::score::Method;
use unblock_core::view::Filter;
use unblock_core::view::compare::{Column, columns, explained, scale_words};

use super::cells;
use super::field::CellField;
use super::paint::{Paper, keep_painted};
use super::state::Comparing;
use crate::parts::watch_size;

/// The table.
#[component]
pub fn Grid() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let session = comparing.session();
    let paper = Paper::new(comparing);
    keep_painted(comparing, paper);
    on_cleanup(move || comparing.editing.set(None));
    Effect::new(move |_| {
        if let Some(scroll) = paper.scroll.get() {
            watch_size(&scroll, paper.size);
        }
    });
    let is_empty = Memo::new(move |_| comparing.table.with(|table| table.rows.is_empty()));
    let is_rice = move || comparing.method.get() == Method::Rice;
    view! {
        <Hint />
        <div class="cmp-scroll" node_ref=paper.scroll on:scroll=move |_| paper.scrolled()>
            <div class="cmp-grid" class:cmp-rice=is_rice role="grid" aria-label="Options"
                aria-rowcount=move || comparing.table.with(|table| table.rows.len() + 1).to_string()
                aria-colcount=move || columns(comparing.method.get()).len().to_string()
                on:keydown=move |event| cells::pressed(comparing, paper, &event)
                on:mousedown=move |event| cells::clicked(comparing, paper, &event)
                on:focusin=move |event| cells::focused(comparing, paper, &event)
                on:paste=move |event| cells::pasted(comparing, &event)>
                {move || view! { <Heads method=comparing.method.get() /> }}
                <div class="cmp-rows" role="rowgroup" node_ref=paper.rows></div>
            </div>
            <CellField paper />
            <Show when=move || is_empty.get()>
                <div class="nothing">
                    <p>"No item is one that the filter shows."</p>
                    <button type="button" class="button primary" on:click=move |_| session.filter.set(Filter::default())>"Show all"</button>
                </div>
            </Show>
        </div>
    }
}

/// The heads of the columns, each with its scale.
#[component]
fn Heads(
    /// By which method.
    method: Method,
) -> impl IntoView {
    let session = expect_context::<Comparing>().session();
    let scales = Memo::new(move |_| session.board.with(|board| board.about.scales.clone()));
    let head = move |(index, column): (usize, Column)| {
        let explained = move || scales.with(|scales| explained(scales, column, method));
        let words = move || scales.with(|scales| scale_words(scales, column, method));
        view! {
            <div role="columnheader" class="cmp-head" class:cmp-figure=column.is_figure() aria-colindex=(index + 1).to_string()
                title=explained>
                <b class:unseen=column == Column::Choose>{column.name(method)}</b>
                <span class="muted">{words}</span>
            </div>
        }
    };
    view! {
        <div role="row" class="cmp-row cmp-heads" aria-rowindex="1">
            {columns(method).into_iter().enumerate().map(head).collect_view()}
        </div>
    }
}

/// What is to be said of the table as a whole: scales that do not fit, or that nothing has a score yet.
#[component]
fn Hint() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let words = Memo::new(move |_| comparing.table.with(|table| table.hint()));
    move || words.get().map(|words| view! { <p class="cmp-hint">{words}</p> })
}
