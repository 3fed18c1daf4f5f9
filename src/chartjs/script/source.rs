//! The text of a script: its recognition, and the forms in which people write a configuration.

use sha2::{Digest, Sha256};

use crate::chartjs::parse::chart_type::ChartType;

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
/// The types of version 2 and of QuickChart that Chart.js 4 does not have.
const OTHER_TYPES: [&str; 7] = [
    "horizontalBar",
    "sparkline",
    "progressBar",
    "radialGauge",
    "outlabeledPie",
    "outlabeledDoughnut",
    "donut",
];
/// The number of bytes in which the words of a configuration are searched.
const SEARCHED_BYTES: usize = 64 * 1024;

/// True if a text that is neither JSON nor JSON5 may be a script that makes a configuration: it has braces, and the key
/// `datasets` or a type of chart. A web page, and a tracker's answer that is cut off, have other words.
pub(crate) fn looks_like_script(text: &str) -> bool {
    let code = skip_comments(text);
    let head = code.get(..floor_char_boundary(code, SEARCHED_BYTES)).unwrap_or(code);
    !code.starts_with('<')
        && head.contains('{')
        && (values_of_key(head, "datasets").next().is_some()
            || values_of_key(head, "type").any(names_chart_type))
}

/// The text after each use of a key: after its colon, or after the key itself where it is short for `key: key`.
fn values_of_key<'a>(text: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(key).filter_map(move |(start, _)| {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let before = text.get(..start)?.chars().next_back();
        let after = text.get(start + key.len()..)?.trim_start_matches(['\'', '"', '`']).trim_start();
        let is_whole = !before.is_some_and(is_part) && after.starts_with([':', ',', '}', '=', '[', '.', '(']);
        is_whole.then(|| after.trim_start_matches(':').trim_start())
    })
}

/// True if a text begins with the quoted name of a type that Chart.js 2 or 4 or QuickChart has.
fn names_chart_type(text: &str) -> bool {
    let Some(quoted) = text.strip_prefix(['\'', '"', '`']) else { return false };
    let name = first_word(quoted).unwrap_or_default();
    ChartType::from_name(name).is_some() || OTHER_TYPES.contains(&name)
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

/// Replaces `export default` by an assignment and leaves out imports, line by line.
fn replace_module_words(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut is_in_import = false;
    for line in text.split('\n') {
        let code = line.trim_start();
        // An import ends with the quoted name of its module, perhaps some lines later.
        is_in_import |= code.starts_with("import ") || code.starts_with("import{");
        let indent = line.get(..line.len() - code.len()).unwrap_or_default();
        let replaced = if let Some(rest) = code.strip_prefix("export default ") {
            format!("{indent}{EXPORT}{rest}")
        } else if let Some(rest) = code.strip_prefix("export ") {
            format!("{indent}       {rest}")
        } else if is_in_import {
            is_in_import = !code.contains(['\'', '"']);
            String::new()
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
    fn scripts_are_recognised_by_their_keys_and_types() {
        for (text, expected) in [
            ("{type: 'bar', data: {labels: [], datasets: []}, options: {a: () => 1}}", true),
            ("// chart\n({type: `bar`, data})", true),
            ("const config = { type: 'line', data: data };", true),
            ("module.exports = { type: 'pie', data: {} }", true),
            ("new Chart(ctx, {type: 'pie', data: {}})", true),
            ("date,remaining\n2026-01-01,3\n", false),
            ("{\"name\": \"Sprint 12\", \"days\": [1,]]}", false),
            ("const x = 1;", false),
            ("while (true); module.exports = {type: 'bar', data: {}}", true),
            ("document.addEventListener('load', () => { new Chart(c, {type: 'pie', data: d}) })", true),
            ("{\"data\": {\"items\": [{\"type\": \"Issue\", ", false),
            ("<html><script>{type: 'bar'}</script>", false),
            ("name,type\nbar,{", false),
        ] {
            assert_eq!(looks_like_script(text), expected, "{text}");
        }
    }

    #[test]
    fn an_import_of_several_lines_is_left_out() {
        let text = "import {\n  Chart\n} from 'chart.js';\nexport default {type: 'bar'};";
        let source = ScriptSource::new(text, ScriptSettings::default());
        assert_eq!(source.text, "\n\n\nmodule.exports={type: 'bar'};");
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
