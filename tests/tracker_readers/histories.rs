//! A random history is written in the format of each tracker. Each reader must give the same ledger as a sprint document of the history,
//! in any order of the lists.

use emberline::sprint::{LoweredEstimates, Sprint, Unit};
use emberline::{Fonts, Input, Options, ReadOptions, draw, read_sprint};
use jiff::{Span, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::{assert_balanced, shuffle_lists};

/// A random step of an item. `Membership` lets it join or leave, `Done` completes or reopens it.
#[derive(Clone, Copy, Debug)]
enum RandomStep {
    Membership,
    Done,
    Estimated(u32),
}

/// An event of an item.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    Joined,
    Left,
    Done,
    Reopened,
    Estimated(u32),
}

/// An item with its first estimate and its events.
#[derive(Clone, Debug)]
struct Item {
    estimate: u32,
    events: Vec<(Timestamp, Event)>,
}

fn any_step() -> impl Strategy<Value = RandomStep> {
    prop_oneof![
        Just(RandomStep::Membership),
        Just(RandomStep::Done),
        Just(RandomStep::Done),
        (1_u32..20).prop_map(RandomStep::Estimated)
    ]
}

/// The events are up to 17 days after 27 February: some before the start (2 March), some after the end (13 March).
fn any_item() -> impl Strategy<Value = Item> {
    (1_u32..20, vec((0_i64..17 * 86_400, any_step()), 0..10)).prop_map(|(estimate, mut steps)| {
        steps.sort_by_key(|(at, _)| *at);
        steps.dedup_by_key(|(at, _)| *at);
        let (mut member, mut done) = (false, false);
        let mut events = Vec::new();
        for (seconds, step) in steps {
            let event = match step {
                RandomStep::Membership => {
                    member = !member;
                    if member { Event::Joined } else { Event::Left }
                }
                // An item outside the sprint does not change, because Trello's board would not record it.
                _ if !member => continue,
                RandomStep::Done => {
                    done = !done;
                    if done { Event::Done } else { Event::Reopened }
                }
                RandomStep::Estimated(points) => Event::Estimated(points),
            };
            events.push((instant_after(seconds), event));
        }
        Item { estimate, events }
    })
}

fn any_items() -> impl Strategy<Value = Vec<Item>> {
    vec(any_item(), 0..8).prop_map(|mut items| {
        // This item keeps the sprint from being empty.
        items.push(Item { estimate: 5, events: vec![(instant_after(1), Event::Joined)] });
        items.retain(|item| !item.events.is_empty());
        items
    })
}

pub(super) fn instant_after(seconds: i64) -> Timestamp {
    "2026-02-27T00:00:00Z".parse::<Timestamp>().unwrap() + Span::new().seconds(seconds)
}

fn own_document(items: &[Item]) -> Value {
    let told = |(at, event): &(Timestamp, Event)| match event {
        Event::Joined => json!({ "at": at, "event": "added" }),
        Event::Left => json!({ "at": at, "event": "removed" }),
        Event::Done => json!({ "at": at, "event": "completed" }),
        Event::Reopened => json!({ "at": at, "event": "reopened" }),
        Event::Estimated(points) => json!({ "at": at, "event": "estimated", "estimate": points }),
    };
    let item = |(id, item): (usize, &Item)| {
        let events: Vec<Value> = item.events.iter().map(told).collect();
        json!({ "id": id.to_string(), "estimate": item.estimate, "events": events })
    };
    let items: Vec<Value> = items.iter().enumerate().map(item).collect();
    json!({ "name": "S", "start": "2026-03-02", "end": "2026-03-13", "items": items })
}

fn jira_export(items: &[Item]) -> Value {
    let status = |done: bool| if done { ("5", "Done", "done") } else { ("1", "To Do", "new") };
    let issue = |(id, item): (usize, &Item)| {
        let (mut points, mut member, mut done) = (item.estimate, false, false);
        let mut histories = Vec::new();
        for (number, (at, event)) in item.events.iter().enumerate() {
            let ids = |member: bool| if member { "2, 3" } else { "2" };
            let changed = match *event {
                Event::Joined | Event::Left => {
                    let was = std::mem::replace(&mut member, *event == Event::Joined);
                    json!({ "field": "Sprint", "from": ids(was), "to": ids(member) })
                }
                Event::Done | Event::Reopened => {
                    let was = status(std::mem::replace(&mut done, *event == Event::Done));
                    let is = status(done);
                    json!({ "field": "status", "from": was.0, "fromString": was.1, "to": is.0, "toString": is.1 })
                }
                Event::Estimated(new) => {
                    let was = std::mem::replace(&mut points, new).to_string();
                    json!({ "field": "Story Points", "fieldId": "customfield_1", "fromString": was, "toString": new.to_string() })
                }
            };
            let created = at.strftime("%Y-%m-%dT%H:%M:%S.000+0000").to_string();
            histories.push(json!({ "id": number.to_string(), "created": created, "items": [changed] }));
        }
        histories.reverse();
        let (number, name, category) = status(done);
        json!({ "key": format!("S-{id}"), "fields": {
            "created": "2026-02-20T00:00:00.000+0000", "customfield_1": points, "customfield_2": [],
            "status": { "id": number, "name": name, "statusCategory": { "key": category } },
        }, "changelog": { "histories": histories } })
    };
    let issues: Vec<Value> = items.iter().enumerate().map(issue).collect();
    let sprint = json!({ "id": 3, "name": "S", "state": "active", "startDate": "2026-03-02T00:00:00.000Z",
                         "endDate": "2026-03-14T00:00:00.000Z" });
    json!([{ "issues": issues, "names": { "customfield_1": "Story Points" } }, sprint])
}

fn github_export(items: &[Item]) -> Value {
    let event = |(at, event): &(Timestamp, Event)| {
        let name = match event {
            Event::Joined => "milestoned",
            Event::Left => "demilestoned",
            Event::Done => "closed",
            Event::Reopened => "reopened",
            // GitHub keeps no history of estimates.
            Event::Estimated(_) => "labeled",
        };
        json!({ "event": name, "created_at": at, "milestone": { "title": "S" } })
    };
    let issue = |(id, item): (usize, &Item)| {
        let last = item.events.iter().rfind(|(_, event)| matches!(event, Event::Done | Event::Reopened));
        let closed = last.filter(|(_, event)| *event == Event::Done).map(|(at, _)| at);
        let timeline: Vec<Value> = item.events.iter().map(event).collect();
        json!({ "number": id, "created_at": "2026-02-20T00:00:00Z", "closed_at": closed,
                "state": if closed.is_some() { "closed" } else { "open" }, "timeline": timeline })
    };
    json!([items.iter().enumerate().map(issue).collect::<Vec<_>>()])
}

fn gitlab_export(items: &[Item]) -> Value {
    let milestone =
        json!({ "id": 3, "iid": 1, "title": "S", "start_date": "2026-03-02", "due_date": "2026-03-13" });
    let mut events = Vec::new();
    let mut issues = Vec::new();
    for (id, item) in items.iter().enumerate() {
        issues.push(json!({ "id": id, "iid": id, "labels": [], "created_at": "2026-02-20T00:00:00Z" }));
        let mut add = |at: &Timestamp, told: Value| {
            let mut event =
                json!({ "id": events.len(), "created_at": at, "resource_type": "Issue", "resource_id": id });
            event.as_object_mut().unwrap().extend(told.as_object().unwrap().clone());
            events.push(event);
        };
        add(&instant_after(-1), json!({ "weight": item.estimate }));
        for (at, event) in &item.events {
            add(
                at,
                match event {
                    Event::Joined => json!({ "action": "add", "milestone": milestone }),
                    Event::Left => json!({ "action": "remove", "milestone": milestone }),
                    Event::Done => json!({ "state": "closed" }),
                    Event::Reopened => json!({ "state": "reopened" }),
                    Event::Estimated(points) => json!({ "weight": points }),
                },
            );
        }
    }
    json!([[milestone], issues, events])
}

fn trello_export(items: &[Item]) -> Value {
    let list = |done: bool| {
        if done { json!({ "id": "5", "name": "Done" }) } else { json!({ "id": "1", "name": "To Do" }) }
    };
    let mut actions = Vec::new();
    for (id, item) in items.iter().enumerate() {
        let (mut points, mut done) = (item.estimate, false);
        for (at, event) in &item.events {
            let was = (points, done);
            match event {
                Event::Done | Event::Reopened => done = *event == Event::Done,
                Event::Estimated(new) => points = *new,
                Event::Joined | Event::Left => {}
            }
            let card = json!({ "id": format!("c{id}"), "idShort": id, "name": format!("({points}) Card") });
            let (kind, more) = match event {
                Event::Joined => ("moveCardToBoard", json!({ "list": list(done) })),
                Event::Left => ("moveCardFromBoard", json!({ "list": list(done) })),
                Event::Done | Event::Reopened => (
                    "updateCard",
                    json!({ "listBefore": list(was.1), "listAfter": list(done), "old": { "idList": "" } }),
                ),
                Event::Estimated(_) => (
                    "updateCard",
                    json!({ "list": list(done), "old": { "name": format!("({}) Card", was.0) } }),
                ),
            };
            let mut data = json!({ "card": card, "board": { "name": "S" } });
            data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            actions.push(
                json!({ "id": format!("a{id}-{}", actions.len()), "type": kind, "date": at, "data": data }),
            );
        }
    }
    actions.reverse();
    json!([actions])
}

/// Moves the changelogs of Jira's issues into the pages of a bulk answer, one for each half of them. The issues keep their newest
/// change, as if the list had been cut.
fn jira_bulk_export(items: &[Item]) -> Value {
    let mut documents = jira_export(items);
    let mut pages = [Vec::new(), Vec::new()];
    for (id, issue) in documents[0]["issues"].as_array_mut().unwrap().iter_mut().enumerate() {
        issue["id"] = json!((10_000 + id).to_string());
        let histories = issue["changelog"]["histories"].as_array_mut().unwrap();
        let mut all = histories.clone();
        histories.truncate(1);
        issue["changelog"]["total"] = json!(all.len());
        for entry in &mut all {
            let at: Timestamp = entry["created"].as_str().unwrap().parse().unwrap();
            entry["created"] = json!(at.as_millisecond());
        }
        let later = all.split_off(all.len() / 2);
        for (page, entries) in pages.iter_mut().zip([all, later]) {
            page.push(json!({ "issueId": (10_000 + id).to_string(), "changeHistories": entries }));
        }
    }
    let [first, second] = pages.map(|page| json!({ "issueChangeLogs": page }));
    let mut first = first;
    first["nextPageToken"] = json!("two");
    documents.as_array_mut().unwrap().extend([first, second]);
    documents
}

fn linear_export(items: &[Item]) -> Value {
    let state = |done: bool| {
        if done {
            json!({ "id": "d", "name": "Done", "type": "completed" })
        } else {
            json!({ "id": "t", "name": "Todo", "type": "unstarted" })
        }
    };
    let (mut listed, mut others) = (Vec::new(), Vec::new());
    for (id, item) in items.iter().enumerate() {
        let (mut points, mut member, mut done) = (item.estimate, false, false);
        let mut changes = Vec::new();
        for (number, (at, event)) in item.events.iter().enumerate() {
            let cycle = |member: bool| if member { json!("c3") } else { Value::Null };
            let mut change = match *event {
                Event::Joined | Event::Left => {
                    let was = std::mem::replace(&mut member, *event == Event::Joined);
                    json!({ "fromCycleId": cycle(was), "toCycleId": cycle(member) })
                }
                Event::Done | Event::Reopened => {
                    let was = std::mem::replace(&mut done, *event == Event::Done);
                    json!({ "fromState": state(was), "toState": state(done) })
                }
                Event::Estimated(new) => {
                    json!({ "fromEstimate": std::mem::replace(&mut points, new), "toEstimate": new })
                }
            };
            change["id"] = json!(format!("{id}-{number}"));
            change["createdAt"] = json!(at);
            changes.push(change);
        }
        let issue = json!({ "id": format!("i{id}"), "identifier": format!("S-{id}"), "title": "Card", "estimate": points,
                            "createdAt": "2026-02-20T00:00:00Z", "state": state(done), "history": { "nodes": changes } });
        if member { listed.push(issue) } else { others.push(issue) }
    }
    // The cycle ends later than the sprint that is asked for, since it moves open issues away at its end.
    let cycle = json!({ "id": "c3", "number": 3, "startsAt": "2026-03-02T00:00:00Z", "endsAt": "2026-03-20T00:00:00Z",
                        "issues": { "nodes": listed } });
    json!([{ "data": { "cycle": cycle } }, { "data": { "issues": { "nodes": others } } }])
}

fn read_options(unit: Unit) -> ReadOptions {
    let date = |text: &str| Some(text.parse().unwrap());
    let mut options = ReadOptions::default();
    options.name = Some("S".to_owned());
    options.start = date("2026-03-02");
    options.end = date("2026-03-13");
    options.as_of = date("2026-03-13");
    // A document of our own has no planning, unless it is asked for.
    options.planning_until = date("2026-03-02");
    options.unit = Some(unit);
    // Hours are worked down.
    options.lowered_estimates = (unit == Unit::Hours).then_some(LoweredEstimates::Done);
    options
}

pub(super) fn read_documents(documents: &Value, unit: Unit) -> Sprint {
    let text: String = documents.as_array().unwrap().iter().map(|document| format!("{document}\n")).collect();
    read_sprint(text.as_bytes(), &read_options(unit)).unwrap_or_else(|error| panic!("{error}: {text}"))
}

pub(super) fn draw_svg(sprint: &Sprint) -> String {
    let picture = draw(&Input::from(sprint.clone()), &Options::default(), &Fonts::embedded()).unwrap();
    picture.svg().to_owned()
}

type Writer = fn(&[Item]) -> Value;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_reader_gives_the_ledger_of_the_sprint_document(items in any_items(), by in 1_usize..50) {
        for unit in [Unit::Points, Unit::Items, Unit::Hours] {
            let expected = read_documents(&json!([own_document(&items)]), unit);
            assert_balanced(&expected);
            let writers: [(&str, Writer); 6] = [
                ("jira", jira_export), ("jira", jira_bulk_export), ("github", github_export), ("gitlab", gitlab_export),
                ("trello", trello_export), ("linear", linear_export),
            ];
            for (tracker, write) in writers {
                if tracker == "github" && unit != Unit::Items {
                    continue;
                }
                let mut answers = write(&items);
                let sprint = read_documents(&answers, unit);
                assert_balanced(&sprint);
                prop_assert_eq!(sprint.ledger(), expected.ledger(), "{} in {}", tracker, unit.name());
                let drawn = draw_svg(&sprint);
                answers.as_array_mut().unwrap().iter_mut().for_each(|document| shuffle_lists(document, by));
                prop_assert_eq!(drawn, draw_svg(&read_documents(&answers, unit)), "{} in {}", tracker, unit.name());
            }
        }
    }
}
