//! The words of a verdict, all in one place: who leads and on what, what turns it, and the question that decides.

use super::numbers::{grouped, input_text};
use crate::board::{Decimal, ItemId};
use crate::score::{Factor, Flip, Method, Verdict, flips};
use crate::view::Scene;

/// Letters of a title in a sentence.
const LETTERS: usize = 44;
/// And where several are named.
const FEWER_LETTERS: usize = 32;
/// Above so many percent, "so many times as much" says more.
const TIMES: u128 = 200;

/// A title as it stands in a sentence.
pub fn named(scene: &Scene, item: ItemId) -> String {
    shortened(scene, item, LETTERS)
}

pub(super) fn shortened(scene: &Scene, item: ItemId, letters: usize) -> String {
    let title = scene.item(item).map(|item| item.title.to_string()).unwrap_or_default();
    if title.chars().count() <= letters {
        return title;
    }
    title.chars().take(letters - 1).collect::<String>().trim_end().to_owned() + "…"
}

/// A sentence that ends once, where the title at its end is cut.
pub(super) fn ended(sentence: &str) -> String {
    sentence.replace("….", "…")
}

/// Who leads, by how much, and who wins on what: "B leads by 14 %, on ease alone; A wins on impact and confidence."
pub fn verdict_words(scene: &Scene, verdict: &Verdict) -> String {
    let (leader, other) = (named(scene, verdict.leader), named(scene, verdict.other));
    let (mine, theirs) = (&verdict.wins.leader, &verdict.wins.other);
    if verdict.tie {
        let score = grouped(&verdict.leads_with.to_string());
        return match (mine.as_slice(), theirs.as_slice()) {
            ([], []) => format!("{leader} and {other} are equal on every factor, at {score}."),
            _ => format!(
                "{leader} and {other} tie at {score}: {leader} wins on {}, {other} on {}.",
                listed(mine),
                listed(theirs)
            ),
        };
    }
    let rest =
        if theirs.is_empty() { String::new() } else { format!("; {other} wins on {}", listed(theirs)) };
    format!("{leader} leads {}, {}{rest}.", by_how_much(verdict), on_what(verdict))
}

/// The leader over several: "A leads B by 11 % and has 3.2 times the score of C."
pub fn verdicts_words(scene: &Scene, verdicts: &[Verdict]) -> String {
    let short = |item: ItemId| shortened(scene, item, FEWER_LETTERS);
    let leader = verdicts.first().map(|first| short(first.leader)).unwrap_or_default();
    let ties: Vec<String> = verdicts.iter().filter(|v| v.tie).map(|v| short(v.other)).collect();
    if !ties.is_empty() {
        return format!("{leader} and {} tie for the lead.", ties.join(", "));
    }
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for verdict in verdicts {
        let other = short(verdict.other);
        match times(verdict) {
            Some(factor) if far.is_empty() => far.push(format!("{factor} times the score of {other}")),
            Some(factor) => far.push(format!("{factor} times that of {other}")),
            None => near.push(format!("{other} {}", by_how_much(verdict))),
        }
    }
    let said = match (near.as_slice(), far.as_slice()) {
        (near, []) => format!("leads {}", and(near)),
        ([], far) => format!("leads with {}", and(far)),
        (near, far) => format!("leads {} and has {}", near.join(", "), and(far)),
    };
    ended(&format!("{leader} {said}."))
}

/// One that is behind, in its own column: "Behind on reach. Overtakes if …"
pub fn behind_words(scene: &Scene, verdict: &Verdict) -> Option<String> {
    let on = on_what(verdict);
    let ways = ways(scene, verdict)?;
    Some(if ways.is_empty() {
        format!("Behind {on}. No single figure of either, within its scale, lets it overtake.")
    } else {
        format!("Behind {on}. Overtakes if {ways}.")
    })
}

/// How many times the other's score the leader has, where a percentage would say less: `3.2`, `15`.
fn times(verdict: &Verdict) -> Option<String> {
    let percent = verdict.percent.filter(|percent| *percent >= TIMES)?;
    let tenths = (percent + 105) / 10;
    let (whole, rest) = (tenths / 10, tenths % 10);
    let rest = if rest == 0 || whole >= 10 { String::new() } else { format!(".{rest}") };
    Some(format!("{}{rest}", grouped(&whole.to_string())))
}

/// "by 14 %".
fn by_how_much(verdict: &Verdict) -> String {
    if let Some(times) = times(verdict) {
        return format!("with {times} times the score");
    }
    match verdict.percent {
        None => format!("with {} against 0", grouped(&verdict.leads_with.to_string())),
        Some(0) => "by less than 1 %".to_owned(),
        Some(percent) => format!("by {percent} %"),
    }
}

/// "on ease alone", "on reach and effort", "on every factor".
fn on_what(verdict: &Verdict) -> String {
    let mine = &verdict.wins.leader;
    if mine.len() == verdict.method.factors().len() {
        return "on every factor".to_owned();
    }
    let alone = if mine.len() == 1 { " alone" } else { "" };
    format!("on {}{alone}", listed(mine))
}

fn listed(factors: &[Factor]) -> String {
    let words: Vec<String> = factors.iter().map(|factor| factor.word().to_owned()).collect();
    if words.is_empty() { "nothing".to_owned() } else { and(&words) }
}

/// "reach, impact and effort".
fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// What turns the order: "A overtakes if B's impact falls to 5.2 (13 % less), or if its own ease rises to 3.5 (17 % more)."
pub fn turn_words(scene: &Scene, verdict: &Verdict) -> Option<String> {
    let other = named(scene, verdict.other);
    let ways = ways(scene, verdict)?;
    Some(if ways.is_empty() {
        format!("No single figure turns it: {other} cannot overtake by one input within its scale.")
    } else {
        format!("{other} overtakes if {ways}.")
    })
}

/// The least change that turns the order, and one of the other option beside it. Empty where no single input can;
/// `None` where nobody leads.
fn ways(scene: &Scene, verdict: &Verdict) -> Option<String> {
    if verdict.tie {
        return None;
    }
    let Some(least) = verdict.flip else { return Some(String::new()) };
    let said = |flip: &Flip| {
        let is_own = flip.item == verdict.other;
        let word = flip.factor.word();
        let what = if is_own { format!("its own {word}") } else { factor_of(&named(scene, flip.item), word) };
        let (verb, share) = direction(flip);
        let to = with_unit(verdict.method, flip.factor, flip.to);
        format!("{what} {verb} to {to}{share}")
    };
    let beside = beside(scene, verdict, least).map(|flip| format!(", or if {}", said(&flip)));
    Some(format!("{}{}", said(&least), beside.unwrap_or_default()))
}

/// The least change of the option that the least change is not about; one of a factor that speaks for the leader, if
/// there is one, for that is where the other has to become better.
fn beside(scene: &Scene, verdict: &Verdict, least: Flip) -> Option<Flip> {
    let (leader, other) = scene.item(verdict.leader).zip(scene.item(verdict.other))?;
    let decides = |flip: &Flip| verdict.wins.leader.contains(&flip.factor);
    let all = flips(leader, other, verdict.method, &scene.board.about.scales.impact);
    let rest = all.into_iter().filter(|flip| flip.item != least.item);
    rest.reduce(|best, flip| match (decides(&flip), decides(&best)) {
        (true, false) => flip,
        (false, true) => best,
        _ if flip.is_nearer_than(&best) => flip,
        _ => best,
    })
}

/// "B's impact"; of a title that is cut "the impact of Patch the…".
fn factor_of(name: &str, factor: &str) -> String {
    match name.chars().last() {
        Some('…') => format!("the {factor} of {name}"),
        Some('s') => format!("{name}' {factor}"),
        _ => format!("{name}'s {factor}"),
    }
}

fn direction(flip: &Flip) -> (&'static str, String) {
    let (from, to) = (flip.from.ten_thousandths(), flip.to.ten_thousandths());
    let verb = if to > from { "rises" } else { "falls" };
    let word = if to > from { "more" } else { "less" };
    let share = (from.abs_diff(to) * 100 + from / 2).checked_div(from);
    (
        verb,
        share
            .filter(|share| *share < 1_000)
            .map(|share| format!(" ({} % {word})", share.max(1)))
            .unwrap_or_default(),
    )
}

/// A figure of an input with its unit: `62 %`, `3.5 months`, `4,200`.
pub(super) fn with_unit(method: Method, factor: Factor, value: Decimal) -> String {
    let figure = input_text(method, factor, value);
    match factor {
        Factor::Effort => format!("{figure} {}", if figure == "1" { "month" } else { "months" }),
        _ => figure,
    }
}

/// The question that decides where the lead rests on effort or ease alone.
pub fn question(verdict: &Verdict) -> Option<String> {
    let factor = verdict.wins.leader.first().filter(|_| verdict.is_about_effort)?;
    Some(format!("Only {} speaks for the leader: hard work or quick wins?", factor.word()))
}
