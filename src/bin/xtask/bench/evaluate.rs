//! How long an evaluation takes, beside plain JavaScript and HyperFormula.

use crate::bench::program::{Program, ROUNDS, in_turns, things};
use crate::bench::{rivals, table};
use crate::browser::Browser;
use crate::shell::{cargo, heading, run};
use crate::tests::{Built, in_browser};
use crate::trouble::Trouble;

/// Prints how long an evaluation takes, and the rivals' times as multiples of it.
pub(crate) fn measure(browser: &Browser) -> Result<(), Trouble> {
    heading("Building the measurement of the evaluation (release)");
    let bench = ["bench", "--locked", "--bench", "evaluate"];
    run(cargo().args(bench).arg("--no-run"))?;
    run(in_browser(browser, Built::Release, "evaluate_web")?.arg("--no-run"))?;
    let peer = |name: &'static str| move |_| Ok(rivals::node("peer.mjs", &[name]));
    let mut programs = [
        Program::new("natively", |_| {
            let mut own = cargo();
            own.args(bench);
            Ok(own)
        }),
        Program::new("in Chromium", |_| {
            rivals::browser(browser, Built::Release, "evaluate_web", "measure")
        }),
        Program::new("plain JavaScript", peer("plain")),
        Program::new("HyperFormula", peer("sheet")).needs(rivals::from_npm()),
    ];
    in_turns(&mut programs);
    let [own, ..] = &programs;
    let rows: Vec<Vec<String>> = things(&programs)
        .into_iter()
        .map(|what| {
            let cells = programs.iter().map(|program| program.beside(own, &what));
            std::iter::once(what.clone()).chain(cells).collect()
        })
        .collect();
    let title =
        format!("Microseconds for one edit and all its results (median of {ROUNDS} rounds)");
    let head = [
        "",
        own.name,
        "in Chromium",
        "plain JavaScript",
        "HyperFormula",
    ];
    table::print(&title, &head, &rows);
    println!(
        "\nThe plain recalculation and the sheet do less: they trace no payer, carry nothing, pay no\n\
         partner and find nothing, and they reckon in floating point."
    );
    Ok(())
}
