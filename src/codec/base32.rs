//! Crockford base32: an alphabet that survives being read aloud, typed and capitalised.
//!
//! <https://www.crockford.com/base32.html>: ten digits and the letters without I, L, O and U.
//! Reading takes small letters for capitals, O for 0, and I and L for 1.

/// The 32 characters in the order of their values.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Spells `bytes` in capitals, high bits first; the last character is filled up with zero bits.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(encoded_length(bytes.len()));
    let mut held: u32 = 0;
    let mut bits = 0;
    for &byte in bytes {
        held = (held << 8) | u32::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(character(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(character(held << (5 - bits)));
    }
    text
}

/// How many characters [`encode`] makes of so many bytes.
pub const fn encoded_length(bytes: usize) -> usize {
    (bytes * 8).div_ceil(5)
}

/// Reads what [`encode`] wrote, in either case and with the usual misreadings.
///
/// `None` for a character outside the alphabet, for a length that no bytes have, and for
/// filling bits that are not zero: each sequence of bytes has one spelling only.
pub fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let mut held: u32 = 0;
    let mut bits = 0;
    for &character in text {
        held = (held << 5) | u32::from(value(character)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    (bits < 5 && held == 0).then_some(bytes)
}

/// The value of one character, 0 to 31; `None` outside the alphabet.
pub const fn value(character: u8) -> Option<u8> {
    let folded = match character.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    let mut at = 0;
    while at < ALPHABET.len() {
        if ALPHABET[at] == folded {
            return Some(at as u8);
        }
        at += 1;
    }
    None
}

/// The character of the low five bits of a value.
pub fn character(value: u32) -> char {
    char::from(ALPHABET[(value & 31) as usize])
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, encoded_length};

    #[test]
    fn spells_known_bytes() {
        // 0x00 0x44 0x32 0x14 0xc7 = 00000 00001 00010 00011 00100 00101 00110 00111
        assert_eq!(encode(&[0x00, 0x44, 0x32, 0x14, 0xc7]), "01234567");
        // 0xff = 11111 111(00)
        assert_eq!(encode(&[0xff]), "ZW");
        assert_eq!(encode(&[]), "");
    }

    #[test]
    fn reads_small_letters_and_misreadings() {
        let meant = decode(b"0123456789ABCDEF");
        assert!(meant.is_some());
        assert_eq!(decode(b"oI23456789abcdef"), meant);
        assert_eq!(decode(b"OL23456789AbCdEf"), meant);
    }

    #[test]
    fn refuses_what_no_bytes_have() {
        assert_eq!(decode(b"ZU"), None, "U is not in the alphabet");
        assert_eq!(decode(b"ZX"), None, "filling bits are not zero");
        assert_eq!(decode(b"Z"), None, "five bits make no byte");
        assert_eq!(
            decode(b"ZW0"),
            None,
            "fifteen bits are one byte and a character too many"
        );
        assert_eq!(decode("é".as_bytes()), None);
    }

    #[test]
    fn comes_back_at_every_length() {
        for length in 0..64_u8 {
            let bytes: Vec<u8> = (0..length).map(|n| n.wrapping_mul(37)).collect();
            let text = encode(&bytes);
            assert_eq!(text.len(), encoded_length(bytes.len()));
            assert_eq!(decode(text.as_bytes()), Some(bytes));
        }
    }
}
