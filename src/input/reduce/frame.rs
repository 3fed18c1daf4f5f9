//! What every shape has: name, calendar, start, end.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::ReadOptions;
use super::super::mask::masked;
use super::super::moment::{Moment, Placed};
use super::super::refusal::{Refusal, Spot, did_you_mean, quote};
use super::super::told::Outline;
use super::super::zones;
use crate::limits::{MAX_DAYS, MAX_TEXT_CHARS};
use crate::sprint::{Calendar, Unit};

pub(super) struct Frame {
    pub(super) name: String,
    pub(super) goal: Option<String>,
    pub(super) unit: Unit,
    pub(super) calendar: Calendar,
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) closed: Option<Timestamp>,
    /// The instant that was asked for.
    pub(super) asked: Option<Timestamp>,
    pub(super) now: Option<Timestamp>,
    /// What is later than this instant, nobody can know: now, or when the tracker answered.
    pub(super) known: Option<Timestamp>,
}

/// What the caller can do about a name or a date that the input lacks.
const REMEDY: &str = "give it with --name, --start, --end (name, start, end among the options)";

impl Frame {
    pub(super) fn of(outline: Outline, options: &ReadOptions) -> Result<Self, Refusal> {
        let name = named(outline.name.as_deref(), options)?;
        let goal = outline.goal.as_deref().map(|goal| text(goal, Spot::Field("goal"))).transpose()?;
        let unit = options.unit.or(outline.unit).unwrap_or_default();
        let start_at = required(options.start.or(outline.start), "start")?;
        let end_at = required(options.end.or(outline.end), "end")?;
        let (closed_at, asked_at) = (outline.closed, options.as_of.or(outline.as_of));
        let answered = outline.answered;
        let calendar = calendar(outline, options)?;
        let start = start_at.place(&calendar).start();
        let end = end_at.place(&calendar).end();
        let closed = closed_at.map(|closed| closed.place(&calendar).end());
        for (field, at, given) in [("end", Some(end), Some(end_at)), ("closed", closed, closed_at)] {
            if let (Some(at), Some(given)) = (at, given)
                && at <= start
            {
                let expected = format!("a time after the start ({start_at})");
                return Err(Refusal::new(Spot::Field(field), given.to_string(), expected));
            }
        }
        let asked = match asked_at {
            Some(asked) => Some(as_of(asked, (start, start_at), closed.zip(closed_at), &calendar)?),
            None => None,
        };
        for (field, at) in [("end", Some(end)), ("closed", closed), ("as_of", asked)] {
            short_enough(start, at, field)?;
        }
        let goal = goal.filter(|goal| !goal.is_empty());
        let answered = answered.map(|at| at.place(&calendar).end());
        let known = options.now.into_iter().chain(answered).min();
        Ok(Self { name, goal, unit, calendar, start, end, closed, asked, now: options.now, known })
    }

    /// The instant the picture tells of, where the last thing that is known ends at `last`.
    ///
    /// Default: `last` or now, but not after the real end, nor after the planned end while there is no real one.
    pub(super) fn as_of(&self, last: Timestamp) -> Timestamp {
        let default = || last.min(self.closed.unwrap_or(self.end)).max(self.start);
        self.asked.unwrap_or_else(default)
    }

    /// An instant as messages show it.
    pub(super) fn show(&self, at: Timestamp) -> String {
        show(at, &self.calendar)
    }
}

/// The instant that is asked for, which lies between the start and the real end.
fn as_of(
    asked: Moment,
    (start, start_at): (Timestamp, Moment),
    closed: Option<(Timestamp, Moment)>,
    calendar: &Calendar,
) -> Result<Timestamp, Refusal> {
    let refuse = |expected| Err(Refusal::new(Spot::Field("as_of"), asked.to_string(), expected));
    let placed = asked.place(calendar);
    let at = match (placed, closed) {
        // The day on which the sprint was closed, to its close.
        (Placed::Day(day), Some((closed, _))) if day.from < closed => day.to.min(closed),
        _ => placed.end(),
    };
    if at < start || (asked.is_date() && at == start) {
        return refuse(format!("a time not before the start ({start_at})"));
    }
    match closed {
        Some((closed, closed_at)) if at > closed => {
            refuse(format!("a time not after the sprint was closed ({closed_at})"))
        }
        _ => Ok(at),
    }
}

fn short_enough(start: Timestamp, at: Option<Timestamp>, field: &'static str) -> Result<(), Refusal> {
    const DAY_SECONDS: f64 = 86_400.0;
    let days = at.map_or(0.0, |at| at.duration_since(start).as_secs_f64() / DAY_SECONDS);
    if days > MAX_DAYS as f64 {
        let found = format!("a time {} days after the start", libm::ceil(days));
        return Err(Refusal::over(Spot::Field(field), found, ("MAX_DAYS", MAX_DAYS)));
    }
    Ok(())
}

fn named(given: Option<&str>, options: &ReadOptions) -> Result<String, Refusal> {
    let spot = Spot::Field("name");
    let Some(given) = options.name.as_deref().or(given) else {
        return Err(Refusal::new(spot, "nothing", "the name of the sprint").remedy(REMEDY));
    };
    let name = text(given, spot)?;
    if name.is_empty() {
        return Err(Refusal::new(spot, "no visible character", "the name of the sprint"));
    }
    Ok(name)
}

fn required(given: Option<Moment>, field: &'static str) -> Result<Moment, Refusal> {
    given.ok_or_else(|| {
        let expected = format!("the {field} of the sprint");
        Refusal::new(Spot::Field(field), "nothing", expected).remedy(REMEDY)
    })
}

fn calendar(outline: Outline, options: &ReadOptions) -> Result<Calendar, Refusal> {
    let plain = Calendar::default();
    let zone_name = options.time_zone.clone().or(outline.time_zone).unwrap_or(plain.zone_name);
    let zone = zone(&zone_name)?;
    Ok(Calendar {
        zone_name: zone.iana_name().map_or(zone_name, str::to_owned),
        zone,
        day_border: outline.day_border.unwrap_or(plain.day_border),
        working_days: outline.working_days.unwrap_or(plain.working_days),
        holidays: outline.holidays,
        extra_working_days: outline.extra_working_days,
    })
}

fn zone(name: &str) -> Result<TimeZone, Refusal> {
    zones::zone(name).ok_or_else(|| {
        let refusal = Refusal::new(
            Spot::Field("time_zone"),
            quote(name),
            "the IANA name of a time zone (Europe/Warsaw)",
        );
        let known = zones::names();
        match did_you_mean(name, known.iter().map(String::as_str)) {
            Some(remedy) => refusal.remedy(remedy),
            None => refusal,
        }
    })
}

/// A date and nothing but a date.
pub(super) fn date(text: &str, spot: Spot) -> Result<Date, Refusal> {
    match text.parse() {
        Ok(Moment::Date(date)) => Ok(date),
        _ => Err(Refusal::new(spot, quote(text), "a date (2023-08-23)")),
    }
}

pub(super) fn moment(text: &str, spot: Spot) -> Result<Moment, Refusal> {
    text.parse().map_err(|_| Refusal::new(spot, quote(text), Moment::EXPECTED))
}

/// A text of the input, on one line: line breaks and tabs become spaces, other control characters and what
/// XML cannot hold are left out, since trackers do let them in. Addresses and secrets are hidden.
pub(super) fn text(given: &str, spot: Spot) -> Result<String, Refusal> {
    let blank =
        |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let clean: String = given
        .chars()
        .map(|c| if blank(c) { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    let chars = clean.chars().count();
    if chars > MAX_TEXT_CHARS {
        let found = format!("a text of {chars} characters");
        return Err(Refusal::over(spot, found, ("MAX_TEXT_CHARS", MAX_TEXT_CHARS)));
    }
    Ok(masked(clean.trim()).into_owned())
}

/// `2023-08-23 10:00 in Europe/Warsaw`.
fn show(at: Timestamp, calendar: &Calendar) -> String {
    let clock = at.to_zoned(calendar.zone.clone());
    let (hour, minute) = (clock.hour(), clock.minute());
    format!("{} {hour:02}:{minute:02} in {}", clock.date(), calendar.zone_name)
}
