//! Rasterises SVG text to PNG and WebP bytes, and converts it to PDF. The SVG decides everything; nothing is laid out or styled here.

mod clip;
mod encode;
mod error;
mod layer;
mod paint;
mod palette;
#[cfg(feature = "pdf")]
mod pdf;
mod rect_clip;
#[cfg(test)]
mod tests;
#[cfg(feature = "webp")]
mod webp;

use std::sync::Arc;

pub use encode::{PngMetadata, encode_png};
pub use error::RasterError;
use tiny_skia::{Pixmap, Transform};
use usvg::{FontResolver, Options, Tree};

use crate::compression::Compression;
use crate::font::{self, Fonts};

/// Returns the picture as PNG, with `scale` device pixels for each CSS pixel.
pub(crate) fn render_png(
    svg: &str,
    scale: f64,
    fonts: &Fonts,
    compression: Compression,
    metadata: PngMetadata,
) -> Result<Vec<u8>, RasterError> {
    let pixmap = rasterise_tree(&parse_svg(svg, fonts)?, scale)?;
    encode_png(&pixmap, scale, compression, metadata)
}

/// Returns the picture as lossless WebP, with `scale` device pixels for each CSS pixel.
#[cfg(feature = "webp")]
pub(crate) fn render_webp(svg: &str, scale: f64, fonts: &Fonts) -> Result<Vec<u8>, RasterError> {
    webp::encode_webp(&rasterise_tree(&parse_svg(svg, fonts)?, scale)?)
}

/// Returns the picture as PDF; `scale` is for a picture that must be rasterised.
#[cfg(feature = "pdf")]
pub(crate) fn render_pdf(
    svg: &str,
    scale: f64,
    fonts: &Fonts,
    metadata: PngMetadata,
) -> Result<Vec<u8>, RasterError> {
    let tree = parse_svg(svg, fonts)?;
    pdf::write_pdf(&tree, || rasterise_tree(&tree, scale), metadata)
}

/// Parses SVG text; usvg converts its texts to outlines.
pub fn parse_svg(svg: &str, fonts: &Fonts) -> Result<Tree, RasterError> {
    Ok(Tree::from_str(svg, &usvg_options(fonts))?)
}

/// Draws a tree into pixels, with `scale` device pixels for each CSS pixel.
pub fn rasterise_tree(tree: &Tree, scale: f64) -> Result<Pixmap, RasterError> {
    let mut pixmap = allocate_pixmap(tree, scale)?;
    let transform = Transform::from_scale(scale as f32, scale as f32);
    if !clip::draw_with_clips(tree, transform, &mut pixmap)? {
        resvg::render(tree, transform, &mut pixmap.as_mut());
    }
    Ok(pixmap)
}

/// Offers usvg the given fonts only and no fallback: every run of text names one font that has all of its characters.
fn usvg_options(fonts: &Fonts) -> Options<'static> {
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

/// Allocates the transparent pixels of a tree at a scale.
fn allocate_pixmap(tree: &Tree, scale: f64) -> Result<Pixmap, RasterError> {
    let device_pixel_count = |css: f32| (f64::from(css) * scale).floor().max(1.0) as u32;
    let (width, height) = (device_pixel_count(tree.size().width()), device_pixel_count(tree.size().height()));
    layer::allocate_pixels(width, height)
}
