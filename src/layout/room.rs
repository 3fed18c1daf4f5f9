//! What is left out where the plot would be too small.

use crate::chart::{Chart, Guide};
use crate::font::Fonts;
use crate::layout::boxes::Edges;

use super::end_label;

/// What is shown of a picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// What gives way at this or earlier is left out.
    given_way: u8,
    /// Datasets have labels at their ends.
    pub(super) end_labels: bool,
}

impl Shown {
    /// Everything; labels at the ends of datasets where they leave the plot its room.
    pub(super) fn all(chart: &Chart, fonts: &Fonts) -> Self {
        let room = chart.size.width - chart.padding.width();
        Self { given_way: 0, end_labels: end_label::has_room(chart, room, fonts) }
    }

    /// Whether something is shown.
    pub(super) fn keeps(self, gives_way: u8) -> bool {
        gives_way == 0 || gives_way > self.given_way
    }

    /// The next smaller choice, where the plot came out too small.
    pub(super) fn less(self, chart: &Chart, plot: Edges) -> Option<Self> {
        let (width, height) =
            (chart.size.width - chart.padding.width(), chart.size.height - chart.padding.height());
        let enough = plot.width() >= width * chart.least_plot && plot.height() >= height * chart.least_plot;
        if !enough && self.given_way < last(chart) {
            let less = Self { given_way: self.given_way + 1, ..self };
            return Some(Self { end_labels: less.end_labels && end_label::is_kept(chart, less), ..less });
        }
        let crowded = self.end_labels && end_label::height(chart) > plot.height();
        crowded.then_some(Self { end_labels: false, ..self })
    }
}

/// When the last thing gives way.
fn last(chart: &Chart) -> u8 {
    let guides = chart.guides.iter().map(|guide| match guide {
        Guide::Legend(legend) => legend.gives_way,
        Guide::Title(title) => title.gives_way,
    });
    let axes = chart.axes.iter().map(|axis| axis.ticks.gives_way);
    let labels = chart.datasets.iter().filter_map(|set| set.end_label.as_ref()).map(|label| label.gives_way);
    let flags = chart.flags.iter().map(|flag| flag.gives_way);
    guides.chain(axes).chain(labels).chain(flags).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Font, Title, Wrap};
    use crate::color::Color;
    use crate::font::TextStyle;
    use crate::geometry::Size;

    /// A picture of 100 by 100 whose titles give way at these times.
    fn chart(times: &[u8]) -> Chart {
        let font = Font::of(TextStyle { size: 10.0, ..TextStyle::default() });
        let title = |gives_way: &u8| {
            let wrap = Wrap { least_size: 10.0, max_lines: 1 };
            Guide::Title(Title {
                gives_way: *gives_way,
                ..Title::paragraph(Vec::new(), font, Color::hex(0), wrap)
            })
        };
        let guides = times.iter().map(title).collect();
        Chart { guides, least_plot: 0.4, ..Chart::empty(Size { width: 100.0, height: 100.0 }) }
    }

    fn plot(width: f64, height: f64) -> Edges {
        Edges { left: 0.0, top: 0.0, right: width, bottom: height }
    }

    #[test]
    fn a_plot_of_its_share_is_left_alone() {
        let chart = chart(&[1]);
        let all = Shown::all(&chart, &Fonts::absent());
        assert!(all.less(&chart, plot(40.0, 40.0)).is_none());
        assert!(all.less(&chart, plot(39.9, 40.0)).is_some());
        assert!(all.less(&chart, plot(40.0, 39.9)).is_some());
    }

    #[test]
    fn the_padding_is_no_share_of_the_plot() {
        let chart = Chart { padding: crate::geometry::Sides::all(25.0), ..chart(&[1]) };
        assert!(Shown::all(&chart, &Fonts::absent()).less(&chart, plot(20.0, 20.0)).is_none());
    }

    #[test]
    fn one_after_the_other_gives_way_and_the_rest_stays() {
        let chart = chart(&[2, 0, 1]);
        let mut shown = Shown::all(&chart, &Fonts::absent());
        let mut kept = Vec::new();
        loop {
            kept.push([0, 1, 2].map(|time| shown.keeps(time)));
            let Some(less) = shown.less(&chart, plot(0.0, 0.0)) else { break };
            shown = less;
        }
        assert_eq!(kept, [[true, true, true], [true, false, true], [true, false, false]]);
    }
}
