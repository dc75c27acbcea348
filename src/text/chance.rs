//! Chances in whole percent, never rounded to a certainty that is none.

/// A chance: `82%`, `under 1%`, `over 99%`, `certain`, `none`.
#[must_use]
pub fn percent(chance: f64) -> String {
    // What is nearer to an end than the arithmetic is exact counts as the end.
    const EXACT: f64 = 1e-9;
    if chance <= EXACT {
        "none".to_owned()
    } else if chance < 0.01 {
        "under 1%".to_owned()
    } else if chance >= 1.0 - EXACT {
        "certain".to_owned()
    } else if chance > 0.99 {
        "over 99%".to_owned()
    } else {
        format!("{:.0}%", chance * 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_certain_only_where_it_is() {
        let cases = [
            (0.0, "none"),
            (0.004, "under 1%"),
            (0.6149, "61%"),
            (0.99, "99%"),
            (0.9996, "over 99%"),
            (1.0, "certain"),
        ];
        for (chance, text) in cases {
            assert_eq!(percent(chance), text);
        }
    }
}
