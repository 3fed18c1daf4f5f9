//! The version: the open one that is due first, or by its number or its name.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::connection::RedmineConnection;
use super::{OPEN, RedmineSource};
use crate::api::encode_segment;
use crate::fetch_error::FetchError;
use crate::json_fields::{entries_at, text};
use crate::prune::keep_fields;
use crate::session::Session;
use crate::sprint_choice::leading_date;

/// Fields of a version that are read.
const KEPT_FIELDS: [&str; 7] =
    ["id", "name", "description", "status", "due_date", "created_on", "updated_on"];

/// A version.
pub(super) struct Version {
    pub(super) id: String,
    pub(super) name: String,
    /// The day on which it was created: nothing left it before.
    pub(super) created: Option<Date>,
    answer: Value,
}

impl Version {
    fn from_answer(answer: &Value) -> Self {
        Self {
            id: text(answer, "id"),
            name: text(answer, "name"),
            created: leading_date(&text(answer, "created_on")),
            answer: answer.clone(),
        }
    }

    /// The number of the project.
    pub(super) fn project(&self) -> String {
        self.answer.get("project").map(|project| text(project, "id")).unwrap_or_default()
    }

    /// The version as Redmine answers it alone.
    pub(super) fn document(&self) -> Value {
        let mut version = self.answer.clone();
        keep_fields(&mut version, &|name| KEPT_FIELDS.contains(&name));
        json!({ "version": version })
    }
}

/// Finds a version of the project.
///
/// # Errors
/// There is no such version: the error has the nearest names.
pub(super) fn find_version(
    redmine: &RedmineConnection,
    session: &mut Session<'_>,
    source: &RedmineSource,
) -> Result<Version, FetchError> {
    let path = format!("/projects/{}/versions.json", encode_segment(&source.project));
    let answer = redmine.get(session, &path, &[])?;
    let versions: Vec<&Value> = entries_at(&answer, "/versions").collect();
    let wanted = source.version.trim();
    if wanted.eq_ignore_ascii_case(OPEN) {
        return open_version(&versions, session, source);
    }
    let is_same = |version: &&&Value| text(version, "id") == wanted || text(version, "name") == wanted;
    let is_alike = |version: &&&Value| text(version, "name").to_lowercase() == wanted.to_lowercase();
    match versions.iter().find(is_same).or_else(|| versions.iter().find(is_alike)) {
        Some(version) => Ok(Version::from_answer(version)),
        None => {
            let names: Vec<String> = versions.iter().map(|version| text(version, "name")).collect();
            Err(FetchError::unknown_name("version", wanted, &names))
        }
    }
}

/// The open version that is due first; another one is named.
fn open_version(
    versions: &[&Value],
    session: &mut Session<'_>,
    source: &RedmineSource,
) -> Result<Version, FetchError> {
    let mut open: Vec<&Value> =
        versions.iter().copied().filter(|version| text(version, "status") == OPEN).collect();
    // A version without a date is due last.
    open.sort_by_key(|version| {
        let due = text(version, "due_date");
        (due.is_empty(), due)
    });
    let Some((first, others)) = open.split_first() else {
        return Err(FetchError::NotFound {
            field: "version",
            found: format!("{} has no open version", source.project),
            remedy: Some("open one, or name a closed one: --version NAME".to_owned()),
        });
    };
    if !others.is_empty() {
        let names: Vec<String> =
            others.iter().map(|version| format!("\"{}\"", text(version, "name"))).collect();
        session.add_note(format!(
            "several versions are open; took \"{}\", which is due first, not {}: --version NAME takes another",
            text(first, "name"),
            names.join(", ")
        ));
    }
    Ok(Version::from_answer(first))
}
