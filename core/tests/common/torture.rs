//! How much is tried by the tests that throw wrong things at the core, and the line that each of them leaves for the
//! table of promises.
//!
//! `UNBLOCK_TORTURE=full` tries as much as is promised; without it a short form that every change can afford.
//! `UNBLOCK_TORTURE_REPORT` names the file that the lines go to; without it none is written. What a test leaves is what
//! it counted itself, after its last assertion: a test that failed leaves nothing.

use std::io::Write;

use proptest::test_runner::{Config, RngSeed};

/// The seed of all random inputs, so that a failure can be repeated.
pub(crate) const SEED: u64 = 0x5EED;

/// How often something is tried.
pub(crate) fn times(short: u32, full: u32) -> u32 {
    let is_full = std::env::var_os("UNBLOCK_TORTURE").is_some_and(|how| how == "full");
    if is_full { full } else { short }
}

/// So many cases, the same in every run.
pub(crate) fn cases(short: u32, full: u32) -> Config {
    Config { rng_seed: RngSeed::Fixed(SEED), ..Config::with_cases(times(short, full)) }
}

/// Leaves a line for the table: the promise, what was tried, how often, what came to harm, the worst case.
pub(crate) fn told(promise: u8, tried: &str, times: usize, harm: &str, worst: &str) {
    let Some(file) = std::env::var_os("UNBLOCK_TORTURE_REPORT") else { return };
    let mut file = std::fs::File::options().create(true).append(true).open(file).unwrap();
    // One write, so that tests at the same time do not mix their lines.
    let line = format!("{promise}\t{tried}\t{times}\t{harm}\t{worst}\n");
    file.write_all(line.as_bytes()).unwrap();
}
