//! A request as plain data.

use std::fmt;

use http::Method;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

use super::response::Response;

/// The body of a request.
#[derive(Clone, Debug, Default)]
pub enum Body {
    /// No body.
    #[default]
    Empty,
    /// A JSON value.
    Json(Value),
    /// Fields of a form, encoded as in an address.
    Form(Vec<(String, String)>),
    /// Bytes of any kind.
    Bytes {
        /// The content type.
        content_type: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

impl Body {
    /// The content type and the bytes; `None` without a body.
    pub(crate) fn encode(&self) -> Option<(String, Vec<u8>)> {
        match self {
            Self::Empty => None,
            Self::Json(value) => {
                Some(("application/json; charset=utf-8".to_owned(), value.to_string().into_bytes()))
            }
            Self::Form(fields) => {
                let mut form = url::form_urlencoded::Serializer::new(String::new());
                form.extend_pairs(fields);
                Some(("application/x-www-form-urlencoded".to_owned(), form.finish().into_bytes()))
            }
            Self::Bytes { content_type, bytes } => Some((content_type.clone(), bytes.clone())),
        }
    }
}

/// A request. Its `Debug` and `Display` contain no header, no body and, if the address is a secret, only the host.
#[derive(Clone)]
pub struct Request {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: Vec<(String, SecretString)>,
    pub(crate) body: Body,
    /// True if sending it twice has the effect of sending it once.
    pub(crate) is_repeatable: bool,
    /// True for an answer that says "not now" in its body.
    pub(crate) is_refused: Option<fn(&Response) -> bool>,
    has_secret_address: bool,
}

impl Request {
    /// A request that only reads, and so may be repeated.
    pub fn get(url: Url) -> Self {
        Self { is_repeatable: true, ..Self::new(Method::GET, url) }
    }

    /// A request that is repeated only if the server refused it or was not reached.
    pub const fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: Vec::new(),
            body: Body::Empty,
            is_repeatable: false,
            is_refused: None,
            has_secret_address: false,
        }
    }

    /// Adds a header; its value is never printed.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl Into<SecretString>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn with_body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    /// Declares that sending the request twice has the effect of sending it once.
    #[must_use]
    pub const fn repeatable(mut self) -> Self {
        self.is_repeatable = true;
        self
    }

    /// Sets the test for answers that say "not now" in their body, as GraphQL does: they are waited for as for a status of 429.
    #[must_use]
    pub const fn with_refusal(mut self, is_refused: fn(&Response) -> bool) -> Self {
        self.is_refused = Some(is_refused);
        self
    }

    /// Declares that the address is a secret, as that of a webhook is: only its host is printed.
    #[must_use]
    pub const fn with_secret_address(mut self) -> Self {
        self.has_secret_address = true;
        self
    }

    /// The address.
    pub const fn url(&self) -> &Url {
        &self.url
    }

    /// The method.
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// The body.
    pub const fn body(&self) -> &Body {
        &self.body
    }

    pub(crate) fn header_values(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.expose_secret()))
    }
}

impl fmt::Display for Request {
    /// Writes the method and the address without its query, such as `GET https://acme.atlassian.net/rest/api/3/myself`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.url.host_str().unwrap_or_default();
        write!(f, "{} {}://{host}", self.method, self.url.scheme())?;
        if let Some(port) = self.url.port() {
            write!(f, ":{port}")?;
        }
        f.write_str(if self.has_secret_address { "/…" } else { self.url.path() })
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_printed() {
        let url: Url =
            "https://hooks.slack.com:8443/services/T0/B0/SECRET?sig=SECRET".parse().expect("an address");
        let request = Request::new(Method::POST, url.clone()).with_header("Authorization", "Bearer SECRET");
        let printed = format!("{0} {0:?}", request.with_secret_address());
        assert!(!printed.contains("SECRET"), "{printed}");
        assert!(printed.starts_with("POST https://hooks.slack.com:8443/… "), "{printed}");
        assert!(!format!("{}", Request::get(url)).contains("sig"));
    }

    #[test]
    fn a_form_is_encoded_as_in_an_address() {
        let body = Body::Form(vec![("alt_txt".to_owned(), "a b&c=ü".to_owned())]);
        let (content_type, bytes) = body.encode().expect("a body");
        assert_eq!(content_type, "application/x-www-form-urlencoded");
        assert_eq!(String::from_utf8(bytes).expect("a text"), "alt_txt=a+b%26c%3D%C3%BC");
    }
}
