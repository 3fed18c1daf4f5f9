//! `ETag` and `If-None-Match` (RFC 9110, 13.1.2).

use axum::http::{HeaderMap, header};

/// True if `If-None-Match` contains the tag, so that the client has the picture already. The comparison is the weak one.
pub(super) fn has_matching_etag(headers: &HeaderMap, etag: &str) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|list| list.split(','))
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_matches_in_each_valid_notation() {
        for (value, matches) in [
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"a\"", true),
            ("*", true),
            ("\"b\"", false),
            ("a", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, value.parse().expect("a header"));
            assert_eq!(has_matching_etag(&headers, "\"a\""), matches, "{value}");
        }
    }
}
