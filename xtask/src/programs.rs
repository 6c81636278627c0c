//! Running other programs: what they print is shown, what went wrong names the command.
//!
//! No shell is involved, and nothing here knows what the programs are for.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program with its output on the terminal; an exit code other than 0 is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", in_words(command)))?;
    judge(command, status)
}

/// Runs a program, shows what it prints, and hands each line of it to `look`.
pub(crate) fn watch(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    let shown = in_words(command);
    let mut child = {
        let (reader, writer) = std::io::pipe()?;
        let child = command
            .stdin(Stdio::null())
            .stdout(writer.try_clone()?)
            .stderr(writer)
            .spawn()
            .with_context(|| format!("`{shown}` could not be started"))?;
        // The command holds the writing ends: without them the reading below ends with the program.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        for line in BufReader::new(reader).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            look(&line);
        }
        child
    };
    let status = child.wait()?;
    judge(command, status)
}

/// What a program prints, if it exists and succeeds.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn judge(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    match status.code() {
        Some(code) => bail!("`{}` ended with code {code}", in_words(command)),
        None => bail!("`{}` was ended by a signal", in_words(command)),
    }
}

fn in_words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_code() {
        let error = run(Command::new("cargo").arg("no-such-command-of-ours").stderr(Stdio::null()));
        let text = error.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(text.contains("cargo no-such-command-of-ours") && text.contains("code"), "{text}");
    }

    #[test]
    fn a_missing_program_answers_nothing() {
        assert_eq!(ask(&mut Command::new("no-such-program-of-ours")), None);
    }

    #[test]
    fn every_line_is_seen() {
        let mut lines = 0;
        let done = watch(Command::new("cargo").arg("--version"), |line| {
            lines += usize::from(line.starts_with("cargo "));
        });
        assert!(done.is_ok());
        assert_eq!(lines, 1);
    }
}
