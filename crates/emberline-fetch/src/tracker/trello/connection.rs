//! The API of Trello, and its two secrets.

use emberline_client::{ExposeSecret, SecretString};
use serde_json::Value;

use super::TrelloSource;
use crate::api::Api;
use crate::fetch_error::FetchError;
use crate::session::Session;

const TOKEN: &str = "TRELLO_TOKEN";
const KEY: &str = "TRELLO_KEY";

/// The API of Trello.
pub(super) struct TrelloConnection {
    pub(super) api: Api,
}

impl TrelloConnection {
    /// Finds the key and the token. They are sent in a header: addresses stand in the logs of proxies.
    pub(super) fn open(source: &TrelloSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let host = source.api.host_str().ok_or_else(|| FetchError::Source {
            field: "api",
            found: source.api.to_string(),
            expected: "an address, such as https://api.trello.com",
        })?;
        let credential = session.settings.credentials.find(host, &[TOKEN])?;
        let variable = std::env::var(KEY).ok().filter(|key| !key.trim().is_empty());
        let key = credential.user.clone().or(variable).ok_or(FetchError::Source {
            field: KEY,
            found: "nothing".to_owned(),
            expected: "the API key of the Power-Up that the token belongs to",
        })?;
        let authorization: SecretString = format!(
            "OAuth oauth_consumer_key=\"{}\", oauth_token=\"{}\"",
            key.trim(),
            credential.secret.expose_secret()
        )
        .into();
        let api = Api {
            tracker: "Trello",
            base: source.api.clone(),
            headers: vec![("Authorization", authorization)],
            credential_origin: credential.origin,
            needed_rights: "the scope read, and access to the board",
        };
        Ok(Self { api })
    }

    pub(super) fn get(
        &self,
        session: &Session<'_>,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Value, FetchError> {
        self.api.get(&session.client, session.settings.cache.as_ref(), path, query)
    }
}
