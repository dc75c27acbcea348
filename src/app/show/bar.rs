//! How long is a bar in a cell of a table, and where does it begin?

/// A bar in a picture that is 100 wide: the texts of two attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where it begins.
    pub x: String,
    /// How long it is.
    pub width: String,
}

impl Bar {
    /// A bar from the beginning over a share of one.
    #[must_use]
    pub fn of(share: f64) -> Self {
        Self::between(0.0, share)
    }

    /// A bar between two shares of one; what lies beyond either end is cut off.
    #[must_use]
    pub fn between(from: f64, to: f64) -> Self {
        let (from, to) = (from.clamp(0.0, 1.0), to.clamp(0.0, 1.0));
        let percent = |share: f64| format!("{:.1}", 100.0 * share);
        Self {
            x: percent(from),
            width: percent((to - from).max(0.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bar: &Bar) -> (&str, &str) {
        (&bar.x, &bar.width)
    }

    #[test]
    fn a_bar_lies_between_its_shares_and_never_beyond_its_cell() {
        assert_eq!(texts(&Bar::of(0.25)), ("0.0", "25.0"));
        assert_eq!(texts(&Bar::between(0.125, 0.5)), ("12.5", "37.5"));
        assert_eq!(texts(&Bar::between(0.5, 1.7)), ("50.0", "50.0"));
        assert_eq!(texts(&Bar::between(0.5, 0.4)), ("50.0", "0.0"));
    }
}
