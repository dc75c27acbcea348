//! Something large that is shared, as a property of a component.

use std::ops::Deref;
use std::rc::Rc;

/// Equal when it is the same one; what is in it is not compared.
#[derive(Debug)]
pub(crate) struct Identical<T>(pub(crate) Rc<T>);

impl<T> Clone for Identical<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Identical<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Identical<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
