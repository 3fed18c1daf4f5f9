//! A part of a tracker's data that the documents lack.

use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// The end of a remedy, where a part can be drawn.
pub(in crate::input) const PARTIAL_ADVICE: &str = "; --partial draws what is there, and says so";

/// A part of the data that is missing, as a document says.
pub(in crate::input::tracker) struct MissingPart<'a> {
    /// The document that says it, and the path of the value in it.
    pub(in crate::input::tracker) document: &'a TrackerDocument<'a>,
    pub(in crate::input::tracker) path: String,
    pub(in crate::input::tracker) found: String,
    pub(in crate::input::tracker) expected: String,
    /// The command that gets the rest.
    pub(in crate::input::tracker) remedy: String,
    /// The caveat of a sprint that is drawn without the part.
    pub(in crate::input::tracker) caveat: Caveat,
}

impl MissingPart<'_> {
    /// Returns the caveat if the caller accepts a part of the data, else the error.
    pub(in crate::input::tracker) fn into_caveat(
        self,
        options: &ReadOptions,
    ) -> Result<Caveat, Box<InputError>> {
        if options.partial { Ok(self.caveat) } else { Err(self.into_error()) }
    }

    /// Returns the error about the part.
    pub(super) fn into_error(self) -> Box<InputError> {
        let error = self.document.error_at(self.path, self.found, self.expected);
        error.with_remedy(format!("{}{PARTIAL_ADVICE}", self.remedy))
    }
}

/// Returns the words for what is there: `50 of 120 issues`, or `50 issues with more to follow`. `noun` is a plural.
pub(super) fn describe_given(given: usize, of: Option<usize>, noun: &str) -> String {
    match of {
        Some(of) => format!("{given} of {of} {noun}"),
        None if given == 1 => format!("1 {} with more to follow", singular(noun)),
        None => format!("{given} {noun} with more to follow"),
    }
}

/// Returns the singular of a plural and the words after it: `entry`, `label of #1`.
fn singular(noun: &str) -> String {
    let (plural, more) = noun.split_at(noun.find(' ').unwrap_or(noun.len()));
    match plural.strip_suffix("ies") {
        Some(stem) => format!("{stem}y{more}"),
        None => format!("{}{more}", plural.strip_suffix('s').unwrap_or(plural)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_is_said_in_the_singular_and_the_plural() {
        assert_eq!(describe_given(1, None, "entries"), "1 entry with more to follow");
        assert_eq!(describe_given(1, None, "labels of #1"), "1 label of #1 with more to follow");
        assert_eq!(describe_given(50, None, "issues"), "50 issues with more to follow");
        assert_eq!(describe_given(1, Some(120), "issues"), "1 of 120 issues");
    }
}
