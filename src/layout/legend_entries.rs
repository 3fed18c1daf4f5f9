//! Draws the title and the entries of a legend.

use std::f64::consts::SQRT_2;

use crate::chart::{CornerRadii, LabelLines, LegendItem, SymbolStyle};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::mark::{PathBuilder, add_rounded_rect, draw_patterned_rect, wide_symbol_item};
use crate::scene::{Geometry, Item, Shape, Stroke};

use super::legend::LegendBox;
use super::text::{TextAnchor, TextBaseline, TextBlock, aligned_position, clip_to_area};

/// Width of the line through a hidden entry, in pixels.
const STRIKE_WIDTH: f64 = 2.0;

/// The position of the next entry.
struct Cursor {
    x: f64,
    y: f64,
    /// Row or column index.
    line: usize,
}

impl LegendBox<'_> {
    /// Mirrors an x coordinate if the legend is right-to-left.
    fn mirrored_x(&self, x: f64) -> f64 {
        if self.legend.rtl { 2.0 * self.edges.left + self.width - x } else { x }
    }

    /// Returns the left edge of a box of this width that starts at `x` in reading direction.
    fn mirrored_left(&self, x: f64, width: f64) -> f64 {
        if self.legend.rtl { x - width } else { x }
    }

    pub(super) fn draw(&self, fonts: &Fonts) -> Vec<Item> {
        if !self.legend.display || self.entries.is_empty() && self.legend.title.is_none() {
            return Vec::new();
        }
        let mut items = self.draw_title(fonts);
        let mut cursor = self.start_cursor();
        for (index, entry) in self.entries.iter().copied().enumerate() {
            self.move_to_entry(&mut cursor, index);
            let (x, y) = (cursor.x, cursor.y);
            items.extend(self.draw_entry_box(entry, Point::new(self.mirrored_x(x), y)));
            items.extend(self.draw_entry_text(entry, index, Point::new(x, y), fonts));
            let padding = self.legend.padding;
            if self.is_horizontal() {
                cursor.x += self.entry_width(index) + padding;
            } else {
                cursor.y += self.entry_height(entry) + padding;
            }
        }
        // A legend with shortened texts never overflows its box.
        if self.legend.truncate_labels { items } else { clip_to_area(items, self.edges) }
    }

    fn row_start(&self, row: usize) -> f64 {
        let width = self.row_widths.get(row).copied().unwrap_or_default();
        aligned_position(
            self.legend.align,
            self.edges.left + self.legend.inset.left,
            self.edges.right - width,
        )
    }

    fn column_start(&self, column: usize) -> f64 {
        let height = self.column_sizes.get(column).map_or(0.0, |(_, height)| *height);
        let top = self.edges.top + self.title_height() + self.legend.padding;
        aligned_position(self.legend.align, top, self.edges.bottom - height)
    }

    fn start_cursor(&self) -> Cursor {
        let inset = self.legend.inset;
        if self.is_horizontal() {
            Cursor { x: self.row_start(0), y: self.edges.top + inset.top + self.title_height(), line: 0 }
        } else {
            Cursor { x: self.edges.left + inset.left, y: self.column_start(0), line: 0 }
        }
    }

    /// Moves the cursor to the next row or column if the entry does not fit.
    fn move_to_entry(&self, cursor: &mut Cursor, index: usize) {
        let padding = self.legend.padding;
        let line_height = self.single_line_height() + self.legend.row_gap;
        if index == 0 {
            return;
        }
        if self.is_horizontal() {
            if cursor.x + self.entry_width(index) + self.legend.inset.right > self.edges.right {
                cursor.line += 1;
                cursor.y += line_height;
                cursor.x = self.row_start(cursor.line);
            }
        } else if cursor.y + line_height > self.edges.bottom {
            cursor.x += self.column_sizes.get(cursor.line).map_or(0.0, |(width, _)| *width) + padding;
            cursor.line += 1;
            cursor.y = self.column_start(cursor.line);
        }
    }

    fn draw_entry_box(&self, entry: &LegendItem, at: Point) -> Vec<Item> {
        let (width, height) = self.box_size();
        let at = Point::new(at.x, at.y - self.legend.box_raise);
        if let Some(length) = entry.line_length {
            let y = at.y + self.single_line_height() / 2.0;
            return vec![Shape::polyline(
                [Point::new(at.x, y), Point::new(at.x + length, y)],
                entry.stroke.clone(),
            )];
        }
        if width <= 0.0 || height < 0.0 {
            return Vec::new();
        }
        if let Some(symbols) = self.legend.symbol_width {
            let x = if self.legend.rtl { at.x - width / 2.0 } else { at.x + width / 2.0 };
            let center = Point::new(x, at.y + self.font_size() / 2.0);
            let style = SymbolStyle {
                rotation: entry.rotation,
                ..SymbolStyle::with_ring(
                    entry.symbol.clone(),
                    height * SQRT_2 / 2.0,
                    entry.fill.clone(),
                    entry.stroke.clone(),
                )
            };
            return wide_symbol_item(&style, symbols.map(|_| width), center).into_iter().collect();
        }
        let top = at.y + ((self.font_size() - height) / 2.0).max(0.0);
        let rect = Rect { x: self.mirrored_left(at.x, width), y: top, width, height };
        // A canvas strokes a rectangle without height as a line.
        if height == 0.0 {
            let ends = [Point::new(rect.x, top), Point::new(rect.right(), top)];
            let is_visible = entry.stroke.is_visible();
            return is_visible.then(|| Shape::polyline(ends, entry.stroke.clone())).into_iter().collect();
        }
        if let Some(pattern) = entry.pattern {
            return draw_patterned_rect(rect, pattern);
        }
        let geometry = if entry.corner_radii == CornerRadii::default() {
            Geometry::Rect(rect, 0.0)
        } else {
            let mut pen = PathBuilder::default();
            add_rounded_rect(&mut pen, rect, entry.corner_radii);
            Geometry::Path(pen.into_path())
        };
        let stroke = entry.stroke.is_visible().then(|| entry.stroke.clone());
        let fill = entry.fill.is_visible().then(|| entry.fill.clone());
        vec![Item::Shape(Shape { geometry, fill, stroke })]
    }

    fn draw_entry_text(&self, entry: &LegendItem, index: usize, at: Point, fonts: &Fonts) -> Vec<Item> {
        let legend = self.legend;
        let width = self.entry_width(index);
        let mirrored = |side: TextAnchor| if legend.rtl { side.mirrored() } else { side };
        let left = at.x + self.symbol_width(index);
        let right = if self.is_horizontal() { at.x + width } else { self.edges.right };
        // Mirrored twice, as in Chart.js: once for the position and once for the alignment.
        let side = mirrored(legend.text_align.map_or(TextAnchor::Left, TextAnchor::from));
        let x = match side {
            TextAnchor::Center => (left + right) / 2.0,
            TextAnchor::Right if !legend.rtl => right,
            TextAnchor::Left if legend.rtl && legend.text_align.is_some() => right,
            _ => left,
        };
        let shortened = legend.truncate_labels.then(|| self.shortened_text(entry, index, fonts));
        let block = TextBlock {
            lines: shortened.as_ref().unwrap_or(&entry.text),
            font: legend.font,
            paint: entry.text_color.unwrap_or(legend.color).into(),
            outline: None,
            anchor: side,
            baseline: TextBaseline::Middle,
            max_width: None,
            backdrop: None,
        };
        let place = Point::new(self.mirrored_x(x), at.y + self.single_line_height() / 2.0);
        let mut items = block.draw(place, 0.0, 0.0, fonts);
        if entry.hidden {
            items.extend(self.strike_lines(&items));
        }
        items
    }

    /// Returns the text shortened to the available width.
    fn shortened_text(&self, entry: &LegendItem, index: usize, fonts: &Fonts) -> LabelLines {
        let room = self.text_widths.get(index).copied().unwrap_or_default();
        entry.text.iter().map(|line| fonts.fit_to_width(line, self.legend.font.style, room).0).collect()
    }

    /// Returns the lines through a hidden entry's text.
    fn strike_lines(&self, texts: &[Item]) -> Vec<Item> {
        let strike = |item: &Item| match item {
            Item::Text(text) => {
                let y = text.origin.y - text.style.cap_height() / 2.0;
                let ends = [Point::new(text.origin.x, y), Point::new(text.origin.x + text.line.width, y)];
                Some(Shape::polyline(ends, Stroke::solid(text.paint.clone(), STRIKE_WIDTH)))
            }
            _ => None,
        };
        texts.iter().filter_map(strike).collect()
    }

    fn draw_title(&self, fonts: &Fonts) -> Vec<Item> {
        let Some(title) = &self.legend.title else { return Vec::new() };
        let (own, align) = (self.edges, self.legend.align);
        let down = title.padding.top + title.font.nominal_size / 2.0;
        let (left, width, y) = if self.is_horizontal() {
            let width = self.row_widths.iter().copied().fold(0.0, f64::max);
            (aligned_position(align, own.left, own.right - width), width, own.top + down)
        } else {
            let height = self.column_sizes.iter().map(|(_, height)| *height).fold(0.0, f64::max);
            let bottom = own.bottom - height - self.legend.padding - self.title_height();
            (own.left, self.width, down + aligned_position(align, own.top, bottom))
        };
        let side = TextAnchor::from(title.position);
        let block = TextBlock {
            lines: &title.text,
            font: title.font,
            paint: title.color.into(),
            outline: None,
            anchor: if self.legend.rtl { side.mirrored() } else { side },
            baseline: TextBaseline::Middle,
            max_width: None,
            backdrop: None,
        };
        block.draw(Point::new(aligned_position(title.position, left, left + width), y), 0.0, 0.0, fonts)
    }
}
