//! Queries of Analytics, whose pages follow each other by `@odata.nextLink`.

use serde_json::{Value, json};
use url::Url;

use super::AzureSource;
use super::connection::AzureConnection;
use crate::api::encode_segment;
use crate::fetch_error::FetchError;
use crate::json_fields::{take_entries, text};
use crate::pages::{Page, fetch_pages};
use crate::session::Session;

/// The path of entities in Analytics.
pub(super) fn path(source: &AzureSource, entities: &str) -> String {
    format!("/{}/_odata/v4.0-preview/{entities}", encode_segment(&source.project))
}

/// Returns a text as OData writes it.
pub(super) fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Fetches the rows of all pages.
pub(super) fn fetch_rows(
    azure: &AzureConnection,
    session: &Session<'_>,
    path: &str,
    query: &[(&str, &str)],
) -> Result<Vec<Value>, FetchError> {
    let first = azure.analytics.url(path, query)?;
    let cache = session.settings.cache.as_ref();
    let pages = fetch_pages(&format!("GET {}{path}", azure.analytics.base), |url: Option<Url>| {
        let page = azure.analytics.get_page(&session.client, cache, url.unwrap_or_else(|| first.clone()))?;
        let next = text(&page.answer, "@odata.nextLink").parse().ok();
        Ok(Page { answer: page.answer, next })
    })?;
    Ok(pages.into_iter().flat_map(|mut page| take_entries(&mut page, "/value")).collect())
}

/// The rows as Analytics answers them in one page.
pub(super) fn document(rows: &[Value]) -> Value {
    json!({ "@odata.count": rows.len(), "value": rows })
}
