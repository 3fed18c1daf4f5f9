//! The reader of one tracker: it recognizes the tracker's responses, and reads a sprint from them.

use super::completeness::{check_completeness, check_fields};
use crate::input::error::InputError;
use crate::input::json_value::JsonValue;
use crate::input::tracker_data::TrackerData;
use crate::input::tracker_documents::TrackerDocument;
use crate::input::{Format, ReadOptions, normalize};
use crate::sprint::Sprint;

/// The reader of a tracker.
pub(super) struct TrackerReader {
    pub(super) format: Format,
    /// Returns true if a document is a response of the tracker. It looks at a few fields only.
    pub(super) is_response: fn(&JsonValue<'_>) -> bool,
    /// Reads all documents together. There is at least one.
    pub(super) read: fn(&[TrackerDocument<'_>], &ReadOptions) -> Result<TrackerData, Box<InputError>>,
}

impl TrackerReader {
    /// Reads the sprint in a tracker's responses. Errors carry the tracker's name.
    pub(super) fn read_sprint(
        &self,
        documents: &[TrackerDocument<'_>],
        options: &ReadOptions,
    ) -> Result<Sprint, Box<InputError>> {
        let data = check_completeness(self.format, documents, options).and_then(|caveats| {
            let mut data = (self.read)(documents, options)?;
            data.caveats.extend(caveats);
            data.caveats.extend(check_fields(self.format, documents, options)?);
            Ok(data)
        });
        build_sprint(self.format, data, options)
    }
}

/// Builds the sprint from a tracker's data. Errors carry the tracker's name.
pub(super) fn build_sprint(
    format: Format,
    data: Result<TrackerData, Box<InputError>>,
    options: &ReadOptions,
) -> Result<Sprint, Box<InputError>> {
    let sprint = data.and_then(|data| {
        normalize::sprint_from_tracker_data(data, options).map_err(|refusal| {
            let location = refusal.path.json_location();
            refusal.into_input_error(location)
        })
    });
    sprint.map_err(|error| with_tracker_name(format, error))
}

/// Adds the tracker's name to an error.
pub(super) fn with_tracker_name(format: Format, mut error: Box<InputError>) -> Box<InputError> {
    error.tracker = Some(format.name());
    error
}
