//! Runs of text as SVG path data, for pictures that must look the same in every viewer.

use harfrust::GlyphBuffer;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::Size;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::face::VariationSettings;
use super::fonts::Fonts;
use super::line::TextRun;

impl Fonts {
    /// The path data of a run at a font size of `size` px. The origin is the run's left end on the baseline, y points down,
    /// the fill rule is nonzero. Empty for a run of spaces.
    pub(crate) fn run_outline(&self, run: &TextRun, size: f64) -> String {
        let mut path = GlyphPath { data: String::new(), scale: 0.0, x: 0.0, y: 0.0 };
        let Some(family) = self.find_family(&run.family) else { return path.data };
        let (face, _) = family.face_for_weight(run.weight);
        let Some(font) = face.font_ref() else { return path.data };
        let variation = VariationSettings { size, weight: run.weight };
        path.scale = size / face.units_per_em();
        let location = face.axis_location(&font, variation);
        let settings = || DrawSettings::unhinted(Size::unscaled(), &location);
        face.shape_text(&run.text, run.rtl, variation, |glyphs| {
            draw_glyphs(&font, glyphs, &settings, &mut path);
        });
        path.data
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
            push_number(&mut self.data, (f64::from(*x) + self.x) * self.scale);
            self.data.push(' ');
            push_number(&mut self.data, -(f64::from(*y) + self.y) * self.scale);
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
