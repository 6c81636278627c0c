//! The plan generator used by the page's benchmark, and what the tests and benchmarks of the layout need beside it.

#![allow(dead_code, reason = "each program uses its part")]

/// A plan of any size, the same each time: about 1.5 links a task, most from one row of tasks to the next.
pub(crate) struct MadePlan {
    /// How many tasks.
    pub(crate) tasks: usize,
    /// From and to.
    pub(crate) links: Vec<(usize, usize)>,
    /// Working days of each task, from 1 to 10.
    pub(crate) durations: Vec<usize>,
}

impl MadePlan {
    /// The plan of that many tasks.
    pub(crate) fn of(tasks: usize, seed: u32) -> Self {
        let mut chance = Chance(seed);
        let mut plan = Self { tasks, links: Vec::new(), durations: Vec::new() };
        let width = (tasks.isqrt() + usize::from(tasks.isqrt() * (tasks.isqrt() + 1) < tasks)).max(4);
        for task in 0..tasks {
            let first = plan.links.len();
            for _ in 0..chance.links(task / width) {
                let row = task / width - chance.back(task / width);
                let link = (row * width + chance.below(width), task);
                if !plan.links[first..].contains(&link) {
                    plan.links.push(link);
                }
            }
            plan.durations.push(1 + chance.below(10));
        }
        plan
    }

    /// The longest chain by duration.
    pub(crate) fn spine(&self) -> Vec<usize> {
        let mut end = self.durations.clone();
        let mut by = vec![None; self.tasks];
        for &(from, to) in &self.links {
            if end[from] + self.durations[to] > end[to] {
                (end[to], by[to]) = (end[from] + self.durations[to], Some(from));
            }
        }
        let mut last = (0..self.tasks).rev().max_by_key(|task| end[*task]);
        let mut spine = Vec::new();
        while let Some(task) = last {
            spine.push(task);
            last = by[task];
        }
        spine.reverse();
        spine
    }
}

/// A linear congruential generator.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(self.0) / 4_294_967_296.0
    }

    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small"
    )]
    fn below(&mut self, limit: usize) -> usize {
        (self.next() * limit as f64) as usize
    }

    fn links(&mut self, row: usize) -> usize {
        if row == 0 {
            0
        } else if self.next() < 0.55 {
            1
        } else if self.next() < 0.75 {
            2
        } else {
            3
        }
    }

    /// How many rows before a task in a row the one it waits for is.
    fn back(&mut self, row: usize) -> usize {
        if self.next() < 0.8 { 1 } else { 1 + self.below(row.min(4)) }
    }
}
