//! Values with their units: `12.5%`, `900 incidents`, `£310 a week`; `43` where the unit says no more than a number does.

/// Units that say no more than that there is a number.
const BARE: [&str; 5] = ["number", "score", "level", "rate", "index"];

/// What a unit says of a value; nothing where it says no more than that there is a number.
#[must_use]
pub fn said(unit: &str) -> &str {
    let unit = unit.trim();
    let bare = BARE.iter().any(|bare| unit.eq_ignore_ascii_case(bare));
    if bare { "" } else { unit }
}

/// A value, or two with an arrow between them, with its unit.
#[must_use]
pub fn with(value: &str, unit: &str) -> String {
    let unit = said(unit);
    match unit.strip_prefix('£') {
        Some(behind) => format!("£{value}{behind}"),
        None if unit.is_empty() => value.to_owned(),
        None if unit.starts_with('%') => format!("{value}{unit}"),
        None => format!("{value} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn a_unit_stands_where_one_says_it() {
        assert_eq!(with("12.5", "%"), "12.5%");
        assert_eq!(with("12.5", "% of adults"), "12.5% of adults");
        assert_eq!(with("900", "incidents"), "900 incidents");
        assert_eq!(with("310", "£ a week"), "£310 a week");
        assert_eq!(with("58 → 42", "per 1,000"), "58 → 42 per 1,000");
    }

    #[test]
    fn a_count_of_no_named_thing_stands_bare() {
        assert_eq!(with("43", "number"), "43");
        assert_eq!(with("43", "Number "), "43");
        assert_eq!(with("43", ""), "43");
        assert_eq!(with("43", "number of homes"), "43 number of homes");
    }
}
