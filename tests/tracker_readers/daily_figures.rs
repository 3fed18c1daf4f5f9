//! Random daily figures of Azure DevOps and of Linear's cycles: they add up, in any order of the lists.

use emberline::ReadOptions;
use emberline::sprint::{Amount, Unit};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::histories::{draw_svg, instant_after, read_documents};
use super::random::{assert_balanced, shuffle_lists};

/// Writes rows of Azure DevOps: one for each item, or sums for each day and state.
fn azure_rows(days: &[Vec<(u32, usize)>], is_summed: bool) -> Vec<Value> {
    const STATES: [(&str, &str); 3] =
        [("New", "Proposed"), ("Active", "InProgress"), ("Closed", "Completed")];
    let mut rows = Vec::new();
    for (day, items) in days.iter().enumerate() {
        let row = |state: usize, more: Value| {
            let mut row = json!({ "DateValue": format!("2026-03-{:02}T00:00:00+01:00", day + 2), "State": STATES[state].0,
                                  "StateCategory": STATES[state].1 });
            row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            row
        };
        if is_summed {
            for state in 0..STATES.len() {
                let of_state: Vec<u32> =
                    items.iter().filter(|(_, is)| *is == state).map(|(points, _)| *points).collect();
                rows.push(row(
                    state,
                    json!({ "Count": of_state.len(), "TotalStoryPoints": of_state.iter().sum::<u32>() }),
                ));
            }
        } else {
            let item = |(id, (points, state)): (usize, &(u32, usize))| {
                row(*state, json!({ "WorkItemId": id, "StoryPoints": points }))
            };
            rows.extend(items.iter().enumerate().map(item));
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn azure_rows_give_the_same_ledger_summed_or_per_item_and_with_overlapping_pages(
        days in vec(vec((1_u32..20, 0_usize..3), 1..8), 1..12),
        again in 0_usize..96,
        by in 0_usize..50,
    ) {
        for unit in [Unit::Points, Unit::Items] {
            let sums = read_documents(&json!([{ "value": azure_rows(&days, true) }]), unit);
            let mut single = azure_rows(&days, false);
            single.push(single[again % single.len()].clone());
            let mut page = json!({ "value": single });
            shuffle_lists(&mut page, by);
            let single = read_documents(&json!([page]), unit);
            assert_balanced(&sums);
            prop_assert_eq!(sums.ledger(), single.ledger());
            prop_assert_eq!(sums.flow_steps(false), single.flow_steps(false));
        }
    }

    #[test]
    fn a_linear_cycle_adds_up_and_has_the_started_work(
        days in vec((0_u32..40, 0_u32..40, 0_u32..40), 1..14),
        others in 0_i64..3,
    ) {
        let of = |value: fn(&(u32, u32, u32)) -> u32| -> Vec<u32> { days.iter().map(value).collect() };
        let cycle = |number: i64, week: i64| {
            let day = |add: i64| instant_after((week * 7 + add + 3) * 86_400);
            json!({ "number": number, "startsAt": day(0), "endsAt": day(14), "scopeHistory": of(|day| day.0 + day.1 + day.2),
                    "completedScopeHistory": of(|day| day.0), "inProgressScopeHistory": of(|day| day.1) })
        };
        let mut cycles: Vec<Value> = (0..=others).map(|n| cycle(n, n - others)).collect();
        let mut options = ReadOptions::default();
        options.sprint = Some(others.to_string());
        let tell = |cycles: &[Value]| super::read_answer(&json!({ "cycles": cycles }).to_string(), &options);
        let sprint = tell(&cycles);
        assert_balanced(&sprint);
        let (done, begun, open) = *days.last().unwrap();
        let last = sprint.flow_steps(false).last().unwrap().state;
        prop_assert_eq!([last.done, last.started, last.to_do].map(Amount::to_f64), [done, begun, open].map(f64::from));
        let drawn = draw_svg(&sprint);
        cycles.reverse();
        prop_assert_eq!(drawn, draw_svg(&tell(&cycles)));
    }
}
