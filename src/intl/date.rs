//! `Intl.DateTimeFormat`, in the Gregorian calendar.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::Deserialize;
use serde_json::Value as Json;

use super::data::{DateData, LocaleData};
use super::date_options::DateOptions;
use super::date_patterns::{date_pattern, time_pattern};
use super::part::{Part, Piece, parts_json, split_pattern};
use super::zone_names::zone_name;

/// An instant with its options.
#[derive(Deserialize)]
pub(super) struct DateRequest {
    /// Milliseconds since 1970.
    value: f64,
    options: DateOptions,
}

/// Formats an instant; the result is a list of parts.
///
/// # Errors
/// An unknown time zone, and a year beyond ±9999.
pub(super) fn format_date(
    data: &LocaleData,
    request: &DateRequest,
    find_zone: fn(&str) -> Option<TimeZone>,
) -> Result<Json, String> {
    let DateRequest { value, options } = request;
    let zone = find_zone(&options.time_zone)
        .ok_or_else(|| format!("Invalid time zone specified: {}", options.time_zone))?;
    let instant = Timestamp::from_millisecond(*value as i64).map_err(|_| "Invalid time value".to_owned())?;
    let at = instant.to_zoned(zone);
    let pattern = whole_pattern(&data.dates, options)
        .ok_or_else(|| "the options name no field of a date".to_owned())?;
    let parts = split_pattern(&pattern).into_iter().map(|piece| match piece {
        Piece::Placeholder("z") => {
            let width = options.time_zone_name.as_deref().unwrap_or(implied_zone_width(options));
            Part::new("timeZoneName", zone_name(data, &at, width))
        }
        Piece::Placeholder(field) => field_part(data, options, &at, field),
        Piece::Text(text) => Part::new("literal", text),
    });
    Ok(parts_json(&parts.collect::<Vec<_>>()))
}

/// The width of a time zone in the styles of times.
fn implied_zone_width(options: &DateOptions) -> &'static str {
    if options.time_style.as_deref() == Some("full") { "long" } else { "short" }
}

/// The pattern of date, time and zone.
fn whole_pattern(data: &DateData, options: &DateOptions) -> Option<String> {
    if options.date_style.is_some() || options.time_style.is_some() {
        return style_pattern(data, options);
    }
    let date = options.date_key().and_then(|key| date_pattern(&data.patterns, &key));
    let time = options.time_key().and_then(|key| time_pattern(&data.times, &key));
    let time = with_fraction(time, options);
    let add_zone = |pattern: String, template: &str| match options.time_zone_name {
        Some(_) => template.replacen("{0}", &pattern, 1),
        None => pattern,
    };
    match (date, time) {
        (Some(date), None) => Some(add_zone(date, &data.zone_date)),
        (None, Some(time)) => Some(add_zone(time, &data.zone_time)),
        (Some(date), Some(time)) => {
            let kind = match (options.month.as_deref(), &options.weekday) {
                (Some("long"), Some(_)) => "weekday",
                (Some("long"), None) => "long",
                (Some("short"), _) => "short",
                _ => "numeric",
            };
            Some(glue(data.glue.get(kind)?, &date, &add_zone(time, &data.zone_time)))
        }
        (None, None) => None,
    }
}

fn style_pattern(data: &DateData, options: &DateOptions) -> Option<String> {
    let times = if options.hour12 { &data.time_styles12 } else { &data.time_styles24 };
    let time = options.time_style.as_ref().map(|style| times.get(style));
    let date = options.date_style.as_ref().map(|style| data.date_styles.get(style));
    match (date, time) {
        (Some(date), Some(time)) => {
            let template = options.date_style.as_ref().and_then(|style| data.style_glue.get(style))?;
            Some(glue(template, date?, time?))
        }
        (Some(only), None) | (None, Some(only)) => only.cloned(),
        (None, None) => None,
    }
}

fn glue(template: &str, date: &str, time: &str) -> String {
    template.replacen("{0}", date, 1).replacen("{1}", time, 1)
}

/// A pattern with the fraction of the second after the seconds, or alone.
fn with_fraction(time: Option<String>, options: &DateOptions) -> Option<String> {
    match (time, options.fractional_second_digits) {
        (Some(time), Some(_)) => Some(
            ["{s1}", "{s2}"]
                .into_iter()
                .fold(time, |time, seconds| time.replace(seconds, &format!("{seconds}{{.}}{{S}}"))),
        ),
        (None, Some(_)) => Some("{S}".to_owned()),
        (time, None) => time,
    }
}

/// A field of a date: a letter and its width.
fn field_part(data: &LocaleData, options: &DateOptions, at: &Zoned, field: &str) -> Part {
    let width = field.chars().nth(1).and_then(|digit| digit.to_digit(10)).unwrap_or(1) as usize;
    let at = at.datetime();
    let name = |index: usize| {
        data.dates.names.get(field).and_then(|names| names.get(index)).cloned().unwrap_or_default()
    };
    let number = |value: i16| format!("{:0width$}", value.unsigned_abs(), width = width.min(2));
    let letter = field.chars().next().unwrap_or_default();
    match letter {
        'y' if width == 2 => Part::new("year", number(at.year().rem_euclid(100))),
        // There is no year 0: 1 BC is written as 1.
        'y' => Part::new("year", if at.year() > 0 { at.year() } else { 1 - at.year() }.to_string()),
        'M' | 'L' if width <= 2 => Part::new("month", number(at.month().into())),
        'M' | 'L' => Part::new("month", name(usize::from(at.month().unsigned_abs()).saturating_sub(1))),
        'E' | 'c' => Part::new("weekday", name(weekday_index(at.weekday()))),
        'd' => Part::new("day", number(at.day().into())),
        'h' | 'H' | 'k' | 'K' => {
            Part::new("hour", number(hour_of(at, options.hour_cycle.as_deref(), letter)))
        }
        'm' => Part::new("minute", number(at.minute().into())),
        's' => Part::new("second", number(at.second().into())),
        'a' => {
            let [morning, afternoon] = &data.dates.periods;
            Part::new("dayPeriod", if at.hour() < 12 { morning } else { afternoon })
        }
        '.' => Part::new("literal", &data.numbers.decimal),
        _ => {
            let digits = format!("{:03}", at.millisecond());
            let wanted = options.fractional_second_digits.unwrap_or(3);
            Part::new("fractionalSecond", digits.get(..wanted).unwrap_or(&digits))
        }
    }
}

/// The hour, in the count of a letter or of the option `hourCycle`.
fn hour_of(at: DateTime, cycle: Option<&str>, letter: char) -> i16 {
    let hour = i16::from(at.hour());
    let one_to = |count: i16| if hour % count == 0 { count } else { hour % count };
    let letter = match cycle {
        Some("h11") => 'K',
        Some("h12") => 'h',
        Some("h23") => 'H',
        Some("h24") => 'k',
        _ => letter,
    };
    match letter {
        'K' => hour % 12,
        'h' => one_to(12),
        'k' => one_to(24),
        _ => hour,
    }
}

/// The position of a weekday in the lists of names, which begin with Sunday.
fn weekday_index(weekday: Weekday) -> usize {
    usize::from(weekday.to_sunday_zero_offset().unsigned_abs())
}
