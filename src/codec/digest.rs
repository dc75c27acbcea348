//! Six characters that stand for some bytes: 30 bits of their SHA-256.

use crate::codec::base32;
use sha2::{Digest, Sha256};

/// How many characters [`six`] returns.
pub const LENGTH: usize = 6;

/// The first 30 bits of the SHA-256 of `bytes` in Crockford base32.
///
/// They detect accidents. They prove nothing about who wrote the bytes.
pub fn six(bytes: &[u8]) -> String {
    let mut text = base32::encode(&Sha256::digest(bytes));
    text.truncate(LENGTH);
    text
}

#[cfg(test)]
mod tests {
    use super::six;

    #[test]
    fn agrees_with_the_published_digest() {
        // FIPS 180-4, "abc": ba7816bf... = 10111 01001 11100 00001 01101 01111(11)
        assert_eq!(six(b"abc"), "Q9W1DF");
        // The empty message: e3b0c442... = 11100 01110 11000 01100 01000 10000(10)
        assert_eq!(six(b""), "WERC8G");
    }
}
