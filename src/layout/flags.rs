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

#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Axis, Chart, Font, Position, Ticks};
    use crate::color::Color;
    use crate::font::{Fonts, TextStyle};
    use crate::geometry::Size;
    use crate::layout::scene;

    /// Left and right ends of the flags of these words, which stand at these of ten places, from left to right.
    fn ends(flags: &[(f64, &str)], width: f64) -> Vec<(f64, f64)> {
        let font = Font::of(TextStyle { size: 20.0, ..TextStyle::default() });
        let axis =
            |position| Axis::given(position, (0.0, 10.0), Vec::new(), Ticks::plain(font, Color::hex(0)));
        let flag = |(at, text): &(f64, &str)| Flag {
            at: (0, *at),
            over: 1,
            text: (*text).to_owned(),
            font,
            color: Color::hex(0),
            gives_way: 0,
        };
        let chart = Chart {
            axes: vec![axis(Position::Bottom), axis(Position::Left)],
            flags: flags.iter().map(flag).collect(),
            ..Chart::empty(Size { width, height: 300.0 })
        };
        let items = scene(&chart, &Fonts::embedded()).items;
        let flags = items.into_iter().find_map(|item| match item {
            Item::Group("flags", items) => Some(items),
            _ => None,
        });
        let end = |item: Item| match item {
            Item::Text(text) => Some((text.at.x, text.at.x + text.line.width)),
            _ => None,
        };
        let mut ends: Vec<_> = flags.into_iter().flatten().filter_map(end).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        ends
    }

    #[test]
    fn a_flag_stands_over_its_place() {
        let [(left, right)] = ends(&[(5.0, "today")], 400.0)[..] else { panic!("one flag") };
        assert!(((left + right) / 2.0 - 200.0).abs() < 0.5, "{left} {right}");
    }

    #[test]
    fn flags_of_one_place_stand_side_by_side() {
        let ends = ends(&[(5.0, "planned end"), (5.0, "today")], 400.0);
        assert_eq!(ends.len(), 2);
        assert!(ends[0].1 + 20.0 * GAP <= ends[1].0 + 1e-9, "{ends:?}");
    }

    #[test]
    fn flags_stay_on_the_picture() {
        let ends = ends(&[(0.0, "start"), (10.0, "planned end")], 400.0);
        assert!(ends[0].0 >= -1e-9 && ends[1].1 <= 400.0 + 1e-9, "{ends:?}");
    }

    #[test]
    fn where_not_all_have_room_none_is_seen() {
        assert_eq!(ends(&[(2.0, "planned end"), (8.0, "today")], 120.0), []);
    }
}
