//! Calls of Slack's API: a method and its arguments in, an answer with `"ok": true` or a failure out.

use emberline_client::{Body, Client, ExposeSecret, Method, Request, SecretString};
use serde_json::Value;
use url::Url;

use super::remedies::remedy_of;
use crate::json::{entries_at, text_at};
use crate::post_error::{PostError, Refusal};

/// A call of a method.
#[derive(Clone, Debug)]
pub(super) struct ApiCall {
    pub(super) method: &'static str,
    pub(super) arguments: Body,
    /// True if calling it twice has the effect of calling it once.
    pub(super) is_repeatable: bool,
}

/// Slack's API with a token.
#[derive(Clone, Copy)]
pub(super) struct SlackApi<'a> {
    pub(super) client: &'a Client,
    pub(super) url: &'a Url,
    pub(super) token: &'a SecretString,
}

/// A call that did not do what it should.
pub(super) enum SlackFailure {
    /// Slack's answer is `"ok": false`.
    Refused(SlackRefusal),
    /// There was no answer of Slack's.
    Failed(PostError),
}

/// An answer with `"ok": false`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SlackRefusal {
    pub(super) method: &'static str,
    pub(super) error: String,
    /// The scope that the token lacks, for `missing_scope`.
    needed: Option<String>,
    /// Slack's further words.
    messages: Vec<String>,
}

impl SlackApi<'_> {
    /// Calls a method.
    pub(super) fn call(&self, call: &ApiCall) -> Result<Value, SlackFailure> {
        let failed = |error: PostError| SlackFailure::Failed(error);
        let url = self.url.join(call.method).map_err(|_| failed(unexpected(call.method, "no address")))?;
        let mut request = Request::new(Method::POST, url)
            .with_header("Authorization", format!("Bearer {}", self.token.expose_secret()))
            .with_body(call.arguments.clone());
        if call.is_repeatable {
            request = request.repeatable();
        }
        let response = self.client.send(&request).map_err(|error| failed(error.into()))?;
        match response.json() {
            Ok(answer) if answer.get("ok") == Some(&Value::Bool(true)) => Ok(answer),
            Ok(answer) if text_at(&answer, "/error").is_some() => {
                Err(SlackFailure::Refused(SlackRefusal::from_answer(call.method, &answer)))
            }
            _ => Err(failed(unexpected(
                call.method,
                &format!("status {} and no answer of Slack's; is SLACK_API_URL right?", response.status),
            ))),
        }
    }
}

impl SlackRefusal {
    fn from_answer(method: &'static str, answer: &Value) -> Self {
        let texts = entries_at(answer, "/response_metadata/messages").filter_map(Value::as_str);
        Self {
            method,
            error: text_at(answer, "/error").unwrap_or_default().to_owned(),
            needed: text_at(answer, "/needed").map(str::to_owned),
            messages: texts.map(str::to_owned).collect(),
        }
    }

    /// True if the message may be accepted without blocks.
    pub(super) fn is_about_blocks(&self) -> bool {
        let errors = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"];
        errors.contains(&self.error.as_str())
    }

    /// True if the message exists but can't be edited.
    pub(super) fn forbids_editing(&self) -> bool {
        ["edit_window_closed", "cant_update_message"].contains(&self.error.as_str())
    }

    /// Returns the refusal in words, with what to do about it.
    pub(super) fn into_refusal(self) -> Refusal {
        let mut reason = self.error.clone();
        if !self.messages.is_empty() {
            reason += &format!(" ({})", self.messages.join("; "));
        }
        let remedy = match (&self.needed, self.error.as_str()) {
            (Some(scope), "missing_scope") => format!(
                "add the scope {scope} to your Slack app under OAuth & Permissions, and install the app again"
            ),
            (_, error) => remedy_of(error).to_owned(),
        };
        Refusal { method: self.method.to_owned(), reason, remedy }
    }
}

impl From<SlackFailure> for PostError {
    fn from(failure: SlackFailure) -> Self {
        match failure {
            SlackFailure::Refused(refusal) => refusal.into_refusal().into(),
            SlackFailure::Failed(error) => error,
        }
    }
}

/// The error of an answer that is none of Slack's.
pub(super) fn unexpected(method: &str, reason: &str) -> PostError {
    Refusal { method: method.to_owned(), reason: reason.to_owned(), remedy: String::new() }.into()
}
