//! One run of fetching: the client, the credentials, the cache and the documents so far.

use emberline_client::{Client, ClientError, ClientSettings, CredentialSource};
use jiff::Zoned;
use serde_json::Value;

use super::cache::Cache;
use super::fetched::{DocumentWriter, Fetched};

/// Settings for fetching, whatever the tracker.
#[derive(Clone, Debug, Default)]
pub struct FetchSettings {
    /// Limits of time and size, and certificates.
    pub client: ClientSettings,
    /// Places to look for the credential.
    pub credentials: CredentialSource,
    /// Answers of earlier runs.
    pub cache: Option<Cache>,
    /// Fetches the titles of items, too.
    pub titles: bool,
    /// The current time in the team's time zone: it says which sprint runs, and which day a board shows.
    pub now: Zoned,
}

/// One run of fetching.
pub(crate) struct Session<'a> {
    pub(crate) client: Client,
    pub(crate) settings: &'a FetchSettings,
    documents: DocumentWriter,
    counts: Vec<String>,
    notes: Vec<String>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(settings: &'a FetchSettings) -> Result<Self, ClientError> {
        Ok(Self {
            client: Client::new(settings.client.clone())?,
            settings,
            documents: DocumentWriter::default(),
            counts: Vec::new(),
            notes: Vec::new(),
        })
    }

    pub(crate) fn add_document(&mut self, document: &Value) {
        self.documents.add(document);
    }

    /// Adds a count to the summary, such as `43 issues`.
    pub(crate) fn add_count(&mut self, count: String) {
        self.counts.push(count);
    }

    /// Adds a line about the answers.
    pub(crate) fn add_note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// Ends the run. The name is that of the place and the sprint.
    pub(crate) fn finish(self, name: String) -> Fetched {
        Fetched {
            documents: self.documents.bytes,
            document_count: self.documents.count,
            name,
            counts: self.counts,
            notes: self.notes,
            request_count: self.client.request_count(),
            elapsed: self.client.elapsed(),
        }
    }
}
