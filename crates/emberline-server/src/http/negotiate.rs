//! Choice of PNG or SVG by the `Accept` header (RFC 9110, 12.5.1).

use axum::http::{HeaderMap, header};

use crate::service::ImageFormat;

/// The format that the client prefers; PNG if it prefers neither, `None` if it accepts neither.
pub(super) fn preferred_format(headers: &HeaderMap) -> Option<ImageFormat> {
    let accepted: Vec<&str> =
        headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    let accept = accepted.join(",");
    if accept.trim().is_empty() {
        return Some(ImageFormat::Png);
    }
    let (png, svg) = (accept_weight(&accept, "png"), accept_weight(&accept, "svg+xml"));
    match png.max(svg) > 0.0 {
        true => Some(if svg > png { ImageFormat::Svg } else { ImageFormat::Png }),
        false => None,
    }
}

/// True if the client asks for JSON rather than for an image.
pub(super) fn prefers_json(headers: &HeaderMap) -> bool {
    let accepted: Vec<&str> =
        headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    let has_range = |names: &[&str]| {
        let ranges = accepted.iter().flat_map(|list| list.split(','));
        let mut types =
            ranges.filter_map(|range| range.split(';').next()).map(|name| name.trim().to_ascii_lowercase());
        types.any(|name| names.iter().any(|known| name.starts_with(known)))
    };
    has_range(&["application/json", "application/problem+json"]) && !has_range(&["image/"])
}

/// The weight of an image type, that of the most specific media range that matches it; 0 if none does.
fn accept_weight(accept: &str, subtype: &str) -> f64 {
    let ranges = accept.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let specificity = match parts.next()?.to_ascii_lowercase().as_str() {
            "*/*" => 0,
            "image/*" => 1,
            media_type if media_type.strip_prefix("image/") == Some(subtype) => 2,
            _ => return None,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((specificity, weight.map_or(1.0, |weight| weight.parse().unwrap_or(0.0))))
    });
    ranges.max_by_key(|(specificity, _)| *specificity).map_or(0.0, |(_, weight)| weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_preferred_where_it_is_named_and_no_image_is() {
        for (accept, expected) in [
            ("", false),
            ("*/*", false),
            ("application/json", true),
            ("Application/Problem+JSON;q=0.5, */*", true),
            ("application/json, image/png;q=0.1", false),
            ("text/html", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().expect("a header"));
            assert_eq!(prefers_json(&headers), expected, "{accept}");
        }
    }

    #[test]
    fn the_most_specific_media_range_decides() {
        for (accept, expected) in [
            ("", Some(ImageFormat::Png)),
            ("*/*", Some(ImageFormat::Png)),
            ("image/*", Some(ImageFormat::Png)),
            ("image/svg+xml", Some(ImageFormat::Svg)),
            ("image/svg+xml, image/png;q=0.9", Some(ImageFormat::Svg)),
            ("image/png, image/svg+xml", Some(ImageFormat::Png)),
            ("*/*, image/png;q=0", Some(ImageFormat::Svg)),
            ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", Some(ImageFormat::Png)),
            ("Image/SVG+XML;Q=0.2, */*;q=0.1", Some(ImageFormat::Svg)),
            ("text/html", None),
            ("image/png;q=0", None),
            ("image/png;q=nonsense", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().expect("a header"));
            assert_eq!(preferred_format(&headers), expected, "{accept}");
        }
    }
}
