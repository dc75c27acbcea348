//! Integrals for reference: Simpson's rule that halves where it must, and densities written out.

/// The integral of a function to an absolute error.
pub(crate) fn integral(f: &dyn Fn(f64) -> f64, from: f64, to: f64, error: f64) -> f64 {
    // Sixteen parts to begin with, so that no bump is overlooked.
    let step = (to - from) / 16.0;
    let part = |part: i32| {
        let low = from + f64::from(part) * step;
        halving(
            f,
            low,
            low + step,
            simpson(f, low, low + step),
            error / 16.0,
            40,
        )
    };
    (0..16).map(part).sum()
}

fn simpson(f: &dyn Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    (to - from) / 6.0 * (f(from) + 4.0 * f(0.5 * (from + to)) + f(to))
}

fn halving(f: &dyn Fn(f64) -> f64, from: f64, to: f64, whole: f64, error: f64, depth: u32) -> f64 {
    let middle = 0.5 * (from + to);
    let (left, right) = (simpson(f, from, middle), simpson(f, middle, to));
    let apart = left + right - whole;
    if apart.abs() <= 15.0 * error || depth == 0 {
        return left + right + apart / 15.0;
    }
    halving(f, from, middle, left, 0.5 * error, depth - 1)
        + halving(f, middle, to, right, 0.5 * error, depth - 1)
}

/// The density of a PERT distribution, from its definition.
pub(crate) fn pert_density(worst: f64, likely: f64, best: f64, share: f64) -> f64 {
    if share <= worst || share >= best {
        return 0.0;
    }
    let span = best - worst;
    let (a, b) = (
        1.0 + 4.0 * (likely - worst) / span,
        1.0 + 4.0 * (best - likely) / span,
    );
    let x = (share - worst) / span;
    let log_whole = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    ((a - 1.0) * x.ln() + (b - 1.0) * (1.0 - x).ln() - log_whole).exp() / span
}

/// The density of a standard normal.
pub(crate) fn normal_density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// The chance of a standard normal above a point.
pub(crate) fn normal_above(z: f64) -> f64 {
    0.5 * libm::erfc(z / std::f64::consts::SQRT_2)
}

#[track_caller]
pub(crate) fn near(found: f64, wanted: f64, within: f64) {
    assert!(
        (found - wanted).abs() <= within,
        "{found}, but {wanted} within {within}"
    );
}
