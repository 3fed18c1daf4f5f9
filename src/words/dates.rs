//! Dates as CLDR has them, in the Gregorian calendar.

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

/// One way to write a date.
enum Style {
    /// As CLDR composes these fields in the language.
    Fields(Box<Formatter>),
    /// By a pattern, for what no field set gives.
    Pattern(Box<(Names, DateTimePattern)>),
    /// The data lack something: as in ISO 8601.
    Iso,
}

impl Style {
    fn pattern(pattern: &str, names: Option<Names>) -> Self {
        match (names, DateTimePattern::try_from_pattern_str(pattern)) {
            (Some(names), Ok(pattern)) => Self::Pattern(Box::new((names, pattern))),
            _ => Self::Iso,
        }
    }

    /// `iso` writes it where the data lack something. By hand: a formatter of any pattern is 13 kB in the browser.
    fn write(&self, at: DateTime, iso: fn(DateTime) -> String) -> String {
        self.localised(at).unwrap_or_else(|| iso(at))
    }

    fn localised(&self, at: DateTime) -> Option<String> {
        let at = gregorian(at)?;
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

fn gregorian(at: DateTime) -> Option<IcuDateTime<Gregorian>> {
    let (month, day) = (at.month().unsigned_abs(), at.day().unsigned_abs());
    let (hour, minute) = (at.hour().unsigned_abs(), at.minute().unsigned_abs());
    Some(IcuDateTime {
        date: IcuDate::try_new_gregorian(at.year().into(), month, day).ok()?,
        time: IcuTime::try_new(hour, minute, 0, 0).ok()?,
    })
}

/// What a date with its month as a word needs.
fn months(provider: &BlobDataProvider, preferences: DateTimeFormatterPreferences) -> Option<Names> {
    let provider = provider.as_deserializing();
    let mut names = Names::new_without_number_formatting(preferences);
    names.load_decimal_formatter(&provider).ok()?;
    names.load_month_names(&provider, MonthNameLength::Abbreviated).ok()?;
    Some(names)
}

pub(super) struct Dates {
    day: Style,
    weekday: Style,
    day_month: Style,
    date: Style,
    moment: Style,
    weekday_date: Style,
}

/// A field set's style. A macro because each field set is a type of its own, with bounds that no
/// short function signature states.
macro_rules! fields {
    ($provider:expr, $preferences:expr, $fields:expr) => {
        FixedCalendarDateTimeFormatter::try_new_with_buffer_provider($provider, $preferences, $fields)
            .map_or(Style::Iso, |formatter| Style::Fields(Box::new(formatter.cast_into_fset())))
    };
}

impl Dates {
    pub(super) fn new(provider: &BlobDataProvider, lang: Lang) -> Self {
        let mut preferences = DateTimeFormatterPreferences::from(&lang.locale());
        // Teams across time zones read "17:00" in every language.
        preferences.hour_cycle = Some(HourCycle::H23);
        Self {
            day: fields!(provider, preferences, D::medium()),
            weekday: fields!(provider, preferences, E::medium()),
            day_month: fields!(provider, preferences, MD::medium()),
            date: match lang {
                // The medium date is all digits in German alone, which goes ill with "23. Aug." beside it.
                // This is what CLDR has for the fields yMMMd.
                Lang::De => Style::pattern("d. MMM y", months(provider, preferences)),
                _ => fields!(provider, preferences, YMD::medium()),
            },
            moment: fields!(provider, preferences, MDE::medium().with_time_hm()),
            weekday_date: fields!(provider, preferences, MDE::medium()),
        }
    }

    /// All ways as in ISO 8601.
    pub(super) const ISO: Self = Self {
        day: Style::Iso,
        weekday: Style::Iso,
        day_month: Style::Iso,
        date: Style::Iso,
        moment: Style::Iso,
        weekday_date: Style::Iso,
    };

    pub(super) fn day(&self, date: Date) -> String {
        self.day.write(date.into(), |at| at.day().to_string())
    }

    pub(super) fn weekday(&self, date: Date) -> String {
        self.weekday.write(date.into(), |at| at.weekday().to_monday_one_offset().to_string())
    }

    pub(super) fn day_month(&self, date: Date) -> String {
        self.day_month.write(date.into(), |at| format!("{:02}-{:02}", at.month(), at.day()))
    }

    pub(super) fn date(&self, date: Date) -> String {
        self.date.write(date.into(), |at| at.date().to_string())
    }

    pub(super) fn moment(&self, at: DateTime) -> String {
        self.moment.write(at, |at| format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute()))
    }

    pub(super) fn weekday_date(&self, date: Date) -> String {
        self.weekday_date.write(date.into(), |at| at.date().to_string())
    }

    #[cfg(test)]
    pub(super) fn complete(&self) -> bool {
        let all = [&self.day, &self.weekday, &self.day_month, &self.date, &self.moment, &self.weekday_date];
        !all.iter().any(|style| matches!(style, Style::Iso))
    }
}
