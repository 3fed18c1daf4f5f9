//! The ledger of each fixture, counted by hand.

use emberline::sprint::{Caveat, Unit};
use emberline::{Moment, ReadOptions};

use super::{ledger_lines, options_with, read_answer, read_fixture};

fn parse_moment(text: &str) -> Option<Moment> {
    Some(text.parse().unwrap())
}

#[test]
fn a_github_milestone_with_timelines_has_the_counted_ledger() {
    let mut options = ReadOptions::default();
    options.sprint = Some("v2.0".to_owned());
    options.start = parse_moment("2024-05-06");
    options.as_of = parse_moment("2024-05-17");
    let sprint = read_answer(&read_fixture("github/timeline.json"), &options);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("v2.0", Unit::Points));
    // The scope at the start is 5 + 3 + 8 + 2 + 1. An issue closed as not planned is removed, and a pull request is not an item.
    assert_eq!(
        ledger_lines(&sprint),
        [
            "05-06 = 19 of 19",
            "05-07 +5 = 24 of 24",
            "05-08 v5 = 19 of 24",
            "05-09 -2 = 17 of 22",
            "05-10 -8 = 9 of 14",
            "05-11 = 9 of 14",
            "05-12 = 9 of 14",
            "05-13 v3 = 6 of 14",
            "05-14 ^3 = 9 of 14",
            "05-15 +3 = 12 of 17",
            "05-16 v3 = 9 of 17",
            "05-17 = 9 of 17",
        ]
    );
    // Number 37 has no milestone event, so that it counts from its creation.
    assert!(sprint.caveats.contains(&Caveat::JoinedWhenCreated), "{:?}", sprint.caveats);
}

#[test]
fn github_boards_of_several_days_have_the_counted_ledger() {
    let options = options_with(|options| options.as_of = parse_moment("2024-06-09"));
    let sprint = read_answer(&read_fixture("github/boards.json"), &options);
    assert_eq!(sprint.name, "Iteration 8");
    assert_eq!(
        ledger_lines(&sprint),
        [
            "06-03 = 18 of 18",
            "06-04 ?",
            "06-05 +2 v5 = 15 of 20",
            "06-06 ?",
            // Number 2 was done and is archived; number 3 is in the next iteration.
            "06-07 +5 -8 ~1 ^2 v5 = 10 of 18",
            "06-08 = 10 of 18",
            "06-09 v5 = 5 of 18",
        ]
    );
}

#[test]
fn a_github_board_in_two_graphql_pages_has_the_counted_ledger() {
    let options = options_with(|options| options.as_of = parse_moment("2024-02-16"));
    let sprint = read_answer(&read_fixture("github/graphql.json"), &options);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Sprint 3", Unit::Points));
    let ledger = ledger_lines(&sprint);
    assert_eq!(ledger[0], "02-05 = 10 of 10");
    assert_eq!(ledger[2], "02-07 v3 = 7 of 10");
    assert_eq!(ledger[3], "02-08 +5 = 12 of 15");
    assert_eq!(ledger[11], "02-16 = 5 of 15");
    assert!(sprint.caveats.contains(&Caveat::Unestimated { items: 1, of: 5 }), "{:?}", sprint.caveats);
    assert!(sprint.caveats.contains(&Caveat::EstimatesOfToday), "{:?}", sprint.caveats);
}

#[test]
fn a_github_issue_list_with_a_milestone_has_the_counted_ledger() {
    let mut options = ReadOptions::default();
    options.start = parse_moment("2024-06-17");
    options.as_of = parse_moment("2024-06-24");
    let sprint = read_answer(&read_fixture("github/issues.json"), &options);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("June", Unit::Items));
    assert_eq!(sprint.end.to_string(), "2024-06-29T00:00:00Z");
    let ledger = ledger_lines(&sprint);
    assert_eq!(
        ledger[..6],
        [
            "06-17 = 2 of 3",
            "06-18 +1 = 3 of 4",
            "06-19 +1 = 4 of 5",
            "06-20 v1 = 3 of 5",
            "06-21 v1 = 2 of 5",
            "06-22 = 2 of 5"
        ]
    );
}

#[test]
fn azure_snapshots_across_a_clock_change_have_the_counted_ledger() {
    let zone = Some("America/Los_Angeles".to_owned());
    let sprint = read_answer(
        &read_fixture("azure/snapshots.json"),
        &options_with(|options| options.time_zone = zone.clone()),
    );
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Sprint 21", Unit::Points));
    let days = ledger_lines(&sprint);
    assert_eq!(
        days[..10],
        [
            "03-04 = 26 of 26",
            "03-05 = 26 of 26",
            "03-06 = 26 of 26",
            "03-07 +3 v5 = 24 of 29",
            "03-08 = 24 of 29",
            "03-09 = 24 of 29",
            "03-10 = 24 of 29",
            "03-11 = 24 of 29",
            "03-12 +2 v10 = 16 of 31",
            "03-13 = 16 of 31",
        ]
    );
    let mut items = ReadOptions::default();
    items.unit = Some(Unit::Items);
    items.time_zone = zone.clone();
    assert_eq!(
        ledger_lines(&read_answer(&read_fixture("azure/snapshots.json"), &items))[4],
        "03-08 = 6 of 8"
    );
    let done = Some(vec!["Closed".to_owned(), "resolved".to_owned()]);
    let mut resolved = ReadOptions::default();
    resolved.done = done;
    resolved.time_zone = zone;
    assert_eq!(
        ledger_lines(&read_answer(&read_fixture("azure/snapshots.json"), &resolved))[2],
        "03-06 v5 = 21 of 26"
    );
}

#[test]
fn the_days_of_a_linear_cycle_count_from_its_start() {
    let zone = Some("America/Los_Angeles".to_owned());
    // Midnight in California is 7:00 of the same day in UTC.
    for time_zone in [zone, None] {
        let sprint = read_answer(
            &read_fixture("linear/cycle.json"),
            &options_with(|options| options.time_zone = time_zone),
        );
        assert_eq!((sprint.name.as_str(), sprint.unit), ("Cycle 12", Unit::Points));
        let ledger = ledger_lines(&sprint);
        assert_eq!(ledger.len(), 14);
        assert_eq!(
            ledger[..9],
            [
                "09-02 = 21 of 21",
                "09-03 v2 = 19 of 21",
                "09-04 +3 v3 = 19 of 24",
                "09-05 = 19 of 24",
                "09-06 +2 v3 = 18 of 26",
                "09-07 = 18 of 26",
                "09-08 = 18 of 26",
                "09-09 -3 v3 = 12 of 23",
                "09-10 +1 v2 = 11 of 24",
            ]
        );
    }
}

#[test]
fn trello_actions_have_the_counted_ledger() {
    let mut options = ReadOptions::default();
    options.start = parse_moment("2024-04-08");
    options.end = parse_moment("2024-04-19");
    options.as_of = parse_moment("2024-04-17");
    let sprint = read_answer(&read_fixture("trello/actions.json"), &options);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Garden app", Unit::Points));
    assert_eq!(
        ledger_lines(&sprint)[..10],
        [
            "04-08 = 11 of 11",
            "04-09 = 11 of 11",
            "04-10 ~3 v3 = 11 of 14",
            "04-11 +2 v2 = 11 of 16",
            // Two cards are archived: the one in the list of done cards stays done, the other is removed.
            "04-12 -1 = 10 of 15",
            "04-13 = 10 of 15",
            "04-14 = 10 of 15",
            // A card moves out of the backlog.
            "04-15 +8 = 18 of 23",
            "04-16 ^3 v8 = 13 of 23",
            "04-17 = 13 of 23",
        ]
    );
}

#[test]
fn trello_actions_of_a_polish_board_have_the_counted_ledger() {
    let mut options = ReadOptions::default();
    options.start = parse_moment("2026-03-02");
    options.end = parse_moment("2026-03-13");
    options.as_of = parse_moment("2026-03-06");
    options.time_zone = Some("Europe/Warsaw".to_owned());
    let sprint = read_answer(&read_fixture("trello/polish.json"), &options);
    // The estimates are 5, 0.5, 1.5 and 2; "(?)" is none, and neither is the year. The list "✅ Gotowe" is done.
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 9 of 9", "03-03 = 9 of 9", "03-04 v5 = 4 of 9", "03-05 ^5 v0.5 = 8.5 of 9"]
    );
    assert!(sprint.caveats.contains(&Caveat::Unestimated { items: 2, of: 6 }), "{:?}", sprint.caveats);
}

#[test]
fn trello_cards_of_a_german_board_without_actions_have_the_counted_ledger() {
    let mut options = ReadOptions::default();
    options.start = parse_moment("2026-03-02");
    options.end = parse_moment("2026-03-06");
    options.as_of = parse_moment("2026-03-05");
    let sprint = read_answer(&read_fixture("trello/german.json"), &options);
    // The estimates are 1, 2, 3 and 0.5. Number 2 is done since its last activity; nothing tells since when number 3 is, so that
    // it counts at the last activity of the board.
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 6.5 of 6.5", "03-03 = 6.5 of 6.5", "03-04 v2 = 4.5 of 6.5", "03-05 v3 = 1.5 of 6.5"]
    );
}

#[test]
fn jira_bulk_changelogs_beside_cut_issues_have_the_counted_ledger() {
    let options = options_with(|options| options.as_of = parse_moment("2026-03-06"));
    let sprint = read_answer(&read_fixture("jira/bulk-changelogs.json"), &options);
    // BC-1 and BC-3 are committed; BC-2 joined on 3 March with 5 points, and grew to 8.
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 8 of 8", "03-03 +5 = 13 of 13", "03-04 v5 = 8 of 13", "03-05 ~3 = 11 of 16"]
    );
    assert_eq!(sprint.caveats, [Caveat::ZoneAssumed]);
}

#[test]
fn a_taiga_milestone_and_its_statistics_have_the_counted_ledgers() {
    let options = options_with(|options| options.as_of = parse_moment("2024-01-24"));
    let sprint = read_answer(&read_fixture("taiga/milestone.json"), &options);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Sprint 2", Unit::Points));
    let milestone = ledger_lines(&sprint);
    assert_eq!(
        milestone[..5],
        [
            "01-15 = 16 of 16",
            "01-16 = 16 of 16",
            "01-17 +4 = 20 of 20",
            "01-18 v5 = 15 of 20",
            "01-19 +1 = 16 of 21"
        ]
    );
    assert_eq!(milestone[7..10], ["01-22 v3 = 13 of 21", "01-23 v1 = 12 of 21", "01-24 = 12 of 21"]);
    // Taiga's own statistics use today's scope for every day.
    let sprint = read_answer(&read_fixture("taiga/stats.json"), &options);
    assert!(sprint.caveats.contains(&Caveat::NetOnly), "{:?}", sprint.caveats);
    let stats = ledger_lines(&sprint);
    assert_eq!(stats[0], "01-15 = 21 of 21");
    assert_eq!(stats[7..10], ["01-22 v3 = 13 of 21", "01-23 v1 = 12 of 21", "01-24 = 12 of 21"]);
}
