//! The GraphQL interface of Linear, and the credential.

use emberline_client::{Credential, ExposeSecret, SecretString};
use serde_json::Value;

use super::LinearSource;
use crate::api::Api;
use crate::fetch_error::FetchError;
use crate::session::Session;

const API_KEY: &str = "LINEAR_API_KEY";
/// The start of a personal key, which is sent alone; a token of OAuth is a bearer token.
const PERSONAL_KEY_START: &str = "lin_api_";

/// The GraphQL interface of Linear.
pub(super) struct LinearConnection {
    pub(super) api: Api,
}

impl LinearConnection {
    /// Finds the credential.
    pub(super) fn open(source: &LinearSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let host = source.api.host_str().ok_or_else(|| FetchError::Source {
            field: "api",
            found: source.api.to_string(),
            expected: "an address, such as https://api.linear.app",
        })?;
        let credential = session.settings.credentials.find(host, &[API_KEY])?;
        let api = Api {
            tracker: "Linear",
            base: source.api.clone(),
            headers: vec![("Authorization", authorization(&credential))],
            credential_origin: credential.origin,
            needed_rights: "the right to read, and access to the team",
        };
        Ok(Self { api })
    }

    pub(super) fn query(
        &self,
        session: &Session<'_>,
        query: &str,
        variables: &Value,
    ) -> Result<Value, FetchError> {
        self.api.graphql(&session.client, "/graphql", query, variables)
    }

    /// The address of the interface with what is asked for, for errors.
    pub(super) fn request_name(&self, what: &str) -> String {
        format!("POST {}graphql ({what})", self.api.base)
    }
}

fn authorization(credential: &Credential) -> SecretString {
    match credential.secret.expose_secret().starts_with(PERSONAL_KEY_START) {
        true => credential.secret.clone(),
        false => credential.bearer(),
    }
}
