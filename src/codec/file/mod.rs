//! A workbook as a file: JSON that a person can read, compare and type.

mod called;
mod refusal;

pub use refusal::refusal;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use thiserror::Error;

use crate::codec::file::called::{called, quoted};
use crate::model::{
    Agreement, BasisPoints, Entry, Fault, Note, Scenario, ScenarioId, Workbook, check,
};

/// The schema that this version writes.
pub const SCHEMA: u64 = 1;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 5_000_000;

/// Why a file did not open.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than what is read.
    #[error("{bytes} bytes, at most {limit} are read")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The size of the largest that is read.
        limit: usize,
    },
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It begins as no file of this page does.
    #[error("not a file of this page")]
    Foreign,
    /// It breaks off in a line, counted from 1.
    #[error("ends in line {0}")]
    CutShort(usize),
    /// It is no JSON from a line on, counted from 1.
    #[error("line {0}: no JSON")]
    NotJson(usize),
    /// It is JSON and does not say which schema it follows.
    #[error("no schema")]
    NoSchema,
    /// It holds a whole library, where a single workbook is read.
    #[error("a library")]
    Library,
    /// It was saved by a later version.
    #[error("schema {0}")]
    Newer(u64),
    /// An entry is missing, unknown or of the wrong sort.
    #[error("line {line}: {found}")]
    Entry {
        /// The line, counted from 1.
        line: usize,
        /// What is the matter with it, as the JSON reader says it.
        found: String,
    },
    /// Every entry is as it should be, and they do not fit together.
    #[error("{} faults", .0.len())]
    Faults(Vec<Fault>),
}

/// What tells files apart before they are read.
#[derive(Deserialize)]
struct Marked {
    /// Every file of one workbook has this.
    schema: Option<u64>,
    /// Every file of several workbooks has this.
    library: Option<u64>,
}

/// A file of schema 1.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: u64,
    title: String,
    agreement: Agreement,
    scenarios: Vec<Scenario>,
    base: ScenarioId,
    #[serde(default)]
    last_id: u16,
    #[serde(default = "crate::model::usual_correlation")]
    correlation: BasisPoints,
    #[serde(default)]
    notes: Vec<Note>,
    #[serde(default)]
    ledger: Vec<Entry>,
}

/// What is written: the schema, then the workbook.
#[derive(Serialize)]
struct Marking<'a> {
    schema: u64,
    #[serde(flatten)]
    workbook: &'a Workbook,
}

/// Writes a workbook, two spaces to a level; the same workbook always gives the same bytes.
///
/// # Errors
/// None for any workbook that a program can hold; the JSON writer's own are passed on as text.
pub fn write(workbook: &Workbook) -> Result<String, FileError> {
    let marking = Marking {
        schema: SCHEMA,
        workbook,
    };
    let mut text = serde_json::to_string_pretty(&marking).map_err(|error| said(&error))?;
    text.push('\n');
    Ok(text)
}

/// Reads a workbook that holds together.
///
/// # Errors
/// [`FileError`] says what is the matter and where.
pub fn read(text: &str) -> Result<Workbook, FileError> {
    if text.len() > LARGEST {
        return Err(too_large(text.len(), LARGEST));
    }
    let text = begun(text)?;
    let marked: Marked = serde_json::from_str(text).map_err(|error| said(&error))?;
    let workbook = match marked.schema {
        None if marked.library.is_some() => return Err(FileError::Library),
        None => return Err(FileError::NoSchema),
        Some(schema) => {
            known(schema)?;
            first_schema(text)?
        }
    };
    checked(workbook)
}

/// The text of a file from its first brace on; what begins otherwise was never written here.
fn begun(text: &str) -> Result<&str, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().chars().next() {
        None => Err(FileError::Empty),
        Some('{') => Ok(text),
        Some(_) => Err(FileError::Foreign),
    }
}

/// A workbook that holds together; what is wrong with it is said with whose it is.
fn checked(workbook: Workbook) -> Result<Workbook, FileError> {
    let Err(mut faults) = check(&workbook) else {
        return Ok(workbook);
    };
    for fault in &mut faults {
        if let Some(about) = fault.about {
            fault.says = format!("{} – {}", called(&workbook, about), fault.says);
        }
    }
    Err(FileError::Faults(faults))
}

/// What is the matter with one workbook of several, said with its title.
fn within(title: &str, error: FileError) -> FileError {
    let FileError::Faults(mut faults) = error else {
        return error;
    };
    let which = quoted(title).unwrap_or_else(|| "one of its workbooks".to_owned());
    for fault in &mut faults {
        fault.says = format!("in {which}, {}", fault.says);
    }
    FileError::Faults(faults)
}

/// Whether a schema is one that is read.
fn known(schema: u64) -> Result<(), FileError> {
    match schema {
        0 => Err(FileError::NoSchema),
        SCHEMA => Ok(()),
        newer => Err(FileError::Newer(newer)),
    }
}

fn first_schema(text: &str) -> Result<Workbook, FileError> {
    let file: File = serde_json::from_str(text).map_err(|error| said(&error))?;
    Ok(file.workbook())
}

impl File {
    fn workbook(self) -> Workbook {
        Workbook {
            title: self.title,
            agreement: self.agreement,
            scenarios: self.scenarios,
            base: self.base,
            last_id: self.last_id,
            correlation: self.correlation,
            notes: self.notes,
            ledger: self.ledger,
        }
    }
}

/// The schema of a file of several workbooks.
const LIBRARY: u64 = 1;

/// The largest file of several workbooks that is read, in bytes.
pub const LARGEST_LIBRARY: usize = 20_000_000;

/// A file of several workbooks, each as in a file of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    #[serde(rename = "library")]
    _library: u64,
    workbooks: Vec<File>,
}

/// Writes several workbooks as one file.
///
/// # Errors
/// As for [`write()`].
pub fn write_library(workbooks: &[Workbook]) -> Result<String, FileError> {
    let texts: Result<Vec<String>, FileError> = workbooks.iter().map(write).collect();
    let texts = texts?.join(",\n");
    Ok(format!(
        "{{\n\"library\": {LIBRARY},\n\"workbooks\": [\n{texts}]\n}}\n"
    ))
}

/// Reads the workbooks of one file, which may be that of a single one.
///
/// # Errors
/// [`FileError`] says what is the matter and where; then none is read.
pub fn read_library(text: &str) -> Result<Vec<Workbook>, FileError> {
    if text.len() > LARGEST_LIBRARY {
        return Err(too_large(text.len(), LARGEST_LIBRARY));
    }
    let text = begun(text)?;
    let marked: Marked = serde_json::from_str(text).map_err(|error| said(&error))?;
    match marked.library {
        None => Ok(vec![read(text)?]),
        Some(0) => Err(FileError::NoSchema),
        Some(LIBRARY) => {
            let library: Library = serde_json::from_str(text).map_err(|error| said(&error))?;
            let workbooks = library.workbooks.into_iter().map(|file| {
                known(file.schema)?;
                let title = file.title.clone();
                checked(file.workbook()).map_err(|error| within(&title, error))
            });
            workbooks.collect()
        }
        Some(newer) => Err(FileError::Newer(newer)),
    }
}

fn too_large(bytes: usize, limit: usize) -> FileError {
    FileError::TooLarge { bytes, limit }
}

/// Letters that are told of what the JSON reader says: it may quote the file, which may be anything.
const MOST_SAID: usize = 200;

fn said(error: &serde_json::Error) -> FileError {
    let line = error.line();
    let whole = error.to_string();
    let found = whole.split(" at line ").next().unwrap_or_default();
    match error.classify() {
        Category::Data => FileError::Entry {
            line,
            found: found.chars().take(MOST_SAID).collect(),
        },
        Category::Eof => FileError::CutShort(line),
        Category::Io | Category::Syntax => FileError::NotJson(line),
    }
}

#[cfg(test)]
mod tests {
    use super::{FileError, LARGEST_LIBRARY, read, read_library, refusal, write, write_library};

    pub(crate) const SMALL: &str = r#"{
  "schema": 1,
  "title": "Two grants",
  "agreement": {
    "area": { "name": "Bexworth" },
    "first_year": 2006,
    "streams": [{ "id": 1, "name": "Connexions", "amounts": [1000, { "low": 5, "high": 9 }, null] }]
  },
  "scenarios": [{ "id": 2, "name": "Base" }],
  "base": 2
}"#;

    #[test]
    fn a_typed_file_opens_and_comes_back() {
        let workbook = read(SMALL).unwrap();
        assert_eq!(workbook.agreement.years, 3);
        let text = write(&workbook).unwrap();
        assert!(
            text.starts_with("{\n  \"schema\": 1,\n  \"title\": \"Two grants\","),
            "{text}"
        );
        assert_eq!(read(&text), Ok(workbook.clone()));
        assert_eq!(write(&read(&text).unwrap()), Ok(text));
    }

    #[test]
    fn refuses_other_files_and_later_ones() {
        assert_eq!(read("{}"), Err(FileError::NoSchema));
        // In a file of several workbooks the same is said of each.
        for (schema, error) in [(0, FileError::NoSchema), (2, FileError::Newer(2))] {
            let one = SMALL.replace("\"schema\": 1", &format!("\"schema\": {schema}"));
            let several = format!("{{\"library\": 1, \"workbooks\": [{one}]}}");
            assert_eq!(read(&one), Err(error.clone()));
            assert_eq!(read_library(&several), Err(error));
        }
        let misfit = SMALL.replace("\"base\": 2", "\"base\": 7");
        let several = format!("{{\"library\": 1, \"workbooks\": [{SMALL}, {misfit}]}}");
        assert_eq!(
            refusal(&read_library(&several).unwrap_err()),
            "This file does not hold together: in “Two grants”, the base is not one of the scenarios. \
             If it was edited by hand, look there; otherwise ask for it again."
        );
        let limit = LARGEST_LIBRARY;
        let large = " ".repeat(limit + 1);
        let error = FileError::TooLarge {
            bytes: limit + 1,
            limit,
        };
        assert_eq!(read_library(&large), Err(error));
        for read in [
            |text: &str| read(text).map(|_| ()),
            |text: &str| read_library(text).map(|_| ()),
        ] {
            assert_eq!(read("PK\u{3}\u{4}"), Err(FileError::Foreign));
            assert_eq!(read("\u{fffd}PNG\r\n\u{1a}\n"), Err(FileError::Foreign));
            assert_eq!(read("[1, 2]"), Err(FileError::Foreign));
            assert_eq!(read("\u{feff} \n"), Err(FileError::Empty));
            assert_eq!(read(&SMALL[..200]), Err(FileError::CutShort(7)));
            assert_eq!(read("{\\rtf1 Offer}"), Err(FileError::NotJson(1)));
        }
        let large = " ".repeat(5_000_001);
        assert_eq!(
            refusal(&read(&large).unwrap_err()),
            "This file has 6 MB and at most 5 are read: it is probably another file."
        );
        let library = write_library(&[read(SMALL).unwrap()]).unwrap();
        assert_eq!(read(&library), Err(FileError::Library));
    }
}
