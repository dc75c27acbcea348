//! The two spellings of a link: `k1…` for mail, `K1…` for QR codes and for lost capitals.
//!
//! `k1`, base64url of the envelope without padding, then six check characters; or `K1`,
//! Crockford base32 of the same bytes, then the same check. Nothing but letters, digits, `-`
//! and `_` occurs, and the check keeps `-` and `_` from the end, where mail programs lose them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::codec::base32;
use crate::codec::digest;
use crate::codec::envelope;
use crate::codec::outcome::{Ahead, LONGEST_LINK, LinkError};
use crate::codec::varint::Flaw;

/// How many characters stand before the envelope.
const MARK: usize = 2;

/// Runs of one case that are shorter than this happen by chance.
const TELLING_RUN: usize = 40;

/// How a link is spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// `k1` and base64url: the shorter one, for mail and the address bar.
    Mixed,
    /// `K1` and capitals only: denser in a QR code, and proof against a lost case.
    Capitals,
}

impl Spelling {
    /// How many characters so many bytes of envelope take.
    const fn length(self, bytes: usize) -> usize {
        match self {
            Self::Mixed => (bytes * 8).div_ceil(6),
            Self::Capitals => base32::encoded_length(bytes),
        }
    }

    const fn allows(self, character: u8) -> bool {
        match self {
            Self::Mixed => is_link_character(character),
            Self::Capitals => base32::value(character).is_some(),
        }
    }

    fn decode(self, characters: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Mixed => URL_SAFE_NO_PAD.decode(characters).ok(),
            Self::Capitals => base32::decode(characters),
        }
    }

    /// The envelope's first bytes: 8 characters are 6 bytes of base64 or 5 of base32.
    fn head(self, characters: &[u8]) -> Option<Vec<u8>> {
        characters.get(..8).and_then(|first| self.decode(first))
    }
}

/// Whether a character may stand in a link after the `#`.
pub const fn is_link_character(character: u8) -> bool {
    character.is_ascii_alphanumeric() || character == b'-' || character == b'_'
}

/// Spells an envelope, from the `k` or `K` on.
pub fn write(envelope: &[u8], spelling: Spelling) -> String {
    let (mark, contents) = match spelling {
        Spelling::Mixed => ("k1", URL_SAFE_NO_PAD.encode(envelope)),
        Spelling::Capitals => ("K1", base32::encode(envelope)),
    };
    format!("{mark}{contents}{}", digest::six(envelope))
}

/// Reads a run of link characters that begins with `k` or `K` and a digit; what follows the
/// link in the run is ignored, since the envelope says where it ends.
///
/// `more` is how many characters of other kinds stand directly behind the run: a link that is
/// long enough with them was altered, not cut.
///
/// # Errors
/// Every [`LinkError`] but those about the body.
pub fn read(run: &str, more: usize) -> Result<Vec<u8>, LinkError> {
    let run = run.as_bytes();
    if run.len() > LONGEST_LINK {
        return Err(LinkError::TooLong {
            characters: run.len(),
            limit: LONGEST_LINK,
        });
    }
    let (mark, contents) = match run {
        [b'k' | b'K', b'1', contents @ ..] => (run[0], contents),
        [b'k' | b'K', b'2'..=b'9', ..] => return Err(LinkError::Newer(Ahead::Text)),
        _ => return Err(LinkError::NoLink),
    };
    let mixed = read_as(contents, more, Spelling::Mixed);
    if mixed.is_ok() {
        return mixed;
    }
    let capitals = read_as(contents, more, Spelling::Capitals);
    if capitals.is_ok() {
        return capitals;
    }
    let small = contents.iter().any(u8::is_ascii_lowercase);
    let capital = contents.iter().any(u8::is_ascii_uppercase);
    let one_case = contents.len() >= TELLING_RUN && small != capital;
    let crockford = contents.iter().all(|&c| Spelling::Capitals.allows(c));
    if crockford && (one_case || (mark == b'K' && !small)) {
        capitals
    } else if one_case {
        Err(LinkError::Altered { case_lost: true })
    } else {
        mixed
    }
}

fn read_as(contents: &[u8], more: usize, spelling: Spelling) -> Result<Vec<u8>, LinkError> {
    const ALTERED: LinkError = LinkError::Altered { case_lost: false };
    let run = contents.iter().take_while(|&&c| spelling.allows(c)).count();
    let more = more + contents.len() - run;
    let cut = |expected| LinkError::CutShort {
        arrived: MARK + run,
        expected,
    };
    let Some(head) = spelling.head(&contents[..run]) else {
        return Err(cut(None));
    };
    let bytes = envelope::whole_length(&head).map_err(|flaw| match flaw {
        Flaw::Ended => cut(None),
        _ => ALTERED,
    })?;
    if bytes > LONGEST_LINK {
        return Err(ALTERED);
    }
    let length = spelling.length(bytes);
    let whole = length + digest::LENGTH;
    if run < whole {
        let missing = whole - run;
        return Err(if more >= missing {
            ALTERED
        } else {
            cut(Some(MARK + whole))
        });
    }
    let envelope = spelling.decode(&contents[..length]).ok_or(ALTERED)?;
    let check = &contents[length..whole];
    let matches = match spelling {
        Spelling::Mixed => check == digest::six(&envelope).as_bytes(),
        Spelling::Capitals => same_value(check, digest::six(&envelope).as_bytes()),
    };
    if matches { Ok(envelope) } else { Err(ALTERED) }
}

fn same_value(check: &[u8], computed: &[u8]) -> bool {
    check
        .iter()
        .map(|&c| base32::value(c))
        .eq(computed.iter().map(|&c| base32::value(c)))
}

#[cfg(test)]
mod tests {
    use super::{Spelling, read, write};
    use crate::codec::envelope::seal;
    use crate::codec::outcome::{Ahead, LinkError};

    fn envelope() -> Vec<u8> {
        seal(&(0..120_u8).map(|n| n.wrapping_mul(89)).collect::<Vec<_>>())
    }

    #[test]
    fn spells_a_known_envelope() {
        // 00 02 68 69 is AAJoaQ in base64url and 004 6GT9 in base32, worked by hand.
        let small = seal(b"hi");
        let check = crate::codec::digest::six(&small);
        assert_eq!(write(&small, Spelling::Mixed), format!("k1AAJoaQ{check}"));
        assert_eq!(
            write(&small, Spelling::Capitals),
            format!("K10016GT8{check}")
        );
    }

    #[test]
    fn reads_both_spellings_and_ignores_what_follows() {
        for spelling in [Spelling::Mixed, Spelling::Capitals] {
            let text = write(&envelope(), spelling);
            assert_eq!(read(&text, 0), Ok(envelope()));
            assert_eq!(read(&format!("{text}_Regards"), 0), Ok(envelope()));
        }
        let lowered = write(&envelope(), Spelling::Capitals).to_ascii_lowercase();
        assert_eq!(read(&lowered, 0), Ok(envelope()));
    }

    #[test]
    fn never_ends_in_what_mail_programs_drop() {
        for last in 0..=255_u8 {
            let text = write(&seal(&[0xff, 0xff, last]), Spelling::Mixed);
            assert!(
                text.ends_with(|c: char| c.is_ascii_alphanumeric()),
                "{text}"
            );
        }
    }

    #[test]
    fn counts_what_arrived() {
        let text = write(&envelope(), Spelling::Mixed);
        // 122 bytes are 163 characters of base64; with mark and check 171.
        assert_eq!(text.len(), 171);
        for arrived in [40, 100, 170] {
            let cut = LinkError::CutShort {
                arrived,
                expected: Some(171),
            };
            assert_eq!(read(&text[..arrived], 0), Err(cut));
        }
        let cut = LinkError::CutShort {
            arrived: 2,
            expected: None,
        };
        assert_eq!(read("k1", 0), Err(cut));
        // 122 bytes are 196 characters of base32; with mark and check 204.
        let capitals = write(&envelope(), Spelling::Capitals);
        let cut = LinkError::CutShort {
            arrived: 203,
            expected: Some(204),
        };
        assert_eq!(read(&capitals[..203], 0), Err(cut));
    }

    #[test]
    fn accepts_no_altered_character() {
        for spelling in [Spelling::Mixed, Spelling::Capitals] {
            let text = write(&envelope(), spelling);
            for at in 2..text.len() {
                for other in ["A", "b", "7", "-"] {
                    let mut altered = text.clone();
                    altered.replace_range(at..=at, other);
                    // A capital spelled small is the same value in the capital form.
                    let same = match spelling {
                        Spelling::Mixed => altered == text,
                        Spelling::Capitals => altered.eq_ignore_ascii_case(&text),
                    };
                    assert_eq!(read(&altered, 0).is_ok(), same, "{altered}");
                }
            }
        }
    }

    #[test]
    fn says_that_the_case_was_lost() {
        let text = write(&envelope(), Spelling::Mixed);
        let lost = Err(LinkError::Altered { case_lost: true });
        assert_eq!(read(&text.to_ascii_lowercase(), 0), lost);
        assert_eq!(read(&text.to_ascii_uppercase(), 0), lost);
    }

    #[test]
    fn knows_a_later_text_form_and_too_long_a_text() {
        assert_eq!(read("k2abc", 0), Err(LinkError::Newer(Ahead::Text)));
        assert_eq!(read("x1abc", 0), Err(LinkError::NoLink));
        let long = format!("k1{}", "A".repeat(8_191));
        let refused = LinkError::TooLong {
            characters: 8_193,
            limit: 8_192,
        };
        assert_eq!(read(&long, 0), Err(refused));
    }
}
