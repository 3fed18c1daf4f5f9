//! Encodes pixels as PNG without loss: with a palette if that can hold all colours, else as RGB if the picture is opaque,
//! else as RGBA.

use std::io::Write;

use png::{BitDepth, ColorType, Encoder, EncodingError, Filter, PixelDimensions, Unit};
use tiny_skia::{Pixmap, PremultipliedColorU8};

use super::error::RasterError;
use super::palette::{self, IndexedImage};
use crate::compression::Compression;

/// CSS pixels per metre, at 96 per inch.
const CSS_PIXELS_PER_METRE: f64 = 96.0 / 0.0254;

/// Value of the text chunk `Software`, and producer of a PDF.
pub(super) const SOFTWARE: &str = concat!("emberline ", env!("CARGO_PKG_VERSION"));

/// Bytes of pixels that are checked together.
const CHUNK: usize = 64;

/// Texts that the PNG contains besides its pixels.
#[derive(Clone, Copy, Debug)]
pub struct PngMetadata<'a> {
    /// Value of the text chunk `Title`.
    pub title: &'a str,
    /// Value of the text chunk `Description`: the alt text.
    pub description: &'a str,
}

/// Encodes pixels row by row, so there is no second copy of the picture in memory; a palette needs a quarter of one.
pub fn encode_png(
    pixmap: &Pixmap,
    scale: f64,
    compression: Compression,
    metadata: PngMetadata,
) -> Result<Vec<u8>, RasterError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    write_metadata(&mut encoder, scale, metadata)?;
    match palette::index_colors(pixmap) {
        Some(indexed) => write_indexed(encoder, &indexed, compression),
        None if is_opaque(pixmap) => write_rows(encoder, pixmap, ColorType::Rgb, compression, drop_alpha_row),
        None => write_rows(encoder, pixmap, ColorType::Rgba, compression, unpremultiply_row),
    }?;
    Ok(bytes)
}

fn write_indexed(
    mut encoder: Encoder<&mut Vec<u8>>,
    image: &IndexedImage,
    compression: Compression,
) -> Result<(), EncodingError> {
    let colors: Vec<[u8; 4]> = image.palette.iter().map(|pixel| unpremultiply_pixel(*pixel)).collect();
    configure_encoder(&mut encoder, ColorType::Indexed, compression);
    encoder.set_palette(
        colors.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>(),
    );
    if colors.iter().any(|[.., alpha]| *alpha < u8::MAX) {
        encoder.set_trns(colors.iter().map(|[.., alpha]| *alpha).collect::<Vec<_>>());
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&image.indices)?;
    writer.finish()
}

/// Writes the rows of the pixmap, each converted by `convert`.
fn write_rows(
    mut encoder: Encoder<&mut Vec<u8>>,
    pixmap: &Pixmap,
    color: ColorType,
    compression: Compression,
    convert: fn(&[u8], &mut [u8]),
) -> Result<(), EncodingError> {
    configure_encoder(&mut encoder, color, compression);
    let mut writer = encoder.write_header()?;
    let mut rows = writer.stream_writer()?;
    let width = pixmap.width() as usize;
    let mut row = vec![0; width * color.samples()];
    for pixels in pixmap.data().chunks_exact(4 * width) {
        convert(pixels, &mut row);
        rows.write_all(&row)?;
    }
    rows.finish()?;
    writer.finish()
}

/// Copies the colours of an opaque row without the alpha bytes.
fn drop_alpha_row(pixels: &[u8], row: &mut [u8]) {
    for (to, from) in row.as_chunks_mut().0.iter_mut().zip(pixels.as_chunks().0) {
        let [red, green, blue, _] = *from;
        *to = [red, green, blue];
    }
}

/// Copies a row and divides its colours by their opacity. Chunks that are completely transparent or opaque, which most of a
/// chart is, need no division, and most other pixels equal the one before.
fn unpremultiply_row(pixels: &[u8], row: &mut [u8]) {
    let mut last = ([0; 4], [0; 4]);
    for (pixels, row) in pixels.chunks(CHUNK).zip(row.chunks_mut(CHUNK)) {
        row.copy_from_slice(pixels);
        if !matches!(alpha_or_and(pixels), (0, _) | (_, u8::MAX)) {
            for pixel in row.as_chunks_mut().0 {
                if *pixel != last.0 {
                    last = (*pixel, unpremultiply_pixel(*pixel));
                }
                *pixel = last.1;
            }
        }
    }
}

fn unpremultiply_pixel(pixel: [u8; 4]) -> [u8; 4] {
    let [red, green, blue, alpha] = pixel;
    PremultipliedColorU8::from_rgba(red, green, blue, alpha).map_or(pixel, |color| {
        let color = color.demultiply();
        [color.red(), color.green(), color.blue(), alpha]
    })
}

/// Returns pixels as bytes with colours that are not multiplied by their opacity: RGBA and true, or RGB and false if all
/// pixels are opaque.
#[cfg(any(feature = "webp", feature = "pdf"))]
pub(super) fn unpremultiplied(pixmap: &Pixmap) -> (Vec<u8>, bool) {
    let pixels = pixmap.data().as_chunks().0.iter();
    match is_opaque(pixmap) {
        true => (pixels.flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(), false),
        false => (pixels.flat_map(|pixel| unpremultiply_pixel(*pixel)).collect(), true),
    }
}

fn is_opaque(pixmap: &Pixmap) -> bool {
    pixmap.data().chunks(CHUNK).all(|pixels| alpha_or_and(pixels).1 == u8::MAX)
}

/// Bitwise OR and AND of the alpha bytes: an OR of 0 means that all pixels are fully transparent, an AND of 255 that all
/// are opaque.
fn alpha_or_and(pixels: &[u8]) -> (u8, u8) {
    let (any, all) = pixels.as_chunks().0.iter().fold((0, u32::MAX), |(any, all), pixel| {
        let pixel = u32::from_ne_bytes(*pixel);
        (any | pixel, all & pixel)
    });
    let ([_, _, _, any], [_, _, _, all]) = (any.to_ne_bytes(), all.to_ne_bytes());
    (any, all)
}

/// Sets colour type, compression level and row filter.
fn configure_encoder(encoder: &mut Encoder<&mut Vec<u8>>, color: ColorType, compression: Compression) {
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    match compression {
        Compression::Fast => {
            encoder.set_compression(png::Compression::Fastest);
            // Neighbouring palette indices are not similar, but most rows of a chart equal the row above.
            encoder.set_filter(if color == ColorType::Indexed { Filter::Up } else { Filter::Paeth });
        }
        Compression::Best => {
            encoder.set_compression(png::Compression::High);
            encoder.set_filter(Filter::NoFilter);
        }
    }
}

/// Writes the resolution and the text chunks.
fn write_metadata(
    encoder: &mut Encoder<&mut Vec<u8>>,
    scale: f64,
    metadata: PngMetadata,
) -> Result<(), EncodingError> {
    let per_metre = (CSS_PIXELS_PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), metadata.title.to_owned())?;
    encoder.add_itxt_chunk("Description".to_owned(), metadata.description.to_owned())?;
    encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned())
}
