//! The legend (Chart.js 4.6.1, the legend plugin).

use std::f64::consts::SQRT_2;

use crate::chart::{BarCorners, Key, KeyTitle, Label, Legend, Position};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::{Answer, Edges, Offer, Request};
use crate::mark::{Pen, patterned, rounded_rect, wide_symbol};
use crate::scene::{Item, Outline, Shape, Stroke};

use super::text::{Baseline, Block, Side, along, cut};

/// Width of the line through a hidden entry, in pixels.
const STRIKE_WIDTH: f64 = 2.0;

/// A legend while it is laid out.
pub(super) struct LegendBox<'a> {
    legend: &'a Legend,
    /// The entries that are seen.
    keys: Vec<&'a Key>,
    pub(super) edges: Edges,
    /// What it asked for.
    width: f64,
    /// Of the words of each entry.
    widths: Vec<f64>,
    /// Widths of rows.
    rows: Vec<f64>,
    /// Widths and heights of columns.
    columns: Vec<(f64, f64)>,
}

/// Where the next entry stands.
struct Cursor {
    x: f64,
    y: f64,
    line: usize,
}

impl<'a> LegendBox<'a> {
    /// `end_labels` says whether datasets have labels at their ends.
    pub(super) fn new(legend: &'a Legend, end_labels: bool) -> Self {
        let seen = |key: &&Key| !end_labels || key.end_label_of.is_none();
        Self {
            legend,
            keys: legend.keys.iter().filter(seen).collect(),
            edges: Edges::default(),
            width: 0.0,
            widths: Vec::new(),
            rows: Vec::new(),
            columns: Vec::new(),
        }
    }

    fn horizontal(&self) -> bool {
        matches!(self.legend.position, Position::Top | Position::Bottom)
    }

    pub(super) fn request(&self) -> Request {
        Request {
            position: self.legend.position,
            horizontal: self.horizontal(),
            full_size: self.legend.full_size,
            weight: self.legend.weight,
            stack: None,
            stack_weight: 1.0,
            shown: self.legend.display,
        }
    }

    fn font_size(&self) -> f64 {
        self.legend.font.style.size
    }

    /// Width and height of the coloured box.
    fn box_size(&self) -> (f64, f64) {
        let (width, height) = (self.legend.box_width, self.legend.box_height);
        match self.legend.symbols {
            Some(symbols) => (symbols.unwrap_or(width.min(self.font_size())), height.min(self.font_size())),
            None => (width, height),
        }
    }

    fn item_height(&self) -> f64 {
        self.font_size().max(self.box_size().1)
    }

    fn entry_width(&self, index: usize) -> f64 {
        self.symbol_width(index) + self.widths.get(index).copied().unwrap_or_default()
    }

    /// Width of what stands before the words of an entry, and of the room between them.
    fn symbol_width(&self, index: usize) -> f64 {
        let line = self.keys.get(index).and_then(|key| key.line);
        line.unwrap_or(self.box_size().0) + self.font_size() / 2.0
    }

    /// Height of an entry in a column.
    fn entry_height(&self, key: &Key) -> f64 {
        key.rows.map_or_else(|| self.item_height(), |rows| self.legend.font.line_height * rows as f64)
    }

    fn title_height(&self) -> f64 {
        let height = |title: &KeyTitle| title.font.line_height + title.padding.height();
        self.legend.title.as_ref().map_or(0.0, height)
    }

    /// On the plot it stands at the plot's left and the picture's top: Chart.js measures its height from there.
    pub(super) fn set_edges(&mut self, edges: Edges) {
        self.edges = match self.legend.position {
            Position::Area => Edges { top: 0.0, bottom: edges.height(), ..edges },
            _ => edges,
        };
    }

    pub(super) fn update(&mut self, offer: Offer, fonts: &Fonts) -> Answer {
        if !self.legend.display {
            return Answer::default();
        }
        let style = self.legend.font.style;
        // In a row the lines of an entry are measured as one, with commas between them, as a canvas joins a list.
        let measured = |key: &Key| match self.horizontal() {
            true => key.text.join(","),
            false => key.text.iter().max_by_key(|line| line.len()).cloned().unwrap_or_default(),
        };
        self.widths = self.keys.iter().map(|key| fonts.width(&measured(key), style)).collect();
        if self.legend.shortens {
            let room = offer.width - self.legend.inset.width();
            for index in 0..self.keys.len() {
                let most = (room - self.symbol_width(index)).max(0.0);
                self.widths.get_mut(index).into_iter().for_each(|width| *width = width.min(most));
            }
        }
        let (width, height) = if self.horizontal() {
            (offer.width, self.fit_rows(offer.width) + self.legend.inset.bottom)
        } else {
            (self.fit_columns(offer.height) + self.legend.inset.bottom, offer.height)
        };
        let limited = |length: f64, given: Option<f64>, most: f64| {
            length.min(given.filter(|l| *l != 0.0).unwrap_or(most))
        };
        self.width = limited(width, self.legend.max_width, offer.width);
        Answer {
            width: self.width,
            height: limited(height, self.legend.max_height, offer.height),
            ..Answer::default()
        }
    }

    fn fit_rows(&mut self, max_width: f64) -> f64 {
        let Legend { padding, row_gap, inset, .. } = *self.legend;
        let line_height = self.item_height() + row_gap;
        let mut height = self.title_height();
        let mut rows: Vec<f64> = vec![0.0];
        for index in 0..self.keys.len() {
            let width = self.entry_width(index);
            let row = rows.last().copied().unwrap_or_default();
            if index == 0 {
                height += self.item_height() + inset.top;
            } else if row + width + inset.width() > max_width {
                height += line_height;
                rows.push(0.0);
            }
            if let Some(row) = rows.last_mut() {
                *row += width + padding;
            }
        }
        self.rows = rows;
        height
    }

    fn fit_columns(&mut self, max_height: f64) -> f64 {
        let padding = self.legend.padding;
        let limit = max_height - self.title_height();
        let mut total = padding;
        let (mut width, mut height) = (0.0f64, 0.0);
        let mut columns = Vec::new();
        for (index, key) in self.keys.iter().enumerate() {
            let entry = self.entry_height(key);
            if index > 0 && height + entry + 2.0 * padding > limit {
                total += width + padding;
                columns.push((width, height));
                (width, height) = (0.0, 0.0);
            }
            width = width.max(self.entry_width(index));
            height += entry + padding;
        }
        columns.push((width, height));
        self.columns = columns;
        total + width
    }

    /// An x as it stands from left to right, or from right to left.
    fn x(&self, x: f64) -> f64 {
        if self.legend.rtl { 2.0 * self.edges.left + self.width - x } else { x }
    }

    /// The left edge of something `width` wide that begins at `x`.
    fn left(&self, x: f64, width: f64) -> f64 {
        if self.legend.rtl { x - width } else { x }
    }

    pub(super) fn items(&self, fonts: &Fonts) -> Vec<Item> {
        if !self.legend.display || self.keys.is_empty() && self.legend.title.is_none() {
            return Vec::new();
        }
        let mut items = self.title_items(fonts);
        let mut cursor = self.start();
        for (index, key) in self.keys.iter().copied().enumerate() {
            self.advance(&mut cursor, index);
            let (x, y) = (cursor.x, cursor.y);
            items.extend(self.key_box(key, Point::new(self.x(x), y)));
            items.extend(self.key_text(key, index, Point::new(x, y), fonts));
            let padding = self.legend.padding;
            if self.horizontal() {
                cursor.x += self.entry_width(index) + padding;
            } else {
                cursor.y += self.entry_height(key) + padding;
            }
        }
        // What shortens its words stays in its place by itself.
        if self.legend.shortens { items } else { cut(items, self.edges) }
    }

    fn row_start(&self, row: usize) -> f64 {
        let width = self.rows.get(row).copied().unwrap_or_default();
        along(self.legend.align, self.edges.left + self.legend.inset.left, self.edges.right - width)
    }

    fn column_start(&self, column: usize) -> f64 {
        let height = self.columns.get(column).map_or(0.0, |(_, height)| *height);
        let top = self.edges.top + self.title_height() + self.legend.padding;
        along(self.legend.align, top, self.edges.bottom - height)
    }

    fn start(&self) -> Cursor {
        let Legend { inset, .. } = *self.legend;
        if self.horizontal() {
            Cursor { x: self.row_start(0), y: self.edges.top + inset.top + self.title_height(), line: 0 }
        } else {
            Cursor { x: self.edges.left + inset.left, y: self.column_start(0), line: 0 }
        }
    }

    /// Goes to the next row or column where the entry has no room.
    fn advance(&self, cursor: &mut Cursor, index: usize) {
        let padding = self.legend.padding;
        let line_height = self.item_height() + self.legend.row_gap;
        if index == 0 {
            return;
        }
        if self.horizontal() {
            if cursor.x + self.entry_width(index) + self.legend.inset.right > self.edges.right {
                cursor.line += 1;
                cursor.y += line_height;
                cursor.x = self.row_start(cursor.line);
            }
        } else if cursor.y + line_height > self.edges.bottom {
            cursor.x += self.columns.get(cursor.line).map_or(0.0, |(width, _)| *width) + padding;
            cursor.line += 1;
            cursor.y = self.column_start(cursor.line);
        }
    }

    fn key_box(&self, key: &Key, at: Point) -> Vec<Item> {
        let (width, height) = self.box_size();
        let at = Point::new(at.x, at.y - self.legend.rise);
        if let Some(length) = key.line {
            let y = at.y + self.item_height() / 2.0;
            return vec![Shape::line(
                [Point::new(at.x, y), Point::new(at.x + length, y)],
                key.stroke.clone(),
            )];
        }
        if width <= 0.0 || height < 0.0 {
            return Vec::new();
        }
        if let Some(symbols) = self.legend.symbols {
            let x = if self.legend.rtl { at.x - width / 2.0 } else { at.x + width / 2.0 };
            let center = Point::new(x, at.y + self.font_size() / 2.0);
            let size = (height * SQRT_2 / 2.0, symbols.map(|_| width));
            let symbol = wide_symbol((key.symbol, key.rotation), size, center, (key.fill, &key.stroke));
            return symbol.into_iter().collect();
        }
        let top = at.y + ((self.font_size() - height) / 2.0).max(0.0);
        let rect = Rect { x: self.left(at.x, width), y: top, width, height };
        if let Some(pattern) = key.pattern {
            return patterned(rect, pattern);
        }
        let outline = if key.radius == BarCorners::default() {
            Outline::Rect(rect, 0.0)
        } else {
            let mut pen = Pen::default();
            rounded_rect(&mut pen, rect, key.radius);
            Outline::Path(pen.finish())
        };
        let stroke = (key.stroke.width > 0.0 && key.stroke.color.alpha > 0).then(|| key.stroke.clone());
        vec![Item::Shape(Shape { outline, fill: (key.fill.alpha > 0).then_some(key.fill), stroke })]
    }

    fn key_text(&self, key: &Key, index: usize, at: Point, fonts: &Fonts) -> Vec<Item> {
        let legend = self.legend;
        let width = self.entry_width(index);
        let mirrored = |side: Side| if legend.rtl { side.mirrored() } else { side };
        let left = at.x + self.symbol_width(index);
        let right = if self.horizontal() { at.x + width } else { self.edges.right };
        // Twice mirrored, as in Chart.js: once to find the place, once to stand there.
        let side = mirrored(legend.text_align.map_or(Side::Left, Side::from));
        let x = match side {
            Side::Center => (left + right) / 2.0,
            Side::Right if !legend.rtl => right,
            Side::Left if legend.rtl && legend.text_align.is_some() => right,
            _ => left,
        };
        let short = legend.shortens.then(|| self.shortened(key, index, fonts));
        let block = Block {
            lines: short.as_ref().unwrap_or(&key.text),
            font: legend.font,
            color: legend.color,
            outline: None,
            side,
            baseline: Baseline::Middle,
            max_width: None,
            backdrop: None,
        };
        let place = Point::new(self.x(x), at.y + self.item_height() / 2.0);
        let mut items = block.items(place, 0.0, 0.0, fonts);
        if key.hidden {
            items.extend(self.strikes(&items));
        }
        items
    }

    /// The words in the room there is for them.
    fn shortened(&self, key: &Key, index: usize, fonts: &Fonts) -> Label {
        let room = self.widths.get(index).copied().unwrap_or_default();
        key.text.iter().map(|line| fonts.fit(line, self.legend.font.style, room).0).collect()
    }

    /// Lines through words.
    fn strikes(&self, texts: &[Item]) -> Vec<Item> {
        let strike = |item: &Item| match item {
            Item::Text(text) => {
                let y = text.at.y - text.style.cap_height() / 2.0;
                let ends = [Point::new(text.at.x, y), Point::new(text.at.x + text.line.width, y)];
                Some(Shape::line(ends, Stroke::solid(text.color, STRIKE_WIDTH)))
            }
            _ => None,
        };
        texts.iter().filter_map(strike).collect()
    }

    fn title_items(&self, fonts: &Fonts) -> Vec<Item> {
        let Some(title) = &self.legend.title else { return Vec::new() };
        let (own, align) = (self.edges, self.legend.align);
        let down = title.padding.top + title.font.style.size / 2.0;
        let (left, width, y) = if self.horizontal() {
            let width = self.rows.iter().copied().fold(0.0, f64::max);
            (along(align, own.left, own.right - width), width, own.top + down)
        } else {
            let height = self.columns.iter().map(|(_, height)| *height).fold(0.0, f64::max);
            let bottom = own.bottom - height - self.legend.padding - self.title_height();
            (own.left, self.width, down + along(align, own.top, bottom))
        };
        let side = Side::from(title.position);
        let block = Block {
            lines: &title.text,
            font: title.font,
            color: title.color,
            outline: None,
            side: if self.legend.rtl { side.mirrored() } else { side },
            baseline: Baseline::Middle,
            max_width: None,
            backdrop: None,
        };
        block.items(Point::new(along(title.position, left, left + width), y), 0.0, 0.0, fonts)
    }
}
