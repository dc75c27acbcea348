//! Two correlated indicators against a reference double integral.

use crate::common::Book;
use crate::integral::{integral, near, normal_above, normal_density};
use crate::risky::simple;
use laa::odds::Pert;

/// What a score earns of its stake.
fn pays(score: f64) -> f64 {
    if score < 0.6 { 0.0 } else { score.min(1.0) }
}

/// The chance that two stakes of 1 together earn at least a sum. The first place is integrated over;
/// given it the second is normal with mean ρ·z and variance 1 − ρ².
fn at_least(perts: &[Pert; 2], rho: f64, sum: f64) -> f64 {
    let given = |z: f64| {
        let first = pays(perts[0].at(z));
        let wanted = sum - first;
        let least = if wanted <= 0.0 {
            return 1.0;
        } else if wanted > 1.0 {
            return 0.0;
        } else {
            wanted.max(0.6)
        };
        normal_above((perts[1].place(least) - rho * z) / (1.0 - rho * rho).sqrt())
    };
    integral(&|z| given(z) * normal_density(z), -8.0, 8.0, 1e-7)
}

fn two() -> (Book, [Pert; 2]) {
    let (book, _) = simple(&[[30, 75, 115], [45, 60, 140]]);
    let perts = [(0.3, 0.75, 1.15), (0.45, 0.6, 1.4)];
    (
        book,
        perts.map(|(worst, likely, best)| Pert::new(worst, likely, best).unwrap()),
    )
}

#[test]
fn the_sum_of_two_is_distributed_as_the_double_integral_says() {
    let (book, perts) = two();
    for correlation in [0, 30, 80] {
        let reward = book.odds(correlation).reward;
        let rho = f64::from(correlation) / 100.0;
        // Stakes of £50,000; sums away from the edges of what one or both can earn.
        for sum in [
            0.1, 0.55, 0.63, 0.8, 0.95, 1.1, 1.25, 1.4, 1.55, 1.65, 1.8, 1.95,
        ] {
            near(
                reward.at_least(50_000.0 * sum),
                at_least(&perts, rho, sum),
                2e-4,
            );
        }
        near(reward.at_least(100_000.0), at_least(&perts, rho, 2.0), 5e-6);
        near(
            1.0 - reward.at_least(1.0),
            1.0 - at_least(&perts, rho, 0.01),
            5e-6,
        );
    }
}

#[test]
fn correlation_moves_the_spread_and_not_the_mean() {
    let (book, _) = two();
    let found = [0, 30, 60, 90, 100].map(|correlation| book.odds(correlation));
    for pair in found.windows(2) {
        assert_eq!(pair[0].mean, pair[1].mean);
        near(pair[0].reward.mean(), pair[1].reward.mean(), 1.0);
        assert!(pair[0].reward.variance() < pair[1].reward.variance());
        assert_eq!(pair[0].indicators, pair[1].indicators);
    }
}
