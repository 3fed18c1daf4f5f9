//! HHS/simpler-grants-gov, Sprint 5 (23 August to 6 September 2023), with 23 open items at the start and at the end. The numbers were
//! counted by hand from the files, before the reader was written.

use emberline::sprint::{Caveat, Sprint, Unit};
use emberline::{Moment, ReadOptions};

use super::{read_answer, read_real_answer, with_date};

fn sprint_options() -> ReadOptions {
    let end: Moment = "2023-09-06".parse().unwrap();
    let mut options = ReadOptions::default();
    options.sprint = Some("Sprint 5".to_owned());
    options.end = Some(end);
    options.unit = Some(Unit::Items);
    options
}

fn closing_levels(sprint: &Sprint) -> (Vec<f64>, Vec<f64>) {
    let ledger = sprint.ledger();
    let levels = ledger.days.iter().map(|day| day.closing.unwrap());
    levels.map(|level| (level.scope.to_f64(), level.done.to_f64())).unzip()
}

#[test]
fn a_board_and_its_issues_give_the_known_counts_of_each_day() {
    let issues = read_real_answer("github/hhs_issues_2023-09-06.json");
    let board = read_real_answer("github/hhs_project-items_2023-09-06.json");
    let sprint = read_answer(&format!("{board}\n{issues}"), &sprint_options());
    let (created, closed) = closing_levels(&sprint);
    let counted = [28, 28, 28, 28, 28, 28, 29, 31, 33, 38, 38, 38, 40, 40, 43].map(f64::from);
    assert_eq!(created, counted);
    let counted = [5, 5, 8, 8, 8, 8, 9, 11, 12, 14, 14, 14, 14, 17, 20].map(f64::from);
    assert_eq!(closed, counted);
    let open: Vec<f64> = created.iter().zip(&closed).map(|(all, done)| all - done).collect();
    assert_eq!(open, [23, 23, 20, 20, 20, 20, 20, 20, 21, 24, 24, 24, 26, 23, 23].map(f64::from));
    assert_eq!(sprint.name, "Sprint 5");
    assert!(sprint.caveats.contains(&Caveat::JoinedWhenCreated), "{:?}", sprint.caveats);
}

#[test]
fn with_points_on_15_of_43_items_the_items_are_counted_unless_points_are_requested() {
    let issues = read_real_answer("github/hhs_issues_2023-09-06.json");
    let board = read_real_answer("github/hhs_project-items_2023-09-06.json");
    let both = format!("{board}\n{issues}");
    let mut options = sprint_options();
    options.unit = None;
    let sprint = read_answer(&both, &options);
    assert_eq!(sprint.unit, Unit::Items);
    assert!(sprint.caveats.contains(&Caveat::Unestimated { items: 28, of: 43 }), "{:?}", sprint.caveats);
    options.unit = Some(Unit::Points);
    let sprint = read_answer(&both, &options);
    assert_eq!(sprint.ledger().latest_level().scope.to_f64(), 45.0);
    assert_eq!((sprint.item_counts().items, sprint.item_counts().unestimated), (43, 28));
}

#[test]
fn two_boards_give_the_added_and_removed_items() {
    let issues = read_real_answer("github/hhs_issues_2023-09-06.json");
    let board = |day| with_date(day, &read_real_answer(&format!("github/hhs_project-items_{day}.json")));
    let issues = with_date("2023-09-06", &issues);
    // The order of the documents does not matter.
    for text in [
        format!("{}{}{issues}", board("2023-08-29"), board("2023-09-06")),
        format!("{issues}{}{}", board("2023-09-06"), board("2023-08-29")),
    ] {
        let sprint = read_answer(&text, &sprint_options());
        let ledger = sprint.ledger();
        let between = ledger.days.iter().filter(|day| day.day.date.to_string().as_str() > "2023-08-29");
        let flow = between.map(|day| day.flow).sum::<emberline::sprint::Flow>();
        assert_eq!((flow.added.to_f64(), flow.removed.to_f64()), (15.0, 5.0));
        let at_first = ledger.days.iter().find(|day| day.day.date.to_string() == "2023-08-29").unwrap();
        assert_eq!(at_first.closing.unwrap().scope.to_f64(), 33.0);
        assert_eq!(ledger.latest_level().scope.to_f64(), 43.0);
    }
}

#[test]
fn named_done_states_override_the_closed_state() {
    let issues = read_real_answer("github/hhs_issues_2023-09-06.json");
    let board = read_real_answer("github/hhs_project-items_2023-09-06.json");
    let mut options = sprint_options();
    options.done = Some(vec!["Done".to_owned()]);
    let sprint = read_answer(&format!("{board}\n{issues}"), &options);
    // 20 issues are closed; two more are open but in the state "Done".
    assert_eq!(sprint.ledger().latest_level().done.to_f64(), 22.0);
}

/// The board was read on 6 September, but the sprint ends on the 5th. Items of the 6th are neither in the picture nor in its counts.
#[test]
fn counts_are_those_at_the_instant_of_the_picture() {
    let issues = read_real_answer("github/hhs_issues_2023-09-06.json");
    let board = read_real_answer("github/hhs_project-items_2023-09-06.json");
    let mut options = sprint_options();
    options.end = None;
    options.unit = None;
    let sprint = read_answer(&format!("{board}\n{issues}"), &options);
    let scope = sprint.ledger().latest_level().scope.to_f64();
    let unestimated = sprint.caveats.iter().find_map(|caveat| match caveat {
        Caveat::Unestimated { of, .. } => Some(*of),
        _ => None,
    });
    assert_eq!((sprint.unit, scope), (Unit::Items, 40.0));
    assert_eq!(unestimated, Some(40), "{:?}", sprint.caveats);
}
