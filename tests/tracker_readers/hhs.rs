//! HHS/simpler-grants-gov, Sprint 5 (23 August to 6 September 2023): open 23 at the start, 23 at the end, and nothing but work between.
//! The numbers were counted by hand from the files, before there was a reader.

use emberline::sprint::{Caveat, Sprint, Unit};
use emberline::{Moment, ReadOptions};

use super::{read, real, taken};

fn options() -> ReadOptions {
    let end: Moment = "2023-09-06".parse().unwrap();
    ReadOptions {
        sprint: Some("Sprint 5".to_owned()),
        end: Some(end),
        unit: Some(Unit::Items),
        ..ReadOptions::default()
    }
}

fn closings(sprint: &Sprint) -> (Vec<f64>, Vec<f64>) {
    let ledger = sprint.ledger();
    let levels = ledger.days.iter().map(|day| day.closing.unwrap());
    levels.map(|level| (level.scope.to_f64(), level.done.to_f64())).unzip()
}

#[test]
fn a_board_and_the_issues_make_sprint_5_day_by_day() {
    let Some(issues) = real("github/hhs_issues_2023-09-06.json") else { return };
    let board = real("github/hhs_project-items_2023-09-06.json").unwrap();
    let sprint = read(&format!("{board}\n{issues}"), &options());
    let (created, closed) = closings(&sprint);
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
fn of_43_items_15_have_points_so_items_are_counted_unless_points_are_asked_for() {
    let Some(issues) = real("github/hhs_issues_2023-09-06.json") else { return };
    let board = real("github/hhs_project-items_2023-09-06.json").unwrap();
    let both = format!("{board}\n{issues}");
    let sprint = read(&both, &ReadOptions { unit: None, ..options() });
    assert_eq!(sprint.unit, Unit::Items);
    assert!(sprint.caveats.contains(&Caveat::Unestimated { items: 28, of: 43 }), "{:?}", sprint.caveats);
    let sprint = read(&both, &ReadOptions { unit: Some(Unit::Points), ..options() });
    assert_eq!(sprint.ledger().latest().scope.to_f64(), 45.0);
    assert_eq!((sprint.counts().items, sprint.counts().unestimated), (43, 28));
}

#[test]
fn two_boards_tell_what_came_in_and_what_went_out() {
    let Some(issues) = real("github/hhs_issues_2023-09-06.json") else { return };
    let board = |day| taken(day, &real(&format!("github/hhs_project-items_{day}.json")).unwrap());
    let issues = taken("2023-09-06", &issues);
    // Whatever their order.
    for text in [
        format!("{}{}{issues}", board("2023-08-29"), board("2023-09-06")),
        format!("{issues}{}{}", board("2023-09-06"), board("2023-08-29")),
    ] {
        let sprint = read(&text, &options());
        let ledger = sprint.ledger();
        let between = ledger.days.iter().filter(|day| day.day.date.to_string().as_str() > "2023-08-29");
        let flow = between.map(|day| day.flow).sum::<emberline::sprint::Flow>();
        assert_eq!((flow.added.to_f64(), flow.removed.to_f64()), (15.0, 5.0));
        let at_first = ledger.days.iter().find(|day| day.day.date.to_string() == "2023-08-29").unwrap();
        assert_eq!(at_first.closing.unwrap().scope.to_f64(), 33.0);
        assert_eq!(ledger.latest().scope.to_f64(), 43.0);
    }
}

#[test]
fn states_that_are_named_go_over_what_is_closed() {
    let Some(issues) = real("github/hhs_issues_2023-09-06.json") else { return };
    let board = real("github/hhs_project-items_2023-09-06.json").unwrap();
    let done = Some(vec!["Done".to_owned()]);
    let sprint = read(&format!("{board}\n{issues}"), &ReadOptions { done, ..options() });
    // 20 are closed; two more are called done and are open.
    assert_eq!(sprint.ledger().latest().done.to_f64(), 22.0);
}

/// The board was read on 6 September, the sprint ends on the 5th: what came on the 6th is not in the picture, nor in its counts.
#[test]
fn counts_are_those_of_the_picture_s_instant() {
    let Some(issues) = real("github/hhs_issues_2023-09-06.json") else { return };
    let board = real("github/hhs_project-items_2023-09-06.json").unwrap();
    let options = ReadOptions { end: None, unit: None, ..options() };
    let sprint = read(&format!("{board}\n{issues}"), &options);
    let scope = sprint.ledger().latest().scope.to_f64();
    let unestimated = sprint.caveats.iter().find_map(|caveat| match caveat {
        Caveat::Unestimated { of, .. } => Some(*of),
        _ => None,
    });
    assert_eq!((sprint.unit, scope), (Unit::Items, 40.0));
    assert_eq!(unestimated, Some(40), "{:?}", sprint.caveats);
}
