//! `workRateData`: the working times of the team, and the meaning of Jira's times.
//!
//! Some servers write true instants, others write the board's wall clock as if it were UTC. Days off begin and end at
//! midnight, which shows which of the two it is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::Deserialize;

use crate::input::moment::Moment;
use crate::input::zones;
use crate::limits::MAX_DAYS;

#[derive(Deserialize)]
pub(super) struct WorkRates {
    timezone: Option<String>,
    #[serde(default)]
    rates: Vec<RatePeriod>,
}

/// A period in milliseconds since 1970; rate 1 is work, 0 is none.
#[derive(Clone, Copy, Deserialize)]
struct RatePeriod {
    start: i64,
    end: i64,
    rate: f64,
}

/// The meaning of Jira's times.
#[derive(Clone, Debug)]
pub(super) struct JiraClock {
    pub(super) zone_name: Option<String>,
    zone: TimeZone,
    /// True if times are the zone's wall clock, written as if it were UTC.
    is_wall_clock: bool,
    /// True if the days off prove it.
    pub(super) is_certain: bool,
}

impl JiraClock {
    /// The clock of a response without work rates.
    pub(super) fn in_utc() -> Self {
        Self { zone_name: None, zone: TimeZone::UTC, is_wall_clock: false, is_certain: true }
    }

    pub(super) fn to_moment(&self, at: Timestamp) -> Moment {
        if self.is_wall_clock { Moment::Local(utc_datetime(at)) } else { Moment::Instant(at) }
    }

    fn local_date(&self, at: Timestamp) -> Date {
        if self.is_wall_clock { utc_datetime(at).date() } else { self.zone.to_datetime(at).date() }
    }

    fn noon_instant(&self, date: Date) -> Option<Timestamp> {
        let zone = if self.is_wall_clock { &TimeZone::UTC } else { &self.zone };
        zone.to_timestamp(date.to_datetime(Time::constant(12, 0, 0, 0))).ok()
    }
}

/// An instant's date and time in UTC; the team's wall clock if Jira wrote that as if it were UTC.
fn utc_datetime(at: Timestamp) -> DateTime {
    TimeZone::UTC.to_datetime(at)
}

impl WorkRates {
    /// Detects the meaning of the response's times.
    pub(super) fn detect_clock(&self) -> JiraClock {
        let Some((name, zone)) = self.named_zone() else {
            return JiraClock { is_certain: self.timezone.is_none(), ..JiraClock::in_utc() };
        };
        let boundaries: Vec<Timestamp> = self.inner_boundaries().collect();
        let midnight_in = |zone: &TimeZone| {
            !boundaries.is_empty()
                && boundaries.iter().all(|at| zone.to_datetime(*at).time() == Time::midnight())
        };
        let (true_times, as_utc) = (midnight_in(&zone), midnight_in(&TimeZone::UTC));
        let same_as_utc = zone.to_fixed_offset().is_ok_and(|offset| offset.seconds() == 0);
        JiraClock {
            zone_name: Some(name),
            zone,
            is_wall_clock: as_utc && !true_times,
            is_certain: true_times || as_utc || same_as_utc,
        }
    }

    fn named_zone(&self) -> Option<(String, TimeZone)> {
        let name = self.timezone.clone()?;
        let zone = zones::find_zone(&name)?;
        Some((name, zone))
    }

    /// The times within the sprint at which work stops or begins. The sprint's own start and end prove nothing.
    fn inner_boundaries(&self) -> impl Iterator<Item = Timestamp> {
        let first = self.rates.iter().map(|rate| rate.start).min();
        let last = self.rates.iter().map(|rate| rate.end).max();
        let boundaries = self.rates.iter().flat_map(|rate| [rate.start, rate.end]);
        let inner = boundaries.filter(move |boundary| Some(*boundary) != first && Some(*boundary) != last);
        inner.filter_map(|ms| Timestamp::from_millisecond(ms).ok())
    }

    /// The working days of the week, and the dates that are off besides. Days that the rates don't cover are as usual.
    pub(super) fn working_calendar(&self, clock: &JiraClock) -> (Vec<Weekday>, BTreeSet<Date>) {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let dates = self.classify_dates(clock);
        // A weekday is off if all of its dates are off.
        let mut off: BTreeMap<i8, bool> = [Monday, Tuesday, Wednesday, Thursday, Friday]
            .into_iter()
            .map(|day| (day.to_monday_zero_offset(), false))
            .chain([Saturday, Sunday].map(|day| (day.to_monday_zero_offset(), true)))
            .collect();
        let mut seen: BTreeMap<i8, bool> = BTreeMap::new();
        for (date, is_off) in &dates {
            *seen.entry(date.weekday().to_monday_zero_offset()).or_insert(true) &= is_off;
        }
        off.extend(seen);
        let is_off = |day: &Weekday| off.get(&day.to_monday_zero_offset()) == Some(&true);
        let all = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
        let holidays = dates.into_iter().filter(|(date, off)| *off && !is_off(&date.weekday()));
        (all.into_iter().filter(|day| !is_off(day)).collect(), holidays.map(|(date, _)| date).collect())
    }

    /// The dates that the rates cover. Each has true if it is off, which means that nobody works at its noon.
    fn classify_dates(&self, clock: &JiraClock) -> Vec<(Date, bool)> {
        let mut rates = self.rates.clone();
        rates.sort_by_key(|rate| rate.start);
        let (Some(first), Some(last)) = (rates.first(), rates.iter().map(|rate| rate.end).max()) else {
            return Vec::new();
        };
        let at = |ms| Timestamp::from_millisecond(ms).ok().map(|at| clock.local_date(at));
        let (Some(first), Some(last)) = (at(first.start), at(last)) else { return Vec::new() };
        let mut dates = Vec::new();
        let mut date = first;
        while date <= last && dates.len() <= MAX_DAYS {
            let noon = clock.noon_instant(date).map_or(0, Timestamp::as_millisecond);
            let before = rates.partition_point(|rate| rate.start <= noon);
            let rate = before.checked_sub(1).and_then(|index| rates.get(index));
            if let Some(rate) = rate.filter(|rate| noon < rate.end) {
                dates.push((date, rate.rate <= 0.0));
            }
            let next = date.saturating_add(Span::new().days(1));
            if next == date {
                break;
            }
            date = next;
        }
        dates
    }
}
