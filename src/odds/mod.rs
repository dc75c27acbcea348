//! How likely the reward is: chances, distributions and what drives them, computed and not drawn, except where a comparison
//! says that it is drawn.
//!
//! Delivery risk says which share `s` of an indicator's improvement still to come is delivered, as a
//! PERT distribution; a one-factor Gaussian copula joins the indicators. Given the common factor they are
//! independent, so chances and means are integrals in one dimension, and the distribution of a sum
//! is a quadrature over the factor of convolutions on a grid of pounds. Floating point is allowed here,
//! but only the functions of `libm` and sums in a fixed order, so that the same figures give the same
//! bits natively and in every browser. A seeded [`Simulation`] stands beside them as a check.

mod beta;
mod chance;
mod columns;
mod course;
mod curve;
mod delivery;
mod difference;
mod distribution;
mod dropping;
mod factor;
mod fan;
mod gathered;
mod gist;
mod grid;
mod kernel;
mod noisy;
pub mod normal;
mod pair;
mod payment;
mod pert;
mod places;
mod reward;
mod running;
mod sharing;
mod simulation;
mod stake;
mod stream;
mod stretch;
mod sum;
mod ties;
mod tornado;
mod variance;
mod wager;

pub use beta::Beta;
pub use columns::Columns;
pub use curve::{Curve, expected_curve};
pub use difference::{Difference, Draws};
pub use distribution::{Distribution, Range};
pub use dropping::{Dropped, dropping};
pub use factor::{Factor, Node};
pub use fan::{Fan, FanYear, fan, fans};
pub use gathered::{Estimate, Gathered, gather};
pub use gist::{CliffGist, Gist, gist};
pub use pair::{Comparison, DRAWS, compare, compare_drawn};
pub use payment::{PaymentOdds, payments};
pub use pert::Pert;
pub use reward::{IndicatorOdds, Odds, odds};
pub use sharing::{SharerOdds, sharers};
pub use simulation::{BLOCK, Drawn, Simulation};
pub use stretch::{LevelOdds, safe_stretch, stretch_levels};
pub use sum::Fineness;
pub use tornado::{Assumption, Bar, Leeway, Measure, tornado};
pub use variance::{VarianceShares, variance_shares};
