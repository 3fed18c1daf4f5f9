//! `Intl.ListFormat`.

use serde::Deserialize;
use serde_json::Value as Json;

use super::data::LocaleData;
use super::part::{Part, parts_json};

/// A list to join.
#[derive(Deserialize)]
pub(super) struct ListRequest {
    /// Type and style: `conjunction-long`.
    kind: String,
    items: Vec<String>,
}

/// Joins a list of texts.
///
/// # Errors
/// The kind is unknown.
pub(super) fn format_list(data: &LocaleData, request: &ListRequest) -> Result<Json, String> {
    let kind = &request.kind;
    let [pair, start, middle, end] =
        data.lists.get(kind).ok_or_else(|| format!("no lists of kind {kind}"))?;
    let count = request.items.len();
    let mut parts = Vec::new();
    for (index, item) in request.items.iter().enumerate() {
        let separator = match index {
            0 => "",
            1 if count == 2 => pair,
            _ if index + 1 == count => end,
            1 => start,
            _ => middle,
        };
        if !separator.is_empty() {
            parts.push(Part::new("literal", separator));
        }
        parts.push(Part::new("element", item));
    }
    Ok(parts_json(&parts))
}
