//! An axis: from figures to places, and the round figures at which it has ticks.

use super::numbers::grouped;

/// Figures that differ by a larger factor stand on a logarithmic axis.
const SPREAD: f64 = 50.0;
/// About so many ticks.
const TICKS: f64 = 5.0;

/// From where to where an axis goes, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// The least figure.
    pub from: f64,
    /// The largest.
    pub to: f64,
}

impl Length {
    /// The other way round.
    pub const fn turned(self) -> Self {
        Self { from: self.to, to: self.from }
    }
}

/// An axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it measures.
    pub name: &'static str,
    /// Its ticks: place and figure.
    pub ticks: Vec<(f64, String)>,
    /// True where each step is ten times the last.
    pub is_logarithmic: bool,
    least: f64,
    largest: f64,
    length: Length,
}

/// The axis for some figures. It begins at 0 unless it is logarithmic.
pub(super) fn axis(name: &'static str, figures: &[f64], length: Length) -> Axis {
    let largest = figures.iter().copied().fold(0.0, f64::max);
    let largest = if largest > 0.0 { largest } else { 1.0 };
    let positive = figures.iter().copied().filter(|figure| *figure > 0.0);
    let smallest = positive.fold(f64::INFINITY, f64::min);
    let has_nothing = figures.iter().any(|figure| *figure <= 0.0);
    let is_logarithmic = !has_nothing && largest / smallest > SPREAD;
    let (least, largest, step) = if is_logarithmic {
        (10_f64.powf(smallest.log10().floor()), 10_f64.powf(largest.log10().ceil()), 10.0)
    } else {
        let step = round_step(largest / TICKS);
        (0.0, (largest / step).ceil().max(1.0) * step, step)
    };
    let mut axis = Axis { name, ticks: Vec::new(), is_logarithmic, least, largest, length };
    let mut figure = least;
    // A tick more than the last one allows for what the steps lose.
    while figure <= largest * 1.000_1 && axis.ticks.len() < 24 {
        let tick = (axis.at(figure), written(figure));
        axis.ticks.push(tick);
        figure = if is_logarithmic { figure * step } else { figure + step };
    }
    axis
}

impl Axis {
    /// Where a figure stands.
    pub fn at(&self, figure: f64) -> f64 {
        let share = if self.is_logarithmic {
            (figure.max(self.least) / self.least).log10() / (self.largest / self.least).log10()
        } else {
            figure / self.largest
        };
        share.mul_add(self.length.to - self.length.from, self.length.from)
    }
}

/// 1, 2 or 5 times a power of ten: the next one up.
fn round_step(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let first = step / power;
    let round = [1.0, 2.0, 5.0].into_iter().find(|round| first <= *round + 1e-9).unwrap_or(10.0);
    round * power
}

fn written(figure: f64) -> String {
    let text = format!("{figure:.4}");
    grouped(text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACROSS: Length = Length { from: 0.0, to: 100.0 };

    fn figures(values: &[f64]) -> Vec<String> {
        axis("", values, ACROSS).ticks.into_iter().map(|(_, figure)| figure).collect()
    }

    #[test]
    fn ticks_stand_at_round_figures_from_nothing_on() {
        assert_eq!(figures(&[1.0, 4.0, 7.3]), ["0", "2", "4", "6", "8"]);
        assert_eq!(figures(&[0.2, 0.9]), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        assert_eq!(figures(&[]), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        let axis = axis("", &[7.3], ACROSS);
        assert!((axis.at(4.0) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn figures_that_differ_widely_stand_on_a_logarithmic_axis() {
        assert_eq!(figures(&[20.0, 30_000.0]), ["10", "100", "1,000", "10,000", "100,000"]);
        assert!((axis("", &[10.0, 1000.0], ACROSS).at(100.0) - 50.0).abs() < 1e-9);
        assert!(!axis("", &[0.0, 30_000.0], ACROSS).is_logarithmic, "nothing has no place on it");
    }
}
