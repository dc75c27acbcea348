//! Changes to single years of a fact, so that a pasted block of cells changes each of them.

use crate::app::edit::Edit;
use crate::app::measure::Series;
use crate::model::{Agreement, Amount, Outcome, OutcomeId, Pounds, Stream, StreamId};

/// Changes one year of a stream, an outcome or an indicator; other edits, years beyond the agreement and things that
/// are not there change nothing.
pub(crate) fn change(agreement: &mut Agreement, edit: &Edit) {
    let years = agreement.year_count();
    match *edit {
        Edit::Amount(id, year, amount) => {
            if let Some(stream) = stream(agreement, id) {
                set(
                    &mut stream.amounts,
                    years,
                    Amount::NotStated,
                    (year, amount),
                );
            }
        }
        Edit::Align(id, to, year, pounds) if year < years => {
            if let Some(stream) = stream(agreement, id) {
                stream.spending.set(to, year, pounds);
            }
        }
        Edit::Minimum(id, year, pounds) => {
            if let Some(outcome) = outcome(agreement, id) {
                set(&mut outcome.minimum, years, Pounds(0), (year, pounds));
                empty(&mut outcome.minimum, Pounds(0));
            }
        }
        Edit::Capacity(id, year, pounds) => {
            if let Some(outcome) = outcome(agreement, id) {
                set(&mut outcome.capacity, years, None, (year, pounds));
                empty(&mut outcome.capacity, None);
            }
        }
        Edit::Level(id, series, year, value) => {
            let mut indicators = agreement.indicators.iter_mut();
            if let Some(indicator) = indicators.find(|indicator| indicator.id == id) {
                let path = match series {
                    Series::Without => &mut indicator.without,
                    Series::With => &mut indicator.with,
                    Series::Actual => &mut indicator.actual,
                };
                set(path, years, None, (year, value));
                if series == Series::Actual {
                    empty(path, None);
                }
            }
        }
        _ => {}
    }
}

fn stream(agreement: &mut Agreement, id: StreamId) -> Option<&mut Stream> {
    agreement.streams.iter_mut().find(|stream| stream.id == id)
}

fn outcome(agreement: &mut Agreement, id: OutcomeId) -> Option<&mut Outcome> {
    agreement
        .outcomes
        .iter_mut()
        .find(|outcome| outcome.id == id)
}

/// Writes one year in a list that may be shorter than the years.
fn set<T: Copy>(list: &mut Vec<T>, years: usize, nothing: T, (year, value): (usize, T)) {
    list.resize(years, nothing);
    if let Some(place) = list.get_mut(year) {
        *place = value;
    }
}

/// A list that says nothing is empty, so that equal facts are equal values.
fn empty<T: PartialEq>(list: &mut Vec<T>, nothing: T) {
    if list.iter().all(|value| *value == nothing) {
        list.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::apply;
    use crate::presets;

    #[test]
    fn a_pasted_block_changes_every_cell_of_one_stream() {
        let workbook = (presets::all()[0].workbook)();
        let id = workbook.agreement.streams[0].id;
        let block = Edit::Many(vec![
            Edit::Amount(id, 0, Amount::Stated(Pounds(11))),
            Edit::Amount(id, 1, Amount::NotStated),
            Edit::Amount(id, 2, Amount::Stated(Pounds(33))),
        ]);
        let changed = apply(&workbook, workbook.base, &block).unwrap();
        assert_eq!(
            changed.agreement.streams[0].amounts,
            [
                Amount::Stated(Pounds(11)),
                Amount::NotStated,
                Amount::Stated(Pounds(33))
            ]
        );
    }

    #[test]
    fn a_limit_that_is_taken_back_leaves_the_outcome_as_it_was() {
        let workbook = (presets::all()[0].workbook)();
        let plain = |outcome: &&Outcome| outcome.capacity.is_empty() && outcome.minimum.is_empty();
        let id = workbook.agreement.outcomes.iter().find(plain).unwrap().id;
        let there_and_back = Edit::Many(vec![
            Edit::Minimum(id, 1, Pounds(5)),
            Edit::Capacity(id, 2, Some(Pounds(7))),
            Edit::Minimum(id, 1, Pounds(0)),
            Edit::Capacity(id, 2, None),
            Edit::Capacity(id, 9, Some(Pounds(7))),
        ]);
        assert_eq!(
            apply(&workbook, workbook.base, &there_and_back).unwrap(),
            workbook
        );
    }
}
