//! A project's board: what `gh project item-list --format json` prints, and GraphQL's `projectV2`. The names of the fields are the
//! team's own, so their values tell what they are.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::entry::{Entry, Labels, Milestone, Name, Nodes};

/// A board, or one page of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Board {
    pub(super) items: Cards,
    #[serde(rename = "totalCount")]
    pub(super) total: Option<usize>,
    pub(super) fields: Option<Nodes<Config>>,
    pub(super) field: Option<Config>,
}

impl Board {
    /// How many items the whole board has, where it says so.
    pub(super) fn total(&self) -> Option<usize> {
        self.total.or(self.items.total)
    }

    /// The iterations that its settings name.
    pub(super) fn iterations(&self) -> impl Iterator<Item = &Iteration> {
        let fields = self.fields.iter().flat_map(|fields| &fields.nodes).chain(&self.field);
        fields
            .filter_map(|field| field.configuration.as_ref())
            .flat_map(|config| config.completed.iter().chain(&config.iterations))
    }
}

/// A field's settings.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Config {
    configuration: Option<Iterations>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Iterations {
    iterations: Vec<Iteration>,
    #[serde(rename = "completedIterations")]
    completed: Vec<Iteration>,
}

/// A sprint of the board: so many days from a date on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Iteration {
    pub(super) title: String,
    #[serde(rename = "startDate")]
    pub(super) start: String,
    pub(super) duration: f64,
}

/// The items, as `gh` lists them or as GraphQL's nodes.
#[derive(Debug, Default)]
pub(super) struct Cards {
    pub(super) list: Vec<Card>,
    pub(super) total: Option<usize>,
}

impl<'de> Deserialize<'de> for Cards {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Cards;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the items of a board")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Cards, A::Error> {
                let list = Vec::deserialize(SeqAccessDeserializer::new(list))?;
                Ok(Cards { list, total: None })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cards, A::Error> {
                let nodes = Nodes::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Cards { list: nodes.nodes, total: nodes.total })
            }
        }
        from.deserialize_any(Written)
    }
}

/// An item of a board.
#[derive(Debug, Default)]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) title: Option<String>,
    pub(super) content: Entry,
    pub(super) milestone: Option<Milestone>,
    pub(super) labels: Labels,
    /// Its other fields, by name.
    pub(super) fields: Vec<(String, Field)>,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Field {
    Number(f64),
    Text(String),
    Iteration(Iteration),
    Other,
}

impl Card {
    pub(super) fn iterations(&self) -> impl Iterator<Item = &Iteration> {
        self.fields.iter().filter_map(|(_, field)| match field {
            Field::Iteration(iteration) => Some(iteration),
            _ => None,
        })
    }

    /// What stands in its field "Status".
    pub(super) fn status(&self) -> Option<&str> {
        self.fields.iter().find_map(|(name, field)| match field {
            Field::Text(text) if name.eq_ignore_ascii_case("status") => Some(text.as_str()),
            _ => None,
        })
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = (&str, f64)> {
        self.fields.iter().filter_map(|(name, field)| match field {
            Field::Number(number) => Some((name.as_str(), *number)),
            _ => None,
        })
    }
}

impl<'de> Deserialize<'de> for Card {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Card;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an item of a board")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Card, A::Error> {
                let mut card = Card::default();
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "id" => card.id = map.next_value()?,
                        "title" => card.title = map.next_value()?,
                        "content" => card.content = map.next_value::<Option<_>>()?.unwrap_or_default(),
                        "milestone" => card.milestone = map.next_value()?,
                        "labels" => card.labels = map.next_value::<Option<_>>()?.unwrap_or_default(),
                        "fieldValues" => {
                            let values: Nodes<Value> = map.next_value()?;
                            card.fields.extend(values.nodes.into_iter().filter_map(named));
                        }
                        _ => {
                            let field = map.next_value::<Value>()?.field;
                            card.fields.push((known_as(name, &field), field));
                        }
                    }
                }
                Ok(card)
            }
        }
        from.deserialize_map(Written)
    }
}

/// `fieldValueByName` does not say which name: a choice is most likely the status, a number the estimate.
fn known_as(name: String, field: &Field) -> String {
    match field {
        Field::Text(_) if name == "fieldValueByName" => "status".to_owned(),
        Field::Number(_) if name == "fieldValueByName" => "estimate".to_owned(),
        _ => name,
    }
}

fn named(value: Value) -> Option<(String, Field)> {
    Some((value.name?, value.field))
}

/// A field's value with the field's name, where GraphQL gives it.
struct Value {
    name: Option<String>,
    field: Field,
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the value of a field")
            }
            fn visit_bool<E: Error>(self, _: bool) -> Result<Value, E> {
                Ok(Value { name: None, field: Field::Other })
            }
            fn visit_unit<E: Error>(self) -> Result<Value, E> {
                Ok(Value { name: None, field: Field::Other })
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
                self.visit_f64(number as f64)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
                self.visit_f64(number as f64)
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
                Ok(Value { name: None, field: Field::Number(number) })
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
                Ok(Value { name: None, field: Field::Text(text.to_owned()) })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Value { name: None, field: Field::Other })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
                object(map)
            }
        }
        from.deserialize_any(Written)
    }
}

/// A value written as an object: GraphQL's of any kind, `gh`'s of an iteration.
fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Value, A::Error> {
    let (mut text, mut number, mut name) = (None, None, None);
    let (mut title, mut start, mut duration) = (None, None, None);
    while let Some(key) = map.next_key::<String>()? {
        match key.as_str() {
            "name" | "text" => text = map.next_value::<Option<String>>()?,
            "number" => number = map.next_value::<Option<f64>>()?,
            "title" => title = map.next_value::<Option<String>>()?,
            "startDate" => start = map.next_value::<Option<String>>()?,
            "duration" => duration = map.next_value::<Option<f64>>()?,
            "field" => name = map.next_value::<Option<Name>>()?.map(|name| name.0),
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
    }
    let field = match (title, start, duration, number, text) {
        (Some(title), Some(start), Some(duration), _, _) => {
            Field::Iteration(Iteration { title, start, duration })
        }
        (_, _, _, Some(number), _) => Field::Number(number),
        (_, _, _, None, Some(text)) => Field::Text(text),
        _ => Field::Other,
    };
    Ok(Value { name, field })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

    use super::*;

    const SPRINT: &str = r#"{"title": "Sprint 5", "startDate": "2023-08-23", "duration": 14}"#;

    #[test]
    fn the_command_line_s_items_are_flat() {
        let text = format!(
            r#"{{"items": [{{"id": "PVTI_1", "content": {{"type": "Issue", "number": 357, "repository": "HHS/x"}},
                "status": "Done", "story Points": 2, "sprint": {SPRINT}, "linked pull requests": ["u"],
                "planned": true, "none": null}}], "totalCount": 142}}"#
        );
        let board: Board = serde_json::from_str(&text).unwrap();
        assert_eq!(board.total(), Some(142));
        let card = &board.items.list[0];
        assert_eq!(card.status(), Some("Done"));
        assert_eq!(card.numbers().collect::<Vec<_>>(), [("story Points", 2.0)]);
        assert_eq!(card.iterations().next().unwrap().duration, 14.0);
        assert_eq!(card.content.repository().as_deref(), Some("HHS/x"));
    }

    #[test]
    fn graphql_names_its_fields_inside_or_by_an_alias() {
        let text = format!(
            r#"{{"items": {{"nodes": [
                {{"id": "1", "sprint": {SPRINT}, "fieldValueByName": {{"name": "Done"}}, "content": null}},
                {{"id": "2", "fieldValues": {{"nodes": [
                    {{}}, {{"number": 3, "field": {{"name": "Size"}}}}, {{"name": "Todo", "field": {{"name": "Status"}}}},
                    {{"title": "Sprint 5", "startDate": "2023-08-23", "duration": 14, "field": {{"name": "It"}}}}
                ]}}}}], "totalCount": 2}},
               "fields": {{"nodes": [{{}}, {{"configuration": {{"iterations": [{SPRINT}], "completedIterations": []}}}}]}}}}"#
        );
        let board: Board = serde_json::from_str(&text).unwrap();
        let [first, second] = board.items.list.as_slice() else { unreachable!() };
        assert_eq!((first.status(), second.status()), (Some("Done"), Some("Todo")));
        assert_eq!(first.iterations().next(), second.iterations().next());
        assert_eq!(second.numbers().collect::<Vec<_>>(), [("Size", 3.0)]);
        assert_eq!(board.iterations().count(), 1);
        assert_eq!(board.total(), Some(2));
    }
}
