//! The fields of the JSON document. The combination of the values is validated in `normalize`.
//!
//! The documentation of the types and fields is the description in the JSON Schema. `schemars(rename)` keeps the names
//! in the JSON Schema.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::object::StrictObject;
use crate::limits::{MAX_AMOUNT, MAX_ITEMS, MAX_TEXT_CHARS};
use crate::names::deserialize_name;
use crate::sprint::{self, LoweredEstimates};

/// One sprint: when it is, when the team works, and what happened, told in exactly one of three shapes: `days`, `items`,
/// `changes`.
///
/// A date field holds a date (`2023-08-23`), an instant with offset (`2023-08-23T10:00:00Z`) or a wall clock in the
/// team's time zone (`2023-08-23T10:00`). A date means the whole sprint day that begins on it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Document", title = "Emberline sprint")]
pub(super) struct SprintDocument {
    /// The address of this schema, for editors; not read.
    #[serde(rename = "$schema")]
    #[schemars(rename = "$schema")]
    #[allow(dead_code, reason = "only editors read it")]
    pub(super) schema: Option<String>,
    /// Name of the sprint, such as "Sprint 12".
    #[schemars(length(min = 1, max = MAX_TEXT_CHARS))]
    pub(super) name: String,
    /// The sprint goal.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    pub(super) goal: Option<String>,
    /// When the sprint starts; a date is that day's border. What happened until then, including this instant,
    /// is the state at the start.
    pub(super) start: String,
    /// When the sprint is planned to end; a date is included, to its last instant.
    pub(super) end: String,
    /// When the sprint was really closed; a date is included, to its last instant. Nothing later counts.
    pub(super) closed: Option<String>,
    /// The instant the data tell of; a date is included. Default for `days`: the end of the last day with a
    /// reading. Default else: now where the program is told the time, or the last thing that happened;
    /// but not after `closed`, nor after `end` while the sprint is not closed.
    pub(super) as_of: Option<String>,
    /// IANA name of the team's time zone, such as "Europe/Warsaw". Default: "UTC".
    pub(super) time_zone: Option<String>,
    /// Time of day at which a sprint day begins, such as a stand-up at "10:00". Default: "00:00".
    #[schemars(regex(pattern = r"^\d{2}:\d{2}(:\d{2})?$"))]
    pub(super) day_border: Option<String>,
    /// Days of the week the team works on. Default: Monday to Friday.
    pub(super) working_days: Option<Vec<Weekday>>,
    /// Dates on which the team does not work, besides.
    #[schemars(inner(regex(pattern = r"^\d{4}-\d{2}-\d{2}$")))]
    pub(super) holidays: Option<Vec<String>>,
    /// Dates on which the team works although the two fields above say otherwise.
    #[schemars(inner(regex(pattern = r"^\d{4}-\d{2}-\d{2}$")))]
    pub(super) extra_working_days: Option<Vec<String>>,
    /// What the amounts count. Default: "points".
    pub(super) unit: Option<Unit>,
    /// The meaning of a lower estimate of open work, with `items` only: "done", the difference is work done, so that estimates are
    /// the hours that remain; "reestimated", it is a change of scope. A higher estimate is re-estimated.
    /// Default: "reestimated".
    pub(super) lowered_estimates: Option<LoweredEstimates>,
    /// Remaining work at the start. Needed with `changes`; with `days` it is worked back from the first reading
    /// where it is missing; not with `items`, from which it follows.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) committed: Option<f64>,
    /// Work of the sprint that was already done at its start. Default: 0. Not with `items`, from which it follows.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) done_at_start: Option<f64>,
    /// First shape: one entry a sprint day. An entry without a date is the day after the entry before it, the first is
    /// the first day of the sprint; days off count as days. A day off that dated entries leave out is taken as unchanged,
    /// a working day left out is a gap, and so are days off that follow a gap.
    pub(super) days: Option<Vec<DayEntry>>,
    /// Second shape: the items with what happened to them.
    #[schemars(length(min = 1, max = MAX_ITEMS))]
    pub(super) items: Option<Vec<StrictObject<ItemEntry>>>,
    /// Third shape: dated totals by kind, in any order.
    pub(super) changes: Option<Vec<StrictObject<ChangeEntry>>>,
}

/// What the amounts count.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub(super) enum Unit {
    /// Story points.
    Points,
    /// Hours of work.
    Hours,
    /// Items: each counts one, whatever its estimate.
    Items,
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        deserialize_name(from, &["points", "hours", "items"], |name| match name {
            "points" => Some(Self::Points),
            "hours" => Some(Self::Hours),
            "items" => Some(Self::Items),
            _ => None,
        })
    }
}

impl From<Unit> for sprint::Unit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Points => Self::Points,
            Unit::Hours => Self::Hours,
            Unit::Items => Self::Items,
        }
    }
}

/// A day of the week; long names and capitals are read as well.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are self-explanatory")]
pub(super) enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl<'de> Deserialize<'de> for Weekday {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        const NAMES: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        deserialize_name(from, NAMES, Self::from_name)
    }
}

impl Weekday {
    /// Returns the day of a short or a long name, in any letter case.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "mon" | "monday" => Some(Self::Mon),
            "tue" | "tuesday" => Some(Self::Tue),
            "wed" | "wednesday" => Some(Self::Wed),
            "thu" | "thursday" => Some(Self::Thu),
            "fri" | "friday" => Some(Self::Fri),
            "sat" | "saturday" => Some(Self::Sat),
            "sun" | "sunday" => Some(Self::Sun),
            _ => None,
        }
    }
}

impl From<Weekday> for jiff::civil::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Monday,
            Weekday::Tue => Self::Tuesday,
            Weekday::Wed => Self::Wednesday,
            Weekday::Thu => Self::Thursday,
            Weekday::Fri => Self::Friday,
            Weekday::Sat => Self::Saturday,
            Weekday::Sun => Self::Sunday,
        }
    }
}

/// What is known of one sprint day.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(super) enum DayEntry {
    /// Nothing: a gap.
    Gap,
    /// The work that remained at its end.
    Remaining(#[schemars(range(min = 0, max = MAX_AMOUNT))] f64),
    /// More than that.
    Full(DayFigures),
}

/// One sprint day in figures. What is missing is inferred so that
/// remaining = remaining before + added − removed + reestimated + reopened − completed.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DayFigures {
    /// The date on which the day begins. Default: the day after the entry before.
    #[schemars(extend("format" = "date"))]
    pub(super) date: Option<String>,
    /// Work that remained at its end. Default: what follows from the movements.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) remaining: Option<f64>,
    /// Open work that joined the sprint.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) added: Option<f64>,
    /// Open work that left the sprint.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) removed: Option<f64>,
    /// Change of estimates of open work; below 0 when they fell.
    #[schemars(range(min = -MAX_AMOUNT, max = MAX_AMOUNT))]
    pub(super) reestimated: Option<f64>,
    /// Work that was finished.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) completed: Option<f64>,
    /// Done work that was opened again.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) reopened: Option<f64>,
}

/// Totals that changed at one time.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Change")]
pub(super) struct ChangeEntry {
    /// When. A date stands for the last instant of its day. Not before the start.
    pub(super) at: String,
    /// Open work that joined the sprint.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) added: Option<f64>,
    /// Open work that left the sprint.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) removed: Option<f64>,
    /// Change of estimates of open work; below 0 when they fell.
    #[schemars(range(min = -MAX_AMOUNT, max = MAX_AMOUNT))]
    pub(super) reestimated: Option<f64>,
    /// Work that was finished.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) completed: Option<f64>,
    /// Done work that was opened again.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) reopened: Option<f64>,
}

/// An item of the sprint and its history.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Item")]
pub(super) struct ItemEntry {
    /// Its key or number, unique in the document.
    #[serde(deserialize_with = "deserialize_item_id")]
    #[schemars(with = "TextOrNumber")]
    pub(super) id: String,
    /// Its title.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    pub(super) title: Option<String>,
    /// Its estimate before the first event that changes it. Missing or null: not estimated, which is not zero.
    #[schemars(range(min = 0, max = MAX_AMOUNT))]
    pub(super) estimate: Option<f64>,
    /// What happened to it, in any order; events of the same time in the order of the list. Events up to the start only set the
    /// state at the start. The item is in the sprint from the start, unless the first
    /// event about membership is `added`.
    #[serde(default)]
    pub(super) events: Vec<StrictObject<ItemEvent>>,
}

/// Something that happened to an item.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Event")]
pub(super) struct ItemEvent {
    /// When. A date stands for the last instant of its day.
    pub(super) at: String,
    /// What.
    pub(super) event: ItemEventKind,
    /// The new estimate; null takes it away. Needed with `estimated`, allowed with `added`, not with others.
    #[serde(default, deserialize_with = "deserialize_nullable")]
    #[schemars(with = "Option<f64>", range(min = 0, max = MAX_AMOUNT))]
    pub(super) estimate: Option<Option<f64>>,
}

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(rename = "EventKind", rename_all = "lowercase")]
pub(super) enum ItemEventKind {
    /// It joined the sprint.
    Added,
    /// It left the sprint.
    Removed,
    /// Its estimate changed.
    Estimated,
    /// Work on it began.
    Started,
    /// It was done.
    Completed,
    /// It is not done any more.
    Reopened,
}

impl<'de> Deserialize<'de> for ItemEventKind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        const NAMES: &[&str] = &["added", "removed", "estimated", "started", "completed", "reopened"];
        deserialize_name(from, NAMES, |name| match name {
            "added" => Some(Self::Added),
            "removed" => Some(Self::Removed),
            "estimated" => Some(Self::Estimated),
            "started" => Some(Self::Started),
            "completed" => Some(Self::Completed),
            "reopened" => Some(Self::Reopened),
            _ => None,
        })
    }
}

/// How a key may be written.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum TextOrNumber {
    /// A text, such as "EMB-12".
    Text(#[schemars(length(min = 1, max = MAX_TEXT_CHARS))] String),
    /// A number, such as 482.
    Number(u64),
}

/// Deserializes an item id, which may be a text or a whole number.
fn deserialize_item_id<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    struct IdVisitor;
    impl Visitor<'_> for IdVisitor {
        type Value = String;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a whole number")
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }
        fn visit_u64<E: Error>(self, number: u64) -> Result<String, E> {
            Ok(number.to_string())
        }
    }
    from.deserialize_any(IdVisitor)
}

/// Deserializes a field so that null (`Some(None)`) differs from a missing field (`None`).
fn deserialize_nullable<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<f64>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl<'de> Deserialize<'de> for DayEntry {
    /// An untagged enum would lose the location and the reason of an error.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct DayEntryVisitor;
        impl<'de> Visitor<'de> for DayEntryVisitor {
            type Value = DayEntry;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, null, or an object with the day's figures")
            }
            fn visit_unit<E: Error>(self) -> Result<DayEntry, E> {
                Ok(DayEntry::Gap)
            }
            #[allow(clippy::cast_precision_loss, reason = "such numbers exceed the limit")]
            fn visit_u64<E: Error>(self, number: u64) -> Result<DayEntry, E> {
                Ok(DayEntry::Remaining(number as f64))
            }
            #[allow(clippy::cast_precision_loss, reason = "such numbers exceed the limit")]
            fn visit_i64<E: Error>(self, number: i64) -> Result<DayEntry, E> {
                Ok(DayEntry::Remaining(number as f64))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<DayEntry, E> {
                Ok(DayEntry::Remaining(number))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DayEntry, A::Error> {
                DayFigures::deserialize(MapAccessDeserializer::new(map)).map(DayEntry::Full)
            }
        }
        from.deserialize_any(DayEntryVisitor)
    }
}
