//! The server of Redmine, and the credential.

use serde_json::Value;

use super::RedmineSource;
use crate::api::Api;
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::pages::{Page, fetch_pages};
use crate::session::Session;

const API_KEY: &str = "REDMINE_API_KEY";
/// Maximal entries of a page; Redmine gives no more.
const PAGE_ENTRIES: usize = 100;

/// A server of Redmine.
pub(super) struct RedmineConnection {
    pub(super) api: Api,
}

impl RedmineConnection {
    pub(super) fn open(source: &RedmineSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let host = source.url.host_str().ok_or_else(|| FetchError::Source {
            field: "url",
            found: source.url.to_string(),
            expected: "the address of the server, such as https://redmine.example",
        })?;
        let credential = session.settings.credentials.find(host, &[API_KEY])?;
        let api = Api {
            tracker: "Redmine",
            base: source.url.clone(),
            headers: vec![("X-Redmine-API-Key", credential.secret)],
            credential_origin: credential.origin,
            needed_rights: "the right to view issues of the project, and the REST API has to be on (Administration, Settings, API)",
        };
        Ok(Self { api })
    }

    /// Returns the user of the key. Lists show what everybody may see to a key that Redmine does not know, so this is asked first.
    pub(super) fn user(&self, session: &Session<'_>) -> Result<String, FetchError> {
        let user = self.api.get(&session.client, None, "/users/current.json", &[])?;
        Ok(user.get("user").map(|user| text(user, "login")).unwrap_or_default())
    }

    pub(super) fn get(
        &self,
        session: &Session<'_>,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Value, FetchError> {
        self.api.get(&session.client, session.settings.cache.as_ref(), path, query)
    }

    /// Returns all pages of issues.
    pub(super) fn issue_pages(
        &self,
        session: &Session<'_>,
        query: &[(&str, &str)],
    ) -> Result<Vec<Value>, FetchError> {
        fetch_pages(&format!("GET {}issues.json", self.api.base), |position: Option<usize>| {
            let start = position.unwrap_or(0);
            let (offset, limit) = (start.to_string(), PAGE_ENTRIES.to_string());
            let mut query = query.to_vec();
            query.extend([("sort", "id"), ("limit", limit.as_str()), ("offset", offset.as_str())]);
            let answer = self.get(session, "/issues.json", &query)?;
            let count = answer.get("issues").and_then(Value::as_array).map_or(0, Vec::len);
            let total = answer
                .get("total_count")
                .and_then(Value::as_u64)
                .and_then(|total| usize::try_from(total).ok());
            let end = start + count;
            let next = (count > 0 && total.is_some_and(|total| end < total)).then_some(end);
            Ok(Page { answer, next })
        })
    }
}
