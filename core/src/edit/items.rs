//! Commands on items: add, edit, judge, move, trash, restore, split.

use super::command::{NewItem, Place, Stamp, Update};
use super::draft::Draft;
use super::rejection::Rejection;
use crate::board::{
    Answer, Date, EarlierPromise, Item, ItemField, ItemId, MAX_ITEMS, OrderKey, Progress, Quadrant, Refusal,
    sort_by,
};

pub(super) fn add(
    draft: &mut Draft,
    stamp: &Stamp,
    items: &[NewItem],
    to: Option<Quadrant>,
    place: Place,
) -> Result<(), Rejection> {
    refuse_too_many(draft, items.len())?;
    let places = places(draft, to, place, &[], items.len())?;
    for (new, order) in items.iter().zip(places) {
        let mut item = Item::new(new.id);
        item.title = new.title.clone();
        item.order = order;
        put_into(&mut item, to, stamp);
        draft.add_item(item)?;
    }
    Ok(())
}

pub(super) fn refuse_too_many(draft: &Draft, more: usize) -> Result<(), Rejection> {
    match draft.board.items.len() + more {
        total if total > MAX_ITEMS => Err(Rejection::TooManyItems(total)),
        _ => Ok(()),
    }
}

fn put_into(item: &mut Item, to: Option<Quadrant>, stamp: &Stamp) {
    let answers = to.map(Quadrant::answers);
    item.important = answers.map(|(important, _)| important);
    item.urgent = answers.map(|(_, urgent)| urgent);
    item.refusal = refusal_in(to, None, stamp);
}

/// An item in Eliminate is refused, by the one who put it there; anywhere else it is not.
fn refusal_in(quadrant: Option<Quadrant>, held: Option<&Refusal>, stamp: &Stamp) -> Option<Refusal> {
    let said = || Refusal { reason: String::new(), by: stamp.by, on: Some(stamp.today) };
    (quadrant == Some(Quadrant::Eliminate)).then(|| held.cloned().unwrap_or_else(said))
}

pub(super) fn edit(
    draft: &mut Draft,
    stamp: &Stamp,
    items: &[ItemId],
    field: &ItemField,
) -> Result<(), Rejection> {
    for &id in items {
        let item = draft.live(id)?;
        match field {
            ItemField::Order(_)
            | ItemField::Source(_)
            | ItemField::Trashed(_)
            | ItemField::EarlierPromises(_) => {
                return Err(Rejection::NotByHand);
            }
            ItemField::Important(answer) => {
                let urgent = item.urgent;
                judge(draft, stamp, &[id], *answer, urgent)?;
            }
            ItemField::Urgent(answer) => {
                let important = item.important;
                judge(draft, stamp, &[id], important, *answer)?;
            }
            ItemField::Refusal(Some(_)) if item.quadrant() != Some(Quadrant::Eliminate) => {
                return Err(Rejection::NotRefused(item.title.to_string()));
            }
            ItemField::Core(true) if item.quadrant() == Some(Quadrant::Eliminate) => {
                return Err(Rejection::CoreButRefused(item.title.to_string()));
            }
            ItemField::Requested(Some(asked)) if *asked > stamp.today => {
                return Err(Rejection::FactInFuture(*asked));
            }
            ItemField::Promised(date) => promise(draft, stamp, id, *date)?,
            ItemField::Progress(progress) => {
                let progress = keeping_the_start(item.progress, *progress);
                refuse_impossible(progress, stamp.today)?;
                draft.set(id, ItemField::Progress(progress))?;
            }
            _ => draft.set(id, field.clone())?,
        }
    }
    Ok(())
}

/// Each field as if it were edited by itself.
pub(super) fn fill(draft: &mut Draft, stamp: &Stamp, updates: &[Update]) -> Result<(), Rejection> {
    for Update { item, fields } in updates {
        fields.iter().try_for_each(|field| edit(draft, stamp, &[*item], field))?;
    }
    Ok(())
}

/// The first promise is the agreed one; a later one is agreed only by an act of its own. What was promised before
/// is remembered.
fn promise(draft: &mut Draft, stamp: &Stamp, id: ItemId, date: Option<Date>) -> Result<(), Rejection> {
    let item = draft.live(id)?;
    let (agreed, mut earlier) = (item.agreed, item.earlier_promises.clone());
    if let Some(promised) = item.promised.filter(|promised| Some(*promised) != date) {
        earlier.push(EarlierPromise { promised, until: stamp.today });
    }
    draft.set(id, ItemField::Promised(date))?;
    draft.set(id, ItemField::EarlierPromises(earlier))?;
    let agreed = if date.is_none() { None } else { agreed.or(date) };
    draft.set(id, ItemField::Agreed(agreed))
}

/// A new day of finishing says nothing of the start: what is known of it stays.
fn keeping_the_start(now: Progress, then: Progress) -> Progress {
    match then {
        Progress::Done { started: None, on } => Progress::Done { started: now.started(), on },
        _ => then,
    }
}

fn refuse_impossible(progress: Progress, today: Date) -> Result<(), Rejection> {
    let (started, finished) = match progress {
        Progress::NotStarted => (None, None),
        Progress::Started { on, .. } => (Some(on), None),
        Progress::Done { started, on } => (started, Some(on)),
    };
    if let Some(late) = [started, finished].into_iter().flatten().find(|date| *date > today) {
        return Err(Rejection::FactInFuture(late));
    }
    match (started, finished) {
        (Some(started), Some(finished)) if finished < started => {
            Err(Rejection::FinishedBeforeStart { started, finished })
        }
        _ => Ok(()),
    }
}

/// Each item keeps its own facts: the day it started is known before and after.
pub(super) fn finish(
    draft: &mut Draft,
    stamp: &Stamp,
    items: &[ItemId],
    done: bool,
) -> Result<(), Rejection> {
    for &id in items {
        let now = draft.live(id)?.progress;
        let then = match (done, now) {
            (true, Progress::Done { .. }) => now,
            (true, _) => Progress::Done { started: now.started(), on: stamp.today },
            (false, Progress::Done { started, .. }) => Progress::started_on(started),
            (false, _) => now,
        };
        refuse_impossible(then, stamp.today)?;
        draft.set(id, ItemField::Progress(then))?;
    }
    Ok(())
}

pub(super) fn judge(
    draft: &mut Draft,
    stamp: &Stamp,
    items: &[ItemId],
    important: Option<Answer>,
    urgent: Option<Answer>,
) -> Result<(), Rejection> {
    for &id in items {
        let item = draft.live(id)?;
        let to = Quadrant::of(important, urgent);
        if item.core && to == Some(Quadrant::Eliminate) {
            return Err(Rejection::Core(item.title.to_string()));
        }
        let refusal = refusal_in(to, item.refusal.as_ref(), stamp);
        draft.set(id, ItemField::Important(important))?;
        draft.set(id, ItemField::Urgent(urgent))?;
        draft.set(id, ItemField::Refusal(refusal))?;
    }
    Ok(())
}

/// Moves items to a place. Those that stand there already, in that order, are left as they are.
pub(super) fn relocate(
    draft: &mut Draft,
    stamp: &Stamp,
    items: &[ItemId],
    to: Option<Quadrant>,
    place: Place,
) -> Result<(), Rejection> {
    for &id in items {
        draft.live(id)?;
    }
    let mut moved: Vec<&Item> = items.iter().filter_map(|id| draft.board.item(*id)).collect();
    sort_by(&mut moved, |a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
    let mut moved: Vec<ItemId> = moved.into_iter().map(|item| item.id).collect();
    moved.dedup();
    if !stands_there(draft, &moved, to, place) {
        let places = places(draft, to, place, &moved, moved.len())?;
        for (&id, order) in moved.iter().zip(places) {
            draft.set(id, ItemField::Order(order))?;
        }
    }
    let answers = to.map(Quadrant::answers);
    judge(draft, stamp, &moved, answers.map(|(important, _)| important), answers.map(|(_, urgent)| urgent))
}

/// True where the column has the moved items at that place as it is, so that a drop on the spot changes nothing.
fn stands_there(draft: &Draft, moved: &[ItemId], to: Option<Quadrant>, place: Place) -> bool {
    let column: Vec<ItemId> = column(draft, to).iter().map(|item| item.id).collect();
    let Some(first) = moved.first() else { return true };
    let Some(start) = column.iter().position(|id| id == first) else { return false };
    let end = start + moved.len();
    if column.get(start..end) != Some(moved) {
        return false;
    }
    match place {
        Place::Top => start == 0,
        Place::Bottom => end == column.len(),
        Place::Before(id) => column.get(end) == Some(&id) || moved.contains(&id),
        Place::After(id) => {
            start.checked_sub(1).and_then(|i| column.get(i)) == Some(&id) || moved.contains(&id)
        }
    }
}

fn column(draft: &Draft, quadrant: Option<Quadrant>) -> Vec<&Item> {
    draft.board.live().into_iter().filter(|item| item.quadrant() == quadrant).collect()
}

/// Order keys at a place of a column: next to its neighbour there, among all items of the board.
pub(super) fn places(
    draft: &Draft,
    column_of: Option<Quadrant>,
    place: Place,
    moved: &[ItemId],
    count: usize,
) -> Result<Vec<OrderKey>, Rejection> {
    let staying = |item: &&Item| !moved.contains(&item.id);
    let column: Vec<&Item> = column(draft, column_of).into_iter().filter(staying).collect();
    let mut keys: Vec<&OrderKey> =
        draft.board.items.values().filter(|i| !moved.contains(&i.id)).map(|i| &i.order).collect();
    sort_by(&mut keys, Ord::cmp);
    let after = |key: &OrderKey| (Some(key.clone()), keys.iter().find(|k| **k > key).map(|k| (*k).clone()));
    let before =
        |key: &OrderKey| (keys.iter().rev().find(|k| **k < key).map(|k| (*k).clone()), Some(key.clone()));
    let at_end = || (keys.last().map(|k| (*k).clone()), None);
    let (low, high) = match place {
        Place::Top => column.first().map_or_else(at_end, |item| before(&item.order)),
        Place::Bottom => column.last().map_or_else(at_end, |item| after(&item.order)),
        Place::Before(id) => before(&draft.live(id)?.order),
        Place::After(id) => after(&draft.live(id)?.order),
    };
    Ok(OrderKey::spread(low.as_ref(), high.as_ref(), count))
}

pub(super) fn trash(draft: &mut Draft, stamp: &Stamp, items: &[ItemId]) -> Result<(), Rejection> {
    for &id in items {
        draft.live(id)?;
        draft.set(id, ItemField::Trashed(Some(stamp.today)))?;
    }
    Ok(())
}

pub(super) fn restore(draft: &mut Draft, items: &[ItemId]) -> Result<(), Rejection> {
    items.iter().try_for_each(|&id| draft.set(id, ItemField::Trashed(None)))
}

/// The part stands in the same quadrant with the same owners, and has no duration, links or scores of its own yet.
pub(super) fn split(draft: &mut Draft, item: ItemId, part: &NewItem) -> Result<(), Rejection> {
    refuse_too_many(draft, 1)?;
    let whole = draft.live(item)?.clone();
    let order = places(draft, whole.quadrant(), Place::After(item), &[], 1)?;
    let mut new = Item::new(part.id);
    new.title = part.title.clone();
    new.order = order.into_iter().next().unwrap_or_default();
    new.kind = whole.kind;
    new.important = whole.important;
    new.urgent = whole.urgent;
    new.priority = whole.priority;
    new.refusal = whole.refusal;
    new.responsible = whole.responsible;
    new.accountable = whole.accountable;
    new.tags = whole.tags;
    draft.add_item(new)
}
