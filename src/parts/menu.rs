//! Menus that open at a button: the browser's own popovers, so that Escape, a click elsewhere and the top layer are
//! the browser's work.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement, KeyboardEvent};
use wasm_bindgen::JsCast;

use super::px::px;

/// Distance of a popover from the edges of the viewport, in CSS pixels.
const MARGIN: f64 = 8.0;

/// Puts a popover that is open under an element, within the viewport.
pub fn place_popover(popover: &HtmlElement, anchor: &Element) {
    let (at, own) = (anchor.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let viewport =
        |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|v| v.as_f64()).unwrap_or(1024.0);
    let (width, height) = (viewport(window().inner_width()), viewport(window().inner_height()));
    let left = at.left().min(width - own.width() - MARGIN).max(MARGIN);
    let below = at.bottom() + 4.0;
    let top = if below + own.height() > height - MARGIN {
        (at.top() - own.height() - 4.0).max(MARGIN)
    } else {
        below
    };
    let style = leptos::web_sys::HtmlElement::style(popover);
    // Properties set from code are allowed by a strict content policy, and these two names are valid.
    _ = style.set_property("left", &px(left));
    _ = style.set_property("top", &px(top));
}

/// Closes a popover, if it is open.
pub fn close_popover(popover: NodeRef<html::Div>) {
    if let Some(popover) = popover.get_untracked() {
        // It is an error only where it is closed already.
        _ = popover.hide_popover();
    }
}

/// Opens a menu at an element, with the focus on its first line.
pub fn open_menu(popover: NodeRef<html::Div>, anchor: &Element) {
    let Some(popover) = popover.get_untracked() else { return };
    // It is an error only where it is open already.
    _ = popover.show_popover();
    place_popover(&popover, anchor);
    focus_item(&popover, 0);
}

/// A button that opens a menu.
#[component]
pub fn MenuButton(
    /// What the button is called, where its content does not say it.
    #[prop(optional, into)]
    label: Option<String>,
    /// The button's classes.
    #[prop(default = "button")]
    class: &'static str,
    /// The menu's id, unique in the page.
    id: &'static str,
    /// What the menu is called.
    name: &'static str,
    /// What stands on the button.
    button: AnyView,
    /// What stands in the menu.
    children: Children,
) -> impl IntoView {
    let popover = NodeRef::<html::Div>::new();
    let anchor = NodeRef::<html::Button>::new();
    let open = move |_| {
        if let Some(anchor) = anchor.get_untracked() {
            open_menu(popover, &anchor);
        }
    };
    view! {
        <button type="button" class=class node_ref=anchor aria-haspopup="menu" aria-label=label on:click=open>
            {button}
        </button>
        <MenuList id label=name popover>{children()}</MenuList>
    }
}

/// The lines of a menu, closed until [`open_menu`] opens it.
#[component]
pub fn MenuList(
    /// Its id, unique in the page.
    id: &'static str,
    /// What it is called.
    label: &'static str,
    /// The element, for opening.
    popover: NodeRef<html::Div>,
    /// Its lines.
    children: Children,
) -> impl IntoView {
    view! {
        <div id=id class="menu" popover="auto" role="menu" aria-label=label node_ref=popover
            on:keydown=move |event| walk(popover, &event)
            on:click=move |_| close_popover(popover)>
            {children()}
        </div>
    }
}

/// A line of a menu.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    action: Callback<()>,
    /// The key that does the same.
    #[prop(optional, into)]
    key: Option<String>,
    /// True where it cannot be chosen now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class="menu-item" role="menuitem" tabindex="-1" disabled=disabled on:click=move |_| action.run(())>
            <span class="menu-words">{children()}</span>
            {key.map(|key| view! { <kbd>{key}</kbd> })}
        </button>
    }
}

/// Arrow keys go round the lines of a menu; Home and End to its ends.
fn walk(popover: NodeRef<html::Div>, event: &KeyboardEvent) {
    let Some(menu) = popover.get_untracked() else { return };
    let items = lines(&menu);
    let focused = document().active_element();
    let at = items.iter().position(|item| focused.as_ref() == Some(item.as_ref()));
    let last = items.len().saturating_sub(1);
    let to = match (event.key().as_str(), at) {
        ("ArrowDown", Some(at)) if at < last => at + 1,
        ("ArrowDown" | "Home", _) => 0,
        ("ArrowUp", Some(at)) if at > 0 => at - 1,
        ("ArrowUp" | "End", _) => last,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    focus_item(&menu, to);
}

fn lines(menu: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = menu.query_selector_all("[role=menuitem]:not([disabled])") else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Gives the focus to a line of a menu.
fn focus_item(menu: &HtmlElement, index: usize) {
    if let Some(item) = lines(menu).get(index) {
        // An element that cannot take the focus leaves it where it is.
        _ = item.focus();
    }
}
