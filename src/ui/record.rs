//! One record of the workbook, to be changed a thing at a time: a stream, an indicator, a note.
//!
//! A change is made on the record as it is then and not as it was drawn: between a change and its drawing comes another
//! one on a slow machine, and neither takes the other back.

use crate::app::{Edit, State};
use crate::ui::context::Act;
use std::rc::Rc;
use yew::prelude::*;

/// Makes the edit of what is done to a record.
type Change<T> = dyn Fn(&mut dyn FnMut(&mut T)) -> Edit;

/// A record, or a part of one.
pub(crate) struct Record<T>(Rc<Change<T>>);

impl<T> Clone for Record<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

/// As callbacks do, it stays the same one only where it is handed on.
impl<T> PartialEq for Record<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Clone + 'static> Record<T> {
    /// A record by where it is found in the state, and the edit that it means once it is changed.
    pub(crate) fn new(
        act: &Act,
        find: impl Fn(&State) -> Option<T> + 'static,
        make: impl Fn(&State, T) -> Edit + 'static,
    ) -> Self {
        let act = act.clone();
        Self(Rc::new(move |set| {
            let state = act.now();
            let found = state.as_ref().and_then(|state| find(state));
            match state.zip(found) {
                Some((state, mut record)) => {
                    set(&mut record);
                    make(&state, record)
                }
                None => Edit::none(),
            }
        }))
    }
}

impl<T: 'static> Record<T> {
    /// A part of it, for as long as it has that.
    pub(crate) fn part<P: 'static>(
        &self,
        part: impl Fn(&mut T) -> Option<&mut P> + 'static,
    ) -> Record<P> {
        let whole = self.clone();
        Record(Rc::new(move |set| {
            (whole.0)(&mut |record| {
                if let Some(part) = part(record) {
                    set(part);
                }
            })
        }))
    }

    /// The edit that a change of it means.
    pub(crate) fn with(&self, set: impl Fn(&mut T)) -> Edit {
        (self.0)(&mut |record| set(record))
    }

    /// Reads the text of a field into it.
    pub(crate) fn read(
        &self,
        set: impl Fn(&mut T, &str) -> Result<(), String> + 'static,
    ) -> Callback<String, Result<Edit, String>> {
        let record = self.clone();
        Callback::from(move |text: String| {
            let mut read = Ok(());
            let edit = (record.0)(&mut |record| read = set(record, &text));
            read.map(|()| edit)
        })
    }

    /// Puts one of several values into it, by its place among them.
    pub(crate) fn pick<V: Clone + 'static>(
        &self,
        among: Vec<V>,
        set: impl Fn(&mut T, V) + 'static,
    ) -> Callback<usize, Option<Edit>> {
        let record = self.clone();
        Callback::from(move |index: usize| {
            let value = among.get(index)?;
            Some(record.with(|record| set(record, value.clone())))
        })
    }
}

/// Takes a thing out of a list, or puts it at its end where it is not on it.
pub(crate) fn toggle_in<T: PartialEq>(list: &mut Vec<T>, thing: T) {
    let before = list.len();
    list.retain(|listed| *listed != thing);
    if list.len() == before {
        list.push(thing);
    }
}
