//! How long the prices of rules on money take together, each a search of its own.

use crate::bench::program::{Program, in_turns, things};
use crate::bench::{rivals, table};
use crate::browser::Browser;
use crate::tests::Built;
use crate::trouble::Trouble;

/// The sample whose prices a person waits for longest.
const SAMPLE: &str = "An illustrative borough";
/// Milliseconds that forty prices of fences, floors and pooling may take, and those of carrying.
const GOALS: [(&str, f64); 2] = [("fences, floors, pooling", 250.0), ("carrying", 3_000.0)];

/// Prints how long the prices take in Chromium and natively.
pub(crate) fn measure(browser: &Browser) -> Result<(), Trouble> {
    let mut programs = [
        Program::new("in Chromium", |_| {
            rivals::browser(browser, Built::Worker, "solve_web", "prices")
        }),
        Program::new("natively", |_| Ok(rivals::native("solve", &["prices"]))),
    ];
    in_turns(&mut programs);
    let [own, native] = &programs;
    let rows: Vec<Vec<String>> = things(&programs)
        .into_iter()
        .filter_map(|what| {
            let line = own.about(&what).next()?;
            let proved = if line.proved { "all" } else { "not all" };
            Some(vec![
                what.clone(),
                line.count.to_string(),
                own.beside(own, &what),
                native.beside(own, &what),
                proved.to_owned(),
            ])
        })
        .collect();
    let title =
        "Milliseconds for all prices together (in brackets: times this program in Chromium)";
    let head = ["", "prices", own.name, native.name, "proved"];
    table::print(title, &head, &rows);
    println!();
    for (sort, most) in GOALS {
        let what = format!("{SAMPLE}: {sort}");
        let found = own.time(&what).map(|time| most / time);
        let goal =
            format!("times within the {most} ms for all prices of {sort} on the largest sample");
        table::goal(&goal, 1.0, found);
    }
    Ok(())
}
