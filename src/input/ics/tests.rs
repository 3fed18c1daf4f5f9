//! The days of calendars, worked out by hand, and the events that are refused.
#![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

use super::*;
use crate::input::normalize::dated_days_off::DatedDaysOff;
use crate::input::normalize::days_off::DaysOff;

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//Days off//EN\r\n{events}END:VCALENDAR\r\n")
}

fn event(lines: &[&str]) -> String {
    format!("BEGIN:VEVENT\r\nSUMMARY:Off\r\n{}\r\nEND:VEVENT\r\n", lines.join("\r\n"))
}

/// The days off that a sprint of 2026 sees.
fn days_off(events: &str) -> Result<Vec<String>, String> {
    dated(events).map(|days_off| days_off.dates.iter().map(Date::to_string).collect())
}

fn dated(events: &str) -> Result<DatedDaysOff, String> {
    let days = DaysOff::parse(&[calendar(events)]).and_then(|days_off| days_off.dates_around(2026));
    let location = FieldPath::OptionEntry("holidays", 0).json_location();
    days.map_err(|error| error.into_input_error(location).to_string())
}

#[test]
fn an_event_of_whole_days_ends_before_its_end() {
    for lines in [
        &["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226"][..],
        &["DTSTART;VALUE=DATE:20261224", "DURATION:P2D"],
        &["DTSTART;TZID=Europe/Berlin:20261224T000000", "DTEND;TZID=Europe/Berlin:20261226T000000"],
        &["dtstart;value=date:20261224", "RDATE;VALUE=DATE:20261225"],
    ] {
        assert_eq!(days_off(&event(lines)).unwrap(), ["2026-12-24", "2026-12-25"], "{lines:?}");
    }
    assert_eq!(days_off(&event(&["DTSTART:20261224", "DTEND:20261224"])).unwrap(), ["2026-12-24"]);
    assert_eq!(days_off(&event(&["DTSTART:20241231", "DTEND:20250102"])).unwrap(), ["2025-01-01"]);
    assert!(days_off(&event(&["DTSTART:20261224", "STATUS:CANCELLED"])).unwrap().is_empty());
}

#[test]
fn repeated_events_fall_on_their_days() {
    let rule = |start: &str, rule: &str| {
        days_off(&event(&[&format!("DTSTART;VALUE=DATE:{start}"), &format!("RRULE:{rule}")])).unwrap()
    };
    assert_eq!(
        rule("20101225", "FREQ=YEARLY"),
        ["2025-12-25", "2026-12-25", "2027-12-25", "2028-12-25", "2029-12-25", "2030-12-25"]
    );
    assert_eq!(rule("20200229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), ["2028-02-29"]);
    assert_eq!(rule("20240101", "FREQ=YEARLY;COUNT=3"), ["2025-01-01", "2026-01-01"]);
    assert_eq!(rule("20240101", "FREQ=YEARLY;UNTIL=20251231T235959Z"), ["2025-01-01"]);
    assert_eq!(rule("20240101", "FREQ=YEARLY;INTERVAL=2"), ["2026-01-01", "2028-01-01", "2030-01-01"]);
    // Thanksgiving of 2025 and 2026, and Memorial Day.
    let november = rule("20101125", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20261231");
    assert_eq!(november, ["2025-11-27", "2026-11-26"]);
    assert_eq!(rule("20250526", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2"), ["2025-05-26", "2026-05-25"]);
    assert_eq!(
        rule("20241220", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=MO;COUNT=3"),
        ["2025-01-03", "2025-01-17"]
    );
    assert_eq!(rule("20241231", "FREQ=DAILY;COUNT=3"), ["2025-01-01", "2025-01-02"]);
}

#[test]
fn events_that_overlap_have_each_day_once() {
    let fortnight = event(&["DTSTART:20261221", "DURATION:P2W", "RRULE:FREQ=DAILY;COUNT=3"]);
    let week = event(&["DTSTART:20261224", "DURATION:P1W"]);
    let days = days_off(&format!("{week}{fortnight}{week}")).unwrap();
    assert_eq!(days.len(), 16, "{days:?}");
    assert_eq!((days[0].as_str(), days[15].as_str()), ("2026-12-21", "2027-01-05"));
}

#[test]
fn an_event_of_decades_is_refused() {
    let error = days_off(&event(&["DTSTART:19700101", "DTEND:20700101", "RRULE:FREQ=DAILY"])).unwrap_err();
    assert!(
        error.contains("found the event \"Off\" of 36525 days, expected at most 3660 (MAX_EVENT_DAYS)"),
        "{error}"
    );
    assert_eq!(days_off(&event(&["DTSTART:20250101", "DTEND:20350109"])).unwrap().len(), 2_191);
}

#[test]
fn exceptions_and_moved_events_take_the_place_of_repeated_ones() {
    let yearly = event(&[
        "UID:1",
        "DTSTART;VALUE=DATE:20250501",
        "RRULE:FREQ=YEARLY;COUNT=4",
        "EXDATE;VALUE=DATE:20270501",
    ]);
    let moved = event(&["UID:1", "RECURRENCE-ID;VALUE=DATE:20260501", "DTSTART;VALUE=DATE:20260504"]);
    let days = days_off(&format!("{yearly}{moved}")).unwrap();
    assert_eq!(days, ["2025-05-01", "2026-05-04", "2028-05-01"]);
    for cancelled in [
        &["UID:1", "RECURRENCE-ID;VALUE=DATE:20260501", "DTSTART;VALUE=DATE:20260501", "STATUS:CANCELLED"][..],
        &["STATUS:cancelled", "RECURRENCE-ID:20260501T000000Z", "UID:1"],
    ] {
        let days = days_off(&format!("{}{yearly}", event(cancelled))).unwrap();
        assert_eq!(days, ["2025-05-01", "2028-05-01"], "{cancelled:?}");
    }
    let other = event(&["UID:2", "RECURRENCE-ID:20260501", "STATUS:CANCELLED"]);
    let days = days_off(&format!("{yearly}{other}")).unwrap();
    assert_eq!(days, ["2025-05-01", "2026-05-01", "2028-05-01"]);
}

#[test]
fn a_change_of_all_later_occurrences_is_refused() {
    let yearly = event(&["UID:1", "DTSTART;VALUE=DATE:20250501", "RRULE:FREQ=YEARLY;COUNT=4"]);
    let later =
        event(&["UID:1", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260501", "DTSTART:20260504"]);
    let error = days_off(&format!("{yearly}{later}")).unwrap_err();
    let expected = "found the event \"Off\" that changes itself and all later occurrences (RANGE=THISANDFUTURE), expected a change \
                    of a single occurrence, or an event of its own";
    assert!(error.contains(expected), "{error}");
}

#[test]
fn an_observance_is_a_working_day_unless_another_event_takes_it() {
    let observance = |day: &str, description: &str| {
        let lines = [
            &format!("DTSTART;VALUE=DATE:{day}"),
            "SUMMARY:Mother\\, Father",
            &format!("DESCRIPTION:{description}"),
        ];
        event(&lines).replace("SUMMARY:Off\r\n", "")
    };
    let hint = "Observance\\nTo hide observances\\, go to Google Calendar Settings > Holidays in Austria";
    let events = [
        observance("20260304", hint),
        observance("20260305", "observance"),
        observance("20260306", "Public holiday"),
        observance("20260307", "Observances"),
        observance("20260309", "Observance"),
        event(&["DTSTART;VALUE=DATE:20260309"]),
    ];
    let days = dated(&events.concat()).unwrap();
    let off: Vec<String> = days.dates.iter().map(Date::to_string).collect();
    assert_eq!(off, ["2026-03-06", "2026-03-07", "2026-03-09"]);
    let worked: Vec<String> = days.observances.iter().map(|(day, title)| format!("{day} {title}")).collect();
    assert_eq!(worked, ["2026-03-04 Mother, Father", "2026-03-05 Mother, Father"]);
}

#[test]
fn a_folded_title_and_an_alarm_inside_an_event_are_read() {
    let text = "BEGIN:VEVENT\r\nSUMMARY:A very long\r\n  title\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\n\
                END:VALARM\r\nDTSTART;VALUE=DATE:20260309\r\nEND:VEVENT\r\n";
    assert_eq!(days_off(text).unwrap(), ["2026-03-09"]);
}

#[test]
fn an_event_that_is_no_day_off_is_refused_by_name() {
    const REMEDY: &str =
        "leave it out of the calendar, or give the days off (2026-12-25, 2026-12-28..2027-01-01)";
    for (lines, found) in [
        (
            &["DTSTART:20261224T090000Z", "DTEND:20261224T100000Z"][..],
            "with the start 20261224T090000Z, expected an event of whole days (DTSTART;VALUE=DATE)",
        ),
        (
            &["DTSTART:20261224T000000"],
            "with the start 20261224T000000, expected an event of whole days (DTSTART;VALUE=DATE)",
        ),
        (
            &["DTSTART:20261224", "DTEND:20261223"],
            "from 20261224 to 20261223, expected an end at the beginning of a later day",
        ),
        (
            &["DTSTART:20261224", "DURATION:PT8H"],
            "with the duration PT8H, expected whole days or weeks (P1D, P1W)",
        ),
        (
            &["DTSTART:20261224", "RRULE:FREQ=MONTHLY"],
            "that repeats by FREQ=MONTHLY, expected a repetition each year on a date or on the nth day of the week in a \
             month, each week or each day",
        ),
        (&["DTSTART:20261224", "EXDATE:never"], "with the EXDATE never, expected a date (20261225)"),
    ] {
        let expected = format!("option holidays[0] (--holidays): found the event \"Off\" {found}; {REMEDY}");
        assert_eq!(days_off(&event(lines)).unwrap_err(), expected);
    }
}

#[test]
fn a_calendar_that_is_cut_anywhere_is_refused() {
    let whole = calendar(&event(&["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226"]));
    let whole = whole.trim_end();
    for end in 1..whole.len() {
        let path = FieldPath::Entry("holidays", 0);
        assert!(Events::default().add_calendar(&whole[..end], path).is_err(), "{}", &whole[..end]);
    }
}

#[test]
fn a_deep_calendar_and_one_with_too_many_events_are_refused_with_the_limit() {
    let deep = "BEGIN:A\n".repeat(100_000);
    let error = days_off(&deep).unwrap_err();
    assert!(error.contains("MAX_CALENDAR_DEPTH"), "{error}");
    let many = event(&["DTSTART:20261224"]).repeat(MAX_HOLIDAY_ENTRIES + 1);
    let error = days_off(&many).unwrap_err();
    assert!(error.contains("MAX_HOLIDAY_ENTRIES"), "{error}");
    let dates = ["20261224"; 10].join(",");
    let listed = event(&["DTSTART:20261224", &format!("EXDATE:{dates}"), "RRULE:FREQ=DAILY;COUNT=1"]);
    assert!(days_off(&listed).unwrap().is_empty());
    assert_eq!(
        days_off("").unwrap_err(),
        format!(
            "option holidays[0] (--holidays): found a calendar with 0 readable events of 0, expected events of whole days; {REMEDY}"
        )
    );
}
