//! What several people estimate one input to be: how far apart they are, what that makes of the input, and whether any
//! one of them turns the order of two options.
//!
//! Figures stay hidden until all have said theirs, and the lowest and the highest are asked for their reasons first:
//! planning poker (Grenning, "Planning Poker", 2002; Cohn, "Agile Estimating and Planning", 2005). Confidence is 100, 80
//! or 50 % (Intercom, 2016). Which spread earns which is a rule of ours, as none is published: a score is a product, so
//! that what counts is how many times the lowest the highest is. The two widths, a quarter and twice, are borrowed from
//! the cone of uncertainty (`McConnell`, "Software Estimation", 2006).
//!
//! Absent on purpose: reading what people wrote, means and deviations (a handful of opinions is no sample), and weights:
//! every estimate counts alike.

use std::cmp::Ordering;

use super::factor::{Factor, Method};
use super::value::{of_inputs, score};
use crate::board::{Decimal, ImpactScale, Item, sort_by};

/// From the lowest estimate to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The lowest.
    pub least: Decimal,
    /// The one in the middle; of an even number half-way between the two in the middle, to the nearest ten-thousandth.
    pub median: Decimal,
    /// The highest.
    pub most: Decimal,
}

/// How near to each other estimates are, as a multiple: what a product makes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The highest is at most a quarter above the lowest.
    Close,
    /// The highest is at most twice the lowest.
    Near,
    /// The highest is more than twice the lowest.
    FarApart,
}

/// The steps of RICE's confidence, in ten-thousandths of a percent.
const CONFIDENCES: [u64; 3] = [500_000, 800_000, 1_000_000];
/// One point of ICE's scale, in ten-thousandths.
const POINT: u64 = 10_000;

/// The spread of some estimates; `None` of none.
pub fn spread(values: &[Decimal]) -> Option<Spread> {
    let mut sorted = values.to_vec();
    sort_by(&mut sorted, Decimal::cmp);
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    let low = sorted.get((sorted.len() - 1) / 2)?.ten_thousandths();
    let high = sorted.get(sorted.len() / 2)?.ten_thousandths();
    let median = Decimal::from_ten_thousandths((low + high).div_ceil(2)).ok()?;
    Some(Spread { least, median, most })
}

impl Spread {
    /// How near to each other the lowest and the highest are.
    pub const fn agreement(self) -> Agreement {
        let (least, most) = (self.least.ten_thousandths(), self.most.ten_thousandths());
        if most * 4 <= least * 5 {
            Agreement::Close
        } else if most <= least * 2 {
            Agreement::Near
        } else {
            Agreement::FarApart
        }
    }
}

impl Agreement {
    /// The confidence that it earns: 100, 80 or 50 %; of ICE 10, 8 or 5.
    pub fn confidence(self, method: Method) -> Decimal {
        let percent: u32 = match self {
            Self::Close => 100,
            Self::Near => 80,
            Self::FarApart => 50,
        };
        Decimal::from(if method == Method::Ice { percent / 10 } else { percent })
    }
}

/// A value on the scale of its factor, for RICE's impact the board's: the nearest step, of two that are as near the lower.
/// Reach and effort have no steps and stay as they are, as does a RICE confidence under 50 %, which is a guess and is not
/// made to look better.
pub fn on_scale(impacts: &ImpactScale, method: Method, factor: Factor, value: Decimal) -> Decimal {
    let scaled = value.ten_thousandths();
    let nearest = |steps: &[u64]| steps.iter().copied().min_by_key(|step| step.abs_diff(scaled));
    let step = match (method, factor) {
        (Method::Ice, _) => Some(scaled.saturating_sub(1).saturating_add(POINT / 2) / POINT * POINT),
        (_, Factor::Impact) => {
            let steps = impacts.steps().iter().rev();
            nearest(&steps.map(|step| step.value.ten_thousandths()).collect::<Vec<_>>())
        }
        (_, Factor::Confidence) if scaled >= CONFIDENCES[0] => nearest(&CONFIDENCES),
        _ => None,
    };
    step.and_then(|step| Decimal::from_ten_thousandths(step).ok()).unwrap_or(value)
}

/// How an item would stand against a rival with another value of one of its inputs. `None` where one of them has no score
/// even then.
pub fn order_with(
    item: &Item,
    rival: &Item,
    method: Method,
    factor: Factor,
    value: Decimal,
) -> Option<Ordering> {
    let input = |other: Factor| {
        let own = if other == factor { Some(value) } else { other.of(item) };
        own.map(Decimal::ten_thousandths)
    };
    Some(of_inputs(method, &input).ok()?.cross(score(rival, method).ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::board::ItemId;

    fn decimals(text: &str) -> Vec<Decimal> {
        text.split_whitespace().map(|word| word.parse().unwrap()).collect()
    }

    fn rice(n: u128, inputs: [u64; 4]) -> Item {
        let [reach, impact, confidence, effort] =
            inputs.map(|scaled| Decimal::from_ten_thousandths(scaled).ok());
        Item { reach, impact, confidence, effort, ..Item::new(ItemId::new(Uuid::from_u128(n))) }
    }

    #[test]
    fn the_median_is_the_middle_one_or_half_way_between_two() {
        for (values, median) in
            [("5", "5"), ("5 3 8 3", "4"), ("3 8 5", "5"), ("0.0001 0.0002", "0.0002"), ("1 2 3 4", "2.5")]
        {
            assert_eq!(spread(&decimals(values)).unwrap().median.to_string(), median, "{values}");
        }
        assert_eq!(spread(&[]), None);
    }

    #[test]
    fn agreement_is_how_many_times_the_lowest_the_highest_is() {
        for (values, agreement) in [
            ("5 5 5", Agreement::Close),
            ("0 0", Agreement::Close),
            ("4 5", Agreement::Close),
            ("4 5.0001", Agreement::Near),
            ("3 6", Agreement::Near),
            ("3 6.0001", Agreement::FarApart),
            ("0 1", Agreement::FarApart),
        ] {
            assert_eq!(spread(&decimals(values)).unwrap().agreement(), agreement, "{values}");
        }
    }

    #[test]
    fn a_value_snaps_to_the_steps_of_its_scale() {
        use Factor::{Confidence, Ease, Effort, Impact, Reach};
        for (method, factor, value, snapped) in [
            (Method::Rice, Impact, "1.5", "1"),
            (Method::Rice, Impact, "1.51", "2"),
            (Method::Rice, Impact, "8", "3"),
            (Method::Rice, Impact, "0.1", "0.25"),
            (Method::Rice, Confidence, "90", "80"),
            (Method::Rice, Confidence, "65", "50"),
            (Method::Rice, Confidence, "49", "49"),
            (Method::Rice, Reach, "437.5", "437.5"),
            (Method::Rice, Effort, "0.4", "0.4"),
            (Method::Ice, Ease, "4.5", "4"),
            (Method::Ice, Ease, "4.5001", "5"),
            (Method::Ice, Confidence, "10", "10"),
            (Method::Ice, Impact, "1", "1"),
        ] {
            assert_eq!(
                on_scale(&ImpactScale::default(), method, factor, value.parse().unwrap()).to_string(),
                snapped,
                "{factor:?} {value}"
            );
        }
    }

    #[test]
    fn impact_snaps_to_the_boards_own_scale() {
        let own: ImpactScale = "5 a must, 1 nice".parse().unwrap();
        let snapped =
            |text: &str| on_scale(&own, Method::Rice, Factor::Impact, text.parse().unwrap()).to_string();
        assert_eq!([snapped("3"), snapped("3.1"), snapped("0.25")], ["1", "5", "1"]);
    }

    #[test]
    fn each_agreement_earns_its_confidence_on_the_methods_own_scale() {
        let earned = |method| {
            [Agreement::Close, Agreement::Near, Agreement::FarApart]
                .map(|each| each.confidence(method).to_string())
        };
        assert_eq!(earned(Method::Rice), ["100", "80", "50"]);
        assert_eq!(earned(Method::Ice), ["10", "8", "5"]);
    }

    fn inputs() -> impl Strategy<Value = [u64; 4]> {
        (0..2_000_000_u64, 2_500..30_001_u64, 1..1_000_001_u64, 1_000..200_000_u64)
            .prop_map(|(r, i, c, e)| [r, i, c, e])
    }

    proptest! {
        #[test]
        fn the_median_lies_within_the_spread_and_halves_the_estimates(
            scaled in prop::collection::vec(0..5_000_000_u64, 1..20),
        ) {
            let values: Vec<Decimal> =
                scaled.iter().filter_map(|value| Decimal::from_ten_thousandths(*value).ok()).collect();
            let Spread { least, median, most } = spread(&values).unwrap();
            prop_assert!(least <= median && median <= most);
            let below = values.iter().filter(|value| **value < median).count();
            let above = values.iter().filter(|value| **value > median).count();
            prop_assert!(below * 2 <= values.len() && above * 2 <= values.len());
        }

        #[test]
        fn a_snapped_value_is_no_further_away_than_any_other_step(scaled in 1..60_000_u64) {
            let value = Decimal::from_ten_thousandths(scaled).unwrap();
            let impacts = ImpactScale::default();
            let snapped = on_scale(&impacts, Method::Rice, Factor::Impact, value).ten_thousandths();
            let steps = impacts.steps().iter().map(|step| step.value.ten_thousandths());
            prop_assert!(steps.into_iter().all(|step| snapped.abs_diff(scaled) <= step.abs_diff(scaled)));
        }

        #[test]
        fn an_estimate_turns_the_order_exactly_where_the_scores_say_so(
            a in inputs(), b in inputs(), factor in 0..4_usize, put in 2_500..30_000_u64,
        ) {
            let (item, rival) = (rice(1, a), rice(2, b));
            let mut changed = a;
            changed[factor] = put;
            let value = Decimal::from_ten_thousandths(put).unwrap();
            let asked = order_with(&item, &rival, Method::Rice, Method::Rice.factors()[factor], value);
            let scored = |item: &Item| score(item, Method::Rice).unwrap();
            prop_assert_eq!(asked, Some(scored(&rice(1, changed)).cross(scored(&rival))));
        }
    }
}
