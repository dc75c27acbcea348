//! The headline of Compare: what theirs earns beside mine, what makes most of it, which facts are open.

#[cfg(test)]
mod tests;

use crate::app::compare::Group;
use crate::app::edit::{Edit, Transfer};
use crate::app::lookup::Lookup;
use crate::app::moves::{Change, Kind};
use crate::app::show::compare::Compared;
use crate::app::show::position::Headline;
use crate::app::show::{Piece, over, paid};
use crate::engine::Takings;
use crate::model::{Pence, order};
use crate::text::money;

/// A share of the difference that is worth a sentence, at least.
const TELLING: Pence = Pence(100_000);

/// Signs of a change that are too many to be quoted in a headline: what it is about is named there, and
/// the rows below have it in full.
const LONG: usize = 60;

/// Signs of a name that are kept in a long change.
const NAME: usize = 32;

/// The headline for two sides that were compared.
pub(super) fn headline(compared: &Compared) -> Headline {
    let found = &compared.comparison;
    let (mine, theirs) = (&compared.mine, &compared.theirs);
    if mine.scenario == theirs.scenario {
        return alone(&mine.scenario.name);
    }
    let mut says = vec![Piece::plain(format!("{} earns ", theirs.scenario.name))];
    let results = &compared.results;
    if results.iter().any(|result| result.over.0 > 0) {
        // What is not affordable is never called better than anything.
        let [mine_says, theirs_says] = results.each_ref().map(|result| {
            let but = over(result.over).map(|over| format!(", but it is {over}"));
            let paid = paid::of_which(result.takings());
            let then = format!("{paid}{}", but.unwrap_or_default());
            (money::headline(result.reward), then)
        });
        says.push(Piece::strong(theirs_says.0));
        says.push(Piece::plain(format!(
            "{}. {} earns ",
            theirs_says.1, mine.scenario.name
        )));
        says.push(Piece::strong(mine_says.0));
        says.push(Piece::plain(format!("{}.", mine_says.1)));
    } else {
        match found.difference.0 {
            0 => says.push(Piece::plain("the same as ")),
            above if above > 0 => {
                says.push(Piece::strong(format!(
                    "{} more",
                    money::headline(found.difference)
                )));
                says.push(Piece::plain(" than "));
            }
            _ => {
                says.push(Piece::strong(format!(
                    "{} less",
                    money::headline(-found.difference)
                )));
                says.push(Piece::plain(" than "));
            }
        }
        let paid = paid::beside(Takings {
            earned: found.difference,
            paid: found.paid,
        });
        says.push(Piece::plain(format!("{}{paid}.", mine.scenario.name)));
    }
    says.extend(largest(compared));
    says.extend(only_paid(compared));
    Headline {
        says,
        below: below(&found.changes),
    }
}

/// What is said where a scenario would be set against itself.
fn alone(name: &str) -> Headline {
    Headline {
        says: vec![Piece::plain("There is nothing to compare yet.")],
        below: format!(
            "Both sides are {name}. Make a second scenario or choose another, or paste a link that the \
             other side sent."
        ),
    }
}

/// What makes most of the difference, and what does most against it, where they matter.
fn largest(compared: &Compared) -> Vec<Piece> {
    let found = &compared.comparison;
    let share = |group: &&Group| group.worth.share.0;
    let telling = |group: &&Group| group.changes.len() == 1 && share(group).abs() >= TELLING.0;
    let mut groups: Vec<&Group> = found.groups.iter().filter(telling).collect();
    order::by_key(&mut groups, |group| std::cmp::Reverse(share(group).abs()));
    let first = groups.first().copied();
    let sign = |group: &&Group| share(group).signum();
    let mut others = groups.iter().copied();
    let contrary = first.and_then(|first| others.find(|other| sign(other) != sign(&first)));
    let ends = [first, contrary].into_iter().flatten();
    let ends = ends.filter_map(|group| {
        let brief = brief(compared, *group.changes.first()?)?;
        Some((brief, group.worth.share))
    });
    let said = |(which, share): (String, Pence)| {
        let verb = if share.0 < 0 { "costs" } else { "brings" };
        [
            Piece::plain(format!(" {which} {verb} ")),
            Piece::strong(money::short(Pence(share.0.abs()))),
            Piece::plain("."),
        ]
    };
    ends.flat_map(said).collect()
}

/// The change that changes most of what is paid while it earns nothing, where that matters.
fn only_paid(compared: &Compared) -> Vec<Piece> {
    let found = &compared.comparison;
    let only = found.groups.iter().filter(|group| {
        let (earned, paid) = (group.worth.share, group.paid.share);
        group.changes.len() == 1 && earned.0.abs() < TELLING.0 && paid.0.abs() >= TELLING.0
    });
    let most = only.max_by_key(|group| group.paid.share.0.abs());
    let said = most.and_then(|group| {
        let brief = brief(compared, *group.changes.first()?)?;
        Some((brief, group.paid.share))
    });
    said.map_or_else(Vec::new, |(which, sum)| {
        let (verb, place) = match sum.0 < 0 {
            true => ("takes", "from"),
            false => ("adds", "to"),
        };
        vec![
            Piece::plain(format!(" {which} {verb} ")),
            Piece::strong(money::short(Pence(sum.0.abs()))),
            Piece::plain(format!(" {place} what is paid.")),
        ]
    })
}

/// A change in a few words: as it is said, or where that is long, by what it is about, or with its names cut.
fn brief(compared: &Compared, at: usize) -> Option<String> {
    let change = compared.comparison.changes.get(at)?;
    let says = &change.says;
    if says.chars().count() <= LONG {
        return Some(format!("“{says}”"));
    }
    let names = Lookup(&compared.theirs.agreement);
    let money = match change.kind {
        Kind::Pump => "pump-priming",
        _ => "money",
    };
    let fact = compared.facts.get(at);
    let brief = match (change.kind, change.lines.first().map(|line| &line.make)) {
        (_, Some(Edit::Transfer(Transfer { to: Some(to), .. }))) => {
            format!("More {money} for “{}”", names.outcome_name(*to))
        }
        (
            _,
            Some(Edit::Transfer(Transfer {
                from: Some(from), ..
            })),
        ) => {
            format!("Less {money} for “{}”", names.outcome_name(*from))
        }
        (Kind::Rule, _) => "The change of reward rules".to_owned(),
        _ => {
            let says = fact.map_or(says, |fact| &fact.says);
            format!("“{}”", with_short_names(compared, says))
        }
    };
    Some(brief)
}

/// A sentence in which long names of things are cut between words, and nothing else is.
fn with_short_names(compared: &Compared, says: &str) -> String {
    let agreements = [&compared.mine.agreement, &compared.theirs.agreement];
    let mut long: Vec<&str> = agreements
        .into_iter()
        .flat_map(|agreement| {
            let blocks = agreement.blocks.iter().map(|it| &it.name);
            let streams = agreement.streams.iter().map(|it| &it.name);
            let outcomes = agreement.outcomes.iter().map(|it| &it.name);
            let indicators = agreement.indicators.iter().map(|it| &it.name);
            blocks.chain(streams).chain(outcomes).chain(indicators)
        })
        .map(String::as_str)
        .filter(|name| name.chars().count() > NAME)
        .collect();
    // A name that another begins with would leave the end of that one standing.
    order::by_key(&mut long, |name| std::cmp::Reverse(name.len()));
    let cut = |name: &str| {
        let start: String = name.chars().take(NAME).collect();
        let words = start.rsplit_once(' ').map_or(start.as_str(), |cut| cut.0);
        format!(
            "{}…",
            words.trim_end_matches(|end: char| !end.is_alphanumeric())
        )
    };
    let shorten = |says: String, name: &&str| says.replace(*name, &cut(name));
    long.iter().fold(says.to_owned(), shorten)
}

/// How many facts are open, or how many choices differ.
fn below(changes: &[Change]) -> String {
    let facts: Vec<&Change> = changes
        .iter()
        .filter(|change| change.kind == Kind::Fact)
        .collect();
    let choices = changes.len() - facts.len();
    let chosen = changes.iter().filter(|change| change.kind != Kind::Fact);
    let figures: usize = chosen.map(|change| change.lines.len()).sum();
    let differ = match choices {
        0 => "No choice differs".to_owned(),
        1 => "One choice differs".to_owned(),
        _ => format!("{choices} choices differ"),
    };
    let moved = if figures > choices {
        format!("{differ}, in {figures} figures.")
    } else {
        format!("{differ}.")
    };
    match facts.as_slice() {
        [] => moved,
        [only] => format!(
            "One fact is not agreed: {}. Settle it first. {moved}",
            only.says
        ),
        [first, rest @ ..] => format!(
            "{} facts are not agreed: {}, and {} more. Settle them first. {moved}",
            facts.len(),
            first.says,
            rest.len()
        ),
    }
}
