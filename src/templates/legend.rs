//! The legend.

use crate::chart::{BarStyle, Dataset, DatasetId, IdList, LegendItem, Line, LineStyle, Mark};
use crate::scene::{Paint, Stroke};

use super::context::TemplateContext;
use super::forecast::CONE_CLASS;
use super::rules_and_bands::days_off;
use super::series::LABEL_ANCHOR_CLASS;
use super::work_in_progress::{IN_PROGRESS_CLASS, blended_over_area};

/// Length of a line in the legend as a share of the font size.
const LINE_LENGTH: f64 = 1.6;
/// Width of the edge around a shade as a share of the font size. The shade alone is too faint on so small an area.
const SHADE_EDGE: f64 = 0.05;

/// Returns a key for each named dataset and, except in a small picture, one for the days off.
pub(super) fn keys_with_days_off(
    context: &TemplateContext,
    datasets: &IdList<DatasetId, Dataset>,
) -> Vec<LegendItem> {
    let mut keys = legend_keys(context, datasets);
    if !context.sizes.compact && !days_off(context).is_empty() {
        let stroke = Stroke::solid(context.theme.muted_text, context.sizes.small.size * SHADE_EDGE);
        let text = context.translator.messages.day_off.to_owned();
        keys.push(LegendItem { stroke, ..LegendItem::new(text, context.theme.day_off) });
    }
    keys
}

/// Returns a key for each named dataset.
pub(super) fn legend_keys(
    context: &TemplateContext,
    datasets: &IdList<DatasetId, Dataset>,
) -> Vec<LegendItem> {
    let small = context.sizes.small.size;
    let key = |set: &Dataset| {
        let text = set.label.clone();
        let has_label = |other: &Dataset| other.label == set.label && other.end_label.is_some();
        let end_label_dataset = datasets.entries().find(|(_, other)| has_label(other)).map(|(id, _)| id);
        match &set.mark {
            Mark::Line(Line { style: Some(LineStyle { stroke, fill_paint, .. }), .. })
                if stroke.width == 0.0 =>
            {
                let (fill, stroke) = shade_fill_and_edge(context, set.class, fill_paint);
                LegendItem { stroke, end_label_dataset, ..LegendItem::new(text, fill) }
            }
            Mark::Line(Line { style: Some(LineStyle { stroke, .. }), .. }) => LegendItem {
                stroke: stroke.clone(),
                line_length: Some(small * LINE_LENGTH),
                end_label_dataset,
                ..LegendItem::new(text, stroke.paint.clone())
            },
            Mark::Bars(bars) => {
                let BarStyle { fill, pattern, .. } = bars.styles.get(0);
                LegendItem { pattern: *pattern, ..LegendItem::new(text, fill.clone()) }
            }
            _ => LegendItem::new(text, context.theme.muted_text),
        }
    };
    let is_named = |set: &&Dataset| !set.label.is_empty() && set.class != Some(LABEL_ANCHOR_CLASS);
    datasets.iter().filter(is_named).map(key).collect()
}

/// Returns the paint and the edge of a shade in the legend. The edge of the forecast is dashed like its line, to
/// distinguish it from the work in progress, which has the same hue.
fn shade_fill_and_edge(context: &TemplateContext, class: Option<&str>, fill: &Paint) -> (Paint, Stroke) {
    let (theme, edge) = (context.theme, context.sizes.small.size * SHADE_EDGE);
    match (class, fill) {
        (Some(IN_PROGRESS_CLASS), Paint::Color(color)) if color.alpha < u8::MAX => {
            (blended_over_area(*color).into(), Stroke::solid(theme.work, edge))
        }
        (Some(CONE_CLASS), fill) => {
            (fill.clone(), Stroke::dashed(theme.work, edge * 1.6, vec![edge * 4.0, edge * 2.8]))
        }
        (_, fill) => (fill.clone(), Stroke::solid(theme.muted_text, edge)),
    }
}
