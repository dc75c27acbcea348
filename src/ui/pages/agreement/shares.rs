//! Shares of partners in a whole that should add up to 100%.

use crate::app::show::agreement::{even, shares_said};
use crate::app::{Action, Lookup};
use crate::model::{BasisPoints, PartnerId, PartnerShare};
use crate::text::share;
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::{Choice, Field};
use crate::ui::record::Record;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SharesProps {
    /// The id under which its fields are found.
    pub(crate) id: AttrValue,
    pub(crate) state: Shared,
    pub(crate) shares: Vec<PartnerShare>,
    /// Where they are kept.
    pub(crate) record: Record<Vec<PartnerShare>>,
}

#[component]
pub(crate) fn Shares(props: &SharesProps) -> Html {
    let act = use_act();
    let SharesProps {
        id,
        state,
        shares,
        record,
    } = props.clone();
    let agreement = &state.workbook.agreement;
    let names = Lookup(agreement);
    if agreement.partners.is_empty() {
        return html! { <p class="nothing">{ "No partner yet. Add one under Partners." }</p> };
    }
    let evenly = {
        let record = record.clone();
        act.on(move || Action::Commit(record.with(|shares| *shares = even(shares))))
    };
    let row = |part: &PartnerShare| {
        let partner = part.partner;
        let name = names.partner_name(partner).to_owned();
        let read = record.read(move |shares, text| {
            let share = share::read(text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?;
            let mut shares = shares.iter_mut();
            if let Some(part) = shares.find(|part| part.partner == partner) {
                part.share = share;
            }
            Ok(())
        });
        let record = record.clone();
        let remove = act.on(move || {
            Action::Commit(record.with(|shares| shares.retain(|part| part.partner != partner)))
        });
        html! {
            <li key={partner.0}>
                <Field id={format!("{id}-{}", partner.0)} label={name.clone()} value={share::typed(part.share)} after="%" {read} />
                <button type="button" class="quiet" aria-label={format!("Remove {name}")} onclick={remove}>{ "Remove" }</button>
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
        let (record, free) = (record.clone(), free.clone());
        Callback::from(move |index: usize| {
            let partner = *free.get(index.checked_sub(1)?)?;
            Some(record.with(|shares| {
                let given: u32 = shares.iter().map(|part| part.share.0).sum();
                let share = BasisPoints(BasisPoints::WHOLE.0.saturating_sub(given));
                shares.push(PartnerShare { partner, share });
            }))
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
                <button key="even" type="button" onclick={evenly}>{ "Share evenly" }</button>
            }
        </div>
    }
}
