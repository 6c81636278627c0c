//! Scores: RICE and ICE, their order, and how near a call is.
//!
//! Inputs are decimals in ten-thousandths, scores are fractions of whole numbers, and they are compared by
//! cross-multiplication: exact, and never "not a number". A score is never compared with one of the other method.
//!
//! RICE: "RICE: Simple prioritization for product managers" (Intercom, 2016). ICE: Ellis and Brown, "Hacking Growth"
//! (2017).
//!
//! Absent on purpose: ranges and simulated ranks, and any opinion on what to do: a score proposes an order.

mod burden;
mod estimates;
mod factor;
mod flip;
mod rank;
mod value;
mod verdict;

#[cfg(test)]
mod tests;

pub use burden::{Burden, burden, unblocks, worth};
pub use estimates::{Agreement, Spread, on_scale, order_with, spread};
pub use factor::{Factor, Method};
pub use flip::{Flip, flip, flips};
pub use rank::{Ranked, ranked};
pub use value::{Score, Unscored, score};
pub use verdict::{Verdict, verdict};
