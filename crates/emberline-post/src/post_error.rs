//! Errors of posting, each with a remedy.

use std::fmt;

use emberline_client::{ClientError, CredentialError};

use super::state::StateError;

/// A message that was not posted, or not whole.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PostError {
    /// There is no credential.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// A variable of the environment is missing or wrong.
    #[error("{variable}: {problem}")]
    Variable {
        /// The name of the variable.
        variable: &'static str,
        /// What was found and what is expected; never the value.
        problem: String,
    },
    /// There was no answer.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// The chat refused the request.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The channel does not exist.
    #[error("found no channel {channel:?}{nearest}")]
    UnknownChannel {
        /// The channel.
        channel: String,
        /// Channels with similar names, or what else to do.
        nearest: String,
    },
    /// The chat can't show the picture.
    #[error("{0}")]
    Picture(String),
    /// The state can't be used.
    #[error(transparent)]
    State(#[from] StateError),
}

/// A request that a chat refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The method or the request, without secrets.
    pub method: String,
    /// The chat's own word for the reason.
    pub reason: String,
    /// What to do about it; empty if nobody knows.
    pub remedy: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.method, self.reason)?;
        if !self.remedy.is_empty() {
            write!(f, ": {}", self.remedy)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
