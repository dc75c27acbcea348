//! Rust as text: what of a file is code, what a string and what a comment.

/// What a stretch of a file is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Code,
    /// A string or a character.
    Literal,
    Comment,
}

/// The stretches of a file, in their order.
fn parts(text: &str) -> Vec<(Part, &str)> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(next) = text[at..].find(['/', '"', '\'']) {
        at += next;
        let Some((part, length)) = begins(&text[from..at], &text[at..]) else {
            at += 1;
            continue;
        };
        parts.extend([
            (Part::Code, &text[from..at]),
            (part, &text[at..at + length]),
        ]);
        at += length;
        from = at;
    }
    parts.push((Part::Code, &text[from..]));
    parts
}

/// What begins with a slash or a quote after some code, and how long it is.
fn begins(code: &str, text: &str) -> Option<(Part, usize)> {
    let through = |close: &str| {
        let end = text[1..].find(close);
        end.map_or(text.len(), |end| 1 + end + close.len())
    };
    let name = code.trim_end_matches('#');
    if text.starts_with("//") {
        Some((Part::Comment, text.find('\n').unwrap_or(text.len())))
    } else if text.starts_with("/*") {
        Some((Part::Comment, through("*/")))
    } else if text.starts_with('"') && name.ends_with('r') {
        Some((
            Part::Literal,
            through(&format!("\"{}", &code[name.len()..])),
        ))
    } else if text.starts_with('"') {
        Some((Part::Literal, quoted(text)))
    } else {
        // Another slash divides, another quote is a lifetime's.
        let inside = text.strip_prefix('\'')?;
        let is_character = inside.starts_with('\\') || inside.chars().nth(1) == Some('\'');
        is_character.then(|| (Part::Literal, quoted(text)))
    }
}

/// The length of what stands in quotes at the head of a text.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && text.starts_with(c) {
            return at + 1;
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

/// Those parts of a file that are wanted.
pub(crate) fn only(text: &str, wanted: &[Part]) -> String {
    let parts = parts(text).into_iter();
    parts
        .filter(|(part, _)| wanted.contains(part))
        .map(|(_, text)| text)
        .collect()
}

/// The code of a file without its comments.
pub(crate) fn code(text: &str) -> String {
    only(text, &[Part::Code, Part::Literal])
}

/// The numbers with a point or an exponent in code without strings.
pub(crate) fn decimals(code: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || "_.".contains(c);
    // A range parts two numbers; a number after a single point is a field.
    let words = code
        .split("..")
        .flat_map(|code| code.split(|c| !is_part(c)));
    words
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()) && !word.starts_with("0x"))
        .filter(|word| {
            let end = word.find(|c: char| !c.is_ascii_digit() && c != '_');
            let after = end.map_or("", |end| &word[end..]);
            let is_digit = |c: char| c.is_ascii_digit();
            match after.strip_prefix('.') {
                Some(places) => places.is_empty() || places.starts_with(is_digit),
                None => after.starts_with(['e', 'E']),
            }
        })
        .collect()
}

#[test]
fn code_is_told_from_comments_and_strings() {
    let text = r##"let a = "http://b"; // c
let d = '\u{200e}'; fn f<'g>() { r#"h"// "# } /* i */ '"' // j"##;
    let kept = r##"let a = "http://b"; 
let d = '\u{200e}'; fn f<'g>() { r#"h"// "# }  '"' "##;
    assert_eq!(code(text), kept);
    let bare = "let a = ; \nlet d = ; fn f<'g>() { r# }   ";
    assert_eq!(only(text, &[Part::Code]), bare);
    let numbers = "0.6 + 1e3 - 2. / 1_000.5; 0..10; a.0.1; 2.max(3); 0x1e5; [0; 3]; 0..=0.5";
    assert_eq!(decimals(numbers), ["0.6", "1e3", "2.", "1_000.5", "0.5"]);
}
