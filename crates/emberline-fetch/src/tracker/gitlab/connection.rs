//! The site of GitLab, and the credential.

use serde_json::Value;
use url::Url;

use super::{GitLabSource, Target};
use crate::api::{Api, encode_segment};
use crate::cache::Cache;
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::pages::fetch_pages;
use crate::session::Session;

const TOKEN: &str = "GITLAB_TOKEN";
/// Maximal entries of a page.
const PAGE_ENTRIES: &str = "100";

/// A site of GitLab.
pub(super) struct GitLabConnection {
    pub(super) api: Api,
}

impl GitLabConnection {
    /// Finds the credential.
    pub(super) fn open(source: &GitLabSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let host = source.site.host_str().ok_or_else(|| FetchError::Source {
            field: "site",
            found: source.site.to_string(),
            expected: "the address of the site, such as https://gitlab.com",
        })?;
        let credential = session.settings.credentials.find(host, &[TOKEN])?;
        let api = Api {
            tracker: "GitLab",
            base: source.site.clone(),
            headers: vec![("PRIVATE-TOKEN", credential.secret)],
            credential_origin: credential.origin,
            needed_rights: "the scope read_api and the role Reporter or Planner, which the token of a job lacks",
        };
        Ok(Self { api })
    }

    /// Returns the user of the credential. Public projects are readable without one, so this is asked first.
    pub(super) fn user(&self, session: &Session<'_>) -> Result<String, FetchError> {
        let user = self.api.get(&session.client, None, "/api/v4/user", &[])?;
        Ok(text(&user, "username"))
    }

    /// Returns all entries of a list, which goes on in the pages of the header `Link`.
    pub(super) fn list(
        &self,
        session: &Session<'_>,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Vec<Value>, FetchError> {
        self.list_pages(session, session.settings.cache.as_ref(), path, query)
    }

    /// Like [`Self::list`], with a cache of pages or none.
    pub(super) fn list_pages(
        &self,
        session: &Session<'_>,
        cache: Option<&Cache>,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Vec<Value>, FetchError> {
        let query: Vec<(&str, &str)> = query.iter().copied().chain([("per_page", PAGE_ENTRIES)]).collect();
        let first = self.api.url(&format!("/api/v4{path}"), &query)?;
        let pages = fetch_pages(&format!("GET {}api/v4{path}", self.api.base), |url: Option<Url>| {
            let url = url.unwrap_or_else(|| first.clone());
            self.api.get_page(&session.client, cache, url)
        })?;
        let entries = pages.into_iter().filter_map(|page| match page {
            Value::Array(entries) => Some(entries),
            _ => None,
        });
        Ok(entries.flatten().collect())
    }
}

impl Target<'_> {
    /// The path of the group or the project in the API.
    pub(super) fn api_path(&self) -> String {
        let kind = if self.is_group { "groups" } else { "projects" };
        format!("/{kind}/{}", encode_segment(self.path))
    }
}
