//! What an input tells of: a sprint, past sprints, or a Chart.js configuration.

use crate::burndown::Kind;
use crate::chartjs::{self, Config};
use crate::error::Error;
use crate::font::Fonts;
use crate::input::{self, ReadOptions};
use crate::sprint::{Past, Sprint};

/// Characters that a warning names.
const NAMED_CHARS: usize = 8;

/// What a picture is of.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A sprint: its burndown.
    Sprint(Box<Sprint>),
    /// Past sprints of which only sums are known: their velocity.
    Past(Vec<Past>),
    /// A Chart.js configuration: what it describes.
    Chart(Box<Config>),
}

impl Subject {
    /// What an input tells of. Sprints come first: only what is none, and is not said to have a sprint's format, may be
    /// a chart. Past sprints alone have no picture but that of their velocity.
    ///
    /// # Errors
    /// [`Error::Input`] names the place, what is found there and what is expected.
    pub fn read(bytes: &[u8], options: &ReadOptions, kind: Kind) -> Result<Self, Error> {
        if let Some(past) = velocity(bytes, options, kind)? {
            return Ok(Self::Past(past));
        }
        let chart = || match chartjs::probed(bytes) {
            Some(config) => Ok(Some(Self::Chart(Box::new(config?)))),
            None => Ok::<_, Error>(None),
        };
        // A large one is read once only.
        if options.format.is_none()
            && chartjs::begins_as_config(bytes)
            && let Some(chart) = chart()?
        {
            return Ok(chart);
        }
        match crate::read_sprint(bytes, options) {
            Ok(sprint) => Ok(Self::Sprint(Box::new(sprint))),
            Err(error) if options.format.is_none() => chart()?.ok_or(error),
            Err(error) => Err(error),
        }
    }

    /// What the reader of the picture won't see as it was meant.
    pub fn warnings(&self, fonts: &Fonts) -> Vec<String> {
        match self {
            Self::Sprint(sprint) => missing_characters(sprint, fonts).into_iter().collect(),
            Self::Past(past) => {
                missing_from(past.iter().map(|past| past.name.as_str()), fonts).into_iter().collect()
            }
            Self::Chart(config) => config.warnings(),
        }
    }
}

/// The past sprints of an input that tells of nothing else, where their velocity is asked for.
pub(crate) fn velocity(bytes: &[u8], options: &ReadOptions, kind: Kind) -> Result<Option<Vec<Past>>, Error> {
    Ok(if kind == Kind::Velocity { input::velocity(bytes, options)? } else { None })
}

/// Which characters of the sprint's texts stand as boxes, where some do.
pub(crate) fn missing_characters(sprint: &Sprint, fonts: &Fonts) -> Option<String> {
    missing_from([sprint.name.as_str()].into_iter().chain(sprint.goal.as_deref()), fonts)
}

/// The same of any texts.
pub(crate) fn missing_from<'a>(texts: impl Iterator<Item = &'a str>, fonts: &Fonts) -> Option<String> {
    let mut missing: Vec<char> = texts.flat_map(|text| fonts.missing(text)).collect();
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
