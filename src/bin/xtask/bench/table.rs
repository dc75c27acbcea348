//! Prints a table: words on the left, figures on the right; and goals with whether they are reached.

/// Prints a table under a title; the first cell of each row is its name.
pub(crate) fn print(title: &str, head: &[&str], rows: &[Vec<String>]) {
    println!("\n{title}\n");
    let head: Vec<String> = head.iter().map(|&word| word.to_owned()).collect();
    let all = || std::iter::once(&head).chain(rows);
    let width = |column: usize| {
        let cells = all().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    for row in all() {
        for (column, cell) in row.iter().enumerate() {
            let width = width(column);
            if column == 0 {
                print!("{cell:width$}");
            } else {
                print!("   {cell:>width$}");
            }
        }
        println!();
    }
}

/// Prints a goal: how many times another program's figure must be, against what was found.
pub(crate) fn goal(what: &str, least: f64, found: Option<f64>) {
    let word = match found {
        None => "not measured",
        Some(found) if found >= least => "reached",
        Some(_) => "NOT REACHED",
    };
    let found = found.map_or_else(String::new, |found| format!(", found {found:.1}"));
    println!("{word:13}{what}: at least {least}{found}");
}
