//! The facts on which two agreements differ: which fact, whose figure, and taking one over.

mod align;
mod terms;

pub use align::{Aligned, align};
pub(crate) use terms::rules_between;

use crate::app::facts::terms::{AGREEMENT, INDICATOR, OUTCOME, RULES, STREAM, Span, Tell, Term};
use crate::app::lookup::Lookup;
use crate::app::remove;
use crate::model::{Agreement, Entity, Workbook};
use crate::text::capital;
use std::rc::Rc;

/// One fact of an agreement, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about; none: the agreement as a whole.
    pub about: Option<Entity>,
    part: Part,
}

/// A fact of another agreement to be taken over.
///
/// It brings the way in which that is done, so that what makes changes need not know every fact.
#[derive(Clone, Debug)]
pub struct Adoption {
    fact: Fact,
    theirs: Rc<Agreement>,
    adopt: fn(&mut Workbook, Fact, &Agreement),
}

impl PartialEq for Adoption {
    fn eq(&self, other: &Self) -> bool {
        self.fact == other.fact && self.theirs == other.theirs
    }
}

impl Adoption {
    /// The adoption of a fact of an agreement that names things by the same ids.
    #[must_use]
    pub fn of(fact: Fact, theirs: &Rc<Agreement>) -> Self {
        Self {
            fact,
            theirs: Rc::clone(theirs),
            adopt,
        }
    }

    /// Takes the fact over, whether or not what comes of it holds together.
    pub(crate) fn make(&self, workbook: &mut Workbook) {
        (self.adopt)(workbook, self.fact, &self.theirs);
    }
}

/// Which part of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Whether it is there at all.
    Whole,
    /// The number of years.
    Years,
    /// A rule, by its place in the list of rules.
    Rule(usize),
    /// A fact, by its place in the list of its kind, in a year.
    Term(usize, usize),
}

/// A fact that differs, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The fact.
    pub fact: Fact,
    /// Which it is: `Connexions, amount in 2007/08`.
    pub says: String,
    /// As mine has it.
    pub mine: String,
    /// As theirs has it.
    pub theirs: String,
}

/// Every fact on which two agreements differ that name things by the same ids (see [`align`]),
/// in an order in which all can be taken over. What things are called is no fact.
#[must_use]
pub fn facts(mine: &Agreement, theirs: &Agreement) -> Vec<Differing> {
    let mut list = Differ {
        mine,
        theirs,
        found: Vec::new(),
    };
    // What is added is there before anything refers to it; what goes takes nothing with it then.
    list.all_things(Pass::Added);
    list.terms(None, "", AGREEMENT, (mine, theirs), Part::Term);
    if mine.years != theirs.years {
        let years = |agreement: &Agreement| agreement.years.to_string();
        let says = "Number of years".to_owned();
        list.push(None, Part::Years, says, years(mine), years(theirs));
    }
    list.all_things(Pass::Terms);
    let rules = (&mine.rules, &theirs.rules);
    list.terms(None, "", RULES, rules, |at, _| Part::Rule(at));
    list.all_things(Pass::Gone);
    list.found
}

/// Which differences are looked for.
#[derive(Clone, Copy, PartialEq)]
enum Pass {
    /// What only they have.
    Added,
    /// Facts of what both have.
    Terms,
    /// What only I have.
    Gone,
}

struct Differ<'a> {
    mine: &'a Agreement,
    theirs: &'a Agreement,
    found: Vec<Differing>,
}

impl Differ<'_> {
    fn push(
        &mut self,
        about: Option<Entity>,
        part: Part,
        says: String,
        mine: String,
        theirs: String,
    ) {
        self.found.push(Differing {
            fact: Fact { about, part },
            says,
            mine,
            theirs,
        });
    }

    fn terms<T>(
        &mut self,
        about: Option<Entity>,
        name: &str,
        terms: &[Term<T>],
        (mine, theirs): (&T, &T),
        part: impl Fn(usize, usize) -> Part,
    ) {
        for (at, term) in terms.iter().enumerate() {
            let years = match term.span {
                Span::Once => 1,
                Span::Years => self.theirs.year_count(),
            };
            for year in 0..years {
                if (term.says)(Tell::Ids, mine, year) == (term.says)(Tell::Ids, theirs, year) {
                    continue;
                }
                let named =
                    |agreement, thing| (term.says)(Tell::Names(Lookup(agreement)), thing, year);
                let mut says = match name {
                    "" => capital(term.name),
                    name => format!("{name}, {}", term.name),
                };
                if term.span == Span::Years {
                    says = format!("{says} in {}", self.theirs.year_name(year));
                }
                let (mine, theirs) = (named(self.mine, mine), named(self.theirs, theirs));
                self.push(about, part(at, year), says, mine, theirs);
            }
        }
    }

    fn all_things(&mut self, pass: Pass) {
        let (mine, theirs) = (self.mine, self.theirs);
        self.things(pass, &mine.blocks, &theirs.blocks, &[], |it| {
            (Entity::Block(it.id), it.name.as_str())
        });
        self.things(pass, &mine.partners, &theirs.partners, &[], |it| {
            (Entity::Partner(it.id), it.name.as_str())
        });
        self.things(pass, &mine.outcomes, &theirs.outcomes, OUTCOME, |it| {
            (Entity::Outcome(it.id), it.name.as_str())
        });
        self.things(pass, &mine.streams, &theirs.streams, STREAM, |it| {
            (Entity::Stream(it.id), it.name.as_str())
        });
        self.things(
            pass,
            &mine.indicators,
            &theirs.indicators,
            INDICATOR,
            |it| (Entity::Indicator(it.id), it.name.as_str()),
        );
    }

    fn things<T>(
        &mut self,
        pass: Pass,
        mine: &[T],
        theirs: &[T],
        terms: &[Term<T>],
        known: fn(&T) -> (Entity, &str),
    ) {
        let (list, others, words) = match pass {
            Pass::Gone => (mine, theirs, ("there", "not there")),
            Pass::Added | Pass::Terms => (theirs, mine, ("not there", "there")),
        };
        for thing in list {
            let (entity, name) = known(thing);
            match (others.iter().find(|it| known(it).0 == entity), pass) {
                (Some(own), Pass::Terms) => {
                    let name = known(own).1;
                    self.terms(Some(entity), name, terms, (own, thing), Part::Term);
                }
                (None, Pass::Added | Pass::Gone) => {
                    let (mine, theirs) = (words.0.to_owned(), words.1.to_owned());
                    self.push(Some(entity), Part::Whole, name.to_owned(), mine, theirs);
                }
                _ => {}
            }
        }
    }
}

/// Takes over a fact of another agreement, whether or not what comes of it holds together.
fn adopt(workbook: &mut Workbook, fact: Fact, theirs: &Agreement) {
    let mine = &mut workbook.agreement;
    match (fact.part, fact.about) {
        (Part::Years, _) => remove::set_years(workbook, theirs.years),
        (Part::Rule(at), _) => take(RULES, at, 0, &mut mine.rules, &theirs.rules),
        (Part::Term(at, year), None) => take(AGREEMENT, at, year, mine, theirs),
        (Part::Term(at, year), Some(entity)) => {
            /// The thing with an id in both lists, with the fact taken over.
            macro_rules! both {
                ($list:ident, $id:expr, $terms:expr) => {{
                    let own = mine.$list.iter_mut().find(|it| it.id == $id);
                    let there = theirs.$list.iter().find(|it| it.id == $id);
                    if let (Some(own), Some(there)) = (own, there) {
                        take($terms, at, year, own, there);
                    }
                }};
            }
            match entity {
                Entity::Stream(id) => both!(streams, id, STREAM),
                Entity::Outcome(id) => both!(outcomes, id, OUTCOME),
                Entity::Indicator(id) => both!(indicators, id, INDICATOR),
                Entity::Block(_) | Entity::Partner(_) | Entity::Scenario(_) => {}
            }
        }
        (Part::Whole, Some(entity)) => {
            /// Puts the thing that they have in place; says whether they have it.
            macro_rules! add {
                ($list:ident, $id:expr) => {{
                    let there = theirs.$list.iter().find(|it| it.id == $id);
                    if let Some(there) = there {
                        mine.$list.retain(|it| it.id != $id);
                        mine.$list.push(there.clone());
                    }
                    there.is_some()
                }};
            }
            let added = match entity {
                Entity::Block(id) => add!(blocks, id),
                Entity::Partner(id) => add!(partners, id),
                Entity::Stream(id) => add!(streams, id),
                Entity::Outcome(id) => add!(outcomes, id),
                Entity::Indicator(id) => add!(indicators, id),
                Entity::Scenario(_) => true,
            };
            if !added {
                remove::remove(workbook, entity);
            }
        }
        (Part::Whole, None) => {}
    }
}

fn take<T>(terms: &[Term<T>], at: usize, year: usize, mine: &mut T, theirs: &T) {
    if let Some(term) = terms.get(at) {
        (term.take)(mine, theirs, year);
    }
}
