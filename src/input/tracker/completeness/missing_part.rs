//! A part of a tracker's data that the documents lack.

use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

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
        if options.partial {
            return Ok(self.caveat);
        }
        let error = self.document.error_at(self.path, self.found, self.expected);
        Err(error.with_remedy(format!("{}; --partial draws what is there, and says so", self.remedy)))
    }
}

/// Returns the words for what is there: `50 of 120 issues`, or `50 issues and the word that more follow`.
pub(super) fn describe_given(given: usize, of: Option<usize>, noun: &str) -> String {
    match of {
        Some(of) => format!("{given} of {of} {noun}"),
        None if given == 1 => format!("1 {}, and that more follow", noun.strip_suffix('s').unwrap_or(noun)),
        None => format!("{given} {noun}, and that more follow"),
    }
}
