//! The chance that a line reaches a level, and what a stake earns on average: whatever the factor.

use crate::odds::course::Line;
use crate::odds::factor::Factor;
use crate::odds::normal;
use crate::odds::pert::Pert;
use crate::odds::places::Places;
use crate::odds::stake::Stake;

/// Steps by which a quantile with noise is enclosed; each halves the range.
const HALVINGS: usize = 44;
/// Chance beyond this many standard deviations is left out: 1 part in 10^18.
const REACH: f64 = 9.0;

/// A line with the distribution of its share: what it may come to.
pub(crate) struct Prospect {
    line: Line,
    pert: Option<Pert>,
    /// A quadrature over delivery, where chance has a part beside it.
    places: Option<Places>,
}

impl Prospect {
    pub(crate) fn new(line: Line, pert: Option<Pert>) -> Self {
        let mark = (line, 0.0);
        let places = (line.noise > 0.0).then(|| Places::new(pert.as_ref(), &[mark], 1.0));
        Self { line, pert, places }
    }

    /// The chance of at least a level.
    pub(crate) fn at_least(&self, level: f64) -> f64 {
        if let Some(places) = &self.places {
            return self.over(places, |at| normal::above((level - at) / self.line.noise));
        }
        match self.pert {
            Some(pert) if self.line.gain > 0.0 => {
                pert.at_least((level - self.line.base) / self.line.gain)
            }
            // As exactly as the engine: a level that is missed by a rounding error is reached.
            _ => f64::from(u8::from(self.line.base >= level - 1e-12 * level.abs())),
        }
    }

    /// What it comes to where a standard normal with the same chance below it comes to `z`.
    pub(crate) fn at(&self, z: f64) -> f64 {
        let share = |z: f64| self.pert.map_or(1.0, |pert| pert.at(z));
        match self.pert {
            _ if self.places.is_none() => self.line.at(share(z), 0.0),
            None => self.line.at(1.0, z),
            Some(pert) => {
                let wanted = normal::above(z);
                let mut low = self.line.at(pert.worst(), -REACH);
                let mut high = self.line.at(pert.best(), REACH);
                for _ in 0..HALVINGS {
                    let middle = 0.5 * (low + high);
                    if self.at_least(middle) >= wanted {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                0.5 * (low + high)
            }
        }
    }

    /// The mean over delivery of something that hangs on the line without its noise.
    fn over(&self, places: &Places, f: impl Fn(f64) -> f64) -> f64 {
        let alone = Factor {
            common: 0.0,
            own: 1.0,
        };
        let (mut sum, mut whole) = (0.0, 0.0);
        for (node, weight) in places.weights(&alone, 0.0) {
            sum += weight * f(self.line.at(places.shares[node], 0.0));
            whole += weight;
        }
        sum / whole
    }
}

impl Stake {
    /// Its score.
    pub(crate) fn prospect(&self) -> Prospect {
        Prospect::new(self.score, self.pert)
    }

    /// What it earns on average, in pounds.
    pub(crate) fn mean(&self) -> f64 {
        if let Some(certain) = self.certain {
            return certain;
        }
        let prospect = self.prospect();
        // What it earns grows from `from` to 1; below nothing it stays nothing.
        let (low, high) = (self.from.max(0.0), 1.0);
        if low >= high {
            return self.most * prospect.at_least(self.from);
        }
        if let Some(places) = &prospect.places {
            let noise = self.score.noise;
            return self.most
                * prospect.over(places, |at| {
                    let (low, high) = ((low - at) / noise, (high - at) / noise);
                    let within = normal::above(low) - normal::above(high);
                    let beyond = normal::density(low) - normal::density(high);
                    at * within + noise * beyond + normal::above(high)
                });
        }
        let Some(pert) = self.pert else { return 0.0 };
        let share = |score: f64| (score - self.score.base) / self.score.gain;
        let (low, high) = (share(low), share(high));
        let within = pert.at_least(low) - pert.at_least(high);
        let earned = self.score.base * within + self.score.gain * pert.mean_between(low, high);
        self.most * (earned + pert.at_least(high))
    }
}
