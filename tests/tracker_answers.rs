//! Real answers of real trackers, where they lie beside the checkout (their licences don't let all of them into it): each is
//! drawn or refused with a reason, and known ones have known numbers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop where they fail")]

use std::fs;
use std::path::{Path, PathBuf};

use emberline::sprint::{Amount, Commitment, Progress, Sprint, Velocity, What};
use emberline::{Fonts, Kind, Options, ReadOptions, Subject, read_past, read_sprint, render_svg};

/// The folder of a tracker's answers, where it is there.
fn folder(tracker: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(tracker);
    if !folder.is_dir() {
        eprintln!("no real answers at {}: nothing to check", folder.display());
        return None;
    }
    Some(folder)
}

fn joined(folder: &Path, names: &[&str]) -> Vec<u8> {
    names.iter().flat_map(|name| fs::read(folder.join(name)).unwrap()).collect()
}

#[test]
fn every_answer_is_drawn_or_refused_with_a_reason() {
    let Some(folder) = folder("jira") else { return };
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        match read_sprint(&fs::read(&file).unwrap(), &ReadOptions::default()) {
            Ok(sprint) => {
                let svg = render_svg(&sprint, &Options::default(), &Fonts::embedded()).unwrap();
                assert!(svg.starts_with("<svg "), "{name}");
            }
            Err(error) => {
                let error = error.to_string();
                assert!(error.starts_with("jira: ") && error.contains(", expected "), "{name}: {error}");
            }
        }
    }
}

#[test]
fn a_velocity_report_is_a_picture_and_a_history() {
    let Some(folder) = folder("jira") else { return };
    let report = joined(&folder, &["agile-metrics_velocityReport.json"]);
    let options = ReadOptions::default();
    let past = read_past(&report, &options).unwrap();
    let told: Vec<_> = past.iter().map(|past| (past.name.as_str(), past.committed, past.completed)).collect();
    // The third sprint in it is not closed.
    let [a, b, c] = [42, 38, 39].map(Amount::units);
    assert_eq!(told, [("SPRINT-1", a, b), ("SPRINT-2", c, a)]);
    assert_eq!(Velocity::of_past(&past, Commitment::Start).mean, Some(40.0));
    assert!(
        matches!(Subject::read(&report, &options, Kind::Velocity).unwrap(), Subject::Past(read) if read == past)
    );
    let refused = Subject::read(&report, &options, Kind::Burndown).unwrap_err().to_string();
    assert!(refused.contains("--kind velocity"), "{refused}");

    let issue = joined(&folder, &["jirametrics_SP-13.json"]);
    let sprint = read_sprint(&issue, &ReadOptions { history: past, ..options }).unwrap();
    let names: Vec<_> =
        Velocity::of(&sprint, Commitment::Start).bars.into_iter().map(|bar| bar.name).collect();
    assert_eq!(names, ["SPRINT-1", "SPRINT-2", "Scrum Sprint 3"]);
}

/// A made-up sprint around issues that have none.
fn framed(bytes: &[u8], start: &str, end: &str) -> Sprint {
    let options = ReadOptions {
        name: Some("Flow".to_owned()),
        start: Some(start.parse().unwrap()),
        end: Some(end.parse().unwrap()),
        ..ReadOptions::default()
    };
    read_sprint(bytes, &options).unwrap()
}

/// When an item became what, told in minutes.
fn progress(sprint: &Sprint) -> Vec<(String, Progress)> {
    let mut last = sprint.items.first().unwrap().progress;
    let mut all = Vec::new();
    for event in &sprint.events {
        let What::Item { state, .. } = event.what else { continue };
        if std::mem::replace(&mut last, state.progress) != state.progress {
            all.push((event.at.strftime("%Y-%m-%dT%H:%M").to_string(), state.progress));
        }
    }
    all
}

#[test]
fn an_issue_that_was_reopened_is_done_twice() {
    let Some(folder) = folder("jira") else { return };
    let names = ["jirametrics_SP-5.json", "jirametrics_sample_board_1_configuration.json"];
    let sprint = framed(&joined(&folder, &names), "2021-06-01", "2021-12-31");
    let expected = [
        ("2021-06-23T12:44", Progress::Started),
        ("2021-08-29T18:04", Progress::Started),
        ("2021-09-06T04:34", Progress::Done),
        ("2021-10-11T12:48", Progress::Started),
        ("2021-10-11T12:49", Progress::Done),
    ];
    let told = progress(&sprint);
    // Backlog, Selected and In Progress differ on the board, not in what they mean.
    let expected: Vec<_> = expected.iter().filter(|(at, _)| *at != "2021-08-29T18:04").collect();
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for ((at, is), (when, expected)) in told.iter().zip(expected) {
        assert_eq!((at.as_str(), is), (*when, expected));
    }
    // Counted as an item: it has no points. Reopened for 25 seconds: a step of the line, and nothing over the day.
    let ledger = sprint.ledger();
    let remaining: Vec<Amount> = ledger.steps.iter().map(|step| step.level.remaining()).collect();
    assert_eq!(remaining, [1, 0, 1, 0].map(Amount::units));
    assert_eq!((ledger.total().completed, ledger.total().reopened), (Amount::units(1), Amount::ZERO));
}

#[test]
fn an_issue_in_review_is_not_done() {
    let Some(folder) = folder("jira") else { return };
    let sprint = framed(&joined(&folder, &["jirametrics_SP-1.json"]), "2021-06-01", "2021-12-31");
    assert_eq!(sprint.ledger().latest().remaining(), Amount::units(1));
    assert_eq!(sprint.counts().done, 0);
}

#[test]
fn an_issue_of_a_sprint_has_its_points() {
    let Some(folder) = folder("jira") else { return };
    let sprint = read_sprint(&joined(&folder, &["jirametrics_SP-13.json"]), &ReadOptions::default()).unwrap();
    assert_eq!(
        (sprint.name.as_str(), sprint.start.to_string().as_str()),
        ("Scrum Sprint 3", "2022-04-15T00:55:17.688Z")
    );
    assert_eq!(sprint.committed(), Amount::units(13));
    assert_eq!(sprint.ledger().latest().remaining(), Amount::ZERO);
}
