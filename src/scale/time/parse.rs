//! Parsing of instants as in moment.js.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use super::format::{MONTHS, PatternPart, split_pattern};
use super::unit::to_millis;

/// Parses an instant in ISO 8601 or in a common American English notation; returns `None` for other text.
pub fn parse_instant(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Some(timestamp.as_millisecond() as f64);
    }
    if let Ok(civil) = text.parse::<DateTime>() {
        return to_millis(civil);
    }
    if let Ok(date) = text.parse::<Date>() {
        return to_millis(date.at(0, 0, 0, 0));
    }
    const PATTERNS: [&str; 10] = [
        "YYYY-MM-DD HH:mm:ss.SSS",
        "YYYY-MM-DD HH:mm",
        "YYYY-MM",
        "YYYY",
        "MM/DD/YYYY HH:mm:ss",
        "MM/DD/YYYY HH:mm",
        "MM/DD/YYYY",
        "MMM D, YYYY h:mm:ss a",
        "MMM D, YYYY HH:mm",
        "MMM D, YYYY",
    ];
    PATTERNS.iter().find_map(|pattern| parse_pattern(text, pattern, true))
}

/// Parses an instant with a pattern. Fields missing at the end have their smallest value. Text that does not match the
/// pattern is parsed by [`parse_instant`].
pub fn parse_with_pattern(text: &str, pattern: &str) -> Option<f64> {
    parse_pattern(text.trim(), pattern, false).or_else(|| parse_instant(text))
}

/// Fields of a date that have been parsed.
struct DateFields {
    year: i16,
    month: i8,
    day: i8,
    hour: i8,
    minute: i8,
    second: i8,
    millisecond: i32,
    afternoon: Option<bool>,
    instant: Option<f64>,
}

fn parse_pattern(text: &str, pattern: &str, strict: bool) -> Option<f64> {
    let mut fields = DateFields {
        year: 1970,
        month: 1,
        day: 1,
        hour: 0,
        minute: 0,
        second: 0,
        millisecond: 0,
        afternoon: None,
        instant: None,
    };
    let mut rest = text;
    for part in split_pattern(pattern) {
        if rest.is_empty() && !strict {
            break;
        }
        rest = match part {
            PatternPart::Text(literal) if literal.chars().all(|c| !c.is_alphanumeric()) => {
                let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '+'));
                if next.len() == rest.len() { rest.strip_prefix(literal).unwrap_or(rest) } else { next }
            }
            PatternPart::Text(literal) => rest.strip_prefix(literal)?,
            PatternPart::Token(token) => consume_token(&mut fields, token, rest)?,
        };
    }
    if strict && !rest.is_empty() {
        return None;
    }
    if fields.instant.is_some() {
        return fields.instant;
    }
    let hour = match fields.afternoon {
        Some(true) if fields.hour < 12 => fields.hour + 12,
        Some(false) if fields.hour == 12 => 0,
        _ => fields.hour,
    };
    let date = Date::new(fields.year, fields.month, fields.day).ok()?;
    let time =
        jiff::civil::Time::new(hour, fields.minute, fields.second, fields.millisecond * 1_000_000).ok()?;
    to_millis(date.to_datetime(time))
}

/// Parses one token and returns the remaining text.
fn consume_token<'a>(fields: &mut DateFields, token: &str, text: &'a str) -> Option<&'a str> {
    match token {
        "MMMM" | "MMM" => {
            let index = MONTHS
                .iter()
                .position(|name| starts_with_ignoring_case(text, name.get(..3).unwrap_or(name)))?;
            fields.month = index as i8 + 1;
            return Some(text.trim_start_matches(|c: char| c.is_alphabetic()));
        }
        "dddd" | "ddd" | "dd" => return Some(text.trim_start_matches(|c: char| c.is_alphabetic())),
        "A" | "a" => {
            fields.afternoon = Some(starts_with_ignoring_case(text, "p"));
            return Some(text.trim_start_matches(|c: char| c.is_alphabetic() || c == '.'));
        }
        "Z" | "ZZ" => return Some(""),
        _ => {}
    }
    let max_digits = match token {
        "YYYY" | "GGGG" => 4,
        "x" | "X" => 16,
        "SSS" | "DDDD" | "DDD" => 3,
        _ => 2,
    };
    let digits = text.chars().take_while(char::is_ascii_digit).take(max_digits).count();
    let (number, rest) = text.split_at_checked(digits)?;
    let value: i64 = number.parse().ok()?;
    match token {
        "YYYY" | "GGGG" => fields.year = i16::try_from(value).ok()?,
        "YY" => fields.year = i16::try_from(value).ok()? + if value > 68 { 1900 } else { 2000 },
        "MM" | "M" => fields.month = i8::try_from(value).ok()?,
        "DD" | "D" => fields.day = i8::try_from(value).ok()?,
        "HH" | "H" | "hh" | "h" => fields.hour = i8::try_from(value).ok()?,
        "mm" | "m" => fields.minute = i8::try_from(value).ok()?,
        "ss" | "s" => fields.second = i8::try_from(value).ok()?,
        "SSS" => fields.millisecond = i32::try_from(value).ok()?,
        "x" => fields.instant = Some(value as f64),
        "X" => fields.instant = Some(value as f64 * 1000.0),
        _ => {}
    }
    Some(rest)
}

fn starts_with_ignoring_case(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_notations_of_dates_are_parsed() {
        let day = 1_678_147_200_000.0;
        for text in ["2023-03-07", "2023-03-07T00:00:00Z", "2023-03-07T00:00", "03/07/2023", "Mar 7, 2023"] {
            assert_eq!(parse_instant(text), Some(day), "{text}");
        }
        assert_eq!(parse_instant("yesterday"), None);
        assert_eq!(parse_with_pattern("03/07/2023 01:30", "MM/DD/YYYY HH:mm"), Some(day + 5.4e6));
        assert_eq!(parse_with_pattern("2023", "YYYY"), parse_instant("2023-01-01"));
    }
}
