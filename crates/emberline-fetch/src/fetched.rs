//! The answers that were fetched.

use std::time::Duration;

use serde_json::Value;

/// The answers that were fetched, and a line about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Fetched {
    /// JSON documents, a line each.
    pub documents: Vec<u8>,
    /// The number of documents.
    pub document_count: usize,
    /// The place and the sprint, such as `board 2, Sprint 12`.
    pub name: String,
    /// Counts with their words, such as `43 issues`.
    pub counts: Vec<String>,
    /// Things to know about the answers.
    pub notes: Vec<String>,
    /// The number of requests, repetitions included.
    pub request_count: usize,
    /// The time of all requests together.
    pub elapsed: Duration,
}

impl Fetched {
    /// A line such as `board 2, Sprint 12: 43 issues, 612 changes, 9 requests, 1.8 s`.
    pub fn summary(&self) -> String {
        let mut parts = self.counts.clone();
        parts.push(count_text(self.request_count, "request"));
        parts.push(format!("{:.1} s", self.elapsed.as_secs_f64()));
        format!("{}: {}", self.name, parts.join(", "))
    }
}

/// A number with its word, such as `1 issue` and `2 issues`.
pub(crate) fn count_text(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// Documents, one after another.
#[derive(Debug, Default)]
pub(crate) struct DocumentWriter {
    pub(crate) bytes: Vec<u8>,
    pub(crate) count: usize,
}

impl DocumentWriter {
    pub(crate) fn add(&mut self, document: &Value) {
        self.bytes.extend_from_slice(document.to_string().as_bytes());
        self.bytes.push(b'\n');
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_says_what_was_fetched() {
        let fetched = Fetched {
            documents: Vec::new(),
            document_count: 0,
            name: "board 2, Sprint 12".to_owned(),
            counts: vec![count_text(43, "issue"), count_text(1, "change")],
            notes: Vec::new(),
            request_count: 9,
            elapsed: Duration::from_millis(1_840),
        };
        assert_eq!(fetched.summary(), "board 2, Sprint 12: 43 issues, 1 change, 9 requests, 1.8 s");
    }
}
