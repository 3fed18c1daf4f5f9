//! Working days, days off and the day border of the options, with answers of trackers that say nothing of them. The sprint is from
//! Sunday, 1 March 2026, to Thursday, 12 March; its days are counted by hand.

use emberline::sprint::{Caveat, Sprint};
use emberline::{PictureOptions, ReadOptions};
use serde_json::json;

use crate::{options_with, read_answer, refusal_message};

/// A milestone of Taiga with one story of 5 points, done on Tuesday, 3 March, at 9:30.
fn taiga() -> String {
    json!({
        "name": "Sprint 2", "estimated_start": "2026-03-01", "estimated_finish": "2026-03-12", "closed": true, "total_points": 5.0,
        "user_stories": [{
            "id": 1, "ref": 1, "subject": "Work", "total_points": 5.0, "is_closed": true,
            "created_date": "2026-02-20T09:00:00Z", "finish_date": "2026-03-03T09:30:00Z",
        }],
    })
    .to_string()
}

/// The same as an issue of GitLab.
fn gitlab() -> String {
    json!([{
        "id": 1, "iid": 1, "project_id": 1, "title": "Work", "state": "closed", "weight": 5,
        "created_at": "2026-02-20T09:00:00Z", "closed_at": "2026-03-03T09:30:00Z",
        "milestone": { "id": 2, "iid": 2, "title": "Sprint 2", "start_date": "2026-03-01", "due_date": "2026-03-12", "state": "closed" },
    }])
    .to_string()
}

/// The same as an issue of Jira.
fn jira() -> String {
    json!({ "startAt": 0, "maxResults": 50, "total": 1, "names": { "customfield_10016": "Story Points", "customfield_10020": "Sprint" },
        "issues": [{
        "id": "1", "key": "AB-1",
        "fields": {
            "summary": "Work", "created": "2026-02-20T09:00:00.000+0000", "issuetype": { "name": "Story", "subtask": false },
            "status": { "id": "3", "name": "Done", "statusCategory": { "id": 3, "key": "done", "name": "Done" } },
            "customfield_10016": 5,
            "customfield_10020": [{ "id": 2, "name": "Sprint 2", "state": "closed", "boardId": 1, "goal": "",
                "startDate": "2026-03-01T00:00:00.000Z", "endDate": "2026-03-13T00:00:00.000Z", "completeDate": "2026-03-13T00:00:00.000Z" }],
        },
        "changelog": { "startAt": 0, "maxResults": 2, "total": 2, "histories": [
            { "id": "1", "created": "2026-02-27T09:00:00.000+0000",
              "items": [{ "field": "Sprint", "fieldId": "customfield_10020", "from": "", "to": "2", "toString": "Sprint 2" }] },
            { "id": "2", "created": "2026-03-03T09:30:00.000+0000",
              "items": [{ "field": "status", "fieldId": "status", "from": "1", "fromString": "To Do", "to": "3", "toString": "Done" }] },
        ] },
    }] })
    .to_string()
}

/// The working days of the sprint.
fn working_days(sprint: &Sprint) -> Vec<i8> {
    let days = sprint.calendar.days_between(sprint.start, sprint.end);
    days.iter().filter(|day| day.is_working_day).map(|day| day.date.day()).collect()
}

/// Options with working days and days off.
fn calendar(days: &[&str], holidays: &[&str]) -> ReadOptions {
    let list = |texts: &[&str]| {
        (!texts.is_empty()).then(|| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
    };
    options_with(|options| {
        options.working_days = list(days);
        options.holidays = list(holidays);
    })
}

#[test]
fn a_team_that_works_from_sunday_to_thursday_has_its_days() {
    for answer in [taiga(), gitlab(), jira()] {
        let days =
            |days: &[&str], holidays: &[&str]| working_days(&read_answer(&answer, &calendar(days, holidays)));
        assert_eq!(days(&[], &[]), [2, 3, 4, 5, 6, 9, 10, 11, 12], "{answer}");
        assert_eq!(days(&["sun-thu"], &[]), [1, 2, 3, 4, 5, 8, 9, 10, 11, 12]);
        assert_eq!(days(&["Sunday", "tue", "WED-thu"], &[]), [1, 3, 4, 5, 8, 10, 11, 12]);
        assert_eq!(days(&["sat-mon"], &[]), [1, 2, 7, 8, 9], "over the end of the week");
        assert_eq!(days(&["sun-thu"], &["2026-03-04", "2026-03-08..2026-03-10"]), [1, 2, 3, 5, 11, 12]);
        let purim = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Purim\nDTSTART;VALUE=DATE:20260303\nDTEND;VALUE=DATE:20260305\n\
                     END:VEVENT\nEND:VCALENDAR\n";
        assert_eq!(days(&["sun-thu"], &[purim]), [1, 2, 5, 8, 9, 10, 11, 12]);
    }
}

#[test]
fn the_day_border_moves_an_event_to_the_day_before() {
    for answer in [taiga(), gitlab(), jira()] {
        let done_on = |border: Option<&str>| {
            let options = options_with(|options| options.day_border = border.map(str::to_owned));
            let ledger = read_answer(&answer, &options).ledger();
            let day = ledger.days.iter().find(|day| !day.flow.completed.is_zero()).unwrap();
            (day.day.date.to_string(), day.flow.completed.to_f64())
        };
        assert_eq!(done_on(None), ("2026-03-03".to_owned(), 5.0));
        assert_eq!(done_on(Some("10:00")), ("2026-03-02".to_owned(), 5.0));
        assert_eq!(done_on(Some("09:29:59")), ("2026-03-03".to_owned(), 5.0));
    }
}

#[test]
fn options_take_the_place_of_a_documents_calendar() {
    let document = json!({
        "name": "S", "start": "2026-03-01", "end": "2026-03-12", "working_days": ["mon", "tue"], "holidays": ["2026-03-02"],
        "extra_working_days": ["2026-03-06", "2026-03-07"], "day_border": "ten", "days": [5, 4],
    })
    .to_string();
    let mut options = calendar(&["wed"], &["2026-03-07", "2026-03-11"]);
    options.day_border = Some("10:00".to_owned());
    let sprint = read_answer(&document, &options);
    assert_eq!(
        working_days(&sprint),
        [4, 6],
        "a day off of the options is off, even if the document works on it"
    );
    assert_eq!(sprint.start.to_string(), "2026-03-01T10:00:00Z");
}

#[test]
fn wrong_calendars_are_refused_with_the_place_and_the_remedy() {
    const RANGE: &str = "a range is 2026-12-28..2027-01-01; an .ics file is named on the command line, elsewhere its text is given";
    for (days, holidays, expected) in [
        (
            &["mon", "sun-tho"][..],
            &[][..],
            "taiga: option working_days[1] (--working-days): found \"sun-tho\", expected a day of the week (mon) or a range of them (sun-thu)".to_owned(),
        ),
        (
            &["1-5"],
            &[],
            "taiga: option working_days[0] (--working-days): found \"1-5\", expected a day of the week (mon) or a range of them (sun-thu)".to_owned(),
        ),
        (
            &[],
            &["2026-03-04", "team.ics"],
            format!("taiga: option holidays[1] (--holidays): found \"team.ics\", expected a date (2023-08-23); {RANGE}"),
        ),
        (
            &[],
            &["2026-03-04..2026-03-01"],
            "taiga: option holidays[0] (--holidays): found \"2026-03-04..2026-03-01\", expected a range whose last day is not before its first".to_owned(),
        ),
    ] {
        assert_eq!(refusal_message(&taiga(), &calendar(days, holidays)), expected);
    }
    let empty = options_with(|options| options.working_days = Some(Vec::new()));
    let message = "taiga: option working_days (--working-days): found an empty list, expected at least one day of the week (sun-thu)";
    assert_eq!(refusal_message(&taiga(), &empty), message);
    let border = options_with(|options| options.day_border = Some("10".to_owned()));
    let message = "taiga: option day_border (--day-border): found \"10\", expected a time of day (10:00)";
    assert_eq!(refusal_message(&taiga(), &border), message);
}

#[test]
fn a_wrong_calendar_of_the_options_is_not_looked_for_in_the_table() {
    let table = "# name: S\n# end: 2026-03-13\n# working_days: mon\n# holidays: 2026-03-03\ndate,remaining\n2026-03-02,9\n";
    let table = format!("# time_zone: UTC\n# day_border: 10:00\n{table}");
    let table = table.as_str();
    let set = |set: &dyn Fn(&mut ReadOptions)| options_with(|options| set(options));
    for (options, place) in [
        (
            set(&|options| options.day_border = Some("ten".to_owned())),
            "option day_border (--day-border): found \"ten\"",
        ),
        (
            set(&|options| options.time_zone = Some("Mars".to_owned())),
            "option time_zone (--time-zone): found \"Mars\"",
        ),
        (
            set(&|options| options.end = Some("2026-03-01".parse().unwrap())),
            "option end (--end): found 2026-03-01, expected a time after the start (2026-03-02)",
        ),
        (
            set(&|options| options.as_of = Some("2026-03-01".parse().unwrap())),
            "option as_of (--as-of): found 2026-03-01, expected a time not before the start (2026-03-02)",
        ),
        (calendar(&[], &["soon"]), "option holidays[0] (--holidays): found \"soon\""),
        (calendar(&["m"], &[]), "option working_days[0] (--working-days): found \"m\""),
    ] {
        let message = refusal_message(table, &options);
        assert!(message.starts_with(place), "{message}");
    }
}

#[test]
fn a_wrong_value_above_a_table_is_named_by_its_line_unless_an_option_takes_its_place() {
    let export =
        "Issue key,Status,Created,Resolved,Sprint\nA-1,Done,2026-03-02 09:00,2026-03-03 09:00,Sprint 3\n";
    let days = "date,remaining\n2026-03-02,9\n";
    for (line, expected) in [
        ("# day_border: ten", "line 3, day_border: found \"ten\", expected a time of day (10:00)"),
        ("# time_zone: Mars", "line 3, time_zone: found \"Mars\", expected the IANA name of a time zone"),
    ] {
        for (table, tracker) in [(export, "jira: "), (days, "")] {
            let text = format!("# name: S\n# end: 2026-03-13\n{line}\n{table}");
            let start = options_with(|options| options.start = Some("2026-03-02".parse().unwrap()));
            let message = refusal_message(&text, &start);
            assert!(message.starts_with(&format!("{tracker}{expected}")), "{message}");
            let mut options = start.clone();
            (options.day_border, options.time_zone) = (Some("ten".to_owned()), Some("UTC".to_owned()));
            let message = refusal_message(&text, &options);
            assert!(
                message.starts_with(&format!("{tracker}option day_border (--day-border): ")),
                "{message}"
            );
        }
    }
}

#[test]
fn an_observance_is_a_working_day_that_is_named() {
    let event = |day: &str, title: &str, description: &str| {
        format!(
            "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:{title}\r\nDESCRIPTION:{description}\r\nEND:VEVENT\r\n"
        )
    };
    let hint = "Observance\\nTo hide observances\\, go to Google Calendar Settings > Holidays in Austria";
    let events = event("20260303", "Pancake Day", hint)
        + &event("20260304", "Founding Day", "Public holiday")
        // Nobody works on a Saturday, and the other one is after the sprint.
        + &event("20260307", "Women's Eve", hint)
        + &event("20260401", "April Fools", hint);
    let one_day_off = calendar(&[], &["2026-03-04"]);
    let calendar = calendar(&[], &[&format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n")]);
    let sprint = read_answer(&taiga(), &calendar);
    assert!(sprint.caveats.contains(&Caveat::ObservancesWorked(1)), "{:?}", sprint.caveats);
    let named: Vec<String> = sprint.observances().map(|(day, title)| format!("{day} {title}")).collect();
    assert_eq!(named, ["2026-03-03 Pancake Day"]);
    let off = working_days(&read_answer(&taiga(), &one_day_off));
    assert_eq!(working_days(&sprint), off);
}

#[test]
fn days_off_may_be_replaced_after_the_options_are_parsed() {
    let options = PictureOptions::from_json(r#"{ "holidays": ["2026-03-03"] }"#).unwrap();
    let mut options = options.to_read_options(None).unwrap();
    let given = working_days(&read_answer(&taiga(), &options));
    options.holidays = Some(vec!["2026-03-04".to_owned()]);
    let replaced = working_days(&read_answer(&taiga(), &options));
    assert_eq!(given, working_days(&read_answer(&taiga(), &calendar(&[], &["2026-03-03"]))));
    assert_eq!(replaced, working_days(&read_answer(&taiga(), &calendar(&[], &["2026-03-04"]))));
    assert_ne!(given, replaced);
}
