//! A million inputs that no one meant to send: the reader answers each, and answers quickly.

use std::collections::BTreeMap;

use laa::codec::link::{self, OwnWords, What};
use laa::codec::outcome::LinkError;
use laa::codec::text::Spelling;
use laa::codec::varint::{Reader, Writer};
use laa::codec::{body, envelope, text, tolerant};

use crate::workbooks::workbook;

/// Sections in the order in which they are read.
const ORDER: [u64; 6] = [1, 3, 5, 2, 6, 8];

/// A generator of numbers (xorshift, Marsaglia 2003) that a failing run can be repeated with.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 11) as usize % limit.max(1)
    }

    fn byte(&mut self) -> u8 {
        (self.next() >> 32) as u8
    }

    /// Flips, replaces, inserts, drops, cuts or makes up bytes.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..1 + self.below(3) {
            let at = self.below(bytes.len());
            match self.below(7) {
                0 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
                1 if !bytes.is_empty() => bytes[at] = self.byte(),
                2 => bytes.insert(at, self.byte()),
                3 if !bytes.is_empty() => {
                    bytes.remove(at);
                }
                4 => bytes.truncate(at),
                5 => bytes.extend((0..self.below(9)).map(|_| self.byte())),
                _ => *bytes = (0..self.below(40)).map(|_| self.byte()).collect(),
            }
        }
    }
}

type Sections = Vec<(u64, Vec<u8>)>;

fn take_apart(body: &[u8]) -> Sections {
    let mut reader = Reader::new(&body[2..]);
    let mut sections = Vec::new();
    while reader.left() > 0 {
        let tag = reader.unsigned().unwrap();
        let length = reader.unsigned().unwrap() as usize;
        sections.push((tag, reader.bytes(length).unwrap().to_vec()));
    }
    sections
}

fn put_together(sections: &Sections) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.bytes(&[1, 1]);
    for (tag, bytes) in sections {
        writer.unsigned(*tag);
        writer.count(bytes.len());
        writer.bytes(bytes);
    }
    writer.finish()
}

/// Bodies with all six sections.
fn samples(random: &mut Random) -> Vec<Vec<u8>> {
    let mut samples = Vec::new();
    while samples.len() < 12 {
        let numbers: Vec<u32> = (0..180).map(|_| random.next() as u32).collect();
        let workbook = workbook(&numbers);
        let what = What {
            further: workbook
                .scenarios
                .iter()
                .map(|scenario| scenario.id)
                .collect(),
            risks: true,
            notes: true,
            words: OwnWords::Along,
        };
        let link = link::write(&workbook, workbook.scenarios[0].id, &what).unwrap();
        let body = tolerant::find(&link.text).unwrap();
        if take_apart(&body).len() == ORDER.len() && body.len() < 400 {
            samples.push(body);
        }
    }
    samples
}

/// How many inputs are tried: a million where the code is optimised, fewer where it is not.
const INPUTS: usize = if cfg!(debug_assertions) {
    10_000
} else {
    1_000_000
};

/// How many threads try them.
const THREADS: usize = 2;

#[test]
fn a_million_damaged_links_harm_nothing() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let samples = samples(&mut random);
    let mut reached = BTreeMap::new();
    std::thread::scope(|scope| {
        let seeds: Vec<u64> = (0..THREADS).map(|_| random.next()).collect();
        let samples = &samples;
        let threads: Vec<_> = seeds
            .into_iter()
            .map(|seed| scope.spawn(move || try_inputs(seed, samples)))
            .collect();
        for thread in threads {
            for (tag, count) in thread.join().unwrap() {
                *reached.entry(tag).or_insert(0) += count;
            }
        }
    });
    eprintln!("sections reached by damaged inputs with a repaired check: {reached:?}");
    for tag in ORDER {
        assert!(reached[&tag] >= INPUTS / 100, "section {tag}: {reached:?}");
    }
}

/// Tries one thread's part of the inputs, every other one with a repaired check; returns how many
/// of these reached each section.
fn try_inputs(seed: u64, samples: &[Vec<u8>]) -> BTreeMap<u64, usize> {
    let mut random = Random(seed);
    let mut reached = BTreeMap::new();
    for input in 0..INPUTS / THREADS {
        let sample = &samples[random.below(samples.len())];
        if input % 2 == 0 {
            unrepaired(&mut random, sample);
            continue;
        }
        let mut sections = take_apart(sample);
        let which = random.below(sections.len());
        random.damage(&mut sections[which].1);
        let mut damaged = put_together(&sections);
        if input % 64 == 7 {
            random.damage(&mut damaged);
        }
        let last = match body::read(&damaged) {
            Ok(held) => {
                // A library number that has no name yet has none to be written again.
                if held.not_shown == 0 && held.own_words {
                    let again = body::write(&held.workbook, true);
                    assert_eq!(again, Ok(damaged), "not canonical");
                }
                None
            }
            Err(LinkError::Unsound { section, .. }) => section,
            Err(_) => continue,
        };
        for tag in ORDER {
            *reached.entry(tag).or_default() += 1;
            if last == Some(tag) {
                break;
            }
        }
    }
    reached
}

/// Damages the text of a link and leaves its check as it was.
fn unrepaired(random: &mut Random, sample: &[u8]) {
    let spelling = if random.below(2) == 0 {
        Spelling::Mixed
    } else {
        Spelling::Capitals
    };
    let mut bytes = text::write(&envelope::seal(sample), spelling).into_bytes();
    random.damage(&mut bytes);
    let damaged = String::from_utf8_lossy(&bytes);
    if let Ok(body) =
        text::read(&damaged, 0).and_then(|held| envelope::open(&held).map(<[u8]>::to_vec))
    {
        assert_eq!(body, sample, "wrongly accepted: {damaged}");
    }
}

#[test]
fn any_text_gets_an_answer() {
    let mut random = Random(88_172_645_463_325_252);
    let sample = samples(&mut random).swap_remove(0);
    let link = text::write(&envelope::seal(&sample), Spelling::Mixed);
    for _ in 0..INPUTS / 100 {
        let mut bytes = format!("Dear all,\n> https://laa.example/#{link}\nYours").into_bytes();
        random.damage(&mut bytes);
        if let Ok(held) = link::read(&String::from_utf8_lossy(&bytes)) {
            assert_eq!(link::read(&link), Ok(held));
        }
    }
}
