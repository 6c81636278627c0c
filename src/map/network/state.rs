//! What the network's parts share: its view, its camera, and what is lit, linked and chosen in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::{Date, ItemId, LinkKey};
use unblock_core::gesture::{Drag, Point, Rect};
use unblock_core::view::{Ask, Extent, Filter, NetworkView, READABLE, Reach, network, reach};

use crate::format;
use crate::map::camera::Lens;
use crate::measure::timed;
use crate::session::Session;

/// Under this zoom no title has room.
const TITLED: f64 = 0.25;

/// How much of a card can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Where it stands.
    Block,
    /// The titles of critical cards.
    Critical,
    /// All of it.
    Whole,
}

/// The network of the open board.
#[derive(Clone, Copy)]
pub struct Net {
    session: StoredValue<Session>,
    /// The camera and its window.
    pub lens: Lens,
    /// What is drawn.
    pub view: Memo<Arc<NetworkView>>,
    /// The part of the drawing that is in the page.
    pub part: RwSignal<Rect>,
    /// How much of a card can be seen.
    pub level: RwSignal<Level>,
    /// How each card stands to the selected item, while there is one.
    pub reach: Memo<Option<Arc<Vec<Reach>>>>,
    /// The cards that the filter does not show.
    pub dimmed: Memo<BTreeSet<ItemId>>,
    /// How much was asked for.
    pub extent: RwSignal<Option<Extent>>,
    /// What was opened besides.
    pub opened: RwSignal<BTreeSet<ItemId>>,
    /// The chosen link.
    pub chosen: RwSignal<Option<LinkKey>>,
    /// A link in the making, by a drag from a handle.
    pub drag: RwSignal<Drag>,
    /// And by two clicks: the card whose handle was clicked.
    pub from: RwSignal<Option<ItemId>>,
    /// The card under the pointer while a link is made.
    pub over: RwSignal<Option<ItemId>>,
    /// Where the pointer is, in the window.
    pub pointer: RwSignal<Point>,
}

impl Net {
    /// The network of a session's board.
    pub fn new(session: Session) -> Self {
        let (extent, opened) = (RwSignal::new(None), RwSignal::new(BTreeSet::new()));
        let view = Memo::new_with_compare(
            move |before: Option<&Arc<NetworkView>>| {
                let fixed = session.selection.with_untracked(|selection| selection.open.or(selection.focus));
                let ask = Ask { extent: extent.get(), opened: opened.get(), fixed, room: room() };
                session.scene.with(|scene| {
                    timed("unblock:layout", || Arc::new(network(scene, &ask, before.map(AsRef::as_ref))))
                })
            },
            |_, _| true,
        );
        let lens = Lens::new(Signal::derive(move || view.with(|view| view.bounds)));
        let (part, level) = looked_at(lens);
        let selected = Memo::new(move |_| session.selection.with(|selection| selection.open));
        let reach = Memo::new_with_compare(
            move |_| {
                let id = selected.get()?;
                view.with(|view| {
                    view.place(id)?;
                    Some(Arc::new(session.scene.with(|scene| reach(scene, view, id))))
                })
            },
            |_, _| true,
        );
        Self {
            session: StoredValue::new(session),
            lens,
            view,
            part,
            level,
            reach,
            dimmed: Memo::new(move |_| dimmed(session)),
            extent,
            opened,
            chosen: RwSignal::new(None),
            drag: RwSignal::new(Drag::Idle),
            from: RwSignal::new(None),
            over: RwSignal::new(None),
            pointer: RwSignal::new(Point::default()),
        }
    }

    /// The session.
    pub fn session(self) -> Session {
        self.session.get_value()
    }

    /// A day in the browser's words.
    pub fn say(self) -> impl Fn(Date) -> String {
        let today = self.session().today.get_untracked();
        move |date| format::day(date, today)
    }

    /// The card that a link is being made from.
    pub fn linking(self) -> Option<ItemId> {
        self.drag.with(|drag| drag.lifted().first().copied()).or(self.from.get())
    }

    /// Draws an item with its neighbours, where a link joins it and it is not drawn yet.
    pub fn draw(self, id: ItemId) {
        if self.view.with_untracked(|view| view.place(id).is_some()) {
            return;
        }
        let around = self.session().scene.with_untracked(|scene| NetworkView::around(scene, id));
        if !around.is_empty() {
            self.opened.update(|opened| opened.extend(around));
        }
    }

    /// Draws what a card's stub stands for.
    pub fn open_stub(self, id: ItemId, before: bool) {
        let hidden = self
            .session()
            .scene
            .with_untracked(|scene| self.view.with_untracked(|view| view.hidden(scene, id, before)));
        // The card whose stub it is stays where it is.
        self.session().selection.update(|selection| selection.focus_on(id));
        self.opened.update(|opened| opened.extend(hidden));
    }

    /// Brings a card into sight.
    pub fn reveal(self, id: ItemId) {
        if let Some(area) = self.view.with_untracked(|view| view.node(id).map(unblock_core::view::Node::area))
        {
            self.lens.reveal(&area);
        }
    }
}

/// The part of the drawing that has to be in the page, and how much of a card can be seen. Signals of their own: a
/// thousand cards that listened to the camera by a memo would be asked in each frame.
fn looked_at(lens: Lens) -> (RwSignal<Rect>, RwSignal<Level>) {
    let (part, level) = (RwSignal::new(Rect::default()), RwSignal::new(Level::Whole));
    Effect::new(move |_| {
        lens.size.track();
        let camera = lens.camera.get();
        let now = (camera.around(&lens.view()), level_at(camera.zoom));
        if part.get_untracked() != now.0 {
            part.set(now.0);
        }
        if level.get_untracked() != now.1 {
            level.set(now.1);
        }
    });
    (part, level)
}

fn level_at(zoom: f64) -> Level {
    match zoom {
        zoom if zoom >= READABLE - 1e-3 => Level::Whole,
        zoom if zoom >= TITLED => Level::Critical,
        _ => Level::Block,
    }
}

/// The items that the filter hides elsewhere.
fn dimmed(session: Session) -> BTreeSet<ItemId> {
    session.filter.with(|filter| {
        if Filter::is_empty(filter) {
            return BTreeSet::new();
        }
        session.scene.with(|scene| {
            let all = scene.schedule.items().filter_map(|id| scene.item(id));
            unblock_core::board::gathered(all.filter(|item| !filter.shows(scene, item)).map(|item| item.id))
        })
    })
}

/// About what the window has room for, before it is there: the page less what stands around.
fn room() -> (f64, f64) {
    let size =
        |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(1000.0);
    (size(window().inner_width()) - 400.0, size(window().inner_height()) - 280.0)
}
