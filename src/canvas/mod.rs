//! The Canvas 2D API of scripts: operations that a script recorded on a canvas → scene items.
//!
//! The other half is `src/script/canvas.js`: an object with the surface of `CanvasRenderingContext2D` that checks
//! arguments as a canvas does and records what draws. A [`Player`] replays the operations at the place of the drawing
//! order at which they were recorded. Its state outlives one recording, as that of a canvas does: what one plugin hook
//! saves, clips or moves, a later hook may restore.

mod error;
mod font;
mod layers;
mod operation;
mod paint;
mod path;
mod path_step;
mod player;
mod state;
#[cfg(test)]
#[cfg(feature = "builtin-fonts")]
mod tests;
mod text;

pub(crate) use error::CanvasError;
pub(crate) use font::parse_font;
#[cfg(test)]
pub(crate) use operation::parse_operations;
pub(crate) use operation::{Operation, RecordedCanvas, RecordedPaint};
pub(crate) use paint::parse_color;
pub(crate) use player::Player;
pub(crate) use text::{TextPlace, measure_text};
