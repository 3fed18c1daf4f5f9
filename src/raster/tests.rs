use png::{ColorType, Transformations};
use tiny_skia::{IntSize, Pixmap, PremultipliedColorU8};

use super::encode::{PngMetadata, encode_png};
use super::palette;
use crate::compression::Compression;

const SIDE: u32 = 40;
const METADATA: PngMetadata = PngMetadata { title: "", description: "" };

/// A picture with a number of colours, each of at least two pixels.
fn picture_of(colors: u32, alpha: fn(u32) -> u8) -> Pixmap {
    let pixels = (0..SIDE * SIDE).flat_map(|index| {
        let color = index / 2 % colors;
        let alpha = alpha(color);
        let channel = |bits: u32| (color >> bits & 0x1f) as u8 * 8;
        [channel(0), channel(5), 8, alpha]
    });
    Pixmap::from_vec(pixels.collect(), IntSize::from_wh(SIDE, SIDE).unwrap()).unwrap()
}

fn opaque_alpha(_: u32) -> u8 {
    u8::MAX
}

fn partly_translucent_alpha(color: u32) -> u8 {
    if color.is_multiple_of(3) { 249 } else { u8::MAX }
}

fn decode_png(bytes: &[u8]) -> (ColorType, Vec<[u8; 4]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND | Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    (reader.info().color_type, pixels.as_chunks().0.to_vec())
}

fn unpremultiplied_pixels(pixmap: &Pixmap) -> Vec<[u8; 4]> {
    let colors = pixmap.pixels().iter().map(PremultipliedColorU8::demultiply);
    colors.map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect()
}

#[test]
fn a_png_keeps_every_pixel_in_the_smallest_colour_type() {
    let cases = [
        (1, opaque_alpha as fn(u32) -> u8, ColorType::Indexed),
        (256, opaque_alpha, ColorType::Indexed),
        (257, opaque_alpha, ColorType::Rgb),
        (256, partly_translucent_alpha, ColorType::Indexed),
        (257, partly_translucent_alpha, ColorType::Rgba),
    ];
    for (colors, alpha, expected_type) in cases {
        let pixmap = picture_of(colors, alpha);
        for compression in [Compression::Fast, Compression::Best] {
            let (color_type, pixels) = decode_png(&encode_png(&pixmap, 1.0, compression, METADATA).unwrap());
            assert_eq!(color_type, expected_type, "{colors} colours");
            assert!(pixels == unpremultiplied_pixels(&pixmap), "{colors} colours, {compression:?}");
        }
    }
}

#[test]
fn a_palette_has_each_colour_once_in_the_order_of_first_use() {
    let pixmap = picture_of(200, partly_translucent_alpha);
    let image = palette::index_colors(&pixmap).unwrap();
    assert_eq!(image.palette.len(), 200);
    let pixels = image.indices.iter().flat_map(|index| image.palette[usize::from(*index)]);
    assert!(pixels.eq(pixmap.data().iter().copied()));
    assert_eq!(image.indices[..4], [0, 0, 1, 1]);
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;
    use crate::font::Fonts;
    use crate::raster::render_pdf;

    const METADATA: PngMetadata = PngMetadata { title: "Türme", description: "alt" };

    fn pdf_of(body: &str) -> String {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">{body}</svg>"#);
        let bytes = render_pdf(&svg, 2.0, &Fonts::embedded(), METADATA).expect("a PDF");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn shapes_stay_shapes_on_a_page_in_points() {
        let pdf = pdf_of(r##"<rect width="9" height="9" fill="#f00" fill-opacity="0.5"/>"##);
        assert!(pdf.starts_with("%PDF-1.7") && pdf.trim_end().ends_with("%%EOF"));
        assert!(pdf.contains("/MediaBox [0 0 60 30]"), "{pdf}");
        assert!(pdf.contains("/ca 0.5") && !pdf.contains("/Subtype /Image"), "{pdf}");
    }

    #[test]
    fn a_gradient_is_an_image_at_the_resolution_of_the_device() {
        let pdf = pdf_of(
            r##"<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs>
            <rect width="80" height="20" fill="url(#g)"/>"##,
        );
        assert!(pdf.contains("/MediaBox [0 0 60 30]"), "{pdf}");
        assert!(
            pdf.contains("/Width 160") && pdf.contains("/Height 80") && pdf.contains("/SMask 7 0 R"),
            "{pdf}"
        );
    }
}
