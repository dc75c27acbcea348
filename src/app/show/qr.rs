//! A link as a picture that a camera reads off a screen.

use crate::chart::scene::{Mark, Scene, Step};
use crate::codec::qr::{QUIET_ZONE, Squares};

/// About how many pixels a side a picture has: it fits on a slide and beside the dialog's edges.
const SIDE: usize = 600;

/// What to do where a link has no picture.
const TOO_DENSE: &str = "This link is too long for a QR code that a camera reads off a screen. Untick \
                         something, choose Numbers only, or send the link or the file instead.";

/// The QR code of an address, dark on light with its quiet zone, every square a whole number of
/// pixels.
///
/// # Errors
/// Why there is none and what to do, in a sentence.
pub fn qr(address: &str) -> Result<Scene, &'static str> {
    let squares = Squares::of(address).ok_or(TOO_DENSE)?;
    let rows = squares.rows();
    let across = rows.len() + 2 * QUIET_ZONE;
    let scale = (SIDE / across).max(1);
    let place = |squares: usize| ((squares + QUIET_ZONE) * scale) as f64;
    let mut outline = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        let (top, bottom) = (place(y), place(y + 1));
        for (from, to) in runs(row) {
            let (left, right) = (place(from), place(to));
            outline.extend([
                Step::Move((left, top)),
                Step::Line((right, top)),
                Step::Line((right, bottom)),
                Step::Line((left, bottom)),
                Step::Close,
            ]);
        }
    }
    let side = (across * scale) as f64;
    Ok(Scene {
        width: side,
        height: side,
        marks: vec![
            Mark::rect("qr-light", (0.0, 0.0), side, side),
            Mark::path("qr-dark", outline),
        ],
    })
}

/// Where the dark squares of a row start and end.
fn runs(row: &[bool]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut at = 0;
    for run in row.chunk_by(|a, b| a == b) {
        if run.first() == Some(&true) {
            runs.push((at, at + run.len()));
        }
        at += run.len();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::svg::svg;

    #[test]
    fn dark_squares_form_runs() {
        assert_eq!(runs(&[true, true, false, true]), [(0, 2), (3, 4)]);
        assert_eq!(runs(&[false, false]), []);
    }

    #[test]
    fn every_square_is_a_whole_number_of_pixels_inside_a_quiet_zone() {
        let scene = qr("https://laa.example/#K10016GT8").unwrap();
        // 25 squares and twice four of quiet zone, 18 pixels each.
        assert_eq!((scene.width, scene.height), (594.0, 594.0));
        let drawn = svg(&scene, "QR code");
        assert!(
            drawn.contains("class=\"qr-dark\" d=\"M72 72L198 72L198 90L72 90Z"),
            "{drawn}"
        );
    }

    #[test]
    fn a_link_that_no_camera_would_read_is_refused_in_a_sentence() {
        let says = qr(&"K".repeat(3_000)).unwrap_err();
        assert!(says.contains("Numbers only"));
    }
}
