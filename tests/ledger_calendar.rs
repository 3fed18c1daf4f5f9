//! Sprint days, working time and the ideal line, in zones that change their clocks.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{Calendar, Sprint};
use emberline::{Moment, ReadOptions, read_sprint};
use jiff::Timestamp;
use jiff::civil::{Date, Time};

fn calendar_in(zone: &str, border: &str) -> Calendar {
    let zone = jiff::tz::TimeZoneDatabase::bundled().get(zone).unwrap();
    let zone_name = zone.iana_name().unwrap().to_owned();
    Calendar { zone, zone_name, day_border: border.parse::<Time>().unwrap(), ..Calendar::default() }
}

fn parse_date(text: &str) -> Date {
    text.parse().unwrap()
}

fn parse_instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_sprint_day_is_shorter_or_longer_when_the_clocks_change() {
    let table = [
        // The columns are zone, border, date, first instant and hours.
        ("Europe/Warsaw", "00:00", "2026-03-29", "2026-03-28T23:00:00Z", 23.0),
        ("Europe/Warsaw", "00:00", "2026-10-25", "2026-10-24T22:00:00Z", 25.0),
        ("Europe/Warsaw", "00:00", "2026-07-01", "2026-06-30T22:00:00Z", 24.0),
        ("America/New_York", "00:00", "2026-03-08", "2026-03-08T05:00:00Z", 23.0),
        ("America/New_York", "00:00", "2026-11-01", "2026-11-01T04:00:00Z", 25.0),
        // The border is after the change: the day before is the short one.
        ("America/New_York", "10:00", "2026-03-07", "2026-03-07T15:00:00Z", 23.0),
        ("America/New_York", "10:00", "2026-03-08", "2026-03-08T14:00:00Z", 24.0),
        // The clocks skip the border, which moves by the skipped time.
        ("Europe/Warsaw", "02:30", "2026-03-28", "2026-03-28T01:30:00Z", 24.0),
        ("Europe/Warsaw", "02:30", "2026-03-29", "2026-03-29T01:30:00Z", 23.0),
        // The border occurs twice; the first time counts.
        ("Europe/Warsaw", "02:30", "2026-10-25", "2026-10-25T00:30:00Z", 25.0),
        ("Asia/Kolkata", "00:00", "2026-03-29", "2026-03-28T18:30:00Z", 24.0),
        ("Australia/Lord_Howe", "00:00", "2026-04-05", "2026-04-04T13:00:00Z", 24.5),
        ("Pacific/Apia", "00:00", "2011-12-30", "2011-12-30T10:00:00Z", 0.0),
    ];
    for (zone, border, name, from, hours) in table {
        let day = calendar_in(zone, border).day_of(parse_date(name));
        assert_eq!(day.from, parse_instant(from), "{zone} {border} {name}");
        assert_eq!(day.to.duration_since(day.from).as_secs_f64() / 3600.0, hours, "{zone} {border} {name}");
    }
}

#[test]
fn an_instant_belongs_to_a_day_in_the_time_zone_of_the_team() {
    let table = [
        // 23:11 in Brazil is the next day in UTC, and still the last day of the sprint.
        ("America/Sao_Paulo", "00:00", "2023-09-06T02:11:00Z", "2023-09-05"),
        ("UTC", "00:00", "2023-09-06T02:11:00Z", "2023-09-06"),
        ("Asia/Kolkata", "00:00", "2023-09-05T18:29:59Z", "2023-09-05"),
        ("Asia/Kolkata", "00:00", "2023-09-05T18:30:00Z", "2023-09-06"),
        ("Europe/Warsaw", "10:00", "2023-09-06T07:59:59Z", "2023-09-05"),
        ("Europe/Warsaw", "10:00", "2023-09-06T08:00:00Z", "2023-09-06"),
        ("Pacific/Auckland", "10:00", "2023-09-05T21:59:59Z", "2023-09-05"),
        ("Europe/Warsaw", "02:30", "2026-03-29T01:15:00Z", "2026-03-28"),
        ("Europe/Warsaw", "02:30", "2026-10-25T01:00:00Z", "2026-10-25"),
        ("Pacific/Apia", "00:00", "2011-12-30T09:59:59Z", "2011-12-29"),
        ("Pacific/Apia", "00:00", "2011-12-30T10:00:00Z", "2011-12-31"),
    ];
    for (zone, border, instant, expected) in table {
        let calendar = calendar_in(zone, border);
        let day = calendar.day_at(parse_instant(instant));
        assert_eq!(day.date, parse_date(expected), "{zone} {border} {instant}");
        assert!(
            day.from <= parse_instant(instant) && parse_instant(instant) < day.to,
            "{zone} {border} {instant}"
        );
        assert_eq!(calendar.day_at(day.last_instant()), day);
    }
}

#[test]
fn days_are_contiguous_and_an_end_on_a_border_is_exclusive() {
    let calendar = calendar_in("Europe/Warsaw", "00:00");
    let dates = |start: &str, end: &str| {
        let days = calendar.days_between(parse_instant(start), parse_instant(end));
        assert!(days.windows(2).all(|pair| pair[0].to == pair[1].from));
        days.iter().map(|day| day.date.day()).collect::<Vec<_>>()
    };
    assert_eq!(dates("2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z"), [28]);
    assert_eq!(dates("2026-03-27T23:00:00Z", "2026-03-28T23:00:01Z"), [28, 29]);
    assert_eq!(dates("2026-03-28T12:00:00Z", "2026-03-30T22:00:00Z"), [28, 29, 30]);
    assert!(dates("2026-03-28T12:00:00Z", "2026-03-28T12:00:00Z").is_empty());
    assert!(dates("2026-03-28T12:00:00Z", "2026-03-27T12:00:00Z").is_empty());
    let left_out = Calendar { zone: jiff::tz::TimeZone::get("Pacific/Apia").unwrap(), ..Calendar::default() };
    let days =
        left_out.days_between(parse_instant("2011-12-29T12:00:00Z"), parse_instant("2011-12-31T12:00:00Z"));
    assert_eq!(days.iter().map(|day| day.date.day()).collect::<Vec<_>>(), [29, 31, 1]);
}

#[test]
fn working_time_counts_each_working_day_as_one() {
    let table = [
        // The columns are zone, from, to and working days.
        ("UTC", "2023-08-23T00:00:00Z", "2023-09-06T00:00:00Z", 10.0),
        ("UTC", "2023-08-26T00:00:00Z", "2023-08-28T00:00:00Z", 0.0),
        ("UTC", "2023-08-25T12:00:00Z", "2023-08-28T06:00:00Z", 0.75),
        ("Europe/Warsaw", "2026-03-26T23:00:00Z", "2026-03-30T22:00:00Z", 2.0),
        ("Asia/Kolkata", "2023-08-24T18:30:00Z", "2023-08-25T18:30:00Z", 1.0),
    ];
    for (zone, from, to, expected) in table {
        let calendar = calendar_in(zone, "00:00");
        assert_eq!(
            calendar.working_days_between(parse_instant(from), parse_instant(to)),
            expected,
            "{zone} {from}"
        );
        let none = calendar.working_days_between(parse_instant(to), parse_instant(from));
        assert!(none == 0.0 && none.is_sign_positive(), "{none}");
    }
    // The clocks change on a Sunday. For a team that works then, the day of 23 hours counts as one, and its half has 11.5 hours.
    let mut sundays = calendar_in("Europe/Warsaw", "00:00");
    sundays.extra_working_days.insert(parse_date("2026-03-29"));
    let (from, to) = (parse_instant("2026-03-28T23:00:00Z"), parse_instant("2026-03-29T22:00:00Z"));
    assert_eq!(sundays.working_days_between(from, to), 1.0);
    assert_eq!(sundays.working_days_between(from, parse_instant("2026-03-29T10:30:00Z")), 0.5);
}

#[test]
fn holidays_and_extra_working_days_apply_to_the_date_at_which_a_sprint_day_starts() {
    let mut calendar = calendar_in("Europe/Warsaw", "10:00");
    calendar.holidays.insert(parse_date("2026-05-01"));
    calendar.extra_working_days.insert(parse_date("2026-05-02"));
    let table = [("2026-04-30", true), ("2026-05-01", false), ("2026-05-02", true), ("2026-05-03", false)];
    for (name, working) in table {
        assert_eq!(calendar.day_of(parse_date(name)).is_working_day, working, "{name}");
    }
    // Between the two stand-ups, Thursday and Saturday are working days.
    let (from, to) = (parse_instant("2026-04-30T08:00:00Z"), parse_instant("2026-05-04T08:00:00Z"));
    assert_eq!(calendar.working_days_between(from, to), 2.0);
}

fn read_json(json: &str) -> Sprint {
    read_sprint(json.as_bytes(), &ReadOptions::default()).unwrap()
}

#[test]
fn the_ideal_line_is_flat_on_days_off() {
    let sprint = read_json(
        r#"{"name": "S", "start": "2023-08-24", "end": "2023-08-29", "holidays": ["2023-08-29"], "days": [12]}"#,
    );
    let ideal = |text: &str| sprint.ideal_remaining(parse_instant(text)).unwrap();
    let table = [
        ("2023-08-01T00:00:00Z", 12.0),
        ("2023-08-24T00:00:00Z", 12.0),
        ("2023-08-24T12:00:00Z", 10.0),
        ("2023-08-25T00:00:00Z", 8.0),
        ("2023-08-26T00:00:00Z", 4.0),
        ("2023-08-27T15:00:00Z", 4.0),
        ("2023-08-28T00:00:00Z", 4.0),
        ("2023-08-29T00:00:00Z", 0.0),
        ("2023-09-29T00:00:00Z", 0.0),
    ];
    let corners = sprint.ideal_line();
    assert_eq!(corners.len(), 7);
    assert_eq!((corners[0], corners[6]), ((sprint.start, 12.0), (sprint.end, 0.0)));
    for (instant, expected) in table {
        assert!((ideal(instant) - expected).abs() < 1e-12, "{instant}: {}", ideal(instant));
    }
}

#[test]
fn without_working_time_there_is_no_ideal_line() {
    let weekend = read_json(r#"{"name": "S", "start": "2023-08-26", "end": "2023-08-27", "days": [12, 3]}"#);
    assert_eq!(weekend.ideal_remaining(weekend.start), None);
    assert!(weekend.ideal_line().is_empty());
    assert_eq!(weekend.ledger().days.len(), 2);
    let no_days = read_json(
        r#"{"name": "S", "start": "2023-08-23", "end": "2023-08-23", "working_days": [], "days": [12]}"#,
    );
    assert_eq!(no_days.ideal_remaining(no_days.end), None);
}

#[test]
fn moments_are_parsed_in_the_notations_of_people_and_trackers() {
    let parse_moment = |text: &str| text.parse::<Moment>().ok().map(|moment| moment.to_string());
    let table = [
        ("2023-08-23", Some("2023-08-23")),
        (" 2023-08-23 ", Some("2023-08-23")),
        ("2023-08-23T10:00", Some("2023-08-23T10:00:00")),
        ("2023-08-23 10:00:30", Some("2023-08-23T10:00:30")),
        ("2023-08-23T10:00Z", Some("2023-08-23T10:00:00Z")),
        ("2022-04-15T00:52:08.258+0000", Some("2022-04-15T00:52:08.258Z")),
        ("2016-04-11T07:29:03.294-07:00", Some("2016-04-11T14:29:03.294Z")),
        ("2023-08-23T10:00+02:00[Europe/Warsaw]", Some("2023-08-23T08:00:00Z")),
        ("2023-08-23T10:00[Asia/Tokyo]", None),
        ("1970-01-01", Some("1970-01-01")),
        ("1969-12-31", None),
        ("3000-01-01T00:00:00Z", None),
        ("2023-02-29", None),
        ("20230823", None),
        ("2023-8-23", None),
        ("23.08.2023", None),
        ("2023-08-23T25:00", None),
        ("2023-08-23T", None),
        ("today", None),
        ("", None),
        ("1692784800", None),
        ("２０２３年", None),
    ];
    for (text, expected) in table {
        assert_eq!(parse_moment(text).as_deref(), expected, "{text}");
    }
}
