//! One font face: its bytes, which characters it has, how wide its text is.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{
    Direction, GlyphBuffer, Script, ShapeOptions, ShapePlan, ShaperData, ShaperInstance, UnicodeBuffer,
};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _, Tag};

use super::Setting;
use super::builtin::File;
use super::plain::Plain;

/// What is parsed is parsed once, when first needed.
pub(super) struct Face {
    bytes: Bytes,
    index: u32,
    units_per_em: f64,
    variable: bool,
    shaper: OnceLock<ShaperData>,
    plans: Mutex<Vec<Arc<Plan>>>,
    plain: OnceLock<Option<Plain>>,
    /// Its bytes were asked for, and are not there.
    asked: AtomicBool,
}

/// How to shape one script in one direction.
struct Plan {
    script: Script,
    direction: Direction,
    plan: ShapePlan,
}

#[derive(Clone)]
enum Bytes {
    Embedded(&'static [u8]),
    /// All faces of a collection share them.
    Added(Arc<Vec<u8>>),
    /// They are in a file that was not added yet.
    Absent(&'static File),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Embedded(bytes) => bytes,
            Self::Added(bytes) => bytes,
            Self::Absent(_) => &[],
        }
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({} bytes)", self.bytes.as_ref().len())
    }
}

impl Face {
    /// A static font whose units per em are known.
    pub(super) fn embedded(bytes: &'static [u8], units_per_em: u16) -> Self {
        Self::new(Bytes::Embedded(bytes), 0, units_per_em, false)
    }

    /// A file of the library that is not there.
    pub(super) fn absent(file: &'static File) -> Self {
        Self::new(Bytes::Absent(file), 0, file.units_per_em, false)
    }

    pub(super) fn added(bytes: Arc<Vec<u8>>, index: u32, units_per_em: u16, variable: bool) -> Self {
        Self::new(Bytes::Added(bytes), index, units_per_em, variable)
    }

    fn new(bytes: Bytes, index: u32, units_per_em: u16, variable: bool) -> Self {
        Self {
            bytes,
            index,
            units_per_em: f64::from(units_per_em.max(1)),
            variable,
            shaper: OnceLock::new(),
            plans: Mutex::default(),
            plain: OnceLock::new(),
            asked: AtomicBool::new(false),
        }
    }

    /// The file that the face is in, where it is not there.
    pub(super) fn absence(&self) -> Option<&'static File> {
        if let Bytes::Absent(file) = self.bytes { Some(file) } else { None }
    }

    /// Whether an absent face was asked for since this was last called.
    pub(super) fn was_asked(&self) -> bool {
        self.asked.swap(false, Ordering::Relaxed)
    }

    pub(super) fn data(&self) -> Arc<dyn AsRef<[u8]> + Send + Sync> {
        Arc::new(self.bytes.clone())
    }

    pub(super) fn index(&self) -> u32 {
        self.index
    }

    pub(super) fn units_per_em(&self) -> f64 {
        self.units_per_em
    }

    pub(super) fn font(&self) -> Option<FontRef<'_>> {
        if self.absence().is_some() {
            self.asked.store(true, Ordering::Relaxed);
            return None;
        }
        FontRef::from_index(self.bytes.as_ref(), self.index).ok()
    }

    /// Whether the face has a glyph of its own for each of `characters`.
    pub(super) fn has(&self, mut characters: impl Iterator<Item = char>) -> bool {
        if let Some(coverage) = self.absence().and_then(|file| file.coverage) {
            return characters.all(|c| coverage.iter().any(|range| range.contains(&c)));
        }
        let Some(font) = self.font() else { return false };
        let map = font.charmap();
        characters.all(|c| map.map(c).is_some_and(|glyph| glyph.to_u32() != 0))
    }

    /// Whether shaping `text` finds a glyph for everything: a mark may be missing where the composed letter is there.
    pub(super) fn shapes(&self, text: &str, setting: Setting) -> bool {
        self.shape(text, false, setting, |glyphs| glyphs.glyph_infos().iter().all(|info| info.glyph_id != 0))
            .unwrap_or(false)
    }

    /// The width of `text` in font units.
    pub(super) fn advance(&self, text: &str, rtl: bool, setting: Setting) -> f64 {
        if let Some(units) = self.plain().filter(|_| !rtl).and_then(|plain| plain.advance(text)) {
            return units;
        }
        self.shaped_advance(text, rtl, setting)
    }

    pub(super) fn shaped_advance(&self, text: &str, rtl: bool, setting: Setting) -> f64 {
        let sum = |glyphs: &GlyphBuffer| {
            glyphs.glyph_positions().iter().map(|glyph| f64::from(glyph.x_advance)).sum()
        };
        self.shape(text, rtl, setting, sum).unwrap_or(0.0)
    }

    /// Shapes as usvg does (default features, script guessed, no language) and hands out the glyphs, left to right.
    pub(super) fn shape<T>(
        &self,
        text: &str,
        rtl: bool,
        setting: Setting,
        read: impl FnOnce(&GlyphBuffer) -> T,
    ) -> Option<T> {
        let font = self.font()?;
        let data = self.shaper.get_or_init(|| ShaperData::new(&font));
        let instance = self.variable.then(|| instance(&font, setting));
        let shaper = data.shaper(&font).instance(instance.as_ref()).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        if self.variable {
            // Its plan may depend on the place on the axes.
            return Some(read(&shaper.shape(buffer, ShapeOptions::new())));
        }
        let plan = self.plan(&shaper, &buffer);
        Some(read(&shaper.shape(buffer, ShapeOptions::new().plan(Some(&plan.plan)))))
    }

    fn plan(&self, shaper: &harfrust::Shaper<'_>, buffer: &UnicodeBuffer) -> Arc<Plan> {
        let (script, direction) = (buffer.script(), buffer.direction());
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(plan) = plans.iter().find(|plan| plan.script == script && plan.direction == direction) {
            return Arc::clone(plan);
        }
        let known = (script != harfrust::script::UNKNOWN).then_some(script);
        let plan =
            Arc::new(Plan { script, direction, plan: ShapePlan::new(shaper, direction, known, None, &[]) });
        plans.push(Arc::clone(&plan));
        plan
    }

    /// The short way for ordinary text, for embedded faces only: it is tested against them.
    pub(super) fn plain(&self) -> Option<&Plain> {
        let Bytes::Embedded(bytes) = self.bytes else { return None };
        self.plain.get_or_init(|| Plain::new(&FontRef::new(bytes).ok()?)).as_ref()
    }

    /// Where the axes of a variable face are.
    pub(super) fn location(&self, font: &FontRef<'_>, setting: Setting) -> skrifa::instance::Location {
        font.axes().location(settings(font, setting))
    }
}

fn instance(font: &FontRef<'_>, setting: Setting) -> ShaperInstance {
    ShaperInstance::from_variations(font, settings(font, setting))
}

/// usvg maps `font-weight` to `wght` and the size to `opsz`; an axis the font lacks is passed over.
#[expect(clippy::cast_possible_truncation, reason = "usvg's size is an f32")]
fn settings(font: &FontRef<'_>, setting: Setting) -> Vec<(Tag, f32)> {
    let mut settings = vec![(Tag::new(b"wght"), f32::from(setting.weight.number()))];
    if font.fvar().is_ok() {
        settings.push((Tag::new(b"opsz"), setting.size as f32));
    }
    settings
}
