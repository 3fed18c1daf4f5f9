//! Cumulative flow and release as plain data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::sprint::{Release, Sprint};

/// Work by how far it is, after every change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FlowStepRow {
    /// When it changed.
    pub at: String,
    /// Not begun.
    pub to_do: f64,
    /// Begun and not done.
    pub in_progress: f64,
    /// Done.
    pub done: f64,
}

/// Cumulative flow.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CumulativeFlowRow {
    /// `items` where the input tells of them, else the sprint's unit.
    pub unit: &'static str,
    /// The input tells what is in progress.
    pub knows_in_progress: bool,
    /// At the start and after every change.
    pub steps: Vec<FlowStepRow>,
}

impl CumulativeFlowRow {
    pub(super) fn from_sprint(sprint: &Sprint) -> Self {
        let steps = sprint.flow_steps(true).into_iter().map(|step| FlowStepRow {
            at: step.at.to_string(),
            to_do: step.state.to_do.to_f64(),
            in_progress: step.state.started.to_f64(),
            done: step.state.done.to_f64(),
        });
        Self {
            unit: sprint.flow_unit().name(),
            knows_in_progress: sprint.knows_started_work(),
            steps: steps.collect(),
        }
    }
}

/// A release over its sprints.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReleaseRow {
    /// One for the beginning of each sprint, and one for now.
    pub bars: Vec<ReleaseBarRow>,
    /// Mean work done in a finished sprint.
    pub velocity: Option<f64>,
    /// Mean growth of scope in a finished sprint.
    pub growth: Option<f64>,
    /// The number of finished sprints of this release; the velocity also covers earlier sprints.
    pub mean_of: usize,
    /// The number of sprints until the trends of tops and bottoms meet.
    pub sprints_left: Option<f64>,
    /// The formula of the numbers.
    pub formula: &'static str,
}

/// What remains at the begin of a sprint.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReleaseBarRow {
    /// The date on which the sprint begins.
    pub date: String,
    /// Falls with what is done.
    pub top: f64,
    /// Falls with what is added.
    pub bottom: f64,
    /// Top less bottom.
    pub remaining: f64,
}

impl ReleaseRow {
    pub(super) fn from_sprint(release: &Sprint, sprint_days: usize) -> Self {
        let release = Release::from_sprint(release, sprint_days);
        let bars = release.bars.iter().map(|bar| ReleaseBarRow {
            date: bar.date.to_string(),
            top: bar.top.to_f64(),
            bottom: bar.bottom.to_f64(),
            remaining: bar.remaining().to_f64(),
        });
        Self {
            bars: bars.collect(),
            velocity: release.velocity,
            growth: release.growth,
            mean_of: release.bars.iter().filter(|bar| bar.finished).count(),
            sprints_left: release.sprints_left,
            formula: "remaining / (velocity − growth), means of finished sprints (Mike Cohn's alternative release burndown)",
        }
    }
}
