//! GitLab's time series is compared with its events, for the same milestone (`tests/fixtures/trackers/gitlab/milestone.py` makes
//! both). They have the same levels on each day. Their flows differ as follows: the first day of the series contains everything
//! before it, so that its flow is zero; a changed weight is added or removed scope; a done issue that leaves lowers scope and done work;
//! and changes that cancel each other on one day are not visible.

use emberline::ReadOptions;
use emberline::sprint::{Amount, Caveat, Flow, Ledger, Resolution, Unit};

use super::{ledger_lines, options_with, read_answer, read_fixture};

fn read_both(unit: Unit) -> (Ledger, Ledger) {
    let mut options = ReadOptions::default();
    options.sprint = Some("v1.2".to_owned());
    options.unit = Some(unit);
    let events = read_answer(&read_fixture("gitlab/events.json"), &options);
    let series = read_answer(&read_fixture("gitlab/series.json"), &options);
    assert_eq!((events.start, events.end), (series.start, series.end));
    assert_eq!((&events.name, events.resolution), (&series.name, Resolution::Instant));
    assert_eq!(series.resolution, Resolution::Day);
    assert!(series.caveats.contains(&Caveat::DailyTotals));
    (events.ledger(), series.ledger())
}

#[test]
fn events_and_series_have_the_same_level_on_each_day() {
    for unit in [Unit::Items, Unit::Points] {
        let (events, series) = read_both(unit);
        assert_eq!(events.days.len(), 12);
        assert_eq!(events.opening, series.opening, "{unit:?}");
        for (event, serial) in events.days.iter().zip(&series.days) {
            assert_eq!(event.closing, serial.closing, "{unit:?} {}", event.day.date);
        }
    }
}

#[test]
fn events_and_series_have_the_same_flow_except_for_netted_and_reestimated_work() {
    let (events, series) = read_both(Unit::Items);
    for (event, serial) in events.days.iter().zip(&series.days) {
        let (e, s) = (event.flow, serial.flow);
        match event.day.date.to_string().as_str() {
            // One issue was removed and another was added.
            "2024-03-14" => {
                assert_eq!((e.added.to_f64(), e.removed.to_f64()), (1.0, 1.0));
                assert!(s.is_zero());
            }
            _ => assert_eq!(e, s, "{}", event.day.date),
        }
    }
    let (events, series) = read_both(Unit::Points);
    let on = |ledger: &Ledger, day: &str| -> Flow {
        ledger.days.iter().find(|row| row.day.date.to_string() == day).unwrap().flow
    };
    // The weight of an issue changed from 3 to 5.
    assert_eq!(on(&events, "2024-03-07").reestimated, Amount::from_units(2));
    assert_eq!(on(&series, "2024-03-07").added, Amount::from_units(2));
}

#[test]
fn events_give_the_flow_of_each_day() {
    let sprint = read_answer(
        &read_fixture("gitlab/events.json"),
        &options_with(|options| options.sprint = Some("v1.2".to_owned())),
    );
    assert_eq!(sprint.unit, Unit::Points);
    assert_eq!(
        ledger_lines(&sprint),
        [
            "03-04 = 21 of 22",
            "03-05 v2 = 19 of 22",
            "03-06 +2 v5 = 16 of 24",
            "03-07 ~2 = 18 of 26",
            "03-08 -8 = 10 of 18",
            "03-09 = 10 of 18",
            "03-10 = 10 of 18",
            "03-11 ^5 = 15 of 18",
            "03-12 v2 = 13 of 18",
            "03-13 v5 = 8 of 18",
            "03-14 +3 -3 = 8 of 18",
            "03-15 v5 = 3 of 18",
        ]
    );
}
