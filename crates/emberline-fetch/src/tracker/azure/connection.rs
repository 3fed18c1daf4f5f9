//! The two services of Azure DevOps, and the credential.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use emberline_client::ExposeSecret;
use url::Url;

use super::AzureSource;
use crate::api::{Api, encode_segment};
use crate::fetch_error::FetchError;
use crate::session::Session;

const TOKEN: &str = "AZURE_DEVOPS_EXT_PAT";
const SERVICE_HOST: &str = "dev.azure.com";
const ANALYTICS_HOST: &str = "analytics.dev.azure.com";

/// The addresses of an organization.
pub(super) struct AzureAddresses {
    /// The address of projects and teams.
    pub(super) service: Url,
    /// The address of Analytics.
    pub(super) analytics: Url,
}

impl AzureAddresses {
    /// Returns the addresses of an organization in the cloud, or of a collection on a server of one's own, which has both
    /// services at one address.
    pub(super) fn of_source(source: &AzureSource) -> Result<Self, FetchError> {
        let organization = source.organization.trim_end_matches('/');
        let given = organization.contains("://").then(|| organization.parse::<Url>());
        let cloud_name = match &given {
            None => Some(encode_segment(organization)),
            Some(Ok(url)) => match url.host_str() {
                Some(SERVICE_HOST) => Some(url.path().trim_matches('/').to_owned()),
                Some(host) => host.strip_suffix(".visualstudio.com").map(str::to_owned),
                None => None,
            },
            Some(Err(_)) => None,
        };
        let address = |host: &str, name: &str| format!("https://{host}/{name}").parse::<Url>();
        let addresses = match (cloud_name, given) {
            (Some(name), _) if !name.is_empty() => address(SERVICE_HOST, &name)
                .and_then(|service| Ok((service, address(ANALYTICS_HOST, &name)?))),
            (None, Some(Ok(server))) => Ok((server.clone(), server)),
            (_, _) => Err(url::ParseError::EmptyHost),
        };
        let (service, analytics) = addresses.map_err(|_| FetchError::Source {
            field: "organization",
            found: format!("\"{organization}\""),
            expected: "a name, such as acme, or an address, such as https://HOST/COLLECTION",
        })?;
        Ok(Self { service, analytics })
    }
}

/// The two services of an organization.
pub(super) struct AzureConnection {
    pub(super) service: Api,
    pub(super) analytics: Api,
}

impl AzureConnection {
    /// Finds the credential.
    pub(super) fn open(source: &AzureSource, session: &Session<'_>) -> Result<Self, FetchError> {
        let addresses = AzureAddresses::of_source(source)?;
        let host = addresses.service.host_str().unwrap_or(SERVICE_HOST);
        let credential = session.settings.credentials.find(host, &[TOKEN])?;
        let pair = format!(":{}", credential.secret.expose_secret());
        let authorization = format!("Basic {}", STANDARD.encode(pair));
        let service = Api {
            tracker: "Azure DevOps",
            base: addresses.service,
            headers: vec![("Authorization", authorization.into())],
            credential_origin: credential.origin,
            needed_rights: "the scopes \"Work Items (read)\" and \"Analytics (read)\", and the permission \"View analytics\"",
        };
        let analytics = Api { base: addresses.analytics, ..service.clone() };
        Ok(Self { service, analytics })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organization_is_a_name_or_an_address() {
        let addresses = |organization: &str| {
            let source = AzureSource {
                organization: organization.to_owned(),
                project: "Shop".to_owned(),
                team: "Red".to_owned(),
                sprint: "current".to_owned(),
            };
            let addresses = AzureAddresses::of_source(&source).expect("addresses");
            (addresses.service.to_string(), addresses.analytics.to_string())
        };
        let cloud =
            ("https://dev.azure.com/acme".to_owned(), "https://analytics.dev.azure.com/acme".to_owned());
        for organization in ["acme", "https://dev.azure.com/acme/", "https://acme.visualstudio.com"] {
            assert_eq!(addresses(organization), cloud, "{organization}");
        }
        let server = "https://tfs.acme.example/tfs/Main".to_owned();
        assert_eq!(addresses(&server), (server.clone(), server));
    }
}
