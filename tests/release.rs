//! The bars of a release and its forecast, worked out by hand.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop where they fail")]

#[path = "support/sprints.rs"]
mod sprints;

use emberline::sprint::{PastSprint, Release};
use serde_json::json;

use sprints::{points, read_with_history};

#[test]
fn the_height_of_release_bars_is_the_remaining_work() {
    let document = json!({
        "name": "R", "start": "2023-11-06", "end": "2024-02-25", "as_of": "2023-12-17", "committed": 100,
        "changes": [
            {"at": "2023-11-10", "completed": 20}, {"at": "2023-11-16", "added": 6},
            {"at": "2023-11-24", "completed": 24, "added": 4}, {"at": "2023-12-08", "completed": 16, "removed": 2}
        ]
    });
    let release = Release::from_sprint(&read_with_history(&document, Vec::new()), 14);
    let bars: Vec<_> = release.bars.iter().map(|bar| (bar.top, bar.bottom)).collect();
    assert_eq!(
        bars,
        [
            (points(100), points(0)),
            (points(80), points(-6)),
            (points(56), points(-10)),
            (points(40), points(-8))
        ]
    );
    assert_eq!((release.velocity, release.growth), (Some(20.0), Some(8.0 / 3.0)));
    assert!((release.sprints_left.unwrap() - 48.0 / (20.0 - 8.0 / 3.0)).abs() < 1e-9);
}

#[test]
fn a_release_forecast_includes_the_velocity_of_earlier_sprints() {
    let document = |days: &str| {
        json!({ "name": "R", "start": "2023-11-06", "end": "2024-02-25", "as_of": days, "committed": 100,
                "changes": [{"at": "2023-11-10", "completed": 20}, {"at": "2023-11-16", "added": 6}] })
    };
    let past = |completed: i32| PastSprint { completed: points(completed), ..PastSprint::default() };
    let release = |days: &str, history: Vec<PastSprint>| {
        Release::from_sprint(&read_with_history(&document(days), history), 14)
    };
    // No sprint of the release is over yet, so there is no forecast without a history.
    assert_eq!(release("2023-11-12", Vec::new()).velocity, None);
    let early = release("2023-11-12", vec![past(14), past(18)]);
    assert_eq!((early.velocity, early.growth), (Some(16.0), Some(0.0)));
    assert_eq!(early.sprints_left, Some(80.0 / 16.0));
    // The first sprint of the release is over: it counts like the earlier ones, and only its growth is known.
    let later = release("2023-11-19", vec![past(14), past(17)]);
    assert_eq!((later.velocity, later.growth), (Some(17.0), Some(6.0)));
}
