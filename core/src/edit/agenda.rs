//! What can be done with an agenda: come to a step, leave one out, change the list. The time is handed in.

use super::meeting::{Agenda, AgendaStep, Topic};
use crate::board::Name;

/// The usual steps with their minutes: an hour.
const USUAL: [(Topic, &str, u16); 7] = [
    (Topic::Goal, "Goal", 5),
    (Topic::Sort, "Sort", 15),
    (Topic::Map, "Map", 10),
    (Topic::Owners, "Owners and dates", 10),
    (Topic::Compare, "Compare", 5),
    (Topic::Cut, "Cut", 5),
    (Topic::Decide, "Decide", 10),
];

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;

/// The most steps of an agenda.
pub const MAX_STEPS: usize = 50;

impl AgendaStep {
    /// A step of the team's own.
    pub const fn new(name: Name, minutes: u16) -> Self {
        Self { name, topic: None, minutes, spent: 0, skipped: false }
    }
}

impl Agenda {
    /// The agenda of the usual hour, at its first step.
    pub fn usual(now: u64) -> Self {
        let step = |(topic, name, minutes): (Topic, &str, u16)| AgendaStep {
            topic: Some(topic),
            ..AgendaStep::new(name.parse().unwrap_or_default(), minutes)
        };
        Self { steps: USUAL.map(step).to_vec(), at: 0, since: now }
    }

    /// The step that is on.
    pub fn step(&self) -> Option<&AgendaStep> {
        self.steps.get(self.at)
    }

    /// Milliseconds spent on a step so far.
    pub fn spent(&self, at: usize, now: u64) -> u64 {
        let running = if at == self.at { now.saturating_sub(self.since) } else { 0 };
        self.steps.get(at).map_or(0, |step| step.spent.saturating_add(running))
    }

    /// Milliseconds left of the step that is on; negative when it is over time.
    pub fn left(&self, now: u64) -> i64 {
        let planned = self.step().map_or(0, |step| u64::from(step.minutes) * MINUTE);
        i64::try_from(planned).unwrap_or(i64::MAX).saturating_sub_unsigned(self.spent(self.at, now))
    }

    /// The place of the next step that is not left out.
    pub fn next(&self) -> Option<usize> {
        (self.at + 1..self.steps.len()).find(|at| !self.steps[*at].skipped)
    }

    /// The place of the step before that is not left out.
    pub fn previous(&self) -> Option<usize> {
        (0..self.at.min(self.steps.len())).rev().find(|at| !self.steps[*at].skipped)
    }

    /// Comes to a step. One that was left out is taken up again.
    #[must_use]
    pub fn come_to(mut self, at: usize, now: u64) -> Self {
        if at != self.at && at < self.steps.len() {
            self.leave(now);
            self.at = at;
        }
        if let Some(step) = self.steps.get_mut(self.at) {
            step.skipped = false;
        }
        self
    }

    /// Leaves out the step that is on and comes to the next; the last one is left out and stays.
    #[must_use]
    pub fn skip(mut self, now: u64) -> Self {
        let (at, next) = (self.at, self.next());
        if let Some(next) = next {
            self = self.come_to(next, now);
        }
        if let Some(step) = self.steps.get_mut(at) {
            step.skipped = true;
        }
        self
    }

    /// Writes down the time of the step that is on.
    fn leave(&mut self, now: u64) {
        let spent = self.spent(self.at, now);
        if let Some(step) = self.steps.get_mut(self.at) {
            step.spent = spent;
        }
        self.since = now;
    }

    /// One more step, at the end. There is a limit to them.
    #[must_use]
    pub fn with(mut self, step: AgendaStep) -> Self {
        if self.steps.len() < MAX_STEPS {
            self.steps.push(step);
        }
        self
    }

    /// Another name or other minutes for a step.
    #[must_use]
    pub fn changed(mut self, at: usize, change: impl FnOnce(&mut AgendaStep)) -> Self {
        if let Some(step) = self.steps.get_mut(at) {
            change(step);
        }
        self
    }

    /// The agenda without a step; the last one stays. Where the step was on, the next one is.
    #[must_use]
    pub fn without(mut self, at: usize, now: u64) -> Self {
        if self.steps.len() < 2 || at >= self.steps.len() {
            return self;
        }
        if at == self.at {
            self.since = now;
        }
        self.steps.remove(at);
        if self.at > at || self.at == self.steps.len() {
            self.at -= 1;
        }
        self
    }

    /// The agenda with a step one place earlier or later. The step that is on stays on.
    #[must_use]
    pub fn moved(mut self, at: usize, later: bool) -> Self {
        let to = if later { at.checked_add(1) } else { at.checked_sub(1) };
        let Some(to) = to.filter(|to| at.max(*to) < self.steps.len()) else { return self };
        self.steps.swap(at, to);
        if self.at == at {
            self.at = to;
        } else if self.at == to {
            self.at = at;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(agenda: &Agenda) -> Vec<&str> {
        agenda.steps.iter().map(|step| step.name.as_str()).collect()
    }

    fn on(agenda: &Agenda) -> &str {
        agenda.step().map_or("", |step| step.name.as_str())
    }

    #[test]
    fn the_usual_agenda_is_an_hour() {
        let agenda = Agenda::usual(0);
        assert_eq!(agenda.steps.iter().map(|step| step.minutes).sum::<u16>(), 60);
        assert_eq!(on(&agenda), "Goal");
    }

    #[test]
    fn a_step_counts_its_time_also_when_it_is_come_to_again() {
        let agenda = Agenda::usual(0).come_to(1, 2 * MINUTE).come_to(0, 3 * MINUTE);
        assert_eq!(agenda.spent(0, 4 * MINUTE), 3 * MINUTE);
        assert_eq!(agenda.spent(1, 4 * MINUTE), MINUTE);
        assert_eq!(agenda.left(4 * MINUTE), 2 * 60_000);
        assert_eq!(agenda.left(7 * MINUTE), -60_000);
    }

    #[test]
    fn a_step_that_is_left_out_is_passed_over_until_somebody_comes_to_it() {
        let agenda = Agenda::usual(0).come_to(1, 0).skip(0);
        assert_eq!((on(&agenda), agenda.previous()), ("Map", Some(0)));
        let agenda = agenda.come_to(0, 0);
        assert_eq!(agenda.next(), Some(2));
        assert!(!agenda.come_to(1, 0).steps[1].skipped);
    }

    #[test]
    fn the_last_step_has_none_after_it_and_can_be_left_out() {
        let agenda = Agenda::usual(0).come_to(6, 0);
        assert_eq!(agenda.next(), None);
        let agenda = agenda.skip(0);
        assert_eq!((on(&agenda), agenda.steps[6].skipped), ("Decide", true));
    }

    #[test]
    fn the_step_that_is_on_stays_on_while_others_come_go_and_move() {
        let step = AgendaStep::new("Breath".parse().unwrap(), 2);
        let agenda = Agenda::usual(0).come_to(2, 0).without(0, 0).moved(1, false).with(step);
        assert_eq!(names(&agenda), ["Map", "Sort", "Owners and dates", "Compare", "Cut", "Decide", "Breath"]);
        assert_eq!(on(&agenda), "Map");
        assert_eq!(on(&agenda.moved(0, false)), "Map", "nothing is before the first");
    }

    #[test]
    fn without_the_step_that_is_on_the_next_one_is_and_the_last_one_stays() {
        let agenda = Agenda::usual(0).come_to(6, 0).without(6, 5);
        assert_eq!((on(&agenda), agenda.since), ("Cut", 5));
        let one = (0..9).fold(agenda, |agenda, _| agenda.without(0, 5));
        assert_eq!(one.steps.len(), 1);
    }
}
