//! Encodes pixels as WebP without loss.

use image_webp::{ColorType, WebPEncoder};
use tiny_skia::Pixmap;

use super::encode::unpremultiplied;
use super::error::RasterError;

/// Encodes pixels as lossless WebP, with alpha unless all of them are opaque.
pub(crate) fn encode_webp(pixmap: &Pixmap) -> Result<Vec<u8>, RasterError> {
    let (pixels, has_alpha) = unpremultiplied(pixmap);
    let color = if has_alpha { ColorType::Rgba8 } else { ColorType::Rgb8 };
    let mut bytes = Vec::new();
    WebPEncoder::new(&mut bytes).encode(&pixels, pixmap.width(), pixmap.height(), color)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use tiny_skia::Color;

    use super::*;

    /// The pixels that the decoder of the same crate reads.
    fn decode(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).expect("a WebP");
        let (width, height) = decoder.dimensions();
        let mut pixels = vec![0; decoder.output_buffer_size().expect("a size")];
        decoder.read_image(&mut pixels).expect("pixels");
        (width, height, pixels)
    }

    #[test]
    fn pixels_are_kept_without_loss() {
        let mut pixmap = Pixmap::new(3, 2).expect("pixels");
        pixmap.fill(Color::from_rgba8(10, 200, 30, 255));
        assert_eq!(decode(&encode_webp(&pixmap).expect("a WebP")), (3, 2, [10, 200, 30].repeat(6)));
        pixmap.fill(Color::from_rgba8(255, 0, 0, 51));
        assert_eq!(decode(&encode_webp(&pixmap).expect("a WebP")), (3, 2, [255, 0, 0, 51].repeat(6)));
    }
}
