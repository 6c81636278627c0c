//! Holds the schedule against plans whose dates are known: `cargo run -p unblock-core --example truth -- FOLDER`
//!
//! Reads `psplib/*.sm` with `psplib/truth.json`, `textbook/*.json`, `mspdi/*.json` and `mspdi/*.xml`. Says for each
//! file how many figures of which kind were compared, and every difference; exit code 1 on any.

#[path = "../../tests/common/published.rs"]
mod published;
mod xml;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use published::{Activity, Comparison, Expected, Figures, Published, compare};
use serde::Deserialize;
use unblock_core::schedule::schedule;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("usage: truth FOLDER");
        return ExitCode::FAILURE;
    };
    let ways: [(&str, &str, Reader); 4] = [
        ("psplib", "sm", of_psplib),
        ("textbook", "json", of_json),
        ("mspdi", "json", of_json),
        ("mspdi", "xml", xml::of_xml),
    ];
    let (mut files, mut wrong) = (0, 0);
    for (part, ending, reader) in ways {
        for file in files_of(&folder.join(part), ending) {
            files += 1;
            wrong += usize::from(!told(&file, reader(&file)));
        }
    }
    println!("{files} files, {wrong} of them differ");
    if files > 0 && wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Compares the plan of a file with the truth in it or beside it.
type Reader = fn(&Path) -> Result<Comparison, String>;

fn files_of(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    files.sort();
    files
}

/// Prints what came out; true where nothing differs.
fn told(file: &Path, outcome: Result<Comparison, String>) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    match outcome {
        Ok(Comparison { compared, differences }) => {
            let counts: Vec<String> =
                compared.iter().map(|(what, count)| format!("{count} {what}")).collect();
            let verdict = if differences.is_empty() { "agrees" } else { "DIFFERS" };
            println!("{name} {verdict}: {}", counts.join(", "));
            for difference in &differences {
                println!("  {difference}");
            }
            differences.is_empty() && !compared.is_empty()
        }
        Err(why) => {
            println!("{name} CANNOT BE READ: {why}");
            false
        }
    }
}

fn text_of(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|why| why.to_string())
}

fn of_json(file: &Path) -> Result<Comparison, String> {
    let network = serde_json::from_str(&text_of(file)?).map_err(|why| why.to_string())?;
    of_network(&network)
}

fn of_network(network: &Published) -> Result<Comparison, String> {
    let (board, ids) = network.board()?;
    Ok(compare(&network.expected, &schedule(&board, None), &ids))
}

/// What is known of an instance of PSPLIB, in the order of its jobs.
#[derive(Deserialize)]
struct Instance {
    mpm: i64,
    critical: Vec<i64>,
    es: Vec<i64>,
    lf: Vec<i64>,
    ff: Vec<i64>,
}

fn of_psplib(file: &Path) -> Result<Comparison, String> {
    let truth = file.with_file_name("truth.json");
    let known: BTreeMap<String, Instance> =
        serde_json::from_str(&text_of(&truth)?).map_err(|why| why.to_string())?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let instance = known.get(name.as_ref()).ok_or("truth.json does not know it")?;
    let text = text_of(file)?;
    let durations: BTreeMap<i64, i64> = numbers(&text, "REQUESTS/DURATIONS:")
        .iter()
        .filter_map(|row| Some((*row.first()?, *row.get(2)?)))
        .collect();
    let mut preds: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for row in numbers(&text, "PRECEDENCE RELATIONS:") {
        let job = row.first().copied().unwrap_or_default();
        for successor in row.into_iter().skip(3) {
            preds.entry(successor).or_default().push(job.to_string());
        }
    }
    let mut network =
        Published { start: None, calendar: None, tasks: Vec::new(), expected: Expected::default() };
    network.expected.length = Some(instance.mpm);
    network.expected.critical = instance.critical.iter().map(ToString::to_string).collect();
    for (place, (job, duration)) in durations.into_iter().enumerate() {
        let duration = u32::try_from(duration).map_err(|why| why.to_string())?;
        let (es, lf) = (instance.es.get(place).copied(), instance.lf.get(place).copied());
        let (ef, ls) = (es.map(|es| es + i64::from(duration)), lf.map(|lf| lf - i64::from(duration)));
        let tf = ls.zip(es).map(|(ls, es)| ls - es);
        let figures =
            Figures { es, ef, ls, lf, tf, ff: instance.ff.get(place).copied(), ..Figures::default() };
        network.expected.tasks.insert(job.to_string(), figures);
        network.tasks.push(Activity {
            id: job.to_string(),
            duration,
            preds: preds.remove(&job).unwrap_or_default(),
        });
    }
    of_network(&network)
}

/// The rows of numbers under a heading.
fn numbers(text: &str, heading: &str) -> Vec<Vec<i64>> {
    let rows = text.lines().skip_while(|line| !line.starts_with(heading)).skip(1);
    let rows = rows.take_while(|line| !line.starts_with("***"));
    let parsed = rows.map(|line| line.split_whitespace().map_while(|word| word.parse().ok()).collect());
    parsed.filter(|row: &Vec<i64>| !row.is_empty()).collect()
}
