//! The frame around every view: header, headline, left column, live region.

use leptos::prelude::*;
use unblock_core::view::Page;

use crate::compare::Comparing;
use crate::headline::{HeadlineBar, MessageLine};
use crate::keyboard::{has_side, listen};
use crate::lazy::{self, Aside, View};
use crate::matrix::{
    CardMenu, CardMenuState, Carrying, Lifted, Matrix, cancel, cancel_with_escape, hold_the_page, lose,
    press, release, travel,
};
use crate::meeting::Strip;
use crate::pages::Keys;
use crate::parts::LiveRegion;
use crate::present;
use crate::session::{Session, Shown};
use crate::side::Side;
use crate::topbar::Topbar;
use crate::transfer::{FileField, PendingImport, take_drop};

/// What fills the page under the header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Screen {
    /// A file that waits for an answer.
    Import,
    /// The list of boards.
    Boards,
    /// Why a board cannot be shown.
    Trouble,
    /// The open board with its left column: the Matrix, a lens of the Map, Compare, or a page of the Meeting. It
    /// stays from one to the other.
    Work,
    /// Another page of the open board; it stays while the next board is being opened.
    Board(Page),
}

impl Screen {
    fn of(session: Session, pending: PendingImport) -> Self {
        let is_shown = matches!(session.shown.get(), Shown::Board | Shown::Opening);
        match session.page() {
            _ if pending.waits() => Self::Import,
            None => Self::Boards,
            Some(_) if !is_shown => Self::Trouble,
            Some(page) if has_side(page) => Self::Work,
            Some(page) => Self::Board(page),
        }
    }
}

/// The frame around all of it.
#[component]
pub fn Frame(
    /// What is open.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    let carrying = Carrying::new();
    provide_context(carrying);
    provide_context(CardMenuState::new());
    let pending = PendingImport::new();
    provide_context(pending);
    provide_context(Comparing::new(session, pending));
    listen(session, pending);
    present::follow(session);
    cancel_with_escape(carrying, session);
    hold_the_page(carrying);
    session.tell_what_is_shown();
    Effect::new(move |_| {
        let theme = session.preferences.with(|p| p.theme.word());
        if let Some(root) = document().document_element() {
            // Setting an attribute with a valid name cannot fail.
            _ = root.set_attribute("data-theme", theme);
        }
    });
    let screen = Memo::new(move |_| Screen::of(session, pending));
    Effect::new(move |_| {
        document().set_title(&session.board.with(|board| format!("{} · Unblock", board.about.name)));
    });
    view! {
        <div class="frame"
            on:pointerdown=move |event| press(carrying, session, &event)
            on:pointermove=move |event| travel(carrying, session, &event)
            on:pointerup=move |event| release(carrying, session, &event)
            on:pointercancel=move |_| cancel(carrying, session)
            on:lostpointercapture=move |event| lose(carrying, session, &event)
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| take_drop(pending, session, &event)>
            <Topbar />
            <FileField pending session />
            {move || match screen.get() {
                Screen::Import => view! { <main class="page"><MessageLine />{lazy::view(session, View::Import)}</main> }.into_any(),
                Screen::Boards => view! { <main class="page">{lazy::view(session, View::Boards)}</main> }.into_any(),
                Screen::Trouble => view! { <main class="page"><MessageLine />{lazy::view(session, View::Trouble)}</main> }.into_any(),
                Screen::Work => view! { <HeadlineBar /><Work session /> }.into_any(),
                Screen::Board(page) => view! { <HeadlineBar /><Opened session page /> }.into_any(),
            }}
            <Strip />
            <Lifted />
            <CardMenu />
            <Keys />
            {lazy::beside(session, Aside::Sheets)}
            <LiveRegion text=session.said />
        </div>
    }
}

/// The left column, and the Matrix, the Map, Compare or the Meeting beside it.
#[component]
fn Work(
    /// What is open.
    session: Session,
) -> impl IntoView {
    let shown = Memo::new(move |_| session.page().filter(|page| has_side(*page)).unwrap_or_default());
    view! {
        <div class="body" class:body-map=move || shown.get() != Page::Matrix>
            <Side />
            <main class="view">
                {move || match shown.get() {
                    Page::Matrix => view! { <Matrix /> }.into_any(),
                    page => lazy::view(session, View::Page(page)).into_any(),
                }}
            </main>
        </div>
    }
}

/// A page of the open board without the left column.
#[component]
fn Opened(
    /// What is open.
    session: Session,
    /// Which.
    page: Page,
) -> impl IntoView {
    view! { <main class="page" class:page-deal=page == Page::Deal>{lazy::view(session, View::Page(page))}</main> }
}
