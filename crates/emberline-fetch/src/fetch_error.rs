//! Errors of fetching.

use std::path::Path;

use emberline_client::{ClientError, CredentialError};

/// The reason why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// No answer.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// No credential.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// An answer that is an error, or not what the tracker documents.
    #[error("{request}: {found}{}", remedy_text(.remedy.as_deref()))]
    Answer {
        /// The method and the address.
        request: String,
        /// The status of the answer.
        status: u16,
        /// The tracker's own code of the error, such as `NOT_FOUND`.
        code: Option<String>,
        /// The status and the tracker's own words, or what is wrong with the answer.
        found: String,
        /// What to do.
        remedy: Option<String>,
    },
    /// A board, sprint, project or team of this name does not exist, or there are several.
    #[error("{field}: {found}{}", remedy_text(.remedy.as_deref()))]
    NotFound {
        /// The argument.
        field: &'static str,
        /// What was found.
        found: String,
        /// The nearest names, or what to do.
        remedy: Option<String>,
    },
    /// A value of the source that can't be used.
    #[error("{field}: found {found}, expected {expected}")]
    Source {
        /// The argument.
        field: &'static str,
        /// What was found.
        found: String,
        /// What is expected.
        expected: &'static str,
    },
    /// The folder of the cache or of the snapshots can't be used.
    #[error("{path}: {reason}")]
    File {
        /// The file or folder.
        path: String,
        /// The reason.
        reason: String,
    },
}

fn remedy_text(remedy: Option<&str>) -> String {
    remedy.map(|remedy| format!("; {remedy}")).unwrap_or_default()
}

/// The number of names that an error lists.
const MAX_NAMES: usize = 8;

impl FetchError {
    /// True if the tracker answers that there is no such thing, or none that the credential may see.
    pub(crate) fn is_not_found(&self) -> bool {
        matches!(self, Self::Answer { status: 404, .. }) || self.code() == Some("NOT_FOUND")
    }

    /// The tracker's own code of the error.
    pub(crate) fn code(&self) -> Option<&str> {
        match self {
            Self::Answer { code, .. } => code.as_deref(),
            _ => None,
        }
    }

    /// A file or folder that can't be used.
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File { path: path.display().to_string(), reason: error.to_string() }
    }

    /// An unknown name, with the known ones: the nearest first.
    pub(crate) fn unknown_name(field: &'static str, name: &str, known: &[String]) -> Self {
        let mut nearest: Vec<&String> = known.iter().collect();
        let distance = |other: &str| strsim::damerau_levenshtein(&name.to_lowercase(), &other.to_lowercase());
        nearest.sort_by_key(|other| distance(other));
        let names: Vec<String> = nearest.iter().take(MAX_NAMES).map(|name| format!("\"{name}\"")).collect();
        let more = known.len().saturating_sub(MAX_NAMES);
        let remedy = match (names.is_empty(), more) {
            (true, _) => "there is none that this credential may see".to_owned(),
            (false, 0) => format!("there are {}", names.join(", ")),
            (false, more) => format!("there are {} and {more} more", names.join(", ")),
        };
        Self::NotFound { field, found: format!("found no \"{name}\""), remedy: Some(remedy) }
    }
}
