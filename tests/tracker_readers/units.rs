//! Points or items: one rule for all readers, and how many items have no estimate is that of the picture's instant.

use emberline::sprint::{Caveat, Sprint, Unit};
use emberline::{Moment, ReadOptions};
use serde_json::{Value, json};

use super::read;

fn options() -> ReadOptions {
    let at = |text: &str| -> Option<Moment> { Some(text.parse().unwrap()) };
    ReadOptions {
        name: Some("S".to_owned()),
        start: at("2026-03-02"),
        end: at("2026-03-13"),
        as_of: at("2026-03-10"),
        ..ReadOptions::default()
    }
}

/// Eight items in each tracker's words, of which the first `estimated` have 3 points; the last one comes after the picture's instant.
fn answers(estimated: usize) -> Vec<(&'static str, String)> {
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

fn has_counted(sprint: &Sprint) -> bool {
    sprint.caveats.contains(&Caveat::ItemsCounted)
}

#[test]
fn where_half_of_the_items_are_estimated_points_count() {
    for (tracker, text) in answers(4) {
        let sprint = read(&text, &options());
        assert_eq!(sprint.unit, Unit::Points, "{tracker}");
        // The eighth item is not there yet.
        assert!(
            sprint.caveats.contains(&Caveat::Unestimated { items: 3, of: 7 }),
            "{tracker}: {:?}",
            sprint.caveats
        );
        assert_eq!(sprint.ledger().latest().scope.to_f64(), 12.0, "{tracker}");
    }
}

#[test]
fn of_fewer_items_count_and_the_picture_says_how_many_have_none() {
    for (tracker, text) in answers(3) {
        let sprint = read(&text, &options());
        assert_eq!(sprint.unit, Unit::Items, "{tracker}");
        assert!(
            sprint.caveats.contains(&Caveat::Unestimated { items: 4, of: 7 }),
            "{tracker}: {:?}",
            sprint.caveats
        );
        assert!(!has_counted(&sprint), "{tracker}");
        assert_eq!(sprint.ledger().latest().scope.to_f64(), 7.0, "{tracker}");
    }
}

#[test]
fn without_any_estimate_items_count_and_the_picture_says_so() {
    for (tracker, text) in answers(0) {
        let sprint = read(&text, &options());
        assert_eq!(
            (sprint.unit, has_counted(&sprint)),
            (Unit::Items, true),
            "{tracker}: {:?}",
            sprint.caveats
        );
    }
}

#[test]
fn who_asks_gets_what_they_ask_for() {
    for (tracker, text) in answers(3) {
        let sprint = read(&text, &ReadOptions { unit: Some(Unit::Points), ..options() });
        assert_eq!(sprint.unit, Unit::Points, "{tracker}");
        assert!(
            sprint.caveats.contains(&Caveat::Unestimated { items: 4, of: 7 }),
            "{tracker}: {:?}",
            sprint.caveats
        );
        let sprint = read(&text, &ReadOptions { unit: Some(Unit::Items), ..options() });
        assert_eq!((sprint.unit, has_counted(&sprint)), (Unit::Items, false), "{tracker}");
    }
    // A field that is named is the one that counts, however few have it.
    let field = Some("Story Points".to_owned());
    let (_, text) = answers(1).swap_remove(0);
    assert_eq!(read(&text, &ReadOptions { estimate_field: field, ..options() }).unit, Unit::Points);
}
