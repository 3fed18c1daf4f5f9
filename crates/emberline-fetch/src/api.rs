//! The interface of a tracker: its address, its headers, and its words for errors.

use emberline_client::{Body, Client, Method, Request, Response, SecretString};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use url::Url;

use super::cache::{Cache, CachedAnswer};
use super::fetch_error::FetchError;
use super::pages::{Page, next_link};

/// The interface of a tracker, REST or GraphQL.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    /// The tracker's name in errors.
    pub(crate) tracker: &'static str,
    /// The address that paths are added to, without a slash at the end.
    pub(crate) base: Url,
    /// Headers of every request, the credential among them.
    pub(crate) headers: Vec<(&'static str, SecretString)>,
    /// The place of the credential, such as `JIRA_API_TOKEN`.
    pub(crate) credential_origin: String,
    /// The rights that the credential needs, in the tracker's words.
    pub(crate) needed_rights: &'static str,
}

/// Parses the address of a tracker that is the same for everybody.
#[expect(clippy::expect_used, reason = "constants only, each of which a test fetches from or plans")]
pub(crate) fn public_address(address: &'static str) -> Url {
    address.parse().expect("a constant address is valid")
}

/// Parses the address of a server that a user gives.
pub(crate) fn parse_address(text: &str) -> Result<Url, String> {
    let address =
        Url::parse(text).ok().filter(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    address.ok_or_else(|| "expected an address that begins with https://".to_owned())
}

/// Reads the address of a server from a profile.
pub(crate) fn deserialize_address<'de, D: Deserializer<'de>>(from: D) -> Result<Url, D::Error> {
    let text = String::deserialize(from)?;
    parse_address(&text).map_err(|expected| D::Error::custom(format!("found {text:?}, {expected}")))
}

/// Encodes a text as one segment of a path: slashes and spaces in it are no separators.
pub(crate) fn encode_segment(text: &str) -> String {
    const ENCODED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, &ENCODED).to_string()
}

/// Maximal characters of a tracker's own words in an error.
const MAX_MESSAGE_CHARS: usize = 300;

impl Api {
    /// Sends a `GET` and returns the JSON of the answer. With a cache, the tracker is asked whether its answer has changed.
    pub(crate) fn get(
        &self,
        client: &Client,
        cache: Option<&Cache>,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Value, FetchError> {
        Ok(self.get_page(client, cache, self.url(path, query)?)?.answer)
    }

    /// Like [`Self::get`], with a whole address, such as that of a next page, and with the address of the page after it.
    pub(crate) fn get_page(
        &self,
        client: &Client,
        cache: Option<&Cache>,
        url: Url,
    ) -> Result<Page<Url>, FetchError> {
        let key = url.to_string();
        let cached = cache.and_then(|cache| cache.find(&key));
        let mut request = self.with_headers(Request::get(url));
        if let Some(cached) = &cached {
            request = request.with_header("If-None-Match", cached.version.clone());
        }
        let response = client.send(&request)?;
        if let (304, Some(cached)) = (response.status, cached) {
            return Ok(Page { answer: cached.body, next: cached.next });
        }
        let answer = self.parse_answer(&request, &response)?;
        let next = response.header("link").and_then(next_link);
        if let (Some(cache), Some(version)) = (cache, response.header("etag")) {
            let version = version.to_owned();
            cache.keep(&key, &CachedAnswer { version, body: answer.clone(), next: next.clone() })?;
        }
        Ok(Page { answer, next })
    }

    /// Sends a `POST` that only reads and returns the JSON of the answer.
    pub(crate) fn query(&self, client: &Client, path: &str, body: Value) -> Result<Value, FetchError> {
        let request =
            Request::new(Method::POST, self.url(path, &[])?).repeatable().with_body(Body::Json(body));
        let request = self.with_headers(request);
        self.parse_answer(&request, &client.send(&request)?)
    }

    /// Returns the address of a path with a query.
    pub(crate) fn url(&self, path: &str, query: &[(&str, &str)]) -> Result<Url, FetchError> {
        let text = format!("{}{path}", self.base.as_str().trim_end_matches('/'));
        let mut url: Url = text.parse().map_err(|_| FetchError::Source {
            field: "path",
            found: text,
            expected: "the path of an address",
        })?;
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
            // Not all trackers read a plus sign as a space.
            let encoded = url.query().map(|query| query.replace('+', "%20"));
            url.set_query(encoded.as_deref());
        }
        Ok(url)
    }

    pub(crate) fn with_headers(&self, request: Request) -> Request {
        let request = request.with_header("Accept", "application/json".to_owned());
        self.headers.iter().fold(request, |request, (name, value)| request.with_header(name, value.clone()))
    }

    pub(crate) fn parse_answer(&self, request: &Request, response: &Response) -> Result<Value, FetchError> {
        let refuse = |found: String, remedy: Option<String>| FetchError::Answer {
            request: request.to_string(),
            status: response.status,
            code: None,
            found,
            remedy,
        };
        let json = response.json();
        if !response.is_success() {
            let words = json.map_or_else(|_| plain_words(&response.text()), |answer| own_words(&answer));
            let words = words.map(|words| format!(": {} says: {words}", self.tracker)).unwrap_or_default();
            return Err(refuse(
                format!("status {}{words}", response.status),
                self.status_remedy(response.status),
            ));
        }
        json.map_err(|error| match response.body.trim_ascii_start().first() {
            Some(b'<') => refuse(
                "a web page, perhaps a log-in".to_owned(),
                Some(format!("check the address and the credential of {}", self.credential_origin)),
            ),
            _ => refuse(format!("no JSON ({error})"), Some("check the address".to_owned())),
        })
    }

    /// The remedy for a status.
    pub(crate) fn status_remedy(&self, status: u16) -> Option<String> {
        let origin = &self.credential_origin;
        match status {
            401 => Some(format!(
                "the credential of {origin} is not accepted: it may be wrong, expired or of another site"
            )),
            403 => Some(format!("the credential of {origin} needs {}", self.needed_rights)),
            404 => Some(format!(
                "it does not exist, or the credential of {origin} may not see it: it needs {}",
                self.needed_rights
            )),
            407 => Some(
                "the proxy wants a name and a password: HTTPS_PROXY=http://NAME:PASSWORD@HOST".to_owned(),
            ),
            429 | 500..=599 => Some("try again later".to_owned()),
            _ => None,
        }
    }
}

/// Returns an answer that is a short text, as Trello's errors are; `None` for a page.
fn plain_words(text: &str) -> Option<String> {
    let text = text.trim();
    let is_short = !text.is_empty() && text.chars().count() <= MAX_MESSAGE_CHARS;
    (is_short && !text.starts_with('<')).then(|| text.to_owned())
}

/// Returns a tracker's own words for an error, wherever it writes them.
pub(crate) fn own_words(answer: &Value) -> Option<String> {
    const PLACES: [&str; 7] = [
        "/errorMessages/0",
        "/errors/0/message",
        "/message",
        "/error_description",
        "/error/message",
        "/error",
        "/errors/0",
    ];
    let text = PLACES.iter().find_map(|place| answer.pointer(place)?.as_str().map(str::to_owned));
    let text = text.or_else(|| {
        let (field, message) = answer.get("errors")?.as_object()?.iter().next()?;
        Some(format!("{field}: {}", message.as_str()?))
    })?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text.chars().take(MAX_MESSAGE_CHARS).collect())
}
