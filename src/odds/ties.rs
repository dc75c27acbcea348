//! How likely a sum of wagers is exactly some sum, where each pays flat: counted whatever the grid.
//!
//! On a grid of pounds a flat sum between two points is a lump at both of them, so that one below a step would stand in
//! part at £0. Sums are counted from the one that it is about, which is nothing here, in parts of a pound.

use crate::odds::factor::{Factor, Node};
use crate::odds::kernel::{Kernel, PARTS_OF_A_POUND};

/// Sums that are told apart at most.
const MOST: usize = 512;

/// The chances that a sum of flat parts is less than nothing, nothing, and more.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Ties {
    pub(crate) less: Side,
    pub(crate) level: f64,
    pub(crate) more: Side,
}

/// The flat sums on one side of nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Side {
    pub(crate) chance: f64,
    /// The part of it that is within a step of nothing, and its mean in pounds times that part.
    near: (f64, f64),
}

impl Side {
    /// Where those within a step of nothing lie on average, in pounds; none where there is none.
    pub(crate) fn near(&self) -> Option<f64> {
        let (chance, pounds) = self.near;
        (chance > 0.0).then(|| pounds / chance)
    }

    fn add(&mut self, chance: f64, sum: i64) {
        self.chance += chance;
        self.near.0 += chance;
        self.near.1 += chance * sum as f64 / PARTS_OF_A_POUND;
    }

    fn add_all(&mut self, weight: f64, other: Self) {
        self.chance += weight * other.chance;
        self.near.0 += weight * other.near.0;
        self.near.1 += weight * other.near.1;
    }
}

/// Where a flat part leads from one of the sums before it.
#[derive(Clone, Copy)]
enum To {
    /// Nothing that follows brings it back to within a step of nothing.
    Less,
    More,
    /// To one of the sums after it.
    Sum(usize),
}

/// The sums of some parts, one after another, from a sum on; none where there are too many of them.
struct Ways {
    /// By part: where each of its flat sums leads from each of the sums before it.
    parts: Vec<Vec<Vec<To>>>,
    /// The last of the sums.
    last: Vec<i64>,
    /// How far from nothing a sum may be by rounding.
    rounded: i64,
}

impl Ways {
    /// Those that end no further from nothing than a step are told one by one.
    fn of(from: i64, flats: &[&[i64]], step: i64) -> Option<Self> {
        // Half a part for each that is added, and for what is certain.
        let rounded = flats.len() as i64 / 2 + 1;
        let step = step.max(rounded);
        let (mut sums, mut parts) = (vec![from], Vec::with_capacity(flats.len()));
        for (at, own) in flats.iter().enumerate() {
            let rest = &flats[at + 1..];
            let least: i64 = rest.iter().filter_map(|it| it.iter().min()).sum();
            let most: i64 = rest.iter().filter_map(|it| it.iter().max()).sum();
            let open = |sum: i64| sum + least <= step && sum + most >= -step;
            let all = sums
                .iter()
                .flat_map(|sum| own.iter().map(move |it| sum + it));
            let mut next: Vec<i64> = all.filter(|&sum| open(sum)).collect();
            next.sort_unstable();
            next.dedup();
            if next.len() > MOST {
                return None;
            }
            let to = |sum: i64| match next.binary_search(&sum) {
                Ok(place) => To::Sum(place),
                Err(_) if sum + least > step => To::More,
                Err(_) => To::Less,
            };
            let from_each = sums.iter();
            parts.push(
                from_each
                    .map(|sum| own.iter().map(|it| to(sum + it)).collect())
                    .collect(),
            );
            sums = next;
        }
        Some(Self {
            parts,
            last: sums,
            rounded,
        })
    }

    /// The chances, where those of each part's flat sums are given.
    fn walk(&self, chances: &[Vec<f64>]) -> Ties {
        let mut ties = Ties::default();
        let mut now = vec![1.0];
        for (at, part) in self.parts.iter().enumerate() {
            // What is decided counts only where all that follows is flat as well.
            let rest: f64 = chances[at + 1..]
                .iter()
                .map(|own| own.iter().sum::<f64>())
                .product();
            let mut next = vec![0.0; self.parts.get(at + 1).map_or(self.last.len(), Vec::len)];
            for (chance, ways) in now.iter().zip(part) {
                for (own, to) in chances[at].iter().zip(ways) {
                    let chance = chance * own;
                    match to {
                        To::Less => ties.less.chance += chance * rest,
                        To::More => ties.more.chance += chance * rest,
                        To::Sum(place) => next[*place] += chance,
                    }
                }
            }
            now = next;
        }
        for (chance, &sum) in now.into_iter().zip(&self.last) {
            match sum {
                near if near.abs() <= self.rounded => ties.level += chance,
                1.. => ties.more.add(chance, sum),
                _ => ties.less.add(chance, sum),
            }
        }
        ties
    }
}

/// The chances over all nodes of the factor; none where too many sums would have to be told apart.
pub(crate) fn ties(
    certain: f64,
    kernels: &[Kernel],
    step: f64,
    factor: &Factor,
    nodes: &[Node],
) -> Option<Ties> {
    let flats: Vec<&[i64]> = kernels.iter().map(Kernel::flats).collect();
    let parts = |pounds: f64| libm::round(PARTS_OF_A_POUND * pounds) as i64;
    let ways = Ways::of(parts(certain), &flats, parts(step))?;
    let mut all = Ties::default();
    for node in nodes {
        let chances: Vec<Vec<f64>> = kernels
            .iter()
            .map(|kernel| kernel.flat_chances(factor, node.value))
            .collect();
        let found = ways.walk(&chances);
        all.less.add_all(node.weight, found.less);
        all.level += node.weight * found.level;
        all.more.add_all(node.weight, found.more);
    }
    Some(all)
}
