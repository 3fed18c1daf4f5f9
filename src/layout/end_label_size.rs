//! The space that the labels at the ends of datasets need.

use crate::chart::{Chart, EndLabel};
use crate::font::Fonts;

/// Distance between the end of a dataset and its label, as a fraction of the font size.
pub(super) const END_LABEL_GAP: f64 = 0.6;
/// Labels wider than this fraction of the picture are moved to the legend.
const MAX_WIDTH_SHARE: f64 = 0.3;

/// Returns the end labels of the visible datasets.
pub(super) fn end_labels_of(chart: &Chart) -> impl Iterator<Item = &EndLabel> {
    chart.datasets.iter().filter(|set| set.visible).filter_map(|set| set.end_label.as_ref())
}

/// Returns true if there are end labels and all of them leave enough width for the plot.
pub(super) fn end_labels_fit(chart: &Chart, width: f64, fonts: &Fonts) -> bool {
    let needed = |label: &EndLabel| {
        fonts.text_width(&label.text, label.font.style) + label.font.style.size * END_LABEL_GAP
    };
    end_labels_of(chart).next().is_some()
        && end_labels_of(chart).all(|label| needed(label) <= width * MAX_WIDTH_SHARE)
}

/// Returns the total height of the labels, one below the other.
pub(super) fn end_labels_height(chart: &Chart) -> f64 {
    end_labels_of(chart).map(|label| label.font.line_height).sum()
}
