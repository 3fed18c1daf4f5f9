//! A row of Azure's Analytics. Its numbers are in columns that the query names.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::json_moment::leading_date;
use super::amount_column::{AmountColumn, is_sum};
use crate::input::moment::Moment;

/// A row of snapshots, or a row of the list of iterations. Both are read by one type because their fields differ.
#[derive(Debug, Default)]
pub(super) struct AnalyticsRow {
    date: Option<String>,
    /// The date as a number: 20230823.
    date_key: Option<f64>,
    /// `WorkItemId`, if the row is about a single work item.
    pub(super) work_item_id: Option<u64>,
    /// `ParentWorkItemId`, the work item that this one is a part of.
    pub(super) parent_id: Option<u64>,
    pub(super) state: Option<String>,
    pub(super) category: Option<String>,
    pub(super) iteration: AzureIteration,
    /// The number of the work item's changes, and the time of the last one, if the query asks for them.
    revision: Option<u64>,
    changed: Option<Timestamp>,
    /// The times of a single work item.
    pub(super) times: WorkItemTimes,
    /// The other columns with texts, by which the rows are grouped.
    group_texts: Vec<(String, String)>,
    numbers: Vec<(String, f64)>,
    /// The names of the columns that are null.
    nulls: Vec<String>,
}

/// The times of a work item, as far as the query asks for them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WorkItemTimes {
    pub(super) created: Option<Moment>,
    pub(super) closed: Option<Moment>,
    pub(super) state_changed: Option<Moment>,
    pub(super) changed: Option<Moment>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AzureIteration {
    #[serde(rename = "IterationName")]
    name: Option<String>,
    #[serde(rename = "IterationPath")]
    pub(super) path: Option<String>,
    #[serde(rename = "StartDate")]
    start: Option<String>,
    #[serde(rename = "EndDate")]
    end: Option<String>,
}

impl AzureIteration {
    pub(super) fn display_name(&self) -> Option<String> {
        let last = || self.path.as_deref()?.rsplit('\\').next().map(str::to_owned);
        self.name.clone().or_else(last)
    }

    pub(super) fn first_day(&self) -> Option<Date> {
        self.start.as_deref().and_then(leading_date)
    }

    pub(super) fn last_day(&self) -> Option<Date> {
        self.end.as_deref().and_then(leading_date)
    }

    pub(super) fn has_day(&self, day: Date) -> bool {
        let is_after_start = self.first_day().is_some_and(|first| first <= day);
        is_after_start && self.last_day().is_some_and(|last| day <= last)
    }

    /// Takes over the fields that are missing here.
    pub(super) fn fill_missing(&mut self, other: &Self) {
        let fill = |known: &mut Option<String>, other: &Option<String>| {
            *known = known.take().or_else(|| other.clone());
        };
        fill(&mut self.name, &other.name);
        fill(&mut self.path, &other.path);
        fill(&mut self.start, &other.start);
        fill(&mut self.end, &other.end);
    }
}

impl AnalyticsRow {
    pub(super) fn is_snapshot(&self) -> bool {
        self.date.is_some() || self.date_key.is_some()
    }

    /// The date that is written: its offset is that of the organisation, and changes with daylight saving time.
    pub(super) fn snapshot_date(&self) -> Option<Date> {
        match (&self.date, self.date_key) {
            (Some(text), _) => leading_date(text),
            (None, Some(key)) => {
                let key = key as i64;
                leading_date(&format!("{:04}-{:02}-{:02}", key / 10_000, key / 100 % 100, key % 100))
            }
            (None, None) => None,
        }
    }

    /// The age of a work item's row: with more changes, it is the newer one of its day.
    pub(super) fn age(&self) -> (Option<u64>, Option<Timestamp>) {
        (self.revision, self.changed)
    }

    /// The columns by which the sums are grouped, as a text: all texts, and the numbers that are no sums.
    pub(super) fn group_key(&self) -> String {
        let numbers = self.numbers.iter().filter(|(name, _)| !is_sum(name));
        let numbers = numbers.map(|(name, number)| format!("{name}={number}"));
        let texts = self.group_texts.iter().map(|(name, text)| format!("{name}={text}"));
        let known = [&self.state, &self.category, &self.iteration.path, &self.iteration.name];
        let known = known.into_iter().map(|text| text.clone().unwrap_or_default());
        let parent = self.parent_id.map(|id| format!("ParentWorkItemId={id}"));
        known.chain(texts).chain(numbers).chain(parent).collect::<Vec<_>>().join("\n")
    }

    /// The type of the work items, such as `Task`, if the query asks for it.
    pub(super) fn work_item_type(&self) -> Option<&str> {
        self.text_column("WorkItemType")
    }

    /// The title of the work item, if the query asks for it.
    pub(super) fn title(&self) -> Option<&str> {
        self.text_column("Title")
    }

    fn text_column(&self, name: &str) -> Option<&str> {
        self.group_texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    pub(super) fn date_text(&self) -> String {
        self.date.clone().unwrap_or_else(|| self.date_key.unwrap_or_default().to_string())
    }

    /// The number of work items of the row; 1 for the row of a single work item.
    pub(super) fn item_count(&self) -> Option<f64> {
        let is_count = |(name, _): &&(String, f64)| AmountColumn::Count.is_named(name);
        let single_item = || self.work_item_id.map(|_| 1.0);
        self.numbers.iter().find(is_count).map(|(_, number)| *number).or_else(single_item)
    }

    /// The amount in a column; `None` if it is null or not there.
    pub(super) fn amount(&self, column: AmountColumn<'_>) -> Option<f64> {
        match column {
            AmountColumn::Count => self.item_count(),
            _ => self.numbers.iter().find(|(name, _)| column.is_named(name)).map(|(_, number)| *number),
        }
    }

    /// Returns true if the row has such a column, filled or null.
    pub(super) fn has_column(&self, column: AmountColumn<'_>) -> bool {
        self.amount(column).is_some() || self.nulls.iter().any(|name| column.is_named(name))
    }

    /// True if the row's work items are epics or features, which have stories below them.
    pub(super) fn is_epic(&self) -> bool {
        let is_kind = |kind: &str| ["epic", "feature"].contains(&kind.to_lowercase().as_str());
        self.work_item_type().is_some_and(is_kind)
    }

    /// The columns with estimates of rows, where no column is requested. A sum of zero is no estimate.
    pub(super) fn estimate_columns<'a>(rows: impl Iterator<Item = &'a Self>) -> BTreeSet<&'a str> {
        let numbers = rows.flat_map(|row| &row.numbers).filter(|(_, number)| *number > 0.0);
        numbers.map(|(name, _)| name.as_str()).filter(|name| AmountColumn::Points.is_named(name)).collect()
    }

    pub(super) fn number_names(&self) -> String {
        let names: Vec<&str> = self.numbers.iter().map(|(name, _)| name.as_str()).collect();
        if names.is_empty() { "no numbers".to_owned() } else { names.join(", ") }
    }
}

impl<'de> Deserialize<'de> for AnalyticsRow {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct RowVisitor;
        impl<'de> Visitor<'de> for RowVisitor {
            type Value = AnalyticsRow;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AnalyticsRow, A::Error> {
                let mut row = AnalyticsRow::default();
                while let Some(name) = map.next_key::<String>()? {
                    let value: CellValue = map.next_value()?;
                    row.set_field(name, value);
                }
                Ok(row)
            }
        }
        from.deserialize_map(RowVisitor)
    }
}

impl AnalyticsRow {
    fn set_field(&mut self, name: String, value: CellValue) {
        match (name.as_str(), value) {
            ("DateValue", CellValue::Text(text)) => self.date = Some(text),
            ("DateSK", CellValue::Number(key)) => self.date_key = Some(key),
            ("WorkItemId", CellValue::Number(id)) => self.work_item_id = Some(id as u64),
            ("ParentWorkItemId", CellValue::Number(id)) => self.parent_id = Some(id as u64),
            ("Revision", CellValue::Number(revision)) => self.revision = Some(revision as u64),
            ("ChangedDate", CellValue::Text(text)) => {
                self.changed = text.parse().ok();
                self.times.changed = text.parse().ok();
            }
            ("CreatedDate", CellValue::Text(text)) => self.times.created = text.parse().ok(),
            ("ClosedDate" | "CompletedDate", CellValue::Text(text)) => self.times.closed = text.parse().ok(),
            ("StateChangeDate", CellValue::Text(text)) => self.times.state_changed = text.parse().ok(),
            ("State", CellValue::Text(text)) => self.state = Some(text),
            ("StateCategory", CellValue::Text(text)) => self.category = Some(text),
            ("IterationName", CellValue::Text(text)) => self.iteration.name = Some(text),
            ("IterationPath", CellValue::Text(text)) => self.iteration.path = Some(text),
            ("StartDate", CellValue::Text(text)) => self.iteration.start = Some(text),
            ("EndDate", CellValue::Text(text)) => self.iteration.end = Some(text),
            ("Iteration", CellValue::Iteration(iteration)) => self.iteration = iteration,
            (_, CellValue::Number(number)) => self.numbers.push((name, number)),
            (_, CellValue::Text(text)) => self.group_texts.push((name, text)),
            (_, CellValue::Null) => self.nulls.push(name),
            _ => {}
        }
    }
}

enum CellValue {
    Null,
    Number(f64),
    Text(String),
    Iteration(AzureIteration),
    Other,
}

impl<'de> Deserialize<'de> for CellValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct CellVisitor;
        impl<'de> Visitor<'de> for CellVisitor {
            type Value = CellValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value of a row")
            }
            fn visit_unit<E: Error>(self) -> Result<CellValue, E> {
                Ok(CellValue::Null)
            }
            fn visit_bool<E: Error>(self, _: bool) -> Result<CellValue, E> {
                Ok(CellValue::Other)
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<CellValue, E> {
                Ok(CellValue::Number(number as f64))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<CellValue, E> {
                Ok(CellValue::Number(number as f64))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<CellValue, E> {
                Ok(CellValue::Number(number))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<CellValue, E> {
                Ok(CellValue::Text(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<CellValue, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(CellValue::Other)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<CellValue, A::Error> {
                AzureIteration::deserialize(MapAccessDeserializer::new(map)).map(CellValue::Iteration)
            }
        }
        from.deserialize_any(CellVisitor)
    }
}
