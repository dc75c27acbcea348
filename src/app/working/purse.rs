//! Money: what is left in a pot, the pump-priming grant, and by how much a scenario is over.

use crate::app::problem;
use crate::app::purse::{Purse, members};
use crate::app::working::source::{self, Source};
use crate::app::working::{Ground, Working};
use crate::engine::{Problem, StreamResult};
use crate::model::{Origin, Pounds, PumpGrant, PumpRules};
use crate::text::{money, number, share};

pub(super) fn left(ground: &Ground<'_>, purse: Purse, year: usize) -> Option<Working> {
    let names = ground.names();
    let title = match purse {
        Purse::Pump => return pump_left(ground, year),
        Purse::Single => "Single pot",
        Purse::Cross => "Cross-cutting streams",
        Purse::Block(id) => names.block_name(id),
        Purse::Alone(id) => names.stream_name(id),
        Purse::Aligned => "Aligned streams",
    };
    let streams: Vec<&StreamResult> = members(ground.agreement, ground.result, purse).collect();
    let mut sum = Pounds(0);
    let mut steps = Vec::new();
    for stream in &streams {
        let now = stream.years.get(year)?;
        let before = year
            .checked_sub(1)
            .and_then(|before| stream.years.get(before));
        let carried = before.map_or(Pounds(0), |before| before.carried);
        let rest = now.amount + carried - now.paid;
        sum += now.left + now.carried.or_nothing();
        let ending = if rest < now.left + now.carried {
            ": nothing is left".to_owned()
        } else {
            ending(now.carried, now.left)
        };
        steps.push(format!(
            "{}: {}{} − {} spent = {}{ending}.",
            names.stream_name(stream.id),
            money::pounds(now.amount),
            carry(carried),
            money::pounds(now.paid),
            money::pounds(rest),
        ));
    }
    let year = ground.year(year);
    let working = Working::new(
        format!("{title}: what is left in {year}"),
        money::pounds(sum),
        "For each stream of the pot: what arrives and what was carried in, less what it pays for. \
             Money that is brought forward from the next year leaves nothing.",
        source::PAYING,
    )
    .input("Streams", streams.len().to_string())
    .steps(steps)
    .step(format!("Left in all: {}.", money::pounds(sum)));
    let local = |found: &&StreamResult| {
        let stream = names.stream(found.id);
        stream.is_some_and(|stream| stream.origin == Origin::Local)
    };
    Some(if streams.iter().any(local) {
        working.resting_on(source::LOCAL)
    } else {
        working
    })
}

fn carry(carried: Pounds) -> String {
    match carried.0 {
        0 => String::new(),
        above if above > 0 => format!(" + {} carried in", money::pounds(carried)),
        _ => format!(" − {} spent the year before", money::pounds(-carried)),
    }
}

/// What becomes of the rest: carried on, brought forward, or lost.
fn ending(carried: Pounds, left: Pounds) -> String {
    match (carried.0, left.0) {
        (below, _) if below < 0 => {
            format!(
                ", {} of it brought forward from the next year",
                money::pounds(-carried)
            )
        }
        (0, _) => String::new(),
        (_, 0) => ", all of it carried into the next year".to_owned(),
        _ => format!(
            ", {} of it carried into the next year",
            money::pounds(carried)
        ),
    }
}

fn pump_left(ground: &Ground<'_>, year: usize) -> Option<Working> {
    let pump = &ground.result.pump;
    let most = *pump.by_year_end.get(year)?;
    let spent: Vec<Pounds> = pump.spent.get(..=year)?.to_vec();
    let so_far: Pounds = spent.iter().copied().sum();
    let name = ground.year(year);
    let listed: Vec<String> = spent.iter().map(|&sum| money::pounds(sum)).collect();
    Some(
        Working::new(
            format!("Pump-priming: what is left by the end of {name}"),
            money::pounds(most - so_far),
            "What may be spent by the end of the year, less what is spent up to then.",
            profile(ground),
        )
        .input("Grant", money::pounds(pump.grant))
        .input(
            format!("May be spent by the end of {name}"),
            money::pounds(most),
        )
        .step(format!(
            "Spent up to then: {} = {}.",
            listed.join(" + "),
            money::pounds(so_far)
        ))
        .step(format!(
            "{} − {} = {}.",
            money::pounds(most),
            money::pounds(so_far),
            money::pounds(most - so_far)
        )),
    )
}

/// Where the shares come from that may be spent by each year-end.
fn profile(ground: &Ground<'_>) -> Source {
    if ground.rules().pump.by_year_end == PumpRules::default().by_year_end {
        source::PUMP_PROFILE
    } else {
        source::TYPED_PROFILE
    }
}

pub(super) fn grant(ground: &Ground<'_>) -> Working {
    let grant = money::pounds(ground.result.pump.grant);
    let title = "The pump-priming grant";
    let working = match ground.rules().pump.grant {
        PumpGrant::Stated(_) => {
            Working::new(title, grant.clone(), "A stated sum.", source::TYPED_POT)
                .input("Stated", grant)
        }
        PumpGrant::Formula => {
            let working = Working::new(
                title,
                grant.clone(),
                "£750,000 and £1 for each person who lives in the area.",
                source::PUMP,
            );
            match ground.agreement.area.population {
                Some(people) => {
                    let people = number::grouped(u64::from(people));
                    working
                        .input("Population", people.clone())
                        .step(format!("£750,000 + £1 × {people} = {grant}."))
                }
                None => working.step(
                    "The population is not stated, so there is no grant. Type it under Agreement.",
                ),
            }
        }
    };
    let years = ground.agreement.year_count();
    let working = working.resting_on(profile(ground));
    working.inputs((0..years).map(|year| {
        (
            format!("At most spent by the end of {}", ground.year(year)),
            share::exact(ground.rules().pump.share_by(year, years)),
        )
    }))
}

pub(super) fn over(ground: &Ground<'_>) -> Working {
    let found: Vec<_> = ground
        .result
        .findings
        .iter()
        .filter(|finding| finding.problem.is_money())
        .collect();
    let ahead = found
        .iter()
        .filter(|finding| matches!(finding.problem, Problem::PumpOver { .. }))
        .count();
    let working = Working::new(
        format!("{}: over by", ground.scenario.name),
        money::pounds(ground.result.over),
        "Money that no stream may pay, and aligned money beyond its stream, added up; and the most \
         by which pump-priming runs ahead of its grant. Nothing typed is turned away: it counts as \
         not affordable.",
        source::PAYING,
    )
    .steps(
        found
            .iter()
            .map(|finding| problem::sentence(ground.agreement, finding)),
    );
    if found.is_empty() {
        return working.step("Every pound has a stream that may pay it.");
    }
    let note = if ahead > 1 {
        " Of pump-priming only the worst year counts."
    } else {
        ""
    };
    working.step(format!(
        "In all: {}.{note}",
        money::pounds(ground.result.over)
    ))
}
