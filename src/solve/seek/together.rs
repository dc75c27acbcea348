//! Several changes that reach a goal together, where no single one does.

use crate::model::{Scenario, order};
use crate::solve::seek::{Input, Seeker, Way};

/// How often it is tried whether one change can make up for another: all pairs of sixty.
const TRIES: usize = 3_600;

impl Seeker<'_> {
    /// How much an input moves the result for each pound, at most; a level costs no money.
    pub(super) fn rate(&self, scenario: &Scenario, input: Input, at_most: i64) -> f64 {
        let gain = (at_most - self.measure(&self.today)) as f64;
        if let Input::Stretch(_) = input {
            return f64::INFINITY;
        }
        let Ok(room) = self.room(scenario, input) else {
            return 0.0;
        };
        gain / self.useful(scenario, input, room, at_most) as f64
    }

    /// The least of an input that moves the result as far as all of it.
    fn useful(&self, scenario: &Scenario, input: Input, most: i64, at_most: i64) -> i64 {
        let (mut low, mut high) = (0, most);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.measured(&self.moved(scenario, input, middle)) >= at_most {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// Takes inputs one after the other until the goal is reached, each as far as it moves the result beside those before
    /// it, or whole where that is not enough; then spares what can be spared.
    pub(super) fn together(
        &self,
        scenario: &Scenario,
        order: &[Input],
        tell: &mut dyn FnMut(usize),
    ) -> Option<Way> {
        let taken = self.taken(scenario, order, false, tell);
        let whole = || self.taken(scenario, order, true, &mut |_| tell(order.len()));
        let moves = taken.or_else(whole)?;
        let gathered = self.gathered(scenario, moves, &mut || tell(order.len()));
        Some(self.way(scenario, &gathered))
    }

    /// Inputs one after the other until the goal is reached: each whole, or as far as it moves the result, and whole where
    /// it moves nothing, as it may beside those after it. None where they do not reach the goal so.
    fn taken(
        &self,
        scenario: &Scenario,
        order: &[Input],
        whole: bool,
        tell: &mut dyn FnMut(usize),
    ) -> Option<Vec<(Input, i64)>> {
        let mut moves: Vec<(Input, i64)> = Vec::new();
        let mut changed = scenario.clone();
        let mut now = self.measure(&self.today);
        for (done, &input) in order.iter().enumerate() {
            tell(done);
            let Ok(room) = self.room(&changed, input) else {
                continue;
            };
            let all = self.moved(&changed, input, room);
            let at_most = self.measured(&all);
            if at_most >= self.target() {
                moves.push((input, self.least(&changed, input, room)));
                return Some(moves);
            }
            let by = match whole || at_most <= now {
                true => room,
                false => self.useful(&changed, input, room, at_most),
            };
            moves.push((input, by));
            changed = self.moved(&changed, input, by);
            now = at_most;
        }
        None
    }

    /// Spares what can be spared and leaves out changes, the smallest first, where another one that goes further makes up
    /// for them at no higher cost, each time anew; tells each.
    fn gathered(
        &self,
        scenario: &Scenario,
        mut moves: Vec<(Input, i64)>,
        tell: &mut dyn FnMut(),
    ) -> Vec<(Input, i64)> {
        let mut tries = TRIES;
        loop {
            moves = self.lowered(scenario, moves, tell);
            let mut smallest: Vec<usize> = (0..moves.len()).collect();
            order::by_key(&mut smallest, |&place| moves[place].1);
            let fewer = smallest.into_iter().find_map(|place| {
                tell();
                self.without(scenario, &moves, place, &mut tries)
            });
            match fewer {
                Some(fewer) => moves = fewer,
                None => return moves,
            }
        }
    }

    /// The changes, each lowered as far as the goal is still reached beside the others; tells each.
    fn lowered(
        &self,
        scenario: &Scenario,
        mut moves: Vec<(Input, i64)>,
        tell: &mut dyn FnMut(),
    ) -> Vec<(Input, i64)> {
        for place in 0..moves.len() {
            tell();
            let mut without = moves.clone();
            let (input, by) = without.remove(place);
            let rest = self.way(scenario, &without).scenario;
            let reached = |by| self.measured(&self.moved(&rest, input, by)) >= self.target();
            moves[place].1 = match by {
                _ if self.measured(&rest) >= self.target() => 0,
                by if reached(by - 1) => self.least(&rest, input, by - 1),
                by => by,
            };
        }
        moves.retain(|(_, by)| *by > 0);
        moves
    }

    /// The changes without one of them, if one other can make up for it.
    fn without(
        &self,
        scenario: &Scenario,
        moves: &[(Input, i64)],
        place: usize,
        tries: &mut usize,
    ) -> Option<Vec<(Input, i64)>> {
        let mut others = moves.to_vec();
        let (left_out, spared) = others.remove(place);
        if let Input::Stretch(_) = left_out {
            return None;
        }
        let all = self.way(scenario, &others).scenario;
        (0..others.len()).find_map(|at| {
            let (input, by) = others[at];
            if let Input::Stretch(_) = input {
                return None;
            }
            *tries = tries.checked_sub(1)?;
            let rest = self.moved(&all, input, -by);
            let most = self.room(&rest, input).ok()?.min(by + spared);
            if self.measured(&self.moved(&rest, input, most)) < self.target() {
                return None;
            }
            let mut fewer = others.clone();
            fewer[at].1 = self.least(&rest, input, most);
            Some(fewer)
        })
    }
}
