//! SVG text to PNG bytes: the SVG is the truth, this only rasterises it.

mod cut;

use std::io::Write;
use std::sync::Arc;

use png::{BitDepth, ColorType, Filter, PixelDimensions, Unit};
use tiny_skia::{IntSize, Pixmap, PremultipliedColorU8, Transform};
use usvg::{FontResolver, Options, Tree};

use crate::compression::Compression;
use crate::font::{self, Fonts};

/// CSS pixels of a metre, at 96 to the inch.
const CSS_PIXELS_PER_METRE: f64 = 96.0 / 0.0254;

/// The PNG's `Software`.
const SOFTWARE: &str = concat!("emberline ", env!("CARGO_PKG_VERSION"));

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

/// The picture as PNG, `scale` device pixels for each CSS pixel: RGB where it is opaque, RGBA otherwise.
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
    if cut::has_cuts(tree.root(), transform) {
        cut::draw(tree.root(), transform, &mut pixmap);
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

/// Pixels to PNG, row by row: the only whole picture in memory is the one given.
pub fn encode(
    pixmap: &Pixmap,
    scale: f64,
    compression: Compression,
    caption: Caption,
) -> Result<Vec<u8>, RasterError> {
    let opaque = is_opaque(pixmap);
    let mut bytes = Vec::new();
    let mut writer = header(&mut bytes, pixmap, scale, caption, (opaque, compression))?.write_header()?;
    let mut rows = writer.stream_writer()?;
    let mut row = vec![0; pixmap.width() as usize * if opaque { 3 } else { 4 }];
    for pixels in pixmap.data().chunks_exact(4 * pixmap.width() as usize) {
        if opaque {
            for (to, from) in row.as_chunks_mut().0.iter_mut().zip(pixels.as_chunks().0) {
                let [red, green, blue, _] = *from;
                *to = [red, green, blue];
            }
        } else {
            straight(pixels, &mut row);
        }
        rows.write_all(&row).map_err(png::EncodingError::from)?;
    }
    rows.finish()?;
    writer.finish()?;
    Ok(bytes)
}

/// A row with its colours not multiplied by their opacity: most of a chart is clear or opaque, all of a stretch at once.
fn straight(pixels: &[u8], row: &mut [u8]) {
    for (pixels, row) in pixels.chunks(STRETCH).zip(row.chunks_mut(STRETCH)) {
        row.copy_from_slice(pixels);
        if !matches!(alphas(pixels), (0, _) | (_, u8::MAX)) {
            for pixel in row.as_chunks_mut().0 {
                let [red, green, blue, alpha] = *pixel;
                if let Some(color) = PremultipliedColorU8::from_rgba(red, green, blue, alpha) {
                    let color = color.demultiply();
                    *pixel = [color.red(), color.green(), color.blue(), alpha];
                }
            }
        }
    }
}

/// Bytes of pixels that are looked at together.
const STRETCH: usize = 64;

fn is_opaque(pixmap: &Pixmap) -> bool {
    pixmap.data().chunks(STRETCH).all(|pixels| alphas(pixels).1 == u8::MAX)
}

/// Whether any pixel is not clear, and whether all are opaque: bits that any opacity has, and bits that all have.
fn alphas(pixels: &[u8]) -> (u8, u8) {
    let (any, all) = pixels.as_chunks().0.iter().fold((0, u32::MAX), |(any, all), pixel| {
        let pixel = u32::from_ne_bytes(*pixel);
        (any | pixel, all & pixel)
    });
    let ([_, _, _, any], [_, _, _, all]) = (any.to_ne_bytes(), all.to_ne_bytes());
    (any, all)
}

/// Everything before the pixels.
fn header<'a>(
    bytes: &'a mut Vec<u8>,
    pixmap: &Pixmap,
    scale: f64,
    caption: Caption,
    (opaque, compression): (bool, Compression),
) -> Result<png::Encoder<'a, &'a mut Vec<u8>>, RasterError> {
    let mut encoder = png::Encoder::new(bytes, pixmap.width(), pixmap.height());
    encoder.set_color(if opaque { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_depth(BitDepth::Eight);
    match compression {
        Compression::Fast => {
            encoder.set_compression(png::Compression::Fastest);
            encoder.set_filter(Filter::Sub);
        }
        Compression::Best => {
            encoder.set_compression(png::Compression::High);
            encoder.set_filter(Filter::NoFilter);
        }
    }
    let per_metre = (CSS_PIXELS_PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), caption.title.to_owned())?;
    encoder.add_itxt_chunk("Description".to_owned(), caption.description.to_owned())?;
    encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned())?;
    Ok(encoder)
}
