//! Decisions into bytes and back: a binary arithmetic coder that learns what is usual.
//!
//! A link has room for about 850 bytes, and an agreement of the usual size has some 700 numbers
//! of which most are as expected. Each is taken apart into yes-or-no decisions, and a decision
//! that has mostly gone one way costs a small part of a bit. One description serves both
//! directions: the same function writes a value, reads it, or only learns from it. All
//! arithmetic is in whole numbers, so every machine writes the same bytes; it is part of schema
//! 1 and frozen with it.

use crate::codec::varint::Flaw;

/// How likely a decision is to be a yes, in 65,536ths, and how often it was met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance {
    of_yes: u16,
    met: u8,
}

impl Chance {
    /// As likely as not, and never met.
    pub(super) const NEW: Self = Self {
        of_yes: 1 << 15,
        met: 0,
    };

    /// Nothing is ever quite certain: certainty could not be coded otherwise.
    const LEAST: i64 = 96;

    /// After so many meetings the newest counts as much as one in so many.
    const MEMORY: u8 = 60;

    pub(super) const fn of_yes(self) -> u16 {
        self.of_yes
    }

    pub(super) const fn met(self) -> u8 {
        self.met
    }

    /// The part of the way that a chance moves, in 65,536ths, by how often it was met: the `n`th
    /// meeting moves it by 1/(n + 1/2).
    const MOVES: [i64; Self::MEMORY as usize + 1] = {
        let mut moves = [0; Self::MEMORY as usize + 1];
        let mut met = 0;
        while met < moves.len() {
            moves[met] = 2 * 65_536 / (2 * met as i64 + 3);
            met += 1;
        }
        moves
    };

    /// Takes a decision into account.
    pub(super) fn learn(&mut self, yes: bool) {
        let goal = if yes { 65_535 } else { 0 };
        let held = i64::from(self.of_yes);
        let moved = held + (((goal - held) * Self::MOVES[usize::from(self.met)]) >> 16);
        self.of_yes = moved.clamp(Self::LEAST, 65_535 - Self::LEAST) as u16;
        if self.met < Self::MEMORY {
            self.met += 1;
        }
    }
}

/// One direction of coding.
pub(super) trait Coder {
    /// Passes one decision through: a writer takes `yes` and returns it, a reader ignores it and
    /// returns what was written.
    fn pass(&mut self, chance_of_yes: u16, yes: bool) -> Result<bool, Flaw>;

    /// Passes a decision and learns from it.
    fn decide(&mut self, chance: &mut Chance, yes: bool) -> Result<bool, Flaw> {
        let passed = self.pass(chance.of_yes, yes)?;
        chance.learn(passed);
        Ok(passed)
    }
}

/// Learns without writing: how a fresh set of chances is told what is usual.
pub(super) struct Learner;

impl Coder for Learner {
    fn pass(&mut self, _: u16, yes: bool) -> Result<bool, Flaw> {
        Ok(yes)
    }
}

/// Where the decisions so far have narrowed the code down to.
struct Interval {
    low: u32,
    high: u32,
}

impl Interval {
    const ALL: Self = Self {
        low: 0,
        high: u32::MAX,
    };

    /// The last code that means yes.
    const fn split(&self, chance_of_yes: u16) -> u32 {
        let width = (self.high - self.low) as u64;
        self.low + ((width * chance_of_yes as u64) >> 16) as u32
    }

    const fn keep(&mut self, split: u32, yes: bool) {
        if yes {
            self.high = split;
        } else {
            self.low = split + 1;
        }
    }

    /// Shifts out the first byte if it is settled.
    const fn settled(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.low >> 24) as u8;
        self.low <<= 8;
        self.high = self.high << 8 | 0xff;
        Some(byte)
    }
}

/// Writes decisions.
pub(super) struct Encoder {
    interval: Interval,
    bytes: Vec<u8>,
}

impl Encoder {
    pub(super) const fn new() -> Self {
        Self {
            interval: Interval::ALL,
            bytes: Vec::new(),
        }
    }

    /// The bytes, as few as settle every decision; a reader takes zeros to follow them.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.interval.low > 0 {
            // The first bytes of the two ends differ, so that this code lies between them.
            self.bytes.push((self.interval.low >> 24) as u8 + 1);
        }
        self.bytes
    }
}

impl Coder for Encoder {
    fn pass(&mut self, chance_of_yes: u16, yes: bool) -> Result<bool, Flaw> {
        let split = self.interval.split(chance_of_yes);
        self.interval.keep(split, yes);
        while let Some(byte) = self.interval.settled() {
            self.bytes.push(byte);
        }
        Ok(yes)
    }
}

/// Reads decisions.
pub(super) struct Decoder<'a> {
    interval: Interval,
    code: u32,
    rest: &'a [u8],
    missing: u8,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self {
            interval: Interval::ALL,
            code: 0,
            rest: bytes,
            missing: 0,
        };
        for _ in 0..4 {
            decoder.take();
        }
        decoder
    }

    fn take(&mut self) {
        let byte = match self.rest.split_first() {
            Some((&first, rest)) => {
                self.rest = rest;
                first
            }
            None => {
                self.missing = self.missing.saturating_add(1);
                0
            }
        };
        self.code = self.code << 8 | u32::from(byte);
    }
}

impl Coder for Decoder<'_> {
    /// [`Flaw::Ended`] once more is asked than the bytes can have settled: this bounds the work,
    /// whatever the bytes say.
    fn pass(&mut self, chance_of_yes: u16, _: bool) -> Result<bool, Flaw> {
        let split = self.interval.split(chance_of_yes);
        let yes = self.code <= split;
        self.interval.keep(split, yes);
        while self.interval.settled().is_some() {
            self.take();
        }
        if self.missing > 4 {
            Err(Flaw::Ended)
        } else {
            Ok(yes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chance, Coder, Decoder, Encoder};
    use crate::codec::varint::Flaw;
    use proptest::prelude::*;

    fn write(decisions: &[bool]) -> Vec<u8> {
        let mut encoder = Encoder::new();
        let mut chance = Chance::NEW;
        for &yes in decisions {
            encoder.decide(&mut chance, yes).unwrap();
        }
        encoder.finish()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn decisions_come_back(decisions in proptest::collection::vec(any::<bool>(), 0..600)) {
            let bytes = write(&decisions);
            let mut decoder = Decoder::new(&bytes);
            let mut chance = Chance::NEW;
            for yes in decisions {
                prop_assert_eq!(decoder.decide(&mut chance, false), Ok(yes));
            }
        }

        #[test]
        fn few_bytes_cannot_say_much(bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
            let mut decoder = Decoder::new(&bytes);
            let mut chance = Chance::NEW;
            let many = (0..100_000).map(|_| decoder.decide(&mut chance, false));
            prop_assert_eq!(many.last(), Some(Err(Flaw::Ended)));
        }
    }

    #[test]
    fn what_is_usual_costs_little() {
        // A fair decision costs a bit; ten thousand of one kind cost 2.2 thousandths each.
        let usual = write(&[true; 10_000]).len();
        assert!(usual <= 4, "{usual} bytes");
        // One exception among them costs the nine bits that its rarity is worth, and the relearning.
        let mut decisions = [false; 1_000];
        decisions[500] = true;
        let unusual = write(&decisions).len();
        assert!(unusual <= 6, "{unusual} bytes");
        assert!(write(&[]).is_empty());
    }
}
