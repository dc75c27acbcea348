//! Convolution, one part after another, in room that is used again.

/// Chance that may be left out at either end of a running sum.
const CRUMB: f64 = 1e-15;

/// A running sum: chances on a stretch of the grid, outside which there are only crumbs.
pub(crate) struct Running {
    now: Vec<f64>,
    next: Vec<f64>,
    from: usize,
    len: usize,
}

impl Running {
    pub(crate) fn new(points: usize) -> Self {
        Self {
            now: vec![0.0; points],
            next: vec![0.0; points],
            from: 0,
            len: 0,
        }
    }

    /// Adds the chances, times a weight, to those of the whole grid.
    pub(crate) fn add_to(&self, whole: &mut [f64], weight: f64) {
        let now = &self.now[self.from..self.from + self.len];
        for (to, chance) in whole[self.from..].iter_mut().zip(now) {
            *to += weight * chance;
        }
    }

    /// Nothing added yet: the whole chance at the first point.
    pub(crate) fn restart(&mut self) {
        self.now[0] = 1.0;
        self.from = 0;
        self.len = 1;
    }

    /// Adds one more part with its chances by points.
    pub(crate) fn convolve(&mut self, part: &[f64]) {
        if self.len == 0 {
            return;
        }
        let now = &self.now[self.from..self.from + self.len];
        let first = part.iter().position(|&chance| chance > 0.0).unwrap_or(0);
        let last = part.iter().rposition(|&chance| chance > 0.0);
        let Some(last) = last else {
            self.len = 0;
            return;
        };
        let from = self.from + first;
        let len = self.len + last - first;
        let next = &mut self.next[from..from + len];
        next.fill(0.0);
        for (shift, &chance) in part[first..=last].iter().enumerate() {
            if chance > 0.0 {
                for (to, from) in next[shift..].iter_mut().zip(now) {
                    *to += chance * from;
                }
            }
        }
        std::mem::swap(&mut self.now, &mut self.next);
        (self.from, self.len) = (from, len);
        self.trim();
    }

    /// Leaves the crumbs at both ends out.
    fn trim(&mut self) {
        let mut crumbs = 0.0;
        while self.len > 0 && crumbs + self.now[self.from] < CRUMB {
            crumbs += self.now[self.from];
            self.from += 1;
            self.len -= 1;
        }
        crumbs = 0.0;
        while self.len > 0 && crumbs + self.now[self.from + self.len - 1] < CRUMB {
            crumbs += self.now[self.from + self.len - 1];
            self.len -= 1;
        }
    }
}
