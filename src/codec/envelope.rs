//! The envelope round the body of a link: a flags byte, the length of the body, the body.
//!
//! The length is why a reader can tell a link that lost its end from one that was altered.

use crate::codec::outcome::{Ahead, LinkError};
use crate::codec::varint::{Flaw, Reader, Writer};

/// The most bytes that the flags and the length take in any link that may be read.
pub const LONGEST_HEAD: usize = 4;

/// The only flags byte of version 1: bits 0 and 1 say "no compression", the others are unused.
const PLAIN: u8 = 0;

/// Puts a body into an envelope.
pub fn seal(body: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.byte(PLAIN);
    writer.count(body.len());
    writer.bytes(body);
    writer.finish()
}

/// How many bytes the whole envelope has, told from its first [`LONGEST_HEAD`] bytes.
///
/// [`Flaw::Ended`] if `head` is too short to tell; other flaws if these bytes begin no envelope.
pub fn whole_length(head: &[u8]) -> Result<usize, Flaw> {
    let mut reader = Reader::new(head);
    reader.byte()?;
    let body = usize::try_from(reader.unsigned()?).map_err(|_| Flaw::OutOfRange)?;
    (head.len() - reader.left())
        .checked_add(body)
        .ok_or(Flaw::OutOfRange)
}

/// Takes the body out of a whole envelope whose check has matched.
///
/// # Errors
/// [`LinkError::Newer`] if the flags say something that version 1 does not know,
/// [`LinkError::Unsound`] if the length is not that of the body.
pub fn open(envelope: &[u8]) -> Result<&[u8], LinkError> {
    let mut reader = Reader::new(envelope);
    if reader.byte()? != PLAIN {
        return Err(LinkError::Newer(Ahead::Envelope));
    }
    let length = usize::try_from(reader.unsigned()?).map_err(|_| Flaw::OutOfRange)?;
    let body = reader.bytes(length)?;
    reader.end()?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::{open, seal, whole_length};
    use crate::codec::outcome::{Ahead, LinkError};
    use crate::codec::varint::Flaw;

    #[test]
    fn holds_a_body() {
        assert_eq!(seal(&[7, 8, 9]), [0, 3, 7, 8, 9]);
        assert_eq!(open(&[0, 3, 7, 8, 9]), Ok([7, 8, 9].as_slice()));
        assert_eq!(open(&seal(&[])), Ok([].as_slice()));
    }

    #[test]
    fn tells_the_length_from_the_head() {
        let envelope = seal(&[1; 300]);
        assert_eq!(whole_length(&envelope[..4]), Ok(303));
        assert_eq!(whole_length(&envelope[..2]), Err(Flaw::Ended));
        assert_eq!(whole_length(&[]), Err(Flaw::Ended));
    }

    #[test]
    fn refuses_flags_of_another_version() {
        for bit in 0..8 {
            assert_eq!(open(&[1 << bit, 0]), Err(LinkError::Newer(Ahead::Envelope)));
        }
    }

    #[test]
    fn refuses_a_length_that_is_not_so() {
        assert_eq!(open(&[0, 2, 5]), Err(LinkError::from(Flaw::Ended)));
        assert_eq!(open(&[0, 1, 5, 6]), Err(LinkError::from(Flaw::Leftover)));
        assert_eq!(
            open(&[0, 0x81, 0, 5]),
            Err(LinkError::from(Flaw::NotMinimal))
        );
        assert_eq!(open(&[]), Err(LinkError::from(Flaw::Ended)));
    }
}
