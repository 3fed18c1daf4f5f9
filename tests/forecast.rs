//! The forecast is compared with simulated teams of known behaviour. Further tests are about past sprints, velocity, changes and
//! releases.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{
    Amount, Calendar, ChangeKind, Commitment, Forecast, ForecastInput, ForecastMethod, HistoricalBand,
    PastSprint, Release, Sprint, Throughput, Velocity,
};
use emberline::{ReadOptions, read_sprint};
use jiff::{Span, Timestamp};
use oorandom::Rand32;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// An amount of `n` points.
fn points(n: i32) -> Amount {
    Amount::from_units(n)
}

fn throughput(done: i32, growth: i32) -> Throughput {
    Throughput { done: points(done), growth: points(growth) }
}

/// Monday, 6 November 2023, in UTC.
fn monday() -> Timestamp {
    "2023-11-06T00:00:00Z".parse().unwrap()
}

fn forecast_input(calendar: &Calendar, remaining: i32, working_days: f64) -> ForecastInput<'_> {
    let end = calendar.after_working_days(monday(), working_days).unwrap();
    ForecastInput { calendar, from: monday(), remaining: points(remaining), end }
}

fn read_with_history(document: &Value, history: Vec<PastSprint>) -> Sprint {
    let mut options = ReadOptions::default();
    options.history = history;
    read_sprint(document.to_string().as_bytes(), &options)
        .unwrap_or_else(|error| panic!("{error}: {document}"))
}

/// A simulated team: the number and size of the items that it finishes and adds on a working day.
struct Team {
    random: Rand32,
    most_items: u32,
    largest: u32,
    grows: bool,
}

impl Team {
    fn new(seed: u64, grows: bool) -> Self {
        let mut random = Rand32::new(seed);
        let (most_items, largest) = (1 + random.rand_range(1..4), 1 + random.rand_range(0..8));
        Self { random, most_items, largest, grows }
    }

    /// Simulates a working day; returns the finished and the added points. No item is finished on every fourth day.
    fn work_day(&mut self) -> (u32, u32) {
        let idle = self.random.rand_range(0..4) == 0;
        let items = if idle { 0 } else { self.random.rand_range(0..self.most_items + 1) };
        let done = (0..items).map(|_| self.random.rand_range(1..self.largest + 1)).sum();
        let grown = self.grows && self.random.rand_range(0..5) == 0;
        (done, if grown { self.random.rand_range(1..self.largest + 1) } else { 0 })
    }

    /// Simulates a sprint of two weeks that starts on a Monday, up to `days_over` working days. It has enough work for all days.
    fn work_sprint(&mut self, week: i64, days_over: usize, history: Vec<PastSprint>) -> Sprint {
        let start = monday() + Span::new().hours(week * 7 * 24);
        let date = |day: i64| (start + Span::new().hours(day * 24)).strftime("%Y-%m-%d").to_string();
        let days: Vec<Value> = (0..14)
            .filter(|day| day % 7 < 5)
            .take(days_over)
            .map(|day| {
                let (completed, added) = self.work_day();
                json!({ "date": date(day), "completed": completed, "added": added })
            })
            .collect();
        let mean = f64::from(self.most_items) / 2.0 * 0.75 * f64::from(self.largest + 1) / 2.0;
        let committed = (mean * 11.0).max(f64::from(self.most_items * self.largest * 10));
        read_with_history(
            &json!({ "name": "S", "start": date(0), "end": date(13), "committed": committed, "days": days }),
            history,
        )
    }
}

/// Returns the share of 1 000 sprints, each of another team, whose work was done by the date that was forecast with 85 %.
fn hit_rate(growth: bool) -> f64 {
    let mut held = 0;
    for seed in 0..1_000 {
        let mut team = Team::new(seed, growth);
        let history =
            (0..3).map(|n| PastSprint::from_sprint(&team.work_sprint(2 * n, 10, Vec::new()))).collect();
        let sprint = team.work_sprint(6, 5, history);
        let ledger = sprint.ledger();
        let mut past = Throughput::from_sprint(&sprint, &ledger);
        assert_eq!(past.len(), 5);
        past.extend(sprint.past_sprints.iter().flat_map(|sprint| sprint.days.iter().copied()));
        assert_eq!(past.len(), 35);
        // The remaining work takes about six days.
        let mean = past.iter().map(|day| day.done.to_f64()).sum::<f64>() / 35.0;
        let remaining = Amount::from_f64((mean * 6.0).round().max(1.0)).unwrap();
        let outlook =
            ForecastInput { calendar: &sprint.calendar, from: sprint.as_of, remaining, end: sprint.end };
        let forecast = outlook.forecast(&past, ForecastMethod::MonteCarlo, growth).unwrap();
        let said =
            forecast.completion_for_percent(85).unwrap().working_days.map_or(100, |days| days as usize);
        let (mut left, mut took) = (remaining.to_f64(), 0);
        while left > 0.0 && took <= said {
            let (done, grown) = team.work_day();
            left += f64::from(grown) - f64::from(done);
            took += 1;
        }
        held += u32::from(left <= 0.0 && took <= said);
    }
    f64::from(held) / 1_000.0
}

#[test]
fn the_85_percent_date_is_met_in_80_to_90_percent_of_1000_sprints() {
    let share = hit_rate(false);
    println!("sprints that met the 85 % date: {:.1} %", share * 100.0);
    assert!((0.80..=0.90).contains(&share), "{share}");
}

#[test]
fn the_85_percent_date_is_also_met_when_scope_grows_and_the_forecast_includes_growth() {
    let share = hit_rate(true);
    println!("sprints that met the 85 % date, with growth: {:.1} %", share * 100.0);
    assert!((0.80..=0.90).contains(&share), "{share}");
}

#[test]
fn a_steady_team_has_the_same_date_at_all_percentiles() {
    let calendar = Calendar::default();
    let steady = [throughput(2, 0); 5];
    let forecast =
        forecast_input(&calendar, 10, 6.0).forecast(&steady, ForecastMethod::MonteCarlo, false).unwrap();
    // The work ends at the end of Friday.
    let friday = "2023-11-11T00:00:00Z".parse().unwrap();
    for finish in &forecast.completion_dates {
        assert_eq!((finish.working_days, finish.at), (Some(5.0), Some(friday)), "{finish:?}");
    }
    assert_eq!(forecast.probability_by_end, Some(1.0));
    let late =
        forecast_input(&calendar, 10, 4.0).forecast(&steady, ForecastMethod::MonteCarlo, false).unwrap();
    assert_eq!(late.probability_by_end, Some(0.0));
}

#[test]
fn weekends_and_holidays_delay_the_completion_date() {
    let mut calendar = Calendar::default();
    calendar.holidays.insert("2023-11-13".parse().unwrap());
    let forecast = forecast_input(&calendar, 12, 6.0)
        .forecast(&[throughput(2, 0); 5], ForecastMethod::MonteCarlo, false)
        .unwrap();
    assert_eq!(
        forecast.completion_for_percent(50).unwrap().at,
        Some("2023-11-15T00:00:00Z".parse().unwrap())
    );
}

#[test]
fn fewer_than_five_days_or_no_remaining_work_give_no_forecast() {
    let calendar = Calendar::default();
    for method in [ForecastMethod::MonteCarlo, ForecastMethod::Average] {
        assert_eq!(forecast_input(&calendar, 10, 6.0).forecast(&[throughput(2, 0); 4], method, false), None);
        assert_eq!(forecast_input(&calendar, 0, 6.0).forecast(&[throughput(2, 0); 9], method, false), None);
    }
}

#[test]
fn work_that_never_ends_has_no_completion_date() {
    let calendar = Calendar::default();
    for (past, growth) in [
        (throughput(0, 0), false),
        (throughput(2, 2), true),
        (throughput(2, 5), true),
        (throughput(-1, 0), false),
    ] {
        for method in [ForecastMethod::MonteCarlo, ForecastMethod::Average] {
            let forecast = forecast_input(&calendar, 10, 6.0).forecast(&[past; 8], method, growth).unwrap();
            assert!(forecast.completion_dates.iter().all(|finish| finish.at.is_none()), "{forecast:?}");
            assert_eq!(forecast.probability_by_end.unwrap_or(0.0), 0.0);
        }
    }
}

#[test]
fn the_average_forecast_divides_the_remaining_work_by_the_mean_rate() {
    let calendar = Calendar::default();
    let past = [
        throughput(4, 1),
        throughput(0, 1),
        throughput(2, 1),
        throughput(0, 1),
        throughput(4, 1),
        throughput(2, 1),
    ];
    let days = |growth| {
        let forecast =
            forecast_input(&calendar, 10, 6.0).forecast(&past, ForecastMethod::Average, growth).unwrap();
        forecast.completion_dates[0].working_days.unwrap()
    };
    assert!((days(false) - 5.0).abs() < 1e-9);
    assert!((days(true) - 10.0).abs() < 1e-9);
}

fn any_throughput() -> impl Strategy<Value = Throughput> {
    (-3..12_i32, -4..5_i32).prop_map(|(done, growth)| throughput(done, growth))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn percentile_dates_increase_and_do_not_depend_on_the_order_of_days(
        past in vec(any_throughput(), 5..40), remaining in 1..200_i32, left in 0.0..20.0_f64, growth: bool,
    ) {
        let calendar = Calendar::default();
        let forecast = |past: &[Throughput]| -> Forecast {
            forecast_input(&calendar, remaining, left).forecast(past, ForecastMethod::MonteCarlo, growth).unwrap()
        };
        let said = forecast(&past);
        let days: Vec<f64> =
            said.completion_dates.iter().map(|finish| finish.working_days.unwrap_or(f64::INFINITY)).collect();
        prop_assert!(days.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", said);
        prop_assert!(said.completion_dates.windows(2).all(|pair| pair[1].at.is_none() || pair[0].at <= pair[1].at));
        prop_assert!((0.0..=1.0).contains(&said.probability_by_end.unwrap()));
        // The probability of an end by the date of a percentile is at least that percentile.
        for finish in &said.completion_dates {
            let by = ForecastInput {
                end: finish.at.unwrap_or(Timestamp::MAX.min("2031-01-01T00:00:00Z".parse().unwrap())),
                ..forecast_input(&calendar, remaining, left)
            };
            let again = by.forecast(&past, ForecastMethod::MonteCarlo, growth).unwrap();
            if finish.at.is_some() {
                prop_assert!(again.probability_by_end.unwrap() * 100.0 >= f64::from(finish.percent.unwrap()));
            }
        }
        let mut turned = past.clone();
        turned.reverse();
        prop_assert_eq!(forecast(&turned), said);
    }

    #[test]
    fn working_days_between_is_the_inverse_of_after_working_days(hours in 0_i64..2_000, days in 0.0..60.0_f64) {
        let zone = jiff::tz::TimeZone::get("Europe/Warsaw").unwrap();
        let mut calendar = Calendar { zone, ..Calendar::default() };
        calendar.holidays.insert("2023-12-25".parse().unwrap());
        let from = monday() + Span::new().hours(hours);
        let then = calendar.after_working_days(from, days).unwrap();
        prop_assert!((calendar.working_days_between(from, then) - days).abs() < 1e-4);
    }
}

/// The third of the five working days has no reading, and work was done on the weekend.
#[test]
fn throughput_covers_complete_working_days_only() {
    let document = json!({
        "name": "S", "start": "2023-11-06", "end": "2023-11-17", "committed": 40,
        "days": [{"completed": 3, "added": 1}, {"completed": 0, "reopened": 1}, null, {"remaining": 30}, {"completed": 2},
                 {"completed": 4}, {"completed": 0}, {"completed": 1, "reestimated": -2}]
    });
    let sprint = read_with_history(&document, Vec::new());
    let past = Throughput::from_sprint(&sprint, &sprint.ledger());
    assert_eq!(past, [throughput(3, 1), throughput(-1, 0), throughput(6, 0), throughput(1, -2)]);
}

fn sprint_with_remaining(name: &str, days: &[i32]) -> Sprint {
    let committed = days[0];
    let document = json!({
        "name": name, "start": "2023-11-06", "end": "2023-11-10", "committed": committed, "days": &days[1..]
    });
    read_with_history(&document, Vec::new())
}

#[test]
fn the_historical_band_is_the_remaining_work_of_past_sprints_at_the_same_time() {
    let history: Vec<PastSprint> = [[10, 8, 6, 4, 2, 0], [20, 18, 16, 14, 12, 10], [10, 10, 10, 10, 10, 10]]
        .iter()
        .map(|days| PastSprint::from_sprint(&sprint_with_remaining("P", days)))
        .collect();
    let document = json!({
        "name": "S", "start": "2023-12-04", "end": "2023-12-15", "committed": 100, "days": [90]
    });
    let ghost = HistoricalBand::from_sprint(&read_with_history(&document, history.clone())).unwrap();
    assert_eq!(ghost.sprint_count, 3);
    // After half of the working time the shares of the past sprints are 0.5, 0.75 and 1.
    let half = ghost.points.iter().find(|point| point.at.to_string() == "2023-12-09T00:00:00Z").unwrap();
    assert!(
        (half.median - 75.0).abs() < 1e-9
            && (half.low - 55.0).abs() < 1e-9
            && (half.high - 95.0).abs() < 1e-9
    );
    assert_eq!(HistoricalBand::from_sprint(&read_with_history(&document, history[..2].to_vec())), None);
}

#[test]
fn velocity_compares_with_the_commitment_at_the_start_or_at_the_end() {
    let history = vec![
        PastSprint { name: "A".into(), committed: points(10), completed: points(4), ..PastSprint::default() },
        PastSprint::from_sprint(&sprint_with_remaining("B", &[10, 8, 6, 4, 2, 0])),
    ];
    let document = json!({
        "name": "C", "start": "2023-12-04", "end": "2023-12-15", "committed": 20,
        "days": [{"completed": 3, "added": 6, "removed": 1}]
    });
    let sprint = read_with_history(&document, history);
    let start = Velocity::from_sprint(&sprint, Commitment::Start);
    assert_eq!(start.mean, Some(7.0));
    assert_eq!(start.bars[2].committed, Some(points(20)));
    assert!(!start.bars[2].finished);
    let end = Velocity::from_sprint(&sprint, Commitment::End);
    assert_eq!(
        end.bars.iter().map(|bar| bar.committed).collect::<Vec<_>>(),
        [None, Some(points(10)), Some(points(25))]
    );
}

#[test]
fn history_in_another_unit_is_refused() {
    let past = PastSprint { name: "A".into(), unit: emberline::sprint::Unit::Hours, ..PastSprint::default() };
    let mut options = ReadOptions::default();
    options.history = vec![past];
    let document = br#"{"name": "S", "start": "2023-11-06", "end": "2023-11-10", "days": [5]}"#;
    let error = read_sprint(document, &options).unwrap_err().to_string();
    assert_eq!(error, "history[0]: found the sprint \"A\" in hours, expected one in points, as \"S\" is");
}

#[test]
fn a_scope_change_moves_the_replanned_line_from_then_on() {
    let document = json!({
        "name": "S", "start": "2023-11-06", "end": "2023-11-10", "committed": 50,
        "changes": [{"at": "2023-11-08T00:00:00Z", "added": 12}]
    });
    let line = read_with_history(&document, Vec::new()).replanned_line();
    let said: Vec<(String, f64)> = line.iter().map(|(at, y)| (at.strftime("%d").to_string(), *y)).collect();
    let expected = [("08", 30.0), ("08", 42.0), ("09", 28.0), ("10", 14.0), ("11", 0.0)];
    assert_eq!(said.len(), expected.len(), "{said:?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.0 == expected.0 && (said.1 - expected.1).abs() < 1e-9, "{said:?} {expected:?}");
    }
}

fn sprint_with_items() -> Sprint {
    let item = |id: &str, estimate: i32, events: &[(&str, &str)]| {
        let events: Vec<Value> = events
            .iter()
            .map(|(at, event)| json!({"at": format!("2023-11-{at}:00Z"), "event": event}))
            .collect();
        json!({"id": id, "title": format!("Title of {id}"), "estimate": estimate, "events": events})
    };
    let document = json!({
        "name": "S", "start": "2023-11-06", "end": "2023-11-10", "as_of": "2023-11-09",
        "items": [
            item("A", 3, &[("06T10:00", "started"), ("07T10:00", "completed")]),
            item("B", 5, &[("07T10:00", "started"), ("09T09:00", "completed")]),
            item("C", 8, &[("09T09:00", "added")]),
            item("D", 2, &[("09T10:00", "removed")]),
            item("E", 1, &[("08T08:00", "completed"), ("09T11:00", "reopened")]),
            item("F", 1, &[("09T08:00", "completed"), ("09T08:01", "reopened")])
        ]
    });
    read_with_history(&document, Vec::new())
}

#[test]
fn changes_since_an_instant_list_three_items_and_count_the_others() {
    let sprint = sprint_with_items();
    let changed = sprint.changes_since("2023-11-08T12:00:00Z".parse().unwrap());
    let named: Vec<_> =
        changed.items.iter().map(|item| (item.name.key.as_str(), item.kind, item.amount)).collect();
    let expected = [
        ("C", ChangeKind::Added, points(8)),
        ("B", ChangeKind::Completed, points(5)),
        ("D", ChangeKind::Removed, points(2)),
    ];
    assert_eq!(named, expected);
    assert_eq!(changed.items[0].name.title.as_deref(), Some("Title of C"));
    assert_eq!(changed.other_count, 1);
    assert_eq!(changed.flow.remaining(), points(8 - 5 - 2 + 1));
    let nothing = sprint.changes_since(sprint.as_of);
    assert!(nothing.items.is_empty() && nothing.flow.is_zero());
}

#[test]
fn the_stages_of_the_flow_add_up_to_the_scope() {
    let sprint = sprint_with_items();
    assert!(sprint.knows_started_work());
    let ledger = sprint.ledger();
    let steps = sprint.flow_steps(false);
    for step in &ledger.steps {
        let stages = steps.iter().rfind(|stage| stage.at <= step.at).unwrap().state;
        assert_eq!((stages.scope(), stages.done), (step.level.scope, step.level.done));
    }
    let last = sprint.flow_steps(true).last().unwrap().state;
    // C, E and F are to do; A and B are done.
    assert_eq!((last.to_do, last.started, last.done), (points(3), points(0), points(2)));
}

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
