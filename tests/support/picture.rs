//! Pictures side by side: expected | difference | actual, in `tests/diff`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, PixmapPaint, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use super::root;

/// The pixels of a PNG.
pub fn of_png(bytes: &[u8]) -> Option<Pixmap> {
    Pixmap::decode_png(bytes).ok()
}

/// The pixels of an SVG, text in the project's fonts.
pub fn of_svg(bytes: &[u8]) -> Option<Pixmap> {
    let mut database = Database::new();
    for entry in fs::read_dir(root().join("fonts")).ok()?.flatten() {
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

/// Writes expected | difference | actual and says where and how many pixels differ.
pub fn explain(name: &str, expected: Option<Pixmap>, actual: Option<Pixmap>) -> String {
    let (Some(expected), Some(actual)) = (expected, actual) else { return "one is no picture".to_owned() };
    let (difference, count) = difference(&expected, &actual);
    let (width, height) = (difference.width(), difference.height());
    let Some(mut sheet) = Pixmap::new(width * 3, height) else { return "no memory".to_owned() };
    for (column, picture) in [&expected, &difference, &actual].into_iter().enumerate() {
        let x = i32::try_from(width).unwrap_or(0) * i32::try_from(column).unwrap_or(0);
        sheet.draw_pixmap(x, 0, picture.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    }
    let file = root().join("tests/diff").join(name).with_extension("png");
    let folder = file.parent().unwrap_or(Path::new("."));
    let saved = fs::create_dir_all(folder).is_ok() && sheet.save_png(&file).is_ok();
    format!(
        "{count} pixels; expected | difference | actual: {}{}",
        file.display(),
        if saved { "" } else { " (not saved)" }
    )
}

/// Differing pixels in red on white, and their number.
fn difference(a: &Pixmap, b: &Pixmap) -> (Pixmap, usize) {
    let (width, height) = (a.width().max(b.width()), a.height().max(b.height()));
    let mut out = Pixmap::new(width, height).expect("both exist");
    let (white, red) = (pixel(255, 255), pixel(255, 0));
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

fn pixel(red: u8, rest: u8) -> PremultipliedColorU8 {
    PremultipliedColorU8::from_rgba(red, rest, rest, 255).expect("opaque")
}
