//! The comparison as Markdown, for the record.

use std::fmt::Write as _;

use super::side::{OptionView, SideBySide};
use crate::board::KeptComparison;
use crate::exchange::markdown_escaped as escaped;

/// The verdict, a table of options and factors, and what the plan adds.
pub fn comparison_markdown(shown: &SideBySide) -> String {
    let mut text = format!("## {}\n", escaped(&shown.verdict));
    for line in shown.question.iter().chain(&shown.details) {
        // Writing to a String cannot fail, here and below.
        _ = write!(text, "\n{}\n", escaped(line));
    }
    let titles: Vec<String> = shown.options.iter().map(|option| escaped(&option.title)).collect();
    _ = write!(text, "\n| | {} |\n|---|{}\n", titles.join(" | "), "---:|".repeat(titles.len()));
    let scores = |option: &OptionView| match &option.score {
        Ok(score) if option.leads => format!("**{score}**"),
        Ok(score) => score.clone(),
        Err(why) => escaped(why),
    };
    row(&mut text, shown.method.letters(), shown.options.iter().map(scores).collect());
    let factors = shown.options.first().map_or(0, |option| option.bars.len());
    for at in 0..factors {
        let bars: Vec<_> = shown.options.iter().filter_map(|option| option.bars.get(at)).collect();
        let name = bars.first().map(|bar| bar.name.clone()).unwrap_or_default();
        let cell = |bar: &&super::BarView| {
            let value = if bar.wins { format!("**{}**", bar.value) } else { bar.value.clone() };
            bar.flip.as_ref().map_or(value.clone(), |flip| format!("{value} ({})", flip.words))
        };
        row(&mut text, &name, bars.iter().map(cell).collect());
    }
    let facts = |option: &OptionView| {
        let words: Vec<String> = option.facts().map(|words| words.trim_end_matches('.').to_owned()).collect();
        escaped(&words.join("; "))
    };
    row(&mut text, "Besides", shown.options.iter().map(facts).collect());
    text
}

/// The comparison as a decision keeps it: plain words and numbers, the options from the second column on.
pub fn kept_comparison(shown: &SideBySide) -> KeptComparison {
    let line = |name: &str, cells: Vec<String>| std::iter::once(name.to_owned()).chain(cells).collect();
    let options = |of: &dyn Fn(&OptionView) -> String| shown.options.iter().map(of).collect::<Vec<String>>();
    let score = |option: &OptionView| option.score.clone().unwrap_or_else(|why| why);
    let mut rows = vec![
        line("", options(&|option| option.title.clone())),
        line(shown.method.letters(), options(&score)),
    ];
    let names = shown.options.first().map(|option| option.bars.iter().map(|bar| bar.name.clone()));
    for (at, name) in names.into_iter().flatten().enumerate() {
        let value =
            |option: &OptionView| option.bars.get(at).map(|bar| bar.value.clone()).unwrap_or_default();
        rows.push(line(&name, options(&value)));
    }
    KeptComparison { verdict: shown.verdict.clone(), rows }
}

/// What is decided when the comparison is followed, in words to begin with.
pub fn decision_words(shown: &SideBySide) -> String {
    let titles: Vec<&str> = shown.options.iter().map(|option| option.title.as_str()).collect();
    match shown.options.iter().find(|option| option.leads) {
        Some(leader) => {
            let others: Vec<&str> = titles.iter().copied().filter(|title| *title != leader.title).collect();
            format!("{} before {}", leader.title, others.join(", "))
        }
        None => titles.join(" or "),
    }
}

fn row(text: &mut String, name: &str, cells: Vec<String>) {
    _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
}
