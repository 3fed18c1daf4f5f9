//! Answers of services: JSON, or a refusal with the service's own words and a remedy.

use emberline_client::{Client, Request, Response};
use serde_json::Value;

use super::json::text_at;
use super::post_error::{PostError, Refusal};
use super::truncate::truncate_chars;

/// A sign of a refusal (the service's code for it, or a status) and what to do about it.
pub(crate) type Remedy = (&'static str, &'static str);

/// Places of the code and of the message in the answers of the services that we know.
const CODES: [&str; 7] = ["/errcode", "/errorType", "/error/status", "/error/code", "/code", "/id", "/error"];
const MESSAGES: [&str; 4] = ["/error/message", "/message", "/msg", "/error"];
/// Maximal characters of a service's message in an error.
const MAX_MESSAGE_CHARS: usize = 200;

/// A request that did not do what it should.
pub(crate) enum CallError {
    /// The service refused it.
    Refused(ServiceRefusal),
    /// There was no answer.
    Failed(PostError),
}

/// A refusal in the service's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ServiceRefusal {
    /// The request, without secrets.
    request: String,
    pub(crate) status: u16,
    /// The service's code; empty if there is none.
    pub(crate) code: String,
    /// The service's message; empty if there is none.
    pub(crate) message: String,
}

/// Sends a request and reads the answer; an answer without JSON is `null`.
pub(crate) fn call(client: &Client, request: &Request) -> Result<Value, CallError> {
    let response = client.send(request).map_err(|error| CallError::Failed(error.into()))?;
    let answer = response.json().unwrap_or(Value::Null);
    // Some services say 200 and mean no.
    let is_refused =
        answer.get("success") == Some(&Value::Bool(false)) || text_at(&answer, "/result") == Some("error");
    match response.is_success() && !is_refused {
        true => Ok(answer),
        false => Err(CallError::Refused(ServiceRefusal::new(request, &response, &answer))),
    }
}

impl ServiceRefusal {
    fn new(request: &Request, response: &Response, answer: &Value) -> Self {
        let find = |pointers: &[&str]| {
            let texts = pointers.iter().filter_map(|pointer| match answer.pointer(pointer)? {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            });
            texts.map(|text| truncate_chars(&text, MAX_MESSAGE_CHARS)).find(|text| !text.is_empty())
        };
        Self {
            request: request.to_string(),
            status: response.status,
            code: find(&CODES).or_else(|| plain_code(response)).unwrap_or_default(),
            message: find(&MESSAGES).unwrap_or_default(),
        }
    }

    /// Returns the refusal with the first remedy whose sign is the code or the status.
    pub(crate) fn with_remedy(self, remedies: &[Remedy]) -> Refusal {
        let status = self.status.to_string();
        let remedy = remedies.iter().find(|(sign, _)| *sign == self.code || *sign == status);
        let mut reason = format!("status {status}");
        for part in [&self.code, &self.message] {
            if !part.is_empty() && !reason.contains(part.as_str()) {
                reason += &format!(", {part}");
            }
        }
        let remedy = remedy.map_or("", |(_, remedy)| remedy).to_owned();
        Refusal { method: self.request, reason, remedy }
    }
}

/// Returns a body of one word, such as `no_service` of Slack's webhooks.
fn plain_code(response: &Response) -> Option<String> {
    let text = response.text();
    let is_code = |text: &str| text.len() <= 60 && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    Some(text.trim().to_owned()).filter(|text| !text.is_empty() && is_code(text))
}

impl CallError {
    /// Returns the error with what to do about it.
    pub(crate) fn with_remedy(self, remedies: &[Remedy]) -> PostError {
        match self {
            Self::Refused(refusal) => refusal.with_remedy(remedies).into(),
            Self::Failed(error) => error,
        }
    }
}

/// Returns the text at a place of an answer.
///
/// # Errors
/// It is not there.
pub(crate) fn require_text(answer: &Value, pointer: &str, request: &str) -> Result<String, PostError> {
    text_at(answer, pointer).map(str::to_owned).ok_or_else(|| {
        let reason = format!("an answer without {pointer}");
        Refusal { method: request.to_owned(), reason, remedy: String::new() }.into()
    })
}

#[cfg(test)]
mod tests {
    use emberline_client::Method;

    use super::*;

    fn refuse(status: u16, body: &str) -> String {
        let request = Request::new(Method::POST, "https://acme.example/api".parse().expect("an address"));
        let response = Response { status, headers: Vec::new(), body: body.as_bytes().to_vec() };
        let answer = response.json().unwrap_or(Value::Null);
        let remedies =
            [("M_FORBIDDEN", "join the room"), ("50013", "allow it"), ("404", "check the address")];
        ServiceRefusal::new(&request, &response, &answer).with_remedy(&remedies).to_string()
    }

    #[test]
    fn each_service_says_no_in_its_own_way() {
        for (status, body, expected) in [
            (
                403,
                r#"{"errcode": "M_FORBIDDEN", "error": "not in room"}"#,
                "status 403, M_FORBIDDEN, not in room: join the room",
            ),
            (
                403,
                r#"{"code": 50013, "message": "Missing Permissions"}"#,
                "status 403, 50013, Missing Permissions: allow it",
            ),
            (404, "no_service", "status 404, no_service: check the address"),
            (404, "<html>secret</html>", "status 404: check the address"),
            (500, "", "status 500"),
        ] {
            assert_eq!(refuse(status, body), format!("POST https://acme.example/api: {expected}"));
        }
    }
}
