//! The band of the team's past sprints, behind the lines.

use crate::chart::{DataPoint, FillTarget, Line};
use crate::scene::Stroke;
use crate::sprint::BandPoint;

use super::context::TemplateContext;
use super::panel::Panel;
use super::series::{area_line, invisible_line, line_dataset};

/// Opacity of the band, of 255.
const BAND_ALPHA: u8 = 36;
/// Order of the band among the lines: behind all of them.
const ORDER: f64 = 7.0;

/// Returns the highest value of the band; 0 without one.
pub(super) fn highest_band_value(context: &TemplateContext) -> f64 {
    let points = context.metrics.historical_band.iter().flat_map(|band| &band.points);
    points.map(|point| point.high).fold(0.0, f64::max)
}

/// Adds the median and the band, which is filled from its upper edge to its lower edge.
pub(super) fn add_band(context: &TemplateContext, panel: &mut Panel) {
    let Some(band) = &context.metrics.historical_band else { return };
    let TemplateContext { theme, sizes, translator, .. } = context;
    let values = |value_of: fn(&BandPoint) -> f64| -> Vec<DataPoint> {
        let value = |point: &BandPoint| DataPoint::new(context.day_position(point.at), Some(value_of(point)));
        band.points.iter().map(value).collect()
    };
    let name = translator.format_count(&translator.messages.usual, band.sprint_count, &[]);
    let median = Line::from_stroke(Stroke::solid(theme.ideal.with_alpha(150), sizes.hairline));
    panel.add(line_dataset("usual-median", "", ORDER, values(|point| point.median), median));
    let lower_edge = invisible_line(theme.ideal);
    let lower_edge = line_dataset("usual-low", "", ORDER + 1.0, values(|point| point.low), lower_edge);
    let target = FillTarget::Dataset(panel.add(lower_edge));
    let area = area_line(theme.ideal.with_alpha(BAND_ALPHA), target);
    panel.add(line_dataset("usual", &name, ORDER + 1.0, values(|point| point.high), area));
}
