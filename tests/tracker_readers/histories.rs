//! One random history, as each tracker writes it: all readers must make of it what our own document makes of it, whatever the order
//! of their lists.

use emberline::sprint::{Amount, Sprint, Unit};
use emberline::{Fonts, Options, ReadOptions, read_sprint, render_svg};
use jiff::{Span, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::{adds_up, shuffle};

/// What happens to an item while it is in the sprint; joining and leaving take turns, as do being done and being open.
#[derive(Clone, Copy, Debug)]
enum Turn {
    Membership,
    Done,
    Estimated(u32),
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    Joined,
    Left,
    Done,
    Reopened,
    Estimated(u32),
}

/// An item: its estimate from the begin, and what happened when.
#[derive(Clone, Debug)]
struct Item {
    estimate: u32,
    events: Vec<(Timestamp, Event)>,
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        Just(Turn::Membership),
        Just(Turn::Done),
        Just(Turn::Done),
        (1_u32..20).prop_map(Turn::Estimated)
    ]
}

/// Seconds after 27 February: seconds apart at times, some before the start (2 March), some after the end (13 March).
fn item() -> impl Strategy<Value = Item> {
    (1_u32..20, vec((0_i64..17 * 86_400, turn()), 0..10)).prop_map(|(estimate, mut turns)| {
        turns.sort_by_key(|(at, _)| *at);
        turns.dedup_by_key(|(at, _)| *at);
        let (mut member, mut done) = (false, false);
        let mut events = Vec::new();
        for (seconds, turn) in turns {
            let event = match turn {
                Turn::Membership => {
                    member = !member;
                    if member { Event::Joined } else { Event::Left }
                }
                // What is not in the sprint rests: Trello's board does not tell of it.
                _ if !member => continue,
                Turn::Done => {
                    done = !done;
                    if done { Event::Done } else { Event::Reopened }
                }
                Turn::Estimated(points) => Event::Estimated(points),
            };
            events.push((at(seconds), event));
        }
        Item { estimate, events }
    })
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    vec(item(), 0..8).prop_map(|mut items| {
        // So that no case is empty.
        items.push(Item { estimate: 5, events: vec![(at(1), Event::Joined)] });
        items.retain(|item| !item.events.is_empty());
        items
    })
}

fn at(seconds: i64) -> Timestamp {
    "2026-02-27T00:00:00Z".parse::<Timestamp>().unwrap() + Span::new().seconds(seconds)
}

fn own(items: &[Item]) -> Value {
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

fn jira(items: &[Item]) -> Value {
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

fn github(items: &[Item]) -> Value {
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

fn gitlab(items: &[Item]) -> Value {
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
        add(&at(-1), json!({ "weight": item.estimate }));
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

fn trello(items: &[Item]) -> Value {
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

fn options(unit: Unit) -> ReadOptions {
    let date = |text: &str| Some(text.parse().unwrap());
    ReadOptions {
        name: Some("S".to_owned()),
        start: date("2026-03-02"),
        end: date("2026-03-13"),
        as_of: date("2026-03-13"),
        unit: Some(unit),
        ..ReadOptions::default()
    }
}

fn read(documents: &Value, unit: Unit) -> Sprint {
    let text: String = documents.as_array().unwrap().iter().map(|document| format!("{document}\n")).collect();
    read_sprint(text.as_bytes(), &options(unit)).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn svg(sprint: &Sprint) -> String {
    render_svg(sprint, &Options::default(), &Fonts::embedded()).unwrap()
}

type Writer = fn(&[Item]) -> Value;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_reader_tells_the_same_story(items in items(), by in 1_usize..50) {
        for unit in [Unit::Points, Unit::Items] {
            let expected = read(&json!([own(&items)]), unit);
            adds_up(&expected);
            let writers: [(&str, Writer); 4] = [("jira", jira), ("github", github), ("gitlab", gitlab), ("trello", trello)];
            for (tracker, write) in writers {
                if tracker == "github" && unit == Unit::Points {
                    continue;
                }
                let mut answers = write(&items);
                let sprint = read(&answers, unit);
                adds_up(&sprint);
                prop_assert_eq!(sprint.ledger(), expected.ledger(), "{} in {}", tracker, unit.name());
                let drawn = svg(&sprint);
                answers.as_array_mut().unwrap().iter_mut().for_each(|document| shuffle(document, by));
                prop_assert_eq!(drawn, svg(&read(&answers, unit)), "{} in {}", tracker, unit.name());
            }
        }
    }
}

/// Rows of Azure DevOps: an item a row, or the sum of those of a day and a state.
fn rows(days: &[Vec<(u32, usize)>], is_summed: bool) -> Vec<Value> {
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
    fn rows_of_azure_tell_the_same_summed_or_an_item_each_and_pages_may_overlap(
        days in vec(vec((1_u32..20, 0_usize..3), 1..8), 1..12),
        again in 0_usize..96,
        by in 0_usize..50,
    ) {
        for unit in [Unit::Points, Unit::Items] {
            let sums = read(&json!([{ "value": rows(&days, true) }]), unit);
            let mut single = rows(&days, false);
            single.push(single[again % single.len()].clone());
            let mut page = json!({ "value": single });
            shuffle(&mut page, by);
            let single = read(&json!([page]), unit);
            adds_up(&sums);
            prop_assert_eq!(sums.ledger(), single.ledger());
            prop_assert_eq!(sums.stages(false), single.stages(false));
        }
    }

    #[test]
    fn a_cycle_of_linear_adds_up_and_knows_what_is_begun(
        days in vec((0_u32..40, 0_u32..40, 0_u32..40), 1..14),
        others in 0_i64..3,
    ) {
        let of = |value: fn(&(u32, u32, u32)) -> u32| -> Vec<u32> { days.iter().map(value).collect() };
        let cycle = |number: i64, week: i64| {
            let day = |add: i64| at((week * 7 + add + 3) * 86_400);
            json!({ "number": number, "startsAt": day(0), "endsAt": day(14), "scopeHistory": of(|day| day.0 + day.1 + day.2),
                    "completedScopeHistory": of(|day| day.0), "inProgressScopeHistory": of(|day| day.1) })
        };
        let mut cycles: Vec<Value> = (0..=others).map(|n| cycle(n, n - others)).collect();
        let options = ReadOptions { sprint: Some(others.to_string()), ..ReadOptions::default() };
        let tell = |cycles: &[Value]| super::read(&json!({ "cycles": cycles }).to_string(), &options);
        let sprint = tell(&cycles);
        adds_up(&sprint);
        let (done, begun, open) = *days.last().unwrap();
        let last = sprint.stages(false).last().unwrap().stages;
        prop_assert_eq!([last.done, last.started, last.to_do].map(Amount::to_f64), [done, begun, open].map(f64::from));
        let drawn = svg(&sprint);
        cycles.reverse();
        prop_assert_eq!(drawn, svg(&tell(&cycles)));
    }
}
