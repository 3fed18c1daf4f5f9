//! Draws the nodes of a picture one after another. resvg draws all but clipped groups: these are painted through the clip,
//! as on a canvas, since resvg makes a layer and a mask of the layer's size for each clip.

use tiny_skia::{FillRule, Mask, Pixmap, Transform};
use usvg::{BlendMode, Group, Node, Opacity, PaintOrder, Path};

use super::paint::fill_or_stroke_paint;
use super::rect_clip::{DeviceRect, PixelsOutside};

/// The clip of a group that has no other effect on the group as a whole.
enum Clip<'a> {
    Rectangle(DeviceRect),
    Path(&'a Path, Transform),
}

/// Returns true if a group contains a clip that is drawn here.
pub(super) fn has_clips(group: &Group, transform: Transform) -> bool {
    let transform = transform.pre_concat(group.transform());
    group.children().iter().any(|node| match node {
        Node::Group(inner) => drawable_clip(inner, transform).is_some() || has_clips(inner, transform),
        _ => false,
    })
}

/// Draws the children of a group, through a mask of the picture's size if there is one.
pub(super) fn draw_with_clips(group: &Group, transform: Transform, mask: Option<&Mask>, pixmap: &mut Pixmap) {
    for node in group.children() {
        match (node, mask) {
            (Node::Group(inner), _) => draw_group(node, inner, transform, mask, pixmap),
            (Node::Text(text), Some(_)) => {
                let glyphs = text.flattened();
                draw_with_clips(glyphs, transform.pre_concat(glyphs.transform()), mask, pixmap);
            }
            (Node::Path(path), Some(_)) => paint_path(path, transform, mask, pixmap),
            _ => render_with_resvg(node, transform, pixmap),
        }
    }
}

fn draw_group(node: &Node, group: &Group, transform: Transform, mask: Option<&Mask>, pixmap: &mut Pixmap) {
    let inside = transform.pre_concat(group.transform());
    match drawable_clip(group, transform) {
        Some(Clip::Rectangle(area)) => {
            let outside = PixelsOutside::save(area, group, inside, pixmap);
            draw_with_clips(group, inside, mask, pixmap);
            outside.restore(pixmap);
        }
        Some(Clip::Path(path, path_transform)) => {
            if let Some(mask) = clip_mask(path, path_transform, mask, pixmap) {
                draw_with_clips(group, inside, Some(&mask), pixmap);
            }
        }
        None if mask.is_some() || (!group.should_isolate() && has_clips(group, transform)) => {
            draw_with_clips(group, inside, mask, pixmap);
        }
        None => render_with_resvg(node, transform, pixmap),
    }
}

fn render_with_resvg(node: &Node, transform: Transform, pixmap: &mut Pixmap) {
    match (node.abs_layer_bounding_box(), node) {
        // resvg moves the node to the top left corner; this moves it back.
        (Some(bounds), _) => {
            let transform = transform.pre_translate(bounds.x(), bounds.y());
            resvg::render_node(node, transform, &mut pixmap.as_mut());
        }
        // resvg skips a horizontal or vertical line, since its bounding box is empty.
        (None, Node::Path(path)) => paint_path(path, transform, None, pixmap),
        (None, _) => {}
    }
}

/// Paints a path whose fill and stroke are colours or gradients.
fn paint_path(path: &Path, transform: Transform, mask: Option<&Mask>, pixmap: &mut Pixmap) {
    if !path.is_visible() {
        return;
    }
    match path.paint_order() {
        PaintOrder::FillAndStroke => {
            fill_path(path, transform, mask, pixmap);
            stroke_path(path, transform, mask, pixmap);
        }
        PaintOrder::StrokeAndFill => {
            stroke_path(path, transform, mask, pixmap);
            fill_path(path, transform, mask, pixmap);
        }
    }
}

fn fill_path(path: &Path, transform: Transform, mask: Option<&Mask>, pixmap: &mut Pixmap) {
    let bounds = path.data().bounds();
    if let Some(fill) = path.fill().filter(|_| bounds.width() > 0.0 && bounds.height() > 0.0)
        && let Some(paint) = fill_or_stroke_paint(fill.paint(), fill.opacity(), path)
    {
        pixmap.fill_path(path.data(), &paint, fill_rule(fill), transform, mask);
    }
}

fn stroke_path(path: &Path, transform: Transform, mask: Option<&Mask>, pixmap: &mut Pixmap) {
    if let Some(stroke) = path.stroke()
        && let Some(paint) = fill_or_stroke_paint(stroke.paint(), stroke.opacity(), path)
    {
        pixmap.stroke_path(path.data(), &paint, &stroke.to_tiny_skia(), transform, mask);
    }
}

fn fill_rule(fill: &usvg::Fill) -> FillRule {
    match fill.rule() {
        usvg::FillRule::NonZero => FillRule::Winding,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

/// The mask of a clip path, intersected with the mask around it.
fn clip_mask(path: &Path, transform: Transform, outer: Option<&Mask>, pixmap: &Pixmap) -> Option<Mask> {
    let rule = fill_rule(path.fill()?);
    if let Some(outer) = outer {
        let mut mask = outer.clone();
        mask.intersect_path(path.data(), rule, true, transform);
        return Some(mask);
    }
    let mut mask = Mask::new(pixmap.width(), pixmap.height())?;
    mask.fill_path(path.data(), rule, true, transform);
    Some(mask)
}

/// The clip of a group, if it is one that is drawn here.
fn drawable_clip(group: &Group, transform: Transform) -> Option<Clip<'_>> {
    let path = only_clip_path(group)?;
    let transform = transform.pre_concat(group.transform()).pre_concat(group.clip_path()?.transform());
    if let Some(area) = DeviceRect::from_path(path, transform) {
        return Some(Clip::Rectangle(area));
    }
    group.children().iter().all(is_maskable).then_some(Clip::Path(path, transform))
}

/// The clip path of a group; `None` if the group has another effect, such as opacity, or a clip of several paths.
fn only_clip_path(group: &Group) -> Option<&Path> {
    let clip = group.clip_path()?;
    let has_no_other_effect = group.opacity() == Opacity::ONE
        && group.blend_mode() == BlendMode::Normal
        && !group.isolate()
        && group.mask().is_none()
        && group.filters().is_empty();
    match clip.root().children() {
        [Node::Path(path)] if has_no_other_effect && clip.clip_path().is_none() => Some(path),
        _ => None,
    }
}

/// Returns true if a node can be painted through a mask.
fn is_maskable(node: &Node) -> bool {
    let is_shade = |paint: &usvg::Paint| !matches!(paint, usvg::Paint::Pattern(_));
    match node {
        Node::Path(path) => {
            path.fill().is_none_or(|fill| is_shade(fill.paint()))
                && path.stroke().is_none_or(|stroke| is_shade(stroke.paint()))
        }
        Node::Text(text) => is_maskable_group(text.flattened()),
        Node::Group(group) => is_maskable_group(group),
        Node::Image(_) => false,
    }
}

fn is_maskable_group(group: &Group) -> bool {
    (!group.should_isolate() || only_clip_path(group).is_some()) && group.children().iter().all(is_maskable)
}
