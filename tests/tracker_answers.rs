//! Real exports of Jira: each is drawn or refused with a reason, and exports with known numbers have these numbers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop where they fail")]

use std::fs;
use std::path::{Path, PathBuf};

use emberline::sprint::{Amount, Commitment, EventKind, Progress, Sprint, Velocity};
use emberline::{Fonts, Input, Options, ReadOptions, draw, read_history, read_sprint};

/// The folder with the real exports of a tracker.
fn answers_folder(tracker: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(tracker)
}

/// Reads files and joins their bytes.
fn read_joined(folder: &Path, names: &[&str]) -> Vec<u8> {
    names.iter().flat_map(|name| fs::read(folder.join(name)).unwrap()).collect()
}

#[test]
fn every_jira_export_is_drawn_or_refused_with_a_reason() {
    let folder = answers_folder("jira");
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        match read_sprint(&fs::read(&file).unwrap(), &ReadOptions::default()) {
            Ok(sprint) => {
                let picture = draw(&Input::from(sprint), &Options::default(), &Fonts::embedded()).unwrap();
                assert!(picture.svg().starts_with("<svg "), "{name}");
            }
            Err(error) => {
                let error = error.to_string();
                assert!(error.starts_with("jira: ") && error.contains(", expected "), "{name}: {error}");
            }
        }
    }
}

#[test]
fn a_velocity_report_can_be_drawn_and_used_as_history() {
    let folder = answers_folder("jira");
    let report = read_joined(&folder, &["agile-metrics_velocityReport.json"]);
    let mut options = ReadOptions::default();
    let past = read_history(&report, &options).unwrap();
    let told: Vec<_> = past.iter().map(|past| (past.name.as_str(), past.committed, past.completed)).collect();
    // The third sprint of the report is not closed.
    let [a, b, c] = [42, 38, 39].map(Amount::from_units);
    assert_eq!(told, [("SPRINT-1", a, b), ("SPRINT-2", c, a)]);
    assert_eq!(Velocity::from_past_sprints(&past, Commitment::Start).mean, Some(40.0));
    options.accepts_velocity_report = true;
    assert!(matches!(Input::read(&report, &options).unwrap(), Input::PastSprints(read) if read == past));
    options.accepts_velocity_report = false;
    let refused = Input::read(&report, &options).unwrap_err().to_string();
    assert!(refused.contains("--kind velocity"), "{refused}");

    let issue = read_joined(&folder, &["jirametrics_SP-13.json"]);
    options.history = past;
    let sprint = read_sprint(&issue, &options).unwrap();
    let names: Vec<_> =
        Velocity::from_sprint(&sprint, Commitment::Start).bars.into_iter().map(|bar| bar.name).collect();
    assert_eq!(names, ["SPRINT-1", "SPRINT-2", "Scrum Sprint 3"]);
}

/// Reads issues that belong to no sprint as a sprint with given dates.
fn read_with_dates(bytes: &[u8], start: &str, end: &str) -> Sprint {
    let mut options = ReadOptions::default();
    options.name = Some("Flow".to_owned());
    options.start = Some(start.parse().unwrap());
    options.end = Some(end.parse().unwrap());
    read_sprint(bytes, &options).unwrap()
}

/// The changes of the progress of an item, with times to the minute.
fn progress_changes(sprint: &Sprint) -> Vec<(String, Progress)> {
    let mut last = sprint.items.first().unwrap().progress;
    let mut all = Vec::new();
    for event in &sprint.events {
        let EventKind::Item { state, .. } = event.kind else { continue };
        if std::mem::replace(&mut last, state.progress) != state.progress {
            all.push((event.at.strftime("%Y-%m-%dT%H:%M").to_string(), state.progress));
        }
    }
    all
}

#[test]
fn a_brief_reopening_is_a_step_of_the_line_but_no_flow_of_the_day() {
    let folder = answers_folder("jira");
    let names = ["jirametrics_SP-5.json", "jirametrics_sample_board_1_configuration.json"];
    let sprint = read_with_dates(&read_joined(&folder, &names), "2021-06-01", "2021-12-31");
    let expected = [
        ("2021-06-23T12:44", Progress::Started),
        ("2021-08-29T18:04", Progress::Started),
        ("2021-09-06T04:34", Progress::Done),
        ("2021-10-11T12:48", Progress::Started),
        ("2021-10-11T12:49", Progress::Done),
    ];
    let told = progress_changes(&sprint);
    // Backlog, Selected and In Progress are different states of the board with the same progress.
    let expected: Vec<_> = expected.iter().filter(|(at, _)| *at != "2021-08-29T18:04").collect();
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for ((at, is), (when, expected)) in told.iter().zip(expected) {
        assert_eq!((at.as_str(), is), (*when, expected));
    }
    // The issue has no points and counts as an item. It was reopened for 25 seconds: the line has a step, but the flow of the day has none.
    let ledger = sprint.ledger();
    let remaining: Vec<Amount> = ledger.steps.iter().map(|step| step.level.remaining()).collect();
    assert_eq!(remaining, [1, 0, 1, 0].map(Amount::from_units));
    assert_eq!(
        (ledger.total_flow().completed, ledger.total_flow().reopened),
        (Amount::from_units(1), Amount::ZERO)
    );
}

#[test]
fn an_issue_in_review_is_not_done() {
    let folder = answers_folder("jira");
    let sprint =
        read_with_dates(&read_joined(&folder, &["jirametrics_SP-1.json"]), "2021-06-01", "2021-12-31");
    assert_eq!(sprint.ledger().latest_level().remaining(), Amount::from_units(1));
    assert_eq!(sprint.item_counts().done, 0);
}

#[test]
fn an_issue_in_a_sprint_counts_with_its_points() {
    let folder = answers_folder("jira");
    let sprint =
        read_sprint(&read_joined(&folder, &["jirametrics_SP-13.json"]), &ReadOptions::default()).unwrap();
    assert_eq!(
        (sprint.name.as_str(), sprint.start.to_string().as_str()),
        ("Scrum Sprint 3", "2022-04-15T00:55:17.688Z")
    );
    assert_eq!(sprint.committed(), Amount::from_units(13));
    assert_eq!(sprint.ledger().latest_level().remaining(), Amount::ZERO);
}
