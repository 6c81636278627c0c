//! Where the lists of the Matrix are on the screen, so that a drag asks the page once and not at every step.

use std::collections::HashMap;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::DomRect;
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::gesture::Point;
use unblock_core::view::Grid;

/// A list that cards can be dropped on.
#[derive(Clone, Copy)]
pub struct Zone {
    /// The scrolling element.
    pub list: NodeRef<html::Div>,
    /// How its cards stand.
    pub grid: Memo<Grid>,
    /// The items it shows.
    pub items: Memo<Vec<ItemId>>,
}

/// A rectangle of the viewport, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Area {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// Where it ends on the right.
    pub right: f64,
    /// Where it ends at the bottom.
    pub bottom: f64,
}

impl Area {
    fn of(rect: &DomRect) -> Self {
        Self { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
    }

    fn holds(self, at: Point) -> bool {
        at.x >= self.left && at.x < self.right && at.y >= self.top && at.y < self.bottom
    }
}

/// Each column's well and list, as they were measured last.
#[derive(Clone, Default)]
pub struct Areas(Vec<(Option<Quadrant>, Area, Area)>);

impl Areas {
    /// Where the lists are now.
    pub fn of(zones: &HashMap<Option<Quadrant>, Zone>) -> Self {
        let areas = zones.iter().filter_map(|(column, zone)| {
            let list = zone.list.get_untracked()?;
            let well = list.closest(".well, .inbox").ok().flatten()?;
            let area = Area::of(&list.get_bounding_client_rect());
            Some((*column, Area::of(&well.get_bounding_client_rect()), area))
        });
        Self(areas.collect())
    }

    /// The column whose well holds a point, with the area of its list.
    pub fn at(&self, at: Point) -> Option<(Option<Quadrant>, Area)> {
        self.0.iter().find(|(_, well, _)| well.holds(at)).map(|(column, _, list)| (*column, *list))
    }

    /// The area of a column's list.
    pub fn list(&self, column: Option<Quadrant>) -> Option<Area> {
        self.0.iter().find(|(of, ..)| *of == column).map(|(.., list)| *list)
    }
}
