//! What could be done about an item that comes too late, each tried on a copy of the board.

use std::sync::Arc;

use super::{Say, late};
use crate::board::{
    Answer, Date, Days, Item, ItemField, ItemId, LinkKey, Percent, Priority, Progress, sort_by_key,
};
use crate::edit::{Action, Command, Stamp, Update, apply};
use crate::schedule::{Criticality, Effect, Release};
use crate::view::Scene;
use crate::view::minutes::{listed, number, standing, titled};
use crate::view::story::counted;

/// How many items are tried as cuts.
const TRIED: usize = 24;

/// One option, and what it does to the plan.
pub(super) struct Choice {
    /// What would be done, as a bold beginning of a sentence.
    pub what: String,
    /// What that does.
    pub effect: Effect,
    /// True where the finish is within the target then.
    pub holds: bool,
    /// True for taking it as it is.
    pub gives_in: bool,
    /// True for leaving something out.
    pub cuts: bool,
    then: Scene,
}

impl Choice {
    /// Working days past the target that remain.
    pub(super) fn past_target(&self) -> Option<i64> {
        self.then.schedule.past_target().filter(|past| *past > 0)
    }

    /// What it does, in words.
    pub(super) fn outcome(&self, scene: &Scene, say: Say) -> String {
        let finish = standing(&self.then, say).unwrap_or_default();
        let days = match self.effect.days {
            0 => "The finish stays".to_owned(),
            days @ ..0 => format!("That wins {}: done on", counted(-days)),
            days => format!("That costs {}: done on", counted(days)),
        };
        let broken = match self.effect.broken.len() {
            0 => String::new(),
            n => format!(" It breaks {}.", number(n, "date that holds now", "dates that hold now")),
        };
        let saved: Vec<String> = self.effect.saved.iter().map(|moved| titled(scene, moved.item)).collect();
        let saved = if saved.is_empty() {
            String::new()
        } else {
            format!(" It saves the date of {}.", listed(&saved, 2))
        };
        format!("{days} {finish}.{broken}{saved}")
    }
}

/// The options: get it earlier, start without it, leave something out, take it as it is.
pub(super) fn options(scene: &Scene, item: &Item, say: Say) -> Vec<Choice> {
    let all = [earlier(scene, item, say), without(scene, item), cut(scene, item), accept(scene, say)];
    all.into_iter().flatten().collect()
}

/// The board after some actions, and what they did.
fn tried(scene: &Scene, what: String, actions: Vec<Action>) -> Option<Choice> {
    let mut board = (*scene.board).clone();
    for action in actions {
        let stamp = Stamp { at: 0, today: scene.today, by: None };
        board = apply(&board, &Command { stamp, action }).ok()?.0;
    }
    let then = Scene::of(Arc::new(board), scene.today);
    let effect = Effect::between((&scene.board, &scene.schedule), (&then.board, &then.schedule));
    let holds = then.schedule.past_target().is_none_or(|past| past <= 0);
    Some(Choice { what, effect, holds, gives_in: false, cuts: false, then })
}

fn fields(item: ItemId, fields: Vec<ItemField>) -> Vec<Action> {
    vec![Action::Fill { updates: vec![Update { item, fields }] }]
}

/// It is here on the last day on which it costs nothing.
fn earlier(scene: &Scene, item: &Item, say: Say) -> Option<Choice> {
    let days = scene.schedule.days();
    let row = scene.row(item.id)?;
    let less = match late(scene, item) {
        0 => match scene.schedule.release(&scene.board, item.id)? {
            Release::Shorter { days, .. } => days,
            Release::Never { .. } => return None,
        },
        late => late,
    };
    let today = scene.schedule.today().unwrap_or_default();
    if item.kind.is_external() {
        let by = (row.buffered_finish - less - 1).max(today);
        let by = days.date(by)?;
        let here = vec![
            ItemField::Promised(Some(by)),
            ItemField::Agreed(Some(by)),
            ItemField::Buffer(Percent::try_from(0).ok()),
        ];
        let sooner = item
            .promised
            .map(|promised| days.finish(promised) - days.finish(by))
            .filter(|sooner| *sooner > 0);
        let sooner = sooner.map(|sooner| format!(", {} before it is promised", counted(sooner)));
        let ask = format!("**Get it by {}**{}.", say(by), sooner.unwrap_or_default());
        return tried(scene, ask, fields(item.id, here))
            .filter(|choice| choice.effect.days < 0 || choice.holds);
    }
    let left = row.early_finish - row.early_start.max(today);
    let by = days.date(row.early_finish - less - 1).filter(|_| left > less)?;
    let more = format!("**Get it done by {}**, with more hands or with less in it.", say(by));
    tried(scene, more, fields(item.id, vec![lasting(scene, item, -less)?]))
        .filter(|choice| choice.effect.days < 0)
}

/// What an item takes so many days more; fewer, where that is negative.
fn lasting(scene: &Scene, item: &Item, more: i64) -> Option<ItemField> {
    let row = scene.row(item.id)?;
    let today = scene.schedule.today().unwrap_or_default();
    let days = |days: i64| u32::try_from(days).ok().and_then(|days| Days::try_from(days).ok());
    match item.progress {
        Progress::Started { on, .. } => {
            let remaining = days(row.early_finish - today + more)?;
            Some(ItemField::Progress(Progress::Started { on, remaining: Some(remaining) }))
        }
        _ => Some(ItemField::Duration(Some(days(row.early_finish - row.early_start + more)?))),
    }
}

/// What so many days more do.
pub(super) fn slipped(scene: &Scene, item: &Item, more: i64) -> Option<Effect> {
    let field = match item.promised.filter(|_| item.kind.is_external()) {
        Some(promised) => ItemField::Promised(Some(later(scene, promised, more)?)),
        None => lasting(scene, item, more)?,
    };
    tried(scene, String::new(), fields(item.id, vec![field])).map(|choice| choice.effect)
}

fn later(scene: &Scene, date: Date, more: i64) -> Option<Date> {
    let days = scene.schedule.days();
    days.date(days.finish(date).max(days.finish(scene.today)) - 1 + more)
}

/// What waits for it on the path starts without it.
fn without(scene: &Scene, item: &Item) -> Option<Choice> {
    let ties = scene.schedule.critical_links().into_iter().filter(|key| key.predecessor == item.id);
    let keys: Vec<LinkKey> = ties.collect();
    let first = keys.first()?;
    let what = titled(scene, first.successor);
    let more = match keys.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    let what = format!("**Start {what}{more} without it**, on a stand-in, and join them later.");
    tried(scene, what, keys.into_iter().map(Action::Unlink).collect()).filter(|choice| choice.effect.days < 0)
}

/// The item of least priority whose refusal wins most days. Nothing core, nothing of the highest priorities, and nothing
/// that kept work waits for.
fn cut(scene: &Scene, item: &Item) -> Option<Choice> {
    let is_free = |id: ItemId| {
        let mut after = scene.board.awaited_in(id).map(|link| link.key.successor);
        after.all(|after| {
            !scene.schedule.contains(after) || scene.item(after).is_none_or(|item| item.progress.is_done())
        })
    };
    let may = |other: &&Arc<Item>| {
        other.id != item.id
            && !other.core
            && !other.kind.is_external()
            && !other.progress.is_done()
            && !matches!(other.priority, Priority::P0 | Priority::P1)
            && scene.schedule.criticality(other.id) == Criticality::Critical
            && is_free(other.id)
    };
    let mut may: Vec<&Arc<Item>> = scene.live().iter().filter(may).collect();
    sort_by_key(&mut may, |other| std::cmp::Reverse(other.priority));
    let refuse = |other: &&Arc<Item>| {
        let no = Some(Answer::No);
        let what = format!("**Cut {}** ({}).", titled(scene, other.id), other.priority.word());
        tried(scene, what, vec![Action::Judge { items: vec![other.id], important: no, urgent: no }])
    };
    let all = may.iter().take(TRIED).filter_map(refuse).filter(|choice| choice.effect.days < 0);
    all.min_by_key(|choice| choice.effect.days).map(|choice| Choice { cuts: true, ..choice })
}

/// The target moves to the finish.
fn accept(scene: &Scene, say: Say) -> Option<Choice> {
    scene.schedule.past_target().filter(|past| *past > 0)?;
    let finish = scene.schedule.finish_date()?;
    let about = scene.board.about.clone();
    let about = crate::board::About { target: Some(finish), ..about };
    let what = format!("**Accept it**, and move the target to {}.", say(finish));
    let choice = tried(scene, what, vec![Action::Describe(Box::new(about))])?;
    Some(Choice { gives_in: true, ..choice })
}
