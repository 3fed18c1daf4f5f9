//! The velocity of the team over its sprints.

use super::{Amount, PastSprint, Sprint};
use crate::names::named_values;

/// The rule for the committed work of a velocity chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Commitment {
    /// The open work in the sprint at its start. This is the rule of Jira Cloud.
    #[default]
    Start,
    /// All work in the sprint at its end, which includes added work and excludes removed work.
    End,
}

named_values!(Commitment, "Commitment", "What velocity counts as committed: in the sprint at its start and not done, or in it at its end.", {
    "start" => Start,
    "end" => End,
});

/// The velocity over several sprints.
#[derive(Clone, Debug, PartialEq)]
pub struct Velocity {
    /// The bars in chronological order, one for each sprint.
    pub bars: Vec<VelocityBar>,
    /// The number of finished sprints that [`Velocity::mean`] covers.
    pub mean_sprint_count: usize,
    /// The mean of the completed work of the latest finished sprints, in units; `None` without a finished sprint.
    pub mean: Option<f64>,
    /// The rule for the committed work.
    pub commitment: Commitment,
}

/// The committed and completed work of a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct VelocityBar {
    /// The name of the sprint.
    pub name: String,
    /// Committed work; `None` if the input lacks the amount that the rule needs.
    pub committed: Option<Amount>,
    /// Completed work.
    pub completed: Amount,
    /// True if the sprint is over.
    pub finished: bool,
}

/// The number of sprints in the mean velocity. Jira's release report uses the same number.
const MEAN_SPRINTS: usize = 3;

impl Velocity {
    /// Returns the velocity of the past sprints and of this sprint up to `as_of`.
    pub fn from_sprint(sprint: &Sprint, commitment: Commitment) -> Self {
        let this = PastSprint::from_sprint(sprint);
        let is_over = sprint.as_of >= sprint.closed.unwrap_or(sprint.end);
        let sprints = sprint.past_sprints.iter().map(|past| (past, true)).chain([(&this, is_over)]);
        Self::from_finished_flags(sprints, commitment)
    }

    /// Returns the velocity of finished sprints.
    pub fn from_past_sprints(past: &[PastSprint], commitment: Commitment) -> Self {
        Self::from_finished_flags(past.iter().map(|past| (past, true)), commitment)
    }

    /// Returns the velocity of sprints in chronological order, each with a flag that is true if the sprint is over.
    fn from_finished_flags<'a>(
        sprints: impl Iterator<Item = (&'a PastSprint, bool)>,
        commitment: Commitment,
    ) -> Self {
        let bar = |(past, finished): (&PastSprint, bool)| VelocityBar {
            name: past.name.clone(),
            committed: match commitment {
                Commitment::Start => Some(past.committed),
                Commitment::End => past.scope,
            },
            completed: past.completed,
            finished,
        };
        let bars: Vec<VelocityBar> = sprints.map(bar).collect();
        let latest: Vec<f64> = bars
            .iter()
            .rev()
            .filter(|bar| bar.finished)
            .take(MEAN_SPRINTS)
            .map(|bar| bar.completed.to_f64())
            .collect();
        let mean = (!latest.is_empty()).then(|| latest.iter().sum::<f64>() / latest.len() as f64);
        Self { bars, mean_sprint_count: latest.len(), mean, commitment }
    }
}
