//! Variables of the environment with addresses and secrets.

use emberline_client::{CredentialError, CredentialSource, ExposeSecret, SecretString};
use url::Url;

use super::post_error::PostError;

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

/// Returns the secret in a variable; `None` if it is not set.
pub(crate) fn find_optional_secret(variable: &'static str) -> Option<SecretString> {
    find_text(variable).map(Into::into)
}

/// Returns a variable that is no secret.
///
/// # Errors
/// It is not set.
pub(crate) fn require_text_variable(variable: &'static str, hint: &str) -> Result<String, PostError> {
    find_text(variable)
        .ok_or_else(|| PostError::Variable { variable, problem: format!("not set; it is {hint}") })
}

/// Returns the address of a server, which is no secret.
///
/// # Errors
/// It is not set, or it is no address.
pub(crate) fn find_address(variable: &'static str, hint: &str) -> Result<Url, PostError> {
    parse_address(variable, &require_text_variable(variable, hint)?)
}

/// Returns the address of a webhook, which is a secret.
///
/// # Errors
/// It is not set, or it is no address.
pub(crate) fn find_secret_address(
    source: &CredentialSource,
    host: &str,
    variable: &'static str,
    hint: &str,
) -> Result<Url, PostError> {
    parse_address(variable, find_secret(source, host, variable, hint)?.expose_secret())
}

/// Returns an address below that of a server: the names of `root` and `path`, each as one part.
pub(crate) fn with_path(server: &Url, root: &[&str], path: &[&str]) -> Url {
    let mut address = server.clone();
    // An address of a server is no address without a host, so it has a path.
    if let Ok(mut parts) = address.path_segments_mut() {
        parts.pop_if_empty().extend(root).extend(path);
    }
    address
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
