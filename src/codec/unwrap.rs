//! What mail programs, chat programs and word processors do to a text, undone.

/// How often the undoing is repeated until nothing changes; two wrappers need four rounds.
const ROUNDS: usize = 8;

/// How line breaks are taken: as they are, or as breaks that a mail program put into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// Every white space ends a link.
    Kept,
    /// Soft breaks of quoted-printable (`=` at the end of a line) are joined.
    Soft,
    /// Lines are joined where the next one looks like more of a link: long, or with a digit.
    Likely,
    /// All lines are joined, without the `>` of a quotation.
    Lines,
    /// All white space is dropped.
    All,
}

/// Undoes wrappers and escapes until nothing changes, with line breaks taken as told.
pub fn unwrap(text: &str, breaks: Breaks) -> String {
    let mut current = join(&plain_characters(text), breaks);
    for _ in 0..ROUNDS {
        let decoded = percent_decoded(&unescaped(&current));
        let next = join(&plain_characters(&decoded), breaks);
        if next == current {
            break;
        }
        current = next;
    }
    current
}

/// The same text with the second encoding of Proofpoint's URL Defense version 2 undone, which
/// writes `-` for `%` and `_` for `/`; `None` if the text has no such wrapper.
pub fn defended(text: &str) -> Option<String> {
    let (_, wrapped) = text.split_once("urldefense.proofpoint.com/v2/url?u=")?;
    let address = wrapped
        .split(|c: char| c == '&' || c.is_whitespace())
        .next()?;
    Some(percent_decoded(
        &address.replace('-', "%").replace('_', "/"),
    ))
}

/// Drops characters that cannot be seen, and puts `-` for the dashes of autocorrection.
fn plain_characters(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            // Soft hyphen, zero-width characters, joiners, directional marks, byte order mark.
            // The backslash is Markdown's, before `-` and `_`.
            '\\'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}' => None,
            // Hyphens, figure dash, en dash, em dash, minus.
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
                Some('-')
            }
            other => Some(other),
        })
        .collect()
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    [
        ("&amp;", "&"),
        ("&gt;", ">"),
        ("&lt;", "<"),
        ("&#35;", "#"),
        ("&num;", "#"),
        ("&#x23;", "#"),
    ]
    .iter()
    .fold(text.to_owned(), |held, (escape, character)| {
        held.replace(escape, character)
    })
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let pair = (first == b'%').then(|| hexadecimal(after)).flatten();
        bytes.push(pair.unwrap_or(first));
        rest = if pair.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two hexadecimal digits at the front stand for.
fn hexadecimal(text: &[u8]) -> Option<u8> {
    let pair = str::from_utf8(text.get(..2)?).ok()?;
    if pair.starts_with('+') {
        None
    } else {
        u8::from_str_radix(pair, 16).ok()
    }
}

fn join(text: &str, breaks: Breaks) -> String {
    match breaks {
        Breaks::Kept => text.to_owned(),
        Breaks::Soft => join_soft(text),
        Breaks::Likely => join_lines(text, looks_like_more),
        Breaks::Lines => join_lines(text, |_| true),
        Breaks::All => join_lines(text, |_| true).split_whitespace().collect(),
    }
}

/// Joins soft breaks and undoes `=3D` and `=23`, the escapes that a link meets in
/// quoted-printable (RFC 2045, section 6.7).
fn join_soft(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\r', '\n', ' ']);
        match bare.strip_suffix('=') {
            Some(open) if bare.len() < line.len() => joined.push_str(open),
            _ => joined.push_str(line),
        }
    }
    joined.replace("=3D", "=").replace("=23", "#")
}

fn join_lines(text: &str, continues: impl Fn(&str) -> bool) -> String {
    let mut joined = String::with_capacity(text.len());
    for (at, line) in join_soft(text).lines().enumerate() {
        let bare = line
            .trim_start_matches([' ', '\t', '\u{a0}', '>', '|'])
            .trim_end();
        if at > 0 && !continues(bare) {
            joined.push('\n');
        }
        joined.push_str(bare);
    }
    joined
}

/// Whether a line begins with what may be more of a link rather than with a word.
fn looks_like_more(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    first.len() >= 20 || first.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Breaks, defended, unwrap};

    #[test]
    fn decodes_until_nothing_changes() {
        assert_eq!(unwrap("a%252523k1", Breaks::Kept), "a#k1");
        assert_eq!(unwrap("a%26amp%3Bb", Breaks::Kept), "a&b");
        assert_eq!(unwrap("100% of %zz %+1", Breaks::Kept), "100% of %zz %+1");
    }

    #[test]
    fn drops_the_invisible_and_plain_dashes_the_rest() {
        assert_eq!(
            unwrap("k\u{200b}1\u{ad}a\u{2013}b%E2%80%8Bc", Breaks::Kept),
            "k1a-bc"
        );
    }

    #[test]
    fn joins_as_told() {
        let text = "k1abc\r\n> def7\r\n>> Regards\r\nBob  B";
        assert_eq!(unwrap("x=\r\ny", Breaks::Soft), "xy");
        assert_eq!(unwrap("s=3Dk1", Breaks::Soft), "s=k1");
        assert_eq!(unwrap(text, Breaks::Likely), "k1abcdef7\nRegards\nBob  B");
        assert_eq!(unwrap(text, Breaks::Lines), "k1abcdef7RegardsBob  B");
        assert_eq!(unwrap(text, Breaks::All), "k1abcdef7RegardsBobB");
    }

    #[test]
    fn undoes_url_defense() {
        let text =
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__laa.example_-23k1a-5Fb-2D9&d=D";
        assert_eq!(
            defended(text).as_deref(),
            Some("https://laa.example/#k1a_b-9")
        );
        assert_eq!(defended("https://laa.example/#k1"), None);
    }
}
