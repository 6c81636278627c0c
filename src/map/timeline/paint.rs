//! The rows in sight, as elements. An element belongs to its row as long as the row is in sight, so that the focus
//! stays; its content is set anew only where it differs.

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use unblock_core::board::ItemId;
use unblock_core::view::timeline::{Line, Lines, Look, Neighbours, neighbours, threads, top};
use wasm_bindgen::JsCast;

use super::drawing::Drawing;
use super::markup;

/// A row as it is to be.
#[derive(PartialEq, Eq)]
struct Wanted {
    line: Line,
    index: usize,
    classes: String,
    words: String,
    inner: String,
    is_entry: bool,
}

/// A row as it is in the page.
struct Painted {
    wanted: Wanted,
    element: Element,
}

/// Draws the rows in sight now, and whenever something about them changes.
pub fn keep_painted(drawing: Drawing) {
    let painted = StoredValue::new_local(Vec::<Painted>::new());
    Effect::new(move |_| {
        let Some(list) = drawing.rows.get() else { return };
        let subject = drawing.subject();
        let open = drawing.session().selection.with_untracked(|selection| selection.open);
        let lines = drawing.lines.get();
        let window = drawing.window();
        let (wanted, path) = drawing.look(|look| {
            let near = subject.map(|id| neighbours(look.scene, id)).unwrap_or_default();
            (want(look, &lines, window, (subject, open), &near), threads(look, &lines, &near))
        });
        // Setting a style with a plain length cannot fail.
        _ = HtmlElement::style(&list).set_property("height", &format!("{}px", lines.height()));
        painted.update_value(|painted| paint(&list, painted, wanted, lines.all.len()));
        if drawing.threads.with_untracked(|now| *now != path) {
            drawing.threads.set(path);
        }
    });
}

/// The rows in sight, and that of the selected item wherever it is: it may have the focus.
fn want(
    look: Look<'_>,
    lines: &Lines,
    (first, end): (usize, usize),
    (subject, open): (Option<ItemId>, Option<ItemId>),
    near: &Neighbours,
) -> Vec<Wanted> {
    let apart = subject.and_then(|id| lines.find(id)).filter(|at| !(first..end).contains(at));
    let before = apart.filter(|at| *at < first);
    let behind = apart.filter(|at| *at >= end);
    let shown = before.into_iter().chain(first..end).chain(behind);
    let mut has_entry = subject.is_some_and(|id| lines.find(id).is_some());
    let rows = shown.filter_map(|index| {
        let line = *lines.all.get(index)?;
        let id = match line {
            Line::Group(at) => {
                let group = lines.groups.get(at)?;
                return Some(Wanted {
                    line,
                    index,
                    classes: "tl-row tl-group".to_owned(),
                    words: format!("{}, {} items", group.name, group.count),
                    inner: markup::group(&group.name, group.count),
                    is_entry: false,
                });
            }
            Line::Item(id) => id,
        };
        let row = look.row(id)?;
        let is_subject = subject == Some(id);
        let relation = near.relation(id);
        let is_entry = is_subject || !has_entry;
        has_entry = true;
        Some(Wanted {
            line,
            index,
            classes: markup::classes(&row, is_subject, open == Some(id), relation),
            inner: markup::row(&row, is_subject, relation),
            words: row.words,
            is_entry,
        })
    });
    rows.collect()
}

/// Brings the page to what is wanted.
fn paint(list: &Element, painted: &mut Vec<Painted>, wanted: Vec<Wanted>, all: usize) {
    let held = focus_in(list);
    painted.retain(|old| {
        let stays = wanted.iter().any(|new| new.line == old.wanted.line);
        if !stays {
            old.element.remove();
        }
        stays
    });
    let mut next = list.first_element_child();
    let mut now = Vec::with_capacity(wanted.len());
    for new in wanted {
        let known = painted.iter().position(|old| old.wanted.line == new.line);
        let (old, element) = match known.map(|at| painted.swap_remove(at)) {
            Some(Painted { wanted, element }) => (Some(wanted), element),
            None => match make(new.line) {
                Some(element) => (None, element),
                None => continue,
            },
        };
        fill(&element, old.as_ref(), &new, all);
        if next.as_ref() == Some(&element) {
            next = element.next_element_sibling();
        } else {
            // An element of the list can stand before another of it.
            _ = list.insert_before(&element, next.as_ref().map(AsRef::as_ref));
        }
        now.push(Painted { wanted: new, element });
    }
    *painted = now;
    if let Some(held) = held {
        give_back(list, &held);
    }
}

fn make(line: Line) -> Option<Element> {
    let element = document().create_element("div").ok()?;
    // Setting attributes with valid names cannot fail, here and below.
    _ = element.set_attribute("role", "listitem");
    if let Line::Item(id) = line {
        _ = element.set_attribute("data-item", &id.to_string());
    }
    Some(element)
}

fn fill(element: &Element, old: Option<&Wanted>, new: &Wanted, all: usize) {
    let differs = |part: fn(&Wanted) -> &str| old.is_none_or(|old| part(old) != part(new));
    if old.is_none_or(|old| old.index != new.index) {
        _ = element.set_attribute("style", &format!("top:{}px", top(new.index)));
        _ = element.set_attribute("aria-posinset", &(new.index + 1).to_string());
    }
    _ = element.set_attribute("aria-setsize", &all.to_string());
    if differs(|row| &row.classes) {
        element.set_class_name(&new.classes);
    }
    if differs(|row| &row.words) {
        _ = element.set_attribute("aria-label", &new.words);
    }
    if differs(|row| &row.inner) {
        element.set_inner_html(&new.inner);
    }
    if matches!(new.line, Line::Item(_)) && old.is_none_or(|old| old.is_entry != new.is_entry) {
        _ = element.set_attribute("tabindex", if new.is_entry { "0" } else { "-1" });
    }
}

/// How to find again what has the focus in the list: a row, or a button in it.
fn focus_in(list: &Element) -> Option<String> {
    let active = document().active_element().filter(|active| list.contains(Some(active)))?;
    let row = active.closest("[data-item]").ok().flatten()?.get_attribute("data-item")?;
    let button = active.get_attribute("data-step").map(|step| format!(" [data-step='{step}']"));
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
