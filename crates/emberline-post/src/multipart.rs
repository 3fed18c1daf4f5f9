//! Forms with files: `multipart/form-data`.

use emberline_client::Body;

/// A field of a form.
pub(crate) struct FormPart<'a> {
    /// The name of the field.
    pub(crate) name: &'a str,
    /// The name of the file; `None` for a text.
    pub(crate) file_name: Option<&'a str>,
    /// The content type; `None` for a text.
    pub(crate) content_type: Option<&'a str>,
    /// The content.
    pub(crate) bytes: &'a [u8],
}

impl<'a> FormPart<'a> {
    /// A field with a text.
    pub(crate) const fn text(name: &'a str, text: &'a str) -> Self {
        Self { name, file_name: None, content_type: None, bytes: text.as_bytes() }
    }

    /// A field with JSON.
    pub(crate) const fn json(name: &'a str, text: &'a str) -> Self {
        Self { content_type: Some("application/json"), ..Self::text(name, text) }
    }

    /// A field with a PNG. The name of a file has letters, digits, hyphens and a dot only.
    pub(crate) const fn png(name: &'a str, file_name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, file_name: Some(file_name), content_type: Some("image/png"), bytes }
    }
}

/// Encodes a form. The border between its parts is a line that no part contains.
pub(crate) fn encode_form(parts: &[FormPart<'_>]) -> Body {
    let border = find_border(parts);
    let mut bytes = Vec::new();
    for part in parts {
        let mut head = format!("--{border}\r\nContent-Disposition: form-data; name=\"{}\"", part.name);
        if let Some(file_name) = part.file_name {
            head += &format!("; filename=\"{file_name}\"");
        }
        if let Some(content_type) = part.content_type {
            head += &format!("\r\nContent-Type: {content_type}");
        }
        bytes.extend_from_slice(head.as_bytes());
        bytes.extend_from_slice(b"\r\n\r\n");
        bytes.extend_from_slice(part.bytes);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{border}--\r\n").as_bytes());
    Body::Bytes { content_type: format!("multipart/form-data; boundary={border}"), bytes }
}

/// Returns the first border, counted up, that is in no part.
fn find_border(parts: &[FormPart<'_>]) -> String {
    let is_free = |border: &String| {
        let border = border.as_bytes();
        !parts.iter().any(|part| part.bytes.windows(border.len()).any(|window| window == border))
    };
    // Each part excludes finitely many borders, so the search ends.
    (0_u64..).map(|count| format!("emberline-{count:016}")).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_a_border_that_no_part_contains() {
        let parts =
            [FormPart::text("a", "emberline-0000000000000000"), FormPart::png("f", "x.png", b"\x89PNG")];
        let Body::Bytes { content_type, bytes } = encode_form(&parts) else { panic!("bytes") };
        assert_eq!(content_type, "multipart/form-data; boundary=emberline-0000000000000001");
        let expected = b"--emberline-0000000000000001\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nemberline-0000000000000000\r\n\
            --emberline-0000000000000001\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.png\"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\
            --emberline-0000000000000001--\r\n";
        assert_eq!(bytes, expected);
    }
}
