use png::{ColorType, Transformations};
use tiny_skia::{IntSize, Pixmap, PremultipliedColorU8, Transform};

use super::encode::encode;
use super::{Caption, palette, rasterise};
use crate::compression::Compression;

const SIDE: u32 = 40;
const CAPTION: Caption = Caption { title: "", description: "" };

/// A picture of as many colours, each of them twice or more.
fn picture(colors: u32, alpha: fn(u32) -> u8) -> Pixmap {
    let pixels = (0..SIDE * SIDE).flat_map(|place| {
        let color = place / 2 % colors;
        let alpha = alpha(color);
        let part = |bits: u32| (color >> bits & 0x1f) as u8 * 8;
        [part(0), part(5), 8, alpha]
    });
    Pixmap::from_vec(pixels.collect(), IntSize::from_wh(SIDE, SIDE).unwrap()).unwrap()
}

fn solid(_: u32) -> u8 {
    u8::MAX
}

fn half_clear(color: u32) -> u8 {
    if color.is_multiple_of(3) { 249 } else { u8::MAX }
}

fn decoded(bytes: &[u8]) -> (ColorType, Vec<[u8; 4]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND | Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    (reader.info().color_type, pixels.as_chunks().0.to_vec())
}

fn straight(pixmap: &Pixmap) -> Vec<[u8; 4]> {
    let straight = pixmap.pixels().iter().map(PremultipliedColorU8::demultiply);
    straight.map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect()
}

#[test]
fn a_png_holds_every_pixel_in_the_smallest_kind_that_can() {
    let cases = [
        (1, solid as fn(u32) -> u8, ColorType::Indexed),
        (256, solid, ColorType::Indexed),
        (257, solid, ColorType::Rgb),
        (256, half_clear, ColorType::Indexed),
        (257, half_clear, ColorType::Rgba),
    ];
    for (colors, alpha, kind) in cases {
        let pixmap = picture(colors, alpha);
        for compression in [Compression::Fast, Compression::Best] {
            let (found, pixels) = decoded(&encode(&pixmap, 1.0, compression, CAPTION).unwrap());
            assert_eq!(found, kind, "{colors} colours");
            assert!(pixels == straight(&pixmap), "{colors} colours, {compression:?}");
        }
    }
}

#[test]
fn a_palette_names_each_colour_once_in_the_order_they_are_met() {
    let pixmap = picture(200, half_clear);
    let indexed = palette::indexed(&pixmap).unwrap();
    assert_eq!(indexed.palette.len(), 200);
    let again = indexed.pixels.iter().flat_map(|place| indexed.palette[usize::from(*place)]);
    assert!(again.eq(pixmap.data().iter().copied()));
    assert_eq!(indexed.pixels[..4], [0, 0, 1, 1]);
}

/// What is in the middle of each: clipped by an ellipse, by two clips in each other, by one that is turned, with
/// holes, around texts, lines and groups.
const CLIPPED: [&str; 6] = [
    "<g clip-path='url(#ellipse)'><rect width='90' height='50' fill='#00f' fill-opacity='0.5'/></g>",
    "<g clip-path='url(#ellipse)'><g clip-path='url(#half)'><rect width='90' height='50' fill='#080'/></g></g>",
    "<g clip-path='url(#half)'><g clip-path='url(#ellipse)'><rect width='90' height='50' fill='#080'/></g></g>",
    "<g clip-path='url(#ellipse)'><g transform='rotate(20)'><g clip-path='url(#half)'><path d='M0 0H90V50' fill='#a0a'/></g></g></g>",
    "<g clip-path='url(#ring)'><path d='M5 5L90 45' stroke='#d40' stroke-width='9'/></g>",
    "<g clip-path='url(#ring)'><path d='M5 25H90' stroke='#d40' stroke-width='9'/></g>",
];

/// One of the sixteen samples of a pixel, which may fall to either side of an edge.
const SAMPLE: u8 = 16;

#[test]
fn what_is_clipped_looks_as_resvg_alone_draws_it() {
    for body in CLIPPED {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='60'><defs>\
             <clipPath id='ellipse'><ellipse cx='50' cy='30' rx='40' ry='20'/></clipPath>\
             <clipPath id='half'><rect x='10.5' width='40' height='60'/></clipPath>\
             <clipPath id='ring'><path clip-rule='evenodd' d='M10 5H90V55H10ZM30 15L70 20L60 45Z'/></clipPath>\
             </defs><rect width='100' height='60' fill='#fff'/>{body}</svg>"
        );
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        let ours = rasterise(&tree, 1.0).unwrap();
        let mut theirs = Pixmap::new(100, 60).unwrap();
        resvg::render(&tree, Transform::identity(), &mut theirs.as_mut());
        let pairs = || ours.data().iter().zip(theirs.data());
        let furthest = pairs().map(|(ours, theirs)| ours.abs_diff(*theirs)).max();
        assert!(furthest <= Some(SAMPLE), "{body}: by up to {furthest:?} of 255");
        assert!(ours.data().iter().any(|value| *value < 200), "{body}: nothing is drawn");
    }
}
