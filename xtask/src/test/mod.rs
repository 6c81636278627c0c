//! `cargo xtask test`: all checks in order, up to the first that fails.
//!
//! A run without names has run everything or it has failed: nothing is skipped for lack of a tool.

mod steps;
mod tally;

use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::tools::Workshop;
use crate::torture::Report;
use steps::{STEPS, Step};

pub(crate) use tally::Tally;

/// The names of the steps, for the help.
pub(crate) fn steps_in_words() -> String {
    let names: Vec<_> = STEPS.iter().map(|step| format!("  {:<8} {}", step.name, step.what)).collect();
    format!("steps of the test:\n{}", names.join("\n"))
}

/// Runs the named steps, or all.
pub(crate) fn test(shop: &mut Workshop, names: &[String]) -> Result<()> {
    let steps = chosen(names)?;
    Report::of(shop).begin()?;
    let mut done = Vec::new();
    let mut all = Tally::default();
    for step in &steps {
        println!("\n== {}: {} (about {})", step.name, step.what, step.takes);
        let start = Instant::now();
        let outcome = run(step, shop);
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Ok(tally) => all.add(tally),
            Err(error) => {
                println!("\n{}", summary(&done));
                println!("{:<8} failed after {seconds:.1} s", step.name);
                println!("{}", all.closing_line(1));
                return Err(error.context(format!("the step `{}` failed", step.name)));
            }
        }
        done.push((step.name, seconds));
    }
    println!("\n{}", summary(&done));
    println!("{}", all.closing_line(0));
    Ok(())
}

fn run(step: &Step, shop: &mut Workshop) -> Result<Tally> {
    let mut tally = Tally::default();
    (step.run)(shop, &mut tally)?;
    ensure!(tally.failed == 0, "{} tests failed", tally.failed);
    ensure!(tally.passed > 0, "no test ran");
    Ok(tally)
}

fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let unknown = names.iter().find(|name| !STEPS.iter().any(|step| step.name == **name));
    if let Some(name) = unknown {
        bail!("`{name}` is not a step of the test.\n{}", steps_in_words());
    }
    Ok(STEPS.iter().filter(|step| names.iter().any(|name| name == step.name)).collect())
}

fn summary(done: &[(&str, f64)]) -> String {
    let lines: Vec<_> = done.iter().map(|(name, seconds)| format!("{name:<8} {seconds:>7.1} s")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_names_are_all_steps_and_names_keep_the_order() -> Result<()> {
        assert_eq!(chosen(&[])?.len(), STEPS.len());
        let two = chosen(&["clippy".to_owned(), "fmt".to_owned()])?;
        assert_eq!(two.iter().map(|step| step.name).collect::<Vec<_>>(), ["fmt", "clippy"]);
        assert!(chosen(&["nonsense".to_owned()]).is_err());
        Ok(())
    }
}
