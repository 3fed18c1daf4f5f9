//! The legend (Chart.js 4.6.1, the legend plugin).

use crate::chart::{LayoutPosition, Legend, LegendItem, LegendTitle};
use crate::font::Fonts;

use super::boxes::{AvailableSpace, BoxOptions, Edges, RequiredSpace};

/// A legend during the layout.
pub(super) struct LegendBox<'a> {
    pub(super) legend: &'a Legend,
    /// The visible entries.
    pub(super) entries: Vec<&'a LegendItem>,
    pub(super) edges: Edges,
    /// The required width, in pixels.
    pub(super) width: f64,
    /// Text width of each entry.
    pub(super) text_widths: Vec<f64>,
    /// Width of each row.
    pub(super) row_widths: Vec<f64>,
    /// Width and height of each column.
    pub(super) column_sizes: Vec<(f64, f64)>,
}

impl<'a> LegendBox<'a> {
    /// With `end_labels`, entries of datasets that have an end label are omitted.
    pub(super) fn new(legend: &'a Legend, end_labels: bool) -> Self {
        let is_shown = |entry: &&LegendItem| !end_labels || entry.end_label_dataset.is_none();
        Self {
            legend,
            entries: legend.items.iter().filter(is_shown).collect(),
            edges: Edges::default(),
            width: 0.0,
            text_widths: Vec::new(),
            row_widths: Vec::new(),
            column_sizes: Vec::new(),
        }
    }

    pub(super) fn is_horizontal(&self) -> bool {
        matches!(self.legend.position, LayoutPosition::Top | LayoutPosition::Bottom)
    }

    pub(super) fn box_options(&self) -> BoxOptions {
        BoxOptions {
            position: self.legend.position,
            horizontal: self.is_horizontal(),
            full_size: self.legend.full_size,
            weight: self.legend.weight,
            stack: None,
            stack_weight: 1.0,
            shown: self.legend.display,
        }
    }

    pub(super) fn font_size(&self) -> f64 {
        self.legend.font.nominal_size
    }

    /// Width and height of the color box.
    pub(super) fn box_size(&self) -> (f64, f64) {
        let (width, height) = (self.legend.box_width, self.legend.box_height);
        match self.legend.symbol_width {
            Some(symbols) => (symbols.unwrap_or(width.min(self.font_size())), height.min(self.font_size())),
            None => (width, height),
        }
    }

    pub(super) fn single_line_height(&self) -> f64 {
        self.font_size().max(self.box_size().1)
    }

    pub(super) fn entry_width(&self, index: usize) -> f64 {
        self.symbol_width(index) + self.text_widths.get(index).copied().unwrap_or_default()
    }

    /// Returns the width of an entry's symbol and the space after it.
    pub(super) fn symbol_width(&self, index: usize) -> f64 {
        let line = self.entries.get(index).and_then(|entry| entry.line_length);
        line.unwrap_or(self.box_size().0) + self.font_size() / 2.0
    }

    /// Returns the height of an entry in a column.
    pub(super) fn entry_height(&self, entry: &LegendItem) -> f64 {
        entry
            .line_count
            .map_or_else(|| self.single_line_height(), |rows| self.legend.font.line_height * rows as f64)
    }

    pub(super) fn title_height(&self) -> f64 {
        let height = |title: &LegendTitle| title.font.line_height + title.padding.vertical_total();
        self.legend.title.as_ref().map_or(0.0, height)
    }

    /// Sets the rectangle. As in Chart.js, a legend on the plot is placed at the top of the picture.
    pub(super) fn set_edges(&mut self, edges: Edges) {
        self.edges = match self.legend.position {
            LayoutPosition::ChartArea => Edges { top: 0.0, bottom: edges.height(), ..edges },
            _ => edges,
        };
    }

    pub(super) fn fit_to(&mut self, available: AvailableSpace, fonts: &Fonts) -> RequiredSpace {
        if !self.legend.display {
            return RequiredSpace::default();
        }
        let style = self.legend.font.style;
        // In a row the lines of an entry are measured as one text with commas, as Chart.js passes the array
        // to the canvas.
        let measured = |entry: &LegendItem| match self.is_horizontal() {
            true => entry.text.join(","),
            false => entry.text.iter().max_by_key(|line| line.len()).cloned().unwrap_or_default(),
        };
        self.text_widths =
            self.entries.iter().map(|entry| fonts.text_width(&measured(entry), style)).collect();
        if self.legend.truncate_labels {
            let inner_width = available.width - self.legend.inset.horizontal_total();
            for index in 0..self.entries.len() {
                let max_width = (inner_width - self.symbol_width(index)).max(0.0);
                self.text_widths.get_mut(index).into_iter().for_each(|width| *width = width.min(max_width));
            }
        }
        let (width, height) = if self.is_horizontal() {
            (available.width, self.fit_rows(available.width) + self.legend.inset.bottom)
        } else {
            (self.fit_columns(available.height) + self.legend.inset.bottom, available.height)
        };
        let limit = |length: f64, configured: Option<f64>, available: f64| {
            length.min(configured.filter(|l| *l != 0.0).unwrap_or(available))
        };
        let added = self.legend.added_space;
        self.width = limit(width, self.legend.max_width, available.width) + added.width;
        RequiredSpace {
            width: self.width,
            height: limit(height, self.legend.max_height, available.height) + added.height,
            ..RequiredSpace::default()
        }
    }

    fn fit_rows(&mut self, max_width: f64) -> f64 {
        let Legend { padding, row_gap, inset, .. } = *self.legend;
        let line_height = self.single_line_height() + row_gap;
        let mut height = self.title_height();
        let mut rows: Vec<f64> = vec![0.0];
        for index in 0..self.entries.len() {
            let width = self.entry_width(index);
            let row = rows.last().copied().unwrap_or_default();
            if index == 0 {
                height += self.single_line_height() + inset.top;
            } else if row + width + inset.horizontal_total() > max_width {
                height += line_height;
                rows.push(0.0);
            }
            if let Some(row) = rows.last_mut() {
                *row += width + padding;
            }
        }
        self.row_widths = rows;
        height
    }

    fn fit_columns(&mut self, max_height: f64) -> f64 {
        let padding = self.legend.padding;
        let limit = max_height - self.title_height();
        let mut total = padding;
        let (mut width, mut height) = (0.0f64, 0.0);
        let mut columns = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let entry_height = self.entry_height(entry);
            if index > 0 && height + entry_height + 2.0 * padding > limit {
                total += width + padding;
                columns.push((width, height));
                (width, height) = (0.0, 0.0);
            }
            width = width.max(self.entry_width(index));
            height += entry_height + padding;
        }
        columns.push((width, height));
        self.column_sizes = columns;
        total + width
    }
}
