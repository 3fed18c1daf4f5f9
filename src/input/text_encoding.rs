//! Text in UTF-16, which spreadsheets on Windows save as "Unicode text".

use super::error::{InputError, Location};

/// Decodes UTF-16, with a byte order mark or without one; `None` if the bytes are no such text.
pub(super) fn decode_utf16(bytes: &[u8]) -> Result<Option<String>, Box<InputError>> {
    let (content, is_little_endian) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, true),
        [0xFE, 0xFF, rest @ ..] => (rest, false),
        // A text begins with a letter of a key word or with a sign, whose other byte is zero.
        [first, 0, ..] if *first != 0 => (bytes, true),
        [0, second, ..] if *second != 0 => (bytes, false),
        _ => return Ok(None),
    };
    let (pairs, rest) = content.as_chunks();
    let units = pairs.iter().map(|pair| match is_little_endian {
        true => u16::from_le_bytes(*pair),
        false => u16::from_be_bytes(*pair),
    });
    let text: Option<String> = char::decode_utf16(units).collect::<Result<String, _>>().ok();
    match text.filter(|_| rest.is_empty()) {
        Some(text) => Ok(Some(text)),
        None => Err(InputError::new(
            Location::EntireInput,
            "text in UTF-16 that is cut off or damaged",
            "text in UTF-8 (save the file with that encoding)",
        )),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    const TEXT: &str = "Datum;Rest\n02.03.2026;40,5 für später\n";

    fn encode(bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf_16_is_decoded_in_both_orders_with_a_mark_and_without() {
        let (little, big) = (encode(u16::to_le_bytes), encode(u16::to_be_bytes));
        for bytes in [
            little.clone(),
            big.clone(),
            [vec![0xFF, 0xFE], little].concat(),
            [vec![0xFE, 0xFF], big].concat(),
        ] {
            assert_eq!(decode_utf16(&bytes).unwrap().as_deref(), Some(TEXT));
            assert!(decode_utf16(bytes.get(..bytes.len() - 1).unwrap()).is_err());
        }
    }

    #[test]
    fn utf_8_is_left_alone() {
        for bytes in [TEXT.as_bytes(), b"", b"7", b"\0\0"] {
            assert_eq!(decode_utf16(bytes).unwrap(), None);
        }
    }
}
