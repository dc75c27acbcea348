//! What owners of aligned streams have spent in years that are over: it is gone, and pooling the stream brings none of it.

use crate::engine::is_pooled;
use crate::model::{
    Agreement, Amount, Control, Grid, Indicator, Pounds, Relaxation, Scenario, Stream, StreamId,
};

/// The agreement for rules relaxed in a scenario: of streams to be pooled, what their owners have spent in years that are
/// over is an aligned stream of its own, as far as they have it.
pub(crate) fn without_gone(
    agreement: &Agreement,
    scenario: &Scenario,
    relaxed: &[Relaxation],
) -> Agreement {
    let mut left = agreement.clone();
    for (place, stream) in agreement.streams.iter().enumerate() {
        if is_pooled(scenario, stream) || !relaxed.contains(&Relaxation::Pool(stream.id)) {
            continue;
        }
        let spent = spent_for_good(agreement, stream);
        if spent.cells().next().is_none() {
            continue;
        }
        let mut gone = Stream {
            id: free_id(&left),
            control: Control::Aligned,
            ..stream.clone()
        };
        for (year, amount) in gone.amounts.iter_mut().enumerate() {
            let pounds: Pounds = spent.cells().filter(|it| it.1 == year).map(|it| it.2).sum();
            let has = amount.counted();
            *amount = Amount::Stated(pounds.min(has));
            left.streams[place].amounts[year] = Amount::Stated((has - pounds).or_nothing());
        }
        gone.spending = spent;
        left.streams.push(gone);
    }
    left
}

/// What the owner of a stream has spent on outcomes up to the last year with a recorded value.
fn spent_for_good(agreement: &Agreement, stream: &Stream) -> Grid {
    let mut spent = Grid::default();
    for (outcome, year, pounds) in stream.spending.cells() {
        let is_over = |it: &Indicator| it.last_actual().is_some_and(|last| year <= last);
        let mut own = agreement.indicators.iter();
        if own.any(|it| it.outcome == outcome && is_over(it)) {
            spent.set(outcome, year, pounds);
        }
    }
    spent
}

/// An id that no stream has.
pub(crate) fn free_id(agreement: &Agreement) -> StreamId {
    let taken = |id: u16| agreement.streams.iter().any(|it| it.id.0 == id);
    let id = (0..=u16::MAX).rev().find(|&id| !taken(id));
    StreamId(id.unwrap_or(u16::MAX))
}
