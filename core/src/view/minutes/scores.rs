//! What the minutes say of scores: only where an order turned.

use super::between::Between;
use super::text::Section;
use crate::board::{Item, ItemId};
use crate::score::{Method, Ranked, Score, ranked};
use crate::view::Scene;
use crate::view::compare::grouped;

/// How many turns are named.
const NAMED: usize = 3;

/// Who overtook whom.
pub(super) fn scores(between: Between) -> Section {
    let lines = Method::ALL.into_iter().flat_map(|method| turned(between, method));
    Section::of("Scores", lines.collect())
}

/// Neighbours of the order as it is that stood the other way round.
fn turned(between: Between, method: Method) -> Vec<String> {
    let scored = |scene: &Scene| {
        let live = scene.live().iter().map(AsRef::as_ref);
        let open = live.filter(|item: &&Item| !item.progress.is_done() && item.refusal.is_none());
        let all = ranked(open, method).into_iter();
        all.filter_map(|Ranked { item, score, .. }| score.ok().map(|score| (item, score))).collect::<Vec<_>>()
    };
    let (then, now) = (scored(between.then), scored(between.now));
    let was = |id: ItemId| then.iter().find(|(item, _)| *item == id).map(|(_, score)| *score);
    let is_more = |a: Score, b: Score| a.compare(b).is_some_and(std::cmp::Ordering::is_gt);
    let pairs = now.windows(2).filter_map(|pair| pair.first().copied().zip(pair.get(1).copied()));
    let turned = pairs.filter(|((above, more), (below, less))| {
        let before = was(*above).zip(was(*below));
        is_more(*more, *less) && before.is_some_and(|(above, below)| is_more(below, above))
    });
    let line = |((above, more), (below, less)): ((ItemId, Score), (ItemId, Score))| {
        let first = if now.first().is_some_and(|(item, _)| *item == above) {
            "now leads, before"
        } else {
            "now comes before"
        };
        let figures = format!(
            "{} {} against {}",
            method.letters(),
            grouped(&more.to_string()),
            grouped(&less.to_string())
        );
        format!("{} {first} {} ({figures}).", between.title(above), between.title(below))
    };
    turned.take(NAMED).map(line).collect()
}
