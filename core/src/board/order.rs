//! The place of an item in the board's one manual order, as a key between its neighbours'.
//!
//! A key is a fraction between 0 and 1 in bytes, so there is always room between two, and moving an item changes
//! its own key only. (The published crate for this, `fractional_index` 2.0.2, underflows after some hundred
//! insertions at the front.) Two writers can make the same key; ties break by id.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not an order key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("'{0}' is not an order key: pairs of hexadecimal digits that do not end in 00")]
pub struct OrderError(String);

/// A place in the order. The default has no place yet: it comes before all others.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderKey(Vec<u8>);

/// How far an item at an open end stands from the last: 32,000 of them fit before keys grow.
const STEP: u32 = 0x1_0000;

impl OrderKey {
    /// A place between two others; an open end is `None`. Where the two are not in order, as equal keys are not,
    /// the place is after the first.
    #[must_use]
    pub fn between(after: Option<&Self>, before: Option<&Self>) -> Self {
        match (after, before) {
            (None, None) => Self(vec![0x80]),
            (Some(after), Some(before)) if after < before => Self(middle(&after.0, Some(&before.0))),
            (Some(after), _) => {
                let next = leading(after).checked_add(STEP).map(from_leading);
                next.unwrap_or_else(|| Self(middle(&after.0, None)))
            }
            (None, Some(before)) => {
                let previous = leading(before).checked_sub(STEP).filter(|n| *n > 0).map(from_leading);
                previous.unwrap_or_else(|| Self(middle(&[], Some(&before.0))))
            }
        }
    }

    /// So many places between two others, in order.
    pub fn spread(after: Option<&Self>, before: Option<&Self>, count: usize) -> Vec<Self> {
        let mut keys = Vec::with_capacity(count);
        fill(&mut keys, after.cloned(), before.cloned(), count);
        keys
    }
}

/// Halves the gap again and again, so that a thousand keys are short instead of one longer than the other.
fn fill(keys: &mut Vec<OrderKey>, after: Option<OrderKey>, before: Option<OrderKey>, count: usize) {
    if count == 0 {
        return;
    }
    let at = OrderKey::between(after.as_ref(), before.as_ref());
    fill(keys, after, Some(at.clone()), count / 2);
    keys.push(at.clone());
    fill(keys, Some(at), before, count - count / 2 - 1);
}

/// The first four bytes as a number, to count on at an open end.
fn leading(key: &OrderKey) -> u32 {
    let byte = |i: usize| key.0.get(i).copied().unwrap_or(0);
    u32::from_be_bytes([byte(0), byte(1), byte(2), byte(3)])
}

fn from_leading(number: u32) -> OrderKey {
    let mut bytes = number.to_be_bytes().to_vec();
    while bytes.last() == Some(&0) {
        bytes.pop();
    }
    OrderKey(bytes)
}

/// The fraction in the middle of two; no upper one is 1. The lower one is less than the upper one.
fn middle(low: &[u8], high: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut bounded = high.is_some();
    loop {
        let i = bytes.len();
        let a = u16::from(low.get(i).copied().unwrap_or(0));
        let b = if bounded { high.and_then(|h| h.get(i)).copied().map_or(0, u16::from) } else { 256 };
        let digit = if b > a + 1 { a.midpoint(b) } else { a };
        // A digit is below 256 because its upper bound is at most 256 and not reached.
        bytes.push(u8::try_from(digit).unwrap_or(u8::MAX));
        if digit > a {
            return bytes;
        }
        bounded &= a == b;
    }
}

impl TryFrom<String> for OrderKey {
    type Error = OrderError;
    fn try_from(text: String) -> Result<Self, OrderError> {
        let pairs = text.as_bytes().chunks(2);
        let byte = |pair: &[u8]| match pair {
            [a, b] => Some(hex(*a)? * 16 + hex(*b)?),
            _ => None,
        };
        let bytes: Option<Vec<u8>> = pairs.map(byte).collect();
        bytes.filter(|bytes| bytes.last() != Some(&0)).map(Self).ok_or(OrderError(text))
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

impl From<OrderKey> for String {
    fn from(key: OrderKey) -> Self {
        key.0.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_thousand_places_are_in_order_and_short() {
        let first = OrderKey::between(None, None);
        let last = OrderKey::between(Some(&first), None);
        let keys = OrderKey::spread(Some(&first), Some(&last), 1000);
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(first < keys[0] && keys[999] < last);
        assert!(keys.iter().all(|key| key.0.len() <= 4), "{keys:?}");
    }

    #[test]
    fn ten_thousand_added_one_by_one_at_either_end_keep_short_keys() {
        let (mut first, mut last) = (OrderKey::between(None, None), OrderKey::between(None, None));
        for _ in 0..10_000 {
            let (before, after) =
                (OrderKey::between(None, Some(&first)), OrderKey::between(Some(&last), None));
            assert!(before < first && after > last);
            (first, last) = (before, after);
        }
        assert!(first.0.len() <= 4 && last.0.len() <= 4);
    }

    #[test]
    fn equal_neighbours_still_give_a_place() {
        let key = OrderKey::between(None, None);
        assert!(OrderKey::between(Some(&key), Some(&key)) > key);
    }

    proptest! {
        #[test]
        fn there_is_always_room_between_two_and_the_key_survives_being_written(places in prop::collection::vec(0..1000usize, 1..300)) {
            let mut keys = vec![OrderKey::between(None, None)];
            for place in places {
                let at = place % (keys.len() + 1);
                let after = at.checked_sub(1).map(|i| &keys[i]);
                let key = OrderKey::between(after, keys.get(at));
                prop_assert_eq!(&OrderKey::try_from(String::from(key.clone())).unwrap(), &key);
                keys.insert(at, key);
            }
            prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
