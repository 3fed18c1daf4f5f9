//! Formatting of instants with the patterns of moment.js.

use jiff::civil::{DateTime, Weekday};

use super::unit::to_civil;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Tokens of moment.js; a token precedes its own prefixes.
pub(super) const TOKENS: [&str; 44] = [
    "YYYY", "YY", "MMMM", "MMM", "MM", "Mo", "M", "DDDD", "DDDo", "DDD", "DD", "Do", "D", "dddd", "ddd",
    "dd", "d", "HH", "H", "hh", "h", "kk", "k", "mm", "m", "ss", "s", "SSS", "SS", "S", "A", "a", "Q", "Z",
    "ZZ", "X", "x", "E", "WW", "W", "ww", "w", "GGGG", "e",
];

/// Expands a localized pattern such as `LL` to the American English one.
fn expand_long_pattern(pattern: &str) -> &str {
    match pattern {
        "LT" => "h:mm A",
        "LTS" => "h:mm:ss A",
        "L" => "MM/DD/YYYY",
        "l" => "M/D/YYYY",
        "LL" => "MMMM D, YYYY",
        "ll" => "MMM D, YYYY",
        "LLL" => "MMMM D, YYYY h:mm A",
        "lll" => "MMM D, YYYY h:mm A",
        "LLLL" => "dddd, MMMM D, YYYY h:mm A",
        "llll" => "ddd, MMM D, YYYY h:mm A",
        other => other,
    }
}

/// A part of a pattern: a token or literal text.
pub(super) enum PatternPart<'a> {
    Token(&'static str),
    Text(&'a str),
}

/// Splits a pattern into tokens and literal text.
pub(super) fn split_pattern(pattern: &str) -> Vec<PatternPart<'_>> {
    let mut rest = expand_long_pattern(pattern);
    let mut parts = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = if first == '[' {
            let end = rest.find(']').map_or(rest.len(), |end| end + 1);
            let text = rest.get(..end).unwrap_or_default();
            parts.push(PatternPart::Text(text.trim_start_matches('[').trim_end_matches(']')));
            end
        } else if let Some(token) = TOKENS.iter().find(|token| rest.starts_with(**token)) {
            parts.push(PatternPart::Token(token));
            token.len()
        } else {
            parts.push(PatternPart::Text(rest.get(..first.len_utf8()).unwrap_or_default()));
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    parts
}

/// Formats an instant with a pattern.
pub fn format_instant(millis: f64, pattern: &str) -> String {
    let Some(at) = to_civil(millis) else { return "Invalid date".to_owned() };
    split_pattern(pattern)
        .iter()
        .map(|part| match part {
            PatternPart::Text(text) => (*text).to_owned(),
            PatternPart::Token(token) => {
                format_date_token(token, at).unwrap_or_else(|| format_time_token(token, at, millis))
            }
        })
        .collect()
}

fn format_date_token(token: &str, at: DateTime) -> Option<String> {
    let month = MONTHS.get(at.month() as usize - 1).copied().unwrap_or_default();
    let weekday = weekday_name(at.weekday());
    let iso = at.date().iso_week_date();
    Some(match token {
        "YYYY" => format!("{:04}", at.year()),
        "YY" => format!("{:02}", at.year().rem_euclid(100)),
        "GGGG" => format!("{:04}", iso.year()),
        "MMMM" => month.to_owned(),
        "MMM" => month.get(..3).unwrap_or(month).to_owned(),
        "MM" => format!("{:02}", at.month()),
        "M" => at.month().to_string(),
        "Mo" => ordinal_text(i64::from(at.month())),
        "DD" => format!("{:02}", at.day()),
        "D" => at.day().to_string(),
        "Do" => ordinal_text(i64::from(at.day())),
        "DDDD" => format!("{:03}", at.date().day_of_year()),
        "DDD" => at.date().day_of_year().to_string(),
        "DDDo" => ordinal_text(i64::from(at.date().day_of_year())),
        "dddd" => weekday.to_owned(),
        "ddd" => weekday.get(..3).unwrap_or(weekday).to_owned(),
        "dd" => weekday.get(..2).unwrap_or(weekday).to_owned(),
        "d" | "e" => at.weekday().to_sunday_zero_offset().to_string(),
        "E" => at.weekday().to_monday_one_offset().to_string(),
        "W" | "w" => iso.week().to_string(),
        "WW" | "ww" => format!("{:02}", iso.week()),
        "Q" => ((at.month() - 1) / 3 + 1).to_string(),
        _ => return None,
    })
}

fn format_time_token(token: &str, at: DateTime, millis: f64) -> String {
    let hour12 = if at.hour() % 12 == 0 { 12 } else { at.hour() % 12 };
    let hour24 = if at.hour() == 0 { 24 } else { at.hour() };
    let morning = at.hour() < 12;
    match token {
        "HH" => format!("{:02}", at.hour()),
        "H" => at.hour().to_string(),
        "hh" => format!("{hour12:02}"),
        "h" => hour12.to_string(),
        "kk" => format!("{hour24:02}"),
        "k" => hour24.to_string(),
        "mm" => format!("{:02}", at.minute()),
        "m" => at.minute().to_string(),
        "ss" => format!("{:02}", at.second()),
        "s" => at.second().to_string(),
        "SSS" => format!("{:03}", at.millisecond()),
        "SS" => format!("{:02}", at.millisecond() / 10),
        "S" => (at.millisecond() / 100).to_string(),
        "A" => (if morning { "AM" } else { "PM" }).to_owned(),
        "a" => (if morning { "am" } else { "pm" }).to_owned(),
        "Z" => "+00:00".to_owned(),
        "ZZ" => "+0000".to_owned(),
        "X" => (millis / 1000.0).floor().to_string(),
        "x" => millis.to_string(),
        other => other.to_owned(),
    }
}

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn ordinal_text(number: i64) -> String {
    let ending = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_formatted_as_in_moment_js() {
        // 2023-03-07 15:04:05.006 UTC, a Tuesday.
        let millis = 1_678_201_445_006.0;
        for (pattern, text) in [
            ("MMM D", "Mar 7"),
            ("h:mm:ss.SSS a", "3:04:05.006 pm"),
            ("hA", "3PM"),
            ("ll", "Mar 7, 2023"),
            ("[Q]Q - YYYY", "Q1 - 2023"),
            ("dddd Do", "Tuesday 7th"),
            ("MM/DD/YYYY HH:mm", "03/07/2023 15:04"),
        ] {
            assert_eq!(format_instant(millis, pattern), text, "{pattern}");
        }
    }
}
