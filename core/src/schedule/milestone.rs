//! Milestones' dates: a point lies between two days, and what binds it says which of them is shown.

use super::network::{Arrow, Network};
use super::passes::{Early, binds, bound, held};
use super::task::Stage;
use crate::board::LinkKind;

/// For each item without length: true where it shows the day before its point, because a finish binds it, or on a
/// tie both do. Driven by a milestone it takes that one's side. False for all other items.
pub(super) fn ends(network: &Network, early: &[Early]) -> Vec<bool> {
    let mut ends = vec![false; early.len()];
    for &place in &network.order {
        let place = place as usize;
        if network.tasks[place].is_in() && early[place].finish == early[place].start {
            ends[place] =
                is_ended_by_itself(network, early, place) || is_driven_by_end(network, early, &ends, place);
        }
    }
    ends
}

/// True where a fact or a promise of its own ends it. Before the start of the plan only facts are shown.
fn is_ended_by_itself(network: &Network, early: &[Early], place: usize) -> bool {
    let task = &network.tasks[place];
    match task.stage {
        Stage::Done => true,
        Stage::Promised => task.finish == early[place].finish && task.finish != 0,
        _ => false,
    }
}

fn is_driven_by_end(network: &Network, early: &[Early], ends: &[bool], place: usize) -> bool {
    let (task, at) = (&network.tasks[place], early[place]);
    let drives = |arrow: &&Arrow| {
        let other = arrow.other as usize;
        binds(&network.tasks[other], task, arrow.kind)
            && bound(arrow.kind, arrow.lag, early[other]) == held(arrow.kind, task, at)
    };
    let is_end = |arrow: &Arrow| {
        let other = arrow.other as usize;
        let is_milestone = early[other].buffered == early[other].start;
        let by_finish = matches!(arrow.kind, LinkKind::FinishToStart | LinkKind::FinishToFinish);
        if is_milestone { ends[other] } else { by_finish }
    };
    at.finish != 0 && network.into.of(place).iter().filter(drives).any(is_end)
}
