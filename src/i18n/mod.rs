//! The languages of the picture: our own messages (one file a language), and dates, numbers and plural forms from
//! Unicode's CLDR, reduced to our languages (the program in `cldr/` writes `cldr.postcard`).

mod date_formats;
mod lang;
mod messages;
mod number_format;
#[cfg(test)]
mod tests;

mod de;
mod en;
mod es;
mod fr;
mod it;
mod nl;
mod pl;
mod pt;

pub use lang::Lang;
pub use messages::{Messages, PluralMessage, fill_placeholders};

use icu_provider_blob::BlobDataProvider;
use jiff::civil::{Date, DateTime};

use crate::sprint::{Amount, Unit};
use date_formats::DateFormats;
use number_format::{NumberFormat, RoundedAmount};

static CLDR: &[u8] = include_bytes!("cldr.postcard");

/// The space between a number and its unit, where a line must not break.
const NO_BREAK_SPACE: char = '\u{a0}';

/// The messages and formats of one language. Creation takes some microseconds; the type is not `Send`, so each thread
/// creates its own.
pub struct Translator {
    /// The language.
    pub lang: Lang,
    /// The messages in this language.
    pub messages: &'static Messages,
    numbers: NumberFormat,
    dates: DateFormats,
}

impl Translator {
    /// Creates a translator. If CLDR data are missing, numbers are plain and dates as in ISO 8601.
    pub fn new(lang: Lang) -> Self {
        let data = BlobDataProvider::try_new_from_static_blob(CLDR);
        let (numbers, dates) = match &data {
            Ok(data) => (NumberFormat::new(data, lang), DateFormats::new(data, lang)),
            Err(_) => (NumberFormat::PLAIN, DateFormats::ISO),
        };
        Self { lang, messages: lang.messages(), numbers, dates }
    }

    /// Formats a number: "1,234.5", grouped, at most two decimals (half to even), without trailing zeros.
    pub fn format_number(&self, amount: Amount) -> String {
        self.numbers.format_number(&RoundedAmount::new(amount))
    }

    /// Formats a number with its sign: "+5", "−5", "0".
    pub fn format_signed(&self, amount: Amount) -> String {
        self.numbers.format_signed(&RoundedAmount::new(amount))
    }

    /// Formats a number with its unit: "7 points", "1 point", with a no-break space.
    pub fn format_amount(&self, amount: Amount, unit: Unit) -> String {
        let rounded = RoundedAmount::new(amount);
        let number = self.numbers.format_number(&rounded);
        format!("{number}{NO_BREAK_SPACE}{}", self.numbers.plural_form(self.unit_message(unit), &rounded))
    }

    fn unit_message(&self, unit: Unit) -> &'static PluralMessage {
        match unit {
            Unit::Points => &self.messages.points,
            Unit::Hours => &self.messages.hours,
            Unit::Items => &self.messages.items,
        }
    }

    /// Returns the unit as the title of an axis: "points".
    pub fn unit_name(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Points => self.messages.axis_points,
            Unit::Hours => self.messages.axis_hours,
            Unit::Items => self.messages.axis_items,
        }
    }

    /// Formats a message about a count: the plural form for `n`, with `{n}` and the further values filled in.
    pub fn format_count(&self, message: &PluralMessage, n: usize, more: &[(&str, &str)]) -> String {
        let rounded = RoundedAmount::new(Amount::from_units(i32::try_from(n).unwrap_or(i32::MAX)));
        let number = self.numbers.format_number(&rounded);
        let values: Vec<_> = [("n", number.as_str())].into_iter().chain(more.iter().copied()).collect();
        fill_placeholders(self.numbers.plural_form(message, &rounded), &values)
    }

    /// Formats a date without its year: "Aug 23".
    pub fn format_day_month(&self, date: Date) -> String {
        self.dates.format_day_month(date)
    }

    /// Formats a date: "Aug 23, 2023".
    pub fn format_date(&self, date: Date) -> String {
        self.dates.format_date(date)
    }

    /// Formats a range of dates: "Aug 23 – Sep 6, 2023", within one month "Aug 5 – 16, 2023", a single day as that date.
    /// (CLDR's own ranges are an unstable part of icu, and contain thin spaces that few fonts have.)
    pub fn format_date_range(&self, from: Date, to: Date) -> String {
        let last = self.dates.format_date(to);
        if from == to {
            return last;
        }
        let pair =
            |template, from: &str, to: &str| fill_placeholders(template, &[("from", from), ("to", to)]);
        if from.year() != to.year() {
            return pair(self.messages.date_range, &self.dates.format_date(from), &last);
        }
        if from.month() != to.month() {
            return pair(self.messages.date_range, &self.dates.format_day_month(from), &last);
        }
        // In each of our languages the day is the first number of a date.
        let (first_day, last_day) = (self.dates.format_day(from), self.dates.format_day(to));
        last.replacen(&last_day, &pair(self.messages.day_range, &first_day, &last_day), 1)
    }

    /// Formats a weekday without a date: "Wed".
    pub fn format_weekday(&self, date: Date) -> String {
        self.dates.format_weekday(date)
    }

    /// Formats a date with its weekday: "Wed, Sep 6".
    pub fn format_weekday_date(&self, date: Date) -> String {
        self.dates.format_weekday_date(date)
    }

    /// Formats the day of the month: "23".
    pub fn format_day(&self, date: Date) -> String {
        self.dates.format_day(date)
    }

    /// Formats a date with its time: "Wed, Sep 6, 17:00", 24 hours in every language.
    pub fn format_date_time(&self, at: DateTime) -> String {
        self.dates.format_date_time(at)
    }
}
