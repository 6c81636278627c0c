//! How many tests ran, read from the closing lines of the test runners.
//!
//! The exit code judges; the count only shows that something ran.

/// Tests that ran.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Tally {
    /// A check that is one test by itself.
    pub(crate) fn pass(&mut self) {
        self.passed += 1;
    }

    /// The sum of both.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Reads a line of cargo test, nextest or Node's test runner.
    pub(crate) fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result:") {
            self.count(rest, ["passed", "failed", "ignored"]);
        } else if line.starts_with("Summary [") {
            self.count(line, ["passed", "failed", "skipped"]);
        } else if let Some(rest) = line.strip_prefix("ℹ ") {
            self.count_node(rest);
        }
    }

    /// Numbers before their words: `5 passed; 0 failed; 1 ignored`.
    fn count(&mut self, text: &str, [passed, failed, skipped]: [&str; 3]) {
        let words: Vec<&str> = text.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
        let before = |name: &str| {
            let at = words.iter().position(|word| *word == name)?;
            words.get(at.checked_sub(1)?)?.parse::<usize>().ok()
        };
        self.passed += before(passed).unwrap_or(0);
        self.failed += before(failed).unwrap_or(0);
        self.skipped += before(skipped).unwrap_or(0);
    }

    /// Numbers after their words: `pass 3`.
    fn count_node(&mut self, text: &str) {
        let Some((word, number)) = text.split_once(' ') else { return };
        let Ok(number) = number.parse::<usize>() else { return };
        match word {
            "pass" => self.passed += number,
            "fail" | "cancelled" => self.failed += number,
            "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }

    /// The last line of a run.
    pub(crate) fn closing_line(self, failed_steps: usize) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed + failed_steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn the_closing_lines_of_the_runners_are_counted() {
        let libtest = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(&[libtest]), Tally { passed: 5, failed: 0, skipped: 1 });
        let nextest = "     Summary [   0.005s] 3 tests run: 3 passed (1 slow), 2 skipped";
        assert_eq!(read(&[nextest]), Tally { passed: 3, failed: 0, skipped: 2 });
        let node = ["ℹ tests 4", "ℹ pass 3", "ℹ fail 1", "ℹ duration_ms 12"];
        assert_eq!(read(&node), Tally { passed: 3, failed: 1, skipped: 0 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(read(&["running 5 tests", "test a ... ok", ""]), Tally::default());
    }

    #[test]
    fn the_last_line_is_plain() {
        let tally = Tally { passed: 7, failed: 0, skipped: 0 };
        assert_eq!(tally.closing_line(0), "7 passed, 0 failed");
        assert_eq!(Tally { skipped: 2, ..tally }.closing_line(1), "7 passed, 1 failed, 2 skipped");
    }
}
