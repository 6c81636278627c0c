//! The sentence about an item: who, how long, by when; for something external, from whom and what was promised.

use leptos::prelude::*;
use unblock_core::board::{Answer, Days, ItemField, ItemId, Percent, Priority, Progress};
use unblock_core::edit::{Action, Role};
use unblock_core::view::straight;

use super::fields::{DateWord, PersonWord, edit, item_text, item_value};
use super::story::Story;
use crate::parts::{Choice, Word, WordOptions};
use crate::session::session;

/// The sentence and the few answers under it.
#[component]
pub fn Sentence(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let external =
        Memo::new(move |_| session.board.with(|board| board.item(id).is_some_and(|i| i.kind.is_external())));
    view! {
        {move || if external.get() { view! { <External id /> }.into_any() } else { view! { <Work id /> }.into_any() }}
        <Story id />
        <Judged id />
        <Status id />
    }
}

/// Our own work.
#[component]
fn Work(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    view! {
        <p class="sentence">
            "Done by "
            <PersonWord id label="Owner" blank="who?" role=Role::Owner get=|item| item.responsible />
            <Accountable id />
            ", takes " <Duration id />
            ", due " <DateWord id label="Deadline" blank="when?" get=|item| item.deadline put=ItemField::Deadline />
            "."
        </p>
    }
}

/// Something from outside.
#[component]
fn External(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let slipped = item_value(id, |item| {
        item.promised.filter(|promised| item.agreed.is_some_and(|agreed| agreed != *promised))
    });
    let percent = item_text(id, |item| item.buffer.map(|b| format!("{} %", b.get())).unwrap_or_default());
    let take_percent = move |text: String| {
        let buffer: Option<Percent> = match text.trim() {
            "" => None,
            text => {
                Some(text.parse().map_err(|error: unblock_core::board::QuantityError| error.to_string())?)
            }
        };
        edit(session, id, ItemField::Buffer(buffer))
    };
    view! {
        <p class="sentence">
            "From " <PersonWord id label="Giver" blank="whom?" role=Role::Responsible get=|item| item.responsible />
            ", asked " <DateWord id label="Asked on" blank="when?" get=|item| item.requested put=ItemField::Requested />
            ", promised " <DateWord id label="Promised for" blank="no date yet" get=|item| item.promised put=ItemField::Promised />
            <Show when=move || slipped.get().is_some()>
                " (agreed " <DateWord id label="Agreed date" blank="when?" get=|item| item.agreed put=ItemField::Agreed />
                ", "<button type="button" class="link" on:click=move |_| _ = edit(session, id, ItemField::Agreed(slipped.get_untracked()))>
                    "accept the new date"
                </button>")"
            </Show>
            ", buffer " <Word label="Buffer" value=percent blank="20 %" commit=take_percent />
            ", takes " <Duration id />
            ", chased by " <PersonWord id label="Our owner" blank="who?" role=Role::Accountable get=|item| item.accountable />
            "."
        </p>
    }
}

/// Who owns the outcome, where that is somebody else than who does it, or nobody.
#[component]
fn Accountable(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let differs = item_value(id, |item| (item.accountable != item.responsible).then_some(()));
    let owned = item_value(id, |item| item.responsible);
    let splitting = RwSignal::new(false);
    let apart = move || splitting.get() || differs.get().is_some();
    let does = item_value(id, |item| item.responsible.filter(|_| item.accountable.is_none()));
    let proposed = move || does.get().and_then(|who| session.board.with(|board| board.person(who).cloned()));
    view! {
        <Show when=move || !apart() && owned.get().is_some()>
            " ("<button type="button" class="link aside" on:click=move |_| splitting.set(true)>"someone else answers for it?"</button>")"
        </Show>
        <Show when=apart>
            ", answered for by " <PersonWord id label="Accountable" blank="who?" role=Role::Accountable get=|item| item.accountable />
            {move || proposed().map(|person| {
                let words = straight(&format!("{} too?", person.name));
                view! {
                    " "<button type="button" class="link"
                        on:click=move |_| _ = session.dispatch(Action::Assign { items: vec![id], role: Role::Accountable, person: Some(person.clone()) })>
                        {words}
                    </button>
                }
            })}
        </Show>
    }
}

/// How long it takes: `5`, `2w` or a letter.
#[component]
fn Duration(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let shown = item_text(id, |item| {
        item.duration.map(|d| crate::format::counted(d.get() as usize, "day", "days")).unwrap_or_default()
    });
    let typed = item_text(id, |item| item.duration.map(|d| d.get().to_string()).unwrap_or_default());
    let sizes = move || session.board.with(|board| board.about.sizes);
    let options = Signal::derive(move || WordOptions {
        choices: sizes().all().iter().map(|(letter, _)| (*letter).to_owned()).collect(),
        picker: false,
    });
    let commit = move |text: String| {
        let days: Option<Days> = match text.trim() {
            "" => None,
            text => match sizes().of(text) {
                Some(days) => Some(days),
                None => Some(
                    text.trim_end_matches(" days")
                        .parse()
                        .map_err(|error: unblock_core::board::QuantityError| error.to_string())?,
                ),
            },
        };
        edit(session, id, ItemField::Duration(days))
    };
    view! { <Word label="Duration" value=shown typed blank="how long?" options commit /> }
}

/// Importance, urgency, priority.
#[component]
fn Judged(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let important = item_value(id, |item| item.important);
    let urgent = item_value(id, |item| item.urgent);
    let answers = || vec![("Yes".to_owned(), Answer::Yes), ("No".to_owned(), Answer::No)];
    let judge = move |important: Option<Answer>, urgent: Option<Answer>| {
        session.dispatch(Action::Judge { items: vec![id], important, urgent });
    };
    // The answer that holds is taken back by choosing it again.
    let other = |now: Option<Answer>, chosen: Answer| Some(chosen).filter(|chosen| now != Some(*chosen));
    let priorities = Priority::ALL.iter().map(|p| (p.word().to_owned(), *p)).collect();
    view! {
        <div class="facts">
            <span class="panel-label">"Important?"</span>
            <Choice label="Important?" answers=answers() holds=important
                choose=move |a| judge(other(important.get_untracked(), a), urgent.get_untracked()) />
            <span class="panel-label">"Urgent?"</span>
            <Choice label="Urgent?" answers=answers() holds=urgent
                choose=move |a| judge(important.get_untracked(), other(urgent.get_untracked(), a)) />
            <span class="panel-label">"Priority"</span>
            <Choice label="Priority" answers=priorities holds=item_value(id, |item| Some(item.priority))
                choose=move |p| _ = edit(session, id, ItemField::Priority(p)) />
        </div>
    }
}

/// How far it is, with the dates of what has happened.
#[component]
fn Status(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let progress = item_value(id, |item| Some(item.progress));
    let stage = Signal::derive(move || {
        progress.get().map(|p| match p {
            Progress::NotStarted => 0_u8,
            Progress::Started { .. } => 1,
            Progress::Done { .. } => 2,
        })
    });
    let answers =
        ["Not started", "Started", "Done"].iter().zip(0_u8..).map(|(w, n)| ((*w).to_owned(), n)).collect();
    let choose = move |chosen: u8| {
        if stage.get_untracked() == Some(chosen) {
            return;
        }
        let today = session.today.get_untracked();
        let began = match progress.get_untracked() {
            Some(Progress::Started { on, .. }) => Some(on),
            Some(Progress::Done { started, .. }) => started,
            _ => None,
        };
        let next = match chosen {
            0 => Progress::NotStarted,
            1 => Progress::Started { on: began.unwrap_or(today), remaining: None },
            _ => Progress::Done { started: began, on: today },
        };
        _ = edit(session, id, ItemField::Progress(next));
    };
    view! {
        <div class="facts">
            <span class="panel-label">"Status"</span>
            <Choice label="Status" answers holds=stage choose />
            {move || match stage.get() {
                Some(1) => view! {
                    <span class="panel-label">"Started"</span>
                    <DateWord id label="Started on" blank="when?" get=|item| item.progress.started() put=|date| ItemField::Progress(Progress::started_on(date)) />
                }.into_any(),
                Some(2) => view! {
                    <span class="panel-label">"Finished"</span>
                    <DateWord id label="Finished on" blank="when?" get=|item| item.progress.finished() put=|date| ItemField::Progress(Progress::finished_on(date)) />
                }.into_any(),
                _ => ().into_any(),
            }}
        </div>
    }
}
