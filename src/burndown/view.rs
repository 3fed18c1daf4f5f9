//! What a picture of a sprint shows: its kind, and the definitions that teams choose differently.

use crate::input::Moment;
use crate::sprint::{Commitment, ForecastMethod};

/// Kinds of pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Work that remains, and what moved it.
    #[default]
    Burndown,
    /// Work that is done, and the scope it is done of.
    Burnup,
    /// Work by how far it is: cumulative flow.
    Flow,
    /// Committed and completed work of this sprint and of those before it.
    Velocity,
    /// A release over its sprints, with Mike Cohn's bars.
    Release,
}

impl Kind {
    /// All kinds with their names, the default first.
    pub const ALL: [(&'static str, Self); 5] = [
        ("burndown", Self::Burndown),
        ("burnup", Self::Burnup),
        ("cfd", Self::Flow),
        ("velocity", Self::Velocity),
        ("release", Self::Release),
    ];
}

/// Which ideal line the headline measures by. The committed one is always drawn, and never moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IdealFrom {
    /// The one from the committed work.
    #[default]
    Committed,
    /// The one that is re-planned with each change of scope, from then on; a burndown draws it as well.
    Current,
}

/// What a picture of a sprint shows.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Default: burndown.
    pub kind: Kind,
    /// How the end is forecast; `None` for not at all.
    ///
    /// Default: Monte Carlo.
    pub forecast: Option<ForecastMethod>,
    /// The forecast takes the scope to go on changing as it did.
    ///
    /// Default: no, it stays as it is.
    pub growth: bool,
    /// Default: committed.
    pub ideal: IdealFrom,
    /// Default: what was in the sprint at its start.
    pub commitment: Commitment,
    /// Marks what changed since this instant; a date is the begin of its day.
    ///
    /// Default: none.
    pub since: Option<Moment>,
    /// Calendar days of one sprint of a release, at least 1.
    ///
    /// Default: 14.
    pub sprint_days: usize,
}

impl Default for View {
    fn default() -> Self {
        Self {
            kind: Kind::default(),
            forecast: Some(ForecastMethod::MonteCarlo),
            growth: false,
            ideal: IdealFrom::default(),
            commitment: Commitment::default(),
            since: None,
            sprint_days: 14,
        }
    }
}
