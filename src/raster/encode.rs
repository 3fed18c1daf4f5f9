//! Pixels to PNG, lossless: a palette where it holds all colours, else RGB where the picture is opaque, else RGBA.

use std::io::Write;

use png::{BitDepth, ColorType, Encoder, EncodingError, Filter, PixelDimensions, Unit};
use tiny_skia::{Pixmap, PremultipliedColorU8};

use super::palette::{self, Indexed};
use super::{Caption, RasterError};
use crate::compression::Compression;

/// CSS pixels of a metre, at 96 to the inch.
const CSS_PIXELS_PER_METRE: f64 = 96.0 / 0.0254;

/// The PNG's `Software`.
const SOFTWARE: &str = concat!("emberline ", env!("CARGO_PKG_VERSION"));

/// Bytes of pixels that are looked at together.
const STRETCH: usize = 64;

/// Pixels to PNG, row by row: there is no second copy of the picture in memory but, with a palette, a quarter of one.
pub fn encode(
    pixmap: &Pixmap,
    scale: f64,
    compression: Compression,
    caption: Caption,
) -> Result<Vec<u8>, RasterError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    describe(&mut encoder, scale, caption)?;
    match palette::indexed(pixmap) {
        Some(indexed) => write_indexed(encoder, &indexed, compression),
        None if is_opaque(pixmap) => write_rows(encoder, pixmap, (ColorType::Rgb, compression), opaque),
        None => write_rows(encoder, pixmap, (ColorType::Rgba, compression), straight),
    }?;
    Ok(bytes)
}

fn write_indexed(
    mut encoder: Encoder<&mut Vec<u8>>,
    indexed: &Indexed,
    compression: Compression,
) -> Result<(), EncodingError> {
    let colors: Vec<[u8; 4]> = indexed.palette.iter().map(|pixel| straight_pixel(*pixel)).collect();
    set(&mut encoder, ColorType::Indexed, compression);
    encoder.set_palette(
        colors.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>(),
    );
    if colors.iter().any(|[.., alpha]| *alpha < u8::MAX) {
        encoder.set_trns(colors.iter().map(|[.., alpha]| *alpha).collect::<Vec<_>>());
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indexed.pixels)?;
    writer.finish()
}

/// Writes the rows as `convert` makes them of the pixmap's.
fn write_rows(
    mut encoder: Encoder<&mut Vec<u8>>,
    pixmap: &Pixmap,
    (color, compression): (ColorType, Compression),
    convert: fn(&[u8], &mut [u8]),
) -> Result<(), EncodingError> {
    set(&mut encoder, color, compression);
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

/// A row without its opacity.
fn opaque(pixels: &[u8], row: &mut [u8]) {
    for (to, from) in row.as_chunks_mut().0.iter_mut().zip(pixels.as_chunks().0) {
        let [red, green, blue, _] = *from;
        *to = [red, green, blue];
    }
}

/// A row with its colours not multiplied by their opacity: most of a chart is clear or opaque, all of a stretch at once,
/// and what is neither is most often as the pixel before it.
fn straight(pixels: &[u8], row: &mut [u8]) {
    let mut last = ([0; 4], [0; 4]);
    for (pixels, row) in pixels.chunks(STRETCH).zip(row.chunks_mut(STRETCH)) {
        row.copy_from_slice(pixels);
        if !matches!(alphas(pixels), (0, _) | (_, u8::MAX)) {
            for pixel in row.as_chunks_mut().0 {
                if *pixel != last.0 {
                    last = (*pixel, straight_pixel(*pixel));
                }
                *pixel = last.1;
            }
        }
    }
}

fn straight_pixel(pixel: [u8; 4]) -> [u8; 4] {
    let [red, green, blue, alpha] = pixel;
    PremultipliedColorU8::from_rgba(red, green, blue, alpha).map_or(pixel, |color| {
        let color = color.demultiply();
        [color.red(), color.green(), color.blue(), alpha]
    })
}

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

/// Sets what the pixels are, and how hard to work for few bytes.
fn set(encoder: &mut Encoder<&mut Vec<u8>>, color: ColorType, compression: Compression) {
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    match compression {
        Compression::Fast => {
            encoder.set_compression(png::Compression::Fastest);
            // Places in a palette have no neighbours, but most rows of a chart are as the row above.
            encoder.set_filter(if color == ColorType::Indexed { Filter::Up } else { Filter::Paeth });
        }
        Compression::Best => {
            encoder.set_compression(png::Compression::High);
            encoder.set_filter(Filter::NoFilter);
        }
    }
}

/// Sets what the PNG tells besides its pixels.
fn describe(encoder: &mut Encoder<&mut Vec<u8>>, scale: f64, caption: Caption) -> Result<(), EncodingError> {
    let per_metre = (CSS_PIXELS_PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), caption.title.to_owned())?;
    encoder.add_itxt_chunk("Description".to_owned(), caption.description.to_owned())?;
    encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned())
}
