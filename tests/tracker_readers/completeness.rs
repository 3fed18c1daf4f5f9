//! Parts of the data: pages that are missing are an error with the request for the rest, or a caveat with `partial`; all pages
//! together are the whole, in any order.

use emberline::ReadOptions;
use emberline::sprint::{Amount, Caveat, Sprint};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::jira_pages::{done_issue, issue, offset_page, token_page};
use super::random::fixture_options;
use super::{options_with, read_answer, read_fixture, refusal_message};

fn joined(documents: &[Value]) -> String {
    documents.iter().map(|document| format!("{document}\n")).collect()
}

fn read_partial(text: &str, mut options: ReadOptions) -> Sprint {
    options.partial = true;
    read_answer(text, &options)
}

fn as_of(day: &str) -> ReadOptions {
    options_with(|options| options.as_of = Some(day.parse().unwrap()))
}

/// Three pages of five issues with 2 points each, of which the first three were done on 4 March.
fn jira_pages() -> [Value; 3] {
    let issues: Vec<Value> =
        (1..=5).map(|number| if number <= 3 { done_issue(number, 2) } else { issue(number, 2) }).collect();
    [offset_page(0, 5, &issues[..2]), offset_page(2, 5, &issues[2..4]), offset_page(4, 5, &issues[4..])]
}

#[test]
fn the_first_page_of_jira_is_refused_with_the_request_for_the_next() {
    let [first, second, third] = jira_pages();
    let command = |start: usize| {
        format!(
            "ask for the next page and give it with --with next.json: curl -u USER:TOKEN \
             'https://acme.example/rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names&startAt={start}&maxResults=100' > \
             next.json; --partial draws what is there, and says so"
        )
    };
    for (pages, found, start) in [
        (vec![&first], "jira: total: found 2 of 5 issues", 2),
        (vec![&first, &second], "jira: document 2: total: found 4 of 5 issues", 4),
        (vec![&second, &third], "jira: document 1: total: found 3 of 5 issues", 0),
        (vec![&first, &third], "jira: document 1: total: found 3 of 5 issues", 2),
    ] {
        let pages: Vec<Value> = pages.into_iter().cloned().collect();
        let expected = format!("{found}, expected all of them; {}", command(start));
        assert_eq!(refusal_message(&joined(&pages), &as_of("2026-03-06")), expected);
    }
}

#[test]
fn with_partial_the_first_page_of_jira_is_drawn_with_a_caveat() {
    // Two of five issues were given: 2 × 2 points, both done on 4 March.
    let [first, ..] = jira_pages();
    let sprint = read_partial(&first.to_string(), as_of("2026-03-06"));
    let level = sprint.ledger().latest_level();
    assert_eq!((level.scope, level.done), (Amount::from_units(4), Amount::from_units(4)));
    assert_eq!(sprint.caveats.first(), Some(&Caveat::Partial { given: 2, of: Some(5) }));
}

#[test]
fn another_search_beside_a_page_does_not_complete_it() {
    let [first, ..] = jira_pages();
    let others: Vec<Value> = (11..=17).map(|number| issue(number, 1)).collect();
    let message = refusal_message(&joined(&[first, offset_page(0, 7, &others)]), &as_of("2026-03-06"));
    assert!(message.contains("startAt=2"), "{message}");
}

#[test]
fn pages_by_token_are_whole_with_the_last_one() {
    let pages = [
        token_page(Some("Page-2"), &[issue(1, 3)]),
        token_page(Some("it's; rm -rf"), &[issue(2, 5)]),
        token_page(None, &[issue(3, 8)]),
    ];
    let message = refusal_message(&pages[0].to_string(), &as_of("2026-03-06"));
    assert_eq!(
        message,
        "jira: isLast: found 1 issue with more to follow, expected the last page, too; repeat the request with the token of the \
         last page until \"isLast\" is true, and give all pages with --with: curl -u USER:TOKEN \
         'https://acme.example/rest/software/1.0/sprint/SPRINT/issue?expand=changelog,names&nextPageToken=Page-2' > next.json; \
         --partial draws what is there, and says so"
    );
    // A token is never part of a command if a shell could take it for more than a word.
    let message = refusal_message(&joined(&pages[..2]), &as_of("2026-03-06"));
    assert!(
        message.contains("$(jq -r .nextPageToken page.json)") && !message.contains("rm -rf"),
        "{message}"
    );
    // 3 + 5 + 8 points, in whatever order the pages are given.
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let pages: Vec<Value> = order.iter().map(|index| pages[*index].clone()).collect();
        let sprint = read_answer(&joined(&pages), &as_of("2026-03-06"));
        assert_eq!(sprint.committed(), Amount::from_units(16));
        assert!(!sprint.caveats.iter().any(|caveat| matches!(caveat, Caveat::Partial { .. })));
    }
}

#[test]
fn sprints_of_which_more_follow_are_refused_unless_one_is_chosen() {
    let sprints = json!({"startAt": 0, "maxResults": 50, "isLast": false, "values": [{
        "id": 3, "name": "Sprint 3", "state": "active", "self": "https://acme.example/rest/agile/1.0/sprint/3",
        "startDate": "2026-03-02T08:00:00.000Z", "endDate": "2026-03-13T17:00:00.000Z"
    }]});
    let text = joined(&[sprints, offset_page(0, 1, &[issue(1, 3)])]);
    assert_eq!(
        refusal_message(&text, &as_of("2026-03-06")),
        "jira: document 1: isLast: found 1 sprint with more to follow, expected all of them, since the latest is shown; choose \
         with --sprint, or ask for the next page: curl -u USER:TOKEN \
         'https://acme.example/rest/agile/1.0/board/BOARD/sprint?startAt=1' > next.json; --partial draws what is there, and says so"
    );
    let mut options = as_of("2026-03-06");
    options.sprint = Some("3".to_owned());
    assert_eq!(read_answer(&text, &options).committed(), Amount::from_units(3));
}

#[test]
fn a_changelog_as_long_as_a_page_may_be_cut() {
    let history = |number: usize| {
        json!({"id": (100 + number).to_string(), "created": "2026-02-21T09:00:00.000+0000",
               "items": [{"field": "Rank", "from": "", "to": "", "toString": "higher"}]})
    };
    for (count, total, caveat) in [
        (40, Some(40), Some(Caveat::HistoryPerhapsCut(1))),
        (100, None, Some(Caveat::HistoryPerhapsCut(1))),
        (40, Some(41), Some(Caveat::HistoryCut(1))),
        (39, Some(39), None),
    ] {
        let mut one = issue(1, 3);
        one["changelog"] = json!({"startAt": 0, "histories": (0..count).map(history).collect::<Vec<_>>()});
        if let Some(total) = total {
            one["changelog"]["total"] = json!(total);
        }
        let sprint = read_answer(&offset_page(0, 1, &[one]).to_string(), &as_of("2026-03-06"));
        let told = sprint
            .caveats
            .iter()
            .find(|caveat| matches!(caveat, Caveat::HistoryCut(_) | Caveat::HistoryPerhapsCut(_)));
        assert_eq!(told.copied(), caveat, "{count} of {total:?}");
    }
}

/// A board in GraphQL: a page of its items, each with one point in Sprint 3 of February 2024.
fn graphql_page(numbers: std::ops::RangeInclusive<u32>, total: Option<u32>, next: Option<&str>) -> Value {
    let item = |number: u32| {
        json!({
            "id": format!("PVTI_{number}"),
            "content": {"number": number, "title": "x", "createdAt": "2024-02-01T10:00:00Z", "closedAt": null,
                        "repository": {"nameWithOwner": "acme/api"}},
            "fieldValues": {"nodes": [
                {"title": "Sprint 3", "startDate": "2024-02-05", "duration": 14, "field": {"name": "Sprint"}},
                {"number": 1, "field": {"name": "Points"}}
            ]}
        })
    };
    let mut items = json!({
        "pageInfo": {"hasNextPage": next.is_some(), "endCursor": next},
        "nodes": numbers.map(item).collect::<Vec<_>>()
    });
    if let Some(total) = total {
        items["totalCount"] = json!(total);
    }
    json!({"data": {"organization": {"projectV2": {"id": "PVT_1", "items": items}}}})
}

#[test]
fn a_board_in_graphql_is_whole_with_its_last_page() {
    // Three pages of two, two and one item, 1 point each.
    for total in [Some(5), None] {
        let pages = [
            graphql_page(1..=2, total, Some("Y3Vy")),
            graphql_page(3..=4, total, Some("Y4")),
            graphql_page(5..=5, total, None),
        ];
        let options = as_of("2024-02-10");
        let message = refusal_message(&joined(&pages[..1]), &options);
        let given = if total.is_some() { "2 of the board's 5 items" } else { "2 items with more to follow" };
        assert_eq!(
            message,
            format!(
                "github: data.organization.projectV2.items: found {given}, expected all of them; repeat the query with items(first: \
                 100, after: \"Y3Vy\") and give all pages with --with, or use gh api graphql --paginate; --partial draws what is \
                 there, and says so"
            )
        );
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let pages: Vec<Value> = order.iter().map(|index| pages[*index].clone()).collect();
            assert_eq!(
                read_answer(&joined(&pages), &options).ledger().latest_level().scope,
                Amount::from_units(5)
            );
        }
        let sprint = read_partial(&joined(&pages[..2]), as_of("2024-02-10"));
        assert_eq!(sprint.ledger().latest_level().scope, Amount::from_units(4));
        let of = total.map(|total| total as usize);
        assert!(sprint.caveats.contains(&Caveat::Partial { given: 4, of }), "{:?}", sprint.caveats);
    }
}

#[test]
fn a_timeline_of_which_a_page_is_missing_is_a_cut_history() {
    let issue = json!({"data": {"repository": {"issue": {
        "number": 7, "title": "x", "createdAt": "2024-02-01T10:00:00Z", "closedAt": null, "state": "OPEN",
        "milestone": {"title": "v2", "dueOn": "2024-02-16T00:00:00Z"},
        "timelineItems": {"pageInfo": {"hasNextPage": true, "endCursor": "a"}, "nodes": [
            {"__typename": "MilestonedEvent", "createdAt": "2024-02-02T10:00:00Z", "milestoneTitle": "v2"}
        ]}
    }}}});
    let mut options = as_of("2024-02-10");
    options.start = Some("2024-02-05".parse().unwrap());
    let sprint = read_answer(&issue.to_string(), &options);
    assert!(sprint.caveats.contains(&Caveat::HistoryCut(1)), "{:?}", sprint.caveats);
}

#[test]
fn an_answer_of_graphql_with_errors_is_a_part() {
    let mut page = graphql_page(1..=2, Some(2), None);
    page["errors"] =
        json!([{"type": "FORBIDDEN", "path": ["organization"], "message": "Resource not accessible"}]);
    assert_eq!(
        refusal_message(&page.to_string(), &as_of("2024-02-10")),
        "github: errors: found an answer of which a part failed: GitHub says \"Resource not accessible\", expected an answer without \
         errors; may the token read all that the query asks for? Repeat the query without what failed; --partial draws what is \
         there, and says so"
    );
}

#[test]
fn rows_of_azure_are_whole_with_the_page_that_has_no_next_link() {
    let row = |day: u32, state: &str, count: u32| {
        json!({"DateValue": format!("2024-03-0{day}T00:00:00Z"), "State": state, "StateCategory": state, "Count": count,
               "Iteration": {"IterationName": "Sprint 21", "IterationPath": "F\\Sprint 21", "StartDate": "2024-03-04T00:00:00Z",
                             "EndDate": "2024-03-08T00:00:00Z"}})
    };
    let link = "https://analytics.dev.azure.com/f/_odata/v4.0-preview/WorkItemSnapshot?$skip=2";
    let first = json!({"@odata.context": "x", "@odata.nextLink": link, "value": [row(4, "InProgress", 6), row(5, "InProgress", 6)]});
    let last = json!({"@odata.context": "x", "value": [row(6, "InProgress", 4), row(6, "Completed", 2)]});
    let iterations = json!({"@odata.context": "x", "value": [
        {"IterationName": "Sprint 21", "IterationPath": "F\\Sprint 21", "StartDate": "2024-03-04T00:00:00Z", "EndDate": "2024-03-08T00:00:00Z"}
    ]});
    // The list of iterations has no next page, but that of the rows has.
    assert_eq!(
        refusal_message(&joined(&[iterations.clone(), first.clone()]), &ReadOptions::default()),
        format!(
            "azure: document 2: found 2 rows with more to follow, expected the last page, too, which has no \"@odata.nextLink\"; ask \
             for each next page and give all of them with --with: curl -u :TOKEN '{link}' > next.json; --partial draws what is there, \
             and says so"
        )
    );
    // On 6 March: 4 work items in progress and 2 completed.
    for pages in [[&first, &last], [&last, &first]] {
        let level = read_answer(&joined(&[pages[0].clone(), pages[1].clone()]), &ReadOptions::default())
            .ledger()
            .latest_level();
        assert_eq!((level.scope, level.done), (Amount::from_units(6), Amount::from_units(2)));
    }
}

#[test]
fn a_milestone_of_taiga_with_more_points_than_its_stories_is_a_part() {
    let story = |number: u32, points: u32| {
        json!({"id": number, "ref": number, "subject": "x", "total_points": points, "is_closed": false,
               "created_date": "2024-01-10T10:00:00Z", "finish_date": null, "milestone_slug": "s"})
    };
    let milestone = |stories: Vec<Value>| {
        json!({"id": 1, "name": "Sprint 4", "estimated_start": "2024-01-15", "estimated_finish": "2024-01-26", "total_points": 8.0,
               "closed_points": null, "user_stories": stories})
    };
    // 3 + 5 points are the milestone's 8; 3 are not.
    let whole = read_answer(&milestone(vec![story(1, 3), story(2, 5)]).to_string(), &as_of("2024-01-20"));
    assert_eq!(whole.committed(), Amount::from_units(8));
    let part = milestone(vec![story(1, 3)]).to_string();
    assert_eq!(
        refusal_message(&part, &as_of("2024-01-20")),
        "taiga: total_points: found stories with 3 of the milestone's 8 points, expected all stories; ask for the whole milestone: curl -H \
         'Authorization: Bearer TOKEN' 'https://SITE/api/v1/milestones/ID' > milestone.json; --partial draws what is there, and \
         says so"
    );
    let sprint = read_partial(&part, as_of("2024-01-20"));
    assert_eq!(sprint.committed(), Amount::from_units(3));
    assert!(sprint.caveats.contains(&Caveat::Partial { given: 1, of: None }));
}

#[test]
fn lists_as_long_as_a_page_are_said_to_be() {
    let gitlab = |count: u32| {
        let issue = |number: u32| {
            json!({"id": number, "iid": number, "title": "x", "state": "opened", "created_at": "2024-03-01T10:00:00Z", "weight": 1,
                   "milestone": {"id": 6, "title": "v1", "start_date": "2024-03-04", "due_date": "2024-03-15"}})
        };
        Value::Array((1..=count).map(issue).collect()).to_string()
    };
    let github = |count: u32| {
        let issue = |number: u32| {
            json!({"number": number, "title": "x", "createdAt": "2024-03-01T10:00:00Z", "closedAt": null,
                   "milestone": {"title": "v1", "dueOn": "2024-03-15T00:00:00Z"}})
        };
        Value::Array((1..=count).map(issue).collect()).to_string()
    };
    let trello = |count: u32| {
        let action = |number: u32| {
            json!({"id": format!("a{number:04}"), "type": "createCard", "date": format!("2024-03-05T10:{:02}:00Z", number % 60),
                   "data": {"card": {"id": format!("c{number}"), "name": "x"}, "list": {"id": "l", "name": "To do"}}})
        };
        Value::Array((1..=count).map(action).collect()).to_string()
    };
    let with_dates = |options: &mut ReadOptions| {
        options.start = Some("2024-03-04".parse().unwrap());
        options.end = Some("2024-03-15".parse().unwrap());
        options.as_of = Some("2024-03-08".parse().unwrap());
        options.name = Some("v1".to_owned());
    };
    let texts: [(&dyn Fn(u32) -> String, u32); 5] =
        [(&gitlab, 20), (&gitlab, 100), (&github, 30), (&trello, 50), (&trello, 1_000)];
    for (text, count) in texts {
        let caveats = |count: u32| read_answer(&text(count), &options_with(with_dates)).caveats;
        let told = Caveat::PerhapsPartial(count as usize);
        assert!(caveats(count).contains(&told), "{count}");
        assert!(
            !caveats(count - 1).iter().any(|caveat| matches!(caveat, Caveat::PerhapsPartial(_))),
            "{count}"
        );
    }
    // What is older than the start of the sprint does not matter.
    let mut early = options_with(with_dates);
    early.start = Some("2024-03-06".parse().unwrap());
    let caveats = read_answer(&trello(50), &early).caveats;
    assert!(!caveats.contains(&Caveat::PerhapsPartial(50)), "{caveats:?}");
}

/// Fixtures of which each document is the whole answer to one question.
const FIXTURES: [&str; 10] = [
    "github/timeline.json",
    "github/boards.json",
    "github/graphql.json",
    "github/issues.json",
    "gitlab/events.json",
    "azure/snapshots.json",
    "linear/cycle.json",
    "trello/actions.json",
    "taiga/milestone.json",
    "taiga/stats.json",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_that_is_cut_at_any_byte_is_refused(which in 0..FIXTURES.len(), share in 0.0..1.0_f64) {
        let text = read_fixture(FIXTURES[which]);
        // Between two documents the cut leaves whole ones.
        let mut end = ((text.len() as f64) * share) as usize;
        while !text.is_char_boundary(end) || text[..end].trim_end().ends_with(['}', ']']) && text[end..].trim_start().starts_with(['{', '[']) {
            end += 1;
        }
        prop_assume!(end < text.trim_end().len());
        let message = refusal_message(&text[..end], &fixture_options(FIXTURES[which]));
        prop_assert!(message.contains("the end of the file") || message.contains("an empty file"), "{message}");
    }

    #[test]
    fn pages_of_jira_that_are_not_all_there_are_refused(
        count in 2..30_usize, sizes in proptest::collection::vec(1..9_usize, 30), missing in 0..30_usize, by in 0..30_usize
    ) {
        let issues: Vec<Value> = (1..=count).map(|number| issue(number, 1)).collect();
        let mut pages = Vec::new();
        let mut start = 0;
        for size in sizes {
            if start < count {
                let end = count.min(start + size);
                pages.push(offset_page(start, count, &issues[start..end]));
                start = end;
            }
        }
        let shift = by % pages.len();
        pages.rotate_left(shift);
        let options = as_of("2026-03-06");
        let whole = read_answer(&joined(&pages), &options);
        prop_assert_eq!(whole.committed(), Amount::from_units(count as i32));
        let is_partial = |caveat: &Caveat| matches!(caveat, Caveat::Partial { of: Some(of), .. } if *of == count);
        prop_assert!(!whole.caveats.iter().any(is_partial), "whole");
        if pages.len() > 1 {
            pages.remove(missing % pages.len());
            let message = refusal_message(&joined(&pages), &options);
            prop_assert!(message.contains("startAt="), "{message}");
            let sprint = read_partial(&joined(&pages), options);
            prop_assert!(is_partial(&sprint.caveats[0]), "a part");
        }
    }
}
