//! Tables of spreadsheets.

use emberline::sprint::Caveat;

use super::*;

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
fn a_running_total_is_said_unless_a_line_above_the_table_says_it_is_one() {
    let caveats = |text: &str| read_text(text).unwrap().caveats;
    let table = "Date,Remaining,Done\n2026-03-02,40,0\n2026-03-03,36,4\n2026-03-04,30,10\n";
    assert!(caveats(table).contains(&Caveat::RunningTotals));
    assert!(!caveats(&format!("# completed: total\n{table}")).contains(&Caveat::RunningTotals));
    // 4 + 10 = 14 are done by the day, so that 4 of them were added: 40 + 4 - 14 = 30.
    let by_day = Totals { committed: 40.0, added: 4.0, completed: 14.0, remaining: 30.0, ..POINTS };
    // 4 + 6 = 10 by the total, although 5 were added on 4 March: 40 + 5 - 10 = 35.
    let added = Totals { committed: 40.0, added: 5.0, completed: 10.0, remaining: 35.0, ..POINTS };
    check_tables(&[
        (&format!("# Completed: Day\n{table}"), by_day),
        (
            "# completed: total\nDate,Remaining,Added,Done\n2026-03-02,40,0,0\n2026-03-03,36,0,4\n2026-03-04,35,5,10\n",
            added,
        ),
    ]);
    check_refused(&[
        (
            &format!("# completed: sum\n{table}"),
            "line 1, completed: found \"sum\", expected \"total\" (a running total) or \"day\" (the work of the day)",
        ),
        (
            "# completed: total\nDate,Remaining,Done\n2026-03-02,40,4\n2026-03-03,36,3\n",
            "line 4, completed: found 3, expected a running total of at least 4, as on the day before; \"# completed: day\"",
        ),
        (
            "# completed: total\nTask;Day 1;Day 2\nPay;2;1\n",
            "line 1, completed: found \"total\", expected no such line",
        ),
    ]);
}

#[test]
fn the_marks_of_the_table_tell_those_of_the_amounts_above_it() {
    let totals = |committed: f64| Totals {
        committed,
        added: 0.0,
        completed: committed - 0.5,
        remaining: 0.5,
        ..POINTS
    };
    check_tables(&[
        ("# committed: 1.250\nDate;Remaining\n2026-03-02;1.25\n2026-03-03;0.5\n", totals(1.25)),
        ("# committed: 1,250\nDatum;Rest\n02.03.2026;1,25\n03.03.2026;0,5\n", totals(1.25)),
        ("# committed: 1.250\nDatum;Rest\n02.03.2026;1250\n03.03.2026;0,5\n", totals(1250.0)),
        ("# committed: 1,250\nDate;Remaining\n2026-03-02;1250\n2026-03-03;0.5\n", totals(1250.0)),
        ("# committed: 40,5\nDate,Remaining\n2026-03-02,40.5\n2026-03-03,0.5\n", totals(40.5)),
    ]);
    check_refused(&[
        (
            "# committed: 1.250\nDatum;Rest\n02.03.2026;1250\n03.03.2026;1100\n",
            "line 1, committed: found \"1.250\", expected a number that can be read in one way only; write thousands without a mark",
        ),
        (
            "# done_at_start: 1,250\nDate\tRemaining\n2026-03-02\t40,5\n2026-03-03\t0.5\n",
            "line 1, done_at_start: found",
        ),
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
