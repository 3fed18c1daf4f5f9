//! Properties of the forecast (tests/forecast_coverage.rs has its back-test), past sprints, velocity, changes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "support/sprints.rs"]
mod sprints;

use emberline::sprint::{
    Calendar, ChangeKind, Commitment, Forecast, ForecastInput, ForecastMethod, HistoricalBand, PastSprint,
    Sprint, Throughput, Velocity,
};
use emberline::{ReadOptions, read_sprint};
use jiff::{Span, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use sprints::{points, read_with_history};

/// The working day before `monday()` by a number of days.
fn throughput(days_before: usize, done: i32, growth: i32) -> Throughput {
    let days = days_before as i64;
    let date =
        monday().to_zoned(jiff::tz::TimeZone::UTC).date() - Span::new().days(days + 2 * ((days + 4) / 5));
    Throughput { date, done: points(done), growth: points(growth) }
}

/// Past working days up to the Friday before `monday()`.
fn past_days(days: &[(i32, i32)]) -> Vec<Throughput> {
    let dated = days.iter().rev().enumerate();
    let mut past: Vec<_> =
        dated.map(|(index, (done, growth))| throughput(index + 1, *done, *growth)).collect();
    past.reverse();
    past
}

fn percentiles(past: &[Throughput], remaining: i32, growth: bool) -> Forecast {
    let calendar = Calendar::default();
    forecast_input(&calendar, remaining, 6.0).forecast(past, ForecastMethod::Percentiles, growth).unwrap()
}

/// The working days of the three dates, 1 000 for a date that is too far away.
fn working_days(forecast: &Forecast) -> Vec<f64> {
    forecast.completion_dates.iter().map(|date| date.working_days.unwrap_or(1_000.0)).collect()
}

/// Monday, 6 November 2023, in UTC.
fn monday() -> Timestamp {
    "2023-11-06T00:00:00Z".parse().unwrap()
}

fn forecast_input(calendar: &Calendar, remaining: i32, working_days: f64) -> ForecastInput<'_> {
    let end = calendar.after_working_days(monday(), working_days).unwrap();
    ForecastInput { calendar, from: monday(), remaining: points(remaining), end }
}

#[test]
fn the_even_chance_of_a_steady_team_is_the_remaining_work_divided_by_its_pace() {
    let calendar = Calendar::default();
    let past = past_days(&[(2, 0); 30]);
    let forecast = percentiles(&past, 10, false);
    // The work ends at the end of Friday.
    let friday = "2023-11-11T00:00:00Z".parse().unwrap();
    let even = forecast.completion_for_percent(50).unwrap();
    assert_eq!((even.working_days, even.at), (Some(5.0), Some(friday)), "{forecast:?}");
    assert!(forecast.completion_for_percent(95).unwrap().working_days.unwrap() <= 8.0, "{forecast:?}");
    let chance = |working_days| {
        let input = forecast_input(&calendar, 10, working_days);
        input.forecast(&past, ForecastMethod::Percentiles, false).unwrap().probability_by_end.unwrap()
    };
    assert!(chance(2.0) < 0.05 && chance(10.0) > 0.95, "{} {}", chance(2.0), chance(10.0));
}

#[test]
fn weekends_and_holidays_delay_the_completion_date() {
    let mut calendar = Calendar::default();
    calendar.holidays.insert("2023-11-13".parse().unwrap());
    let forecast = forecast_input(&calendar, 12, 6.0)
        .forecast(&past_days(&[(2, 0); 30]), ForecastMethod::Percentiles, false)
        .unwrap();
    assert_eq!(
        forecast.completion_for_percent(50).unwrap().at,
        Some("2023-11-15T00:00:00Z".parse().unwrap())
    );
}

#[test]
fn dates_are_ends_of_working_days_also_when_the_forecast_starts_at_noon() {
    let calendar = Calendar::default();
    let noon = "2023-11-06T12:00:00Z".parse().unwrap();
    let input = ForecastInput { from: noon, ..forecast_input(&calendar, 10, 6.0) };
    let forecast = input.forecast(&past_days(&[(2, 0); 30]), ForecastMethod::Percentiles, false).unwrap();
    let even = forecast.completion_for_percent(50).unwrap();
    assert_eq!(even.at, Some("2023-11-11T00:00:00Z".parse().unwrap()), "{forecast:?}");
    assert!((even.working_days.unwrap() - 4.5).abs() < 1e-9, "{forecast:?}");
}

#[test]
fn work_that_is_closed_on_fridays_is_done_on_a_friday() {
    let past = past_days(&[(0, 0), (1, 0), (0, 0), (0, 0), (20, 0)].repeat(6));
    let forecast = percentiles(&past, 15, false);
    let friday = "2023-11-11T00:00:00Z".parse().unwrap();
    assert_eq!(forecast.completion_for_percent(50).unwrap().at, Some(friday), "{forecast:?}");
    let more = percentiles(&past, 30, false);
    let next_friday = "2023-11-18T00:00:00Z".parse().unwrap();
    assert_eq!(more.completion_for_percent(50).unwrap().at, Some(next_friday), "{more:?}");
}

#[test]
fn few_days_idle_days_or_no_remaining_work_give_no_forecast() {
    let calendar = Calendar::default();
    for method in [ForecastMethod::Percentiles, ForecastMethod::Average] {
        let forecast = |remaining, days: &[(i32, i32)]| {
            forecast_input(&calendar, remaining, 6.0).forecast(&past_days(days), method, false)
        };
        assert_eq!(forecast(10, &[(2, 0); 2]), None);
        assert!(forecast(10, &[(2, 0); 3]).is_some());
        assert_eq!(forecast(10, &[(0, 0); 4]), None);
        assert!(forecast(10, &[(0, 0); 5]).is_some());
        assert_eq!(forecast(0, &[(2, 0); 9]), None);
    }
}

#[test]
fn work_that_never_ends_has_no_completion_date() {
    let calendar = Calendar::default();
    for (past, growth) in [((0, 0), false), ((2, 5), true), ((-1, 0), false)] {
        for method in [ForecastMethod::Percentiles, ForecastMethod::Average] {
            let forecast =
                forecast_input(&calendar, 10, 6.0).forecast(&past_days(&[past; 8]), method, growth).unwrap();
            assert!(forecast.completion_dates.iter().all(|finish| finish.at.is_none()), "{forecast:?}");
            assert_eq!(forecast.probability_by_end.unwrap_or(0.0), 0.0);
        }
    }
}

#[test]
fn more_history_of_the_same_kind_narrows_the_forecast() {
    let week = [(4, 0), (0, 0), (6, 0), (2, 0), (3, 0)];
    let width = |weeks| {
        let days = working_days(&percentiles(&past_days(&week.repeat(weeks)), 40, false));
        days[2] - days[0]
    };
    let widths: Vec<f64> = [1, 2, 4, 8, 16].map(width).to_vec();
    assert!(widths.is_sorted_by(|fewer, more| fewer >= more), "{widths:?}");
    assert!(widths[0] > widths[4], "{widths:?}");
}

#[test]
fn of_a_long_history_the_last_120_days_count() {
    let week = [(4, 0), (0, 0), (6, 0), (2, 0), (3, 0)];
    let long = [vec![(90, 0); 50], week.repeat(24)].concat();
    let forecast = percentiles(&past_days(&long), 40, false);
    assert_eq!(forecast, percentiles(&past_days(&week.repeat(24)), 40, false));
    assert_eq!(forecast.history_days, emberline::limits::MAX_FORECAST_HISTORY);
}

#[test]
fn a_million_points_are_forecast_like_one_with_a_million_times_the_pace() {
    let past = |scale: i32| {
        past_days(&[(scale, 0), (3 * scale, 0), (0, 0), (2 * scale, 0), (scale, 0), (4 * scale, 0)])
    };
    let small = percentiles(&past(1), 10, false);
    let large = percentiles(&past(100_000), 1_000_000, false);
    assert_eq!(working_days(&small), working_days(&large));
    // A backlog that is far beyond the pace takes the same number of cells.
    let far = percentiles(&past(1), 1_000_000, false);
    assert!(far.completion_dates.iter().all(|date| date.at.is_none()), "{far:?}");
}

#[test]
fn the_average_forecast_divides_the_remaining_work_by_the_mean_rate() {
    let calendar = Calendar::default();
    let past = past_days(&[(4, 1), (0, 1), (2, 1), (0, 1), (4, 1), (2, 1)]);
    let days = |growth| {
        let forecast =
            forecast_input(&calendar, 10, 6.0).forecast(&past, ForecastMethod::Average, growth).unwrap();
        forecast.completion_dates[0].working_days.unwrap()
    };
    assert!((days(false) - 5.0).abs() < 1e-9);
    assert!((days(true) - 10.0).abs() < 1e-9);
}

/// Little remains, and one day raised the remaining work: that such a day may come again does not put off the end for ever.
#[test]
fn a_day_that_raised_the_remaining_work_leaves_an_end() {
    let past = past_days(&[0, 8, 0, 1, -3, 0, 4, 7, 4, 7].map(|done| (done, 0)));
    let [less, more] = [1, 2].map(|remaining| working_days(&percentiles(&past, remaining, false)));
    assert!(less.iter().zip(&more).all(|(less, more)| less <= more && *more <= 10.0), "{less:?} {more:?}");
}

fn any_day() -> impl Strategy<Value = (i32, i32)> {
    (-3..12_i32, -4..5_i32)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn percentile_dates_increase_and_do_not_depend_on_the_order_of_days(
        days in vec(any_day(), 5..40), remaining in 1..200_i32, left in 0.0..20.0_f64, growth: bool,
    ) {
        let (calendar, past) = (Calendar::default(), past_days(&days));
        let forecast = |past: &[Throughput]| -> Forecast {
            forecast_input(&calendar, remaining, left).forecast(past, ForecastMethod::Percentiles, growth).unwrap()
        };
        let said = forecast(&past);
        let days: Vec<f64> =
            said.completion_dates.iter().map(|finish| finish.working_days.unwrap_or(f64::INFINITY)).collect();
        prop_assert!(days.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", said);
        prop_assert!(said.completion_dates.windows(2).all(|pair| pair[1].at.is_none() || pair[0].at <= pair[1].at));
        prop_assert!((0.0..=1.0).contains(&said.probability_by_end.unwrap()));
        // The probability of an end on the date of a percentage is the one that the date has.
        for finish in said.completion_dates.iter().filter(|finish| finish.at.is_some()) {
            let by = ForecastInput { end: finish.at.unwrap(), ..forecast_input(&calendar, remaining, left) };
            let again = by.forecast(&past, ForecastMethod::Percentiles, growth).unwrap();
            prop_assert!((again.probability_by_end.unwrap() - finish.probability.unwrap()).abs() < 1e-12);
        }
        let mut turned = past.clone();
        turned.reverse();
        prop_assert_eq!(forecast(&turned), said);
    }

    #[test]
    fn more_remaining_work_is_never_done_earlier(days in vec(any_day(), 3..40), remaining in 1..200_i32, more in 1..50_i32) {
        let past = past_days(&days);
        prop_assume!(days.len() >= 5 || days.iter().any(|day| day.0 > 0));
        let [less, more] = [remaining, remaining + more].map(|remaining| percentiles(&past, remaining, false));
        // The grid depends on the remaining work: a coarser one may move a date by a day.
        for (less, more) in working_days(&less).into_iter().zip(working_days(&more)) {
            prop_assert!(more >= less - 1.0, "{less} {more}");
        }
        prop_assert!(more.probability_by_end.unwrap() <= less.probability_by_end.unwrap() + 0.02);
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
    let days: Vec<_> = past.iter().map(|day| (day.date.day(), day.done, day.growth)).collect();
    let expected = [(6, 3, 1), (7, -1, 0), (10, 6, 0), (13, 1, -2)];
    assert_eq!(days, expected.map(|(day, done, growth)| (day, points(done), points(growth))));
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
        changed.named_items().iter().map(|item| (item.name.key.as_str(), item.kind, item.amount)).collect();
    let expected = [
        ("C", ChangeKind::Added, points(8)),
        ("B", ChangeKind::Completed, points(5)),
        ("D", ChangeKind::Removed, points(2)),
    ];
    assert_eq!(named, expected);
    assert_eq!(changed.items[0].name.title.as_deref(), Some("Title of C"));
    assert_eq!(changed.other_count(), 1);
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
