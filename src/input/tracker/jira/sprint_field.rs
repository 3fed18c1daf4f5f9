//! The field with the sprints of an issue, among the changes: it is known by its id, since each site may call it otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::changelog::ChangelogItem;
use super::issue::Issue;

/// The ids of the fields that hold sprints.
#[derive(Debug, Default)]
pub(super) struct SprintField {
    ids: BTreeSet<String>,
}

/// The name of the field in changelogs without ids, and where no issue shows the field.
const USUAL_NAME: &str = "Sprint";

impl SprintField {
    /// Finds the fields in which an issue has sprints; without any, those of the usual name.
    pub(super) fn find(issues: &[Issue<'_>], names: &BTreeMap<String, String>) -> Self {
        let filled: BTreeSet<String> =
            issues.iter().flat_map(|issue| &issue.sprint_fields).map(|id| (*id).to_owned()).collect();
        if !filled.is_empty() {
            return Self { ids: filled };
        }
        let named = names.iter().filter(|(_, name)| *name == USUAL_NAME);
        Self { ids: named.map(|(id, _)| id.clone()).collect() }
    }

    /// True for a change of the sprints of an issue.
    pub(super) fn is_changed_by(&self, item: &ChangelogItem<'_>) -> bool {
        match item.field_id {
            Some(id) if !self.ids.is_empty() => self.ids.contains(id),
            _ => item.field == USUAL_NAME,
        }
    }
}
