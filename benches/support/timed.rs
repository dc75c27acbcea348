//! How long one run of something takes: the median over samples.

/// Milliseconds before anything is measured, so that a browser has compiled what it will run.
const WARMING: f64 = 300.0;
/// Milliseconds within which samples are begun.
const LONG: f64 = 1_500.0;
/// The least length of a sample in milliseconds: a browser's clock is too coarse for less.
const SAMPLE: f64 = 4.0;

/// A clock in milliseconds.
pub(crate) type Clock = fn() -> f64;

/// The median time of one run in milliseconds.
pub(crate) fn median(clock: Clock, mut run: impl FnMut()) -> f64 {
    let warm = clock();
    while clock() - warm < WARMING {
        run();
    }
    let mut times = Vec::new();
    let start = clock();
    while clock() - start < LONG {
        let (from, mut runs) = (clock(), 0_u32);
        while clock() - from < SAMPLE {
            run();
            runs += 1;
        }
        times.push((clock() - from) / f64::from(runs));
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
