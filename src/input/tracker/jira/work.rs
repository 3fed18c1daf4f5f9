//! `workRateData`: when the team works, and how Jira meant its times.
//!
//! Some servers give true times, some give the board's wall clock as if it were UTC. Days off begin and end
//! at midnight, which tells one from the other.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::Deserialize;

use super::super::super::moment::Moment;
use super::super::super::zones;
use super::burndown::wall_clock;
use crate::limits::MAX_DAYS;

#[derive(Deserialize)]
pub(super) struct WorkRates {
    timezone: Option<String>,
    #[serde(default)]
    rates: Vec<Rate>,
}

/// Milliseconds since 1970; rate 1 is work, 0 is none.
#[derive(Clone, Copy, Deserialize)]
struct Rate {
    start: i64,
    end: i64,
    rate: f64,
}

/// How times are to be read.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    pub(super) zone_name: Option<String>,
    zone: TimeZone,
    /// Times are the zone's wall clock, written as if it were UTC.
    is_wall: bool,
    /// Whether the days off tell so.
    pub(super) is_sure: bool,
}

impl Clock {
    /// Where nothing is said.
    pub(super) fn of_utc() -> Self {
        Self { zone_name: None, zone: TimeZone::UTC, is_wall: false, is_sure: true }
    }

    pub(super) fn moment(&self, at: Timestamp) -> Moment {
        if self.is_wall { Moment::Local(wall_clock(at)) } else { Moment::Instant(at) }
    }

    fn date(&self, at: Timestamp) -> Date {
        if self.is_wall { wall_clock(at).date() } else { self.zone.to_datetime(at).date() }
    }

    fn noon(&self, date: Date) -> Option<Timestamp> {
        let zone = if self.is_wall { &TimeZone::UTC } else { &self.zone };
        zone.to_timestamp(date.to_datetime(Time::constant(12, 0, 0, 0))).ok()
    }
}

impl WorkRates {
    /// How the answer's times are to be read.
    pub(super) fn clock(&self) -> Clock {
        let Some((name, zone)) = self.zone() else {
            return Clock { is_sure: self.timezone.is_none(), ..Clock::of_utc() };
        };
        let borders: Vec<Timestamp> = self.inner_borders().collect();
        let midnight_in = |zone: &TimeZone| {
            !borders.is_empty() && borders.iter().all(|at| zone.to_datetime(*at).time() == Time::midnight())
        };
        let (true_times, as_utc) = (midnight_in(&zone), midnight_in(&TimeZone::UTC));
        let same_as_utc = zone.to_fixed_offset().is_ok_and(|offset| offset.seconds() == 0);
        Clock {
            zone_name: Some(name),
            zone,
            is_wall: as_utc && !true_times,
            is_sure: true_times || as_utc || same_as_utc,
        }
    }

    fn zone(&self) -> Option<(String, TimeZone)> {
        let name = self.timezone.clone()?;
        let zone = zones::zone(&name)?;
        Some((name, zone))
    }

    /// Where work stops or begins within the sprint: its own start and end say nothing.
    fn inner_borders(&self) -> impl Iterator<Item = Timestamp> {
        let first = self.rates.iter().map(|rate| rate.start).min();
        let last = self.rates.iter().map(|rate| rate.end).max();
        let borders = self.rates.iter().flat_map(|rate| [rate.start, rate.end]);
        let inner = borders.filter(move |border| Some(*border) != first && Some(*border) != last);
        inner.filter_map(|ms| Timestamp::from_millisecond(ms).ok())
    }

    /// Days of the week that are worked on, and days off besides. What the rates don't reach is as usual.
    pub(super) fn days_off(&self, clock: &Clock) -> (Vec<Weekday>, BTreeSet<Date>) {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let dates = self.dates(clock);
        // A weekday is off where each of its dates is.
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

    /// The dates that the rates reach, each with whether it is off: whether nobody works at its noon.
    fn dates(&self, clock: &Clock) -> Vec<(Date, bool)> {
        let mut rates = self.rates.clone();
        rates.sort_by_key(|rate| rate.start);
        let (Some(first), Some(last)) = (rates.first(), rates.iter().map(|rate| rate.end).max()) else {
            return Vec::new();
        };
        let at = |ms| Timestamp::from_millisecond(ms).ok().map(|at| clock.date(at));
        let (Some(first), Some(last)) = (at(first.start), at(last)) else { return Vec::new() };
        let mut dates = Vec::new();
        let mut date = first;
        while date <= last && dates.len() <= MAX_DAYS {
            let noon = clock.noon(date).map_or(0, Timestamp::as_millisecond);
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
