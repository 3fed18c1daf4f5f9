//! Files of kinds that hold no sprint data, known by their first bytes.

use super::super::error::{InputError, Location};
use super::super::error_text::quote;

/// A kind of file.
struct FileKind {
    name: &'static str,
    /// The way to data that can be read.
    remedy: &'static str,
}

const SPREADSHEET_REMEDY: &str = "save the sheet as CSV (UTF-8)";
const ARCHIVE_REMEDY: &str = "unpack it, and give the files in it";
const PICTURE_REMEDY: &str = "give the data that the picture shows: CSV or JSON";
const XML_REMEDY: &str = "export CSV or JSON";

/// Kinds by the bytes with which a file begins.
const BINARY_KINDS: [(&[u8], FileKind); 9] = [
    (b"%PDF-", FileKind { name: "a PDF", remedy: "export the data as CSV or JSON" }),
    (b"\x89PNG", FileKind { name: "a picture (PNG)", remedy: PICTURE_REMEDY }),
    (b"\xFF\xD8\xFF", FileKind { name: "a picture (JPEG)", remedy: PICTURE_REMEDY }),
    (b"GIF8", FileKind { name: "a picture (GIF)", remedy: PICTURE_REMEDY }),
    (b"RIFF", FileKind { name: "a picture (WebP)", remedy: PICTURE_REMEDY }),
    (b"\x1F\x8B", FileKind { name: "a file compressed by gzip", remedy: "gunzip it (curl --compressed)" }),
    (
        b"\xD0\xCF\x11\xE0",
        FileKind { name: "a file of an old Office program (.xls, .doc)", remedy: SPREADSHEET_REMEDY },
    ),
    (b"7z\xBC\xAF", FileKind { name: "an archive (7z)", remedy: ARCHIVE_REMEDY }),
    (b"SQLite format 3", FileKind { name: "a database (SQLite)", remedy: "export a table as CSV" }),
];

/// The bytes at the start of a file that tell what it is.
const INSPECTED_BYTES: usize = 4_096;

/// Returns the error for a file of a kind that holds no sprint data; `None` for a text that may.
pub fn refuse_file_kind(bytes: &[u8]) -> Option<Box<InputError>> {
    let head = bytes.get(..INSPECTED_BYTES.min(bytes.len())).unwrap_or_default();
    if head.starts_with(b"PK\x03\x04") {
        return Some(refuse(&zip_kind(head)));
    }
    if let Some((_, kind)) = BINARY_KINDS.iter().find(|(start, _)| head.starts_with(start)) {
        return Some(refuse(kind));
    }
    // A character that the cut has halved is no matter here.
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if text.starts_with('<') { Some(refuse_markup(text)) } else { None }
}

fn refuse(kind: &FileKind) -> Box<InputError> {
    refuse_named(kind.name).with_remedy(kind.remedy)
}

fn refuse_named(name: impl Into<String>) -> Box<InputError> {
    InputError::new(Location::EntireInput, name, "sprint data as JSON or CSV")
}

/// Office documents are archives with files of certain names.
fn zip_kind(head: &[u8]) -> FileKind {
    let has = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
    if has(b"xl/") || has(b"[Content_Types].xml") {
        FileKind { name: "an Excel workbook (.xlsx)", remedy: SPREADSHEET_REMEDY }
    } else if has(b"opendocument.spreadsheet") {
        FileKind { name: "an OpenDocument spreadsheet (.ods)", remedy: SPREADSHEET_REMEDY }
    } else {
        FileKind { name: "a ZIP archive", remedy: ARCHIVE_REMEDY }
    }
}

/// Returns the error for a text that begins with `<`.
fn refuse_markup(text: &str) -> Box<InputError> {
    let lower = text.to_ascii_lowercase();
    let has_tag = |name: &str| lower.contains(&format!("<{name}"));
    if has_tag("!doctype html") || has_tag("html") {
        let title = between(text, &lower, "<title>", "</title>").map(|title| format!(" ({})", quote(title)));
        return refuse_named(format!("a web page{}, perhaps a log-in", title.unwrap_or_default())).with_remedy(
            "is the address that of the API, and was a token sent with the request? Without one, trackers answer with their log-in",
        );
    }
    if has_tag("svg") {
        return refuse(&FileKind { name: "a picture (SVG)", remedy: PICTURE_REMEDY });
    }
    if has_tag("rss") && lower.contains("jira") {
        return refuse_named("the XML export of Jira").with_remedy(
            "it has no history: get /rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names, or export CSV (all fields)",
        );
    }
    refuse(&FileKind { name: "XML", remedy: XML_REMEDY })
}

/// Returns the text between two marks, which are searched for in `lower`: the same text in lower case.
fn between<'t>(text: &'t str, lower: &str, from: &str, to: &str) -> Option<&'t str> {
    let start = lower.find(from)? + from.len();
    let length = lower.get(start..)?.find(to)?;
    text.get(start..start + length).map(str::trim).filter(|title| !title.is_empty())
}
