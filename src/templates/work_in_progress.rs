//! Work in progress: the band between the remaining work and the work that has not started.

use crate::chart::{Dataset, DatasetId, FillTarget};
use crate::color::Color;

use super::context::TemplateContext;
use super::series::{AREA_ALPHA, area_line, flow_values, line_dataset, stepped_by_resolution};

/// Class of the band.
pub(super) const IN_PROGRESS_CLASS: &str = "in-progress";
/// Opacity of the band, of 255.
const BAND_ALPHA: u8 = 80;

/// Returns the band under the line of remaining work.
pub(super) fn in_progress_dataset(context: &TemplateContext, remaining: DatasetId) -> Option<Dataset> {
    if !context.sprint.knows_started_work() {
        return None;
    }
    let area = area_line(context.theme.work.with_alpha(BAND_ALPHA), FillTarget::Dataset(remaining));
    let steps = context.sprint.flow_steps(false);
    let values = flow_values(context, &steps, |state| state.to_do.to_f64());
    let label = context.translator.messages.in_progress;
    Some(line_dataset(IN_PROGRESS_CLASS, label, 2.5, values, stepped_by_resolution(context, area)))
}

/// Returns the band's colour as it appears: the band lies over the area of the remaining work, which has the same hue.
pub(super) fn blended_over_area(color: Color) -> Color {
    let [through, below] = [color.alpha, AREA_ALPHA].map(|alpha| 1.0 - f64::from(alpha) / 255.0);
    color.with_alpha(((1.0 - through * below) * 255.0).round() as u8)
}
