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
