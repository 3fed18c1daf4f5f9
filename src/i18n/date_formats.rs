//! Formats of dates from CLDR, in the Gregorian calendar.

use std::borrow::Cow;

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu_datetime::fieldsets::{D, E, MD, MDE, YMD};
use icu_datetime::input::{Date as IcuDate, DateTime as IcuDateTime, Time as IcuTime};
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames, MonthNameLength};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_provider::buf::AsDeserializingBufferProvider;
use icu_provider_blob::BlobDataProvider;
use jiff::civil::{Date, DateTime};
use writeable::TryWriteable;

use super::Lang;

type Formatter = FixedCalendarDateTimeFormatter<Gregorian, CompositeDateTimeFieldSet>;
type Names = FixedCalendarDateTimeNames<Gregorian, CompositeDateTimeFieldSet>;

/// A format of a date.
enum DateFormat {
    /// CLDR composes these fields in the language.
    Fields(Box<Formatter>),
    /// An explicit pattern, for formats that no field set yields.
    Pattern(Box<(Names, DateTimePattern)>),
    /// The format of ISO 8601, if CLDR data are missing.
    Iso,
}

impl DateFormat {
    fn from_pattern(pattern: &str, names: Option<Names>) -> Self {
        match (names, DateTimePattern::try_from_pattern_str(pattern)) {
            (Some(names), Ok(pattern)) => Self::Pattern(Box::new((names, pattern))),
            _ => Self::Iso,
        }
    }

    /// Formats a date and time, by `iso` if CLDR data are missing. `iso` is written by hand, since a general pattern
    /// formatter adds 13 kB in the browser.
    fn format_or_iso(&self, at: DateTime, iso: fn(DateTime) -> String) -> String {
        self.try_format(at).unwrap_or_else(|| iso(at))
    }

    fn try_format(&self, at: DateTime) -> Option<String> {
        let at = to_gregorian(at)?;
        match self {
            Self::Fields(formatter) => Some(formatter.format(&at).to_string()),
            Self::Pattern(pattern) => {
                let (names, pattern) = pattern.as_ref();
                let formatter = names.with_pattern_unchecked(pattern);
                formatter.format(&at).try_write_to_string().ok().map(Cow::into_owned)
            }
            Self::Iso => None,
        }
    }
}

fn to_gregorian(at: DateTime) -> Option<IcuDateTime<Gregorian>> {
    let (month, day) = (at.month().unsigned_abs(), at.day().unsigned_abs());
    let (hour, minute) = (at.hour().unsigned_abs(), at.minute().unsigned_abs());
    Some(IcuDateTime {
        date: IcuDate::try_new_gregorian(at.year().into(), month, day).ok()?,
        time: IcuTime::try_new(hour, minute, 0, 0).ok()?,
    })
}

/// Loads the names for a date with its month as a word.
fn load_month_names_for_pattern(
    provider: &BlobDataProvider,
    preferences: DateTimeFormatterPreferences,
) -> Option<Names> {
    let provider = provider.as_deserializing();
    let mut names = Names::new_without_number_formatting(preferences);
    names.load_decimal_formatter(&provider).ok()?;
    names.load_month_names(&provider, MonthNameLength::Abbreviated).ok()?;
    Some(names)
}

/// The formats of dates in one language.
pub(super) struct DateFormats {
    day: DateFormat,
    weekday: DateFormat,
    day_month: DateFormat,
    date: DateFormat,
    date_time: DateFormat,
    weekday_date: DateFormat,
}

/// Creates the format of a field set. This is a macro because each field set has its own type, with bounds that no short
/// function signature can express.
macro_rules! date_format_of_fields {
    ($provider:expr, $preferences:expr, $fields:expr) => {
        FixedCalendarDateTimeFormatter::try_new_with_buffer_provider($provider, $preferences, $fields)
            .map_or(DateFormat::Iso, |formatter| DateFormat::Fields(Box::new(formatter.cast_into_fset())))
    };
}

impl DateFormats {
    pub(super) fn new(provider: &BlobDataProvider, lang: Lang) -> Self {
        let mut preferences = DateTimeFormatterPreferences::from(&lang.locale());
        // Teams across time zones read "17:00" in every language.
        preferences.hour_cycle = Some(HourCycle::H23);
        Self {
            day: date_format_of_fields!(provider, preferences, D::medium()),
            weekday: date_format_of_fields!(provider, preferences, E::medium()),
            day_month: date_format_of_fields!(provider, preferences, MD::medium()),
            date: match lang {
                // In German alone the medium date is all digits, which doesn't match "23. Aug." beside it.
                // This pattern is CLDR's for the fields yMMMd.
                Lang::De => {
                    DateFormat::from_pattern("d. MMM y", load_month_names_for_pattern(provider, preferences))
                }
                _ => date_format_of_fields!(provider, preferences, YMD::medium()),
            },
            date_time: date_format_of_fields!(provider, preferences, MDE::medium().with_time_hm()),
            weekday_date: date_format_of_fields!(provider, preferences, MDE::medium()),
        }
    }

    /// All formats of ISO 8601.
    pub(super) const ISO: Self = Self {
        day: DateFormat::Iso,
        weekday: DateFormat::Iso,
        day_month: DateFormat::Iso,
        date: DateFormat::Iso,
        date_time: DateFormat::Iso,
        weekday_date: DateFormat::Iso,
    };

    pub(super) fn format_day(&self, date: Date) -> String {
        self.day.format_or_iso(date.into(), |at| at.day().to_string())
    }

    pub(super) fn format_weekday(&self, date: Date) -> String {
        self.weekday.format_or_iso(date.into(), |at| at.weekday().to_monday_one_offset().to_string())
    }

    pub(super) fn format_day_month(&self, date: Date) -> String {
        self.day_month.format_or_iso(date.into(), |at| format!("{:02}-{:02}", at.month(), at.day()))
    }

    pub(super) fn format_date(&self, date: Date) -> String {
        self.date.format_or_iso(date.into(), |at| at.date().to_string())
    }

    pub(super) fn format_date_time(&self, at: DateTime) -> String {
        self.date_time.format_or_iso(at, |at| format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute()))
    }

    pub(super) fn format_weekday_date(&self, date: Date) -> String {
        self.weekday_date.format_or_iso(date.into(), |at| at.date().to_string())
    }

    #[cfg(test)]
    pub(super) fn is_complete(&self) -> bool {
        let formats =
            [&self.day, &self.weekday, &self.day_month, &self.date, &self.date_time, &self.weekday_date];
        !formats.iter().any(|format| matches!(format, DateFormat::Iso))
    }
}
