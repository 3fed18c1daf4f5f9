//! The GraphQL interface of GitHub, and the credential.

use serde_json::{Value, json};
use url::Url;

use super::GitHubSource;
use crate::api::Api;
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::session::Session;

/// The variables of a token, the first that is set.
const TOKENS: [&str; 2] = ["GITHUB_TOKEN", "GH_TOKEN"];

const VIEWER: &str = include_str!("queries/viewer.graphql");
const BOARD_EVENTS: &str = include_str!("queries/board_events.graphql");
const NO_BOARD_EVENTS: &str = include_str!("queries/no_board_events.graphql");

/// The GraphQL interface of GitHub.
pub(super) struct GitHubConnection {
    pub(super) api: Api,
    /// The name of the credential's user.
    pub(super) user: String,
    /// True if issues have events of boards, which a server of one's own may lack.
    pub(super) has_board_events: bool,
}

impl GitHubConnection {
    /// Finds the credential and asks whose it is.
    pub(super) fn open(source: &GitHubSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let host = source.api.host_str().ok_or_else(|| FetchError::Source {
            field: "api",
            found: source.api.to_string(),
            expected: "the address of an API, such as https://HOST/api/v3",
        })?;
        let credential = session.settings.credentials.find(host, &TOKENS)?;
        let api = Api {
            tracker: "GitHub",
            base: graphql_address(&source.api),
            headers: vec![("Authorization", credential.bearer())],
            credential_origin: credential.origin,
            needed_rights: "the scope read:project for a board and repo for issues of private repositories (fine-grained: \
                            Projects and Issues, read), which the token of a workflow lacks for boards",
        };
        let answer = api.graphql(&session.client, "", VIEWER, &json!({}))?;
        let user = answer.pointer("/data/viewer").map(|viewer| text(viewer, "login")).unwrap_or_default();
        let has_board_events = answer.pointer("/data/__type/name").is_some();
        Ok(Self { api, user, has_board_events })
    }

    pub(super) fn query(
        &self,
        session: &Session<'_>,
        query: &str,
        variables: &Value,
    ) -> Result<Value, FetchError> {
        self.api.graphql(&session.client, "", query, variables)
    }

    /// The fragment for the events of boards, which is empty where there are none.
    pub(super) const fn board_events(&self) -> &'static str {
        if self.has_board_events { BOARD_EVENTS } else { NO_BOARD_EVENTS }
    }
}

/// Returns the address of GraphQL: it stands beside the version of REST.
pub(super) fn graphql_address(api: &Url) -> Url {
    let mut address = api.clone();
    let path = api.path().trim_end_matches('/');
    address.set_path(&format!("{}/graphql", path.strip_suffix("/v3").unwrap_or(path)));
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphql_stands_beside_rest() {
        let address = |api: &str| graphql_address(&api.parse().expect("an address")).to_string();
        assert_eq!(address("https://api.github.com"), "https://api.github.com/graphql");
        assert_eq!(address("https://git.acme.example/api/v3/"), "https://git.acme.example/api/graphql");
    }
}
