//! Standard normal draws that depend on a seed and a block's number alone.
//!
//! Xoshiro256++ (Blackman & Vigna, *ACM TOMS* 47, 2021), a jump of 2^128 for each block, so that no two
//! blocks share a draw whoever draws them; normals by the ziggurat of Marsaglia and Tsang in the form of
//! Doornik (2005), 128 layers.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Layers.
const LAYERS: usize = 128;
/// Where the tail begins, and the area of each layer.
const TAIL: f64 = 3.442_619_855_899;
const AREA: f64 = 9.912_563_035_262_17e-3;
/// 2 to the power of minus 53.
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

/// The layers of the ziggurat.
pub(crate) struct Ziggurat {
    /// Right edges of the layers, from the widest.
    edges: [f64; LAYERS + 1],
    /// The next edge over this one.
    ratios: [f64; LAYERS],
}

impl Ziggurat {
    pub(crate) fn new() -> Self {
        let mut edges = [0.0; LAYERS + 1];
        let mut height = bell(TAIL);
        edges[0] = AREA / height;
        edges[1] = TAIL;
        for layer in 2..LAYERS {
            edges[layer] = libm::sqrt(-2.0 * libm::log(AREA / edges[layer - 1] + height));
            height = bell(edges[layer]);
        }
        let mut ratios = [0.0; LAYERS];
        for layer in 0..LAYERS {
            ratios[layer] = edges[layer + 1] / edges[layer];
        }
        Self { edges, ratios }
    }
}

fn bell(z: f64) -> f64 {
    libm::exp(-0.5 * z * z)
}

/// The draws of one block.
pub(crate) struct Stream<'a> {
    bits: Xoshiro256PlusPlus,
    ziggurat: &'a Ziggurat,
}

impl<'a> Stream<'a> {
    /// The stream of a block under a seed.
    pub(crate) fn new(seed: u64, block: u32, ziggurat: &'a Ziggurat) -> Self {
        let mut bits = Xoshiro256PlusPlus::seed_from_u64(seed);
        bits.jump_ce(u64::from(block), 128);
        Self { bits, ziggurat }
    }

    /// An even draw above 0 and below 1.
    fn even(&mut self) -> f64 {
        ((self.bits.next_u64() >> 11) as f64 + 0.5) * UNIT
    }

    /// A standard normal draw.
    pub(crate) fn normal(&mut self) -> f64 {
        loop {
            let bits = self.bits.next_u64();
            let layer = (bits % LAYERS as u64) as usize;
            let even = 2.0 * ((bits >> 11) as f64 * UNIT) - 1.0;
            let z = even * self.ziggurat.edges[layer];
            if even.abs() < self.ziggurat.ratios[layer] {
                return z;
            }
            if layer == 0 {
                return self.tail(even < 0.0);
            }
            let edges = &self.ziggurat.edges;
            let (low, high) = (
                libm::exp(-0.5 * (edges[layer] * edges[layer] - z * z)),
                libm::exp(-0.5 * (edges[layer + 1] * edges[layer + 1] - z * z)),
            );
            if high + self.even() * (low - high) < 1.0 {
                return z;
            }
        }
    }

    /// A draw beyond the widest layer (Marsaglia 1964).
    fn tail(&mut self, below: bool) -> f64 {
        loop {
            let x = libm::log(self.even()) / TAIL;
            let y = libm::log(self.even());
            if -2.0 * y >= x * x {
                return if below { x - TAIL } else { TAIL - x };
            }
        }
    }

    /// Fills a block with standard normal draws.
    pub(crate) fn fill(&mut self, draws: &mut [f64]) {
        draws.iter_mut().for_each(|draw| *draw = self.normal());
    }
}
