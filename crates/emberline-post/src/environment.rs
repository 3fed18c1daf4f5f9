//! Variables of the environment with addresses and secrets.

use emberline_client::{CredentialError, CredentialSource, SecretString};
use url::Url;

use crate::post_error::PostError;

/// Returns the secret in a variable, or in the host's entry of `.netrc`.
pub(crate) fn find_secret(
    source: &CredentialSource,
    host: &str,
    variable: &'static str,
    hint: &str,
) -> Result<SecretString, PostError> {
    match source.find(host, &[variable]) {
        Ok(credential) => Ok(credential.secret),
        Err(CredentialError::Missing { .. }) => {
            Err(PostError::Variable { variable, problem: format!("not set; {hint}") })
        }
        Err(error) => Err(error.into()),
    }
}

/// Returns a variable that is no secret.
pub(crate) fn find_text(variable: &'static str) -> Option<String> {
    let value = std::env::var(variable).ok()?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Parses the address in a variable. The error does not contain it, since it may be a secret.
pub(crate) fn parse_address(variable: &'static str, text: &str) -> Result<Url, PostError> {
    let url: Option<Url> = text.parse().ok().filter(|url: &Url| {
        let is_local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        url.host_str().is_some() && (url.scheme() == "https" || (url.scheme() == "http" && is_local))
    });
    url.ok_or_else(|| PostError::Variable {
        variable,
        problem: "found something else, expected an address that begins with https://".to_owned(),
    })
}
