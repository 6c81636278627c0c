//! The two passes of the critical path method: early dates from the front, late dates from the back.
//!
//! Kelley and Walker, "Critical-Path Planning and Scheduling" (1959), with the four link types of the precedence
//! diagramming method (Fondahl 1961; IBM 1964).

use super::network::{Arrow, Network};
use super::task::{NEVER, NONE, Stage, Task};
use super::workdays::Point;
use crate::board::LinkKind;

/// The early side of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Early {
    /// Early start.
    pub start: Point,
    /// Early finish.
    pub finish: Point,
    /// Early finish with the buffer behind it.
    pub buffered: Point,
}

impl Early {
    /// The buffer that is left behind the finish.
    pub(super) const fn buffer(self) -> i64 {
        self.buffered - self.finish
    }

    const fn length(self) -> i64 {
        self.finish - self.start
    }
}

/// True where a link out of the first binds the second at all. Done items are bound by nothing; a start that has
/// happened is not bound by links into it.
pub(super) const fn binds(from: &Task, to: &Task, kind: LinkKind) -> bool {
    let into_start = matches!(kind, LinkKind::FinishToStart | LinkKind::StartToStart);
    from.is_in()
        && match to.stage {
            Stage::Out | Stage::Done => false,
            Stage::Started => !into_start,
            Stage::Open | Stage::Promised => true,
        }
}

/// True where a link also binds its predecessor from behind: a start that has happened cannot come earlier.
pub(super) const fn binds_back(from: &Task, to: &Task, kind: LinkKind) -> bool {
    let out_of_start = matches!(kind, LinkKind::StartToStart | LinkKind::StartToFinish);
    binds(from, to, kind) && !(out_of_start && matches!(from.stage, Stage::Started))
}

/// The point that a link holds its successor to: a start for FS and SS, a finish for FF and SF.
pub(super) const fn bound(kind: LinkKind, lag: i64, from: Early) -> Point {
    match kind {
        LinkKind::FinishToStart | LinkKind::FinishToFinish => from.buffered + lag,
        LinkKind::StartToStart | LinkKind::StartToFinish => from.start + lag,
    }
}

/// The point of its successor that a link holds: what [`bound`] is compared with. Of an item with a promise, the
/// start that its own duration needs.
pub(super) const fn held(kind: LinkKind, to: &Task, early: Early) -> Point {
    match kind {
        LinkKind::FinishToStart | LinkKind::StartToStart => early.finish - to.days,
        LinkKind::FinishToFinish | LinkKind::StartToFinish => early.finish,
    }
}

/// The early side of all items.
pub(super) fn forward(network: &Network) -> Vec<Early> {
    let mut early = vec![Early::default(); network.ids.len()];
    for &place in &network.order {
        let place = place as usize;
        let task = &network.tasks[place];
        let (mut start, mut finish) = (NONE, NONE);
        for arrow in network.into.of(place) {
            let other = arrow.other as usize;
            if binds(&network.tasks[other], task, arrow.kind) {
                let at = bound(arrow.kind, arrow.lag, early[other]);
                match arrow.kind {
                    LinkKind::FinishToStart | LinkKind::StartToStart => start = start.max(at),
                    LinkKind::FinishToFinish | LinkKind::StartToFinish => finish = finish.max(at),
                }
            }
        }
        early[place] = pushed(task, start, finish);
    }
    early
}

/// An item's early side where links push its start and its finish to these points.
fn pushed(task: &Task, start: Point, finish: Point) -> Early {
    let (start, finish) = match task.stage {
        Stage::Out | Stage::Done => (task.start, task.finish),
        Stage::Started => (task.start, task.finish.max(finish)),
        Stage::Open => {
            let start = task.start.max(start).max(finish - task.days);
            (start, start + task.days)
        }
        Stage::Promised => {
            let finish = task.finish.max(finish).max(task.start.max(start) + task.days);
            (finish - task.span, finish)
        }
    };
    Early { start, finish, buffered: (finish + task.buffer).max(task.buffered_until) }
}

/// The late finish of all items, counted back from an end; [`NEVER`] for what has none.
pub(super) fn backward(network: &Network, early: &[Early], end: Point) -> Vec<Point> {
    let mut late = vec![NEVER; network.ids.len()];
    for &place in network.order.iter().rev() {
        let place = place as usize;
        let task = &network.tasks[place];
        if matches!(task.stage, Stage::Out | Stage::Done) {
            continue;
        }
        let own = (end - early[place].buffer()).min(task.due);
        let by_links = network.out.of(place).iter().filter_map(|arrow| {
            let to = &network.tasks[arrow.other as usize];
            binds_back(task, to, arrow.kind)
                .then(|| latest(arrow, early[place], to, late[arrow.other as usize]))
        });
        late[place] = by_links.fold(own, Point::min);
    }
    late
}

/// The latest finish that a link leaves its predecessor.
fn latest(arrow: &Arrow, from: Early, to: &Task, to_finish: Point) -> Point {
    let to_start = to_finish - to.days;
    match arrow.kind {
        LinkKind::FinishToStart => to_start - arrow.lag - from.buffer(),
        LinkKind::FinishToFinish => to_finish - arrow.lag - from.buffer(),
        LinkKind::StartToStart => to_start - arrow.lag + from.length(),
        LinkKind::StartToFinish => to_finish - arrow.lag + from.length(),
    }
}

/// How far a link that binds lets its predecessor slip before it moves the successor.
pub(super) fn slack(network: &Network, early: &[Early], from: usize, arrow: &Arrow) -> i64 {
    let other = arrow.other as usize;
    held(arrow.kind, &network.tasks[other], early[other]) - bound(arrow.kind, arrow.lag, early[from])
}

/// How far an item can slip before any successor's early side moves; without successors, up to the end.
pub(super) fn free_float(network: &Network, early: &[Early], place: usize, end: Point) -> i64 {
    let task = &network.tasks[place];
    let binding = network
        .out
        .of(place)
        .iter()
        .filter(|arrow| binds_back(task, &network.tasks[arrow.other as usize], arrow.kind));
    let least = binding.map(|arrow| slack(network, early, place, arrow)).min();
    least.unwrap_or(end - early[place].buffered)
}
