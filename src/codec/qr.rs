//! An address as the dark and light squares of a QR code.
//!
//! The end of an address that is spelled in capitals and digits takes five and a half bits a
//! character, everything before it eight.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The densest version that a camera reads off a projected screen: 117 squares a side. With its quiet
/// zone, a projector of 768 lines has six for each square; version 40 would leave it four.
const DENSEST: u8 = 25;

/// Light squares that a reader needs around a code.
pub const QUIET_ZONE: usize = 4;

/// The squares of a QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    rows: Vec<Vec<bool>>,
}

impl Squares {
    /// The code of an address, with as much protection against smudges as its size has room for;
    /// none where it would be too dense to be read off a screen.
    #[must_use]
    pub fn of(address: &str) -> Option<Self> {
        let capitals = address
            .rfind(|c: char| !QrSegment::is_alphanumeric(c.encode_utf8(&mut [0; 4])))
            .map_or(0, |at| {
                at + address[at..].chars().next().map_or(0, char::len_utf8)
            });
        let (before, capitals) = address.split_at(capitals);
        let mut segments = vec![
            QrSegment::make_bytes(before.as_bytes()),
            QrSegment::make_alphanumeric(capitals),
        ];
        // The announcement of an empty part takes room.
        segments.retain(|segment| segment.num_chars() > 0);
        let code = QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Low,
            Version::MIN,
            Version::new(DENSEST),
            None,
            true,
        )
        .ok()?;
        let side = 0..code.size();
        let row = |y| side.clone().map(|x| code.get_module(x, y)).collect();
        Some(Self {
            rows: side.clone().map(row).collect(),
        })
    }

    /// The rows from top to bottom: true is dark.
    #[must_use]
    pub fn rows(&self) -> &[Vec<bool>] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::Squares;

    /// How many squares a side an address takes.
    fn side(address: &str) -> Option<usize> {
        Squares::of(address).map(|squares| squares.rows().len())
    }

    #[test]
    fn a_code_has_its_three_corners() {
        let squares = Squares::of("https://laa.example/#K10016GT8").unwrap();
        let rows = squares.rows();
        let last = rows.len() - 1;
        for (x, y) in [(0, 0), (last - 6, 0), (0, last - 6)] {
            assert!((0..7).all(|step| rows[y][x + step] && rows[y + 6][x + step]));
            assert!(!rows[y + 1][x + 1] && rows[y + 3][x + 3]);
        }
    }

    #[test]
    fn capitals_are_packed_more_densely() {
        let capitals = format!("https://laa.example/#{}", "7K".repeat(400));
        let mixed = format!("https://laa.example/#{}", "7k".repeat(400));
        assert!(side(&capitals) < side(&mixed));
    }

    #[test]
    fn nothing_is_too_short_and_what_no_camera_reads_is_no_code() {
        assert_eq!(side(""), Some(21));
        assert_eq!(side("é"), Some(21));
        // A code of 117 squares a side holds 1,853 characters in capitals.
        assert_eq!(side(&"K".repeat(1_853)), Some(117));
        assert_eq!(side(&"K".repeat(1_854)), None);
    }
}
