//! Glyphs as SVG path data, for pictures whose text must look the same in every viewer.

use harfrust::GlyphBuffer;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::Size;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::{Fonts, Run, Setting};

impl Fonts {
    /// The outlines of a run set at `size` px: y down, the baseline at 0, x from the run's left edge, fill rule
    /// nonzero. Empty for a run of spaces.
    pub(crate) fn outline(&self, run: &Run, size: f64) -> String {
        let mut path = Path { data: String::new(), scale: 0.0, x: 0.0, y: 0.0 };
        let Some(family) = self.family(&run.family) else { return path.data };
        let (face, _) = family.face(run.weight);
        let Some(font) = face.font() else { return path.data };
        let setting = Setting { size, weight: run.weight };
        path.scale = size / face.units_per_em();
        let location = face.location(&font, setting);
        let settings = || DrawSettings::unhinted(Size::unscaled(), &location);
        face.shape(&run.text, run.rtl, setting, |glyphs| draw(&font, glyphs, &settings, &mut path));
        path.data
    }
}

fn draw<'a>(
    font: &FontRef<'_>,
    glyphs: &GlyphBuffer,
    settings: &dyn Fn() -> DrawSettings<'a>,
    path: &mut Path,
) {
    let outlines = font.outline_glyphs();
    let mut pen = 0.0;
    for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        path.x = pen + f64::from(position.x_offset);
        path.y = f64::from(position.y_offset);
        if let Some(outline) = outlines.get(GlyphId::new(info.glyph_id)) {
            // A glyph that cannot be drawn is left out, as usvg leaves it out.
            drop(outline.draw(settings(), path));
        }
        pen += f64::from(position.x_advance);
    }
}

/// Path data in px, from font units.
struct Path {
    data: String,
    scale: f64,
    /// Where the glyph's origin is, in font units.
    x: f64,
    y: f64,
}

impl Path {
    fn points(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        for (place, (x, y)) in points.iter().enumerate() {
            if place > 0 {
                self.data.push(' ');
            }
            number(&mut self.data, (f64::from(*x) + self.x) * self.scale);
            self.data.push(' ');
            number(&mut self.data, -(f64::from(*y) + self.y) * self.scale);
        }
    }
}

/// Two decimals, none that are zero.
#[expect(clippy::cast_possible_truncation, reason = "glyphs of a picture stay far below 2^63 px")]
fn number(data: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    data.push_str(&match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    });
}

impl OutlinePen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.points('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.points('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.points('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.points('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
