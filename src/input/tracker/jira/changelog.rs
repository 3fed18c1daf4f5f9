//! Changelogs: those inside the issues, and those of a bulk request, which are whole.

use jiff::Timestamp;
use serde::Deserialize;

use super::dates::parse_instant;
use crate::input::error::InputError;
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_documents::TrackerDocument;

/// A page of the bulk answer (`POST /rest/api/3/changelog/bulkfetch`).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BulkChangelogPage<'a> {
    #[serde(borrow)]
    issue_change_logs: Vec<BulkChangelog<'a>>,
}

/// The changes of one issue in a bulk answer.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BulkChangelog<'a> {
    /// A text; a script may have made it a number.
    #[serde(borrow)]
    issue_id: JsonValue<'a>,
    #[serde(borrow)]
    change_histories: Vec<ChangelogEntry<'a>>,
}

/// The changes of one issue in a bulk answer, and their place.
pub(super) struct IssueChanges<'a> {
    pub(super) issue_id: String,
    pub(super) log: ChangeLog<'a>,
    pub(super) entries: Vec<ChangelogEntry<'a>>,
}

impl<'a> BulkChangelogPage<'a> {
    /// Returns true for a page of a bulk answer.
    pub(super) fn is_page(value: &JsonValue<'_>) -> bool {
        value.get("issueChangeLogs").is_some_and(JsonValue::is_list)
    }

    /// Returns the changes of each issue of a page.
    pub(super) fn read(document: &'a TrackerDocument<'a>) -> Result<Vec<IssueChanges<'a>>, Box<InputError>> {
        let page: Self = document.read()?;
        let mut all = Vec::with_capacity(page.issue_change_logs.len());
        for (index, changelog) in page.issue_change_logs.into_iter().enumerate() {
            let path = format!("issueChangeLogs[{index}]");
            let Some(issue_id) = changelog.issue_id.to_id() else {
                let found = changelog.issue_id.describe_for_error();
                return Err(document.error_at(format!("{path}.issueId"), found, "the id of an issue"));
            };
            let log = ChangeLog { document, path: format!("{path}.changeHistories") };
            all.push(IssueChanges { issue_id, log, entries: changelog.change_histories });
        }
        Ok(all)
    }
}

/// The place of a list of changes.
pub(super) struct ChangeLog<'a> {
    pub(super) document: &'a TrackerDocument<'a>,
    /// The path of the list.
    pub(super) path: String,
}

impl ChangeLog<'_> {
    /// Parses the time of the entry at an index. Lists of issues have texts, bulk answers milliseconds since 1970; Atlassian's
    /// own example of a bulk answer has seconds.
    pub(super) fn parse_time(
        &self,
        entry: &ChangelogEntry<'_>,
        index: usize,
    ) -> Result<Timestamp, Box<InputError>> {
        /// September 2001, in seconds: no Jira is older.
        const MIN_SECONDS: i64 = 1_000_000_000;
        /// No number of seconds is larger, and no number of milliseconds in the years that are read is smaller.
        const MAX_SECONDS: i64 = 40_000_000_000;
        let path = || format!("{}[{index}].created", self.path);
        let error = || {
            let expected =
                "an instant with offset (2023-08-23T10:00:00.000+0000), or milliseconds since 1970";
            self.document.error_at(path(), entry.created.describe_for_error(), expected)
        };
        match &entry.created {
            JsonValue::Text(text) => parse_instant(self.document, text, path),
            JsonValue::Number(number) => {
                let number = number.as_i64().filter(|number| *number >= MIN_SECONDS).ok_or_else(error)?;
                let at = if number <= MAX_SECONDS {
                    Timestamp::from_second(number)
                } else {
                    Timestamp::from_millisecond(number)
                };
                let at = at.map_err(|_| error())?;
                // The text is parsed again to apply the same range of years as everywhere.
                match at.to_string().parse::<Moment>() {
                    Ok(Moment::Instant(at)) => Ok(at),
                    _ => Err(error()),
                }
            }
            _ => Err(error()),
        }
    }
}

/// The changes that were made together.
#[derive(Deserialize)]
pub(super) struct ChangelogEntry<'a> {
    /// Ascending with time; a text or a number.
    #[serde(borrow)]
    id: Option<JsonValue<'a>>,
    #[serde(borrow)]
    created: JsonValue<'a>,
    #[serde(default, borrow)]
    pub(super) items: Vec<ChangelogItem<'a>>,
}

impl ChangelogEntry<'_> {
    /// The id as a number; 0 without one.
    pub(super) fn id_number(&self) -> u64 {
        match &self.id {
            Some(JsonValue::Text(text)) => text.parse().unwrap_or_default(),
            Some(JsonValue::Number(number)) => number.as_u64().unwrap_or_default(),
            _ => 0,
        }
    }
}

/// A field that got another value.
pub(super) struct FieldChange<'a> {
    pub(super) at: Timestamp,
    /// The id of the entry; 0 without one.
    pub(super) id: u64,
    pub(super) item: ChangelogItem<'a>,
    /// The list of changes, and the position in it, for error messages.
    pub(super) log_index: usize,
    pub(super) history_index: usize,
    pub(super) item_index: usize,
}

/// A field of an entry.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "camelCase")]
pub(super) struct ChangelogItem<'a> {
    /// The name of the field.
    pub(super) field: &'a str,
    /// The id of the field; old servers don't write it.
    pub(super) field_id: Option<&'a str>,
    /// The raw values, which are ids for most fields.
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
    /// The displayed values.
    pub(super) from_string: Option<&'a str>,
    pub(super) to_string: Option<&'a str>,
}

impl ChangelogItem<'_> {
    /// True for a change of the status. The id is the same in every language; old servers write the name only.
    pub(super) fn is_of_status(&self) -> bool {
        self.field_id.unwrap_or(self.field) == "status"
    }
}
