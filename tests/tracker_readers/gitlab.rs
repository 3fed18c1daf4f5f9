//! GitLab's own series against its events: the same milestone told twice (`tests/fixtures/trackers/gitlab/milestone.py` makes both).
//! They agree on every day's levels. They differ in what moved, and these tests say where:
//! the series' first day holds all that came before (so nothing moved on it), a changed weight is scope added or removed,
//! an issue that left when it was done lowers scope and done work alike, and what came and went on one day is netted.

use emberline::ReadOptions;
use emberline::sprint::{Amount, Caveat, Flow, Ledger, Resolution, Unit};

use super::{fixture, ledger, read};

fn both(unit: Unit) -> (Ledger, Ledger) {
    let options = ReadOptions { sprint: Some("v1.2".to_owned()), unit: Some(unit), ..ReadOptions::default() };
    let events = read(&fixture("gitlab/events.json"), &options);
    let series = read(&fixture("gitlab/series.json"), &options);
    assert_eq!((events.start, events.end), (series.start, series.end));
    assert_eq!((&events.name, events.resolution), (&series.name, Resolution::Instant));
    assert_eq!(series.resolution, Resolution::Day);
    assert!(series.caveats.contains(&Caveat::DailyTotals));
    (events.ledger(), series.ledger())
}

#[test]
fn levels_agree_day_by_day() {
    for unit in [Unit::Items, Unit::Points] {
        let (events, series) = both(unit);
        assert_eq!(events.days.len(), 12);
        assert_eq!(events.opening, series.opening, "{unit:?}");
        for (event, serial) in events.days.iter().zip(&series.days) {
            assert_eq!(event.closing, serial.closing, "{unit:?} {}", event.day.date);
        }
    }
}

#[test]
fn movements_agree_where_one_figure_a_day_can_tell_them() {
    let (events, series) = both(Unit::Items);
    for (event, serial) in events.days.iter().zip(&series.days) {
        let (e, s) = (event.flow, serial.flow);
        match event.day.date.to_string().as_str() {
            // One issue left and another came.
            "2024-03-14" => {
                assert_eq!((e.added.to_f64(), e.removed.to_f64()), (1.0, 1.0));
                assert!(s.is_zero());
            }
            _ => assert_eq!(e, s, "{}", event.day.date),
        }
    }
    let (events, series) = both(Unit::Points);
    let on = |ledger: &Ledger, day: &str| -> Flow {
        ledger.days.iter().find(|row| row.day.date.to_string() == day).unwrap().flow
    };
    // A weight of 3 became 5.
    assert_eq!(on(&events, "2024-03-07").reestimated, Amount::units(2));
    assert_eq!(on(&series, "2024-03-07").added, Amount::units(2));
}

#[test]
fn events_tell_every_day() {
    let sprint = read(
        &fixture("gitlab/events.json"),
        &ReadOptions { sprint: Some("v1.2".to_owned()), ..ReadOptions::default() },
    );
    assert_eq!(sprint.unit, Unit::Points);
    assert_eq!(
        ledger(&sprint),
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
