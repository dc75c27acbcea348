//! The pump-priming grant: how much, by when it can be spent, and who gets it.

use crate::app::show::agreement::{read_shares, stated, year_ends};
use crate::app::words::{pump_grant_name, pump_to_name};
use crate::model::{PumpGrant, PumpTo};
use crate::text::money;
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::agreement::rules::RulesProps;
use crate::ui::pages::agreement::shares::Shares;
use yew::prelude::*;

#[component]
pub(crate) fn PumpPriming(props: &RulesProps) -> Html {
    let pump = &props.rules.pump;
    let (_, now) = stated(&props.state.shown().agreement, &props.rules);
    let typed = match &pump.to {
        PumpTo::Delivery => None,
        PumpTo::Typed(shares) => Some(shares.clone()),
    };
    let ways = vec![
        PumpTo::Delivery,
        PumpTo::Typed(typed.clone().unwrap_or_default()),
    ];
    let grants = [PumpGrant::Formula, PumpGrant::Stated(now)];
    let typed_shares = props.record.part(|rules| match &mut rules.pump.to {
        PumpTo::Delivery => None,
        PumpTo::Typed(shares) => Some(shares),
    });
    let years = props.state.shown().agreement.year_count();
    let (year_ends, year_ends_hint) = year_ends(pump, years);
    html! {
        <fieldset>
            <legend>{ "Pump-priming" }</legend>
            <Choice id={props.id("grant")} label="The grant" options={grants.map(|grant| pump_grant_name(grant).into()).to_vec()}
                chosen={usize::from(matches!(pump.grant, PumpGrant::Stated(_)))}
                choose={props.record.pick(grants.to_vec(), |rules, grant| rules.pump.grant = grant)} />
            if let PumpGrant::Stated(pounds) = pump.grant {
                <Field id={props.id("grant-sum")} label="Stated sum" before="£" value={money::typed(pounds)}
                    read={props.record.read(|rules, text| {
                        rules.pump.grant = PumpGrant::Stated(money::read(text).map_err(|wrong| wrong.says())?);
                        Ok(())
                    })} />
            }
            <Field id={props.id("year-ends")} label="At most this much is spent by each year-end" value={year_ends} after="%"
                hint={year_ends_hint}
                read={props.record.read(|rules, text| {
                    rules.pump.by_year_end = read_shares(text)?;
                    Ok(())
                })} />
            <Choice id={props.id("pump-to")} label="It goes" options={ways.iter().map(|to| pump_to_name(to).into()).collect::<Vec<AttrValue>>()}
                chosen={usize::from(typed.is_some())} choose={props.record.pick(ways, |rules, to| rules.pump.to = to)} />
            if let Some(shares) = typed {
                <Shares id={props.id("pump-share")} state={props.state.clone()} {shares} record={typed_shares} />
            }
        </fieldset>
    }
}
