//! What Agreement shows: what it is made of in a sentence, shares that should add up, lists of shares.

pub mod note;
pub mod notes;

use crate::app::state::State;
use crate::chart::figure::{count, list};
use crate::engine::evaluate;
use crate::model::{
    Agreement, BasisPoints, PartnerShare, Pot, Pounds, PumpRules, Rules, Scenario, ScenarioId,
    limits,
};
use crate::text::number::Unread;
use crate::text::{money, share};

/// What some rules make of the pot and of the pump-priming grant, to begin with where they are to be stated as sums.
#[must_use]
pub fn stated(agreement: &Agreement, rules: &Rules) -> (Pounds, Pounds) {
    let by_rules = Scenario {
        rules: Some(rules.clone()),
        ..Scenario::new(ScenarioId(1), "")
    };
    let result = evaluate(agreement, &by_rules);
    (money::nearest(result.pot), result.pump.grant)
}

/// What the agreement is made of, and below it what reward and pump-priming come to.
#[must_use]
pub fn headline(state: &State) -> (String, String) {
    let agreement = &state.shown().agreement;
    let parts = [
        (agreement.blocks.len(), "block"),
        (agreement.partners.len(), "partner"),
        (agreement.streams.len(), "stream"),
        (agreement.outcomes.len(), "outcome"),
        (agreement.indicators.len(), "indicator"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| count(number, noun))
        .collect();
    let made = if parts.is_empty() {
        "nothing in it yet".to_owned()
    } else {
        list(&parts)
    };
    let name = match agreement.area.name.as_str() {
        "" => "This area",
        name => name,
    };
    (
        format!("{name}, {}: {made}.", agreement.span()),
        below(state),
    )
}

fn below(state: &State) -> String {
    let (Some(scenario), Some(result)) = (state.scenario(), state.result(state.open)) else {
        return String::new();
    };
    let rules = scenario.rules_in(&state.shown().agreement);
    let pot = match (rules.pot, nothing_to_earn(&state.shown().agreement, rules)) {
        (_, Some(why)) => why.to_owned(),
        (Pot::Rate(rate), None) => format!(
            "The reward can reach {}, which is {} of the net budget requirement.",
            money::headline(result.pot),
            share::exact(rate)
        ),
        (Pot::Stated(_), None) => {
            format!(
                "The reward can reach {}, as stated.",
                money::headline(result.pot)
            )
        }
    };
    let pump = match result.pump.grant.0 {
        0 => String::new(),
        _ => format!(" Pump-priming is {}.", money::pounds(result.pump.grant)),
    };
    format!("{pot}{pump}")
}

/// Why nothing can be earned at all, whatever is reached; none where something can.
#[must_use]
pub fn nothing_to_earn(agreement: &Agreement, rules: &Rules) -> Option<&'static str> {
    match (rules.pot, agreement.area.net_budget) {
        (Pot::Stated(Pounds(0)), _) => Some("The most that can be earned is stated as £0."),
        (Pot::Rate(_), None) => {
            Some("The reward is a share of the net budget requirement, which is not stated.")
        }
        (Pot::Rate(BasisPoints(0)), _) => {
            Some("The share of the net budget requirement is 0%, so nothing can be earned.")
        }
        (Pot::Rate(_), Some(Pounds(0))) => {
            Some("The net budget requirement is £0, and the reward is a share of it.")
        }
        _ => None,
    }
}

/// What shares of partners add up to, and whether that is the whole: the sentence and its class.
#[must_use]
pub fn shares_said(shares: &[PartnerShare]) -> (String, &'static str) {
    let sum: u32 = shares.iter().map(|share| share.share.0).sum();
    let sum = BasisPoints(sum);
    match sum.cmp(&BasisPoints::WHOLE) {
        _ if shares.is_empty() => ("No partner is named.".to_owned(), "same"),
        std::cmp::Ordering::Equal => ("The shares add up to 100%.".to_owned(), "same"),
        std::cmp::Ordering::Less => (
            format!(
                "The shares add up to {}; {} is nobody’s.",
                share::exact(sum),
                share::exact(BasisPoints(BasisPoints::WHOLE.0 - sum.0))
            ),
            "near",
        ),
        std::cmp::Ordering::Greater => (
            format!(
                "The shares add up to {}, more than the whole.",
                share::exact(sum)
            ),
            "down",
        ),
    }
}

/// The whole in equal shares, odd hundredths to the first.
#[must_use]
pub fn even(shares: &[PartnerShare]) -> Vec<PartnerShare> {
    let parts = crate::model::split(i64::from(BasisPoints::WHOLE.0), &vec![1; shares.len()]);
    let even = shares.iter().zip(parts).map(|(share, part)| PartnerShare {
        share: BasisPoints(u32::try_from(part).unwrap_or(0)),
        ..*share
    });
    even.collect()
}

/// A list of percentages as it is typed: `50, 80, 100`.
#[must_use]
pub fn typed_shares(shares: &[BasisPoints]) -> String {
    let texts: Vec<String> = shares.iter().map(|&share| share::typed(share)).collect();
    texts.join(", ")
}

/// The most of pump-priming that is spent by each year-end, as it is applied to so many years, and a hint that says so
/// where the list is longer than the agreement.
#[must_use]
pub fn year_ends(pump: &PumpRules, years: usize) -> (String, String) {
    let listed = &pump.by_year_end;
    let applied: Vec<BasisPoints> = (0..listed.len().min(years))
        .map(|year| pump.share_by(year, years))
        .collect();
    let hint = if listed.len() > years {
        format!(
            "The list, {}, is for more years than the agreement has: by the end of its last, all of it.",
            typed_shares(listed)
        )
    } else {
        "One share for each year; later years: all of it.".to_owned()
    };
    (typed_shares(&applied), hint)
}

/// Reads percentages year by year, none below the one before.
///
/// # Errors
/// What is wrong with the text, in a sentence.
pub fn read_shares(text: &str) -> Result<Vec<BasisPoints>, String> {
    let pieces = text.split([',', ';', ' ', '\t']).map(str::trim);
    let shares = pieces
        .filter(|piece| !piece.is_empty() && *piece != "%")
        .map(|piece| {
            share::read(piece, BasisPoints::WHOLE)
                .map_err(|_| format!("“{piece}” is no percentage from 0 to 100."))
        })
        .collect::<Result<Vec<_>, _>>()?;
    if shares.is_empty() || shares.len() > limits::YEARS {
        return Err("Type one percentage for each year, 1 to 6 of them: 50, 80, 100.".to_owned());
    }
    if !shares.is_sorted() {
        return Err("A later year never has less than an earlier one.".to_owned());
    }
    Ok(shares)
}

/// Reads the share of the stretch below which nothing is paid: more than nothing.
///
/// # Errors
/// What is wrong with the text, in a sentence.
pub fn read_threshold(text: &str) -> Result<BasisPoints, String> {
    match share::read(text, BasisPoints::WHOLE) {
        Ok(BasisPoints(0)) | Err(Unread::NoShare(_)) => {
            Err("Type a percentage above 0, up to 100: 60, for example.".to_owned())
        }
        read => read.map_err(|wrong| wrong.says()),
    }
}

/// Reads a first financial year: `2006` or `2006/07`.
///
/// # Errors
/// What is wrong with the text, in a sentence.
pub fn read_year(text: &str) -> Result<u16, String> {
    let text = text.trim();
    let mut parts = text.split(['/', '-', '–']).map(str::trim);
    let number = |part: &str| part.parse::<u16>().ok();
    let first = parts.next().and_then(number);
    let first = first
        .filter(|year| limits::FIRST_YEARS.contains(year))
        .ok_or_else(|| "Type a year from 1990 to 2090, such as 2006.".to_owned())?;
    // Several years are not one: 2006/09 may be meant as the whole of an agreement.
    let follows = |part: &str| {
        number(part).is_some_and(|next| next == first + 1 || next == (first + 1) % 100)
    };
    if parts.next().is_none_or(follows) && parts.next().is_none() {
        Ok(first)
    } else {
        Err(format!(
            "“{text}” is not one financial year. Type the first year, such as 2006/07."
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PartnerId, Workbook};
    use crate::presets;
    use std::rc::Rc;

    /// The usual list of three over one year, two, three and six.
    #[test]
    fn the_list_of_year_ends_is_shown_as_it_is_applied() {
        let usual = PumpRules::default();
        let shown = |years| year_ends(&usual, years);
        let cut = "The list, 30, 65, 100, is for more years than the agreement has: by the end of its last, all of it.";
        assert_eq!(shown(1), ("100".to_owned(), cut.to_owned()));
        assert_eq!(shown(2), ("30, 100".to_owned(), cut.to_owned()));
        for years in [3, 6] {
            assert_eq!(shown(years).0, "30, 65, 100", "{years}");
            assert_eq!(
                shown(years).1,
                "One share for each year; later years: all of it."
            );
        }
    }

    #[test]
    fn a_threshold_is_told_its_own_bounds() {
        let says = Err("Type a percentage above 0, up to 100: 60, for example.".to_owned());
        for text in ["0", "", "200", "-5"] {
            assert_eq!(read_threshold(text), says, "{text}");
        }
        assert_eq!(read_threshold("62.4%"), Ok(BasisPoints(6_240)));
    }

    fn shares(parts: &[u32]) -> Vec<PartnerShare> {
        let share = |(index, &part): (usize, &u32)| PartnerShare {
            partner: PartnerId(index as u16),
            share: BasisPoints(part),
        };
        parts.iter().enumerate().map(share).collect()
    }

    /// A scenario may have a pot of its own; what the agreement begins with is what the agreement's rules make of it.
    #[test]
    fn a_sum_to_be_stated_begins_with_what_the_rules_make_of_it() {
        let agreement = (presets::all()[0].workbook)().agreement;
        let mut rules = agreement.rules.clone();
        assert_eq!(
            stated(&agreement, &rules),
            (Pounds(6_460_000), Pounds(968_400))
        );
        rules.pot = Pot::Stated(Pounds(1_000_000));
        assert_eq!(stated(&agreement, &rules).0, Pounds(1_000_000));
    }

    #[test]
    fn the_borough_says_what_it_is_made_of() {
        let workbook = Rc::new((presets::all()[0].workbook)());
        let state = State::open(Rc::clone(&workbook), workbook.base, 0);
        let (says, below) = headline(&state);
        assert!(
            says.starts_with(
                "An illustrative borough, 2006–09: 4 blocks, 8 partners, 26 streams, "
            ),
            "{says}"
        );
        // 2.5% of £258.4m, and £750,000 with £1 for each of 218,400 people.
        assert_eq!(
            below,
            "The reward can reach £6.46m, which is 2.5% of the net budget requirement. \
             Pump-priming is £968,400."
        );
    }

    /// A budget that is stated is not called missing where the share of it is nothing.
    #[test]
    fn where_nothing_can_be_earned_the_reason_is_said() {
        let mut workbook = (presets::all()[0].workbook)();
        let says = |workbook: &Workbook| {
            let state = State::open(Rc::new(workbook.clone()), workbook.base, 0);
            headline(&state).1
        };
        workbook.agreement.rules.pot = Pot::Rate(BasisPoints(0));
        let none =
            "The share of the net budget requirement is 0%, so nothing can be earned. Pump-priming";
        assert!(says(&workbook).starts_with(none));
        workbook.agreement.rules.pot = Pot::Stated(Pounds(0));
        assert!(says(&workbook).starts_with("The most that can be earned is stated as £0. "));
        workbook.agreement.rules.pot = Rules::default().pot;
        workbook.agreement.area.net_budget = Some(Pounds(0));
        assert!(says(&workbook).starts_with("The net budget requirement is £0, and "));
        workbook.agreement.area.net_budget = None;
        let none = "The reward is a share of the net budget requirement, which is not stated. ";
        assert!(says(&workbook).starts_with(none));
    }

    #[test]
    fn shares_say_what_is_missing_or_too_much() {
        assert_eq!(
            shares_said(&shares(&[7_000, 3_000])).0,
            "The shares add up to 100%."
        );
        assert_eq!(
            shares_said(&shares(&[7_000, 1_250])),
            (
                "The shares add up to 82.5%; 17.5% is nobody’s.".to_owned(),
                "near"
            )
        );
        assert_eq!(shares_said(&shares(&[9_000, 2_000])).1, "down");
        assert_eq!(shares_said(&[]).0, "No partner is named.");
    }

    #[test]
    fn even_shares_are_the_whole() {
        let even: Vec<u32> = even(&shares(&[1, 2, 3]))
            .iter()
            .map(|share| share.share.0)
            .collect();
        assert_eq!(even, [3_334, 3_333, 3_333]);
    }

    #[test]
    fn yearly_shares_are_read_as_they_are_shown() {
        let usual = vec![BasisPoints(5_000), BasisPoints(8_000), BasisPoints(10_000)];
        assert_eq!(typed_shares(&usual), "50, 80, 100");
        assert_eq!(read_shares("50, 80, 100"), Ok(usual.clone()));
        assert_eq!(read_shares("50% 80% 100%"), Ok(usual));
        for wrong in ["", "80, 50", "101", "a", "1 2 3 4 5 6 7"] {
            assert!(read_shares(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_first_year_is_read_from_either_form() {
        assert_eq!(read_year(" 2006 "), Ok(2006));
        assert_eq!(read_year("2006/07"), Ok(2006));
        assert_eq!(read_year("1999-2000"), Ok(1999));
        assert!(read_year("206").is_err() && read_year("soon").is_err());
    }

    #[test]
    fn the_years_of_a_whole_agreement_are_no_first_year() {
        let says = "“2006/09” is not one financial year. Type the first year, such as 2006/07.";
        assert_eq!(read_year("2006/09"), Err(says.to_owned()));
        assert!(read_year("2006–2009").is_err() && read_year("2006/07/08").is_err());
    }
}
