//! The words of the picture: sentences of our own (one file a language), dates, numbers and plural forms from
//! Unicode's CLDR, cut down to our languages (`cldr/` makes `cldr.postcard`).

mod dates;
mod lang;
mod numbers;
mod sentences;
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

pub use lang::{Lang, UnknownLang};
pub use sentences::{Plural, Sentences, fill};

use icu_provider_blob::BlobDataProvider;
use jiff::civil::{Date, DateTime};

use crate::sprint::{Amount, Unit};
use dates::Dates;
use numbers::{Numbers, Shown};

static CLDR: &[u8] = include_bytes!("cldr.postcard");

/// Between a number and what it counts: a line never breaks there.
const NO_BREAK_SPACE: char = '\u{a0}';

/// One language, ready to speak. Made in some microseconds, and not `Send`: each thread makes its own.
pub struct Words {
    /// Which.
    pub lang: Lang,
    /// Its sentences.
    pub text: &'static Sentences,
    numbers: Numbers,
    dates: Dates,
}

impl Words {
    /// Never fails: where the data should lack something, numbers come out plain and dates as in ISO 8601.
    pub fn new(lang: Lang) -> Self {
        let data = BlobDataProvider::try_new_from_static_blob(CLDR);
        let (numbers, dates) = match &data {
            Ok(data) => (Numbers::new(data, lang), Dates::new(data, lang)),
            Err(_) => (Numbers::PLAIN, Dates::ISO),
        };
        Self { lang, text: lang.sentences(), numbers, dates }
    }

    /// "1,234.5": grouped, at most two decimals (half to even), no zeros at the end.
    pub fn number(&self, amount: Amount) -> String {
        self.numbers.number(&Shown::new(amount))
    }

    /// "+5", "−5", "0".
    pub fn signed(&self, amount: Amount) -> String {
        self.numbers.signed(&Shown::new(amount))
    }

    /// "7 points", "1 point", with a no-break space.
    pub fn amount(&self, amount: Amount, unit: Unit) -> String {
        let shown = Shown::new(amount);
        let number = self.numbers.number(&shown);
        format!("{number}{NO_BREAK_SPACE}{}", self.numbers.form(self.unit_forms(unit), &shown))
    }

    fn unit_forms(&self, unit: Unit) -> &'static Plural {
        match unit {
            Unit::Points => &self.text.points,
            Unit::Hours => &self.text.hours,
            Unit::Items => &self.text.items,
        }
    }

    /// "points": the unit alone, as the title of an axis.
    pub fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Points => self.text.axis_points,
            Unit::Hours => self.text.axis_hours,
            Unit::Items => self.text.axis_items,
        }
    }

    /// A sentence about a count: its form for `n`, with `{n}` and the further values filled in.
    pub fn count(&self, sentence: &Plural, n: usize, more: &[(&str, &str)]) -> String {
        let shown = Shown::new(Amount::units(i32::try_from(n).unwrap_or(i32::MAX)));
        let number = self.numbers.number(&shown);
        let values: Vec<_> = [("n", number.as_str())].into_iter().chain(more.iter().copied()).collect();
        fill(self.numbers.form(sentence, &shown), &values)
    }

    /// "Aug 23".
    pub fn day_month(&self, date: Date) -> String {
        self.dates.day_month(date)
    }

    /// "Aug 23, 2023".
    pub fn date(&self, date: Date) -> String {
        self.dates.date(date)
    }

    /// "Aug 23 – Sep 6, 2023"; one month: "Aug 5 – 16, 2023"; one day: that date. (CLDR's own ranges are an
    /// unstable part of icu, and set thin spaces that few fonts have.)
    pub fn range(&self, from: Date, to: Date) -> String {
        let last = self.dates.date(to);
        if from == to {
            return last;
        }
        let pair = |template, from: &str, to: &str| fill(template, &[("from", from), ("to", to)]);
        if from.year() != to.year() {
            return pair(self.text.date_range, &self.dates.date(from), &last);
        }
        if from.month() != to.month() {
            return pair(self.text.date_range, &self.dates.day_month(from), &last);
        }
        // In each of our languages the day is the first number of a date.
        let (first_day, last_day) = (self.dates.day(from), self.dates.day(to));
        last.replacen(&last_day, &pair(self.text.day_range, &first_day, &last_day), 1)
    }

    /// "Wed", standing alone.
    pub fn weekday(&self, date: Date) -> String {
        self.dates.weekday(date)
    }

    /// "Wed, Sep 6".
    pub fn weekday_date(&self, date: Date) -> String {
        self.dates.weekday_date(date)
    }

    /// "23".
    pub fn day(&self, date: Date) -> String {
        self.dates.day(date)
    }

    /// "Wed, Sep 6, 17:00": 24 hours in every language.
    pub fn moment(&self, at: DateTime) -> String {
        self.dates.moment(at)
    }
}
