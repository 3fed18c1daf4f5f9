//! Writes a tree of an SVG as a PDF of one page. Shapes stay shapes and texts become outlines; a tree with gradients,
//! patterns, images, masks or filters is rasterised, and the page shows its pixels.

mod page_content;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, TextStr};
use usvg::Tree;

use super::encode::{PngMetadata, SOFTWARE, unpremultiplied};
use super::error::RasterError;
use page_content::{AlphaStates, PageContent, is_vector_only};
use tiny_skia::Pixmap;

/// Points of a PDF for each CSS pixel: 72 and 96 to the inch.
const POINTS_PER_PIXEL: f32 = 0.75;
/// Effort of the compression, from 0 to 10.
const COMPRESSION_LEVEL: u8 = 6;
/// The name of the picture of a page that shows pixels.
const IMAGE_NAME: Name = Name(b"Picture");

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const INFO: Ref = Ref::new(5);
const IMAGE: Ref = Ref::new(6);
const IMAGE_ALPHA: Ref = Ref::new(7);
/// The number of the first state of opacity; they are the last objects.
const FIRST_ALPHA_STATE: i32 = 8;

/// Writes a tree as a PDF; `rasterise` returns the pixels of a tree that has more than shapes.
pub(super) fn write_pdf(
    tree: &Tree,
    rasterise: impl FnOnce() -> Result<Pixmap, RasterError>,
    metadata: PngMetadata,
) -> Result<Vec<u8>, RasterError> {
    let (width, height) = (tree.size().width() * POINTS_PER_PIXEL, tree.size().height() * POINTS_PER_PIXEL);
    let mut pdf = Pdf::new();
    pdf.catalog(CATALOG).pages(PAGES);
    pdf.pages(PAGES).kids([PAGE]).count(1);
    let mut info = pdf.document_info(INFO);
    info.title(TextStr(metadata.title)).producer(TextStr(SOFTWARE));
    info.subject(TextStr(metadata.description));
    info.finish();
    let (content, states) = if is_vector_only(tree.root()) {
        let page = PageContent::of_tree(tree, [POINTS_PER_PIXEL, 0.0, 0.0, -POINTS_PER_PIXEL, 0.0, height]);
        (page.content, page.alpha_states)
    } else {
        write_image(&mut pdf, &rasterise()?);
        let mut content = Content::new();
        content.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(IMAGE_NAME);
        (content, AlphaStates::default())
    };
    let mut page = pdf.page(PAGE);
    page.parent(PAGES).media_box(Rect::new(0.0, 0.0, width, height)).contents(CONTENT);
    let mut resources = page.resources();
    if is_vector_only(tree.root()) {
        let mut names = resources.ext_g_states();
        for (index, (name, ..)) in states.entries().enumerate() {
            names.pair(Name(name.as_bytes()), alpha_ref(index));
        }
    } else {
        resources.x_objects().pair(IMAGE_NAME, IMAGE);
    }
    resources.finish();
    page.finish();
    for (index, (_, fill, stroke)) in states.entries().enumerate() {
        pdf.ext_graphics(alpha_ref(index)).non_stroking_alpha(fill).stroking_alpha(stroke);
    }
    let content = compress_to_vec_zlib(&content.finish(), COMPRESSION_LEVEL);
    pdf.stream(CONTENT, &content).filter(Filter::FlateDecode);
    Ok(pdf.finish())
}

/// The object of a state of opacity.
fn alpha_ref(index: usize) -> Ref {
    Ref::new(FIRST_ALPHA_STATE.saturating_add(i32::try_from(index).unwrap_or(i32::MAX - FIRST_ALPHA_STATE)))
}

/// Writes pixels as an image, and their opacity as its mask.
fn write_image(pdf: &mut Pdf, pixmap: &Pixmap) {
    let (pixels, has_alpha) = unpremultiplied(pixmap);
    let size = [pixmap.width(), pixmap.height()].map(|side| i32::try_from(side).unwrap_or(i32::MAX));
    let (colors, alpha) = match has_alpha {
        true => (
            pixels.as_chunks().0.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(),
            pixels.as_chunks().0.iter().map(|[.., alpha]: &[u8; 4]| *alpha).collect(),
        ),
        false => (pixels, Vec::new()),
    };
    let compressed = compress_to_vec_zlib(&colors, COMPRESSION_LEVEL);
    let mut image = pdf.image_xobject(IMAGE, &compressed);
    image.filter(Filter::FlateDecode);
    image.width(size[0]).height(size[1]).bits_per_component(8).color_space().device_rgb();
    if has_alpha {
        image.s_mask(IMAGE_ALPHA);
    }
    image.finish();
    if has_alpha {
        let compressed = compress_to_vec_zlib(&alpha, COMPRESSION_LEVEL);
        let mut mask = pdf.image_xobject(IMAGE_ALPHA, &compressed);
        mask.filter(Filter::FlateDecode);
        mask.width(size[0]).height(size[1]).bits_per_component(8).color_space().device_gray();
    }
}
