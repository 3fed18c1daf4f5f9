//! The fields that are read: which to ask for, and which to keep.

use serde_json::{Map, Value, json};

use super::connection::JiraConnection;
use super::text;
use crate::fetch_error::FetchError;
use crate::prune::keep_fields;
use crate::session::Session;

/// Fields of every issue that are read.
const ISSUE_FIELDS: [&str; 10] = [
    "issuetype",
    "status",
    "created",
    "updated",
    "resolutiondate",
    "statuscategorychangedate",
    "parent",
    "timeestimate",
    "timeoriginalestimate",
    "timetracking",
];
/// Fields whose changes are read, beside those of the sprint and of the estimates.
const CHANGED_FIELDS: [&str; 5] = ["status", "issuetype", "parent", "timeestimate", "timeoriginalestimate"];
/// Maximal fields of one request for changes.
const MAX_CHANGED_FIELDS: usize = 10;
/// Names of fields with an estimate, in lower case.
const ESTIMATE_NAMES: [&str; 2] = ["story points", "story point estimate"];
/// The type of the field with the sprints of an issue.
const SPRINT_TYPE: &str = "com.pyxis.greenhopper.jira:gh-sprint";

/// Names of fields that are kept at any depth, beside those of the issues.
const KEPT_FIELDS: [&str; 46] = [
    "activatedDate",
    "changeHistories",
    "changelog",
    "columnConfig",
    "columns",
    "completeDate",
    "endDate",
    "estimation",
    "field",
    "fieldId",
    "fields",
    "from",
    "fromString",
    "goal",
    "hierarchyLevel",
    "histories",
    "id",
    "isLast",
    "issueChangeLogs",
    "issueId",
    "issues",
    "items",
    "key",
    "maxResults",
    "name",
    "names",
    "nextPageToken",
    "originBoardId",
    "originalEstimate",
    "originalEstimateSeconds",
    "remainingEstimate",
    "remainingEstimateSeconds",
    "startAt",
    "startDate",
    "state",
    "statusCategory",
    "statuses",
    "subtask",
    "timeSpentSeconds",
    "to",
    "toString",
    "total",
    "type",
    "values",
    "boardId",
    "created",
];

/// The fields of a site that are read.
pub(super) struct JiraFields {
    /// Ids and names of the fields with sprints and estimates.
    custom: Vec<(String, String)>,
    has_titles: bool,
}

impl JiraFields {
    /// Asks the site for its fields. The board's configuration names the one with its estimates.
    pub(super) fn fetch(
        jira: &JiraConnection,
        session: &Session<'_>,
        configuration: &Value,
    ) -> Result<Self, FetchError> {
        let board_field = configuration.pointer("/estimation/field/fieldId").and_then(Value::as_str);
        let fields = jira.get(session, "/rest/api/2/field", &[])?;
        let custom = fields.as_array().into_iter().flatten().filter(|field| {
            let is_sprint = field.pointer("/schema/custom").and_then(Value::as_str) == Some(SPRINT_TYPE);
            let is_estimate = ESTIMATE_NAMES.contains(&text(field, "name").to_lowercase().as_str());
            let is_of_board = board_field.is_some_and(|id| id == text(field, "id"));
            let is_standard = ISSUE_FIELDS.contains(&text(field, "id").as_str());
            (is_sprint || is_estimate || is_of_board) && !is_standard
        });
        let custom = custom.map(|field| (text(field, "id"), text(field, "name"))).collect();
        Ok(Self { custom, has_titles: session.settings.titles })
    }

    /// The value of `fields` of a request for issues.
    pub(super) fn issue_fields(&self) -> String {
        let titles = self.has_titles.then_some("summary");
        let custom = self.custom.iter().map(|(id, _)| id.as_str());
        ISSUE_FIELDS.into_iter().chain(titles).chain(custom).collect::<Vec<_>>().join(",")
    }

    /// The fields of a request for changes; `None` for all, where there are too many for one request.
    pub(super) fn changed_fields(&self) -> Option<Vec<&str>> {
        let custom = self.custom.iter().map(|(id, _)| id.as_str());
        let fields: Vec<&str> = CHANGED_FIELDS.into_iter().chain(custom).collect();
        (fields.len() <= MAX_CHANGED_FIELDS).then_some(fields)
    }

    /// Names of fields by their ids, as Jira writes them beside issues.
    pub(super) fn names(&self) -> Value {
        let names = self.custom.iter().map(|(id, name)| (id.clone(), json!(name)));
        Value::Object(names.collect::<Map<_, _>>())
    }

    /// Keeps the fields that are read, and the changes of them.
    pub(super) fn prune(&self, mut answer: Value) -> Value {
        keep_fields(&mut answer, &|name| {
            KEPT_FIELDS.contains(&name)
                || ISSUE_FIELDS.contains(&name)
                || self.has_titles && name == "summary"
                || self.custom.iter().any(|(id, _)| id == name)
        });
        self.keep_changes(&mut answer);
        answer
    }

    /// Leaves out changes of fields that are not read: they have texts. Their entries stay, because Jira counts them.
    fn keep_changes(&self, value: &mut Value) {
        match value {
            Value::Object(object) => {
                for (name, value) in object.iter_mut() {
                    match (name.as_str(), value.as_array_mut()) {
                        ("items", Some(items)) => items.retain(|item| self.is_read_change(item)),
                        _ => self.keep_changes(value),
                    }
                }
            }
            Value::Array(entries) => entries.iter_mut().for_each(|entry| self.keep_changes(entry)),
            _ => {}
        }
    }

    fn is_read_change(&self, item: &Value) -> bool {
        let (id, name) = (text(item, "fieldId"), text(item, "field"));
        let is_standard = |text: &str| CHANGED_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(text));
        is_standard(&id)
            || is_standard(&name)
            || self.custom.iter().any(|(other, label)| *other == id || *label == name)
    }
}
