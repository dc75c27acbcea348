//! Financial years and how they are written.

/// A financial year, April to March, by its first calendar year: 2007 is `2007/08`.
#[must_use]
pub fn financial_year(first: u16) -> String {
    format!("{first}/{:02}", (u32::from(first) + 1) % 100)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_financial_year_names_both_its_calendar_years() {
        assert_eq!(super::financial_year(2007), "2007/08");
        assert_eq!(super::financial_year(1999), "1999/00");
    }
}
