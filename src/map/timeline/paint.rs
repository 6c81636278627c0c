//! The rows in sight, as elements. An element belongs to its row as long as the row is in sight, so that the focus
//! stays; it is filled anew only where something has changed, not when it is scrolled.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use unblock_core::board::ItemId;
use unblock_core::view::timeline::{Line, Lines, Look, Neighbours, Scale, neighbours, threads, top};
use unblock_core::view::{Scores, escaped};
use wasm_bindgen::JsCast;

use super::drawing::Drawing;
use super::markup;
use crate::parts::{fill, style};

/// What a row is drawn from, beside the lines. As long as it is the same, a row that is there already stays as it is.
#[derive(Clone, PartialEq)]
struct Basis {
    scale: Scale,
    subject: Option<ItemId>,
    open: Option<ItemId>,
}

/// A row as it is in the page: itself, and its name in the column that stays at the left.
struct Painted {
    line: Line,
    index: usize,
    row: Element,
    name: Element,
}

/// Everything that is in the page.
#[derive(Default)]
struct Page {
    basis: Option<Basis>,
    lines: Arc<Lines>,
    near: Neighbours,
    scores: Option<Arc<Scores>>,
    rows: Vec<Painted>,
    entry: Option<usize>,
}

/// Draws the rows in sight now, and whenever something about them changes.
pub fn keep_painted(drawing: Drawing) {
    let page = StoredValue::new_local(Page::default());
    Effect::new(move |_| {
        let (Some(rows), Some(names)) = (drawing.rows.get(), drawing.name_column.get()) else { return };
        let subject = drawing.subject();
        let open = drawing.session().selection.with_untracked(|selection| selection.open);
        let lines = drawing.lines.get();
        let shown = drawing.window();
        let scores = drawing.session().scoring.scores.get();
        drawing.look(|look| {
            let basis = Basis { scale: look.scale, subject, open };
            page.update_value(|page| {
                let same = |a: &Arc<Scores>, b: &Arc<Scores>| Arc::ptr_eq(a, b);
                let has_scores = page.scores.iter().zip(&scores).all(|(a, b)| same(a, b))
                    && page.scores.is_some() == scores.is_some();
                let is_stale =
                    page.basis.as_ref() != Some(&basis) || !Arc::ptr_eq(&page.lines, &lines) || !has_scores;
                page.scores.clone_from(&scores);
                if is_stale {
                    page.near = subject.map(|id| neighbours(look.scene, id)).unwrap_or_default();
                    drawing.threads.set(threads(look, &lines, &page.near));
                    for list in [&rows, &names] {
                        // Setting a style with a plain length cannot fail.
                        _ = HtmlElement::style(list).set_property("height", &format!("{}px", lines.height()));
                    }
                    (page.basis, page.lines) = (Some(basis), lines);
                }
                page.paint(look, (&rows, &names), shown, is_stale);
            });
        });
    });
}

impl Page {
    /// Brings the page to the rows that are to be in it.
    fn paint(
        &mut self,
        look: Look<'_>,
        (rows, names): (&Element, &Element),
        (first, end): (usize, usize),
        is_stale: bool,
    ) {
        let held = focus_in(rows);
        // The row of the selected item stays wherever it is: it may have the focus.
        let subject = self.basis.as_ref().and_then(|basis| basis.subject).and_then(|id| self.lines.find(id));
        let before = subject.filter(|at| *at < first);
        let behind = subject.filter(|at| *at >= end);
        let shown: Vec<usize> = before.into_iter().chain(first..end).chain(behind).collect();
        let stays = |old: &Painted| shown.iter().any(|at| self.lines.all.get(*at) == Some(&old.line));
        let (mut kept, gone): (Vec<Painted>, Vec<Painted>) =
            std::mem::take(&mut self.rows).into_iter().partition(stays);
        for old in gone {
            old.row.remove();
            old.name.remove();
        }
        let mut next = (rows.first_element_child(), names.first_element_child());
        for index in shown {
            let Some(&line) = self.lines.all.get(index) else { continue };
            let known = kept.iter().position(|old| old.line == line);
            let is_new = known.is_none();
            let Some(painted) = known.map(|at| kept.swap_remove(at)).or_else(|| make(line)) else { continue };
            if is_new || is_stale {
                self.fill(look, &painted, index, is_new || painted.index != index);
            }
            put(rows, &painted.row, &mut next.0);
            put(names, &painted.name, &mut next.1);
            self.rows.push(Painted { index, ..painted });
        }
        self.mark_entry(subject);
        if let Some(held) = held {
            give_back(rows, &held);
        }
    }

    fn fill(&self, look: Look<'_>, painted: &Painted, index: usize, has_moved: bool) {
        let Painted { row, name, .. } = painted;
        // Setting attributes with valid names cannot fail, here and below.
        if has_moved {
            let place = format!("top:{}px", top(index));
            style(row, &place);
            style(name, &place);
            _ = row.set_attribute("aria-posinset", &(index + 1).to_string());
        }
        _ = row.set_attribute("aria-setsize", &self.lines.all.len().to_string());
        match painted.line {
            Line::Group(at) => {
                let Some(group) = self.lines.groups.get(at) else { return };
                row.set_class_name("tl-row tl-group");
                name.set_class_name("tl-name tl-group");
                _ = row.set_attribute("aria-label", &format!("{}, {} items", group.name, group.count));
                name.set_inner_html(&markup::group(&group.name, group.count));
            }
            Line::Item(id) => {
                let (Some(view), Some(basis)) = (look.row(id), &self.basis) else { return };
                let is_subject = basis.subject == Some(id);
                let relation = self.near.relation(id);
                let looks = markup::looks(&view, is_subject, basis.open == Some(id), relation);
                row.set_class_name(&format!("tl-row{looks}"));
                name.set_class_name(&format!("tl-name{looks}"));
                let near =
                    relation.map(|word| format!(". Comes {word} the selected one")).unwrap_or_default();
                let score = self.scores.as_ref().and_then(|scores| scores.words(id));
                let scored = score.as_ref().map(|score| format!(". {score}")).unwrap_or_default();
                _ = row.set_attribute("aria-label", &format!("{}{scored}{near}", view.words));
                fill(row, &markup::row(&view, is_subject));
                name.set_inner_html(&markup::name(&view, relation, score.as_deref()));
            }
        }
    }

    /// One row can be reached with Tab: the selected one, else the first in the page.
    fn mark_entry(&mut self, subject: Option<usize>) {
        let first = self.rows.iter().find(|row| matches!(row.line, Line::Item(_))).map(|row| row.index);
        self.entry = subject.or(first);
        for row in self.rows.iter().filter(|row| matches!(row.line, Line::Item(_))) {
            let value = if Some(row.index) == self.entry { "0" } else { "-1" };
            if row.row.get_attribute("tabindex").as_deref() != Some(value) {
                _ = row.row.set_attribute("tabindex", value);
            }
        }
    }
}

fn make(line: Line) -> Option<Painted> {
    let row = document().create_element("div").ok()?;
    let name = document().create_element("div").ok()?;
    _ = row.set_attribute("role", "listitem");
    if let Line::Item(id) = line {
        let id = id.to_string();
        _ = row.set_attribute("data-item", &id);
        _ = name.set_attribute("data-row", &id);
    }
    Some(Painted { line, index: usize::MAX, row, name })
}

/// Puts an element where the next one stands, without touching what is there already.
fn put(list: &Element, element: &Element, next: &mut Option<Element>) {
    if next.as_ref() == Some(element) {
        *next = element.next_element_sibling();
    } else {
        // An element of the list can stand before another of it.
        _ = list.insert_before(element, next.as_ref().map(AsRef::as_ref));
    }
}

/// How to find again what has the focus in the list: a row, or a button in it.
fn focus_in(list: &Element) -> Option<String> {
    let active = document().active_element().filter(|active| list.contains(Some(active)))?;
    let row = active.closest("[data-item]").ok().flatten()?.get_attribute("data-item")?;
    let button = active.get_attribute("data-step").map(|step| format!(" [data-step='{}']", escaped(&step)));
    Some(format!("[data-item='{row}']{}", button.unwrap_or_default()))
}

fn give_back(list: &Element, selector: &str) {
    let has = document().active_element().is_some_and(|active| list.contains(Some(&active)));
    if !has {
        focus_on(list, selector);
    }
}

/// Gives the focus to what a selector finds in the list, without scrolling.
pub fn focus_on(list: &Element, selector: &str) {
    let found = list.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let options = leptos::web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // What cannot take the focus can still be reached with Tab.
        _ = found.focus_with_options(&options);
    }
}
