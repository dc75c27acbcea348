//! Names as people type them.

use crate::model::check::{is_name, is_plain, too_long_by};
use crate::model::limits;

/// Reads a name: neither empty nor longer than a name may be.
///
/// # Errors
/// What is wrong with the text.
pub fn read(text: &str) -> Result<String, String> {
    let name = text.trim();
    if name.is_empty() {
        Err("This needs a name. Type one.".to_owned())
    } else if is_name(name) {
        Ok(name.to_owned())
    } else if !name.chars().all(is_plain) {
        Err("This name has characters that cannot be shown. Type it again.".to_owned())
    } else {
        // Letters with accents take more room than others: a fixed number of them would not be true.
        Err(match too_long_by(name, limits::NAME_BYTES) {
            1 => "This name is too long by one letter. Shorten it.".to_owned(),
            letters => format!("This name is too long by {letters} letters. Shorten it."),
        })
    }
}

/// The name of a copy: `Copy of Connexions`; the end of a long name gives way.
#[must_use]
pub fn copy_of(name: &str) -> String {
    let mut copy = format!("Copy of {name}");
    while !is_name(&copy) && copy.pop().is_some() {}
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_neither_empty_nor_too_long() {
        assert_eq!(read("  Police "), Ok("Police".to_owned()));
        assert!(read("   ").is_err());
        assert!(read(&"a".repeat(80)).is_ok());
        assert!(read("a\u{202e}b").is_err_and(|says| says.contains("Type it again")));
    }

    #[test]
    fn a_name_that_is_too_long_is_told_by_how_many_letters() {
        let one = "This name is too long by one letter. Shorten it.".to_owned();
        assert_eq!(read(&"a".repeat(81)), Err(one));
        let five = "This name is too long by 5 letters. Shorten it.".to_owned();
        assert_eq!(read(&"ŵ".repeat(45)), Err(five));
        assert!(read(&"ŵ".repeat(40)).is_ok());
    }

    #[test]
    fn a_copy_of_a_long_name_still_fits() {
        assert_eq!(copy_of("Connexions"), "Copy of Connexions");
        assert_eq!(
            read(&copy_of(&"é".repeat(40))).map(|name| name.len()),
            Ok(80)
        );
    }
}
