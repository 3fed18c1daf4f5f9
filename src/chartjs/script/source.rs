//! The text of a script: its recognition, and the forms in which people write a configuration.

use sha2::{Digest, Sha256};

/// A script that makes a configuration.
#[derive(Clone, Debug)]
pub(crate) struct ScriptSource {
    pub(super) text: String,
    /// The number of characters that were put before the first line.
    pub(super) inserted: usize,
    /// The names of the variables at the top level.
    pub(super) variables: Vec<String>,
    pub(super) settings: ScriptSettings,
}

/// The settings of a script's run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ScriptSettings {
    /// The result of `Date.now()`, in milliseconds since 1970.
    pub(crate) now: i64,
}

/// The assignment that turns a literal into a script.
const EXPORT: &str = "module.exports=";
/// The words with which a script begins that is not a literal.
const FIRST_WORDS: [&str; 14] = [
    "const", "let", "var", "function", "module", "exports", "export", "import", "new", "return", "Chart",
    "class", "async", "window",
];
/// The number of bytes in which the words of a configuration are searched.
const SEARCHED_BYTES: usize = 64 * 1024;

/// True if a text that is neither JSON nor JSON5 may be a script that makes a configuration.
pub(crate) fn looks_like_script(text: &str) -> bool {
    let code = skip_comments(text);
    let starts_as_code = code.starts_with(['{', '(', '!', ';'])
        || code.starts_with("'use strict'")
        || code.starts_with("\"use strict\"")
        || first_word(code).is_some_and(|word| FIRST_WORDS.contains(&word));
    let head = text.get(..floor_char_boundary(text, SEARCHED_BYTES)).unwrap_or(text);
    let has_word = |word: &str| {
        head.match_indices(word).any(|(start, _)| {
            let before = head.get(..start).and_then(|before| before.chars().next_back());
            let after =
                head.get(start + word.len()..).unwrap_or_default().trim_start_matches(['\'', '"', '`']);
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
                && after.trim_start().starts_with([':', ',', '(', '}'])
        })
    };
    starts_as_code && (has_word("datasets") || has_word("type") && (has_word("data") || has_word("options")))
}

fn floor_char_boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The text after white space and comments.
fn skip_comments(text: &str) -> &str {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    loop {
        let after = if rest.starts_with("//") {
            rest.split_once('\n').map_or("", |(_, after)| after)
        } else if rest.starts_with("/*") {
            rest.split_once("*/").map_or("", |(_, after)| after)
        } else {
            return rest;
        };
        rest = after.trim_start();
    }
}

fn first_word(code: &str) -> Option<&str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
        .next()
        .filter(|word| !word.is_empty())
}

impl ScriptSource {
    /// Prepares a text: a literal becomes an export, and the words of ECMAScript modules, which a script can't have, are
    /// replaced by others of the same length, so that the positions of errors stay.
    pub(crate) fn new(text: &str, settings: ScriptSettings) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let is_literal = skip_comments(text).starts_with('{');
        let text = if is_literal { format!("{EXPORT}{text}") } else { replace_module_words(text) };
        let variables = top_level_variables(&text);
        Self { text, inserted: if is_literal { EXPORT.len() } else { 0 }, variables, settings }
    }

    /// The start of the script's random numbers.
    pub(super) fn random_seed(&self) -> u32 {
        let digest = Sha256::digest(self.text.as_bytes());
        digest.iter().take(4).fold(0, |seed, byte| seed << 8 | u32::from(*byte))
    }

    /// The line of the script at a line number, counted from 1, as the user wrote it.
    pub(super) fn line(&self, line: usize) -> &str {
        let text = self.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        if line == 1 { text.get(self.inserted..).unwrap_or_default() } else { text }
    }
}

/// Replaces `export default` by an assignment and comments out imports, line by line.
fn replace_module_words(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let code = line.trim_start();
        let indent = line.get(..line.len() - code.len()).unwrap_or_default();
        let replaced = if let Some(rest) = code.strip_prefix("export default ") {
            format!("{indent}{EXPORT}{rest}")
        } else if let Some(rest) = code.strip_prefix("export ") {
            format!("{indent}       {rest}")
        } else if code.starts_with("import ")
            && (code.contains(" from ") || code.contains('\'') || code.contains('"'))
        {
            format!("{indent}//{}", code.get(2..).unwrap_or_default())
        } else {
            line.to_owned()
        };
        lines.push(replaced);
    }
    lines.join("\n")
}

/// The names after `const`, `let` and `var` at the start of lines.
fn top_level_variables(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines() {
        let declared =
            ["const ", "let ", "var "].iter().find_map(|word| line.trim_start().strip_prefix(word));
        if let Some(name) = declared.and_then(|rest| first_word(rest.trim_start()))
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_recognised_by_their_first_word_and_their_keys() {
        for (text, expected) in [
            ("{type: 'bar', data: {labels: [], datasets: []}, options: {a: () => 1}}", true),
            ("// chart\n({type: `bar`, data})", true),
            ("const config = { type: 'line', data: data };", true),
            ("module.exports = { type: 'pie', data: {} }", true),
            ("new Chart(ctx, {type: 'pie', data: {}})", true),
            ("date,remaining\n2026-01-01,3\n", false),
            ("{\"name\": \"Sprint 12\", \"days\": [1,]]}", false),
            ("const x = 1;", false),
        ] {
            assert_eq!(looks_like_script(text), expected, "{text}");
        }
    }

    #[test]
    fn module_words_are_replaced_without_moving_what_follows() {
        let source = ScriptSource::new(
            "import Chart from 'chart.js';\nexport const a = 1;\nexport default {type: 'bar'};",
            ScriptSettings::default(),
        );
        let lines: Vec<&str> = source.text.lines().collect();
        assert_eq!(lines[2], "module.exports={type: 'bar'};");
        assert_eq!(lines[2].find('{'), "export default {".find('{'));
        assert_eq!(source.variables, ["a"]);
    }
}
