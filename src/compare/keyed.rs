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
    /// What stands in it, as markup.
    pub inner: String,
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
    if old.is_none_or(|old| old.inner != new.inner) {
        element.set_inner_html(&new.inner);
    }
}
