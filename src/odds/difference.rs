//! What one scenario earns more than another: counted on a grid, or drawn where the grid is too coarse to tell.

use crate::odds::columns::{Columns, END};
use crate::odds::distribution::{Distribution, PENNY, ROUNDED};
use serde::Serialize;

/// How a difference is distributed, in pounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Difference {
    /// Counted on a grid.
    Counted(Distribution),
    /// Counted on a grid the other way about: what is earned less.
    Less(Distribution),
    /// Drawn.
    Drawn(Draws),
}

impl Difference {
    /// The sum in pounds below which a share of the chance lies.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        match self {
            Self::Counted(counted) => counted.quantile(share),
            Self::Less(less) => 0.0 - less.quantile(1.0 - share),
            Self::Drawn(draws) => draws.quantile(share),
        }
    }

    /// The chance of at least a sum in pounds.
    #[must_use]
    pub fn at_least(&self, pounds: f64) -> f64 {
        match self {
            Self::Counted(counted) => counted.at_least(pounds),
            // Sums are told apart to the penny.
            Self::Less(less) => 1.0 - less.at_least(2.0 * PENNY - pounds),
            Self::Drawn(draws) => draws.at_least(pounds),
        }
    }

    /// The chances of more than nothing, of nothing, and of less.
    pub(crate) fn about_nothing(&self) -> (f64, f64, f64) {
        match self {
            Self::Counted(counted) => counted.about_nothing(),
            Self::Less(less) => {
                let (more, level, less) = less.about_nothing();
                (less, level, more)
            }
            Self::Drawn(draws) => draws.about_nothing(),
        }
    }

    /// The same as columns on either side of £0; what is exactly £0 stands in none.
    #[must_use]
    pub fn columns(&self) -> Columns {
        match self {
            Self::Counted(counted) => counted.columns(),
            Self::Less(less) => less.columns().turned(),
            Self::Drawn(draws) => draws.columns(),
        }
    }
}

/// Draws of a difference in pounds, ascending.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Draws(Vec<f64>);

impl Draws {
    /// Puts draws in order. What is £0 to the penny is £0: a rounding error is no difference.
    pub(crate) fn new(mut draws: Vec<f64>) -> Self {
        for draw in draws.iter_mut().filter(|draw| draw.abs() < PENNY) {
            *draw = 0.0;
        }
        draws.sort_unstable_by(f64::total_cmp);
        Self(draws)
    }

    /// The mean in pounds.
    pub(crate) fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / self.count()
    }

    /// The largest standard error of the chances of more than nothing, of nothing, and of less.
    pub(crate) fn error(&self) -> f64 {
        let count = self.count();
        // Where one never or always came true, it is what one draw would have made.
        let error = |chance: f64| libm::sqrt((chance * (1.0 - chance)).max(1.0 / count) / count);
        let (above, level, below) = self.about_nothing();
        error(above).max(error(level)).max(error(below))
    }

    fn count(&self) -> f64 {
        self.0.len().max(1) as f64
    }

    fn quantile(&self, share: f64) -> f64 {
        let place = libm::ceil(share * self.count()) as usize;
        let place = place.clamp(1, self.0.len().max(1)) - 1;
        self.0.get(place).copied().unwrap_or(0.0)
    }

    fn at_least(&self, pounds: f64) -> f64 {
        let below = self.0.partition_point(|&draw| draw < pounds - ROUNDED);
        (self.0.len() - below) as f64 / self.count()
    }

    fn about_nothing(&self) -> (f64, f64, f64) {
        let below = self.0.partition_point(|&draw| draw < 0.0);
        let level = self.0.partition_point(|&draw| draw <= 0.0) - below;
        let above = self.0.len() - level - below;
        let [above, level, below] = [above, level, below].map(|it| it as f64 / self.count());
        (above, level, below)
    }

    fn columns(&self) -> Columns {
        let ends = [END, 1.0 - END].map(|share| self.quantile(share));
        let mut columns = Columns::about_nothing(ends, self.about_nothing());
        for &draw in self.0.iter().filter(|draw| **draw != 0.0) {
            columns.add(draw, 1.0 / self.count());
        }
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounding_leaves_of_nothing_is_level_in_every_figure() {
        let draws = Draws::new(vec![5.0, 1e-9, -1e-9, -0.004, 0.01, -3.0, 0.0, 2.0]);
        assert_eq!(draws.about_nothing(), (0.375, 0.5, 0.125));
        let columns = draws.columns();
        assert_eq!((columns.start, columns.width), (-3.0, 1.0));
        let whole: f64 = columns.chances.iter().sum();
        assert!((whole - 0.5).abs() < 1e-12, "{columns:?}");
        assert_eq!(draws.quantile(0.5), 0.0);
        assert_eq!((draws.at_least(0.0), draws.at_least(1e-3)), (0.875, 0.375));
    }
}
