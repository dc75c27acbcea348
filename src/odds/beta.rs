//! The beta distribution: tails, quantile and partial mean, for exponents of at least 1.

use crate::odds::normal;

/// Steps of the continued fraction and of Newton's method that are never needed.
const STEPS: usize = 200;

/// A beta distribution on 0 to 1 with density `x^(a−1) (1−x)^(b−1) / B(a, b)`, `a` and `b` at least 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
    /// The logarithm of B(a, b).
    log_whole: f64,
}

impl Beta {
    /// The distribution with two exponents, each taken as at least 1.
    #[must_use]
    pub fn new(a: f64, b: f64) -> Self {
        let (a, b) = (a.max(1.0), b.max(1.0));
        let log_whole = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
        Self { a, b, log_whole }
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// The variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let whole = self.a + self.b;
        self.a * self.b / (whole * whole * (whole + 1.0))
    }

    /// `x^a (1−x)^b / B(a, b)`: the density times `x (1−x)`.
    fn front(&self, x: f64) -> f64 {
        libm::exp(self.a * libm::log(x) + self.b * libm::log1p(-x) - self.log_whole)
    }

    /// The chances of falling below and above a point, the smaller of them good to 14 digits: the
    /// regularised incomplete beta function by its continued fraction (DLMF 8.17.22).
    #[must_use]
    pub fn tails(&self, x: f64) -> (f64, f64) {
        if x <= 0.0 {
            return (0.0, 1.0);
        }
        if x >= 1.0 {
            return (1.0, 0.0);
        }
        let front = self.front(x);
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            let below = front * fraction(self.a, self.b, x) / self.a;
            (below, 1.0 - below)
        } else {
            let above = front * fraction(self.b, self.a, 1.0 - x) / self.b;
            (1.0 - above, above)
        }
    }

    /// The mean of `x` over the values below a point, times their chance.
    #[must_use]
    pub fn mean_below(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        if x >= 1.0 {
            return self.mean();
        }
        self.mean() * (self.tails(x).0 - self.front(x) / self.a).max(0.0)
    }

    /// The value at the place of a standard normal `z`: as much lies below it as below `z`.
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        if z <= 0.0 {
            self.lower(normal::below(z))
        } else {
            let mirrored = Self {
                a: self.b,
                b: self.a,
                log_whole: self.log_whole,
            };
            1.0 - mirrored.lower(normal::above(z))
        }
    }

    /// The place of a value among standard normals.
    #[must_use]
    pub fn place(&self, x: f64) -> f64 {
        let (below, above) = self.tails(x);
        normal::quantile(below, above)
    }

    /// The value below which a chance of at most one half lies.
    ///
    /// Newton's method on the logarithms of both: the chance is a concave function there and the first
    /// guess lies under the root, so that every step goes up towards it.
    fn lower(&self, chance: f64) -> f64 {
        if chance <= 0.0 {
            return 0.0;
        }
        let wanted = libm::log(chance);
        let mut log_x = (wanted + libm::log(self.a) + self.log_whole) / self.a;
        for _ in 0..STEPS {
            let x = libm::exp(log_x);
            if x >= 1.0 {
                return 1.0;
            }
            let below = self.tails(x).0;
            if below <= 0.0 {
                return x;
            }
            let slope = self.front(x) / ((1.0 - x) * below);
            let step = (wanted - libm::log(below)) / slope;
            log_x += step;
            if step.abs() < 1e-14 {
                break;
            }
        }
        libm::exp(log_x).min(1.0)
    }
}

/// The continued fraction of the incomplete beta function, by the modified method of Lentz.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    let mut whole = d;
    for step in 1..STEPS {
        let m = step as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / (1.0 + even * d);
        c = 1.0 + even / c;
        whole *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / (1.0 + odd * d);
        c = 1.0 + odd / c;
        whole *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    whole
}
