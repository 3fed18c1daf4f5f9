//! Tables: exports of trackers and spreadsheets. The expected numbers are worked out by hand; most files say how.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use std::fs;
use std::path::{Path, PathBuf};

use emberline::sprint::{Caveat, Sprint, Unit};
use emberline::{ReadOptions, read_sprint};

/// The numbers of a sprint at the end of its data.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Totals {
    unit: Unit,
    committed: f64,
    added: f64,
    removed: f64,
    reestimated: f64,
    completed: f64,
    remaining: f64,
}

const POINTS: Totals = Totals {
    unit: Unit::Points,
    committed: 8.0,
    added: 2.0,
    removed: 0.0,
    reestimated: 0.0,
    completed: 5.0,
    remaining: 5.0,
};

/// Two items of 5 and 3 points of which the first is done.
const TWO_ITEMS: Totals = Totals { added: 0.0, remaining: 3.0, ..POINTS };

const HOURS: Totals = Totals { unit: Unit::Hours, ..POINTS };

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/trackers").join(folder)
}

/// Returns the options in the file of arguments beside an input.
fn options_of(input: &Path) -> ReadOptions {
    let mut options = ReadOptions::default();
    let arguments = fs::read_to_string(input.with_extension("args")).unwrap_or_default();
    let mut words = arguments.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "--partial" => options.partial = true,
            "--name" => options.name = words.next().map(str::to_owned),
            "--start" => options.start = Some(words.next().unwrap().parse().unwrap()),
            "--end" => options.end = Some(words.next().unwrap().parse().unwrap()),
            other => panic!("an argument that this test does not know: {other}"),
        }
    }
    options
}

fn read(input: &Path) -> Sprint {
    read_sprint(&fs::read(input).unwrap(), &options_of(input))
        .unwrap_or_else(|error| panic!("{}: {error}", input.display()))
}

/// Returns the numbers of a sprint, and checks that its days add up to them.
fn totals(sprint: &Sprint) -> Totals {
    let ledger = sprint.ledger();
    let sum = |amount_of: fn(&emberline::sprint::Flow) -> emberline::sprint::Amount| -> f64 {
        ledger.days.iter().map(|day| amount_of(&day.flow).to_f64()).sum()
    };
    let totals = Totals {
        unit: sprint.unit,
        committed: sprint.opening.remaining().to_f64(),
        added: sum(|flow| flow.added),
        removed: sum(|flow| flow.removed),
        reestimated: sum(|flow| flow.reestimated),
        completed: sum(|flow| flow.completed),
        remaining: ledger.latest_level().remaining().to_f64(),
    };
    let Totals { committed, added, removed, reestimated, completed, remaining, .. } = totals;
    assert_eq!(committed + added - removed + reestimated - completed, remaining);
    totals
}

#[test]
fn jira_s_table_gives_the_same_numbers_in_every_language() {
    for language in ["en", "de", "fr", "es", "pt", "it", "nl", "pl"] {
        let sprint = read(&fixtures("exports").join(format!("jira-{language}.csv")));
        assert_eq!(totals(&sprint), POINTS, "{language}");
        assert_eq!(sprint.name, "Sprint 3", "{language}");
        assert!(!sprint.knows_started_work(), "{language}");
    }
}

#[test]
fn each_export_gives_the_numbers_that_are_worked_out_by_hand() {
    for (name, expected) in [
        ("jira-work-item", TWO_ITEMS),
        ("jira-done-at-unknown-time", TWO_ITEMS),
        ("jira-partial", TWO_ITEMS),
        ("jira-seconds", Totals { committed: 12.0, added: 0.0, completed: 8.0, remaining: 4.0, ..HOURS }),
        ("linear", Totals { committed: 10.0, added: 1.0, removed: 2.0, remaining: 4.0, ..POINTS }),
        ("gitlab", POINTS),
        ("gitlab-hours", Totals { committed: 10.0, added: 0.0, completed: 8.0, remaining: 2.0, ..HOURS }),
        ("azure-month-first", Totals { committed: 9.0, removed: 1.0, ..POINTS }),
        ("azure-days-first", Totals { committed: 12.0, added: 0.0, completed: 8.0, remaining: 4.0, ..HOURS }),
        ("azure-order-said", Totals { committed: 3.0, added: 0.0, completed: 3.0, remaining: 0.0, ..POINTS }),
        ("shortcut", POINTS),
    ] {
        let sprint = read(&fixtures("exports").join(format!("{name}.csv")));
        assert_eq!(totals(&sprint), expected, "{name}");
        assert!(sprint.caveats.contains(&Caveat::NoHistory), "{name}");
    }
}

#[test]
fn each_spreadsheet_gives_the_numbers_that_are_worked_out_by_hand() {
    let days = Totals { committed: 40.5, added: 1.0, completed: 6.5, remaining: 35.0, ..POINTS };
    let net = Totals { added: 0.0, completed: 4.5, remaining: 36.0, ..days };
    for (name, expected) in [
        ("days-de.csv", Totals { ..days }),
        ("days-fr.csv", Totals { ..days }),
        ("days-es.csv", Totals { ..days }),
        ("days-pt.csv", Totals { ..days }),
        ("days-it.csv", Totals { ..days }),
        ("days-nl.csv", Totals { ..days }),
        ("days-pl.csv", Totals { ..days }),
        ("days-tabs.tsv", Totals { added: 0.0, completed: 5.5, ..days }),
        ("days-quoted.csv", Totals { completed: 4.25, remaining: 36.25, ..net }),
        ("days-month-first.csv", Totals { committed: 40.0, completed: 37.0, remaining: 3.0, ..net }),
        ("days-utf16-le.csv", Totals { ..net }),
        ("days-utf16-le-mark.csv", Totals { ..net }),
        ("days-utf16-be.csv", Totals { ..net }),
        ("days-utf16-be-mark.csv", Totals { ..net }),
        (
            "tasks-dates.csv",
            Totals {
                committed: 13.0,
                added: 3.0,
                reestimated: 1.0,
                completed: 13.0,
                remaining: 4.0,
                ..HOURS
            },
        ),
        (
            "tasks-numbered.csv",
            Totals { committed: 13.0, added: 0.0, completed: 11.0, remaining: 2.0, ..HOURS },
        ),
    ] {
        assert_eq!(totals(&read(&fixtures("spreadsheets").join(name))), expected, "{name}");
    }
}

#[test]
fn numbered_days_are_the_working_days_of_the_team() {
    let table = "Task;Day 1;Day 2;Day 3\nPay by card;8;6;2\n";
    let end_of_data = |above: &str, options: &ReadOptions| {
        let text = format!("# name: Sprint 3\n# start: 2026-03-05\n# end: 2026-03-13\n{above}{table}");
        let sprint = read_sprint(text.as_bytes(), options).unwrap();
        let ledger = sprint.ledger();
        let burned = ledger.days.iter().filter(|day| !day.flow.completed.is_zero());
        burned.map(|day| day.day.date.to_string()).collect::<Vec<_>>()
    };
    let default = ReadOptions::default();
    assert_eq!(end_of_data("", &default), ["2026-03-06", "2026-03-09"]);
    assert_eq!(end_of_data("# working_days: sun mon tue wed thu\n", &default), ["2026-03-08", "2026-03-09"]);
    assert_eq!(end_of_data("# holidays: 2026-03-06\n", &default), ["2026-03-09", "2026-03-10"]);
    assert_eq!(end_of_data("# extra_working_days: 2026-03-07\n", &default), ["2026-03-06", "2026-03-07"]);
    let mut options = ReadOptions::default();
    options.working_days = Some(vec!["sun-thu".to_owned()]);
    assert_eq!(end_of_data("", &options), ["2026-03-08", "2026-03-09"]);
    options.holidays = Some(vec!["2026-03-08..2026-03-09".to_owned()]);
    assert_eq!(end_of_data("", &options), ["2026-03-10", "2026-03-11"]);
}

/// Returns the committed amount of a table in two weeks of March 2026, its unit, and what it says of sub-tasks, epics and fields.
fn commitment(text: &str, options: &ReadOptions) -> (f64, Unit, Vec<Caveat>) {
    let mut options = options.clone();
    options.start = Some("2026-03-02".parse().unwrap());
    options.end = Some("2026-03-13".parse().unwrap());
    options.name = Some("Sprint 3".to_owned());
    let sprint = read_sprint(text.as_bytes(), &options).unwrap();
    let is_choice = |caveat: &Caveat| {
        matches!(
            caveat,
            Caveat::SubtasksLeftOut(_)
                | Caveat::SubtasksCounted(_)
                | Caveat::EstimateFields(_)
                | Caveat::EpicsCounted(_)
        )
    };
    let choices = sprint.caveats.iter().filter(|caveat| is_choice(caveat)).copied().collect();
    (sprint.opening.remaining().to_f64(), sprint.unit, choices)
}

#[test]
fn sub_tasks_of_exports_count_by_the_rules_of_their_tracker() {
    // 5 + 3 points; A-3 is a part of A-1, which has points, A-4 of A-5, which has none.
    let jira = "Issue key,Issue id,Parent id,Issue Type,Status,Created,Story Points,Original Estimate\n\
         A-1,11,,Story,To Do,20/Feb/26 10:41 AM,5,3600\n\
         A-2,12,,Story,To Do,20/Feb/26 10:41 AM,3,3600\n\
         A-3,13,11,Sub-task,To Do,20/Feb/26 10:41 AM,2,7200\n\
         A-4,14,15,Sub-task,To Do,20/Feb/26 10:41 AM,1,7200\n\
         A-5,15,,Story,To Do,20/Feb/26 10:41 AM,,3600\n";
    let azure = "ID,Parent,Work Item Type,Title,State,Created Date,Story Points,Original Estimate\n\
         1,,User Story,A,New,2026-02-20,5,1\n2,,User Story,B,New,2026-02-20,3,1\n\
         3,1,Task,C,New,2026-02-20,2,2\n4,5,Task,D,New,2026-02-20,1,2\n5,,User Story,E,New,2026-02-20,,1\n";
    let with = |unit: Unit, subtasks: Option<bool>| {
        let mut options = ReadOptions::default();
        options.unit = Some(unit);
        options.subtasks = subtasks;
        options.estimate_field = (unit == Unit::Hours).then(|| "Original Estimate".to_owned());
        options
    };
    let (left_out, counted) = (Caveat::SubtasksLeftOut, Caveat::SubtasksCounted);
    for (table, unit, subtasks, sum, caveats) in [
        (jira, Unit::Points, None, 8.0, vec![left_out(2)]),
        (jira, Unit::Points, Some(true), 9.0, vec![left_out(1)]),
        (jira, Unit::Hours, None, 7.0, vec![]),
        (jira, Unit::Hours, Some(false), 3.0, vec![left_out(2)]),
        (jira, Unit::Items, None, 3.0, vec![left_out(2)]),
        (jira, Unit::Items, Some(true), 5.0, vec![counted(2)]),
        (azure, Unit::Points, None, 9.0, vec![left_out(1)]),
        (azure, Unit::Hours, None, 7.0, vec![]),
        (azure, Unit::Items, None, 5.0, vec![counted(2)]),
        (azure, Unit::Items, Some(false), 3.0, vec![left_out(2)]),
    ] {
        let expected = (sum, unit, caveats);
        assert_eq!(commitment(table, &with(unit, subtasks)), expected, "{unit:?} {subtasks:?}\n{table}");
    }
}

#[test]
fn an_export_says_its_fields_and_its_epics() {
    let table = "Issue key,Issue Type,Status,Created,Story Points,Story point estimate\n\
         A-1,Story,To Do,20/Feb/26 10:41 AM,5,\nA-2,Bug,To Do,20/Feb/26 10:41 AM,2,\n\
         A-3,Epic,To Do,20/Feb/26 10:41 AM,,3\n";
    let expected = (10.0, Unit::Points, vec![Caveat::EstimateFields(2), Caveat::EpicsCounted(1)]);
    assert_eq!(commitment(table, &ReadOptions::default()), expected);
}

#[test]
fn the_sprint_of_an_export_is_chosen_as_that_of_an_answer() {
    let read_table = |table: &str, sprint: Option<&str>, as_of: &str| {
        let mut options = ReadOptions::default();
        options.sprint = sprint.map(str::to_owned);
        options.as_of = Some(as_of.parse().unwrap());
        options.start = Some("2026-03-02".parse().unwrap());
        options.end = Some("2026-03-13".parse().unwrap());
        let sprint = read_sprint(table.as_bytes(), &options).unwrap();
        let parallel = sprint.caveats.contains(&Caveat::ParallelSprints(2));
        (sprint.name.clone(), sprint.opening.remaining().to_f64(), parallel)
    };
    let cycle = |key: &str, number: u8, name: &str| {
        format!(
            "{key},Heron,Todo,1,{number},{name},2026-03-02T00:00:00Z,2026-03-16T00:00:00Z,2026-02-20T10:00:00Z\n"
        )
    };
    let linear = format!(
        "ID,Team,Status,Estimate,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created\n{}{}{}",
        cycle("A-1", 10, ""),
        cycle("A-2", 9, ""),
        cycle("A-3", 9, "")
    );
    assert_eq!(read_table(&linear, None, "2026-03-10"), ("Cycle 9".to_owned(), 2.0, true));
    assert_eq!(read_table(&linear, Some("10"), "2026-03-10"), ("Cycle 10".to_owned(), 1.0, false));
    let jira = "Issue key,Status,Created,Sprint,Story Points\nA-1,To Do,20/Feb/26 10:41 AM,Sprint 9,3\n\
         A-2,To Do,20/Feb/26 10:41 AM,Sprint 10,5\n";
    assert_eq!(read_table(jira, None, "2026-03-10"), ("Sprint 10".to_owned(), 5.0, false));
    assert_eq!(read_table(jira, Some("sprint 9"), "2026-03-10"), ("Sprint 9".to_owned(), 3.0, false));
}

#[test]
fn lines_above_an_export_count_or_are_refused() {
    let table = "Issue key,Status,Created,Sprint,Story Points\nA-1,To Do,2/3/2026,Sprint 9,3\n";
    let read_with = |above: &str, table: &str| {
        let text = format!("# A note of ours: all is well\n{above}{table}");
        read_sprint(text.as_bytes(), &ReadOptions::default()).map_err(|error| error.to_string())
    };
    let above = "# Dates: d/m/y\n# Name: Heron,,\n# start: 2026-03-02\n# end: 2026-03-13\n# unit: items\n\
         # time zone: Europe/Warsaw\n# holidays: 2026-03-03 2026-03-04\n";
    let sprint = read_with(above, table).unwrap();
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Heron", Unit::Items));
    assert_eq!((sprint.calendar.zone_name.as_str(), sprint.calendar.holidays.len()), ("Europe/Warsaw", 2));
    let thousands = table.replace(",3\n", ",\"1,000\"\n");
    for (line, table, expected) in [
        ("# committed: 5\n", table, "line 9: found the field \"committed\" above an export"),
        ("# strat: 5\n", table, "did you mean \"start\""),
        ("# start: 2026-03-02\n", table, "\"start\" a second time"),
        ("", thousands.as_str(), "found \"1,000\", expected a number"),
    ] {
        let error = read_with(&format!("{above}{line}"), table).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}

/// True if a text ends within a quoted cell, or within a line that has fewer cells than the first line of its table.
fn is_visibly_cut(text: &str, separator: char) -> bool {
    let table: Vec<&str> = text.split_inclusive('\n').skip_while(|line| line.starts_with('#')).collect();
    let table = table.concat();
    let outside: String = table.split('"').step_by(2).collect();
    let cells = |line: &str| line.matches(separator).count();
    let mut lines = outside.split('\n');
    let header = cells(lines.next().unwrap_or_default());
    let last = lines.next_back().unwrap_or_default();
    table.matches('"').count() % 2 == 1 || (!last.trim().is_empty() && cells(last) < header)
}

#[test]
fn a_table_that_is_cut_off_within_a_row_is_refused() {
    for (folder, name, separator) in [
        ("exports", "jira-en.csv", ','),
        ("exports", "jira-de.csv", ';'),
        ("exports", "linear.csv", ','),
        ("exports", "gitlab.csv", ','),
        ("exports", "azure-month-first.csv", ','),
        ("exports", "shortcut.csv", ','),
        ("spreadsheets", "days-pl.csv", ';'),
        ("spreadsheets", "tasks-dates.csv", ';'),
    ] {
        let input = fixtures(folder).join(name);
        let (text, options) = (fs::read_to_string(&input).unwrap(), options_of(&input));
        let mut refused = 0;
        for (end, _) in text.char_indices() {
            let part = &text[..end];
            if is_visibly_cut(part, separator) {
                let result = read_sprint(part.as_bytes(), &options);
                assert!(
                    result.is_err(),
                    "{name}: cut at byte {end}: {:?}",
                    &part[part.len().saturating_sub(40)..]
                );
                refused += 1;
            }
        }
        assert!(refused > 20, "{name}: only {refused} cuts");
    }
}

#[test]
fn the_line_of_the_separator_is_no_part_of_an_export() {
    let input = fixtures("exports").join("jira-de.csv");
    let text = format!("sep=;\n{}", fs::read_to_string(&input).unwrap().trim_start_matches('\u{feff}'));
    assert_eq!(totals(&read_sprint(text.as_bytes(), &options_of(&input)).unwrap()), POINTS);
}

#[test]
fn line_ends_and_marks_of_other_systems_change_nothing() {
    let input = fixtures("exports").join("jira-en.csv");
    let (text, options) = (fs::read_to_string(&input).unwrap(), options_of(&input));
    let variants = [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), text.replace('\t', " ")];
    for variant in variants {
        assert_eq!(totals(&read_sprint(variant.as_bytes(), &options).unwrap()), POINTS);
        let utf16: Vec<u8> = variant.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(totals(&read_sprint(&utf16, &options).unwrap()), POINTS);
    }
}

/// Reads a table of a sprint from 2 to 13 March.
fn read_text(text: &str) -> Result<Sprint, String> {
    let mut options = ReadOptions::default();
    options.name = Some("Sprint 3".to_owned());
    options.start = Some("2026-03-02".parse().unwrap());
    options.end = Some("2026-03-13".parse().unwrap());
    read_sprint(text.as_bytes(), &options).map_err(|error| error.to_string())
}

/// Tasks of 8 and 5 hours, of which 8 + 4 are done in three days and 1 remains.
const THREE_DAYS: Totals = Totals { committed: 13.0, added: 0.0, completed: 12.0, remaining: 1.0, ..HOURS };

/// Tasks of 8 and 5 hours, of which 6 + 2 are done in two days and 5 remain.
const TWO_DAYS: Totals = Totals { completed: 8.0, remaining: 5.0, ..THREE_DAYS };

fn check_tables(tables: &[(&str, Totals)]) {
    for (text, expected) in tables {
        let sprint = read_text(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(totals(&sprint), *expected, "{text}");
    }
}

fn check_refused(tables: &[(&str, &str)]) {
    for (text, expected) in tables {
        let error = read_text(text).map(|sprint| totals(&sprint)).unwrap_err();
        assert!(error.contains(expected), "{text}: {error}");
    }
}

#[test]
fn a_task_stays_at_its_estimate_until_it_has_a_figure() {
    let waiting = Totals { completed: 8.0, remaining: 5.0, ..THREE_DAYS };
    check_tables(&[
        ("Task,Estimate,Day 1,Day 2,Day 3\nPay,8,4,2,0\nRefund,5,,,\n", waiting),
        // 8 hours of the first task and 5 - 3 = 2 of the second.
        (
            "Task,Estimate,Day 1,Day 2,Day 3\nPay,8,4,2,0\nRefund,5,,,3\n",
            Totals { completed: 10.0, remaining: 3.0, ..THREE_DAYS },
        ),
    ]);
}

#[test]
fn rows_of_sums_and_of_the_ideal_line_are_no_tasks() {
    check_tables(&[
        (
            "ID,Task,Estimate,Day 1,Day 2,Day 3\n1,Pay,8,4,2,0\n2,Refund,5,5,3,1\n,Total,13,9,5,1\n",
            THREE_DAYS,
        ),
        (
            "Task,Estimate,Day 1,Day 2,Day 3\nPay,8,4,2,0\nRefund,5,5,3,1\nRemaining,13,9,5,1\nIdeal,13,9,4,0\n",
            THREE_DAYS,
        ),
        ("Task,Estimate,Day 1,Day 2,Day 3\nTotal,13,9,5,1\nPay,8,4,2,0\nRefund,5,5,3,1\n", THREE_DAYS),
        (
            "Nr;Aufgabe;Schätzung;02.03.2026;03.03.2026\n1;Zahlen;8;4;2\n2;Erst;5;5;3\n;Summe;13;9;5\n",
            TWO_DAYS,
        ),
        (
            "Aufgabe;Schätzung;02.03.2026;03.03.2026\nZahlen;8;4;2\nErst;5;5;3\nRest;13;9;5\nIdeal;13;11,7;10,4\n",
            TWO_DAYS,
        ),
        // A row of sums without tasks is what remains of all of them.
        ("Team;Schätzung;02.03.2026;03.03.2026\nRest;13;9;5\nIdeal;13;11,7;10,4\n", TWO_DAYS),
    ]);
    check_refused(&[(
        "Task,Estimate,Day 1,Day 2\nTotal,14,9,5\nPay,8,4,2\nRefund,5,5,3\n",
        "line 2: found a total of 14 of the estimates, expected the sum of the tasks, 13",
    )]);
}

#[test]
fn numbers_before_the_days_are_the_estimates() {
    check_tables(&[
        ("Task,Owner,Hours,Day 1,Day 2,Day 3\nPay,A,8,4,2,0\nRefund,B,5,5,3,1\n", THREE_DAYS),
        ("Task,Owner,Estimate (h),Day 1,Day 2,Day 3\nPay,A,8,4,2,0\nRefund,B,5,5,3,1\n", THREE_DAYS),
        ("Story;Aufgabe;Std.;02.03.2026;03.03.2026\nA;Zahlen;8;4;2\nA;Erst;5;5;3\n", TWO_DAYS),
        ("Task,Day 0,Day 1,Day 2,Day 3\nPay,8,4,2,0\nRefund,5,5,3,1\n", THREE_DAYS),
    ]);
    check_refused(&[("Task,Foo,Day 1,Day 2\nPay,8,4,2\n", "call it Estimate")]);
}

#[test]
fn completed_work_may_be_a_running_total() {
    let by_total = Totals { committed: 40.0, added: 0.0, completed: 10.0, remaining: 30.0, ..POINTS };
    check_tables(&[
        ("Date,Remaining,Done\n2026-03-02,40,0\n2026-03-03,36,4\n2026-03-04,30,10\n", by_total),
        ("Date,Remaining,Done\n2026-03-02,36,4\n2026-03-03,32,8\n2026-03-04,30,10\n", by_total),
        ("Datum;Rest;Erledigt\n02.03.2026;40;0\n03.03.2026;36;4\n04.03.2026;30;10\n", by_total),
        // By the day: 4 + 6 = 10.
        ("Date,Remaining,Done\n2026-03-02,40,0\n2026-03-03,36,4\n2026-03-04,30,6\n", by_total),
    ]);
}

#[test]
fn a_mark_that_may_be_that_of_thousands_is_refused() {
    check_refused(&[
        ("Date;Remaining\n2026-03-02;1,234\n2026-03-03;1,100\n", "line 2, Remaining: found \"1,234\""),
        ("Date\tRemaining\n2026-03-02\t1,234\n", "write thousands without a mark"),
        ("Datum;Rest\n02.03.2026;1.234\n03.03.2026;1.100\n", "write thousands without a mark"),
        ("Task;Day 1;Day 2\nPay;1.234;2,5\n", "line 2, Day 1: found \"1.234\""),
    ]);
    let decimals = Totals { committed: 1.25, added: 0.0, completed: 0.75, remaining: 0.5, ..POINTS };
    check_tables(&[("Datum;Rest\n02.03.2026;1,250\n03.03.2026;0,5\n", decimals)]);
}

#[test]
fn what_spreadsheets_leave_in_their_tables_is_no_reading() {
    let net = Totals { committed: 40.5, added: 0.0, completed: 4.5, remaining: 36.0, ..POINTS };
    check_tables(&[
        ("sep=;\r\nDatum;Rest\r\n02.03.2026;40,5\r\n03.03.2026;36\r\n", net),
        ("Datum;Rest;;\n02.03.2026;40,5;;\n03.03.2026;36;;\n;;;\n", net),
        // Nobody works on 7 and 8 March: 8 + 2 hours are done.
        (
            "Aufgabe;Schätzung;05.03.2026;06.03.2026;07.03.2026;08.03.2026;09.03.2026;10.03.2026\n\
             Zahlen;8;8;4;;;0;0\nErst;5;5;5;;;4;3\n",
            Totals { completed: 10.0, remaining: 3.0, ..THREE_DAYS },
        ),
    ]);
    check_refused(&[
        ("Task,Estimate,02/03,03/03\nPay,8,4,2\n", "expected days with a year, or Day 1, Day 2"),
        (
            "Task,Estimate,2026-03-02,2026-03-03,Comments\nPay,8,8,2,x\n",
            "move it before the days or delete it",
        ),
    ]);
}
