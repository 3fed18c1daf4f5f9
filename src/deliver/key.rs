//! The key of a stored picture: from its content, so that a new picture never hides behind an old address.

use std::fmt;

use sha2::{Digest, Sha256};

/// Characters of a name in a key.
const SLUG_CHARS: usize = 80;
/// Bytes of a template and of a prefix: S3 takes keys of 1024, names and hash need the rest.
const TEMPLATE_BYTES: usize = 256;
/// Hexadecimal digits of a hash: 96 bits.
const HASH_DIGITS: usize = 24;

/// How keys are made: `{team}/{sprint}/{as_of}-{hash}`. A segment whose parts are all empty is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyTemplate(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Team,
    Sprint,
    AsOf,
    Hash,
}

/// What a key tells of its picture.
#[derive(Clone, Copy, Debug)]
pub struct KeyFacts<'a> {
    /// Whose sprint it is; empty where nobody said.
    pub team: &'a str,
    /// The sprint's name.
    pub sprint: &'a str,
    /// The date the picture tells of.
    pub as_of: jiff::civil::Date,
    /// The object's bytes.
    pub content: &'a [u8],
    /// `png` or `svg`.
    pub ending: &'static str,
}

impl KeyTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// What is expected, where the template could climb out of its prefix or give two pictures one key.
    pub fn parse(text: &str) -> Result<Self, String> {
        path(text)?;
        let text = text.strip_suffix(".png").unwrap_or(text);
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or("a `}` after each `{`")?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(match name {
                "team" => Part::Team,
                "sprint" => Part::Sprint,
                "as_of" => Part::AsOf,
                "hash" => Part::Hash,
                _ => {
                    return Err(format!("{{team}}, {{sprint}}, {{as_of}} or {{hash}} instead of {{{name}}}"));
                }
            });
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        if let Some(twice) = [Part::Team, Part::Sprint, Part::AsOf, Part::Hash]
            .into_iter()
            .find(|part| parts.iter().filter(|other| *other == part).count() > 1)
        {
            return Err(format!("{} once", Self(vec![twice])));
        }
        if !parts.contains(&Part::Hash) {
            return Err("{hash} in it: without it a new picture would have an old one's key".to_owned());
        }
        Ok(Self(parts))
    }

    /// The key of a picture, below the prefix. Only letters, digits and the template's own characters stand in it.
    pub fn key(&self, facts: &KeyFacts<'_>) -> String {
        let filled: String = self.0.iter().map(|part| part.filled(facts)).collect();
        let segments: Vec<&str> = filled
            .split('/')
            .map(|s| s.trim_matches('-'))
            .filter(|s| !matches!(*s, "" | "." | ".."))
            .collect();
        format!("{}.{}", segments.join("/"), facts.ending)
    }
}

impl Part {
    fn filled(&self, facts: &KeyFacts<'_>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Team => slug(facts.team),
            Self::Sprint => slug(facts.sprint),
            Self::AsOf => facts.as_of.to_string(),
            Self::Hash => hash(facts.content).chars().take(HASH_DIGITS).collect(),
        }
    }
}

impl Default for KeyTemplate {
    fn default() -> Self {
        let text = |text: &str| Part::Text(text.to_owned());
        Self(vec![Part::Team, text("/"), Part::Sprint, text("/"), Part::AsOf, text("-"), Part::Hash])
    }
}

/// Refuses what could leave its place in the bucket.
///
/// # Errors
/// What is expected of a prefix or template.
pub fn path(text: &str) -> Result<(), String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '=' | '{' | '}');
    if let Some(bad) = text.chars().find(|c| !plain(*c)) {
        return Err(format!("letters, digits and / - _ . = alone, no {bad:?}"));
    }
    if text.starts_with('/') || text.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err("a path without a leading / and without the segments . and ..".to_owned());
    }
    if text.len() > TEMPLATE_BYTES {
        return Err(format!("at most {TEMPLATE_BYTES} characters"));
    }
    Ok(())
}

/// SHA-256 in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name as a part of a key: `Sprint 12 (Füchse)` → `sprint-12-fuchse`.
pub fn slug(name: &str) -> String {
    let slug: String = slug::slugify(name).chars().take(SLUG_CHARS).collect();
    slug.trim_end_matches('-').to_owned()
}

impl fmt::Display for KeyTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Text(text) => f.write_str(text),
            Part::Team => f.write_str("{team}"),
            Part::Sprint => f.write_str("{sprint}"),
            Part::AsOf => f.write_str("{as_of}"),
            Part::Hash => f.write_str("{hash}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts<'a>(team: &'a str, sprint: &'a str) -> KeyFacts<'a> {
        KeyFacts { team, sprint, as_of: jiff::civil::date(2026, 3, 13), content: b"", ending: "png" }
    }

    #[test]
    fn a_key_tells_team_sprint_and_date() {
        let key = KeyTemplate::default().key(&facts("Füchse & Co", "Sprint 12: ../../etc"));
        assert_eq!(key, "fuchse-co/sprint-12-etc/2026-03-13-e3b0c44298fc1c149afbf4c8.png");
    }

    #[test]
    fn what_is_empty_leaves_no_empty_segment() {
        let key = KeyTemplate::default().key(&facts("", "…"));
        assert_eq!(key, "2026-03-13-e3b0c44298fc1c149afbf4c8.png");
    }

    #[test]
    fn the_default_is_written_as_the_readme_has_it() {
        let text = "{team}/{sprint}/{as_of}-{hash}";
        assert_eq!(KeyTemplate::default().to_string(), text);
        let read = KeyTemplate::parse(&format!("{text}.png")).expect("a template");
        assert_eq!(read.to_string(), text);
        assert_eq!(read.key(&facts("a", "b")), KeyTemplate::default().key(&facts("a", "b")));
    }

    #[test]
    fn a_template_stays_in_its_prefix() {
        for (template, expected) in [
            ("../{hash}", "a path without a leading / and without the segments . and .."),
            ("a/../{hash}", "a path without a leading / and without the segments . and .."),
            ("/{hash}", "a path without a leading / and without the segments . and .."),
            ("a\u{7}{hash}", "letters, digits and / - _ . = alone, no '\\u{7}'"),
            ("a b{hash}", "letters, digits and / - _ . = alone, no ' '"),
            ("{team}/{sprint}", "{hash} in it: without it a new picture would have an old one's key"),
            ("{tame}-{hash}", "{team}, {sprint}, {as_of} or {hash} instead of {tame}"),
            ("{hash", "a `}` after each `{`"),
            ("{sprint}/{sprint}-{hash}", "{sprint} once"),
        ] {
            assert_eq!(KeyTemplate::parse(template).expect_err(template), expected);
        }
        assert!(KeyTemplate::parse(&format!("{}{{hash}}", "a".repeat(250))).is_ok());
        assert!(KeyTemplate::parse(&format!("{}{{hash}}", "a".repeat(251))).is_err());
    }

    #[test]
    fn what_is_left_of_a_segment_does_not_climb() {
        for template in ["-../{hash}", "{team}../{hash}", "{team}./-./{hash}"] {
            let key = KeyTemplate::parse(template).expect("a template").key(&facts("", "x"));
            assert_eq!(key, "e3b0c44298fc1c149afbf4c8.png", "{template}");
        }
    }

    #[test]
    fn any_name_gives_a_key_that_s3_takes() {
        let long = "長い名前 ".repeat(400);
        for name in ["..", "../..", "a/b", "\u{0}", "%2e%2e", "😀", long.as_str()] {
            let key = KeyTemplate::default().key(&facts(name, name));
            assert!(key.len() <= 1024 - TEMPLATE_BYTES, "{key}");
            assert!(key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-/.".contains(&b)), "{key}");
            assert!(key.split('/').all(|segment| !matches!(segment, "" | "." | "..")), "{key}");
        }
    }
}
