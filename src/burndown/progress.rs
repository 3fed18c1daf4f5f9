//! Work in progress: the band between what remains and what is not begun.

use crate::chart::{Curve, Dataset, Fill, LineStyle, Stepped, Target, Value};
use crate::color::Color;
use crate::sprint::{Resolution, StageStep, Stages};

use super::Context;
use super::cone::area;
use super::lines::{AREA_ALPHA, dataset};

/// Class of the band.
pub(super) const CLASS: &str = "in-progress";
/// Opacity of the band, of 255.
const BAND_ALPHA: u8 = 80;

/// The band under the line of remaining work, which is the dataset at the place `remaining`.
pub(super) fn band(context: &Context, remaining: usize) -> Option<Dataset> {
    if !context.sprint.knows_started() {
        return None;
    }
    let target = Fill { target: Target::Dataset(remaining), above: None, below: None };
    let mut line = area(context.theme.work.with_alpha(BAND_ALPHA), Some(target));
    if context.sprint.resolution == Resolution::Instant {
        let curve = Curve::Stepped(Stepped::Before);
        line.line = line.line.map(|style| LineStyle { curve, ..style });
    }
    let steps = context.sprint.stages(false);
    let values = values(context, &steps, |stages| stages.to_do.to_f64());
    Some(dataset(CLASS, (context.words.text.in_progress, 2.5), values, line))
}

/// The band's colour as it looks: it lies over the area of the remaining work, which has the same hue.
pub(super) fn as_seen(color: Color) -> Color {
    let [through, below] = [color.alpha, AREA_ALPHA].map(|alpha| 1.0 - f64::from(alpha) / 255.0);
    color.with_alpha(((1.0 - through * below) * 255.0).round() as u8)
}

/// What is known of the stages, along the days; without a value in a gap.
pub(crate) fn values(context: &Context, steps: &[StageStep], of: impl Fn(&Stages) -> f64) -> Vec<Value> {
    let sprint = context.sprint;
    let value = |step: &StageStep| Some(of(&step.stages));
    match sprint.resolution {
        Resolution::Instant => {
            let last = steps.last().map(|step| Value::at(context.x(sprint.as_of), value(step)));
            steps.iter().map(|step| Value::at(context.x(step.at), value(step))).chain(last).collect()
        }
        Resolution::Day => {
            let first = steps.first().map(|step| Value::at(context.x(step.at), value(step)));
            let past = context.ledger.days.iter().filter(|row| row.day.from < sprint.as_of);
            let ends = past.map(|row| {
                // An event at `as_of` belongs to the last day that is known.
                let end = row.day.to.min(sprint.as_of);
                let known = steps.iter().rfind(|step| step.at < end || step.at == sprint.as_of);
                Value::at(context.x(end), row.closing.and(known).and_then(value))
            });
            first.into_iter().chain(ends).collect()
        }
    }
}
