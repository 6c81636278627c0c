//! The few icons of the page, drawn in 24 × 24 with a line of 2. Always beside or instead of words that a screen
//! reader gets from elsewhere, so they are hidden from it.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The handle and menu of a card.
    More,
    /// Search.
    Search,
    /// Down: more to choose from.
    Chevron,
    /// Back.
    Back,
    /// Add.
    Plus,
    /// Close.
    Close,
    /// What people say.
    Speech,
}

impl Shape {
    const fn path(self) -> &'static str {
        match self {
            Self::More => "M12 5h.01M12 12h.01M12 19h.01",
            Self::Search => "M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M20 20l-4-4",
            Self::Chevron => "M6 9l6 6l6-6",
            Self::Back => "M19 12H5M11 6l-6 6l6 6",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Speech => "M4 5h16v11H11l-5 4v-4H4z",
        }
    }
}

/// An icon as high as its text.
#[component]
pub fn Icon(
    /// Which one.
    shape: Shape,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=shape.path() />
        </svg>
    }
}
