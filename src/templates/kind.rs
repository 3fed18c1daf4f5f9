//! The kinds of reports that can be drawn of a sprint.

use crate::names::named_values;

/// A kind of report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReportKind {
    /// Remaining work, and the changes that moved it.
    #[default]
    Burndown,
    /// Completed work against the scope.
    Burnup,
    /// Work by state: cumulative flow.
    CumulativeFlow,
    /// Committed and completed work of this sprint and of the sprints before it.
    Velocity,
    /// A release over its sprints, with Mike Cohn's bars.
    Release,
}

named_values!(ReportKind, "Kind", "What the picture shows: burndown, burnup, cumulative flow (cfd), velocity, a release with Cohn's bars.", {
    "burndown" => Burndown: "The remaining work",
    "burnup" => Burnup: "The completed work, and the scope",
    "cfd" => CumulativeFlow: "Cumulative flow: the work by its state",
    "velocity" => Velocity: "Committed and completed work of each sprint",
    "release" => Release: "A release over its sprints, with Mike Cohn's bars",
});
