//! The project's own commands: `cargo xtask serve`, `build`, `test` and `torture`.
//!
//! Each command sets up what it lacks first. What is *not* here: anything of the app itself,
//! and downloads from anywhere but package registries.

mod build;
mod programs;
mod serve;
mod supply;
mod test;
mod tidy;
mod tools;
mod torture;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask serve [--port N]   build the page and serve it on loopback, with reload on change
cargo xtask build              write dist/ and dist/unblock.html
cargo xtask test [STEP ...]    run all checks, or only the named ones
cargo xtask torture            try every promise about people's data at its full number, and print the table
                               (--short: as much as the test does; --canaries [page]: break each guard, or those of the
                               page alone, and see its test fail)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        bail!("which command?\n{USAGE}\n{}", test::steps_in_words());
    };
    let mut shop = tools::Workshop::open()?;
    match command.as_str() {
        "serve" => serve::serve(&mut shop, rest),
        "build" if rest.is_empty() => build::build(&mut shop),
        "test" => test::test(&mut shop, rest),
        "torture" => torture::torture(&mut shop, rest),
        _ => bail!("`{}` is not a command.\n{USAGE}\n{}", arguments.join(" "), test::steps_in_words()),
    }
}
