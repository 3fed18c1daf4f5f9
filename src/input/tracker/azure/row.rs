//! A row of Analytics, whose sums have names of the asker's own.

use std::fmt;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::names::is_estimate;
use super::super::stamp::date_part;

/// A row of snapshots, or an iteration.
#[derive(Debug, Default)]
pub(super) struct Row {
    date: Option<String>,
    /// 20230823.
    date_key: Option<f64>,
    /// `WorkItemId`, where the row is of one work item.
    pub(super) item: Option<u64>,
    pub(super) state: Option<String>,
    pub(super) category: Option<String>,
    pub(super) iteration: Iteration,
    numbers: Vec<(String, f64)>,
    /// Names of what is null.
    nulls: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Iteration {
    #[serde(rename = "IterationName")]
    name: Option<String>,
    #[serde(rename = "IterationPath")]
    pub(super) path: Option<String>,
    #[serde(rename = "StartDate")]
    pub(super) start: Option<String>,
    #[serde(rename = "EndDate")]
    pub(super) end: Option<String>,
}

impl Iteration {
    pub(super) fn name(&self) -> Option<String> {
        let last = || self.path.as_deref()?.rsplit('\\').next().map(str::to_owned);
        self.name.clone().or_else(last)
    }

    pub(super) fn complete(&mut self, other: &Self) {
        let or = |known: &mut Option<String>, other: &Option<String>| {
            *known = known.take().or_else(|| other.clone());
        };
        or(&mut self.name, &other.name);
        or(&mut self.path, &other.path);
        or(&mut self.start, &other.start);
        or(&mut self.end, &other.end);
    }
}

impl Row {
    pub(super) fn is_snapshot(&self) -> bool {
        self.date.is_some() || self.date_key.is_some()
    }

    /// The date part: the offset is that of the organisation, and changes in spring and autumn.
    pub(super) fn date(&self) -> Option<Date> {
        match (&self.date, self.date_key) {
            (Some(text), _) => date_part(text),
            (None, Some(key)) => {
                let key = key as i64;
                date_part(&format!("{:04}-{:02}-{:02}", key / 10_000, key / 100 % 100, key % 100))
            }
            (None, None) => None,
        }
    }

    pub(super) fn date_text(&self) -> String {
        self.date.clone().unwrap_or_else(|| self.date_key.unwrap_or_default().to_string())
    }

    /// How many work items it stands for; a row of one work item for one.
    pub(super) fn count(&self) -> Option<f64> {
        let is = |name: &&(String, f64)| name.0.to_lowercase().ends_with("count");
        let one = || self.item.map(|_| 1.0);
        self.numbers.iter().find(is).map(|(_, number)| *number).or_else(one)
    }

    /// The sum of estimates: `TotalStoryPoints`, `StoryPoints`, `SumOfEffort`, or the one that is asked for.
    pub(super) fn points(&self, asked: Option<&str>) -> Option<f64> {
        self.numbers.iter().find(|(name, _)| holds_points(name, asked)).map(|(_, number)| *number)
    }

    /// Whether it has such a sum, if only a null.
    pub(super) fn has_points(&self, asked: Option<&str>) -> bool {
        self.nulls.iter().any(|name| holds_points(name, asked))
    }

    pub(super) fn names(&self) -> String {
        let names: Vec<&str> = self.numbers.iter().map(|(name, _)| name.as_str()).collect();
        if names.is_empty() { "no numbers".to_owned() } else { names.join(", ") }
    }
}

fn holds_points(name: &str, asked: Option<&str>) -> bool {
    if asked.is_some() {
        return is_estimate(name, asked);
    }
    let short = ["SumOf", "Sum", "Total"].iter().find_map(|head| name.strip_prefix(head)).unwrap_or(name);
    is_estimate(short, None) || short == "Effort"
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Row;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
                let mut row = Row::default();
                while let Some(name) = map.next_key::<String>()? {
                    let value: Cell = map.next_value()?;
                    row.set(name, value);
                }
                Ok(row)
            }
        }
        from.deserialize_map(Written)
    }
}

impl Row {
    fn set(&mut self, name: String, value: Cell) {
        match (name.as_str(), value) {
            ("DateValue", Cell::Text(text)) => self.date = Some(text),
            ("DateSK", Cell::Number(key)) => self.date_key = Some(key),
            ("WorkItemId", Cell::Number(id)) => self.item = Some(id as u64),
            ("State", Cell::Text(text)) => self.state = Some(text),
            ("StateCategory", Cell::Text(text)) => self.category = Some(text),
            ("IterationName", Cell::Text(text)) => self.iteration.name = Some(text),
            ("IterationPath", Cell::Text(text)) => self.iteration.path = Some(text),
            ("StartDate", Cell::Text(text)) => self.iteration.start = Some(text),
            ("EndDate", Cell::Text(text)) => self.iteration.end = Some(text),
            ("Iteration", Cell::Iteration(iteration)) => self.iteration = iteration,
            (_, Cell::Number(number)) => self.numbers.push((name, number)),
            (_, Cell::Null) => self.nulls.push(name),
            _ => {}
        }
    }
}

enum Cell {
    Null,
    Number(f64),
    Text(String),
    Iteration(Iteration),
    Other,
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Cell;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value of a row")
            }
            fn visit_unit<E: Error>(self) -> Result<Cell, E> {
                Ok(Cell::Null)
            }
            fn visit_bool<E: Error>(self, _: bool) -> Result<Cell, E> {
                Ok(Cell::Other)
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Cell, E> {
                Ok(Cell::Number(number as f64))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Cell, E> {
                Ok(Cell::Number(number as f64))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Cell, E> {
                Ok(Cell::Number(number))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell::Text(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cell, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Cell::Other)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cell, A::Error> {
                Iteration::deserialize(MapAccessDeserializer::new(map)).map(Cell::Iteration)
            }
        }
        from.deserialize_any(Written)
    }
}
