//! The contents of a report: its kind, and the definitions that teams choose differently.

use crate::input::Moment;
use crate::names::named_values;
use crate::sprint::{Commitment, ForecastMethod};

use super::kind::ReportKind;

/// The ideal line that the headline compares with. The committed one is always drawn, and never moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IdealBaseline {
    /// The ideal line of the committed work.
    #[default]
    Committed,
    /// The ideal line that is re-planned from each change of scope on; a burndown draws it as well.
    Current,
}

named_values!(IdealBaseline, "IdealFrom", "Which ideal line the headline measures by: from the committed work, or re-planned with each change of scope.", {
    "committed" => Committed,
    "current" => Current,
});

/// The contents of a report.
///
/// # Example
///
/// ```
/// use emberline::{Options, ReportKind};
///
/// let mut options = Options::default();
/// options.report.kind = "burnup".parse()?;
/// assert_eq!(options.report.kind, ReportKind::Burnup);
/// assert_eq!(options.report.kind.to_string(), "burnup");
/// # Ok::<(), emberline::error::ParseNameError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReportOptions {
    /// Default: burndown.
    pub kind: ReportKind,
    /// The forecast method.
    ///
    /// Default: percentiles.
    pub forecast: ForecastMethod,
    /// True if the forecast assumes that the scope keeps changing as it did.
    ///
    /// Default: false, the scope stays as it is.
    pub growth: bool,
    /// Default: committed.
    pub ideal: IdealBaseline,
    /// Default: the work that was in the sprint at its start.
    pub commitment: Commitment,
    /// Marks the changes since this instant; a date is the beginning of its day.
    ///
    /// Default: none.
    pub since: Option<Moment>,
    /// Calendar days of one sprint of a release, at least 1.
    ///
    /// Default: 14.
    pub sprint_days: usize,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self {
            kind: ReportKind::default(),
            forecast: ForecastMethod::Percentiles,
            growth: false,
            ideal: IdealBaseline::default(),
            commitment: Commitment::default(),
            since: None,
            sprint_days: 14,
        }
    }
}
