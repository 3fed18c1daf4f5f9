//! Errors of the validation, before the location in the input is known.

use std::fmt;

use super::error::{InputError, Location, limit_text};

/// The path of a value in a sprint document. Each format maps it to a [`Location`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldPath {
    /// The entire document.
    Document,
    /// A field of the document.
    Field(&'static str),
    /// An option, which takes the place of a field of the document or has none there.
    Option(&'static str),
    /// An entry of a list among the options.
    #[cfg_attr(not(feature = "trackers"), expect(dead_code, reason = "options with entries need trackers"))]
    OptionEntry(&'static str, usize),
    /// An entry of a list.
    Entry(&'static str, usize),
    /// A field of an entry of a list.
    EntryField(&'static str, usize, &'static str),
    /// A field of an event: index of the item, index of the event, name of the field.
    EventField(usize, usize, &'static str),
}

impl FieldPath {
    /// Returns the path of a value that an option may give in place of the field of the same name.
    pub(super) const fn of_value(name: &'static str, is_option: bool) -> Self {
        if is_option { Self::Option(name) } else { Self::Field(name) }
    }

    /// Returns the location of the value in a JSON document, or among the options.
    pub(super) fn json_location(self) -> Location {
        match self {
            Self::Document => Location::EntireInput,
            Self::Option(name) => Location::Option { name, entry: None },
            Self::OptionEntry(name, index) => Location::Option { name, entry: Some(index) },
            path => Location::Path(path.to_string()),
        }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => Ok(()),
            Self::Field(name) | Self::Option(name) => f.write_str(name),
            Self::Entry(list, index) | Self::OptionEntry(list, index) => write!(f, "{list}[{index}]"),
            Self::EntryField(list, index, field) => write!(f, "{list}[{index}].{field}"),
            Self::EventField(item, event, field) => write!(f, "items[{item}].events[{event}].{field}"),
        }
    }
}

/// An invalid value of a document.
#[derive(Debug)]
pub(super) struct ValidationError {
    pub(super) path: FieldPath,
    found: String,
    expected: String,
    remedy: Option<String>,
    limit: Option<&'static str>,
}

impl ValidationError {
    pub(super) fn new(path: FieldPath, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { path, found: found.into(), expected: expected.into(), remedy: None, limit: None }
    }

    /// Returns the error for a value that exceeds a limit of [`limits`](crate::limits).
    pub(super) fn limit_exceeded(
        path: FieldPath,
        found: impl Into<String>,
        limit_name: &'static str,
        limit: usize,
    ) -> Self {
        Self::new(path, found, limit_text(limit_name, limit)).with_exceeded_limit(limit_name)
    }

    /// Returns the error with the name of the exceeded limit, if there is one: for an expectation of another form than
    /// that of [`ValidationError::limit_exceeded`].
    pub(super) fn with_exceeded_limit(mut self, limit_name: impl Into<Option<&'static str>>) -> Self {
        self.limit = limit_name.into();
        self
    }

    /// Returns the error with a remedy.
    pub(super) fn with_remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Returns the input error at the location of the value in the input.
    pub(super) fn into_input_error(self, location: Location) -> Box<InputError> {
        let mut error = InputError::new(location, self.found, self.expected).with_exceeded_limit(self.limit);
        error.remedy = self.remedy;
        error
    }
}
