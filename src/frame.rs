//! The frame around every view: header, headline, left column, live region.

use leptos::prelude::*;

use crate::headline::HeadlineBar;
use crate::inbox::Inbox;
use crate::keyboard::listen;
use crate::matrix::{CardMenu, CardMenuState, Carrying, Lifted, Matrix, cancel_with_escape, lose, press, release, travel};
use crate::parts::LiveRegion;
use crate::session::Session;

/// The page of an open board.
#[component]
pub fn Frame(
    /// What is open.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    let carrying = Carrying::new();
    provide_context(carrying);
    provide_context(CardMenuState::new());
    cancel_with_escape(carrying, session);
    listen(session);
    Effect::new(move |_| {
        let theme = session.preferences.with(|p| p.theme.word());
        if let Some(root) = document().document_element() {
            // Setting an attribute with a valid name cannot fail.
            _ = root.set_attribute("data-theme", theme);
        }
    });
    view! {
        <div class="frame"
            on:pointerdown=move |event| press(carrying, session, &event)
            on:pointermove=move |event| travel(carrying, session, &event)
            on:pointerup=move |event| release(carrying, session, &event)
            on:pointercancel=move |_| lose(carrying, session)
            on:lostpointercapture=move |_| lose(carrying, session)>
            <HeadlineBar />
            <div class="body">
                <Inbox />
                <main class="view"><Matrix /></main>
            </div>
            <Lifted />
            <CardMenu />
            <LiveRegion text=session.said />
        </div>
    }
}
