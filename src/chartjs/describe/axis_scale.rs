//! The options of an axis → its scale and the format of its numbers.

use std::sync::Arc;

use crate::chart::{AxisRules, Scale};
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::resolve::axis_set::ResolvedAxisData;
use crate::chartjs::resolve::option_values::label_lines;
use crate::chartjs::resolve::scale_type::ScaleType;
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::resolve::value_reader::{ValueReader, first_weekday};
use crate::intl::LocaleNumbers;
use crate::scale::time::{TickSource, TimeScale, TimeUnit};
use crate::scale::{Notation, NumberFormat, NumberStyle};

/// The options of `Intl.NumberFormat` that need no resolution.
const NUMBER_OPTIONS: [&str; 14] = [
    "style",
    "currency",
    "currencyDisplay",
    "currencySign",
    "unit",
    "unitDisplay",
    "notation",
    "compactDisplay",
    "signDisplay",
    "minimumIntegerDigits",
    "minimumSignificantDigits",
    "maximumSignificantDigits",
    "roundingMode",
    "useGrouping",
];

pub(crate) fn describe_scale(
    data: &ResolvedAxisData,
    options: &Scopes,
    rules: AxisRules,
    locale: Option<&str>,
) -> Scale {
    let ticks = options.nested("ticks");
    let number = |name: &str| ticks.as_ref().and_then(|ticks| ticks.number(name));
    let format = match ticks.as_ref().and_then(|ticks| ticks.nested("format")) {
        None if rules == AxisRules::Version2 => {
            NumberFormat { notation: Some(Notation::Plain), ..NumberFormat::default() }
        }
        options => NumberFormat {
            locale: locale.and_then(|locale| locale_numbers(locale, options.as_ref())).map(Arc::new),
            ..number_format(options.as_ref())
        },
    };
    let begin_at_zero = options.flag("beginAtZero");
    match (data.scale.scale_type, data.reader) {
        (ScaleType::Category, _) => Scale::Category { labels: data.labels.iter().map(label_lines).collect() },
        (ScaleType::Logarithmic, ValueReader::Logarithmic { has_zero }) => {
            Scale::Logarithmic { begin_at_zero, has_zero: *has_zero, format }
        }
        (ScaleType::Time | ScaleType::TimeSeries, _) => {
            Scale::Time(describe_time_scale(data, number("stepSize")))
        }
        _ => Scale::Linear {
            begin_at_zero,
            step_size: number("stepSize").filter(|step| *step > 0.0),
            precision: number("precision").map(|digits| digits.clamp(-20.0, 20.0) as i32),
            tick_count: number("count").map(|count| count.clamp(0.0, 1e4) as usize),
            format,
        },
    }
}

fn describe_time_scale(data: &ResolvedAxisData, step_size: Option<f64>) -> TimeScale {
    let options = &data.scale.options;
    let time = options.get_object("time");
    let text = |name: &str| time.and_then(|time| time.get(name)).and_then(Value::as_text);
    let formats = time.and_then(|time| time.get_object("displayFormats"));
    let formats = formats.into_iter().flat_map(Object::entries);
    let source = options.object_at_path("ticks").and_then(|ticks| ticks.get("source"));
    TimeScale {
        equidistant: data.scale.scale_type == ScaleType::TimeSeries,
        unit: text("unit").and_then(TimeUnit::from_name),
        min_unit: text("minUnit").and_then(TimeUnit::from_name).unwrap_or(TimeUnit::Millisecond),
        weekday: first_weekday(time),
        step: step_size.filter(|step| *step > 0.0).unwrap_or(1.0),
        source: match source.and_then(Value::as_text) {
            Some("data") => TickSource::Data,
            Some("labels") => TickSource::Labels,
            _ => TickSource::Auto,
        },
        formats: formats
            .filter_map(|(name, pattern)| Some((TimeUnit::from_name(name)?, pattern.as_text()?.to_owned())))
            .collect(),
        labels: data.reader.label_instants(data.labels),
    }
}

/// The format of numbers from the options of `Intl.NumberFormat`.
fn number_format(options: Option<&Scopes>) -> NumberFormat {
    let Some(options) = options else { return NumberFormat::default() };
    let digits = |name: &str| options.number(name).map(|digits| digits.clamp(0.0, 20.0) as usize);
    let unit = options.text("unit").unwrap_or_default();
    NumberFormat {
        style: match options.text("style") {
            Some("percent") => NumberStyle::Percent,
            Some("currency") => {
                NumberStyle::Currency(currency_sign(options.text("currency").unwrap_or("USD")))
            }
            Some("unit") if unit == "percent" => NumberStyle::Unit("%".to_owned()),
            Some("unit") => NumberStyle::Unit(format!(" {}", unit_symbol(unit))),
            _ => NumberStyle::Decimal,
        },
        min_fraction_digits: digits("minimumFractionDigits"),
        max_fraction_digits: digits("maximumFractionDigits"),
        without_grouping: options.raw("useGrouping").is_some_and(|value| !value.is_truthy()),
        notation: match options.text("notation") {
            Some("scientific" | "engineering") => Some(Notation::Scientific),
            Some("compact") => Some(Notation::Compact),
            Some(_) => Some(Notation::Standard),
            None => None,
        },
        locale: None,
    }
}

/// The format of numbers in a language other than American English.
fn locale_numbers(locale: &str, options: Option<&Scopes>) -> Option<LocaleNumbers> {
    let value = |name: &&str| {
        let value = serde_json::to_value(options?.raw(name)?).ok()?;
        Some(((*name).to_owned(), value))
    };
    LocaleNumbers::new(locale, &NUMBER_OPTIONS.iter().filter_map(value).collect())
}

/// The sign of a currency in American English.
fn currency_sign(code: &str) -> String {
    match code.to_ascii_uppercase().as_str() {
        "USD" => "$".to_owned(),
        "EUR" => "€".to_owned(),
        "GBP" => "£".to_owned(),
        "JPY" => "¥".to_owned(),
        "INR" => "₹".to_owned(),
        other => format!("{other}\u{A0}"),
    }
}

/// The short name of a unit in American English.
fn unit_symbol(unit: &str) -> &str {
    match unit {
        "kilometer" => "km",
        "meter" => "m",
        "kilogram" => "kg",
        "gram" => "g",
        "liter" => "L",
        "second" => "sec",
        "minute" => "min",
        "hour" => "hr",
        "megabyte" => "MB",
        "gigabyte" => "GB",
        "kilobyte" => "kB",
        other => other,
    }
}
