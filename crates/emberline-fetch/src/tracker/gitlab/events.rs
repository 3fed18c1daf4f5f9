//! The events of an issue: a request for each kind.

use serde_json::{Value, json};

use super::connection::GitLabConnection;
use crate::cache::CachedAnswer;
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::session::Session;

/// Returns the events of an issue of one kind, such as `milestone`. Those of an issue that has not changed since an earlier
/// run come from the cache.
pub(super) fn fetch_events(
    gitlab: &GitLabConnection,
    session: &Session<'_>,
    issue: &Value,
    kind: &str,
) -> Result<Vec<Value>, FetchError> {
    let (project, number) = (text(issue, "project_id"), text(issue, "iid"));
    let path = format!("/projects/{project}/issues/{number}/resource_{kind}_events");
    let key = format!("{} {path}", gitlab.api.base);
    let version = text(issue, "updated_at");
    let cache = session.settings.cache.as_ref();
    if let Some(CachedAnswer { version: known, body: Value::Array(events), .. }) =
        cache.and_then(|cache| cache.find(&key))
        && known == version
    {
        return Ok(events);
    }
    // The list is kept below, by the time of the issue.
    let events = gitlab.list_pages(session, None, &path, &[])?;
    if let Some(cache) = cache {
        cache.keep(&key, &CachedAnswer { version, body: json!(events), next: None })?;
    }
    Ok(events)
}

/// The weights of issues over time, which GitLab keeps only where it counts weights at all.
#[derive(Default)]
pub(super) struct WeightEvents {
    /// True once GitLab has said that it keeps none.
    are_absent: bool,
}

impl WeightEvents {
    /// Returns the changes of an issue's weight; none where GitLab keeps none, which is said once.
    pub(super) fn fetch(
        &mut self,
        gitlab: &GitLabConnection,
        session: &mut Session<'_>,
        issue: &Value,
    ) -> Result<Vec<Value>, FetchError> {
        if self.are_absent || issue.get("weight").is_none() {
            return Ok(Vec::new());
        }
        match fetch_events(gitlab, session, issue, "weight") {
            Err(FetchError::Answer { status: 403 | 404, .. }) => {
                self.are_absent = true;
                session.add_note(
                    "GitLab keeps no changes of weights here: those of today count from the start".to_owned(),
                );
                Ok(Vec::new())
            }
            events => events,
        }
    }
}
