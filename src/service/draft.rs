//! A request understood: the sprint read, the options settled, nothing drawn yet.

use crate::deliver::key;
use crate::error::Error;
use crate::font::Fonts;
use crate::options::Options;
use crate::sprint::Sprint;
use crate::{Description, render_png, render_svg};

/// Characters that a warning names.
const NAMED_CHARS: usize = 8;

/// What can be drawn.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) sprint: Sprint,
    pub(super) options: Options,
    pub(super) team: String,
}

/// What a picture is made of, as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// `image/png`.
    Png,
    /// `image/svg+xml`.
    Svg,
}

impl Medium {
    /// Its media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }

    /// Its ending.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

impl Draft {
    /// The picture.
    ///
    /// # Errors
    /// A size that can't be drawn.
    pub fn draw(&self, medium: Medium, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        match medium {
            Medium::Png => render_png(&self.sprint, &self.options, fonts),
            Medium::Svg => render_svg(&self.sprint, &self.options, fonts).map(String::into_bytes),
        }
    }

    /// A name for the picture's exact bytes, known without drawing it: a PNG follows from its SVG and what is said of pixels.
    ///
    /// # Errors
    /// A size that can't be drawn.
    pub fn tag(&self, medium: Medium, fonts: &Fonts) -> Result<String, Error> {
        let svg = render_svg(&self.sprint, &self.options, fonts)?;
        let (version, ending) = (env!("CARGO_PKG_VERSION"), medium.ending());
        let Options { scale, compression, .. } = self.options;
        Ok(key::hash(format!("{version} {ending} {scale} {compression:?} {svg}").as_bytes()))
    }

    /// All its numbers, its headline, its alt text.
    pub fn description(&self) -> Description {
        crate::describe(&self.sprint, self.options.lang)
    }

    /// The date in the team's calendar that the picture tells of.
    pub fn date(&self) -> jiff::civil::Date {
        // The end of a day is the beginning of the next, and belongs to the day.
        let at = self.sprint.as_of;
        let before = at.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap_or(at);
        self.sprint.calendar.day_at(before.max(self.sprint.start)).date
    }

    /// Whether the same request gives another picture later.
    pub fn is_live(&self) -> bool {
        self.sprint.live
    }

    /// Width and height of the PNG in pixels, as the rasteriser rounds them.
    pub fn pixels(&self) -> (u32, u32) {
        let side = |length: f64| libm::floor(length * self.options.scale).max(1.0) as u32;
        (side(self.options.size.width), side(self.options.size.height))
    }

    /// What the reader of the picture won't see as it was meant.
    pub fn warnings(&self, fonts: &Fonts) -> Vec<String> {
        missing_characters(&self.sprint, fonts).into_iter().collect()
    }
}

/// Which characters of the sprint's texts stand as boxes, where some do.
pub fn missing_characters(sprint: &Sprint, fonts: &Fonts) -> Option<String> {
    let texts = [Some(sprint.name.as_str()), sprint.goal.as_deref()];
    let mut missing: Vec<char> = texts.into_iter().flatten().flat_map(|text| fonts.missing(text)).collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        return None;
    }
    let named: Vec<_> =
        missing.iter().take(NAMED_CHARS).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    let others = match missing.len().saturating_sub(NAMED_CHARS) {
        0 => String::new(),
        others => format!(" and {others} more"),
    };
    Some(format!("no font has {}{others}: drawn as boxes", named.join(", ")))
}
