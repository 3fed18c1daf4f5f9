//! Flags over a panel.

use crate::chart::Flag;
use crate::font::Line;
use crate::geometry::Point;
use crate::scene::{Item, Text};

use super::Picture;
use super::spread::spread;

/// Room between two flags, as a share of the font size.
const GAP: f64 = 0.6;

/// Flags in their places.
pub(super) struct Flags {
    pub(super) items: Vec<Item>,
    /// The axes over whose panels they stand, and the left ends of the leftmost ones with the room before them.
    pub(super) starts: Vec<(usize, f64)>,
}

impl Picture<'_> {
    /// All flags, panel by panel.
    pub(super) fn flags(&self) -> Flags {
        let mut flags = Flags { items: Vec::new(), starts: Vec::new() };
        for over in 0..self.axes.len() {
            let shown = |flag: &&Flag| flag.over == over && self.ground.shown.keeps(flag.gives_way);
            let here: Vec<_> = self.ground.chart.flags.iter().filter(shown).collect();
            flags.starts.extend(self.row(over, &here, &mut flags.items).map(|start| (over, start)));
        }
        flags
    }

    /// Places the flags over one panel; where the leftmost one begins.
    fn row(&self, over: usize, flags: &[&Flag], items: &mut Vec<Item>) -> Option<f64> {
        let measured = |flag: &&Flag| self.ground.fonts.line(&flag.text, flag.font.style);
        let lines: Vec<Line> = flags.iter().map(measured).collect();
        let gap = flags.iter().map(|flag| flag.font.style.size * GAP).fold(0.0, f64::max);
        let place = |flag: &Flag| self.axes.get(flag.at.0).map_or(0.0, |axis| axis.pixel(flag.at.1));
        let mut boxes: Vec<_> =
            flags.iter().zip(&lines).map(|(flag, line)| (place(flag), line.width + gap)).collect();
        let chart = self.ground.chart;
        let ends = (self.plot.left - gap / 2.0, chart.size.width - chart.padding.right + gap / 2.0);
        if boxes.iter().map(|(_, width)| width).sum::<f64>() > ends.1 - ends.0 {
            return None;
        }
        spread(&mut boxes, ends, |_, _| true);
        let axis = self.axes.get(over)?;
        let mut start = None;
        for ((flag, line), (middle, width)) in flags.iter().zip(lines).zip(boxes) {
            let left = middle - width / 2.0;
            start = Some(start.map_or(left, |start: f64| start.min(left)));
            let at = Point::new(middle - line.width / 2.0, axis.line_over_panel(flag.font));
            let style = flag.font.style;
            items.push(Item::Text(Text { at, style, color: flag.color, outline: None, line }));
        }
        start
    }
}
