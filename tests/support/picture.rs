//! Comparison of pictures. The images `expected | difference | actual` are saved side by side in `tests/diff`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, PixmapPaint, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use super::project_root;

/// Decodes a PNG; `None` if it is invalid.
pub fn decode_png(bytes: &[u8]) -> Option<Pixmap> {
    Pixmap::decode_png(bytes).ok()
}

/// Rasterises an SVG with the project's fonts; `None` if it is invalid.
pub fn rasterise_svg(bytes: &[u8]) -> Option<Pixmap> {
    let mut database = Database::new();
    for entry in fs::read_dir(project_root().join("fonts")).ok()?.flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "ttf") {
            database.load_font_data(fs::read(entry.path()).ok()?);
        }
    }
    let options = Options { fontdb: Arc::new(database), ..Options::default() };
    let tree = Tree::from_data(bytes, &options).ok()?;
    let mut pixmap = Pixmap::new(tree.size().width() as u32, tree.size().height() as u32)?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    Some(pixmap)
}

/// Saves `expected | difference | actual` and describes the result: the number of different pixels and the file.
pub fn save_comparison(name: &str, expected: Option<Pixmap>, actual: Option<Pixmap>) -> String {
    let (Some(expected), Some(actual)) = (expected, actual) else { return "one is no picture".to_owned() };
    let (difference, count) = pixel_difference(&expected, &actual);
    let (width, height) = (difference.width(), difference.height());
    let Some(mut sheet) = Pixmap::new(width * 3, height) else { return "no memory".to_owned() };
    for (column, picture) in [&expected, &difference, &actual].into_iter().enumerate() {
        let x = i32::try_from(width).unwrap_or(0) * i32::try_from(column).unwrap_or(0);
        sheet.draw_pixmap(x, 0, picture.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    }
    let file = project_root().join("tests/diff").join(name).with_extension("png");
    let folder = file.parent().unwrap_or(Path::new("."));
    let saved = fs::create_dir_all(folder).is_ok() && sheet.save_png(&file).is_ok();
    format!(
        "{count} pixels; expected | difference | actual: {}{}",
        file.display(),
        if saved { "" } else { " (not saved)" }
    )
}

/// A picture with the different pixels in red on white, and their number.
fn pixel_difference(a: &Pixmap, b: &Pixmap) -> (Pixmap, usize) {
    let (width, height) = (a.width().max(b.width()), a.height().max(b.height()));
    let mut out = Pixmap::new(width, height).expect("both pictures exist");
    let (white, red) = (opaque_pixel(255, 255), opaque_pixel(255, 0));
    let mut count = 0;
    for y in 0..height {
        for x in 0..width {
            let same = a.pixel(x, y) == b.pixel(x, y);
            count += usize::from(!same);
            out.pixels_mut()[(y * width + x) as usize] = if same { white } else { red };
        }
    }
    (out, count)
}

fn opaque_pixel(red: u8, green_and_blue: u8) -> PremultipliedColorU8 {
    PremultipliedColorU8::from_rgba(red, green_and_blue, green_and_blue, 255).expect("the pixel is opaque")
}
