//! The site of Jira: its edition, and the credential.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use emberline_client::{Credential, ExposeSecret, SecretString};
use serde_json::Value;

use super::{JiraSource, text};
use crate::api::Api;
use crate::fetch_error::FetchError;
use crate::pages::{Page, fetch_pages};
use crate::session::Session;

/// The variable of a personal access token, which is a bearer token.
const PERSONAL_TOKEN: &str = "JIRA_PAT";
/// The variable of an API token, which goes with an e-mail address.
const API_TOKEN: &str = "JIRA_API_TOKEN";
const EMAIL: &str = "JIRA_EMAIL";

/// Maximal entries of a page of Jira's older lists; it gives 50 of some whatever is asked for.
const PAGE_ENTRIES: usize = 100;

/// A site of Jira.
pub(super) struct JiraConnection {
    pub(super) api: Api,
    pub(super) is_cloud: bool,
}

impl JiraConnection {
    /// Finds the credential and asks the site for its edition.
    pub(super) fn open(source: &JiraSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let host = source.site.host_str().ok_or_else(|| FetchError::Source {
            field: "site",
            found: source.site.to_string(),
            expected: "the address of the site, such as https://acme.atlassian.net",
        })?;
        let credential = session.settings.credentials.find(host, &[PERSONAL_TOKEN, API_TOKEN])?;
        let api = Api {
            tracker: "Jira",
            base: source.site.clone(),
            headers: vec![("Authorization", authorization(&credential)?)],
            credential_origin: credential.origin,
            needed_rights: "the right to browse the project, and access to Jira Software",
        };
        let server = api.get(&session.client, None, "/rest/api/2/serverInfo", &[])?;
        Ok(Self { api, is_cloud: text(&server, "deploymentType") == "Cloud" })
    }

    pub(super) const fn edition(&self) -> &'static str {
        if self.is_cloud { "Jira Cloud" } else { "Jira Data Center" }
    }

    /// Returns the user of the credential. Lists are empty for a credential that Jira does not know, so this is asked first.
    pub(super) fn user(&self, session: &Session<'_>) -> Result<String, FetchError> {
        let user = self.api.get(&session.client, None, "/rest/api/2/myself", &[])?;
        let names = ["emailAddress", "displayName", "name", "accountId"];
        Ok(names.iter().map(|field| text(&user, field)).find(|name| !name.is_empty()).unwrap_or_default())
    }

    pub(super) fn get(
        &self,
        session: &Session<'_>,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Value, FetchError> {
        self.api.get(&session.client, session.settings.cache.as_ref(), path, query)
    }

    /// Returns all pages of a list. The next page follows `nextPageToken`, else begins after the entries so far, until
    /// `isLast` or `total` says that it was the last.
    pub(super) fn pages(
        &self,
        session: &Session<'_>,
        path: &str,
        entries: &str,
        query: &[(&str, &str)],
    ) -> Result<Vec<Value>, FetchError> {
        let size = PAGE_ENTRIES.to_string();
        let mut entry_count = 0;
        fetch_pages(&format!("GET {}{path}", self.api.base), |position: Option<PagePosition>| {
            let mut query = query.to_vec();
            query.push(("maxResults", &size));
            query.extend(position.iter().map(|position| (position.parameter, position.value.as_str())));
            let answer = self.get(session, path, &query)?;
            let page_entries = answer.get(entries).and_then(Value::as_array).map_or(0, Vec::len);
            entry_count += page_entries;
            let next = next_position(&answer, entry_count).filter(|_| page_entries > 0);
            Ok(Page { answer, next })
        })
    }
}

/// The position of a page.
struct PagePosition {
    /// The parameter that asks for it.
    parameter: &'static str,
    value: String,
}

/// Returns the position of the page after one that ends with the given entry; `None` if that is the last.
fn next_position(page: &Value, entry_count: usize) -> Option<PagePosition> {
    let is_last = page.get("isLast").and_then(Value::as_bool);
    let token = text(page, "nextPageToken");
    if !token.is_empty() {
        return (is_last != Some(true)).then_some(PagePosition { parameter: "nextPageToken", value: token });
    }
    let total = page.get("total").and_then(Value::as_u64);
    let has_more = match (is_last, total) {
        (Some(is_last), _) => !is_last,
        (None, Some(total)) => u64::try_from(entry_count).is_ok_and(|count| count < total),
        (None, None) => false,
    };
    has_more.then(|| PagePosition { parameter: "startAt", value: entry_count.to_string() })
}

/// Returns the header of a credential: a bearer token, or name and secret.
fn authorization(credential: &Credential) -> Result<SecretString, FetchError> {
    if credential.origin == PERSONAL_TOKEN {
        return Ok(credential.bearer());
    }
    let email = std::env::var(EMAIL).ok().filter(|email| !email.trim().is_empty());
    match credential.user.clone().or(email) {
        Some(user) => {
            let pair = format!("{}:{}", user.trim(), credential.secret.expose_secret());
            Ok(format!("Basic {}", STANDARD.encode(pair)).into())
        }
        // A token alone is one of Data Center, unless it is in the variable of Cloud's.
        None if credential.origin != API_TOKEN => Ok(credential.bearer()),
        None => Err(FetchError::Source {
            field: EMAIL,
            found: "nothing".to_owned(),
            expected: "the e-mail address of the account that JIRA_API_TOKEN belongs to",
        }),
    }
}
