//! The comparison as Markdown, for the record.

use std::fmt::Write as _;

use super::bars::BarView;
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
    let cell = |bar: &BarView| {
        let value = if bar.wins { format!("**{}**", bar.value) } else { bar.value.clone() };
        bar.flip.as_ref().map_or(value.clone(), |flip| format!("{value} ({})", flip.words))
    };
    for (name, cells) in factors(shown, &cell) {
        row(&mut text, name, cells);
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
    rows.extend(factors(shown, &|bar| bar.value.clone()).into_iter().map(|(name, cells)| line(name, cells)));
    KeptComparison { verdict: shown.verdict.clone(), rows }
}

/// The factors, a row each: its name, and what is said of it for each option.
fn factors<'a>(shown: &'a SideBySide, cell: &dyn Fn(&BarView) -> String) -> Vec<(&'a str, Vec<String>)> {
    let bars = shown.options.first().map(|option| option.bars.iter()).into_iter().flatten();
    let row = |(at, bar): (usize, &'a BarView)| {
        let cells = shown.options.iter().filter_map(|option| option.bars.get(at)).map(cell);
        (bar.name.as_str(), cells.collect())
    };
    bars.enumerate().map(row).collect()
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
