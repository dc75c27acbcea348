//! Own words as decisions: each byte is expected from the two before it.
//!
//! Three chances speak about every bit of a byte: one that knows nothing else, one that knows
//! the byte before and one that knows two. They are heard in proportion to how much they have
//! met. English names come to some four bits a letter, which is what lets two scenarios with
//! every name their own fit into one link.

use std::sync::OnceLock;

use crate::codec::body::coder::{Chance, Coder, Learner};
use crate::codec::body::compose::{composed, is_composed};
use crate::codec::varint::Flaw;
use crate::model::check::is_plain;

/// Texts such as agreements hold, learnt from before the first own word. Frozen with schema 1.
const USUAL: &str = include_str!("usual_words.txt");

/// Chances that know the bytes before, found by a hash: a power of two.
const KNOWING: usize = 1 << 14;

/// Decides texts, byte by byte, each ended by a zero byte.
#[derive(Clone)]
pub(super) struct Words {
    plain: Vec<Chance>,
    knowing: Vec<Chance>,
}

impl Words {
    /// Expects what agreements usually say.
    pub(super) fn new() -> Self {
        static TAUGHT: OnceLock<Words> = OnceLock::new();
        TAUGHT.get_or_init(Self::taught).clone()
    }

    fn taught() -> Self {
        let mut words = Self {
            plain: vec![Chance::NEW; 256],
            knowing: vec![Chance::NEW; KNOWING],
        };
        for line in USUAL.lines() {
            // Learning refuses nothing.
            let _ = words.bytes(&mut Learner, line.len(), line.as_bytes());
        }
        words
    }

    /// Passes a text of at most `limit` bytes that is fit to be shown: composed (NFC), without
    /// control or bidirectional characters.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        limit: usize,
        text: &str,
    ) -> Result<String, Flaw> {
        let bytes = self.bytes(coder, limit, text.as_bytes())?;
        let text = String::from_utf8(bytes).map_err(|_| Flaw::Text)?;
        if is_composed(&text) && text.chars().all(is_plain) {
            Ok(text)
        } else {
            Err(Flaw::Text)
        }
    }

    fn bytes(
        &mut self,
        coder: &mut dyn Coder,
        limit: usize,
        bytes: &[u8],
    ) -> Result<Vec<u8>, Flaw> {
        let mut passed = Vec::with_capacity(bytes.len());
        let mut before = [0, 0];
        loop {
            let byte = bytes.get(passed.len()).copied().unwrap_or(0);
            let byte = self.byte(coder, before, byte)?;
            if byte == 0 {
                return Ok(passed);
            }
            if passed.len() == limit {
                return Err(Flaw::OutOfRange);
            }
            passed.push(byte);
            before = [before[1], byte];
        }
    }

    fn byte(&mut self, coder: &mut dyn Coder, before: [u8; 2], byte: u8) -> Result<u8, Flaw> {
        let mut node = 1_usize;
        for place in (0..8).rev() {
            let after_one = place_of(1, [0, before[1]], node);
            let after_two = place_of(2, before, node);
            let voices = [
                self.plain[node],
                self.knowing[after_one],
                self.knowing[after_two],
            ];
            let yes = coder.pass(agreed(voices), byte >> place & 1 == 1)?;
            self.plain[node].learn(yes);
            self.knowing[after_one].learn(yes);
            self.knowing[after_two].learn(yes);
            node = node << 1 | usize::from(yes);
        }
        Ok((node & 0xff) as u8)
    }
}

/// Where the chance is kept that knows these bytes.
const fn place_of(order: u32, before: [u8; 2], node: usize) -> usize {
    let key = order << 24 | (before[0] as u32) << 16 | (before[1] as u32) << 8 | node as u32;
    // Knuth's multiplicative hash: the golden ratio of 2^32.
    (key.wrapping_mul(0x9e37_79b1) >> 18) as usize % KNOWING
}

/// The mean of three chances: those that know more weigh more, once they have met something.
fn agreed(voices: [Chance; 3]) -> u16 {
    let weights = [
        1,
        4 * u32::from(voices[1].met()),
        24 * u32::from(voices[2].met()),
    ];
    let heard = voices
        .iter()
        .zip(weights)
        .map(|(voice, weight)| u32::from(voice.of_yes()) * weight);
    let mean = heard.sum::<u32>() / weights.iter().sum::<u32>();
    // A mean of 16-bit chances has 16 bits.
    mean as u16
}

/// A text as a link may carry it: composed, without what cannot be shown, at most `limit` bytes.
pub(super) fn fit(text: &str, limit: usize) -> String {
    let mut fitted = String::with_capacity(text.len());
    for character in composed(text)
        .chars()
        .filter(|&character| is_plain(character))
    {
        if fitted.len() + character.len_utf8() > limit {
            break;
        }
        fitted.push(character);
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::{Words, fit};
    use crate::codec::body::coder::{Decoder, Encoder};
    use crate::codec::varint::Flaw;

    fn written(texts: &[&str]) -> Vec<u8> {
        let (mut words, mut encoder) = (Words::new(), Encoder::new());
        for text in texts {
            words.pass(&mut encoder, 600, text).ok();
        }
        encoder.finish()
    }

    const NAMES: [&str; 6] = [
        "Bexworth Partnership pooled grant",
        "Zoë's café, Llanfair £5",
        "Warm homes for over-70s",
        "Calls answered in 20 seconds",
        "Marmot Trust",
        "Rough sleeping, Eastside",
    ];

    #[test]
    fn texts_come_back() {
        let bytes = written(&NAMES);
        let (mut words, mut decoder) = (Words::new(), Decoder::new(&bytes));
        for text in NAMES {
            assert_eq!(words.pass(&mut decoder, 80, ""), Ok(text.to_owned()));
        }
    }

    #[test]
    fn even_odd_names_take_two_thirds_of_their_bytes() {
        let plain: usize = NAMES.iter().map(|name| name.len() + 1).sum();
        let packed = written(&NAMES).len();
        assert!(packed * 3 <= plain * 2, "{packed} of {plain} bytes");
    }

    #[test]
    fn refuses_what_cannot_be_shown() {
        // A decomposed e with acute, a bell, a right-to-left override.
        for text in ["e\u{301}", "a\u{7}", "a\u{202e}b"] {
            let bytes = written(&[text]);
            let mut decoder = Decoder::new(&bytes);
            assert_eq!(Words::new().pass(&mut decoder, 80, ""), Err(Flaw::Text));
        }
        let bytes = written(&[&"x".repeat(81)]);
        let mut decoder = Decoder::new(&bytes);
        assert_eq!(
            Words::new().pass(&mut decoder, 80, ""),
            Err(Flaw::OutOfRange)
        );
    }

    #[test]
    fn fits_a_text_to_its_place() {
        assert_eq!(fit("e\u{301}a\u{7}\u{202e}b", 80), "éab");
        assert_eq!(fit("ééé", 5), "éé");
    }
}
