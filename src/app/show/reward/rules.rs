//! The reward rules of the open scenario, and choosing others for it.

use crate::app::edit::Edit;
use crate::app::show::agreement::{nothing_to_earn, stated};
use crate::app::show::reward::rules_of;
use crate::app::state::State;
use crate::app::words::{PAYMENTS, SCHEMES, payment_name, scheme_name};
use crate::model::{Pot, Preset, Rules};
use crate::text::{money, share};

/// The rules of the open scenario as they are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChoice {
    /// Names of the schemes.
    pub schemes: Vec<&'static str>,
    /// The scheme in force.
    pub scheme: usize,
    /// Names of the payment rules.
    pub payments: Vec<&'static str>,
    /// The payment rule in force.
    pub payment: usize,
    /// The pot as it is typed; none where it is a share of the net budget requirement.
    pub pot: Option<String>,
    /// The rule in words.
    pub says: String,
    /// What of it is assumed.
    pub assumed: Option<String>,
    /// Whether they are this scenario's own, not the agreement's.
    pub own: bool,
}

/// The rules in force in the open scenario.
#[must_use]
pub fn rules(state: &State) -> Option<RuleChoice> {
    let scenario = state.scenario()?;
    let rules = rules_of(state, scenario);
    let threshold = share::exact(rules.threshold);
    let designated = rules.preset == Preset::Designated;
    let says = if designated {
        format!(
            "All designated indicators are taken together, each measured from its baseline. If \
             their average is below {threshold}, nothing is paid."
        )
    } else {
        format!(
            "Every indicator has its own cliff at {threshold} of its stretch, measured from what is \
             expected without the agreement."
        )
    };
    let agreement = &state.shown().agreement;
    let typed = match rules.pot {
        Pot::Stated(pounds) => Some(pounds),
        Pot::Rate(_) => designated.then(|| stated(agreement, rules).0),
    };
    let most = match (rules.pot, nothing_to_earn(agreement, rules)) {
        (Pot::Rate(_), Some(_)) => " The maximum has to be typed.".to_owned(),
        (Pot::Rate(rate), None) => format!(
            " Until another maximum is typed it is {} of the net budget requirement{}.",
            share::exact(rate),
            if rules.pot == agreement.rules.pot {
                ", the share stated under Agreement"
            } else {
                ""
            }
        ),
        (Pot::Stated(_), _) => String::new(),
    };
    Some(RuleChoice {
        schemes: SCHEMES.map(scheme_name).to_vec(),
        scheme: SCHEMES
            .iter()
            .position(|&preset| preset == rules.preset)
            .unwrap_or(0),
        payments: PAYMENTS.map(payment_name).to_vec(),
        payment: PAYMENTS
            .iter()
            .position(|&payment| payment == rules.payment)
            .unwrap_or(0),
        pot: typed.map(|pounds| {
            if pounds.0 == 0 {
                String::new()
            } else {
                money::typed(pounds)
            }
        }),
        says,
        assumed: designated.then(|| {
            format!(
                "Assumption: the formula of 2008–11 was not found in any document that could be \
                 read, and no such reward was ever paid.{most}"
            )
        }),
        own: scenario.rules.is_some(),
    })
}

/// Changes the committed rules of the open scenario; rules like the agreement's are no own ones.
fn change(state: &State, make: impl FnOnce(&mut Rules)) -> Option<Edit> {
    let agreed = &state.workbook.agreement.rules;
    let scenario = state.workbook.scenario(state.open)?;
    let mut rules = scenario.rules.clone().unwrap_or_else(|| agreed.clone());
    make(&mut rules);
    Some(Edit::ScenarioRules((rules != *agreed).then_some(rules)))
}

/// Chooses a scheme by its place in the list.
#[must_use]
pub fn scheme(state: &State, index: usize) -> Option<Edit> {
    let preset = *SCHEMES.get(index)?;
    change(state, |rules| rules.preset = preset)
}

/// Chooses a payment rule by its place in the list.
#[must_use]
pub fn payment_rule(state: &State, index: usize) -> Option<Edit> {
    let payment = *PAYMENTS.get(index)?;
    change(state, |rules| rules.payment = payment)
}

/// Types the pot; nothing typed returns to that of the agreement.
///
/// # Errors
/// What is wrong with the text.
pub fn pot(state: &State, text: &str) -> Result<Edit, String> {
    let typed = money::read(text).map_err(|wrong| wrong.says())?;
    let agreed = state.workbook.agreement.rules.pot;
    let pot = if text.trim().is_empty() {
        agreed
    } else {
        Pot::Stated(typed)
    };
    change(state, |rules| rules.pot = pot).ok_or_else(|| "No scenario is open.".to_owned())
}
