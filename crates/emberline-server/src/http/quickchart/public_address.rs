//! The address under which a client reached this server, for links to it.

use axum::http::{HeaderMap, StatusCode, header};

use crate::http::problem::Problem;

/// The scheme, the host and the path before that of the API, without a `/` at the end. A proxy names those that it
/// replaces in `X-Forwarded-Proto`, `X-Forwarded-Host` and `X-Forwarded-Prefix`.
///
/// # Errors
/// The request names no host, or one with other characters than those of hosts.
pub(super) fn public_address(headers: &HeaderMap) -> Result<String, Problem> {
    let first = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok())?;
        value.split(',').next().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let scheme = first("x-forwarded-proto").filter(|scheme| matches!(scheme.as_str(), "http" | "https"));
    let host = first("x-forwarded-host").or_else(|| first(header::HOST.as_str()));
    let is_host = |host: &String| host.bytes().all(|c| c.is_ascii_alphanumeric() || b".-_:[]".contains(&c));
    let host = host.filter(is_host).ok_or_else(|| {
        let detail = "found no host in the request, expected a header Host such as charts.example.org";
        Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", detail)
    })?;
    let is_path = |path: &String| {
        path.starts_with('/') && path.bytes().all(|c| c.is_ascii_alphanumeric() || b"/-_.~$".contains(&c))
    };
    let prefix = first("x-forwarded-prefix").filter(is_path).unwrap_or_default();
    Ok(format!("{}://{host}{}", scheme.as_deref().unwrap_or("http"), prefix.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(headers: &[(&'static str, &str)]) -> Result<String, u16> {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")));
        public_address(&headers.collect()).map_err(|problem| problem.status)
    }

    #[test]
    fn a_proxy_names_the_address_that_clients_use() {
        let host = ("host", "127.0.0.1:8080");
        assert_eq!(address(&[host]), Ok("http://127.0.0.1:8080".to_owned()));
        let proxy = [
            host,
            ("x-forwarded-proto", "https, http"),
            ("x-forwarded-host", "charts.example.org"),
            ("x-forwarded-prefix", "/prod/"),
        ];
        assert_eq!(address(&proxy), Ok("https://charts.example.org/prod".to_owned()));
        assert_eq!(
            address(&[host, ("x-forwarded-proto", "javascript")]),
            Ok("http://127.0.0.1:8080".to_owned())
        );
        assert_eq!(address(&[]), Err(400));
        assert_eq!(address(&[("host", "a/b?c")]), Err(400));
    }
}
