//! How reward is earned and paid: the scheme, the pot, the threshold, the split, the payments.

use crate::app::show::agreement::{read_threshold, stated};
use crate::app::words::{PAYMENTS, POT_SPLITS, SCHEMES, payment_name, pot_split_name, scheme_name};
use crate::model::{BasisPoints, Pot, Rules};
use crate::text::{money, share};
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::agreement::rules::RulesProps;
use yew::prelude::*;

#[component]
pub(crate) fn Earning(props: &RulesProps) -> Html {
    let rules = &props.rules;
    let (stated, _) = stated(&props.state.shown().agreement, rules);
    html! {
        <fieldset>
            <legend>{ "Earning it" }</legend>
            <Choice id={props.id("preset")} label="Scheme" options={SCHEMES.map(|preset| scheme_name(preset).into()).to_vec()}
                chosen={SCHEMES.iter().position(|&preset| preset == rules.preset).unwrap_or(0)}
                choose={props.record.pick(SCHEMES.to_vec(), |rules, preset| rules.preset = preset)} />
            if rules.has_one_cliff() {
                <p class="hint"><b class="near">{ "Assumption. " }</b>{ "One cliff on the average of all designated indicators, each measured from its baseline. The most that could be earned differed by area: state it as a sum." }</p>
            }
            <Choice id={props.id("pot")} label="The most that can be earned" options={["a share of the net budget requirement", "a stated sum"].map(AttrValue::from).to_vec()}
                chosen={usize::from(matches!(rules.pot, Pot::Stated(_)))}
                choose={props.record.pick(vec![Rules::default().pot, Pot::Stated(stated)], |rules, pot| rules.pot = pot)} />
            { match rules.pot {
                Pot::Rate(rate) => html! {
                    <Field key="rate" id={props.id("rate")} label="Share of the net budget requirement" value={share::typed(rate)} after="%"
                        read={props.record.read(|rules, text| {
                            rules.pot = Pot::Rate(share::read(text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?);
                            Ok(())
                        })} />
                },
                Pot::Stated(pounds) => html! {
                    <Field key="stated" id={props.id("stated")} label="Stated sum" value={money::typed(pounds)} before="£"
                        read={props.record.read(|rules, text| {
                            rules.pot = Pot::Stated(money::read(text).map_err(|wrong| wrong.says())?);
                            Ok(())
                        })} />
                },
            } }
            <Field id={props.id("threshold")} label="Nothing is paid below this share of the stretch" value={share::typed(rules.threshold)} after="%"
                read={props.record.read(|rules, text| {
                    rules.threshold = read_threshold(text)?;
                    Ok(())
                })} />
            <Choice id={props.id("split")} label="Split over outcomes" options={POT_SPLITS.map(|split| pot_split_name(split).into()).to_vec()}
                chosen={POT_SPLITS.iter().position(|&split| split == rules.split).unwrap_or(0)}
                choose={props.record.pick(POT_SPLITS.to_vec(), |rules, split| rules.split = split)} />
            <Choice id={props.id("payment")} label="Paid" options={PAYMENTS.map(|payment| payment_name(payment).into()).to_vec()}
                chosen={PAYMENTS.iter().position(|&payment| payment == rules.payment).unwrap_or(0)}
                choose={props.record.pick(PAYMENTS.to_vec(), |rules, payment| rules.payment = payment)} />
        </fieldset>
    }
}
