//! Everything the program knows while it runs.

use crate::app::desks::Desks;
use crate::app::edit::Edit;
use crate::app::history::{Earlier, History};
use crate::app::room::Room;
use crate::app::view::View;
use crate::engine::{Evaluation, evaluate};
use crate::model::{PartnerId, Scenario, ScenarioId, Workbook};
use crate::presets;
use std::rc::Rc;

/// The state of the page. It is cheap to clone: the large parts are shared.
#[derive(Clone, Debug)]
pub struct State {
    /// The workbook as last committed.
    pub workbook: Rc<Workbook>,
    /// The workbook as it would be with what is being typed, while something is.
    pub preview: Option<Rc<Workbook>>,
    /// Results of every scenario of the workbook on show.
    pub results: Vec<Rc<Evaluation>>,
    /// The open scenario.
    pub open: ScenarioId,
    /// The view on show.
    pub view: View,
    /// Steps to take back.
    pub history: History<Stood>,
    /// Those of workbooks that were on screen before.
    pub earlier: Earlier<Workbook, Stood>,
    /// The workbook as it was opened, for Reset.
    pub opened: Rc<Workbook>,
    /// Under which number the browser keeps this workbook.
    pub document: u32,
    /// The partner whose part Position shows; none: the whole agreement.
    pub partner: Option<PartnerId>,
    /// The scenario that Compare sets the open one against; none: the base.
    pub against: Option<ScenarioId>,
    /// Their workbook, where it is compared with this one and its facts are not agreed.
    pub beside: Option<Beside>,
    /// The counter-offer that is being put together from what is compared.
    pub counter: Option<ScenarioId>,
    /// What is left of the other side's differences on purpose, by what would take it.
    pub left: Vec<Rc<Edit>>,
    /// What is being worked out beside the page.
    pub desks: Desks,
    /// How the page is shown to those who look at it together.
    pub room: Room,
    /// Something to be said.
    pub notice: Option<Notice>,
}

/// How it stood between two steps.
#[derive(Clone, Debug)]
pub struct Stood {
    /// The workbook as committed.
    pub workbook: Rc<Workbook>,
    /// The scenario that was open.
    pub open: ScenarioId,
}

/// A workbook of the other side, beside the one on screen.
///
/// It brings the way in which both sides are joined, so that what asks for odds need not know every fact.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The workbook under its own ids.
    pub workbook: Rc<Workbook>,
    /// The scenario that is compared.
    pub open: ScenarioId,
    /// Both sides in one workbook, where their facts are the same.
    pub(crate) join: fn(&State) -> Option<Joined>,
}

/// Two sides as the scenarios of one workbook on my facts: mine, then theirs.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The workbook.
    pub workbook: Workbook,
    /// Mine, then theirs.
    pub sides: [ScenarioId; 2],
}

/// Something said once at the top of the page and to screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A sentence or two.
    pub says: String,
    /// Whether something went wrong.
    pub wrong: bool,
    /// Whether it is true until it is read, whatever is done next.
    pub stays: bool,
}

impl Notice {
    /// Good news, or a plain fact.
    #[must_use]
    pub fn fact(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            wrong: false,
            stays: false,
        }
    }

    /// Something that could not be done, and what to do instead.
    #[must_use]
    pub fn wrong(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            wrong: true,
            stays: false,
        }
    }

    /// Something wrong with more than what was just done: that work is not kept.
    #[must_use]
    pub fn lasting(says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            wrong: true,
            stays: true,
        }
    }
}

impl State {
    /// How it stands now.
    pub(crate) fn stood(&self) -> Stood {
        Stood {
            workbook: Rc::clone(&self.workbook),
            open: self.open,
        }
    }

    /// Opens a workbook kept under a number, with one of its scenarios open.
    #[must_use]
    pub fn open(workbook: Rc<Workbook>, open: ScenarioId, document: u32) -> Self {
        let mut state = Self {
            workbook: Rc::clone(&workbook),
            preview: None,
            results: Vec::new(),
            open,
            view: View::default(),
            history: History::default(),
            earlier: Earlier::default(),
            opened: workbook,
            document,
            partner: None,
            against: None,
            beside: None,
            counter: None,
            left: Vec::new(),
            desks: Desks::default(),
            room: Room::default(),
            notice: None,
        };
        state.refresh(None);
        state
    }

    /// Opens what the page opens on where the browser keeps no workbook.
    #[must_use]
    pub fn illustration(document: u32) -> Self {
        let workbook = presets::illustration();
        let open = workbook.shown_first();
        Self::open(Rc::new(workbook), open, document)
    }

    /// The workbook on show: with what is being typed, if it can be read.
    #[must_use]
    pub fn shown(&self) -> &Rc<Workbook> {
        self.preview.as_ref().unwrap_or(&self.workbook)
    }

    /// The open scenario on show.
    #[must_use]
    pub fn scenario(&self) -> Option<&Scenario> {
        self.shown()
            .scenario(self.open)
            .or(self.shown().scenarios.first())
    }

    /// The base scenario on show.
    #[must_use]
    pub fn base(&self) -> Option<&Scenario> {
        self.shown().scenario(self.shown().base)
    }

    /// The result of a scenario.
    #[must_use]
    pub fn result(&self, id: ScenarioId) -> Option<&Rc<Evaluation>> {
        self.results.iter().find(|result| result.scenario == id)
    }

    /// Has another scenario open, which is not compared with itself.
    pub(crate) fn turn_to(&mut self, id: ScenarioId) {
        if id != self.open {
            self.forget();
        }
        self.open = id;
        self.against = self.against.filter(|&against| against != id);
    }

    /// Forgets what was decided on differences: others are on show now.
    pub(crate) fn forget(&mut self) {
        self.counter = None;
        self.left.clear();
    }

    /// Brings the results up to date with the workbook on show. Scenarios that are as they were in
    /// `before`, on the same agreement, keep theirs.
    pub(crate) fn refresh(&mut self, before: Option<&Workbook>) {
        let shown = Rc::clone(self.shown());
        if shown.scenario(self.open).is_none() {
            self.turn_to(shown.base);
        }
        let gone = |id: &ScenarioId| shown.scenario(*id).is_none();
        if self.against.as_ref().is_some_and(gone) {
            self.against = None;
            self.forget();
        }
        self.counter = self.counter.filter(|id| !gone(id));
        let held = |id| shown.agreement.partners.iter().any(|held| held.id == id);
        self.partner = self.partner.filter(|&id| held(id));
        let same_facts = before.is_some_and(|before| before.agreement == shown.agreement);
        self.results = shown
            .scenarios
            .iter()
            .map(|scenario| {
                let unchanged = same_facts
                    && before.and_then(|before| before.scenario(scenario.id)) == Some(scenario);
                let kept = self.result(scenario.id).filter(|_| unchanged);
                kept.map_or_else(|| Rc::new(evaluate(&shown.agreement, scenario)), Rc::clone)
            })
            .collect();
    }
}
