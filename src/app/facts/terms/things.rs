//! The facts of streams, outcomes and indicators one by one.

use crate::app::facts::terms::{
    Span, Tell, Term, complete, once, or_not_stated, row, set, set_row, shares, value, yearly, yes,
};
use crate::app::words::shape_name;
use crate::chart::figure::list;
use crate::model::{
    Amount, Better, Control, Indicator, Kind, Origin, Outcome, Pounds, Response, Stream,
    financial_year, order,
};
use crate::text::{amount, money, number, share};

/// The facts of a stream.
pub(in crate::app::facts) const STREAM: &[Term<Stream>] = &[
    once!(
        "origin",
        |_, stream, _| {
            match stream.origin {
                Origin::Grant => "grant",
                Origin::Local => "local contribution",
            }
            .to_owned()
        },
        origin
    ),
    once!(
        "home block",
        |tell, stream, _| {
            stream
                .home
                .map_or_else(|| "cross-cutting".to_owned(), |id| tell.block(id))
        },
        home
    ),
    once!(
        "control",
        |_, stream, _| {
            match stream.control {
                Control::Pooled => "pooled",
                Control::Aligned => "aligned",
            }
            .to_owned()
        },
        control
    ),
    once!(
        "partner",
        |tell, stream, _| {
            stream
                .partner
                .map_or_else(|| "none".to_owned(), |id| tell.partner(id))
        },
        partner
    ),
    yearly!(
        "amount",
        |_, stream, year| match stream.amount(year) {
            Amount::NotStated => "not stated".to_owned(),
            stated => format!("£{}", amount::typed(stated)),
        },
        amounts,
        Amount::NotStated
    ),
    once!(
        "floors",
        |tell, stream, _| {
            let mut floors = stream.floors.clone();
            order::by_key(&mut floors, |floor| (floor.outcome, floor.pounds));
            let floors = floors.into_iter().map(|floor| {
                format!(
                    "{} for {}",
                    money::pounds(floor.pounds),
                    tell.outcome(floor.outcome)
                )
            });
            row(floors.collect())
        },
        floors
    ),
    once!(
        "named outcomes",
        |tell, stream, _| tell.row(&stream.named, Tell::outcome),
        named
    ),
    once!(
        "carry-forward",
        |_, stream, _| share::exact(stream.carry_forward),
        carry_forward
    ),
    once!(
        "bring-forward",
        |_, stream, _| share::exact(stream.bring_forward),
        bring_forward
    ),
    Term {
        name: "its owner’s spending",
        span: Span::Years,
        says: |tell, stream, year| tell.grid(&stream.spending, year),
        take: |mine, theirs, year| set_row(&mut mine.spending, &theirs.spending, year),
    },
];

complete! {
    STREAM:
    Stream {
        origin, home, control, partner, amounts, floors, named, carry_forward, bring_forward, spending;
        id, name
    }
}

/// The facts of an outcome.
pub(in crate::app::facts) const OUTCOME: &[Term<Outcome>] = &[
    once!("block", |tell, outcome, _| tell.block(outcome.block), block),
    once!(
        "blocks served too",
        |tell, outcome, _| tell.row(&outcome.serves, Tell::block),
        serves
    ),
    once!(
        "delivery",
        |tell, outcome, _| tell.shares(&outcome.delivery),
        delivery
    ),
    yearly!(
        "minimum",
        |_, outcome, year| money::pounds(outcome.minimum(year)),
        minimum,
        Pounds(0)
    ),
    yearly!(
        "capacity",
        |_, outcome, year| {
            outcome
                .capacity(year)
                .map_or_else(|| "no limit".to_owned(), money::pounds)
        },
        capacity,
        None
    ),
    once!("lag of money", |_, outcome, _| shares(&outcome.lag), lag),
    once!(
        "bears reward",
        |_, outcome, _| yes(outcome.rewarded),
        rewarded
    ),
    once!("weight", |_, outcome, _| outcome.weight.to_string(), weight),
];

complete! {
    OUTCOME:
    Outcome { block, serves, delivery, minimum, capacity, lag, rewarded, weight; id, name }
}

/// The facts of an indicator; delivery risk is none, since a link leaves it behind.
pub(in crate::app::facts) const INDICATOR: &[Term<Indicator>] = &[
    once!(
        "outcome",
        |tell, indicator, _| tell.outcome(indicator.outcome),
        outcome
    ),
    once!(
        "number in the national set",
        |_, indicator, _| indicator
            .national
            .map_or_else(|| "none".to_owned(), |number| number.to_string()),
        national
    ),
    once!(
        "decimal places",
        |_, indicator, _| indicator.decimals.to_string(),
        decimals
    ),
    once!(
        "better",
        |_, indicator, _| {
            match indicator.better {
                Better::Higher => "higher",
                Better::Lower => "lower",
            }
            .to_owned()
        },
        better
    ),
    once!(
        "baseline",
        |_, indicator, _| {
            or_not_stated(indicator.baseline.map(|baseline| {
                let year = financial_year(baseline.year);
                format!("{} in {year}", number::value(baseline.value, 0))
            }))
        },
        baseline
    ),
    yearly!(
        "without an agreement",
        |_, held, year| value(&held.without, year),
        without,
        None
    ),
    yearly!(
        "with the stretch",
        |_, held, year| value(&held.with, year),
        with,
        None
    ),
    yearly!(
        "recorded",
        |_, held, year| value(&held.actual, year),
        actual,
        None
    ),
    once!(
        "kind",
        |_, indicator, _| {
            match indicator.kind {
                Kind::Stretch => "stretch",
                Kind::Designated => "designated",
                Kind::Statutory => "statutory",
                Kind::Local => "local",
            }
            .to_owned()
        },
        kind
    ),
    once!(
        "weight",
        |_, indicator, _| indicator.weight.to_string(),
        weight
    ),
    once!(
        "response to money",
        |_, indicator, _| match &indicator.response {
            None => "not stated".to_owned(),
            Some(Response::Cost { full, shape }) => {
                let shape = shape_name(*shape);
                format!("{} for the full stretch, {shape}", money::pounds(*full))
            }
            Some(Response::Points(points)) => {
                let points = points.iter();
                let point = points.map(|point| {
                    format!(
                        "{} at {}",
                        share::exact(point.share),
                        money::pounds(point.pounds)
                    )
                });
                list(&point.collect::<Vec<_>>())
            }
        },
        response
    ),
    once!(
        "interim level",
        |tell, indicator, _| {
            or_not_stated(indicator.interim.map(|interim| {
                let year = tell.year(interim.year);
                format!("{} in {year}", number::value(interim.level, 0))
            }))
        },
        interim
    ),
];

complete! {
    INDICATOR:
    Indicator {
        outcome, national, decimals, better, baseline, without, with, actual, kind, weight, response, interim;
        id, name, unit, risk
    }
}
