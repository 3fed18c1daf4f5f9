//! The forecast, against teams whose behaviour is known; and what past sprints say.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{
    Amount, Calendar, Commitment, Forecast, ForecastMethod, Ghost, Happened, Outlook, Past, Release, Sprint,
    Throughput, Velocity,
};
use emberline::{ReadOptions, read_sprint};
use jiff::{Span, Timestamp};
use oorandom::Rand32;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn units(n: i32) -> Amount {
    Amount::units(n)
}

fn day(done: i32, growth: i32) -> Throughput {
    Throughput { done: units(done), growth: units(growth) }
}

/// Monday, 6 November 2023, in UTC.
fn monday() -> Timestamp {
    "2023-11-06T00:00:00Z".parse().unwrap()
}

fn outlook(calendar: &Calendar, remaining: i32, working_days: f64) -> Outlook<'_> {
    let end = calendar.after_working_days(monday(), working_days).unwrap();
    Outlook { calendar, from: monday(), remaining: units(remaining), end }
}

fn read(document: &Value, history: Vec<Past>) -> Sprint {
    let options = ReadOptions { history, ..ReadOptions::default() };
    read_sprint(document.to_string().as_bytes(), &options)
        .unwrap_or_else(|error| panic!("{error}: {document}"))
}

/// A team: how many items it finishes and takes in on a working day, and how large they are.
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

    /// A day of it: every fourth one brings nothing at all.
    fn day(&mut self) -> (u32, u32) {
        let idle = self.random.rand_range(0..4) == 0;
        let items = if idle { 0 } else { self.random.rand_range(0..self.most_items + 1) };
        let done = (0..items).map(|_| self.random.rand_range(1..self.largest + 1)).sum();
        let grown = self.grows && self.random.rand_range(0..5) == 0;
        (done, if grown { self.random.rand_range(1..self.largest + 1) } else { 0 })
    }

    /// A sprint of two weeks from a Monday on, of which so many working days are over; work enough for all of it.
    fn sprint(&mut self, week: i64, days_over: usize, history: Vec<Past>) -> Sprint {
        let start = monday() + Span::new().hours(week * 7 * 24);
        let date = |day: i64| (start + Span::new().hours(day * 24)).strftime("%Y-%m-%d").to_string();
        let days: Vec<Value> = (0..14)
            .filter(|day| day % 7 < 5)
            .take(days_over)
            .map(|day| {
                let (completed, added) = self.day();
                json!({ "date": date(day), "completed": completed, "added": added })
            })
            .collect();
        let mean = f64::from(self.most_items) / 2.0 * 0.75 * f64::from(self.largest + 1) / 2.0;
        let committed = (mean * 11.0).max(f64::from(self.most_items * self.largest * 10));
        read(
            &json!({ "name": "S", "start": date(0), "end": date(13), "committed": committed, "days": days }),
            history,
        )
    }
}

/// How often the work was done by the date that was said with 85 %, in 1 000 sprints of 1 000 teams.
fn hits(growth: bool) -> f64 {
    let mut held = 0;
    for seed in 0..1_000 {
        let mut team = Team::new(seed, growth);
        let history = (0..3).map(|n| Past::of(&team.sprint(2 * n, 10, Vec::new()))).collect();
        let sprint = team.sprint(6, 5, history);
        let ledger = sprint.ledger();
        let mut past = Throughput::of(&sprint, &ledger);
        assert_eq!(past.len(), 5);
        past.extend(sprint.past.iter().flat_map(|sprint| sprint.days.iter().copied()));
        assert_eq!(past.len(), 35);
        // What is left takes some six days.
        let mean = past.iter().map(|day| day.done.to_f64()).sum::<f64>() / 35.0;
        let remaining = Amount::from_f64((mean * 6.0).round().max(1.0)).unwrap();
        let outlook = Outlook { calendar: &sprint.calendar, from: sprint.as_of, remaining, end: sprint.end };
        let forecast = outlook.forecast(&past, ForecastMethod::MonteCarlo, growth).unwrap();
        let said = forecast.at(85).unwrap().working_days.map_or(100, |days| days as usize);
        let (mut left, mut took) = (remaining.to_f64(), 0);
        while left > 0.0 && took <= said {
            let (done, grown) = team.day();
            left += f64::from(grown) - f64::from(done);
            took += 1;
        }
        held += u32::from(left <= 0.0 && took <= said);
    }
    f64::from(held) / 1_000.0
}

#[test]
fn the_date_said_with_85_percent_holds_in_80_to_90_of_1000_sprints() {
    let share = hits(false);
    println!("85 % date held: {:.1} %", share * 100.0);
    assert!((0.80..=0.90).contains(&share), "{share}");
}

#[test]
fn it_holds_as_well_where_scope_grows_and_growth_is_taken_in() {
    let share = hits(true);
    println!("85 % date held with growth: {:.1} %", share * 100.0);
    assert!((0.80..=0.90).contains(&share), "{share}");
}

#[test]
fn a_steady_team_has_no_doubt() {
    let calendar = Calendar::default();
    let steady = [day(2, 0); 5];
    let forecast = outlook(&calendar, 10, 6.0).forecast(&steady, ForecastMethod::MonteCarlo, false).unwrap();
    // Friday's end.
    let friday = "2023-11-11T00:00:00Z".parse().unwrap();
    for finish in &forecast.finishes {
        assert_eq!((finish.working_days, finish.at), (Some(5.0), Some(friday)), "{finish:?}");
    }
    assert_eq!(forecast.by_end, Some(1.0));
    let late = outlook(&calendar, 10, 4.0).forecast(&steady, ForecastMethod::MonteCarlo, false).unwrap();
    assert_eq!(late.by_end, Some(0.0));
}

#[test]
fn weekends_and_holidays_take_time_but_no_work() {
    let mut calendar = Calendar::default();
    calendar.holidays.insert("2023-11-13".parse().unwrap());
    let forecast =
        outlook(&calendar, 12, 6.0).forecast(&[day(2, 0); 5], ForecastMethod::MonteCarlo, false).unwrap();
    assert_eq!(forecast.at(50).unwrap().at, Some("2023-11-15T00:00:00Z".parse().unwrap()));
}

#[test]
fn thin_data_and_work_that_is_done_have_no_forecast() {
    let calendar = Calendar::default();
    for method in [ForecastMethod::MonteCarlo, ForecastMethod::Average] {
        assert_eq!(outlook(&calendar, 10, 6.0).forecast(&[day(2, 0); 4], method, false), None);
        assert_eq!(outlook(&calendar, 0, 6.0).forecast(&[day(2, 0); 9], method, false), None);
    }
}

#[test]
fn what_never_ends_is_not_within_the_limit() {
    let calendar = Calendar::default();
    for (past, growth) in [(day(0, 0), false), (day(2, 2), true), (day(2, 5), true), (day(-1, 0), false)] {
        for method in [ForecastMethod::MonteCarlo, ForecastMethod::Average] {
            let forecast = outlook(&calendar, 10, 6.0).forecast(&[past; 8], method, growth).unwrap();
            assert!(forecast.finishes.iter().all(|finish| finish.at.is_none()), "{forecast:?}");
            assert_eq!(forecast.by_end.unwrap_or(0.0), 0.0);
        }
    }
}

#[test]
fn the_average_rate_divides() {
    let calendar = Calendar::default();
    let past = [day(4, 1), day(0, 1), day(2, 1), day(0, 1), day(4, 1), day(2, 1)];
    let days = |growth| {
        let forecast = outlook(&calendar, 10, 6.0).forecast(&past, ForecastMethod::Average, growth).unwrap();
        forecast.finishes[0].working_days.unwrap()
    };
    assert!((days(false) - 5.0).abs() < 1e-9);
    assert!((days(true) - 10.0).abs() < 1e-9);
}

fn sample() -> impl Strategy<Value = Throughput> {
    (-3..12_i32, -4..5_i32).prop_map(|(done, growth)| day(done, growth))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn percentiles_rise_and_the_order_of_days_does_not_matter(
        past in vec(sample(), 5..40), remaining in 1..200_i32, left in 0.0..20.0_f64, growth: bool,
    ) {
        let calendar = Calendar::default();
        let forecast = |past: &[Throughput]| -> Forecast {
            outlook(&calendar, remaining, left).forecast(past, ForecastMethod::MonteCarlo, growth).unwrap()
        };
        let said = forecast(&past);
        let days: Vec<f64> =
            said.finishes.iter().map(|finish| finish.working_days.unwrap_or(f64::INFINITY)).collect();
        prop_assert!(days.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", said);
        prop_assert!(said.finishes.windows(2).all(|pair| pair[1].at.is_none() || pair[0].at <= pair[1].at));
        prop_assert!((0.0..=1.0).contains(&said.by_end.unwrap()));
        // By the date of a percentile at least that share is done.
        for finish in &said.finishes {
            let by = Outlook {
                end: finish.at.unwrap_or(Timestamp::MAX.min("2031-01-01T00:00:00Z".parse().unwrap())),
                ..outlook(&calendar, remaining, left)
            };
            let again = by.forecast(&past, ForecastMethod::MonteCarlo, growth).unwrap();
            if finish.at.is_some() {
                prop_assert!(again.by_end.unwrap() * 100.0 >= f64::from(finish.percent.unwrap()));
            }
        }
        let mut turned = past.clone();
        turned.reverse();
        prop_assert_eq!(forecast(&turned), said);
    }

    #[test]
    fn so_many_working_days_later_so_many_have_passed(hours in 0_i64..2_000, days in 0.0..60.0_f64) {
        let zone = jiff::tz::TimeZone::get("Europe/Warsaw").unwrap();
        let mut calendar = Calendar { zone, ..Calendar::default() };
        calendar.holidays.insert("2023-12-25".parse().unwrap());
        let from = monday() + Span::new().hours(hours);
        let then = calendar.after_working_days(from, days).unwrap();
        prop_assert!((calendar.working_days_between(from, then) - days).abs() < 1e-4);
    }
}

/// Five working days of which the third has no reading, and a weekend on which work was done.
#[test]
fn throughput_knows_whole_working_days_only() {
    let document = json!({
        "name": "S", "start": "2023-11-06", "end": "2023-11-17", "committed": 40,
        "days": [{"completed": 3, "added": 1}, {"completed": 0, "reopened": 1}, null, {"remaining": 30}, {"completed": 2},
                 {"completed": 4}, {"completed": 0}, {"completed": 1, "reestimated": -2}]
    });
    let sprint = read(&document, Vec::new());
    let past = Throughput::of(&sprint, &sprint.ledger());
    assert_eq!(past, [day(3, 1), day(-1, 0), day(6, 0), day(1, -2)]);
}

fn plain(name: &str, days: &[i32]) -> Sprint {
    let committed = days[0];
    let document = json!({
        "name": name, "start": "2023-11-06", "end": "2023-11-10", "committed": committed, "days": &days[1..]
    });
    read(&document, Vec::new())
}

#[test]
fn the_ghost_is_what_past_sprints_had_left_by_then() {
    let history: Vec<Past> = [[10, 8, 6, 4, 2, 0], [20, 18, 16, 14, 12, 10], [10, 10, 10, 10, 10, 10]]
        .iter()
        .map(|days| Past::of(&plain("P", days)))
        .collect();
    let document = json!({
        "name": "S", "start": "2023-12-04", "end": "2023-12-15", "committed": 100, "days": [90]
    });
    let ghost = Ghost::of(&read(&document, history.clone())).unwrap();
    assert_eq!(ghost.sprints, 3);
    // After half of the working time: shares of 0.5, 0.75, 1.
    let half = ghost.points.iter().find(|point| point.at.to_string() == "2023-12-09T00:00:00Z").unwrap();
    assert!(
        (half.median - 75.0).abs() < 1e-9
            && (half.low - 55.0).abs() < 1e-9
            && (half.high - 95.0).abs() < 1e-9
    );
    assert_eq!(Ghost::of(&read(&document, history[..2].to_vec())), None);
}

#[test]
fn velocity_names_its_rule() {
    let history = vec![
        Past { name: "A".into(), committed: units(10), completed: units(4), ..Past::default() },
        Past::of(&plain("B", &[10, 8, 6, 4, 2, 0])),
    ];
    let document = json!({
        "name": "C", "start": "2023-12-04", "end": "2023-12-15", "committed": 20,
        "days": [{"completed": 3, "added": 6, "removed": 1}]
    });
    let sprint = read(&document, history);
    let start = Velocity::of(&sprint, Commitment::Start);
    assert_eq!(start.mean, Some(7.0));
    assert_eq!(start.bars[2].committed, Some(units(20)));
    assert!(!start.bars[2].finished);
    let end = Velocity::of(&sprint, Commitment::End);
    assert_eq!(
        end.bars.iter().map(|bar| bar.committed).collect::<Vec<_>>(),
        [None, Some(units(10)), Some(units(25))]
    );
}

#[test]
fn history_in_another_unit_is_refused() {
    let past = Past { name: "A".into(), unit: emberline::sprint::Unit::Hours, ..Past::default() };
    let options = ReadOptions { history: vec![past], ..ReadOptions::default() };
    let document = br#"{"name": "S", "start": "2023-11-06", "end": "2023-11-10", "days": [5]}"#;
    let error = read_sprint(document, &options).unwrap_err().to_string();
    assert_eq!(error, "history[0]: found the sprint \"A\" in hours, expected one in points, as \"S\" is");
}

#[test]
fn a_change_of_scope_moves_the_plan_from_then_on() {
    let document = json!({
        "name": "S", "start": "2023-11-06", "end": "2023-11-10", "committed": 50,
        "changes": [{"at": "2023-11-08T00:00:00Z", "added": 12}]
    });
    let line = read(&document, Vec::new()).replanned_line();
    let said: Vec<(String, f64)> = line.iter().map(|(at, y)| (at.strftime("%d").to_string(), *y)).collect();
    let expected = [("08", 30.0), ("08", 42.0), ("09", 28.0), ("10", 14.0), ("11", 0.0)];
    assert_eq!(said.len(), expected.len(), "{said:?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.0 == expected.0 && (said.1 - expected.1).abs() < 1e-9, "{said:?} {expected:?}");
    }
}

fn board() -> Sprint {
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
    read(&document, Vec::new())
}

#[test]
fn what_changed_since_yesterday_names_three_and_counts_the_rest() {
    let sprint = board();
    let changed = sprint.changed_since("2023-11-08T12:00:00Z".parse().unwrap());
    let named: Vec<_> =
        changed.items.iter().map(|item| (item.name.key.as_str(), item.what, item.amount)).collect();
    let expected = [
        ("C", Happened::Added, units(8)),
        ("B", Happened::Completed, units(5)),
        ("D", Happened::Removed, units(2)),
    ];
    assert_eq!(named, expected);
    assert_eq!(changed.items[0].name.title.as_deref(), Some("Title of C"));
    assert_eq!(changed.others, 1);
    assert_eq!(changed.flow.remaining(), units(8 - 5 - 2 + 1));
    let nothing = sprint.changed_since(sprint.as_of);
    assert!(nothing.items.is_empty() && nothing.flow.is_zero());
}

#[test]
fn stages_add_up_to_the_scope() {
    let sprint = board();
    assert!(sprint.knows_started());
    let ledger = sprint.ledger();
    let steps = sprint.stages(false);
    for step in &ledger.steps {
        let stages = steps.iter().rfind(|stage| stage.at <= step.at).unwrap().stages;
        assert_eq!((stages.scope(), stages.done), (step.level.scope, step.level.done));
    }
    let last = sprint.stages(true).last().unwrap().stages;
    // C, E and F to do, A and B done.
    assert_eq!((last.to_do, last.started, last.done), (units(3), units(0), units(2)));
}

#[test]
fn release_bars_are_as_high_as_what_remains() {
    let document = json!({
        "name": "R", "start": "2023-11-06", "end": "2024-02-25", "as_of": "2023-12-17", "committed": 100,
        "changes": [
            {"at": "2023-11-10", "completed": 20}, {"at": "2023-11-16", "added": 6},
            {"at": "2023-11-24", "completed": 24, "added": 4}, {"at": "2023-12-08", "completed": 16, "removed": 2}
        ]
    });
    let release = Release::of(&read(&document, Vec::new()), 14);
    let bars: Vec<_> = release.bars.iter().map(|bar| (bar.top, bar.bottom)).collect();
    assert_eq!(
        bars,
        [(units(100), units(0)), (units(80), units(-6)), (units(56), units(-10)), (units(40), units(-8))]
    );
    assert_eq!((release.velocity, release.growth), (Some(20.0), Some(8.0 / 3.0)));
    assert!((release.sprints_left.unwrap() - 48.0 / (20.0 - 8.0 / 3.0)).abs() < 1e-9);
}

#[test]
fn a_release_is_forecast_by_the_velocity_of_earlier_sprints_too() {
    let document = |days: &str| {
        json!({ "name": "R", "start": "2023-11-06", "end": "2024-02-25", "as_of": days, "committed": 100,
                "changes": [{"at": "2023-11-10", "completed": 20}, {"at": "2023-11-16", "added": 6}] })
    };
    let past = |completed: i32| Past { completed: units(completed), ..Past::default() };
    let release = |days: &str, history: Vec<Past>| Release::of(&read(&document(days), history), 14);
    // Nothing is over yet: without a history there is no forecast.
    assert_eq!(release("2023-11-12", Vec::new()).velocity, None);
    let early = release("2023-11-12", vec![past(14), past(18)]);
    assert_eq!((early.velocity, early.growth), (Some(16.0), Some(0.0)));
    assert_eq!(early.sprints_left, Some(80.0 / 16.0));
    // One sprint of the release is over: it counts like the others, and its growth is the only one that is known.
    let later = release("2023-11-19", vec![past(14), past(17)]);
    assert_eq!((later.velocity, later.growth), (Some(17.0), Some(6.0)));
}
