//! Shares of partners in a whole that should add up to 100%.

use crate::app::show::agreement::{even, shares_said};
use crate::app::{Action, Edit, Lookup};
use crate::model::{BasisPoints, PartnerId, PartnerShare};
use crate::text::share;
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::{Choice, Field};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SharesProps {
    /// The id under which its fields are found.
    pub(crate) id: AttrValue,
    pub(crate) state: Shared,
    pub(crate) shares: Vec<PartnerShare>,
    /// The edit that shares mean.
    pub(crate) make: Callback<Vec<PartnerShare>, Edit>,
}

#[component]
pub(crate) fn Shares(props: &SharesProps) -> Html {
    let act = use_act();
    let SharesProps {
        id,
        state,
        shares,
        make,
    } = props.clone();
    let agreement = &state.workbook.agreement;
    let names = Lookup(agreement);
    if agreement.partners.is_empty() {
        return html! { <p class="nothing">{ "No partner yet. Add one under Partners." }</p> };
    }
    let commit = |shares: Vec<PartnerShare>| {
        let edit = make.emit(shares);
        act.on(move || Action::Commit(edit.clone()))
    };
    let row = |part: &PartnerShare| {
        let partner = part.partner;
        let name = names.partner_name(partner).to_owned();
        let others = shares.iter().filter(|other| other.partner != partner);
        html! {
            <li key={partner.0}>
                <Field id={format!("{id}-{}", partner.0)} label={name.clone()} value={share::typed(part.share)} after="%" read={share_read(&shares, partner, &make)} />
                <button type="button" class="quiet" aria-label={format!("Remove {name}")} onclick={commit(others.copied().collect())}>{ "Remove" }</button>
            </li>
        }
    };
    let free: Vec<PartnerId> = agreement
        .partners
        .iter()
        .map(|partner| partner.id)
        .filter(|&id| shares.iter().all(|share| share.partner != id))
        .collect();
    let mut options = vec![AttrValue::from("Choose a partner…")];
    options.extend(
        free.iter()
            .map(|&id| AttrValue::from(names.partner_name(id).to_owned())),
    );
    let add = {
        let (shares, make, free) = (shares.clone(), make.clone(), free.clone());
        Callback::from(move |index: usize| {
            let partner = *free.get(index.checked_sub(1)?)?;
            let given: u32 = shares.iter().map(|share| share.share.0).sum();
            let mut shares = shares.clone();
            shares.push(PartnerShare {
                partner,
                share: BasisPoints(BasisPoints::WHOLE.0.saturating_sub(given)),
            });
            Some(make.emit(shares))
        })
    };
    let (says, tone) = shares_said(&shares);
    html! {
        <div class="shares">
            <ul class="entries beside">{ for shares.iter().map(row) }</ul>
            <p class={classes!("hint", tone)}>{ says }</p>
            if !free.is_empty() {
                <Choice key="add" id={format!("{id}-add")} label="Add a partner with what is left" {options} chosen={0} choose={add} />
            }
            if shares.len() > 1 {
                <button key="even" type="button" onclick={commit(even(&shares))}>{ "Share evenly" }</button>
            }
        </div>
    }
}

/// Reads the share of one partner; the others keep theirs.
fn share_read(
    shares: &[PartnerShare],
    partner: PartnerId,
    make: &Callback<Vec<PartnerShare>, Edit>,
) -> Callback<String, Result<Edit, String>> {
    let (shares, make) = (shares.to_vec(), make.clone());
    Callback::from(move |text: String| {
        let share = share::read(&text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?;
        let mut shares = shares.clone();
        for part in shares.iter_mut().filter(|part| part.partner == partner) {
            part.share = share;
        }
        Ok(make.emit(shares))
    })
}
