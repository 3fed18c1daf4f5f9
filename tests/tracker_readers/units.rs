//! The choice of points or items is the same in all readers. Items without an estimate are counted at the instant of the picture.

use emberline::sprint::{Caveat, Sprint, Unit};
use emberline::{Moment, PictureOptions, ReadOptions};
use serde_json::{Value, json};

use super::read_answer;

fn sprint_options() -> ReadOptions {
    let at = |text: &str| -> Option<Moment> { Some(text.parse().unwrap()) };
    let mut options = ReadOptions::default();
    options.name = Some("S".to_owned());
    options.start = at("2026-03-02");
    options.end = at("2026-03-13");
    options.as_of = at("2026-03-10");
    options
}

/// Writes eight items in the format of each tracker. The first `estimated` items have 3 points; the last item is created after the instant
/// of the picture.
fn tracker_answers(estimated: usize) -> Vec<(&'static str, String)> {
    let made = |n: usize| if n == 7 { "2026-03-12T09:00:00Z" } else { "2026-02-20T09:00:00Z" };
    let points = |n: usize| if n < estimated { json!(3) } else { Value::Null };
    let all = |one: &dyn Fn(usize) -> Value| (0..8).map(one).collect::<Vec<_>>();
    let jira = all(&|n| {
        json!({ "key": format!("S-{n}"), "fields": { "created": made(n), "customfield_1": points(n),
                "status": { "id": "1", "name": "To Do", "statusCategory": { "key": "new" } } } })
    });
    let names = json!({ "customfield_1": "Story Points" });
    let github = all(&|n| {
        let labels = if n < estimated { json!([{ "name": "points: 3" }]) } else { json!([]) };
        json!({ "number": n, "createdAt": made(n), "closedAt": null, "labels": labels })
    });
    let milestone = json!({ "id": 3, "title": "S", "start_date": "2026-03-02", "due_date": "2026-03-13" });
    let gitlab = all(
        &|n| json!({ "id": n, "iid": n, "created_at": made(n), "labels": [], "milestone": milestone, "weight": points(n) }),
    );
    let trello = all(&|n| {
        let name = if n < estimated { "(3) Card" } else { "Card" };
        json!({ "id": n.to_string(), "type": "createCard", "date": made(n),
                "data": { "card": { "id": n.to_string(), "name": name }, "list": { "id": "1", "name": "To Do" } } })
    });
    let taiga = all(&|n| json!({ "id": n, "ref": n, "created_date": made(n), "total_points": points(n) }));
    let row = |n: usize| {
        format!("S-{n},To Do,{},{}", made(n), points(n).as_u64().map_or(String::new(), |n| n.to_string()))
    };
    let rows: Vec<String> = (0..8).map(row).collect();
    vec![
        ("jira", json!({ "issues": jira, "names": names }).to_string()),
        (
            "jira's table",
            format!("Issue key,Status,Created,Custom field (Story Points)\n{}", rows.join("\n")),
        ),
        ("github", Value::from(github).to_string()),
        ("gitlab", Value::from(gitlab).to_string()),
        ("trello", Value::from(trello).to_string()),
        ("taiga", json!({ "user_stories": taiga, "estimated_start": "2026-03-02" }).to_string()),
    ]
}

fn has_items_counted_caveat(sprint: &Sprint) -> bool {
    sprint.caveats.contains(&Caveat::ItemsCounted)
}

#[test]
fn points_are_counted_if_half_of_the_items_have_an_estimate() {
    for (tracker, text) in tracker_answers(4) {
        let sprint = read_answer(&text, &sprint_options());
        assert_eq!(sprint.unit, Unit::Points, "{tracker}");
        // The eighth item does not exist yet.
        assert!(
            sprint.caveats.contains(&Caveat::Unestimated { items: 3, of: 7 }),
            "{tracker}: {:?}",
            sprint.caveats
        );
        assert_eq!(sprint.ledger().latest_level().scope.to_f64(), 12.0, "{tracker}");
    }
}

#[test]
fn items_are_counted_if_fewer_than_half_have_an_estimate() {
    for (tracker, text) in tracker_answers(3) {
        let sprint = read_answer(&text, &sprint_options());
        assert_eq!(sprint.unit, Unit::Items, "{tracker}");
        assert!(
            sprint.caveats.contains(&Caveat::Unestimated { items: 4, of: 7 }),
            "{tracker}: {:?}",
            sprint.caveats
        );
        assert!(!has_items_counted_caveat(&sprint), "{tracker}");
        assert_eq!(sprint.ledger().latest_level().scope.to_f64(), 7.0, "{tracker}");
    }
}

#[test]
fn items_are_counted_with_a_caveat_if_none_has_an_estimate() {
    for (tracker, text) in tracker_answers(0) {
        let sprint = read_answer(&text, &sprint_options());
        assert_eq!(
            (sprint.unit, has_items_counted_caveat(&sprint)),
            (Unit::Items, true),
            "{tracker}: {:?}",
            sprint.caveats
        );
    }
}

#[test]
fn a_requested_unit_or_estimate_field_is_used() {
    let mut options = sprint_options();
    for (tracker, text) in tracker_answers(3) {
        options.unit = Some(Unit::Points);
        let sprint = read_answer(&text, &options);
        assert_eq!(sprint.unit, Unit::Points, "{tracker}");
        assert!(
            sprint.caveats.contains(&Caveat::Unestimated { items: 4, of: 7 }),
            "{tracker}: {:?}",
            sprint.caveats
        );
        options.unit = Some(Unit::Items);
        let sprint = read_answer(&text, &options);
        assert_eq!((sprint.unit, has_items_counted_caveat(&sprint)), (Unit::Items, false), "{tracker}");
    }
    // A named estimate field is used, even if few items have it.
    let mut options = sprint_options();
    options.estimate_field = Some("Story Points".to_owned());
    let (_, text) = tracker_answers(1).swap_remove(0);
    assert_eq!(read_answer(&text, &options).unit, Unit::Points);
}

#[test]
fn earlier_sprints_in_a_request_have_the_unit_of_its_options_and_their_own_name() {
    let past =
        json!({ "name": "P", "start": "2026-02-02", "end": "2026-02-13", "committed": 8, "days": [4] });
    let request = json!({ "name": "S", "start": "2026-03-02", "unit": "hours", "history": [past] });
    let options = PictureOptions::from_json(&request.to_string()).unwrap();
    let history = options.to_read_options(None).unwrap().history;
    assert_eq!(history.len(), 1);
    assert_eq!((history[0].name.as_str(), history[0].unit), ("P", Unit::Hours));
}
