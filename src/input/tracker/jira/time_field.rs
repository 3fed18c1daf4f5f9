//! Jira's own fields of time, in seconds.

use super::issue::Issue;
use crate::input::json_value::JsonValue;

/// The seconds of one unit of the sprint.
pub(super) const SECONDS_PER_HOUR: f64 = 3_600.0;

/// A field of time, which every Jira instance has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeField {
    /// The remaining time of the issue itself, which logged work makes less.
    Remaining,
    /// The first estimate of the issue itself.
    Original,
    /// The remaining time of the issue and its sub-tasks. Jira keeps no history of it.
    RemainingWithSubtasks,
    /// The first estimate of the issue and its sub-tasks.
    OriginalWithSubtasks,
}

impl TimeField {
    const ALL: [Self; 4] =
        [Self::Remaining, Self::Original, Self::RemainingWithSubtasks, Self::OriginalWithSubtasks];

    pub(super) fn from_id(id: &str) -> Option<Self> {
        // The object `timetracking` has both; what remains is what it is asked for.
        let id = if id == "timetracking" { Self::Remaining.id() } else { id };
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// The id of the field, in issues and in their changelogs.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Remaining => "timeestimate",
            Self::Original => "timeoriginalestimate",
            Self::RemainingWithSubtasks => "aggregatetimeestimate",
            Self::OriginalWithSubtasks => "aggregatetimeoriginalestimate",
        }
    }

    /// The name of the value in the object `timetracking`.
    const fn tracked_name(self) -> Option<&'static str> {
        match self {
            Self::Remaining => Some("remainingEstimateSeconds"),
            Self::Original => Some("originalEstimateSeconds"),
            Self::RemainingWithSubtasks | Self::OriginalWithSubtasks => None,
        }
    }

    pub(super) const fn is_remaining(self) -> bool {
        matches!(self, Self::Remaining | Self::RemainingWithSubtasks)
    }

    pub(super) const fn holds_subtasks(self) -> bool {
        matches!(self, Self::RemainingWithSubtasks | Self::OriginalWithSubtasks)
    }

    /// Returns true if the issue has the field, filled or not.
    pub(super) fn is_asked_for(self, issue: &Issue<'_>) -> bool {
        issue.fields.has(self.id()) || (self.tracked_name().is_some() && issue.fields.has("timetracking"))
    }

    /// The value in the issue, which is today's; `None` if it is empty.
    pub(super) fn value_in<'a>(self, issue: &Issue<'a>) -> Option<&'a JsonValue<'a>> {
        let tracked = || issue.non_null_field("timetracking")?.get(self.tracked_name()?);
        issue.non_null_field(self.id()).or_else(tracked).filter(|value| !matches!(value, JsonValue::Null))
    }

    /// The field that holds the hours of the issues: what remains, else the first estimates; `None` if no issue has any. Without
    /// changelogs the first estimates come first, because what remains today does not tell what was done.
    pub(super) fn first_filled(issues: &[Issue<'_>]) -> Option<Self> {
        let is_filled = |field: &Self| {
            let is_changed = |issue: &Issue<'_>| {
                issue
                    .changes
                    .iter()
                    .any(|change| change.item.field_id.unwrap_or(change.item.field) == field.id())
            };
            issues.iter().any(|issue| field.value_in(issue).is_some() || is_changed(issue))
        };
        let has_history = issues.iter().any(|issue| issue.has_history);
        let (first, second) =
            if has_history { (Self::Remaining, Self::Original) } else { (Self::Original, Self::Remaining) };
        [first, second].into_iter().find(is_filled)
    }
}
