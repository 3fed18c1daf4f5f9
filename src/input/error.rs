//! Errors of an input.

use std::fmt;

use super::error_text::truncate_chars;
use super::redact::redact_secrets;
use crate::limits::MAX_AMOUNT;

/// An error of an input with its location. E-mail addresses and tokens of the input are redacted. It displays as one
/// line: `sprint.json: items[3].events[0].at: found "yesterday", expected a date (2023-08-23) or …`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct InputError {
    /// The file, if the caller gave its name.
    pub file: Option<String>,
    /// The tracker that the input is assumed to come from, as the name of its [`Format`](crate::Format).
    pub tracker: Option<&'static str>,
    /// The number of the JSON document, counted from 1, if the input has several.
    pub document: Option<usize>,
    /// The location in the input.
    pub location: Location,
    /// The value that was found.
    pub found: String,
    /// The value that was expected.
    pub expected: String,
    /// The remedy, if it does not follow from `expected`.
    pub remedy: Option<String>,
    /// The name in [`limits`](crate::limits) of the limit that the input exceeds.
    pub limit: Option<&'static str>,
    /// The feature of this crate that may read the input, if the build lacks it.
    pub required_feature: Option<&'static str>,
}

/// A location in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// The entire input.
    EntireInput,
    /// A value of a JSON document: `items[3].events[0].at`.
    Path(String),
    /// An option, which takes the place of a field of the input or has none there.
    Option {
        /// The name of the option in JSON: `day_border`.
        name: &'static str,
        /// The index of the entry if the option is a list.
        entry: Option<usize>,
    },
    /// A position in a text. Line and column are counted from 1, the column in bytes.
    TextPosition {
        /// Line.
        line: usize,
        /// Column, if it is known.
        column: Option<usize>,
    },
    /// A cell of a table: the line, counted from 1, and the name of its column.
    TableCell {
        /// Line.
        line: usize,
        /// Name of the column.
        column: String,
    },
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EntireInput => Ok(()),
            Self::Path(path) => write!(f, "{path}: "),
            Self::Option { name, entry: None } => write!(f, "option {name} ({}): ", flag_of(name)),
            Self::Option { name, entry: Some(index) } => {
                write!(f, "option {name}[{index}] ({}): ", flag_of(name))
            }
            Self::TextPosition { line, column: None } => write!(f, "line {line}: "),
            Self::TextPosition { line, column: Some(column) } => write!(f, "line {line}, column {column}: "),
            Self::TableCell { line, column } => write!(f, "line {line}, {column}: "),
        }
    }
}

/// Returns the name of an option on the command line: `--day-border`.
fn flag_of(name: &str) -> String {
    format!("--{}", name.replace('_', "-"))
}

impl InputError {
    /// Returns an error without file and remedy. It is boxed to keep the results of readers small.
    pub fn new(location: Location, found: impl Into<String>, expected: impl Into<String>) -> Box<Self> {
        let location = match location {
            Location::Path(path) => Location::Path(redact_and_truncate(&path)),
            Location::TableCell { line, column } => {
                Location::TableCell { line, column: redact_and_truncate(&column) }
            }
            location => location,
        };
        Box::new(Self {
            file: None,
            tracker: None,
            document: None,
            location,
            found: redact_and_truncate(&found.into()),
            // The expectation may contain names of sprints and fields.
            expected: redact_and_truncate(&expected.into()),
            remedy: None,
            limit: None,
            required_feature: None,
        })
    }

    /// Returns the error for a value that exceeds a limit of [`limits`](crate::limits).
    pub fn limit_exceeded(
        location: Location,
        found: impl Into<String>,
        limit_name: &'static str,
        limit: impl fmt::Display,
    ) -> Box<Self> {
        Self::new(location, found, limit_text(limit_name, limit)).with_exceeded_limit(limit_name)
    }

    /// Returns the error with the name of the exceeded limit, if there is one: for an expectation of another form than
    /// that of [`InputError::limit_exceeded`].
    #[must_use]
    pub(crate) fn with_exceeded_limit(
        mut self: Box<Self>,
        limit_name: impl Into<Option<&'static str>>,
    ) -> Box<Self> {
        self.limit = limit_name.into();
        self
    }

    /// Returns the error with a remedy.
    #[must_use]
    pub fn with_remedy(mut self: Box<Self>, remedy: impl Into<String>) -> Box<Self> {
        self.remedy = Some(remedy.into());
        self
    }

    /// Returns true if the error is in a past sprint of [`ReadOptions::history`](crate::ReadOptions::history).
    pub fn is_in_history(&self) -> bool {
        matches!(&self.location, Location::Path(path) if path.starts_with("history["))
    }

    /// Returns the error of a value that is part of a larger JSON document at `parent`.
    #[must_use]
    pub fn with_parent_path(mut self: Box<Self>, parent: &str) -> Box<Self> {
        self.location = match self.location {
            Location::Path(inner) if inner.starts_with('[') => {
                Location::Path(redact_and_truncate(&format!("{parent}{inner}")))
            }
            Location::Path(inner) => Location::Path(redact_and_truncate(&format!("{parent}.{inner}"))),
            // An option is no part of any document.
            option @ Location::Option { .. } => option,
            // A line number is relative to the value, so it is of no use in the larger document.
            _ => Location::Path(redact_and_truncate(parent)),
        };
        self
    }
}

/// Returns the expectation of a limit: `at most 400 (MAX_DAYS)`.
pub(super) fn limit_text(limit_name: &str, limit: impl fmt::Display) -> String {
    format!("at most {limit} ({limit_name})")
}

/// Returns the limit that a number exceeds as an amount. A negative number exceeds none by being negative.
pub(super) fn exceeded_amount_limit(number: f64) -> Option<&'static str> {
    (number.abs() > MAX_AMOUNT).then_some("MAX_AMOUNT")
}

/// The largest number of characters of one part of a message.
const MAX_PART_CHARS: usize = 2_000;

/// Returns a text as a message shows it.
fn redact_and_truncate(text: &str) -> String {
    truncate_chars(&redact_secrets(text), MAX_PART_CHARS).into_owned()
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        if let Some(tracker) = &self.tracker {
            write!(f, "{tracker}: ")?;
        }
        if let Some(document) = &self.document {
            write!(f, "document {document}: ")?;
        }
        write!(f, "{}found {}, expected {}", self.location, self.found, self.expected)?;
        match &self.remedy {
            Some(remedy) => write!(f, "; {remedy}"),
            None => Ok(()),
        }
    }
}
