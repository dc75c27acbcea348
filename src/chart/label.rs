//! How wide a text is, how to shorten it to fit, and how to keep labels off each other.

/// Height of ordinary chart text in CSS pixels, as `styles/charts.css` sets it.
pub const SIZE: f64 = 13.0;
/// Height of small chart text in CSS pixels, as `styles/charts.css` sets it.
pub const SMALL: f64 = 12.0;
/// How far a baseline lies below the middle of a line of ordinary text.
pub const DROP: f64 = 4.5;

/// The width of a text at a height, on the generous side for any sans-serif face.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// Widths in ems, measured on DejaVu Sans: the widest face that a system is likely to choose.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 0.28,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'I' => 0.32,
        'f' | 't' | 'r' | '-' | '/' | '(' | ')' | '[' | ']' => 0.41,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' | '→' => 1.0,
        '+' | '−' | '<' | '>' | '=' | '&' => 0.84,
        'A'..='Z' => 0.75,
        _ if letter.is_ascii() || letter == '£' || letter == '–' => 0.64,
        _ => 1.0,
    }
}

/// What a text may reach beyond its room: a column made as wide as its text has to hold it, whatever was added and taken
/// away on the way.
const SLACK: f64 = 0.01;

/// The text itself where it fits in `room`, otherwise its start with an ellipsis, or nothing.
pub fn fit(text: &str, size: f64, room: f64) -> String {
    if text_width(text, size) <= room + SLACK {
        return text.to_owned();
    }
    let mut width = text_width("…", size);
    let mut short = String::new();
    for letter in text.chars() {
        width += advance(letter) * size;
        if width > room {
            break;
        }
        short.push(letter);
    }
    let short = short.trim_end();
    if short.is_empty() {
        String::new()
    } else {
        format!("{short}…")
    }
}

/// Positions as near as a greedy shift gets to those wanted, at least `gap` apart within the ends.
///
/// Answers are in the order of the question. Where the ends leave too little room the gap shrinks
/// so that all still stand within them.
pub fn spread(wanted: &[f64], gap: f64, ends: (f64, f64)) -> Vec<f64> {
    let (low, high) = (ends.0, ends.1.max(ends.0));
    let pairs = wanted.len().saturating_sub(1).max(1) as f64;
    let gap = gap.min((high - low) / pairs).max(0.0);
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));

    let mut placed = vec![0.0; wanted.len()];
    let mut floor = low;
    for &i in &order {
        placed[i] = wanted[i].clamp(low, high).max(floor);
        floor = placed[i] + gap;
    }
    let mut ceiling = high;
    for &i in order.iter().rev() {
        placed[i] = placed[i].min(ceiling);
        ceiling = placed[i] - gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_that_fits_stays_whole() {
        assert_eq!(fit("Smoking", SIZE, 200.0), "Smoking");
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis_and_no_blank() {
        // "Home" is (0.75 + 0.64 + 1 + 0.64) · 10 = 30.3 wide, the ellipsis 10 more.
        assert_eq!(fit("Home care", 10.0, 44.0), "Home…");
        assert_eq!(fit("Home care", 10.0, 12.0), "");
    }

    #[test]
    fn labels_apart_stay_where_they_are() {
        assert_eq!(spread(&[10.0, 60.0], 16.0, (0.0, 100.0)), vec![10.0, 60.0]);
    }

    #[test]
    fn labels_that_meet_are_pushed_in_order() {
        assert_eq!(spread(&[52.0, 50.0], 16.0, (0.0, 100.0)), vec![66.0, 50.0]);
        assert_eq!(spread(&[98.0, 97.0], 16.0, (0.0, 100.0)), vec![100.0, 84.0]);
    }

    proptest! {
        #[test]
        fn spread_labels_never_touch(wanted in prop::collection::vec(-50.0..450.0f64, 0..20)) {
            let mut placed = spread(&wanted, 18.0, (0.0, 400.0));
            prop_assert_eq!(placed.len(), wanted.len());
            placed.sort_by(f64::total_cmp);
            prop_assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= 18.0 - 1e-9));
            prop_assert!(placed.iter().all(|y| (-1e-9..=400.0 + 1e-9).contains(y)));
        }

        #[test]
        fn a_fitted_text_fits(text in ".{0,60}", room in 0.0..300.0f64) {
            prop_assert!(text_width(&fit(&text, SIZE, room), SIZE) <= room + SLACK + 1e-9);
        }
    }
}
