//! Normal, beta, PERT and copula against published values and formulas.

use crate::common::pc;
use crate::integral::near;
use crate::tries::tries;
use laa::odds::normal::{above, below, quantile};
use laa::odds::{Beta, Factor, Pert};
use proptest::prelude::*;

#[test]
fn the_normal_has_its_published_tails_and_quantiles() {
    // Abramowitz & Stegun, tables 26.1 and 26.5; NIST for the far tail.
    near(below(1.0), 0.841_344_746_068_542_9, 2e-16);
    near(above(1.959_963_984_540_054), 0.025, 1e-16);
    near(above(6.0) / 9.865_876_450_376_98e-10, 1.0, 1e-12);
    near(quantile(0.99, 0.01), 2.326_347_874_040_841, 1e-15);
    near(quantile(0.1, 0.9), -1.281_551_565_544_600_4, 1e-15);
    near(quantile(0.5, 0.5), 0.0, 0.0);
}

#[test]
fn the_incomplete_beta_is_a_binomial_sum_for_whole_exponents() {
    // DLMF 8.17.5.
    let choose = |n: u32, k: u32| (1..=k).fold(1.0, |c, i| c * f64::from(n - k + i) / f64::from(i));
    for (a, b) in [(1, 5), (2, 4), (3, 3), (4, 2), (5, 1), (7, 2)] {
        let n = a + b - 1;
        for x in [1e-6, 0.01, 0.3, 0.5, 0.77, 0.999] {
            let term =
                |j: u32| choose(n, j) * f64::powi(x, j as i32) * f64::powi(1.0 - x, (n - j) as i32);
            let sum: f64 = (a..=n).map(term).sum();
            let (found, rest) = Beta::new(f64::from(a), f64::from(b)).tails(x);
            near(found / sum, 1.0, 1e-13);
            near(found + rest, 1.0, 1e-15);
        }
    }
}

#[test]
fn a_pert_has_the_published_mean_and_variance() {
    // Mean (worst + 4 likely + best) / 6; variance (mean − worst)(best − mean) / 7 (Vose, Risk Analysis).
    for (worst, likely, best) in [(0.3, 0.61, 0.73), (0.0, 0.0, 1.0), (0.5, 1.2, 1.2)] {
        let pert = Pert::new(worst, likely, best).unwrap();
        let mean = (worst + 4.0 * likely + best) / 6.0;
        near(pert.mean(), mean, 1e-15);
        near(pert.variance(), (mean - worst) * (best - mean) / 7.0, 1e-15);
        near(pert.mean_between(worst, best), mean, 1e-15);
    }
    assert_eq!(Pert::new(0.8, 0.8, 0.8), None, "nothing is uncertain");
}

#[test]
fn two_places_go_the_same_way_as_often_as_sheppard_says() {
    // Both above nothing: 1/4 + arcsin ρ / 2π (Sheppard 1899). Their mean product is ρ itself.
    for correlation in [0, 30, 50, 90] {
        let factor = Factor::new(pc(correlation));
        let rho = f64::from(correlation) / 100.0;
        let nodes = Factor::nodes(0.1);
        let over =
            |f: &dyn Fn(f64) -> f64| nodes.iter().map(|it| it.weight * f(it.value)).sum::<f64>();
        let both = over(&|value| factor.above(0.0, value).powi(2));
        near(both, 0.25 + rho.asin() / (2.0 * std::f64::consts::PI), 1e-7);
        near(over(&|value| (factor.common * value).powi(2)), rho, 1e-6);
        near(over(&|value| factor.above(1.0, value)), above(1.0), 1e-8);
    }
}

proptest! {
    #![proptest_config(tries(200))]

    #[test]
    fn a_quantile_undoes_its_tail(z in -8.0..8.0_f64) {
        let back = quantile(below(z), above(z));
        prop_assert!((back - z).abs() < 1e-14 * z.abs().max(1.0), "{} {}", back, z);
    }

    #[test]
    fn a_share_undoes_its_place(worst in 0.0..1.0_f64, span in 0.01..1.0_f64, likely in 0.0..=1.0_f64, z in -6.0..6.0_f64) {
        let pert = Pert::new(worst, worst + likely * span, worst + span).unwrap();
        let share = pert.at(z);
        prop_assert!(share >= worst && share <= worst + span);
        // A share is a number of some 16 digits, so a place near an end can be read back no better
        // than the steepness of the distribution there lets it.
        let steep = (pert.at(z + 0.01) - pert.at(z - 0.01)) / 0.02;
        prop_assert!((pert.place(share) - z).abs() < 1e-9 + 4e-16 / steep.max(1e-300), "{} {}", pert.place(share), z);
    }
}
