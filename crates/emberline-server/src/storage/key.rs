//! The key of a stored picture. It holds a hash of the content: a changed picture gets a new address, which no cache has.

use std::fmt;

use sha2::{Digest, Sha256};

/// Maximal characters of a name in a key.
const MAX_SLUG_CHARS: usize = 80;
/// Maximal bytes of a template and of a prefix. S3 accepts keys of 1024 bytes; names and hash take up the rest.
const MAX_TEMPLATE_BYTES: usize = 256;
/// Hexadecimal digits of a hash: 96 bits.
const HASH_DIGITS: usize = 24;

/// A template of keys, such as `{team}/{sprint}/{as_of}-{hash}`. A segment whose parts are all empty is omitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyTemplate(Vec<KeyPart>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum KeyPart {
    Text(String),
    Team,
    Sprint,
    AsOf,
    Hash,
}

/// Values for the parts of a key template.
#[derive(Clone, Copy, Debug)]
pub struct KeyFields<'a> {
    /// Name of the team; empty if it is unknown.
    pub team: &'a str,
    /// Name of the sprint.
    pub sprint: &'a str,
    /// Date of the data.
    pub as_of: jiff::civil::Date,
    /// The bytes of the picture, which are hashed.
    pub content: &'a [u8],
    /// `png` or `svg`.
    pub extension: &'static str,
}

impl KeyTemplate {
    /// Parses a template.
    ///
    /// # Errors
    /// The expected form, if keys could lie outside of the prefix or two pictures could get the same key.
    pub fn parse(text: &str) -> Result<Self, String> {
        check_key_path(text)?;
        let text = text.strip_suffix(".png").unwrap_or(text);
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or("a `}` after each `{`")?;
            parts.push(KeyPart::Text(before.to_owned()));
            parts.push(match name {
                "team" => KeyPart::Team,
                "sprint" => KeyPart::Sprint,
                "as_of" => KeyPart::AsOf,
                "hash" => KeyPart::Hash,
                _ => {
                    return Err(format!("{{team}}, {{sprint}}, {{as_of}} or {{hash}} instead of {{{name}}}"));
                }
            });
            rest = after;
        }
        parts.push(KeyPart::Text(rest.to_owned()));
        if let Some(repeated) = [KeyPart::Team, KeyPart::Sprint, KeyPart::AsOf, KeyPart::Hash]
            .into_iter()
            .find(|part| parts.iter().filter(|other| *other == part).count() > 1)
        {
            return Err(format!("{} once", Self(vec![repeated])));
        }
        if !parts.contains(&KeyPart::Hash) {
            return Err("{hash} in it: without it a new picture would have an old one's key".to_owned());
        }
        Ok(Self(parts))
    }

    /// The key of a picture, below the prefix. It consists of letters, digits and the template's own characters.
    pub fn key_for(&self, fields: &KeyFields<'_>) -> String {
        let filled: String = self.0.iter().map(|part| part.fill(fields)).collect();
        let segments: Vec<&str> = filled
            .split('/')
            .map(|segment| segment.trim_matches('-'))
            .filter(|segment| !matches!(*segment, "" | "." | ".."))
            .collect();
        format!("{}.{}", segments.join("/"), fields.extension)
    }
}

impl KeyPart {
    /// The text of this part in a key.
    fn fill(&self, fields: &KeyFields<'_>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Team => name_slug(fields.team),
            Self::Sprint => name_slug(fields.sprint),
            Self::AsOf => fields.as_of.to_string(),
            Self::Hash => sha256_hex(fields.content).chars().take(HASH_DIGITS).collect(),
        }
    }
}

impl Default for KeyTemplate {
    fn default() -> Self {
        let text = |text: &str| KeyPart::Text(text.to_owned());
        Self(vec![
            KeyPart::Team,
            text("/"),
            KeyPart::Sprint,
            text("/"),
            KeyPart::AsOf,
            text("-"),
            KeyPart::Hash,
        ])
    }
}

/// Checks a prefix or template: it must not contain segments or characters with which a key could lie elsewhere.
///
/// # Errors
/// The expected form.
pub fn check_key_path(text: &str) -> Result<(), String> {
    let is_allowed =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '=' | '{' | '}');
    if let Some(bad) = text.chars().find(|c| !is_allowed(*c)) {
        return Err(format!("letters, digits and / - _ . = alone, no {bad:?}"));
    }
    if text.starts_with('/') || text.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err("a path without a leading / and without the segments . and ..".to_owned());
    }
    if text.len() > MAX_TEMPLATE_BYTES {
        return Err(format!("at most {MAX_TEMPLATE_BYTES} characters"));
    }
    Ok(())
}

/// SHA-256 in hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name in the form for keys: `Sprint 12 (Füchse)` becomes `sprint-12-fuchse`.
fn name_slug(name: &str) -> String {
    let slug: String = slug::slugify(name).chars().take(MAX_SLUG_CHARS).collect();
    slug.trim_end_matches('-').to_owned()
}

impl fmt::Display for KeyTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            KeyPart::Text(text) => f.write_str(text),
            KeyPart::Team => f.write_str("{team}"),
            KeyPart::Sprint => f.write_str("{sprint}"),
            KeyPart::AsOf => f.write_str("{as_of}"),
            KeyPart::Hash => f.write_str("{hash}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields<'a>(team: &'a str, sprint: &'a str) -> KeyFields<'a> {
        KeyFields { team, sprint, as_of: jiff::civil::date(2026, 3, 13), content: b"", extension: "png" }
    }

    #[test]
    fn a_key_contains_team_sprint_and_date() {
        let key = KeyTemplate::default().key_for(&fields("Füchse & Co", "Sprint 12: ../../etc"));
        assert_eq!(key, "fuchse-co/sprint-12-etc/2026-03-13-e3b0c44298fc1c149afbf4c8.png");
    }

    #[test]
    fn empty_names_leave_no_empty_segment() {
        let key = KeyTemplate::default().key_for(&fields("", "…"));
        assert_eq!(key, "2026-03-13-e3b0c44298fc1c149afbf4c8.png");
    }

    #[test]
    fn the_default_template_is_the_documented_one() {
        let text = "{team}/{sprint}/{as_of}-{hash}";
        assert_eq!(KeyTemplate::default().to_string(), text);
        let parsed = KeyTemplate::parse(&format!("{text}.png")).expect("a template");
        assert_eq!(parsed.to_string(), text);
        assert_eq!(parsed.key_for(&fields("a", "b")), KeyTemplate::default().key_for(&fields("a", "b")));
    }

    #[test]
    fn invalid_templates_are_refused() {
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
    fn segments_of_dots_are_dropped_from_a_key() {
        for template in ["-../{hash}", "{team}../{hash}", "{team}./-./{hash}"] {
            let key = KeyTemplate::parse(template).expect("a template").key_for(&fields("", "x"));
            assert_eq!(key, "e3b0c44298fc1c149afbf4c8.png", "{template}");
        }
    }

    #[test]
    fn any_name_gives_a_valid_s3_key() {
        let long = "長い名前 ".repeat(400);
        for name in ["..", "../..", "a/b", "\u{0}", "%2e%2e", "😀", long.as_str()] {
            let key = KeyTemplate::default().key_for(&fields(name, name));
            assert!(key.len() <= 1024 - MAX_TEMPLATE_BYTES, "{key}");
            assert!(key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-/.".contains(&b)), "{key}");
            assert!(key.split('/').all(|segment| !matches!(segment, "" | "." | "..")), "{key}");
        }
    }
}
