//! The header: which board, which view, the filter, whether all is saved.

use std::collections::BTreeSet;

use leptos::prelude::*;
use unblock_core::board::{ItemId, Name, Person, PersonId, Priority, gathered};
use unblock_core::store::ShelfError;
use unblock_core::view::{Filter, Flag, Page, Route, Where, Who};

use crate::backup::Reminder;
use crate::compare::Comparing;
use crate::keyboard::FILTER_FIELD;
use crate::lazy::{self, Aside};
use crate::parts::{Icon, MenuButton, MenuItem, Shape};
use crate::preferences::ShownScores;
use crate::session::{Shown, session};
use crate::store::{Role, SaveState};
use crate::transfer::{self, Export, give};
use crate::trouble::open_before;

/// The header.
#[component]
pub fn Topbar() -> impl IntoView {
    let session = session();
    let is_open = Memo::new(move |_| matches!(session.shown.get(), Shown::Board | Shown::Opening));
    view! {
        <header class="topbar">
            <Show when=move || is_open.get() fallback=|| view! { <a class="view-link" href=Route::Boards.to_string()>"Unblock"</a> }>
                <BoardMenu />
                <Views />
                <div class="topbar-end">
                    <Search />
                    <FilterMenu />
                    <Saved />
                    <Reminder />
                    <Present />
                </div>
            </Show>
        </header>
    }
}

/// The board's name, and everything that concerns the whole board.
#[component]
fn BoardMenu() -> impl IntoView {
    let session = session();
    let name = move || session.board.with(|board| board.about.name.to_string());
    let button =
        view! { <span class="board-name" dir="auto">{name}</span><Icon shape=Shape::Chevron /> }.into_any();
    view! {
        <MenuButton id="board-menu" name="Board" class="button board-button" button>
            <MenuItem action=move || session.go_to(Route::Boards)>"All boards, new board"</MenuItem>
            <MenuItem action=move || session.go(Page::Settings)>"Name, goal, people, quadrants"</MenuItem>
            <MenuItem action=move || session.go(Page::Trash)>"Trash"</MenuItem>
            <hr />
            <MenuItem action=transfer::choose_file>"Import a file"</MenuItem>
            <MenuItem action=move || transfer::download_board(session)>"Download the board"</MenuItem>
            <MenuItem action=move || give(session, Export::Plan)>"Download as CSV"</MenuItem>
            <MenuItem action=move || give(session, Export::Schedule)>"Download the schedule as CSV"</MenuItem>
            <MenuItem action=move || give(session, Export::Calendar)>"Download the calendar (ICS)"</MenuItem>
            <MenuItem action=move || give(session, Export::Scores)>"Download the scores as CSV"</MenuItem>
            <MenuItem action=move || give(session, Export::Markdown)>"Copy as Markdown"</MenuItem>
            <MenuItem action=move || open_before(session, session.board.with_untracked(|board| board.id))>"Open the version before"</MenuItem>
            <hr />
            <MenuItem key="Ctrl Z" action=move || session.undo()>{move || next(session.document.with(|d| d.history.next_undo().map(|c| c.name.clone())), "Undo")}</MenuItem>
            <MenuItem key="Ctrl Shift Z" action=move || session.redo()>{move || next(session.document.with(|d| d.history.next_redo().map(|c| c.name.clone())), "Redo")}</MenuItem>
            <MenuItem key="Ctrl K" action=crate::palette::toggle>"All commands and items"</MenuItem>
            <MenuItem key="?" action=crate::keyboard::show_keys>"All keys"</MenuItem>
        </MenuButton>
    }
}

fn next(name: Option<String>, word: &str) -> String {
    name.map_or(word.to_owned(), |name| format!("{word}: {name}"))
}

/// The views of the open board.
#[component]
fn Views() -> impl IntoView {
    let session = session();
    let refused = move || session.matrix.with(|view| view.quadrants[3].count);
    // The Map and the Meeting are views of several pages; their links lead to the first.
    let is_here = move |page: Page| {
        let within = |pages: &[Page], here| pages.contains(&page) && pages.contains(&here);
        session
            .page()
            .is_some_and(|here| here == page || within(&Page::LENSES, here) || within(&Page::MEETING, here))
    };
    let link = move |page: Page, words: AnyView| {
        let address = move || Route::Board(session.board.with(|board| board.id), page).to_string();
        view! {
            <a class="view-link" href=address aria-current=move || is_here(page).then_some("page")>{words}</a>
        }
    };
    view! {
        <nav class="views" aria-label="Views">
            {link(Page::Matrix, "Matrix".into_any())}
            {link(Page::Network, "Map".into_any())}
            {link(Page::Compare, "Compare".into_any())}
            {link(Page::Stack, "Meeting".into_any())}
            {link(Page::Refused, view! { "Said no"{move || Some(refused()).filter(|n| *n > 0).map(|n| format!(" · {n}"))} }.into_any())}
        </nav>
    }
}

/// The filter by text.
#[component]
fn Search() -> impl IntoView {
    let session = session();
    view! {
        <div class="search">
            <Icon shape=Shape::Search />
            <input id=FILTER_FIELD type="search" class="field" placeholder="Filter" aria-label="Filter by text"
                prop:value=move || session.filter.with(|filter| filter.text.clone())
                on:input=move |event| session.filter.update(|filter| filter.text = event_target_value(&event))
                on:keydown=move |event| if event.key() == "Escape" {
                    event.stop_propagation();
                    session.filter.update(|filter| filter.text.clear());
                } />
        </div>
    }
}

/// The filter by person, tag, priority, quadrant, selection and state.
#[component]
fn FilterMenu() -> impl IntoView {
    let session = session();
    let chosen = move || session.filter.with(|filter| words_of(filter, session));
    let button = view! { {move || chosen().unwrap_or_else(|| "Who, what, tag".to_owned())}<Icon shape=Shape::Chevron /> }.into_any();
    view! {
        <MenuButton id="filter-menu" name="Filter" class="button" button>{lazy::beside(session, Aside::Filter)}</MenuButton>
    }
}

/// The lines of the filter's menu.
#[component]
pub fn FilterLines() -> impl IntoView {
    let session = session();
    let people = Memo::new(move |_| {
        let pick = |person: &Person| (Pick::Person(person.id), person.name.to_string());
        session.board.with(|board| board.roster().into_iter().map(pick).collect::<Vec<_>>())
    });
    let tags = Memo::new(move |_| {
        session.board.with(|board| {
            let live = board.items.values().filter(|item| item.trashed.is_none());
            let tags: BTreeSet<&Name> = gathered(live.flat_map(|item| &item.tags));
            tags.into_iter().map(|tag| (Pick::Tag(tag.clone()), format!("# {tag}"))).collect::<Vec<_>>()
        })
    });
    let states = Memo::new(|_| STATES.map(|flag| (Pick::State(flag), flag.word().to_owned())).to_vec());
    let places = Memo::new(move |_| {
        session
            .board
            .with(|board| Where::ALL.map(|place| (Pick::Place(place), place.name(board).to_owned())).to_vec())
    });
    let set = move |change: &dyn Fn(&mut Filter)| session.filter.update(|filter| change(filter));
    let selected = selected();
    let has_none = Signal::derive(move || selected.with(BTreeSet::is_empty));
    view! {
            <MenuItem action=move || session.filter.set(Filter::default())>"Show all"</MenuItem>
            <hr />
            <div class="menu-row" role="group" aria-label="Priority">
                {Priority::ALL.map(|priority| view! {
                    <MenuItem action=move || set(&|filter| filter.priority = Some(priority))>{priority.word()}</MenuItem>
                })}
            </div>
            <hr />
            <MenuItem action=move || set(&|filter| filter.who = Some(Who::Nobody))>"Nobody owns it"</MenuItem>
            <Picks picks=people />
            <hr />
            <Picks picks=places />
            <hr />
            <div class="menu-row" role="group" aria-label="Scores outside of Compare">
                {ShownScores::ALL.map(|(scores, words)| view! {
                    <MenuItem disabled=Signal::derive(move || session.preferences.with(|p| p.scores == scores))
                        action=move || session.prefer(|preferences| preferences.scores = scores)>{words}</MenuItem>
                })}
            </div>
            <hr />
            <MenuItem disabled=has_none action=move || set(&|filter| filter.only = Some(selected.get_untracked()))>"Only what is selected"</MenuItem>
            <Picks picks=states />
            <Show when=move || tags.with(|tags| !tags.is_empty())><hr /></Show>
            <Picks picks=tags />
    }
}

/// The items that are selected: the chosen cards, and in Compare the chosen options.
fn selected() -> Signal<BTreeSet<ItemId>> {
    let (session, comparing) = (session(), expect_context::<Comparing>());
    Signal::derive(move || match session.page() {
        Some(Page::Compare) => gathered(comparing.options()),
        _ => session.selection.with(|selection| selection.chosen.clone()),
    })
}

/// What the headline counts is chosen there; these are chosen here.
const STATES: [Flag; 4] = [Flag::Critical, Flag::Blocked, Flag::StartSoon, Flag::External];

/// What the filter can be set to.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Pick {
    Person(PersonId),
    Tag(Name),
    Place(Where),
    State(Flag),
}

/// A line of the menu for each of them.
#[component]
fn Picks(
    /// They and their words.
    picks: Memo<Vec<(Pick, String)>>,
) -> impl IntoView {
    let session = session();
    let set = move |pick: &Pick| {
        session.filter.update(|filter| match pick {
            Pick::Person(id) => filter.who = Some(Who::Person(*id)),
            Pick::Tag(tag) => filter.tag = Some(tag.clone()),
            Pick::Place(place) => filter.place = Some(*place),
            Pick::State(flag) => filter.flag = Some(*flag),
        });
    };
    view! {
        <For each=move || picks.get() key=Clone::clone children=move |(pick, words)| view! {
            <MenuItem action=move || set(&pick)>{words}</MenuItem>
        } />
    }
}

/// What the menu's choice is in words; `None` where nothing is chosen.
fn words_of(filter: &Filter, session: crate::session::Session) -> Option<String> {
    let who = filter.who.map(|who| match who {
        Who::Nobody => "Nobody".to_owned(),
        Who::Person(id) => {
            session.board.with(|board| board.person(id).map(|p| p.name.to_string())).unwrap_or_default()
        }
    });
    let tag = filter.tag.as_ref().map(|tag| format!("# {tag}"));
    let priority = filter.priority.map(|priority| priority.word().to_owned());
    let place = filter.place.map(|place| session.board.with(|board| place.name(board).to_owned()));
    let only = filter.only.as_ref().map(|only| format!("{} selected", only.len()));
    let state = filter.flag.filter(|flag| STATES.contains(flag)).map(|flag| flag.word().to_owned());
    let words: Vec<String> =
        who.into_iter().chain(tag).chain(priority).chain(place).chain(only).chain(state).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Enlarges the page for a room, or ends that.
#[component]
fn Present() -> impl IntoView {
    let session = session();
    let presents = move || session.presenting.get();
    view! {
        <button type="button" class="button" aria-pressed=move || presents().to_string() title="Shift + P"
            on:click=move |_| crate::present::toggle(session)>"Present"</button>
    }
}

/// Whether what is shown is saved; always visible, always true.
#[component]
fn Saved() -> impl IntoView {
    let session = session();
    let wrong = move || matches!(session.save.get(), SaveState::NotSaved { .. });
    let words = move || match session.save.get() {
        SaveState::Saved { crash_safe: true } => "Saved".to_owned(),
        SaveState::Saved { crash_safe: false } => "Saved, not crash-safe".to_owned(),
        SaveState::Saving => "Saving…".to_owned(),
        SaveState::NotSaved { why } => format!("NOT saved: {why}"),
    };
    let is_full = move || {
        session
            .save
            .with(|now| matches!(now, SaveState::NotSaved { why } if *why == ShelfError::Full.to_string()))
    };
    let follows = move || session.role.get() == Role::Follower;
    view! {
        <Show when=follows fallback=move || view! { <span class="save" class:save-wrong=wrong title=words>{words}</span> }>
            <span class="save">"Read only: open in another tab"</span>
            <button type="button" class="button primary" on:click=move |_| session.take_over()>"Edit here"</button>
        </Show>
        <Show when=wrong>
            <button type="button" class="button" on:click=move |_| transfer::download_board(session)>"Download the board"</button>
        </Show>
        <Show when=is_full>
            <a class="button" href=Route::Boards.to_string()>"Free space"</a>
        </Show>
    }
}
