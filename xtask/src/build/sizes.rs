//! What the page weighs at its first start, raw and gzipped, and the budget for it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use miniz_oxide::deflate::compress_to_vec;

use super::SINGLE;
use super::page::Page;
use crate::tools::Workshop;

/// The promise for the finished product, and what the first start may weigh.
const BUDGET_KB: usize = 350;

/// Header and trailer of a gzip file.
const GZIP_FRAME: usize = 18;
/// What hosts use.
const GZIP_LEVEL: u8 = 6;

struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
}

/// Prints what the page loads at its first start.
pub(crate) fn print(shop: &Workshop) -> Result<()> {
    let weights = first_start(shop)?;
    for weight in &weights {
        println!("{}", line(&weight.name, weight.raw, weight.gzip));
    }
    let (raw, gzip) = total(&weights);
    println!("{}", line("first start, together", raw, gzip));
    let page = Page::read(&shop.dist())?;
    let parts: Vec<Weight> = page.later()?.iter().map(|part| weigh(part)).collect::<Result<_>>()?;
    for part in &parts {
        println!("{}", line(&part.name, part.raw, part.gzip));
    }
    let (raw, gzip) = total(&parts);
    println!("{}", line("after the start, unasked, together", raw, gzip));
    let single = weigh(&shop.dist().join(SINGLE))?;
    println!("{}", line(&single.name, single.raw, single.gzip));
    Ok(())
}

/// Fails when the first start loads more than the budget.
pub(crate) fn check_budget(shop: &Workshop) -> Result<()> {
    let (_, gzip) = total(&first_start(shop)?);
    println!("The first start loads {} KB gzip; the promise is {BUDGET_KB} KB.", kb(gzip));
    ensure!(
        gzip <= BUDGET_KB * 1000,
        "the page is too heavy: see the sizes that `cargo xtask build` prints, and what grew"
    );
    Ok(())
}

fn first_start(shop: &Workshop) -> Result<Vec<Weight>> {
    Page::read(&shop.dist())?.loaded().iter().map(|file| weigh(file)).collect()
}

fn weigh(file: &Path) -> Result<Weight> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Weight { name, raw: bytes.len(), gzip: compress_to_vec(&bytes, GZIP_LEVEL).len() + GZIP_FRAME })
}

fn total(weights: &[Weight]) -> (usize, usize) {
    weights.iter().fold((0, 0), |(raw, gzip), weight| (raw + weight.raw, gzip + weight.gzip))
}

fn line(name: &str, raw: usize, gzip: usize) -> String {
    format!("{name:<40} {:>9} KB {:>9} KB gzip", kb(raw), kb(gzip))
}

/// Thousands of bytes with one decimal.
fn kb(bytes: usize) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_in_thousands() {
        assert_eq!(kb(1234), "1.2");
        assert_eq!(kb(99), "0.0");
    }

    #[test]
    fn weights_add_up() {
        let weight = |raw, gzip| Weight { name: String::new(), raw, gzip };
        assert_eq!(total(&[weight(3, 2), weight(5, 4)]), (8, 6));
    }
}
