//! A distribution after a cliff on the whole.

use crate::odds::distribution::Distribution;

impl Distribution {
    /// The same with a cliff on the whole: sums below it become nothing. Exactly the cliff pays.
    #[must_use]
    pub(crate) fn with_cliff(&self, cliff: f64) -> (Self, f64) {
        if let (Some(chance), Some((most, _))) = (self.of_most(cliff), self.whole) {
            return (self.all_or_nothing(most, chance), most * chance);
        }
        let near = self.near(cliff);
        let mut after = self.clone();
        let mut mean = 0.0;
        for point in 0..self.chances.len() {
            let (low, high, spread) = self.spread(point);
            let start = low.max(cliff);
            let part = if high > low {
                ((high - start) / (high - low)).max(0.0)
            } else {
                f64::from(u8::from(high >= cliff - near))
            };
            let pays = self.at(point) >= cliff - near;
            let lump = if pays { self.lumps[point] } else { 0.0 };
            let kept = spread * part + lump;
            mean += spread * part * 0.5 * (start.min(high) + high) + lump * self.at(point);
            after.nothing += self.chances[point] - kept;
            after.chances[point] = kept;
            after.lumps[point] = lump;
        }
        after.beside.retain(|(at, _)| *at >= cliff - near);
        let kept = |beside: &[(f64, f64)]| beside.iter().map(|(_, lump)| lump).sum::<f64>();
        after.nothing += kept(&self.beside) - kept(&after.beside);
        mean += after.beside.iter().map(|(at, lump)| at * lump).sum::<f64>();
        after.whole = after.whole.filter(|(most, _)| *most >= cliff - near);
        after.nothing = after.nothing.max(0.0);
        after.least = after.least.max(cliff);
        (after, mean)
    }

    /// The same where nothing but the most that it comes to pays.
    fn all_or_nothing(&self, most: f64, chance: f64) -> Self {
        let mut after = self.clone();
        after.chances.fill(0.0);
        after.lumps.fill(0.0);
        after.nothing = 1.0 - chance;
        after.beside = [(most, chance)]
            .into_iter()
            .filter(|it| it.1 > 0.0)
            .collect();
        after.whole = Some((most, chance)).filter(|it| it.1 > 0.0);
        after
    }

    /// What it comes to more than a sum that is less than any it has beside nothing.
    #[must_use]
    pub(crate) fn beyond(mut self, pounds: f64) -> Self {
        if self.nothing > 0.0 {
            self.beside.insert(0, (0.0, self.nothing));
            self.nothing = 0.0;
        }
        if let Some((most, _)) = &mut self.whole {
            *most -= pounds;
        }
        self.moved(-pounds)
    }
}
