//! Many short lists of numbers in two long ones, and the one way to sort.

/// What is sorted: a key, a second key for ties, and what they belong to.
pub(super) type Key = (usize, usize, usize);

/// Sorts keys. One routine for all uses: the standard library's is compiled anew for each type.
#[inline(never)]
pub(super) fn sort(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// For each of the numbers from 0 a list of numbers (compressed rows).
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// Where each list starts in `items`, and the end of the last.
    starts: Vec<usize>,
    items: Vec<usize>,
}

impl Lists {
    /// The seconds of the pairs, by their firsts, which are below `count`; in the order of the pairs.
    pub(super) fn of(count: usize, pairs: &[(usize, usize)]) -> Self {
        let mut starts = vec![0; count + 1];
        for (first, _) in pairs {
            starts[first + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut free = starts.clone();
        let mut items = vec![0; pairs.len()];
        for (first, second) in pairs {
            items[free[*first]] = *second;
            free[*first] += 1;
        }
        Self { starts, items }
    }

    /// The firsts of the pairs, by their seconds.
    pub(super) fn turned(count: usize, pairs: &[(usize, usize)]) -> Self {
        let turned: Vec<(usize, usize)> = pairs.iter().map(|(first, second)| (*second, *first)).collect();
        Self::of(count, &turned)
    }

    /// The list of a number.
    pub(super) fn get(&self, number: usize) -> &[usize] {
        &self.items[self.starts[number]..self.starts[number + 1]]
    }
}
