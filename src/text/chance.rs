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

/// A part of a whole: `82%`, `under 1%`. All of it is no certainty but `100%`, and nothing of it no chance but `0%`.
#[must_use]
pub fn part(share: f64) -> String {
    match percent(share).as_str() {
        "certain" => "100%".to_owned(),
        "none" => "0%".to_owned(),
        percent => percent.to_owned(),
    }
}

/// What lies between two parts of a whole: `75 points`, `1 point`, `under 1 point`.
#[must_use]
pub fn points(apart: f64) -> String {
    let percent = part(apart);
    let points = percent.trim_end_matches('%');
    match points {
        "1" | "under 1" => format!("{points} point"),
        _ => format!("{points} points"),
    }
}

/// A chance below a figure that may or may not come: `82% likely`, `certain`, `no chance`.
#[must_use]
pub fn likely(chance: f64) -> String {
    match percent(chance).as_str() {
        "none" => "no chance".to_owned(),
        "certain" => "certain".to_owned(),
        percent => format!("{} likely", short(percent)),
    }
}

/// The same below a sum that may or may not be paid whole: `12% in full`, `in full`, `not in full`.
#[must_use]
pub fn in_full(chance: f64) -> String {
    match percent(chance).as_str() {
        "none" => "not in full".to_owned(),
        "certain" => "in full".to_owned(),
        percent => format!("{} in full", short(percent)),
    }
}

/// With signs for words, where there is room for a few.
fn short(percent: &str) -> String {
    percent.replace("under ", "<").replace("over ", ">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_whole_is_neither_certain_nor_none() {
        let said = [0.0, 0.004, 0.6149, 0.9999, 1.0].map(part);
        assert_eq!(said, ["0%", "under 1%", "61%", "over 99%", "100%"]);
    }

    #[test]
    fn parts_of_a_whole_lie_points_apart() {
        let said = [0.0, 0.004, 0.0149, 0.75, 1.0].map(points);
        let expected = [
            "0 points",
            "under 1 point",
            "1 point",
            "75 points",
            "100 points",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn below_a_sum_a_chance_says_how_likely_all_of_it_is() {
        let said = [0.0, 0.004, 0.1249, 0.9999, 1.0].map(in_full);
        let expected = [
            "not in full",
            "<1% in full",
            "12% in full",
            ">99% in full",
            "in full",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn below_a_figure_a_chance_reads_as_words() {
        let said = [0.0, 0.004, 0.6149, 0.9999, 1.0].map(likely);
        let expected = [
            "no chance",
            "<1% likely",
            "61% likely",
            ">99% likely",
            "certain",
        ];
        assert_eq!(said, expected);
    }

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
