//! Links of released versions open for ever, with the figures that they were sent with.
//!
//! Each pair in `tests/fixtures/links` is a link as it was copied and the file that was saved
//! beside it; `rewards.csv` has what each of its scenarios earned in that release, in pence. Pairs
//! and lines are added with each release and never changed.

use std::fs;
use std::path::Path;

use laa::codec::code::Code;
use laa::codec::{file, link};
use laa::engine::evaluate;

#[test]
fn released_links_open_with_their_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links");
    let mut opened = 0;
    let mut lines: Vec<String> = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let (sent, code) = text.trim().rsplit_once('\n').unwrap();
        let expected =
            file::read(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        let received = link::read(sent).unwrap();
        assert_eq!(received.workbook, expected, "{}", path.display());
        let held = Code::of(
            &received.workbook.agreement,
            &received.workbook.scenarios[0],
        );
        assert_eq!(held.to_string(), code, "{}", path.display());
        let name = path.file_stem().unwrap().to_str().unwrap();
        let earned = received.workbook.scenarios.iter().map(|scenario| {
            let reward = evaluate(&received.workbook.agreement, scenario).reward;
            format!("{name},{},{}", scenario.id.0, reward.0)
        });
        lines.extend(earned);
        opened += 1;
    }
    assert!(opened >= 2, "{opened} links were found");
    lines.sort();
    let expected = fs::read_to_string(folder.join("rewards.csv")).unwrap();
    let expected: Vec<&str> = expected.lines().skip(1).collect();
    assert_eq!(lines, expected);
}
