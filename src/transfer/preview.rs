//! The preview of an import: what a file would bring, before anything is taken.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::{Board, Name};
use unblock_core::edit::{Action, Command, Document};
use unblock_core::exchange::{Changed, Format, Incoming, Note, NoteKind, Plan, Prefer, Preview, compare};
use unblock_core::view::Page;

use super::incoming::{PASTED_CELLS, Pending, PendingImport};
use super::joining::{joins_at_first, new_board, survives};
use super::sheet::{AskForCells, SheetPreview};
use crate::app::add_board;
use crate::backup::Restore;
use crate::clock;
use crate::format::counted;
use crate::parts::Choice;
use crate::session::{Session, Shown, session};

/// The most notes, titles or lines of one kind that are listed.
const LISTED: usize = 60;
const ALL_HERE: &str = "Nothing to take: this board has all of it already";

/// The page that stands in for the view while something waits.
#[component]
pub fn ImportPage() -> impl IntoView {
    let pending = expect_context::<PendingImport>();
    let cancel = move || {
        view! {
            <button type="button" class="button" on:click=move |_| pending.close()>"Cancel"</button>
        }
    };
    move || {
        pending.get().map(|now| match now {
        Pending::Reading(name) => view! {
            <h1>"Reading "{name}"…"</h1>
            <p class="import-buttons">{cancel()}</p>
        }.into_any(),
        Pending::Refused(name, why) => view! {
            <h1>{name}" cannot be imported"</h1>
            <p class="import-why" role="alert">{why}</p>
            <p>"Nothing was changed."</p>
            <p class="import-buttons">
                <button type="button" class="button primary" on:click=move |_| super::choose_file()>"Choose another file"</button>
                {cancel()}
            </p>
        }.into_any(),
        Pending::Everything(name, text) => view! { <Restore name text /> }.into_any(),
        Pending::Ready(name, Incoming::Board(board, notes)) => view! { <WholeBoard name board=*board notes /> }.into_any(),
        Pending::Asking => view! { <AskForCells /> }.into_any(),
        Pending::Cells(sheet) => view! { <SheetPreview name=PASTED_CELLS.to_owned() sheet /> }.into_any(),
        Pending::Ready(name, Incoming::Plan(Plan { sheet: Some(sheet), .. })) => {
            view! { <SheetPreview name sheet=*sheet /> }.into_any()
        }
        Pending::Ready(name, Incoming::Plan(plan)) => {
            let joins = joins_at_first(session(), &plan);
            view! { <PlanPreview name plan joins /> }.into_any()
        }
    })
    }
}

/// A board file: it becomes a board beside the others.
#[component]
fn WholeBoard(
    /// The file's name.
    name: String,
    /// The board in it.
    board: Board,
    /// What was left out.
    notes: Vec<Note>,
) -> impl IntoView {
    let session = session();
    let pending = expect_context::<PendingImport>();
    let figures = [
        counted(board.live().len(), "item", "items"),
        counted(board.links.len(), "link", "links"),
        counted(board.people.len(), "person", "people"),
    ];
    let title = board.about.name.to_string();
    let exists = session.store().has(board.id);
    let board = StoredValue::new(board);
    let take = move |_| {
        let mut board = board.get_value();
        if exists {
            board.id = clock::new_board_id();
        }
        keep_and_open(session, pending, Document::new(board));
    };
    view! {
        <h1>"Import "{name}</h1>
        <p>"The board "<strong dir="auto">{title}</strong>": "{figures.join(", ")}"."</p>
        <Show when=move || exists>
            <p>"This browser has that board already; the file becomes a second one beside it."</p>
        </Show>
        <Notes notes />
        <p class="import-buttons">
            <button type="button" class="button primary" on:click=take>"Add the board"</button>
            <button type="button" class="button" on:click=move |_| pending.close()>"Cancel"</button>
        </p>
    }
}

/// A plan from elsewhere: it becomes a new board, or joins the open one.
#[component]
pub fn PlanPreview(
    /// The file's name.
    name: String,
    /// What is in it.
    plan: Plan,
    /// True where it joins the open board.
    joins: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let pending = expect_context::<PendingImport>();
    let is_open = session.shown.get_untracked() == Shown::Board;
    let is_sheet = plan.format == Format::Sheet;
    let prefer = RwSignal::new(Prefer::Ours);
    let plan = StoredValue::new(plan);
    let open_name = session.board.with_untracked(|board| board.about.name.to_string());
    let new_name = RwSignal::new(plan.with_value(|plan| plan.name.to_string()));
    let preview = Memo::new(move |_| {
        plan.with_value(|plan| {
            let target =
                if joins.get() { (*session.board.get()).clone() } else { new_board(plan, Name::default()) };
            compare(plan, &target, prefer.get(), &mut clock::new_uuid)
        })
    });
    let targets = vec![("A new board".to_owned(), false), (format!("Joins '{open_name}'"), true)];
    let preferences =
        vec![("Keep what is here".to_owned(), Prefer::Ours), ("Take theirs".to_owned(), Prefer::Theirs)];
    let take = move |_| {
        let name =
            (!joins.get_untracked()).then(|| Name::shortened(&new_name.get_untracked()).unwrap_or_default());
        let board = name.map(|name| plan.with_value(|plan| new_board(plan, name)));
        let page = if is_sheet { Page::Compare } else { Page::Matrix };
        take(session, pending, preview.get_untracked(), board, page);
    };
    view! {
        {(!is_sheet).then(|| view! { <h1>"Import "{name}</h1> })}
        <p>{plan.with_value(|plan| plan.format.with_article())}" with "{plan.with_value(|plan| counted(plan.items.len(), "item", "items"))}"."</p>
        <Show when=move || is_open>
            <p class="import-line">"Becomes "<Choice label="Becomes" answers=targets.clone() holds=Signal::derive(move || Some(joins.get())) choose=move |j| joins.set(j) /></p>
        </Show>
        <Show when=move || !joins.get()>
            <label class="import-line">"Called "
                <input type="text" class="field import-name" prop:value=move || new_name.get() on:input=move |event| new_name.set(event_target_value(&event)) />
            </label>
        </Show>
        <Figures preview />
        <Show when=move || preview.with(|p| !p.conflicts.is_empty())>
            <p class="import-line">"Changed here and there: "
                <Choice label="Changed here and there" answers=preferences.clone() holds=Signal::derive(move || Some(prefer.get())) choose=move |p| prefer.set(p) />
            </p>
        </Show>
        <Show when=move || joins.get() && !preview.with(|p| survives(session, p.import.clone()))>
            <p>"It is large: it can be undone until the page is reloaded, not after."</p>
        </Show>
        <Show when=move || joins.get() && preview.with(brings_nothing)>
            <p>{ALL_HERE}"."</p>
        </Show>
        <p class="import-buttons">
            <button type="button" class="button primary" on:click=take>
                {move || if joins.get() { "Take it into this board" } else { "Make the board" }}
            </button>
            <button type="button" class="button" on:click=move |_| pending.close()>"Cancel"</button>
        </p>
        <Lists preview />
        {move || view! { <Notes notes=preview.with(|p| p.notes.clone()) /> }}
    }
}

/// How many of what.
#[component]
fn Figures(
    /// The preview.
    preview: Memo<Preview>,
) -> impl IntoView {
    let rows = move || {
        preview.with(|p| {
            [
                (p.new, "new"),
                (p.changed_there.len(), "changed there"),
                (p.changed_here.len(), "changed here"),
                (p.conflicts.len(), "changed on both sides"),
                (p.gone.len(), "no longer in the file"),
                (p.in_trash.len(), "in the trash here"),
                (p.unchanged, "unchanged"),
                (p.links, if p.links == 1 { "link" } else { "links" }),
                (p.people.len(), if p.people.len() == 1 { "person who joins" } else { "people who join" }),
            ]
        })
    };
    view! {
        <ul class="figures">
            {move || rows().into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| view! {
                <li><strong>{n}</strong>" "{words}</li>
            }).collect_view()}
        </ul>
    }
}

/// What differs, by name.
#[component]
fn Lists(
    /// The preview.
    preview: Memo<Preview>,
) -> impl IntoView {
    let session = session();
    let titles = move |changed: &[Changed]| changed.iter().map(|c| c.title.clone()).collect::<Vec<_>>();
    let gone = move || {
        let title = |id| session.board.with(|board| board.item(id).map(|item| item.title.to_string()));
        preview.with(|p| p.gone.iter().filter_map(|id| title(*id)).collect::<Vec<_>>())
    };
    view! {
        {move || listed("New", preview.with(|p| p.import.items.iter().map(|item| item.title.to_string()).collect()))}
        {move || listed("Changed there: taken over", preview.with(|p| titles(&p.changed_there)))}
        {move || listed("Changed here: left as they are", preview.with(|p| titles(&p.changed_here)))}
        {move || listed("Changed here and there", preview.with(|p| titles(&p.conflicts)))}
        {move || listed("No longer in the file: left on the board", gone())}
    }
}

fn listed(head: &'static str, lines: Vec<String>) -> Option<impl IntoView> {
    let more = lines.len().saturating_sub(LISTED);
    (!lines.is_empty()).then(|| view! {
        <details class="import-list">
            <summary>{head}" ("{lines.len()}")"</summary>
            <ul>
                {lines.into_iter().take(LISTED).map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
                {(more > 0).then(|| view! { <li class="muted">"and "{more}" more"</li> })}
            </ul>
        </details>
    })
}

/// What was not understood, changed or left out, and where.
#[component]
fn Notes(
    /// The notes.
    notes: Vec<Note>,
) -> impl IntoView {
    let kinds = [
        (NoteKind::LeftOut, "Left out"),
        (NoteKind::Changed, "Taken, but not as it stood there"),
        (NoteKind::ReadAs, "Read as"),
        (NoteKind::Kept, "Kept as text in the notes"),
    ];
    kinds.map(|(kind, head)| {
        let lines: Vec<String> = notes.iter().filter(|note| note.kind == kind).map(ToString::to_string).collect();
        let more = lines.len().saturating_sub(LISTED);
        (!lines.is_empty()).then(|| view! {
            <section class="import-notes">
                <h2>{head}</h2>
                <ul>
                    {lines.into_iter().take(LISTED).map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
                    {(more > 0).then(|| view! { <li class="muted">"and "{more}" more"</li> })}
                </ul>
            </section>
        })
    })
}

/// True where the board has all of it.
const fn brings_nothing(preview: &Preview) -> bool {
    let import = &preview.import;
    import.items.is_empty() && import.updates.is_empty() && import.links.is_empty()
}

/// Takes it: into the open board, or onto a new one.
fn take(session: Session, pending: PendingImport, preview: Preview, new_board: Option<Board>, page: Page) {
    let is_empty = brings_nothing(&preview);
    let action = Action::Import(Box::new(preview.import));
    let Some(board) = new_board else {
        if session.dispatch(action) {
            pending.close();
            session.go(page);
            if is_empty {
                session.tell(ALL_HERE.to_owned(), false);
            }
        }
        return;
    };
    let mut document = Document::new(board);
    match document.dispatch(&Command { stamp: session.stamp(), action }) {
        Ok(_) => keep_and_open(session, pending, document),
        Err(rejection) => session.complain(rejection.to_string()),
    }
}

fn keep_and_open(session: Session, pending: PendingImport, document: Document) {
    spawn_local(async move {
        if add_board(session, &document).await {
            pending.close();
        }
    });
}
