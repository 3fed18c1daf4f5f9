//! A project board, as `gh project item-list --format json` and the `projectV2` of GraphQL write it. The team names the fields,
//! so that their values tell what they are.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::board_ref::{BoardRef, read_number, read_text};
use super::github_entry::{Entry, LabelNames, Milestone, NameValue, NodeList};

/// A board, or one page of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Board {
    #[serde(deserialize_with = "read_text")]
    pub(super) id: Option<String>,
    #[serde(deserialize_with = "read_number")]
    pub(super) number: Option<u64>,
    #[serde(deserialize_with = "read_text")]
    pub(super) title: Option<String>,
    pub(super) items: CardList,
    pub(super) fields: Option<NodeList<FieldConfig>>,
    pub(super) field: Option<FieldConfig>,
}

impl Board {
    /// The name of the board, which GraphQL gives if it is asked for.
    pub(super) fn board_ref(&self) -> BoardRef {
        BoardRef { id: self.id.clone(), number: self.number, title: self.title.clone() }
    }

    /// The iterations in the settings of the board's fields.
    pub(super) fn iterations(&self) -> impl Iterator<Item = &Iteration> {
        let fields = self.fields.iter().flat_map(|fields| &fields.nodes).chain(&self.field);
        fields
            .filter_map(|field| field.configuration.as_ref())
            .flat_map(|config| config.completed.iter().chain(&config.iterations))
    }
}

/// The settings of a field.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FieldConfig {
    configuration: Option<IterationConfig>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct IterationConfig {
    iterations: Vec<Iteration>,
    #[serde(rename = "completedIterations")]
    completed: Vec<Iteration>,
}

/// An iteration, which is a sprint of the board: a number of days from a date on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Iteration {
    pub(super) title: String,
    #[serde(rename = "startDate")]
    pub(super) start: String,
    pub(super) duration: f64,
}

/// The items of a board, as a list of `gh` or as GraphQL's nodes.
#[derive(Debug, Default)]
pub(super) struct CardList {
    pub(super) list: Vec<Card>,
}

impl<'de> Deserialize<'de> for CardList {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct CardListVisitor;
        impl<'de> Visitor<'de> for CardListVisitor {
            type Value = CardList;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the items of a board")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<CardList, A::Error> {
                let list = Vec::deserialize(SeqAccessDeserializer::new(list))?;
                Ok(CardList { list })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<CardList, A::Error> {
                let nodes = NodeList::deserialize(MapAccessDeserializer::new(map))?;
                Ok(CardList { list: nodes.nodes })
            }
        }
        from.deserialize_any(CardListVisitor)
    }
}

/// An item of a board.
#[derive(Debug, Default)]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) title: Option<String>,
    pub(super) content: Entry,
    pub(super) milestone: Option<Milestone>,
    pub(super) labels: LabelNames,
    /// The other fields, by name.
    pub(super) fields: Vec<(String, FieldValue)>,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FieldValue {
    Number(f64),
    Text(String),
    Iteration(Iteration),
    Other,
}

impl Card {
    pub(super) fn iterations(&self) -> impl Iterator<Item = &Iteration> {
        self.fields.iter().filter_map(|(_, field)| match field {
            FieldValue::Iteration(iteration) => Some(iteration),
            _ => None,
        })
    }

    /// The text of its field "Status".
    pub(super) fn status_name(&self) -> Option<&str> {
        self.fields.iter().find_map(|(name, field)| match field {
            FieldValue::Text(text) if name.eq_ignore_ascii_case("status") => Some(text.as_str()),
            _ => None,
        })
    }

    pub(super) fn number_fields(&self) -> impl Iterator<Item = (&str, f64)> {
        self.fields.iter().filter_map(|(name, field)| match field {
            FieldValue::Number(number) => Some((name.as_str(), *number)),
            _ => None,
        })
    }
}

impl<'de> Deserialize<'de> for Card {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct CardVisitor;
        impl<'de> Visitor<'de> for CardVisitor {
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
                            let values: NodeList<NamedFieldValue> = map.next_value()?;
                            card.fields.extend(values.nodes.into_iter().filter_map(with_field_name));
                        }
                        _ => {
                            let field = map.next_value::<NamedFieldValue>()?.field;
                            card.fields.push((field_name_or_guess(name, &field), field));
                        }
                    }
                }
                Ok(card)
            }
        }
        from.deserialize_map(CardVisitor)
    }
}

/// The field's name, or a guess: `fieldValueByName` does not name the field. A text is most likely the status, a number the
/// estimate.
fn field_name_or_guess(name: String, field: &FieldValue) -> String {
    match field {
        FieldValue::Text(_) if name == "fieldValueByName" => "status".to_owned(),
        FieldValue::Number(_) if name == "fieldValueByName" => "estimate".to_owned(),
        _ => name,
    }
}

fn with_field_name(value: NamedFieldValue) -> Option<(String, FieldValue)> {
    Some((value.name?, value.field))
}

/// The value of a field with the field's name, if GraphQL gives it.
struct NamedFieldValue {
    name: Option<String>,
    field: FieldValue,
}

impl<'de> Deserialize<'de> for NamedFieldValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct FieldVisitor;
        impl<'de> Visitor<'de> for FieldVisitor {
            type Value = NamedFieldValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the value of a field")
            }
            fn visit_bool<E: Error>(self, _: bool) -> Result<NamedFieldValue, E> {
                Ok(NamedFieldValue { name: None, field: FieldValue::Other })
            }
            fn visit_unit<E: Error>(self) -> Result<NamedFieldValue, E> {
                Ok(NamedFieldValue { name: None, field: FieldValue::Other })
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<NamedFieldValue, E> {
                self.visit_f64(number as f64)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<NamedFieldValue, E> {
                self.visit_f64(number as f64)
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<NamedFieldValue, E> {
                Ok(NamedFieldValue { name: None, field: FieldValue::Number(number) })
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<NamedFieldValue, E> {
                Ok(NamedFieldValue { name: None, field: FieldValue::Text(text.to_owned()) })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<NamedFieldValue, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(NamedFieldValue { name: None, field: FieldValue::Other })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NamedFieldValue, A::Error> {
                read_field_object(map)
            }
        }
        from.deserialize_any(FieldVisitor)
    }
}

/// Reads a field's value that is an object: a value of any kind in GraphQL, an iteration of `gh`.
fn read_field_object<'de, A: MapAccess<'de>>(mut map: A) -> Result<NamedFieldValue, A::Error> {
    let (mut text, mut number, mut name) = (None, None, None);
    let (mut title, mut start, mut duration) = (None, None, None);
    while let Some(key) = map.next_key::<String>()? {
        match key.as_str() {
            "name" | "text" => text = map.next_value::<Option<String>>()?,
            "number" => number = map.next_value::<Option<f64>>()?,
            "title" => title = map.next_value::<Option<String>>()?,
            "startDate" => start = map.next_value::<Option<String>>()?,
            "duration" => duration = map.next_value::<Option<f64>>()?,
            "field" => name = map.next_value::<Option<NameValue>>()?.map(|name| name.0),
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
    }
    let field = match (title, start, duration, number, text) {
        (Some(title), Some(start), Some(duration), _, _) => {
            FieldValue::Iteration(Iteration { title, start, duration })
        }
        (_, _, _, Some(number), _) => FieldValue::Number(number),
        (_, _, _, None, Some(text)) => FieldValue::Text(text),
        _ => FieldValue::Other,
    };
    Ok(NamedFieldValue { name, field })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

    use super::*;

    const SPRINT: &str = r#"{"title": "Sprint 5", "startDate": "2023-08-23", "duration": 14}"#;

    #[test]
    fn items_of_the_gh_command_have_their_fields_at_the_top() {
        let text = format!(
            r#"{{"items": [{{"id": "PVTI_1", "content": {{"type": "Issue", "number": 357, "repository": "HHS/x"}},
                "status": "Done", "story Points": 2, "sprint": {SPRINT}, "linked pull requests": ["u"],
                "planned": true, "none": null}}], "totalCount": 142}}"#
        );
        let board: Board = serde_json::from_str(&text).unwrap();
        let card = &board.items.list[0];
        assert_eq!(card.status_name(), Some("Done"));
        assert_eq!(card.number_fields().collect::<Vec<_>>(), [("story Points", 2.0)]);
        assert_eq!(card.iterations().next().unwrap().duration, 14.0);
        assert_eq!(card.content.repository_name().as_deref(), Some("HHS/x"));
    }

    #[test]
    fn graphql_fields_are_named_by_an_alias_or_inside_the_value() {
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
        assert_eq!((first.status_name(), second.status_name()), (Some("Done"), Some("Todo")));
        assert_eq!(first.iterations().next(), second.iterations().next());
        assert_eq!(second.number_fields().collect::<Vec<_>>(), [("Size", 3.0)]);
        assert_eq!(board.iterations().count(), 1);
    }
}
