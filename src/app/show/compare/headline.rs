//! The headline of Compare: what theirs earns beside mine, what makes most of it, which facts are open.

use crate::app::edit::{Edit, Transfer};
use crate::app::lookup::Lookup;
use crate::app::moves::{Change, Kind};
use crate::app::show::Piece;
use crate::app::show::compare::{Compared, over};
use crate::app::show::position::Headline;
use crate::model::{Pence, order};
use crate::text::money;

/// A share of the difference that is worth a sentence, at least.
const TELLING: Pence = Pence(100_000);

/// Signs of a change that are too many to be quoted in a headline: the outcome that it is about is named
/// there, and the rows below have it in full.
const LONG: usize = 60;

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
            (money::headline(result.reward), but.unwrap_or_default())
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
        says.push(Piece::plain(format!("{}.", mine.scenario.name)));
    }
    says.extend(largest(compared));
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

/// What brings most, and what costs most, where either matters.
fn largest(compared: &Compared) -> Vec<Piece> {
    let found = &compared.comparison;
    let single = |group: &&crate::app::compare::Group| group.changes.len() == 1;
    let by_share = |group: &&crate::app::compare::Group| group.worth.share;
    let groups = || found.groups.iter().filter(single);
    let ends = [groups().min_by_key(by_share), groups().max_by_key(by_share)];
    let names = Lookup(&compared.theirs.agreement);
    let mut ends: Vec<(String, Pence)> = ends
        .into_iter()
        .flatten()
        .filter(|group| group.worth.share.0.abs() >= TELLING.0)
        .filter_map(|group| {
            let change = found.changes.get(*group.changes.first()?)?;
            Some((brief(names, change), group.worth.share))
        })
        .collect();
    ends.dedup();
    order::by_key(&mut ends, |end| std::cmp::Reverse(end.1.0.abs()));
    let telling = |(which, share): (String, Pence)| {
        let verb = if share.0 < 0 { "costs" } else { "brings" };
        [
            Piece::plain(format!(" {which} {verb} ")),
            Piece::strong(money::short(Pence(share.0.abs()))),
            Piece::plain("."),
        ]
    };
    ends.into_iter().flat_map(telling).collect()
}

/// A change in a few words: as it is said, or where that is long, by the outcome that it is about.
fn brief(names: Lookup<'_>, change: &Change) -> String {
    let says = &change.says;
    if says.chars().count() <= LONG {
        return format!("“{says}”");
    }
    let money = match change.kind {
        Kind::Pump => "pump-priming",
        _ => "money",
    };
    match change.lines.first().map(|line| &line.make) {
        Some(Edit::Transfer(Transfer { to: Some(to), .. })) => {
            format!("More {money} for “{}”", names.outcome_name(*to))
        }
        Some(Edit::Transfer(Transfer {
            from: Some(from), ..
        })) => {
            format!("Less {money} for “{}”", names.outcome_name(*from))
        }
        _ => {
            let start: String = says.chars().take(LONG).collect();
            format!("“{}…”", start.trim_end())
        }
    }
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
