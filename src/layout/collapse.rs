//! Elements that are hidden if the plot would be too small.

use crate::chart::{Chart, Guide};
use crate::font::Fonts;
use crate::layout::boxes::Edges;

use super::end_label_size::{end_labels_fit, end_labels_height, end_labels_of};

/// The visible elements of a chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct VisibleParts {
    /// Elements with a `drop_priority` of at most this are hidden.
    drop_level: u8,
    /// True if datasets have labels at their ends.
    pub(super) end_labels: bool,
}

impl VisibleParts {
    /// Shows every element; end labels are shown if they leave enough width for the plot.
    pub(super) fn before_any_drop(chart: &Chart, fonts: &Fonts) -> Self {
        let width = chart.size.width - chart.padding.horizontal_total();
        Self { drop_level: 0, end_labels: end_labels_fit(chart, width, fonts) }
    }

    /// Returns true if an element with this priority is visible. An element with priority 0 is always
    /// visible.
    pub(super) fn is_visible(self, drop_priority: u8) -> bool {
        drop_priority == 0 || drop_priority > self.drop_level
    }

    /// Hides the elements with the next priority if the plot is too small; `None` if it is large enough.
    pub(super) fn drop_next(self, chart: &Chart, plot: Edges) -> Option<Self> {
        let (width, height) = (
            chart.size.width - chart.padding.horizontal_total(),
            chart.size.height - chart.padding.vertical_total(),
        );
        let enough = plot.width() >= width * chart.min_plot_fraction
            && plot.height() >= height * chart.min_plot_fraction;
        if !enough && self.drop_level < last_priority(chart) {
            let fewer = Self { drop_level: self.drop_level + 1, ..self };
            let keeps_end_labels = end_labels_of(chart).all(|label| fewer.is_visible(label.drop_priority));
            return Some(Self { end_labels: self.end_labels && keeps_end_labels, ..fewer });
        }
        let crowded = self.end_labels && end_labels_height(chart) > plot.height();
        crowded.then_some(Self { end_labels: false, ..self })
    }
}

/// Returns the highest drop priority of all elements.
fn last_priority(chart: &Chart) -> u8 {
    let guides = chart.guides.iter().map(|guide| match guide {
        Guide::Legend(legend) => legend.drop_priority,
        Guide::Title(title) => title.drop_priority,
    });
    let axes = chart.axes.iter().map(|axis| axis.tick_labels.drop_priority);
    let labels =
        chart.datasets.iter().filter_map(|set| set.end_label.as_ref()).map(|label| label.drop_priority);
    let rule_labels = chart.rule_labels.iter().map(|label| label.drop_priority);
    guides.chain(axes).chain(labels).chain(rule_labels).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Font, TextWrap, Title};
    use crate::color::Color;
    use crate::font::TextStyle;
    use crate::geometry::Size;

    /// A chart of 100 by 100 pixels whose titles have these drop priorities.
    fn sample_chart(priorities: &[u8]) -> Chart {
        let font = Font::from_style(TextStyle { size: 10.0, ..TextStyle::default() });
        let title = |drop_priority: &u8| {
            let wrap = TextWrap { min_font_size: 10.0, max_lines: 1 };
            Guide::Title(Title {
                drop_priority: *drop_priority,
                ..Title::wrapped_paragraph(Vec::new(), font, Color::from_hex(0), wrap)
            })
        };
        let guides = priorities.iter().map(title).collect();
        Chart { guides, min_plot_fraction: 0.4, ..Chart::new(Size { width: 100.0, height: 100.0 }) }
    }

    fn sample_plot(width: f64, height: f64) -> Edges {
        Edges { left: 0.0, top: 0.0, right: width, bottom: height }
    }

    #[test]
    fn nothing_is_dropped_once_the_plot_has_its_minimum_size() {
        let chart = sample_chart(&[1]);
        let visible = VisibleParts::before_any_drop(&chart, &Fonts::external());
        assert!(visible.drop_next(&chart, sample_plot(40.0, 40.0)).is_none());
        assert!(visible.drop_next(&chart, sample_plot(39.9, 40.0)).is_some());
        assert!(visible.drop_next(&chart, sample_plot(40.0, 39.9)).is_some());
    }

    #[test]
    fn the_minimum_plot_size_excludes_the_padding() {
        let chart = Chart { padding: crate::geometry::Sides::uniform(25.0), ..sample_chart(&[1]) };
        assert!(
            VisibleParts::before_any_drop(&chart, &Fonts::external())
                .drop_next(&chart, sample_plot(20.0, 20.0))
                .is_none()
        );
    }

    #[test]
    fn parts_are_dropped_in_the_order_of_their_priority() {
        let chart = sample_chart(&[2, 0, 1]);
        let mut visible = VisibleParts::before_any_drop(&chart, &Fonts::external());
        let mut steps = Vec::new();
        loop {
            steps.push([0, 1, 2].map(|priority| visible.is_visible(priority)));
            let Some(fewer) = visible.drop_next(&chart, sample_plot(0.0, 0.0)) else { break };
            visible = fewer;
        }
        assert_eq!(steps, [[true, true, true], [true, false, true], [true, false, false]]);
    }
}
