//! Finds the link in whatever text arrived: an address, a mail, a wrapper round a wrapper.
//!
//! The text is unwrapped in five ways, strictest first, and every place where a link might
//! begin is tried. The length and the check decide, so trying more accepts nothing wrong.

use crate::codec::envelope;
use crate::codec::outcome::{LONGEST_LINK, LONGEST_PASTE, LinkError};
use crate::codec::text::{self, is_link_character};
use crate::codec::unwrap::{self, Breaks};

/// Runs shorter than this, with no `#` before them, are words that happen to begin with `k1`.
const WORD: usize = 40;

/// The body of the first link in `text` that holds.
///
/// The text may be an address with the link in its fragment, in its path as `%23k1…` or in
/// `?s=`, the fragment alone, or any prose that contains one of these.
///
/// # Errors
/// If none holds, what is the matter with the longest that looks like one.
pub fn find(text: &str) -> Result<Vec<u8>, LinkError> {
    let characters = text.chars().count();
    if characters > LONGEST_PASTE {
        return Err(LinkError::TooLong {
            characters,
            limit: LONGEST_PASTE,
        });
    }
    let mut failure = None;
    for breaks in [
        Breaks::Kept,
        Breaks::Soft,
        Breaks::Likely,
        Breaks::Lines,
        Breaks::All,
    ] {
        let unwrapped = unwrap::unwrap(text, breaks);
        let defended = unwrap::defended(&unwrapped);
        for version in [Some(unwrapped), defended].into_iter().flatten() {
            let found = scan(&version);
            if let Some(Ok(envelope)) = found {
                return envelope::open(&envelope).map(<[u8]>::to_vec);
            }
            // Stricter readings stop at each wrap, looser ones take prose for more of the link.
            if breaks == Breaks::Likely {
                failure = failure.or(found.and_then(Result::err));
            }
        }
    }
    Err(failure.unwrap_or(LinkError::NoLink))
}

/// The envelope of the first link that holds, else what is the matter with the longest that
/// does not, else `None`.
fn scan(text: &str) -> Option<Result<Vec<u8>, LinkError>> {
    let mut longest: Option<(usize, LinkError)> = None;
    for (at, _) in text.match_indices(['k', 'K']) {
        let (before, from) = text.split_at(at);
        if !from
            .as_bytes()
            .get(1)
            .is_some_and(|digit| (b'1'..=b'9').contains(digit))
            || before.bytes().last().is_some_and(is_link_character)
        {
            continue;
        }
        let run = &from[..from.bytes().take_while(|&c| is_link_character(c)).count()];
        let told = run.len() >= WORD || before.ends_with(['#', '=']);
        // Only for runs of a length that cannot be frequent: a hostile text is read once.
        let reach = if run.len() < WORD { 0 } else { LONGEST_LINK };
        let behind = from[run.len()..].bytes().take(reach);
        let more = behind.take_while(|c| !c.is_ascii_whitespace()).count();
        match text::read(run, more) {
            Ok(envelope) => return Some(Ok(envelope)),
            Err(error) if told && longest.is_none_or(|(length, _)| run.len() > length) => {
                longest = Some((run.len(), error));
            }
            Err(_) => {}
        }
    }
    longest.map(|(_, error)| Err(error))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::codec::envelope::seal;
    use crate::codec::outcome::{Ahead, LinkError};
    use crate::codec::text::{Spelling, write};

    /// Bodies whose links hold several `-` and `_`.
    fn body() -> Vec<u8> {
        (0..600_u32)
            .map(|n| (n * n * 7 + n / 3 + 250) as u8)
            .collect()
    }

    fn link() -> String {
        write(&seal(&body()), Spelling::Mixed)
    }

    fn percent(text: &str) -> String {
        let escape = |c: char| match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' | '.' => c.to_string(),
            other => format!("%{:02X}", other as u32),
        };
        text.chars().map(escape).collect()
    }

    fn safe_link(address: &str) -> String {
        let host = "https://eur02.safelinks.protection.outlook.com/?url=";
        format!(
            "{host}{}&data=05%7C02%7Ck1%7C1&sdata=aB3%3D&reserved=0",
            percent(address)
        )
    }

    fn wrapped(text: &str, width: usize, end: &str) -> String {
        let lines: Vec<&str> = text
            .as_bytes()
            .chunks(width)
            .map(|line| str::from_utf8(line).unwrap())
            .collect();
        lines.join(end)
    }

    /// The manglings of `peers.md`: what happened, and the text that it left.
    fn manglings() -> Vec<(&'static str, String)> {
        let link = link();
        let address = format!("https://laa.example.org/model/#{link}");
        let path = "https://laa.example.org/model/";
        let other = if &address[250..251] == "Q" { "R" } else { "Q" };
        let altered = format!("{}{other}{}", &address[..250], &address[251..]);
        vec![
            ("as sent", address.clone()),
            ("the fragment alone", format!("#{link}")),
            ("# escaped into the path", format!("{path}%23{link}")),
            ("escaped twice", format!("{path}%2523{link}")),
            (
                "in the query, with a tracker",
                format!("{path}?a=1&amp;s={link}&amp;utm_source=x"),
            ),
            ("Safe Links", safe_link(&address)),
            ("Safe Links twice", safe_link(&safe_link(&address))),
            ("quoted-printable", wrapped(&address, 75, "=\r\n")),
            ("wrapped", wrapped(&address, 76, "\r\n")),
            (
                "wrapped and quoted",
                format!("> See\n> {}\n> Yours, Ann", wrapped(&address, 70, "\n> > ")),
            ),
            (
                "wrapped with prose about it",
                format!("Dear Bob,\n{}\nKind regards", wrapped(&address, 72, "\n")),
            ),
            ("zero-width spaces", wrapped(&address, 30, "\u{200b}")),
            ("dashes autocorrected", address.replace('-', "\u{2013}")),
            ("a tracker behind", format!("{address}&utm_campaign=offer")),
            (
                "Markdown",
                format!("Our [offer]({}).", address.replace('_', "\\_")),
            ),
            (
                "in angle brackets, full stop behind",
                format!("<{address}>."),
            ),
            ("letters run on", format!("{address}_x")),
            ("cut short", address[..500].to_owned()),
            ("one character altered", altered),
            ("small letters", address.to_ascii_lowercase()),
        ]
    }

    #[test]
    fn survives_what_mail_does() {
        let manglings = manglings();
        assert_eq!(manglings.len(), 20);
        assert!(link().contains('-') && link().contains('_'));
        let refused: Vec<&str> = manglings
            .iter()
            .filter(|(what, text)| match find(text) {
                Ok(opened) => {
                    assert_eq!(opened, body(), "wrongly accepted: {what}");
                    false
                }
                Err(_) => true,
            })
            .map(|(what, _)| *what)
            .collect();
        assert_eq!(
            refused,
            ["cut short", "one character altered", "small letters"]
        );
    }

    #[test]
    fn says_how_each_refused_one_was_damaged() {
        let refused = |what: &str| {
            let manglings = manglings();
            find(&manglings.iter().find(|(name, _)| *name == what).unwrap().1)
        };
        // 603 bytes of envelope are 804 characters, with mark and check 812. The address
        // before the fragment has 31 characters.
        let cut = LinkError::CutShort {
            arrived: 469,
            expected: Some(812),
        };
        assert_eq!(refused("cut short"), Err(cut));
        let altered = |case_lost| Err(LinkError::Altered { case_lost });
        assert_eq!(refused("one character altered"), altered(false));
        assert_eq!(refused("small letters"), altered(true));
    }

    #[test]
    fn counts_across_wraps_and_stops_at_prose() {
        let cut = &link()[..300];
        let text = format!("Look:\n> #{}\n>\n> Regards", wrapped(cut, 60, "\n> "));
        let expected = LinkError::CutShort {
            arrived: 300,
            expected: Some(812),
        };
        assert_eq!(find(&text), Err(expected));
    }

    #[test]
    fn reads_capitals_in_any_case() {
        let capitals = write(&seal(&body()), Spelling::Capitals);
        for text in [capitals.to_ascii_lowercase(), wrapped(&capitals, 64, "\n")] {
            assert_eq!(
                find(&format!("HTTPS://LAA.EXAMPLE.ORG/#{text}")),
                Ok(body())
            );
        }
    }

    #[test]
    fn reads_what_mail_protection_wrote() {
        let version_2 = link().replace('-', "-2D").replace('_', "-5F");
        let host = "https://urldefense.proofpoint.com/v2/url?u=https-3A__laa.example.org_-23";
        assert_eq!(find(&format!("{host}{version_2}&d=DwMF&c=k1")), Ok(body()));
        let host = "https://urldefense.com/v3/__https://laa.example.org/*";
        assert_eq!(find(&format!("{host}{}__;Iw!!NBCF!a$", link())), Ok(body()));
    }

    #[test]
    fn finds_nothing_where_nothing_is() {
        for text in [
            "",
            "k1",
            "See form K1 and annex k2.",
            "https://laa.example.org/#/reward",
        ] {
            assert_eq!(find(text), Err(LinkError::NoLink), "{text}");
        }
        assert_eq!(
            find("https://laa.example.org/#k2abc"),
            Err(LinkError::Newer(Ahead::Text))
        );
        let long = "k1 ".repeat(30_000);
        let refused = LinkError::TooLong {
            characters: 90_000,
            limit: 65_536,
        };
        assert_eq!(find(&long), Err(refused));
    }

    #[test]
    fn prefers_the_link_that_holds() {
        let text = format!("Old: #{}\nNew: #{}", &link()[..200], link());
        assert_eq!(find(&text), Ok(body()));
    }
}
