//! The choice of a pattern for the fields of a date. `locales/generate.mjs` leaves out the patterns that these rules yield.

use std::collections::BTreeMap;

/// A rule to find a pattern: the field at a position, if it has one width, is looked up with another, and its width is set in
/// the pattern that is found.
struct Rule {
    position: usize,
    from: char,
    to: char,
    /// The letters of the field in patterns; empty if its width stays.
    letters: &'static str,
}

const fn rule(position: usize, from: char, to: char, letters: &'static str) -> Rule {
    Rule { position, from, to, letters }
}

const DATE_RULES: [Rule; 7] = [
    rule(0, 'w', 's', "Ec"),
    rule(0, 's', 'l', "Ec"),
    rule(2, 'w', 's', "ML"),
    rule(2, 's', 'l', "ML"),
    rule(2, '2', 'n', "M"),
    rule(3, '2', 'n', "d"),
    rule(1, '2', 'n', "y"),
];

const TIME_RULES: [Rule; 3] = [rule(0, '2', 'n', "hHkK"), rule(1, 'n', '2', ""), rule(2, 'n', '2', "")];

/// The pattern of the fields weekday, year, month and day.
pub(super) fn date_pattern(patterns: &BTreeMap<String, String>, key: &str) -> Option<String> {
    find_pattern(patterns, key, &DATE_RULES)
}

/// The pattern of the fields hour, minute and second.
pub(super) fn time_pattern(patterns: &BTreeMap<String, String>, key: &str) -> Option<String> {
    find_pattern(patterns, key, &TIME_RULES)
}

fn find_pattern(patterns: &BTreeMap<String, String>, key: &str, rules: &[Rule]) -> Option<String> {
    if let Some(pattern) = patterns.get(key) {
        return Some(pattern.clone());
    }
    let rule = rules.iter().find(|rule| key.chars().nth(rule.position) == Some(rule.from))?;
    let replace = |(position, letter)| if position == rule.position { rule.to } else { letter };
    let general: String = key.chars().enumerate().map(replace).collect();
    let pattern = find_pattern(patterns, &general, rules)?;
    Some(set_width(pattern, rule.letters, rule.from))
}

/// Sets the width of the fields with some letters.
fn set_width(mut pattern: String, letters: &str, width: char) -> String {
    let digit = match width {
        'l' => 4,
        's' => 3,
        'w' => 5,
        '2' => 2,
        _ => 1,
    };
    for letter in letters.chars() {
        for old in 1..=5 {
            pattern = pattern.replace(&format!("{{{letter}{old}}}"), &format!("{{{letter}{digit}}}"));
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_pattern_is_that_of_other_widths() {
        let patterns = BTreeMap::from([("lnln".to_owned(), "{E4}, {M4} {d1}, {y1}".to_owned())]);
        assert_eq!(date_pattern(&patterns, "sns2").as_deref(), Some("{E3}, {M3} {d2}, {y1}"));
        assert_eq!(date_pattern(&patterns, "-nln"), None);
    }
}
