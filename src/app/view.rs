//! The views and their addresses.

/// A view of the open scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Where we stand: headline, indicators against the cliff, money by block, what moved.
    #[default]
    Position,
    /// What separates two sides, and what each difference is worth.
    Compare,
    /// Streams by year, their fences, floors and carrying.
    Funding,
    /// Money on outcomes by year.
    Allocation,
    /// The best use of the money.
    Best,
    /// What pump-priming is worth.
    PumpPriming,
    /// What it would take to reach a result.
    GoalSeek,
    /// Trajectories of indicators and their response to money.
    Indicators,
    /// Reward by indicator, payments and partners.
    Reward,
    /// How likely the reward is, and what drives it.
    Risk,
    /// The open scenario on paper.
    Report,
    /// Area, years, blocks, partners, rules, sources.
    Agreement,
}

impl View {
    /// Every view in the order of the menu.
    pub const ALL: [Self; 12] = [
        Self::Position,
        Self::Compare,
        Self::Funding,
        Self::Allocation,
        Self::Best,
        Self::PumpPriming,
        Self::GoalSeek,
        Self::Indicators,
        Self::Reward,
        Self::Risk,
        Self::Report,
        Self::Agreement,
    ];

    /// Its name in the menu.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Position => "Position",
            Self::Compare => "Compare",
            Self::Funding => "Funding",
            Self::Allocation => "Allocation",
            Self::Best => "Best use",
            Self::PumpPriming => "Pump-priming",
            Self::GoalSeek => "Goal seek",
            Self::Indicators => "Indicators",
            Self::Reward => "Reward",
            Self::Risk => "Risk",
            Self::Report => "Report",
            Self::Agreement => "Agreement",
        }
    }

    /// Its address after the `#`, which bookmarks and the shelf keep: a new name in the menu leaves it as it is.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::Position => "/position",
            Self::Compare => "/compare",
            Self::Funding => "/funding",
            Self::Allocation => "/allocation",
            Self::Best => "/best-use",
            Self::PumpPriming => "/pump-priming",
            Self::GoalSeek => "/goal-seek",
            Self::Indicators => "/indicators",
            Self::Reward => "/reward",
            Self::Risk => "/risk",
            Self::Report => "/report",
            Self::Agreement => "/agreement",
        }
    }

    /// The view at an address after the `#`.
    #[must_use]
    pub fn at(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.address() == address)
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn addresses_stay_as_bookmarks_have_them() {
        let kept = [
            "/position",
            "/compare",
            "/funding",
            "/allocation",
            "/best-use",
            "/pump-priming",
            "/goal-seek",
            "/indicators",
            "/reward",
            "/risk",
            "/report",
            "/agreement",
        ];
        assert_eq!(View::ALL.map(View::address), kept);
        let found = kept.map(View::at);
        assert_eq!(found, View::ALL.map(Some));
    }
}
