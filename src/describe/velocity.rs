//! Velocity as plain data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::i18n::Translator;
use crate::options::Options;
use crate::sprint::{Amount, Commitment, PastSprint, Velocity};
use crate::templates;

/// The contents of a velocity report without a sprint of its own.
#[derive(Clone, Debug, Serialize)]
pub struct VelocityDescription {
    /// The last sprint's name.
    pub name: String,
    /// The unit of amounts: `points`, `hours` or `items`.
    pub unit: &'static str,
    /// The sentence over the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The alt text, at most [`MAX_ALT_CHARS`](crate::limits::MAX_ALT_CHARS) characters.
    pub alt_text: String,
    /// The numbers.
    pub velocity: VelocityRow,
}

impl VelocityDescription {
    pub(crate) fn from_past_sprints(past: &[PastSprint], options: &Options) -> Self {
        let report = &options.report;
        let text = templates::past_velocity_text(past, report, &Translator::new(options.lang));
        let last = past.last();
        Self {
            name: last.map(|past| past.name.clone()).unwrap_or_default(),
            unit: last.map(|past| past.unit).unwrap_or_default().name(),
            headline: text.headline,
            alt_text: text.alt_text,
            velocity: VelocityRow::from_velocity(Velocity::from_past_sprints(past, report.commitment)),
        }
    }
}

/// Committed and completed work of each sprint.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VelocityRow {
    /// One for each sprint, in order.
    pub sprints: Vec<VelocityBarRow>,
    /// Mean of what the last finished sprints completed.
    pub mean: Option<f64>,
    /// The number of sprints in the mean.
    pub mean_of: usize,
    /// How the mean is computed.
    pub formula: &'static str,
    /// Which work counts as committed.
    pub commitment: &'static str,
}

/// A sprint's velocity.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VelocityBarRow {
    /// The sprint's name.
    pub name: String,
    /// Committed work; `null` where the rule asks for what is not known.
    pub committed: Option<f64>,
    /// Completed work, added work among it.
    pub completed: f64,
    /// The sprint is over.
    pub finished: bool,
}

impl VelocityRow {
    pub(super) fn from_velocity(velocity: Velocity) -> Self {
        let bars = velocity.bars.into_iter().map(|bar| VelocityBarRow {
            name: bar.name,
            committed: bar.committed.map(Amount::to_f64),
            completed: bar.completed.to_f64(),
            finished: bar.finished,
        });
        Self {
            sprints: bars.collect(),
            mean: velocity.mean,
            mean_of: velocity.mean_sprint_count,
            formula: "Σ completed / n of the last n finished sprints, n at most 3",
            commitment: match velocity.commitment {
                Commitment::Start => "in the sprint at its start and not done",
                Commitment::End => "in the sprint at its end, without what was done at its start",
            },
        }
    }
}
