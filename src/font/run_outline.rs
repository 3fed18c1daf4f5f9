//! Runs of text as SVG path data, for pictures that must look the same in every viewer.

use harfrust::GlyphBuffer;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::Size;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::geometry::Point;

use super::face::VariationSettings;
use super::fonts::Fonts;
use super::line::{MeasuredLine, TextRun};

impl Fonts {
    /// The path data of a run at a font size of `size` px, with the left end of its baseline at `origin`; y points down, the
    /// fill rule is nonzero. Empty for a run of spaces.
    pub(crate) fn run_outline(&self, run: &TextRun, size: f64, origin: Point) -> String {
        self.trace_run(run, size, origin).data
    }

    /// The box around the letters of a line: left, top, right and bottom, relative to the left end of its baseline, in px;
    /// `None` if it has no ink. Control points of curves count, which lie on the box in all but a few letters.
    pub(crate) fn ink_bounds(&self, line: &MeasuredLine, size: f64) -> Option<[f64; 4]> {
        let runs = line.runs.iter();
        let boxes = runs.filter_map(|run| self.trace_run(run, size, Point::new(run.x, 0.0)).bounds);
        boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
    }

    fn trace_run(&self, run: &TextRun, size: f64, origin: Point) -> GlyphPath {
        let mut path = GlyphPath { data: String::new(), bounds: None, origin, scale: 0.0, x: 0.0, y: 0.0 };
        let Some(family) = self.find_family(&run.family) else { return path };
        let (face, _) = family.face_for_weight(run.weight);
        let Some(font) = face.font_ref() else { return path };
        let variation = VariationSettings { size, weight: run.weight };
        path.scale = size / face.units_per_em();
        let location = face.axis_location(&font, variation);
        let settings = || DrawSettings::unhinted(Size::unscaled(), &location);
        face.shape_text(&run.text, run.rtl, variation, |glyphs| {
            draw_glyphs(&font, glyphs, &settings, &mut path);
        });
        path
    }
}

fn draw_glyphs<'a>(
    font: &FontRef<'_>,
    glyphs: &GlyphBuffer,
    settings: &dyn Fn() -> DrawSettings<'a>,
    path: &mut GlyphPath,
) {
    let outlines = font.outline_glyphs();
    let mut pen_x = 0.0;
    for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        path.x = pen_x + f64::from(position.x_offset);
        path.y = f64::from(position.y_offset);
        if let Some(outline) = outlines.get(GlyphId::new(info.glyph_id)) {
            // A glyph that cannot be drawn is left out, as usvg leaves it out.
            drop(outline.draw(settings(), path));
        }
        pen_x += f64::from(position.x_advance);
    }
}

/// Converts glyph outlines in font units to path data in px.
struct GlyphPath {
    data: String,
    /// Left, top, right and bottom of all points.
    bounds: Option<[f64; 4]>,
    /// Left end of the baseline, in px.
    origin: Point,
    scale: f64,
    /// Origin of the current glyph, in font units.
    x: f64,
    y: f64,
}

impl GlyphPath {
    fn push_command(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        for (index, (x, y)) in points.iter().enumerate() {
            if index > 0 {
                self.data.push(' ');
            }
            let x = self.origin.x + (f64::from(*x) + self.x) * self.scale;
            let y = self.origin.y - (f64::from(*y) + self.y) * self.scale;
            push_number(&mut self.data, x);
            self.data.push(' ');
            push_number(&mut self.data, y);
            let [left, top, right, bottom] = self.bounds.unwrap_or([x, y, x, y]);
            self.bounds = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
        }
    }
}

/// Appends a number with at most two decimals, without trailing zeros.
#[expect(clippy::cast_possible_truncation, reason = "glyphs of a picture stay far below 2^63 px")]
fn push_number(data: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    data.push_str(&match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    });
}

impl OutlinePen for GlyphPath {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push_command('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push_command('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.push_command('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.push_command('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
