//! How full the origin's storage is.
//!
//! The browser does not say: everything is added up, our neighbours' texts too, against the limit that all
//! browsers share.

/// The UTF-16 units that an origin may keep, the lengths of the keys included.
pub const QUOTA: usize = 5_242_880;

/// The room that an edit needs to be written.
const ONE_EDIT: usize = 2_000;

/// How much of the storage is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Taken, in UTF-16 units.
    pub used: usize,
}

/// What to tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing.
    Fine,
    /// 70 % are taken: a hint.
    Filling,
    /// 90 % are taken: a warning.
    NearlyFull,
    /// The next edit may not be saved.
    Full,
}

impl Usage {
    /// Taken of a hundred.
    pub const fn percent(self) -> usize {
        self.used.saturating_mul(100) / QUOTA
    }

    /// What to tell.
    pub const fn level(self) -> Level {
        match self.percent() {
            _ if self.used + ONE_EDIT > QUOTA => Level::Full,
            90.. => Level::NearlyFull,
            70.. => Level::Filling,
            _ => Level::Fine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_before_the_storage_is_full() {
        let at = |percent: usize| Usage { used: QUOTA / 100 * percent + 100 }.level();
        assert_eq!(
            [69, 70, 71, 89, 90, 99],
            [69, 70, 71, 89, 90, 99].map(|p| Usage { used: QUOTA / 100 * p + 100 }.percent())
        );
        assert_eq!([at(69), at(70), at(90)], [Level::Fine, Level::Filling, Level::NearlyFull]);
        assert_eq!(Usage { used: QUOTA - 10 }.level(), Level::Full);
    }
}
