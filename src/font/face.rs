//! One font face: its bytes, its characters, and the widths of texts.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{
    Direction, GlyphBuffer, Script, ShapeOptions, ShapePlan, ShaperData, ShaperInstance, UnicodeBuffer,
};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _, Tag};

use super::fast_advance::FastAdvance;
use super::font_file::FontFile;
use super::style::Weight;

/// The axis values of a variable font, as usvg sets them.
#[derive(Clone, Copy, Debug)]
pub(super) struct VariationSettings {
    /// Font size in px.
    pub(super) size: f64,
    pub(super) weight: Weight,
}

/// A font face. Each part of the font is parsed once, when it is first needed.
pub(super) struct Face {
    bytes: FontBytes,
    index: u32,
    units_per_em: f64,
    variable: bool,
    shaper: OnceLock<ShaperData>,
    plans: Mutex<Vec<Arc<Plan>>>,
    fast_advance: OnceLock<Option<FastAdvance>>,
    /// True if the bytes were needed while they were missing.
    was_needed: AtomicBool,
}

/// A cached plan to shape one script in one direction.
struct Plan {
    script: Script,
    direction: Direction,
    plan: ShapePlan,
}

#[derive(Clone)]
enum FontBytes {
    Embedded(&'static [u8]),
    /// Shared by all faces of a collection.
    Added(Arc<Vec<u8>>),
    /// In a file of the library that has not been added yet.
    Missing(&'static FontFile),
}

impl AsRef<[u8]> for FontBytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Embedded(bytes) => bytes,
            Self::Added(bytes) => bytes,
            Self::Missing(_) => &[],
        }
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({} bytes)", self.bytes.as_ref().len())
    }
}

impl Face {
    /// A static font with known units per em.
    pub(super) fn from_library_file(bytes: &'static [u8], units_per_em: u16) -> Self {
        Self::new(FontBytes::Embedded(bytes), 0, units_per_em, false)
    }

    /// A face of a library file that has not been added yet.
    pub(super) fn from_missing_file(file: &'static FontFile) -> Self {
        Self::new(FontBytes::Missing(file), 0, file.units_per_em, false)
    }

    /// A face of a file that a user added.
    pub(super) fn from_added(bytes: Arc<Vec<u8>>, index: u32, units_per_em: u16, variable: bool) -> Self {
        Self::new(FontBytes::Added(bytes), index, units_per_em, variable)
    }

    fn new(bytes: FontBytes, index: u32, units_per_em: u16, variable: bool) -> Self {
        Self {
            bytes,
            index,
            units_per_em: f64::from(units_per_em.max(1)),
            variable,
            shaper: OnceLock::new(),
            plans: Mutex::default(),
            fast_advance: OnceLock::new(),
            was_needed: AtomicBool::new(false),
        }
    }

    /// The library file of the face if that has not been added yet.
    pub(super) fn missing_file(&self) -> Option<&'static FontFile> {
        if let FontBytes::Missing(file) = self.bytes { Some(file) } else { None }
    }

    /// Returns true if a missing face was needed since the last call.
    pub(super) fn take_was_needed(&self) -> bool {
        self.was_needed.swap(false, Ordering::Relaxed)
    }

    pub(super) fn shared_data(&self) -> Arc<dyn AsRef<[u8]> + Send + Sync> {
        Arc::new(self.bytes.clone())
    }

    pub(super) fn index(&self) -> u32 {
        self.index
    }

    pub(super) fn units_per_em(&self) -> f64 {
        self.units_per_em
    }

    /// The parsed font; `None` if its file is missing, which is then noted as needed.
    pub(super) fn font_ref(&self) -> Option<FontRef<'_>> {
        if self.missing_file().is_some() {
            self.was_needed.store(true, Ordering::Relaxed);
            return None;
        }
        FontRef::from_index(self.bytes.as_ref(), self.index).ok()
    }

    /// Returns true if the face has a glyph for each of `characters`.
    pub(super) fn has_characters(&self, mut characters: impl Iterator<Item = char>) -> bool {
        if let Some(coverage) = self.missing_file().and_then(|file| file.coverage) {
            return characters.all(|c| coverage.iter().any(|range| range.contains(&c)));
        }
        let Some(font) = self.font_ref() else { return false };
        let map = font.charmap();
        characters.all(|c| map.map(c).is_some_and(|glyph| glyph.to_u32() != 0))
    }

    /// Returns true if shaping `text` finds all glyphs: a face may lack a combining mark but have the composed letter.
    pub(super) fn can_shape(&self, text: &str, settings: VariationSettings) -> bool {
        self.shape_text(text, false, settings, |glyphs| {
            glyphs.glyph_infos().iter().all(|info| info.glyph_id != 0)
        })
        .unwrap_or(false)
    }

    /// The width of `text` in font units.
    pub(super) fn text_advance(&self, text: &str, rtl: bool, settings: VariationSettings) -> f64 {
        if let Some(units) = self.fast_advance().filter(|_| !rtl).and_then(|fast| fast.text_advance(text)) {
            return units;
        }
        self.shaped_advance(text, rtl, settings)
    }

    /// The width of `text` in font units, always by shaping.
    pub(super) fn shaped_advance(&self, text: &str, rtl: bool, settings: VariationSettings) -> f64 {
        let sum = |glyphs: &GlyphBuffer| {
            glyphs.glyph_positions().iter().map(|glyph| f64::from(glyph.x_advance)).sum()
        };
        self.shape_text(text, rtl, settings, sum).unwrap_or(0.0)
    }

    /// Shapes `text` as usvg does (default features, guessed script, no language) and passes the glyphs, left to right, to
    /// `read`.
    pub(super) fn shape_text<T>(
        &self,
        text: &str,
        rtl: bool,
        settings: VariationSettings,
        read: impl FnOnce(&GlyphBuffer) -> T,
    ) -> Option<T> {
        let font = self.font_ref()?;
        let data = self.shaper.get_or_init(|| ShaperData::new(&font));
        let instance = self.variable.then(|| shaper_instance(&font, settings));
        let shaper = data.shaper(&font).instance(instance.as_ref()).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        if self.variable {
            // The plan may depend on the axis values, so it is not cached.
            return Some(read(&shaper.shape(buffer, ShapeOptions::new())));
        }
        let plan = self.shape_plan(&shaper, &buffer);
        Some(read(&shaper.shape(buffer, ShapeOptions::new().plan(Some(&plan.plan)))))
    }

    fn shape_plan(&self, shaper: &harfrust::Shaper<'_>, buffer: &UnicodeBuffer) -> Arc<Plan> {
        let (script, direction) = (buffer.script(), buffer.direction());
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(plan) = plans.iter().find(|plan| plan.script == script && plan.direction == direction) {
            return Arc::clone(plan);
        }
        let known_script = (script != harfrust::script::UNKNOWN).then_some(script);
        let plan = Arc::new(Plan {
            script,
            direction,
            plan: ShapePlan::new(shaper, direction, known_script, None, &[]),
        });
        plans.push(Arc::clone(&plan));
        plan
    }

    /// The fast measurement of ordinary text; `None` for added fonts, with which it is not tested.
    pub(super) fn fast_advance(&self) -> Option<&FastAdvance> {
        let FontBytes::Embedded(bytes) = self.bytes else { return None };
        self.fast_advance.get_or_init(|| FastAdvance::new(&FontRef::new(bytes).ok()?)).as_ref()
    }

    /// The coordinates on the axes of a variable face.
    pub(super) fn axis_location(
        &self,
        font: &FontRef<'_>,
        settings: VariationSettings,
    ) -> skrifa::instance::Location {
        font.axes().location(axis_values(font, settings))
    }
}

fn shaper_instance(font: &FontRef<'_>, settings: VariationSettings) -> ShaperInstance {
    ShaperInstance::from_variations(font, axis_values(font, settings))
}

/// The axis values that usvg sets: `font-weight` is `wght`, the font size `opsz`; an axis that the font lacks is ignored.
#[expect(clippy::cast_possible_truncation, reason = "usvg's size is an f32")]
fn axis_values(font: &FontRef<'_>, settings: VariationSettings) -> Vec<(Tag, f32)> {
    let mut values = vec![(Tag::new(b"wght"), f32::from(settings.weight.css_value()))];
    if font.fvar().is_ok() {
        values.push((Tag::new(b"opsz"), settings.size as f32));
    }
    values
}
