//! Draws clipped groups as resvg does, byte for byte, but without the picture and the mask of the layer's size that resvg
//! makes for each clip, and without its floats for each pixel of the layer.

use tiny_skia::{IntRect, Mask, Pixmap, Transform};
use usvg::{BlendMode, Group, Node, Opacity, Path, Tree};

use super::error::RasterError;
use super::layer::{Layer, visible_plane};
use super::paint::{fill_rule, paint_path};
use super::rect_clip::RectClip;

/// Draws a tree if it has clips and nothing that only resvg can draw, and returns true if so.
pub(super) fn draw_with_clips(
    tree: &Tree,
    transform: Transform,
    pixmap: &mut Pixmap,
) -> Result<bool, RasterError> {
    let is_drawable = tree.patterns().is_empty() && has_clips(tree.root()) && is_drawable_group(tree.root());
    let Some(plane) = visible_plane(pixmap).filter(|_| is_drawable) else { return Ok(false) };
    draw_children(tree.root(), transform, plane, pixmap)?;
    Ok(true)
}

fn has_clips(group: &Group) -> bool {
    group.children().iter().any(|node| match node {
        Node::Group(inner) => inner.clip_path().is_some() || has_clips(inner),
        _ => false,
    })
}

/// True if a group consists of paths, texts, and groups that have at most a clip.
fn is_drawable_group(group: &Group) -> bool {
    let is_plain = |group: &Group| !group.should_isolate() || only_clip_path(group).is_some();
    group.children().iter().all(|node| match node {
        Node::Group(inner) => is_plain(inner) && is_drawable_group(inner),
        Node::Text(text) => is_plain(text.flattened()) && is_drawable_group(text.flattened()),
        Node::Path(_) => true,
        Node::Image(_) => false,
    })
}

fn draw_children(
    group: &Group,
    transform: Transform,
    plane: IntRect,
    pixmap: &mut Pixmap,
) -> Result<(), RasterError> {
    for node in group.children() {
        match node {
            Node::Group(inner) => draw_group(inner, transform, plane, pixmap)?,
            Node::Text(text) => draw_group(text.flattened(), transform, plane, pixmap)?,
            Node::Path(path) => paint_path(path, transform, pixmap),
            Node::Image(_) => {}
        }
    }
    Ok(())
}

fn draw_group(
    group: &Group,
    transform: Transform,
    plane: IntRect,
    pixmap: &mut Pixmap,
) -> Result<(), RasterError> {
    let inside = transform.pre_concat(group.transform());
    let Some(path) = only_clip_path(group) else { return draw_children(group, inside, plane, pixmap) };
    let Some((mut layer, inside)) = Layer::from_group(group, inside, plane)? else { return Ok(()) };
    draw_children(group, inside, plane, &mut layer.pixmap)?;
    let clip_transform = group.clip_path().map_or(inside, |clip| inside.pre_concat(clip.transform()));
    if let Some(part) = apply_clip(path, clip_transform, &mut layer.pixmap)? {
        layer.blend_into(pixmap, part);
    }
    Ok(())
}

/// Masks a layer by a clip path, and returns the part of the layer that may be visible.
fn apply_clip(path: &Path, transform: Transform, layer: &mut Pixmap) -> Result<Option<IntRect>, RasterError> {
    let Some(fill) = path.fill().filter(|_| path.is_visible()) else { return Ok(None) };
    let anti_alias = path.rendering_mode().use_shape_antialiasing();
    let Some(outline) = path.data().clone().transform(transform) else { return Ok(None) };
    if let Some(rectangle) = RectClip::from_path(&outline, layer, anti_alias) {
        return Ok(rectangle.apply(layer));
    }
    let (width, height) = (layer.width(), layer.height());
    let mut mask = Mask::new(width, height).ok_or(RasterError::OutOfMemory(width, height))?;
    mask.fill_path(&outline, fill_rule(fill), anti_alias, Transform::identity());
    layer.apply_mask(&mask);
    Ok(IntRect::from_xywh(0, 0, width, height))
}

/// The clip path of a group; `None` if the group has another effect, such as opacity, or a clip of several paths.
fn only_clip_path(group: &Group) -> Option<&Path> {
    let clip = group.clip_path()?;
    let has_no_other_effect = group.opacity() == Opacity::ONE
        && group.blend_mode() == BlendMode::Normal
        && group.mask().is_none()
        && group.filters().is_empty();
    match clip.root().children() {
        [Node::Path(path)] if has_no_other_effect && clip.clip_path().is_none() => Some(path),
        _ => None,
    }
}
