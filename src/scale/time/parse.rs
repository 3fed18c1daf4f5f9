//! Text as an instant, as moment.js reads it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use super::format::{MONTHS, Part, parts};
use super::unit::instant;

/// An instant in ISO 8601, or as people write dates in American English.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Some(timestamp.as_millisecond() as f64);
    }
    if let Ok(civil) = text.parse::<DateTime>() {
        return instant(civil);
    }
    if let Ok(date) = text.parse::<Date>() {
        return instant(date.at(0, 0, 0, 0));
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
    PATTERNS.iter().find_map(|pattern| read(text, pattern, true))
}

/// An instant in a pattern; what is missing at the end is the least there is.
pub fn parse_with(text: &str, pattern: &str) -> Option<f64> {
    read(text.trim(), pattern, false).or_else(|| parse(text))
}

/// What is read so far.
struct Fields {
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

fn read(text: &str, pattern: &str, strict: bool) -> Option<f64> {
    let mut fields = Fields {
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
    for part in parts(pattern) {
        if rest.is_empty() && !strict {
            break;
        }
        rest = match part {
            Part::Text(literal) if literal.chars().all(|c| !c.is_alphanumeric()) => {
                let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '+'));
                if next.len() == rest.len() { rest.strip_prefix(literal).unwrap_or(rest) } else { next }
            }
            Part::Text(literal) => rest.strip_prefix(literal)?,
            Part::Token(token) => take(&mut fields, token, rest)?,
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
    instant(date.to_datetime(time))
}

/// Reads one token and returns what follows it.
fn take<'a>(fields: &mut Fields, token: &str, text: &'a str) -> Option<&'a str> {
    match token {
        "MMMM" | "MMM" => {
            let place = MONTHS.iter().position(|name| starts_with(text, name.get(..3).unwrap_or(name)))?;
            fields.month = place as i8 + 1;
            return Some(text.trim_start_matches(|c: char| c.is_alphabetic()));
        }
        "dddd" | "ddd" | "dd" => return Some(text.trim_start_matches(|c: char| c.is_alphabetic())),
        "A" | "a" => {
            fields.afternoon = Some(starts_with(text, "p"));
            return Some(text.trim_start_matches(|c: char| c.is_alphabetic() || c == '.'));
        }
        "Z" | "ZZ" => return Some(""),
        _ => {}
    }
    let most = match token {
        "YYYY" | "GGGG" => 4,
        "x" | "X" => 16,
        "SSS" | "DDDD" | "DDD" => 3,
        _ => 2,
    };
    let digits = text.chars().take_while(char::is_ascii_digit).take(most).count();
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

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let day = 1_678_147_200_000.0;
        for text in ["2023-03-07", "2023-03-07T00:00:00Z", "2023-03-07T00:00", "03/07/2023", "Mar 7, 2023"] {
            assert_eq!(parse(text), Some(day), "{text}");
        }
        assert_eq!(parse("yesterday"), None);
        assert_eq!(parse_with("03/07/2023 01:30", "MM/DD/YYYY HH:mm"), Some(day + 5.4e6));
        assert_eq!(parse_with("2023", "YYYY"), parse("2023-01-01"));
    }
}
