//! Exports of trackers.

use emberline::sprint::{Caveat, Unit};
use emberline::{ReadOptions, read_sprint};

use super::*;

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

#[test]
fn the_line_of_the_separator_is_no_part_of_an_export() {
    let input = fixtures("exports").join("jira-de.csv");
    let text = format!("sep=;\n{}", fs::read_to_string(&input).unwrap().trim_start_matches('\u{feff}'));
    assert_eq!(totals(&read_sprint(text.as_bytes(), &options_of(&input)).unwrap()), POINTS);
}

const HEADER: &str =
    "Summary,Issue key,Issue Type,Status,Created,Resolved,Updated,Sprint,Custom field (Story Points)\n";

/// Rows of the table under `HEADER`: 5 points that are done, 3 that are not.
fn first_export() -> String {
    let rows = "Pay,HR-1,Story,Done,20/Feb/26 10:41 AM,04/Mar/26 3:10 PM,04/Mar/26 3:10 PM,Sprint 3,5\n\
                Refund,HR-2,Story,To Do,20/Feb/26 10:41 AM,,04/Mar/26 9:00 AM,Sprint 3,3\n";
    format!("{HEADER}{rows}")
}

fn read_two(first: &str, second: &str) -> Result<Totals, String> {
    read_text(&format!("{first}{second}")).map(|sprint| totals(&sprint))
}

#[test]
fn exports_that_are_given_together_are_read_under_their_own_headers() {
    let first = first_export();
    // Another column of sprints, and the points stand elsewhere: 8 done and 13 + 2 not.
    let second = "Issue Type,Custom field (Story Points),Issue key,Summary,Status,Created,Resolved,Sprint,Sprint\n\
                  Story,8,HR-3,Wallet,Done,20/Feb/26 10:41 AM,05/Mar/26 3:10 PM,Sprint 2,Sprint 3\n\
                  Story,13,HR-4,Voucher,To Do,20/Feb/26 10:41 AM,,Sprint 3,\n\
                  Story,2,HR-5,Other,To Do,20/Feb/26 10:41 AM,,Sprint 3,\n";
    for (a, b) in [(first.as_str(), second), (second, first.as_str())] {
        let found = read_two(a, b).unwrap();
        assert_eq!((found.committed, found.completed, found.remaining), (31.0, 13.0, 18.0));
    }
    // The same table twice is one, and of two rows of an item the one that was changed last counts, whatever the order.
    let again = first.replace(
        "Refund,HR-2,Story,To Do,20/Feb/26 10:41 AM,,04/Mar/26 9:00 AM",
        "Refund,HR-2,Story,Done,20/Feb/26 10:41 AM,06/Mar/26 9:00 AM,06/Mar/26 9:00 AM",
    );
    for (a, b, remaining) in [(&first, &first, 3.0), (&first, &again, 0.0), (&again, &first, 0.0)] {
        let found = read_two(a, b).unwrap();
        assert_eq!((found.committed, found.remaining), (8.0, remaining));
    }
}

#[test]
fn data_of_another_kind_after_an_export_are_refused() {
    let first = first_export();
    let remedy = "expected more rows of the CSV of Jira; read them by themselves, or export both in one way";
    let gitlab = "Issue ID,Title,State,Created At (UTC)\n1,A,Open,2026-02-20 10:00:00\n";
    for (second, found) in [
        (first.replace(',', ";"), "a table with another separator"),
        (gitlab.to_owned(), "the CSV of GitLab's issues"),
        ("{\"taken\": \"2026-03-02\"}\n".to_owned(), "JSON"),
    ] {
        let message = read_two(&first, &second).unwrap_err();
        assert_eq!(message, format!("jira: line 4: found the beginning of other data: {found}, {remedy}"));
    }
}

#[test]
fn cycles_of_several_teams_with_one_number_are_several_sprints() {
    let row = |key: &str, team: &str, points: i32, start: &str, end: &str| {
        format!(
            "{key},{team},Title,Todo,{points},4,,{start}T00:00:00.000Z,{end}T00:00:00.000Z,2025-09-20T10:00:00.000Z,,\n"
        )
    };
    let header = "ID,Team,Title,Status,Estimate,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created,Completed,Canceled\n";
    let heron = row("HER-1", "Heron", 8, "2026-03-02", "2026-03-16");
    let osprey = row("OSP-1", "Osprey", 100, "2025-10-06", "2025-10-20");
    let read = |sprint: Option<&str>, rows: &[&str]| {
        let mut options = ReadOptions::default();
        options.as_of = Some("2026-03-05".parse().unwrap());
        options.sprint = sprint.map(str::to_owned);
        read_sprint(format!("{header}{}", rows.concat()).as_bytes(), &options).unwrap()
    };
    let sprint = read(None, &[&heron, &osprey]);
    assert_eq!((sprint.name.as_str(), totals(&sprint).committed), ("Cycle 4", 8.0));
    let beside = row("OSP-2", "Osprey", 20, "2026-03-02", "2026-03-16");
    assert!(read(None, &[&heron, &beside]).caveats.contains(&Caveat::ParallelSprints(2)));
    assert_eq!(totals(&read(Some("Osprey\\Cycle 4"), &[&heron, &beside])).committed, 20.0);
}
