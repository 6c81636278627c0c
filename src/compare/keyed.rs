//! Elements that belong to items: each stays as long as its item is shown, so that the focus stays in it, and only
//! what differs of it is set anew.

use leptos::prelude::*;
use leptos::web_sys::Element;
use unblock_core::board::ItemId;

use crate::parts::style;

/// An element as it is to be.
pub struct Piece {
    /// Whose it is.
    pub item: ItemId,
    /// Its attributes; they have valid names, so that setting them cannot fail. `data-style` is its style.
    pub attributes: [(&'static str, String); 3],
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// An element inside of one that belongs to an item. One that differs in its content alone stays.
#[derive(PartialEq)]
pub struct Part {
    /// Its tag with all attributes: `<div class=a>`.
    pub open: String,
    /// What stands in it, as markup.
    pub inner: String,
    /// Its end: `</div>`.
    pub close: &'static str,
}

impl Part {
    fn markup(&self) -> String {
        [&self.open, &self.inner, self.close].concat()
    }
}

/// Brings the elements in a place to what is wanted, in that order. True where the focus was in one that had to be
/// moved or taken away.
pub fn lay(
    place: &Element,
    laid: &mut Vec<(Piece, Element)>,
    wanted: Vec<Piece>,
    make: fn(ItemId) -> Option<Element>,
) -> bool {
    let holds = || document().active_element().is_some_and(|active| place.contains(Some(&active)));
    let held = holds();
    laid.retain(|(old, element)| {
        let stays = wanted.iter().any(|new| new.item == old.item);
        if !stays {
            element.remove();
        }
        stays
    });
    let mut next = place.first_element_child();
    let mut now = Vec::with_capacity(wanted.len());
    for new in wanted {
        let known = laid.iter().position(|(old, _)| old.item == new.item);
        let (old, element) = match known.map(|at| laid.swap_remove(at)) {
            Some((old, element)) => (Some(old), element),
            None => match make(new.item) {
                Some(element) => (None, element),
                None => continue,
            },
        };
        fill(&element, old.as_ref(), &new);
        // One that moves down lets those that it passes stay where they are: it alone is put elsewhere.
        if next.as_ref() != Some(&element)
            && next.as_ref().and_then(Element::next_element_sibling).as_ref() == Some(&element)
        {
            next = Some(element.clone());
        }
        if next.as_ref() == Some(&element) {
            next = element.next_element_sibling();
        } else {
            // An element of the list can stand before another of it.
            _ = place.insert_before(&element, next.as_ref().map(AsRef::as_ref));
        }
        now.push((new, element));
    }
    *laid = now;
    held && !holds()
}

fn fill(element: &Element, old: Option<&Piece>, new: &Piece) {
    for (at, (name, value)) in new.attributes.iter().enumerate() {
        if old.is_none_or(|old| old.attributes[at].1 != *value) {
            match *name {
                "data-style" => style(element, value),
                name => _ = element.set_attribute(name, value),
            }
        }
    }
    fill_parts(element, old.map_or(&[], |old| &old.parts), &new.parts);
}

/// The numbers beside a row that moves change in all rows: their cells stay, and with them style, place and focus.
fn fill_parts(element: &Element, old: &[Part], new: &[Part]) {
    if old.len() != new.len() {
        return element.set_inner_html(&new.iter().map(Part::markup).collect::<String>());
    }
    let mut child = element.first_element_child();
    for (old, new) in old.iter().zip(new) {
        let Some(part) = child else { return };
        child = part.next_element_sibling();
        if old.open != new.open {
            part.set_outer_html(&new.markup());
        } else if old.inner != new.inner {
            part.set_inner_html(&new.inner);
        }
    }
}
