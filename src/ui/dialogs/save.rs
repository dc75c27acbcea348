//! Saving a workbook as a file, named by its title and the code of the open scenario.

use crate::app::Notice;
use crate::app::show::codes::file_name;
use crate::codec::file;
use crate::model::{ScenarioId, Workbook};
use crate::platform::files;

/// Offers a workbook as a download and answers with what is to be said about it.
pub(crate) fn save(workbook: &Workbook, open: ScenarioId) -> Notice {
    let name = file_name(workbook, open);
    match file::write(workbook) {
        Ok(text) if files::save(&name, "application/json", &text) => Notice::fact(format!(
            "Saved as {name}, in the folder for downloads: {}.",
            match workbook.scenarios.len() {
                1 => "the agreement and its scenario".to_owned(),
                several => format!("the agreement and its {several} scenarios"),
            }
        )),
        Ok(_) => Notice::wrong("The browser does not let this page save a file."),
        Err(error) => Notice::wrong(file::refusal(&error)),
    }
}
