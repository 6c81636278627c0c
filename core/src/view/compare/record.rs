//! The comparison as Markdown, for the record.

use std::fmt::Write as _;

use super::side::{OptionView, SideBySide};
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

fn row(text: &mut String, name: &str, cells: Vec<String>) {
    _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
}
