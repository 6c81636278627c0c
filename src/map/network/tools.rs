//! The tools above the network: how much of it is drawn, the camera, finding, and the drawing as a file.

use leptos::prelude::*;
use unblock_core::gesture::Nudge;
use unblock_core::view::{Extent, Filter, network_svg};

use super::keys::zoom_to_selection;
use super::state::Net;
use crate::parts::{Choice, Icon, Shape, print};
use crate::transfer::{download, file_name};

/// The line of tools.
#[component]
pub fn Tools(
    /// The network.
    net: Net,
) -> impl IntoView {
    let extent = Memo::new(move |_| net.view.with(|view| Some(view.extent)));
    let counts = move || {
        net.view.with(|view| match (view.nodes.len(), view.linked) {
            (drawn, linked) if drawn < linked => format!("{drawn} of {linked} items"),
            (_, 1) => "1 item".to_owned(),
            (_, linked) => format!("{linked} items"),
        })
    };
    let zoom = Memo::new(move |_| format!("{:.0} %", net.lens.camera.get().zoom * 100.0));
    let choose = move |to: Extent| {
        net.opened.set(std::collections::BTreeSet::new());
        net.extent.set(Some(to));
    };
    let button = move |words: &'static str, label: &'static str, nudge: Nudge| {
        view! {
            <button type="button" class="button quiet" aria-label=label title=label on:click=move |_| net.lens.nudge(nudge)>{words}</button>
        }
    };
    view! {
        <div class="net-tools" role="toolbar" aria-label="Network">
            <Choice label="What is drawn" answers=vec![("All".to_owned(), Extent::All), ("Critical and near it".to_owned(), Extent::Critical)]
                holds=extent choose />
            <span class="muted">{counts}</span>
            <Show when=move || net.session().filter.with(|filter| !Filter::is_empty(filter))>
                <button type="button" class="button" on:click=move |_| find_next(net)><Icon shape=Shape::Search />"Next match"</button>
            </Show>
            <span class="net-tools-end">
                {button("−", "Zoom out", Nudge::Out)}
                <span class="net-zoom muted">{zoom}</span>
                {button("+", "Zoom in", Nudge::In)}
                {button("Fit", "Fit all", Nudge::Fit)}
                <button type="button" class="button quiet" on:click=move |_| _ = zoom_to_selection(net)
                    disabled=move || net.session().selection.with(|s| s.open.or(s.focus).is_none())>"To selection"</button>
                <button type="button" class="button quiet" title="Download the network as a picture (SVG)"
                    on:click=move |_| save(net)>"SVG"</button>
                <button type="button" class="button quiet" title="Print the network on one landscape page"
                    on:click=move |_| print(&picture(net))>"Print"</button>
            </span>
        </div>
    }
}

/// What is drawn, as a picture.
fn picture(net: Net) -> String {
    let name = net.session().board.with_untracked(|board| board.about.name.to_string());
    net.session().scene.with_untracked(|scene| {
        let finish = scene.schedule.finish_date().map(|date| format!(" · done {}", net.say()(date)));
        let title = format!("{name}{}", finish.unwrap_or_default());
        net.view.with_untracked(|view| network_svg(scene, view, &title, &net.say()))
    })
}

fn save(net: Net) {
    let session = net.session();
    download(&file_name(session, "network.svg"), "image/svg+xml", &picture(net));
    session.tell("The network was downloaded as a picture".to_owned(), false);
}

/// Goes to the next item that the filter shows, in the board's order.
fn find_next(net: Net) {
    let found = net.session().scene.with_untracked(|scene| {
        let items = scene.board.live();
        let shown = |item: &&unblock_core::board::Item| {
            scene.schedule.contains(item.id)
                && net.session().filter.with_untracked(|filter| filter.shows(scene, item))
        };
        let matches: Vec<_> = items.into_iter().filter(shown).map(|item| item.id).collect();
        let now = net.session().selection.with_untracked(|selection| selection.focus);
        let at = matches.iter().position(|id| Some(*id) == now);
        matches.get(at.map_or(0, |at| (at + 1) % matches.len())).copied()
    });
    if let Some(id) = found {
        net.session().selection.update(|selection| selection.open(id));
    }
}
