//! Queries of GraphQL. Their errors come with status 200, beside the data or without.

use emberline_client::{Body, Client, Method, Request, Response};
use serde_json::{Value, json};

use super::api::{Api, own_words};
use super::fetch_error::FetchError;
use super::json_fields::take_entries;
use super::pages::{Page, fetch_pages, next_cursor};

/// Codes of errors that say "not now": of GitHub and of Linear.
const REFUSALS: [&str; 2] = ["RATE_LIMITED", "RATELIMITED"];
/// Codes of errors that say that the credential is not accepted.
const NOT_ACCEPTED: [&str; 2] = ["AUTHENTICATION_ERROR", "UNAUTHENTICATED"];

impl Api {
    /// Sends a query of GraphQL and returns the whole answer, `data` included.
    ///
    /// # Errors
    /// An answer with `errors`, even beside data.
    pub(crate) fn graphql(
        &self,
        client: &Client,
        path: &str,
        query: &str,
        variables: &Value,
    ) -> Result<Value, FetchError> {
        let body = Body::Json(json!({ "query": query, "variables": variables }));
        let request = Request::new(Method::POST, self.url(path, &[])?).repeatable().with_body(body);
        let request = self.with_headers(request).with_refusal(is_rate_limited);
        let response = client.send(&request)?;
        let failed = response.json().ok().filter(has_errors);
        let Some(answer) = failed else { return self.parse_answer(&request, &response) };
        let code = error_code(&answer).map(str::to_owned);
        let words = own_words(&answer).unwrap_or_else(|| "errors without a message".to_owned());
        let remedy = match code.as_deref() {
            Some(code) if NOT_ACCEPTED.contains(&code) => self.status_remedy(401),
            Some("NOT_FOUND") => self.status_remedy(404),
            Some(code) if REFUSALS.contains(&code) => self.status_remedy(429),
            _ if response.is_success() => self.status_remedy(403),
            _ => self.status_remedy(response.status),
        };
        Err(FetchError::Answer {
            request: request.to_string(),
            status: response.status,
            code,
            found: format!("{} says: {words}", self.tracker),
            remedy,
        })
    }
}

/// Adds the further pages of a list inside an answer to its first one. `fetch` returns the page after a cursor.
pub(crate) fn complete_list(
    request: &str,
    list: &mut Value,
    mut fetch: impl FnMut(&str) -> Result<Value, FetchError>,
) -> Result<(), FetchError> {
    let Some(first) = next_cursor(list) else { return Ok(()) };
    let pages = fetch_pages(request, |after: Option<String>| {
        let answer = fetch(after.as_ref().unwrap_or(&first))?;
        Ok(Page { next: next_cursor(&answer), answer })
    })?;
    let further = pages.into_iter().flat_map(|mut page| take_entries(&mut page, "/nodes"));
    if let Some(entries) = list.get_mut("nodes").and_then(Value::as_array_mut) {
        entries.extend(further);
    }
    if let Some(has_next) = list.pointer_mut("/pageInfo/hasNextPage") {
        *has_next = Value::Bool(false);
    }
    Ok(())
}

fn has_errors(answer: &Value) -> bool {
    answer.get("errors").and_then(Value::as_array).is_some_and(|errors| !errors.is_empty())
}

/// Returns the code of the first error: GitHub's `type`, else the `code` of its extensions.
fn error_code(answer: &Value) -> Option<&str> {
    let error = answer.pointer("/errors/0")?;
    error.get("type").or_else(|| error.pointer("/extensions/code"))?.as_str()
}

/// True if the answer says that a limit of requests is reached.
fn is_rate_limited(response: &Response) -> bool {
    // Answers with data are large: they are parsed only if they have the word at all.
    let has_word = |word: &&str| response.body.windows(word.len()).any(|part| part == word.as_bytes());
    REFUSALS.iter().any(has_word)
        && response
            .json()
            .is_ok_and(|answer| error_code(&answer).is_some_and(|code| REFUSALS.contains(&code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &Value) -> Response {
        Response { status: 200, headers: Vec::new(), body: body.to_string().into_bytes() }
    }

    #[test]
    fn a_limit_of_requests_is_told_by_its_code() {
        assert!(is_rate_limited(&answer(&json!({ "errors": [{ "type": "RATE_LIMITED" }] }))));
        assert!(is_rate_limited(&answer(
            &json!({ "errors": [{ "extensions": { "code": "RATELIMITED" } }] })
        )));
        assert!(!is_rate_limited(&answer(&json!({ "data": { "title": "RATELIMITED" } }))));
        assert!(!is_rate_limited(&answer(&json!({ "errors": [{ "type": "NOT_FOUND" }] }))));
    }
}
