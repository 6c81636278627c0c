//! The functions of a module in an order that compresses well: what is alike stands together.
//!
//! A host's gzip looks back 32 KB, and the compiler writes functions in an order that has nothing to do with what they
//! hold. It is a walk: after each function comes the one that has most in common with the last few. Which function
//! stands where means nothing to the program.

use std::collections::{HashMap, HashSet};

/// How many lines are compared at once.
const WINDOW: usize = 2;
/// What so many functions have is no likeness.
const COMMON: usize = 300;
/// How many functions the next one is compared with.
const RECENT: usize = 8;
/// Keeps a function of few lines from being like everything.
const SMALL: usize = 100;

/// A module as wasm-opt writes it in words, with its functions in another order.
pub(super) fn alike_together(text: &str) -> String {
    let (before, functions, after) = parted(text);
    let order = walk(&traits(&functions));
    let functions = order.iter().filter_map(|&at| functions.get(at)).flatten();
    let lines: Vec<&str> = before.iter().chain(functions).chain(&after).copied().collect();
    lines.join("\n") + "\n"
}

/// The lines before the functions, those of each function, and those after.
fn parted(text: &str) -> (Vec<&str>, Vec<Vec<&str>>, Vec<&str>) {
    let (mut before, mut functions, mut after) = (Vec::new(), Vec::<Vec<&str>>::new(), Vec::new());
    let mut is_inside = false;
    for line in text.lines() {
        if line.starts_with(" (func ") {
            is_inside = true;
            functions.push(vec![line]);
        } else if let Some(function) = functions.last_mut() {
            if is_inside {
                function.push(line);
            } else {
                after.push(line);
            }
            is_inside &= line != " )";
        } else {
            before.push(line);
        }
    }
    (before, functions, after)
}

/// What each function has that another may have too: its runs of lines, by number, each once.
fn traits<'a>(functions: &[Vec<&'a str>]) -> Vec<Vec<usize>> {
    let mut numbers: HashMap<Vec<&'a str>, usize> = HashMap::new();
    let mut all = Vec::with_capacity(functions.len());
    for function in functions {
        let mut own = Vec::new();
        // The first line is the name's, and indents are only for the eye.
        let lines: Vec<&str> = function.iter().skip(1).map(|line| line.trim_start()).collect();
        for window in lines.windows(WINDOW) {
            let next = numbers.len();
            own.push(*numbers.entry(window.to_vec()).or_insert(next));
        }
        own.sort_unstable();
        own.dedup();
        all.push(own);
    }
    all
}

/// The order: begins at the largest, and again wherever nothing is alike any more.
fn walk(traits: &[Vec<usize>]) -> Vec<usize> {
    let mut owners = vec![Vec::new(); traits.iter().flatten().max().map_or(0, |last| last + 1)];
    for (at, own) in traits.iter().enumerate() {
        for &number in own {
            owners[number].push(at);
        }
    }
    let mut by_size: Vec<usize> = (0..traits.len()).collect();
    by_size.sort_by_key(|&at| std::cmp::Reverse(traits[at].len()));
    let mut is_left = vec![true; traits.len()];
    let mut order: Vec<usize> = Vec::with_capacity(traits.len());
    for &largest in &by_size {
        let mut next = is_left[largest].then_some(largest);
        while let Some(at) = next {
            is_left[at] = false;
            order.push(at);
            let recent = &order[order.len().saturating_sub(RECENT)..];
            next = most_alike(traits, &owners, &is_left, recent);
        }
    }
    order
}

/// The function, of those that are left, with the largest share of what the recent ones have.
fn most_alike(
    traits: &[Vec<usize>],
    owners: &[Vec<usize>],
    is_left: &[bool],
    recent: &[usize],
) -> Option<usize> {
    let have: HashSet<usize> = recent.iter().flat_map(|&at| traits[at].iter().copied()).collect();
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for number in have {
        for &at in owners[number].iter().filter(|&&at| owners[number].len() < COMMON && is_left[at]) {
            *shared.entry(at).or_default() += 1;
        }
    }
    // Whole numbers, and the first of equals: the same module gives the same order.
    let share =
        |(at, count): (usize, usize)| (count * 1_000_000 / (traits[at].len() + SMALL), std::cmp::Reverse(at));
    shared.into_iter().map(share).max().map(|(_, at)| at.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(name: &str, lines: &[&str]) -> String {
        format!(" (func ${name}\n  {}\n )\n", lines.join("\n  "))
    }

    #[test]
    fn what_is_alike_stands_together_and_nothing_is_lost() {
        let (red, blue) = (["r1", "r2", "r3", "r4", "r5"], ["b1", "b2", "b3", "b4"]);
        let text = [
            "(module\n (memory $0 1)\n".to_owned(),
            function("a", &red),
            function("b", &blue),
            function("c", &red[1..]),
            function("d", &blue),
            " ;; end\n)\n".to_owned(),
        ]
        .concat();
        let packed = alike_together(&text);
        let names: Vec<&str> = packed.lines().filter_map(|line| line.strip_prefix(" (func $")).collect();
        assert_eq!(names, ["a", "c", "b", "d"]);
        let sorted = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&packed), sorted(&text));
        assert!(packed.starts_with("(module\n (memory") && packed.ends_with(" ;; end\n)\n"));
    }

    #[test]
    fn a_module_without_functions_stays_as_it_is() {
        assert_eq!(alike_together("(module\n)\n"), "(module\n)\n");
    }
}
