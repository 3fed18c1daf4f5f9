//! PNG or SVG, by what the client accepts (RFC 9110, 12.5.1).

use axum::http::{HeaderMap, header};

use crate::service::Medium;

/// What the client likes better, PNG where it doesn't mind; none where it takes neither.
pub(super) fn medium(headers: &HeaderMap) -> Option<Medium> {
    let accepted: Vec<&str> =
        headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    let accept = accepted.join(",");
    if accept.trim().is_empty() {
        return Some(Medium::Png);
    }
    let (png, svg) = (quality(&accept, "png"), quality(&accept, "svg+xml"));
    match png.max(svg) > 0.0 {
        true => Some(if svg > png { Medium::Svg } else { Medium::Png }),
        false => None,
    }
}

/// The weight of an image type: that of the narrowest range that holds it.
fn quality(accept: &str, image: &str) -> f64 {
    let ranges = accept.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let narrowness = match parts.next()?.to_ascii_lowercase().as_str() {
            "*/*" => 0,
            "image/*" => 1,
            kind if kind.strip_prefix("image/") == Some(image) => 2,
            _ => return None,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((narrowness, weight.map_or(1.0, |weight| weight.parse().unwrap_or(0.0))))
    });
    ranges.max_by_key(|(narrowness, _)| *narrowness).map_or(0.0, |(_, weight)| weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_range_decides() {
        for (accept, expected) in [
            ("", Some(Medium::Png)),
            ("*/*", Some(Medium::Png)),
            ("image/*", Some(Medium::Png)),
            ("image/svg+xml", Some(Medium::Svg)),
            ("image/svg+xml, image/png;q=0.9", Some(Medium::Svg)),
            ("image/png, image/svg+xml", Some(Medium::Png)),
            ("*/*, image/png;q=0", Some(Medium::Svg)),
            ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", Some(Medium::Png)),
            ("Image/SVG+XML;Q=0.2, */*;q=0.1", Some(Medium::Svg)),
            ("text/html", None),
            ("image/png;q=0", None),
            ("image/png;q=nonsense", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().expect("a header"));
            assert_eq!(medium(&headers), expected, "{accept}");
        }
    }
}
