//! SVG text to PNG bytes: the SVG is the truth, this only rasterises it.

mod cut;
mod draw;
mod encode;
mod palette;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use encode::encode;
use tiny_skia::{IntSize, Pixmap, Transform};
use usvg::{FontResolver, Options, Tree};

use crate::compression::Compression;
use crate::font::{self, Fonts};

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RasterError {
    /// There is no memory for the pixels.
    #[error("no memory for a picture of {0} × {1} device pixels: choose a smaller width, height or scale")]
    Memory(u32, u32),
    /// The SVG text is not one that can be drawn.
    #[error("the SVG can't be read: {0}")]
    Svg(#[from] usvg::Error),
    /// The pixels could not be written.
    #[error("the PNG can't be written: {0}")]
    Png(#[from] png::EncodingError),
}

/// What the PNG tells about itself besides its pixels.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// `Title`.
    pub title: &'a str,
    /// `Description`: the alt text.
    pub description: &'a str,
}

/// The picture as PNG, `scale` device pixels for each CSS pixel.
pub(crate) fn png(
    svg: &str,
    scale: f64,
    fonts: &Fonts,
    (compression, caption): (Compression, Caption),
) -> Result<Vec<u8>, RasterError> {
    let pixmap = rasterise(&parse(svg, fonts)?, scale)?;
    encode(&pixmap, scale, compression, caption)
}

/// SVG text to tree: texts become outlines.
pub fn parse(svg: &str, fonts: &Fonts) -> Result<Tree, RasterError> {
    Ok(Tree::from_str(svg, &options(fonts))?)
}

/// Tree to pixels.
pub fn rasterise(tree: &Tree, scale: f64) -> Result<Pixmap, RasterError> {
    let mut pixmap = canvas(tree, scale)?;
    let transform = Transform::from_scale(scale as f32, scale as f32);
    if draw::has_clips(tree.root(), transform) {
        draw::draw(tree.root(), (transform, None), &mut pixmap);
    } else {
        resvg::render(tree, transform, &mut pixmap.as_mut());
    }
    Ok(pixmap)
}

/// Only the given fonts, and no search for others: texts come itemised into runs that their one font covers.
fn options(fonts: &Fonts) -> Options<'static> {
    Options {
        fontdb: Arc::clone(fonts.database()),
        font_family: font::TEXT_FAMILY.to_owned(),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|_, _, _| None),
        },
        ..Options::default()
    }
}

fn canvas(tree: &Tree, scale: f64) -> Result<Pixmap, RasterError> {
    let pixels = |css: f32| (f64::from(css) * scale).floor().max(1.0) as u32;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let no_memory = || RasterError::Memory(width, height);
    let size = IntSize::from_wh(width, height).ok_or_else(no_memory)?;
    let bytes = 4 * width as usize * height as usize;
    let mut pixels = Vec::new();
    // Where memory ends (a browser's module has 4 GiB at most), an error instead of the program's end.
    pixels.try_reserve_exact(bytes).map_err(|_| no_memory())?;
    pixels.resize(bytes, 0);
    Pixmap::from_vec(pixels, size).ok_or_else(no_memory)
}
