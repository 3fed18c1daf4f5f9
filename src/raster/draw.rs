//! The nodes of a picture, one after another. resvg draws them; but what is clipped is painted through the clip, as a canvas
//! does it, without the layer and the mask of the layer's size that resvg makes for each clip.

use tiny_skia::{FillRule, Mask, Paint, Pixmap, Transform};
use usvg::{BlendMode, Group, Node, Opacity, PaintOrder, Path};

use super::cut::{self, Area};

/// Where a group is painted, where nothing but a clip happens to it as a whole.
enum Clip<'a> {
    Rectangle(Area),
    Path(&'a Path, Transform),
}

/// Whether something in a group is clipped in a way that is drawn here.
pub(super) fn has_clips(group: &Group, transform: Transform) -> bool {
    let transform = transform.pre_concat(group.transform());
    group.children().iter().any(|node| match node {
        Node::Group(inner) => clip(inner, transform).is_some() || has_clips(inner, transform),
        _ => false,
    })
}

/// Draws what a group holds, through a mask of the picture's size where there is one.
pub(super) fn draw(group: &Group, (transform, mask): (Transform, Option<&Mask>), pixmap: &mut Pixmap) {
    for node in group.children() {
        match (node, mask) {
            (Node::Group(inner), _) => draw_group(node, inner, (transform, mask), pixmap),
            (Node::Text(text), Some(_)) => {
                let glyphs = text.flattened();
                draw(glyphs, (transform.pre_concat(glyphs.transform()), mask), pixmap);
            }
            (Node::Path(path), Some(_)) => paint(path, (transform, mask), pixmap),
            _ => by_resvg(node, transform, pixmap),
        }
    }
}

fn draw_group(
    node: &Node,
    group: &Group,
    (transform, mask): (Transform, Option<&Mask>),
    pixmap: &mut Pixmap,
) {
    let inside = transform.pre_concat(group.transform());
    match clip(group, transform) {
        Some(Clip::Rectangle(area)) => cut::cut(group, area, (inside, mask), pixmap),
        Some(Clip::Path(path, place)) => {
            if let Some(mask) = masked(path, place, mask, pixmap) {
                draw(group, (inside, Some(&mask)), pixmap);
            }
        }
        None if mask.is_some() || (!group.should_isolate() && has_clips(group, transform)) => {
            draw(group, (inside, mask), pixmap);
        }
        None => by_resvg(node, transform, pixmap),
    }
}

fn by_resvg(node: &Node, transform: Transform, pixmap: &mut Pixmap) {
    match (node.abs_layer_bounding_box(), node) {
        // It moves the node to the corner, here back to its place.
        (Some(place), _) => {
            let transform = transform.pre_translate(place.x(), place.y());
            resvg::render_node(node, transform, &mut pixmap.as_mut());
        }
        // A level or upright line has no box and is no node to resvg.
        (None, Node::Path(path)) => paint(path, (transform, None), pixmap),
        (None, _) => {}
    }
}

/// A path of one colour.
fn paint(path: &Path, place: (Transform, Option<&Mask>), pixmap: &mut Pixmap) {
    if !path.is_visible() {
        return;
    }
    match path.paint_order() {
        PaintOrder::FillAndStroke => {
            fill(path, place, pixmap);
            stroke(path, place, pixmap);
        }
        PaintOrder::StrokeAndFill => {
            stroke(path, place, pixmap);
            fill(path, place, pixmap);
        }
    }
}

fn fill(path: &Path, (transform, mask): (Transform, Option<&Mask>), pixmap: &mut Pixmap) {
    let bounds = path.data().bounds();
    if let Some(fill) = path.fill().filter(|_| bounds.width() > 0.0 && bounds.height() > 0.0)
        && let Some(paint) = color(fill.paint(), fill.opacity(), path)
    {
        pixmap.fill_path(path.data(), &paint, rule(fill), transform, mask);
    }
}

fn stroke(path: &Path, (transform, mask): (Transform, Option<&Mask>), pixmap: &mut Pixmap) {
    if let Some(stroke) = path.stroke()
        && let Some(paint) = color(stroke.paint(), stroke.opacity(), path)
    {
        pixmap.stroke_path(path.data(), &paint, &stroke.to_tiny_skia(), transform, mask);
    }
}

fn color(paint: &usvg::Paint, opacity: Opacity, path: &Path) -> Option<Paint<'static>> {
    let usvg::Paint::Color(color) = paint else { return None };
    let mut paint = Paint { anti_alias: path.rendering_mode().use_shape_antialiasing(), ..Paint::default() };
    paint.set_color_rgba8(color.red, color.green, color.blue, opacity.to_u8());
    Some(paint)
}

fn rule(fill: &usvg::Fill) -> FillRule {
    match fill.rule() {
        usvg::FillRule::NonZero => FillRule::Winding,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

/// A mask within another one, or within the picture.
fn masked(path: &Path, transform: Transform, within: Option<&Mask>, pixmap: &Pixmap) -> Option<Mask> {
    let rule = rule(path.fill()?);
    if let Some(within) = within {
        let mut mask = within.clone();
        mask.intersect_path(path.data(), rule, true, transform);
        return Some(mask);
    }
    let mut mask = Mask::new(pixmap.width(), pixmap.height())?;
    mask.fill_path(path.data(), rule, true, transform);
    Some(mask)
}

/// The clip of a group that is drawn here.
fn clip(group: &Group, transform: Transform) -> Option<Clip<'_>> {
    let path = lone_clip(group)?;
    let transform = transform.pre_concat(group.transform()).pre_concat(group.clip_path()?.transform());
    if let Some(area) = cut::rectangle(path, transform) {
        return Some(Clip::Rectangle(area));
    }
    group.children().iter().all(is_plain).then_some(Clip::Path(path, transform))
}

/// The path that a group is clipped by, where nothing else happens to the group as a whole.
fn lone_clip(group: &Group) -> Option<&Path> {
    let clip = group.clip_path()?;
    let alone = group.opacity() == Opacity::ONE
        && group.blend_mode() == BlendMode::Normal
        && !group.isolate()
        && group.mask().is_none()
        && group.filters().is_empty();
    match clip.root().children() {
        [Node::Path(path)] if alone && clip.clip_path().is_none() => Some(path),
        _ => None,
    }
}

/// Whether a node can be painted through a mask.
fn is_plain(node: &Node) -> bool {
    let is_color = |paint: &usvg::Paint| matches!(paint, usvg::Paint::Color(_));
    match node {
        Node::Path(path) => {
            path.fill().is_none_or(|fill| is_color(fill.paint()))
                && path.stroke().is_none_or(|stroke| is_color(stroke.paint()))
        }
        Node::Text(text) => is_plain_group(text.flattened()),
        Node::Group(group) => is_plain_group(group),
        Node::Image(_) => false,
    }
}

fn is_plain_group(group: &Group) -> bool {
    (!group.should_isolate() || lone_clip(group).is_some()) && group.children().iter().all(is_plain)
}
