//! Why an input is refused, before it is known how its format names places.

use std::fmt;

use super::error::{InputError, Place};
use super::mask::masked;

/// A value of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// The document as a whole.
    Whole,
    /// A field of the document.
    Field(&'static str),
    /// An entry of one of its lists.
    Entry(&'static str, usize),
    /// A field of an entry.
    In(&'static str, usize, &'static str),
    /// An event of an item, and one of its fields.
    Event(usize, usize, &'static str),
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Field(field) => f.write_str(field),
            Self::Entry(list, index) => write!(f, "{list}[{index}]"),
            Self::In(list, index, field) => write!(f, "{list}[{index}].{field}"),
            Self::Event(item, event, field) => write!(f, "items[{item}].events[{event}].{field}"),
        }
    }
}

/// What is wrong with a document, and at which value.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) spot: Spot,
    pub(super) found: String,
    pub(super) expected: String,
    pub(super) remedy: Option<String>,
    pub(super) limit: Option<&'static str>,
}

impl Refusal {
    pub(super) fn new(spot: Spot, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { spot, found: found.into(), expected: expected.into(), remedy: None, limit: None }
    }

    /// What goes over the limit of that name.
    pub(super) fn over(spot: Spot, found: String, (name, limit): (&'static str, usize)) -> Self {
        Self { limit: Some(name), ..Self::new(spot, found, format!("at most {limit} ({name})")) }
    }

    pub(super) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// The error at the place that the format knows the value by.
    pub(super) fn at(self, place: Place) -> Box<InputError> {
        let mut error = InputError::new(place, self.found, self.expected);
        error.remedy = self.remedy;
        error.limit = self.limit;
        error
    }
}

/// Characters of a found text that a message repeats.
pub(super) const QUOTED_CHARS: usize = 60;

/// A text of the input as a message shows it: in quotes, escaped, cut when it is long. Secrets are hidden first: half of one is known
/// for what it is no more.
pub(crate) fn quote(text: &str) -> String {
    /// Longer than a secret that begins before the cut.
    const LOOKED_AT: usize = 10 * QUOTED_CHARS;
    let head =
        text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
    let text = masked(head);
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(QUOTED_CHARS).collect();
    match chars.next() {
        None => format!("{head:?}"),
        Some(_) => format!("{:?}", head + "…"),
    }
}

/// `did you mean "estimate"?`, when one of the known names is near enough.
pub(crate) fn did_you_mean<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    /// Below this likeness (0 to 1, Damerau–Levenshtein over length) a guess helps nobody.
    const ALIKE: f64 = 0.5;
    // A megabyte of nonsense is near to nothing, and comparing it is quadratic.
    if found.chars().count() > QUOTED_CHARS {
        return None;
    }
    let found = found.to_lowercase();
    let likeness = |name: &str| match found.starts_with(name) {
        true if name.len() > 2 => 1.0,
        _ => strsim::normalized_damerau_levenshtein(&found, &name.to_lowercase()),
    };
    known
        .into_iter()
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| format!("did you mean {}?", quote(name)))
}
