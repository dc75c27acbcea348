//! Who gets what of the reward: top-slices, a part held for bids, the rest to partners.

use crate::app::Action;
use crate::app::words::sharing_name;
use crate::model::{BasisPoints, Pounds, SharingTo, TopSlice, limits};
use crate::text::{money, name, share};
use crate::ui::context::use_act;
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::agreement::rules::RulesProps;
use crate::ui::pages::agreement::shares::Shares;
use yew::prelude::*;

#[component]
pub(crate) fn Sharing(props: &RulesProps) -> Html {
    let sharing = &props.rules.sharing;
    let (chosen, typed) = match &sharing.to {
        SharingTo::Delivery => (0, None),
        SharingTo::Equal => (1, None),
        SharingTo::Typed(shares) => (2, Some(shares.clone())),
    };
    let ways = vec![
        SharingTo::Delivery,
        SharingTo::Equal,
        SharingTo::Typed(typed.clone().unwrap_or_default()),
    ];
    let options: Vec<AttrValue> = ways.iter().map(|to| sharing_name(to).into()).collect();
    let typed_shares = props.record.part(|rules| match &mut rules.sharing.to {
        SharingTo::Delivery | SharingTo::Equal => None,
        SharingTo::Typed(shares) => Some(shares),
    });
    html! {
        <fieldset>
            <legend>{ "Sharing it" }</legend>
            <TopSlices ..props.clone() />
            <Field id={props.id("bids")} label="Held for bids, of what is left" value={share::typed(sharing.bids)} after="%"
                read={props.record.read(|rules, text| {
                    rules.sharing.bids = share::read(text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?;
                    Ok(())
                })} />
            <Choice id={props.id("sharing")} label="The rest goes" {options} {chosen}
                choose={props.record.pick(ways, |rules, to| rules.sharing.to = to)} />
            if let Some(shares) = typed {
                <Shares id={props.id("sharing-share")} state={props.state.clone()} {shares} record={typed_shares} />
            }
        </fieldset>
    }
}

/// Sums that come off first.
#[component]
fn TopSlices(props: &RulesProps) -> Html {
    let act = use_act();
    let slices = &props.rules.sharing.top_slices;
    let kept = props
        .record
        .part(|rules| Some(&mut rules.sharing.top_slices));
    let add = {
        let kept = kept.clone();
        act.on(move || {
            Action::Commit(kept.with(|slices| {
                slices.push(TopSlice {
                    name: "New top-slice".to_owned(),
                    pounds: Pounds(0),
                });
            }))
        })
    };
    let count = slices.len();
    let row = |(index, slice): (usize, &TopSlice)| {
        let record = kept.part(move |slices| slices.get_mut(index));
        let kept = kept.clone();
        let remove = act.on(move || {
            // As drawn: with one fewer the place is another slice's.
            Action::Commit(kept.with(|slices| {
                if slices.len() == count {
                    slices.remove(index);
                }
            }))
        });
        let label = slice.name.clone();
        html! {
            <li key={index}>
                // With another number of slices a place may be another slice's.
                <Field key={format!("name of {count}")} id={props.id(&format!("slice-name-{index}"))} label="Comes off first, for" value={slice.name.clone()} numeric={false}
                    read={record.read(|slice, text| { slice.name = name::read(text)?; Ok(()) })} />
                <Field key={format!("pounds of {count}")} id={props.id(&format!("slice-{index}"))} label="Pounds" before="£" value={money::typed(slice.pounds)}
                    read={record.read(|slice, text| { slice.pounds = money::read(text).map_err(|wrong| wrong.says())?; Ok(()) })} />
                <button type="button" class="quiet" aria-label={format!("Remove {label}")} onclick={remove}>{ "Remove" }</button>
            </li>
        }
    };
    html! {
        <div class="shares">
            <ul class="entries slices">{ for slices.iter().enumerate().map(row) }</ul>
            if count < limits::TOP_SLICES {
                <button type="button" class="add" onclick={add}>{ "+ Add a top-slice" }</button>
            }
        </div>
    }
}
