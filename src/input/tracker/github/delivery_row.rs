//! Rows of issues with their sprint, as HHS's delivery metrics write them (`issue_url`, `sprint_name`, …).

use serde::Deserialize;

use super::super::json_moment::JsonMoment;
use super::github_entry::Entry;
use super::project_board::{Card, FieldValue, Iteration};

/// A row: an issue and its sprint.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DeliveryRow {
    issue_title: Option<String>,
    issue_url: String,
    issue_opened_at: Option<JsonMoment>,
    issue_closed_at: Option<JsonMoment>,
    issue_is_closed: Option<bool>,
    issue_points: Option<f64>,
    issue_status: Option<String>,
    sprint_name: Option<String>,
    sprint_start: Option<String>,
    sprint_length: Option<f64>,
}

impl DeliveryRow {
    /// Converts the row to an item of a board.
    pub(super) fn into_card(self) -> Card {
        let number = self.issue_url.rsplit('/').next().and_then(|number| number.parse().ok());
        let state = self.issue_is_closed.map(|closed| if closed { "closed" } else { "open" }.to_owned());
        let content = Entry {
            number,
            title: self.issue_title.clone(),
            created: self.issue_opened_at,
            closed: self.issue_closed_at,
            state,
            url: Some(self.issue_url.clone()),
            ..Entry::default()
        };
        let iteration = match (self.sprint_name, self.sprint_start, self.sprint_length) {
            (Some(title), Some(start), Some(duration)) => Some(Iteration { title, start, duration }),
            _ => None,
        };
        let fields = [
            self.issue_status.map(|status| ("status", FieldValue::Text(status))),
            self.issue_points.map(|points| ("points", FieldValue::Number(points))),
            iteration.map(|iteration| ("sprint", FieldValue::Iteration(iteration))),
        ];
        let fields = fields.into_iter().flatten().map(|(name, field)| (name.to_owned(), field)).collect();
        Card { id: self.issue_url, title: self.issue_title, content, fields, ..Card::default() }
    }
}
