//! Answers of GraphQL with a page that ends early: without the last entry of any list, and with the word that another page follows, an
//! answer is refused, or the sprint has another caveat than with all of it.

use serde_json::{Value, json};

use super::field_cuts::{is_silent, parse_documents, read_documents};

const FIXTURES: [&str; 4] =
    ["github/graphql.json", "github/board-events.json", "linear/issues.json", "linear/parallel.json"];

/// Calls a function with each list that has pages, until it returns true.
fn visit_lists(value: &mut Value, visit: &mut impl FnMut(&mut Value) -> bool) -> bool {
    if value.get("pageInfo").is_some() && visit(value) {
        return true;
    }
    match value {
        Value::Array(list) => list.iter_mut().any(|entry| visit_lists(entry, visit)),
        Value::Object(fields) => fields.values_mut().any(|entry| visit_lists(entry, visit)),
        _ => false,
    }
}

/// Takes the last entry out of the list with pages at a position; false if there are fewer lists.
fn cut_page(documents: &mut [Value], position: usize) -> bool {
    let mut index = 0;
    let mut cut = |list: &mut Value| {
        let is_it = index == position;
        index += 1;
        if is_it {
            list["nodes"].as_array_mut().map(Vec::pop);
            list["pageInfo"] = json!({ "hasNextPage": true, "endCursor": "next" });
        }
        is_it
    };
    documents.iter_mut().any(|document| visit_lists(document, &mut cut))
}

#[test]
fn a_page_that_another_one_follows_is_not_taken_for_all() {
    let mut cuts = 0;
    for fixture in FIXTURES {
        let whole = parse_documents(fixture);
        let sprint = read_documents(fixture, &whole).expect("the fixture is read");
        for position in 0.. {
            let mut part = whole.clone();
            if !cut_page(&mut part, position) {
                break;
            }
            cuts += 1;
            if let Some(read) = read_documents(fixture, &part) {
                assert!(!is_silent(&read, &sprint), "{fixture}: list {position}");
            }
        }
    }
    assert!(cuts > 12, "{cuts}");
}
