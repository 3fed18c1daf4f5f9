//! Rule labels over a panel.

use crate::chart::{AxisId, RuleLabel};
use crate::font::MeasuredLine;
use crate::geometry::Point;
use crate::scene::{Item, Text};

use super::chart_layout::ChartLayout;
use super::dodge::{Interval, dodge_intervals};

/// Distance between two labels, as a fraction of the font size.
const GAP: f64 = 0.6;

/// The rule labels at their positions.
pub(super) struct PlacedRuleLabels {
    pub(super) items: Vec<Item>,
    /// The axes that have labels over their panels, with the left end of the leftmost label and the space
    /// before it.
    pub(super) row_starts: Vec<(AxisId, f64)>,
}

impl ChartLayout<'_> {
    /// Places the labels of all panels.
    pub(super) fn place_rule_labels(&self) -> PlacedRuleLabels {
        let mut placed = PlacedRuleLabels { items: Vec::new(), row_starts: Vec::new() };
        for panel_axis in self.axes.ids() {
            let is_shown = |label: &&RuleLabel| {
                label.panel_axis == panel_axis && self.context.visible_parts.is_visible(label.drop_priority)
            };
            let row: Vec<_> = self.context.chart.rule_labels.iter().filter(is_shown).collect();
            placed.row_starts.extend(
                self.place_label_row(panel_axis, &row, &mut placed.items).map(|start| (panel_axis, start)),
            );
        }
        placed
    }

    /// Places the labels over one panel and returns the start of the leftmost one.
    fn place_label_row(
        &self,
        panel_axis: AxisId,
        labels: &[&RuleLabel],
        items: &mut Vec<Item>,
    ) -> Option<f64> {
        let measured = |label: &&RuleLabel| self.context.fonts.measure_line(&label.text, label.font.style);
        let lines: Vec<MeasuredLine> = labels.iter().map(measured).collect();
        let gap = labels.iter().map(|label| label.font.style.size * GAP).fold(0.0, f64::max);
        let middle = |label: &RuleLabel| {
            self.axes.get(label.axis).map_or(0.0, |axis| axis.pixel_for_value(label.value))
        };
        let mut intervals: Vec<_> = labels
            .iter()
            .zip(&lines)
            .map(|(label, line)| Interval { middle: middle(label), length: line.width + gap })
            .collect();
        let chart = self.context.chart;
        let low = self.plot.left - gap / 2.0;
        let high = chart.size.width - chart.padding.right + gap / 2.0;
        if intervals.iter().map(|interval| interval.length).sum::<f64>() > high - low {
            return None;
        }
        dodge_intervals(&mut intervals, low, high, |_, _| true);
        let axis = self.axes.get(panel_axis)?;
        let mut start = None;
        for ((label, line), Interval { middle, length }) in labels.iter().zip(lines).zip(intervals) {
            let left = middle - length / 2.0;
            start = Some(start.map_or(left, |start: f64| start.min(left)));
            let origin = Point::new(middle - line.width / 2.0, axis.baseline_over_panel(label.font));
            let style = label.font.style;
            items.push(Item::Text(Text { origin, style, paint: label.color.into(), stroke: None, line }));
        }
        start
    }
}

#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Axis, Chart, Font, LayoutPosition, TickLabels};
    use crate::color::Color;
    use crate::font::{Fonts, TextStyle};
    use crate::geometry::Size;
    use crate::layout::build_scene;
    use crate::scale::DataRange;

    /// Returns the left and right ends of labels at values from 0 to 10, from left to right.
    fn label_ends(labels: &[(f64, &str)], width: f64) -> Vec<(f64, f64)> {
        let font = Font::from_style(TextStyle { size: 20.0, ..TextStyle::default() });
        let range = DataRange { min: 0.0, max: 10.0 };
        let tick_labels = TickLabels::new(font, Color::from_hex(0));
        let axis = |position| Axis::with_explicit_ticks(position, range, Vec::new(), tick_labels.clone());
        let mut chart = Chart::new(Size { width, height: 300.0 });
        let bottom = chart.axes.push(axis(LayoutPosition::Bottom));
        let left = chart.axes.push(axis(LayoutPosition::Left));
        let rule_label = |(value, text): &(f64, &str)| RuleLabel {
            axis: bottom,
            value: *value,
            panel_axis: left,
            text: (*text).to_owned(),
            font,
            color: Color::from_hex(0),
            drop_priority: 0,
        };
        chart.rule_labels = labels.iter().map(rule_label).collect();
        let items = build_scene(&chart, &Fonts::embedded()).items;
        let group = items.into_iter().find_map(|item| match item {
            Item::Group("flags", items) => Some(items),
            _ => None,
        });
        let end = |item: Item| match item {
            Item::Text(text) => Some((text.origin.x, text.origin.x + text.line.width)),
            _ => None,
        };
        let mut ends: Vec<_> = group.into_iter().flatten().filter_map(end).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        ends
    }

    #[test]
    fn a_label_is_centered_over_its_value() {
        let [(left, right)] = label_ends(&[(5.0, "today")], 400.0)[..] else { panic!("one label") };
        assert!(((left + right) / 2.0 - 200.0).abs() < 0.5, "{left} {right}");
    }

    #[test]
    fn labels_of_one_value_are_placed_side_by_side() {
        let ends = label_ends(&[(5.0, "planned end"), (5.0, "today")], 400.0);
        assert_eq!(ends.len(), 2);
        assert!(ends[0].1 + 20.0 * GAP <= ends[1].0 + 1e-9, "{ends:?}");
    }

    #[test]
    fn labels_stay_inside_the_picture() {
        let ends = label_ends(&[(0.0, "start"), (10.0, "planned end")], 400.0);
        assert!(ends[0].0 >= -1e-9 && ends[1].1 <= 400.0 + 1e-9, "{ends:?}");
    }

    #[test]
    fn no_label_is_drawn_if_not_all_fit() {
        assert_eq!(label_ends(&[(2.0, "planned end"), (8.0, "today")], 120.0), []);
    }
}
