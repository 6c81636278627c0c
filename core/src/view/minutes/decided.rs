//! What the minutes say of decisions, of what was said no to, and of actions.

use std::fmt::Write as _;

use super::between::{Between, capital, listed, prose};
use super::text::Section;
use crate::board::{
    ActionItem, Decision, Door, Item, ItemId, PersonId, Quadrant, follows_a_name, sort_by_key,
};
use crate::exchange::markdown_escaped as escaped;

/// How many items one reason names.
const NAMED: usize = 6;

/// The decisions that were closed.
pub(super) fn closed(between: Between<'_>) -> impl Iterator<Item = &Decision> {
    let was_open = move |decision: &&Decision| {
        between.then.board.decisions.get(&decision.id).is_none_or(|then| then.closed.is_none())
    };
    let all = between.now.board.decisions.values().map(AsRef::as_ref);
    all.filter(|decision| decision.closed.is_some()).filter(was_open)
}

/// What was decided, and what was looked at again.
pub(super) fn decided(between: Between) -> Section {
    let mut lines: Vec<String> = closed(between).map(|decision| decision_line(between, decision)).collect();
    for decision in between.now.board.decisions.values() {
        let Some(then) = between.then.board.decisions.get(&decision.id) else { continue };
        let what = escaped(decision.what.as_str());
        if decision.closed.is_some() && then.closed.is_some() && decision.reviewed > then.reviewed {
            let next = decision.review.filter(|day| *day > between.now.today);
            let next = next.map(|day| format!(", again on {}", (between.say)(day))).unwrap_or_default();
            lines.push(format!("Looked at again: **{what}**{next}."));
        }
        if decision.closed.is_none() && then.closed.is_some() {
            lines.push(format!("Open again: **{what}**."));
        }
    }
    Section::kept("Decided", lines)
}

/// What was written down to be decided and is still open.
pub(super) fn open(between: Between) -> Section {
    let all = between.now.board.decisions.values();
    let new = all.filter(|it| it.closed.is_none() && !between.then.board.decisions.contains_key(&it.id));
    let line = |decision: &Decision| {
        let context = prose(&decision.context, " ");
        let context = if context.is_empty() { String::new() } else { format!(": {context}") };
        format!("{}{context}.", escaped(decision.what.as_str()))
    };
    Section::kept("Still to decide", new.map(|decision| line(decision)).collect())
}

fn decision_line(between: Between, decision: &Decision) -> String {
    let by = decision.by.map(|by| between.name(by));
    let door = decision.door.map(|door| match door {
        Door::OneWay => "one-way door".to_owned(),
        Door::TwoWay => "two-way door".to_owned(),
    });
    let who: Vec<String> = by.into_iter().chain(door).collect();
    let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
    let items: Vec<String> = decision.items.iter().map(|id| between.title(*id)).collect();
    let verdict = decision.comparison.as_ref().map(|kept| kept.verdict.as_str()).unwrap_or_default();
    let alternatives = prose(&decision.alternatives, "; ");
    let knowingly = decision.closed.is_some_and(|closed| closed.without_alternatives);
    let said = [
        ("Why", prose(&decision.context, " ")),
        ("About", listed(&items, NAMED)),
        ("Compared", prose(verdict, " ")),
        ("Instead of", alternatives.clone()),
        ("Expected", prose(&decision.expected, " ")),
        ("Look again on", decision.review.map(between.say).unwrap_or_default()),
    ];
    let mut line = format!("**{}**{who}.", escaped(decision.what.as_str()));
    for (what, said) in said.into_iter().filter(|(_, said)| !said.is_empty()) {
        let colon = if what.starts_with("Look") { "" } else { ":" };
        _ = write!(line, " {what}{colon} {said}.");
    }
    if knowingly && alternatives.is_empty() {
        line.push_str(" Closed without alternatives.");
    }
    line
}

/// What was said no to, by reason and by who said it.
pub(super) fn refused(between: Between) -> Section {
    let refused = |item: &Item| item.quadrant() == Some(Quadrant::Eliminate);
    let new = between.pairs().filter(|(item, was)| refused(item) && !(refused(was) && was.trashed.is_none()));
    let mut groups: Vec<(String, Option<PersonId>, Vec<ItemId>)> = Vec::new();
    for (item, _) in new {
        let refusal = item.refusal.clone().unwrap_or_default();
        let reason = prose(&refusal.reason, "; ");
        match groups.iter_mut().find(|group| (&group.0, group.1) == (&reason, refusal.by)) {
            Some(group) => group.2.push(item.id),
            None => groups.push((reason, refusal.by, vec![item.id])),
        }
    }
    let line = |(reason, by, items): &(String, Option<PersonId>, Vec<ItemId>)| {
        let titles: Vec<String> = items.iter().map(|id| between.title(*id)).collect();
        let reason = if reason.is_empty() { "No reason given yet".to_owned() } else { capital(reason) };
        let by = by.map(|by| format!(" ({})", between.name(by))).unwrap_or_default();
        format!("**{reason}**{by}: {}.", listed(&titles, NAMED))
    };
    Section::kept("Said no to", groups.iter().map(line).collect())
}

/// The actions that came, or that say something else, and are open: by who does them, then by day.
pub(super) fn new_actions(between: Between<'_>) -> Vec<&ActionItem> {
    let then = &between.then.board.actions;
    let all = between.now.board.actions.values().map(AsRef::as_ref);
    let differs = |action: &&ActionItem| then.get(&action.id).is_none_or(|was| **was != **action);
    let mut new: Vec<&ActionItem> = all.filter(|action| action.done.is_none()).filter(differs).collect();
    let who = |action: &ActionItem| action.owner.and_then(|id| between.now.board.person(id));
    sort_by_key(&mut new, |action| {
        let who = who(action).map(|person| person.name.folded());
        (who.is_none(), who, action.due.is_none(), action.due)
    });
    new
}

/// Who does what by when.
pub(super) fn actions(between: Between) -> Section {
    let line = |action: &&ActionItem| {
        let what = prose(action.what.as_str(), " ");
        let goes_on = goes_on_from_a_name(&what);
        let who = action.owner.map(|owner| between.name(owner));
        let done = match who {
            Some(who) if goes_on => format!("**{who}** {what}"),
            Some(who) => format!("**{who}**: {what}"),
            None => format!("**Nobody yet**: {what}"),
        };
        format!("{done}{}.", around(between, action))
    };
    Section::kept("Actions", new_actions(between).iter().map(line).collect())
}

/// True for "asks Payments" and "to ask Payments", which a name begins; "ask Payments" stands after a colon.
fn goes_on_from_a_name(what: &str) -> bool {
    let first = what.split_whitespace().next().unwrap_or_default();
    follows_a_name(first) && first.starts_with(char::is_lowercase)
}

/// An action without who does it, as a line in their own list.
pub(super) fn own_action(between: Between, action: &ActionItem) -> String {
    format!("{}{}.", capital(&prose(action.what.as_str(), " ")), around(between, action))
}

/// By when, and what for, where the action does not say so itself.
fn around(between: Between, action: &ActionItem) -> String {
    let due = action.due.map(|due| format!(", by {}", (between.say)(due))).unwrap_or_default();
    let item = action.item.and_then(|id| between.now.item(id));
    let item = item.filter(|item| !action.what.as_str().contains(item.title.as_str()));
    let item = item.map(|item| format!(" (for {})", between.title(item.id))).unwrap_or_default();
    format!("{due}{item}")
}
