//! The shapes of a tree as the operators of a page.

use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name};
use tiny_skia::{Path, PathSegment, Transform};
use usvg::{BlendMode, Fill, FillRule, Group, LineCap, LineJoin, Node, Paint, PaintOrder, Stroke, Tree};

/// True if a group has only what [`PageContent`] writes: outlines in plain colours.
pub(super) fn is_vector_only(group: &Group) -> bool {
    let is_plain = |paint: &Paint| matches!(paint, Paint::Color(_));
    let is_normal = group.opacity().get() == 1.0
        && group.blend_mode() == BlendMode::Normal
        && group.mask().is_none()
        && group.filters().is_empty();
    is_normal
        && group.children().iter().all(|node| match node {
            Node::Group(group) => is_vector_only(group),
            Node::Text(text) => is_vector_only(text.flattened()),
            Node::Image(_) => false,
            Node::Path(path) => {
                path.fill().is_none_or(|fill| is_plain(fill.paint()))
                    && path.stroke().is_none_or(|stroke| is_plain(stroke.paint()))
            }
        })
}

/// The states of opacity that a page uses, in the order of their first use.
#[derive(Default)]
pub(super) struct AlphaStates(Vec<[f32; 2]>);

impl AlphaStates {
    /// The name of the state with these opacities of fills and strokes; a new state is added.
    fn name_of(&mut self, opacities: [f32; 2]) -> String {
        let known = self.0.iter().position(|other| *other == opacities);
        let index = known.unwrap_or_else(|| {
            self.0.push(opacities);
            self.0.len() - 1
        });
        state_name(index)
    }

    /// The names of the states with their opacities of fills and of strokes.
    pub(super) fn entries(&self) -> impl Iterator<Item = (String, f32, f32)> {
        self.0.iter().enumerate().map(|(index, [fill, stroke])| (state_name(index), *fill, *stroke))
    }
}

fn state_name(index: usize) -> String {
    format!("A{index}")
}

/// The operators of a page.
pub(super) struct PageContent {
    pub(super) content: Content,
    pub(super) alpha_states: AlphaStates,
}

impl PageContent {
    /// Writes a tree; `matrix` converts its coordinates to those of the page.
    pub(super) fn of_tree(tree: &Tree, matrix: [f32; 6]) -> Self {
        let mut page = Self { content: Content::new(), alpha_states: AlphaStates::default() };
        page.content.transform(matrix);
        page.write_group(tree.root());
        page
    }

    fn write_group(&mut self, group: &Group) {
        self.content.save_state();
        self.concat(group.transform());
        let mut clip = group.clip_path();
        while let Some(path) = clip {
            self.clip_to(path.root(), path.transform());
            clip = path.clip_path();
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.write_group(group),
                Node::Text(text) => self.write_group(text.flattened()),
                Node::Path(path) if path.is_visible() => {
                    let fill_first = path.paint_order() == PaintOrder::FillAndStroke;
                    if fill_first {
                        self.write_fill(path.data(), path.fill());
                    }
                    self.write_stroke(path.data(), path.stroke());
                    if !fill_first {
                        self.write_fill(path.data(), path.fill());
                    }
                }
                Node::Path(_) | Node::Image(_) => {}
            }
        }
        self.content.restore_state();
    }

    fn concat(&mut self, transform: Transform) {
        if !transform.is_identity() {
            let Transform { sx, ky, kx, sy, tx, ty } = transform;
            self.content.transform([sx, ky, kx, sy, tx, ty]);
        }
    }

    /// Clips everything that follows to the outlines of a group.
    fn clip_to(&mut self, outlines: &Group, transform: Transform) {
        let mut rule = FillRule::NonZero;
        let mut is_empty = true;
        let mut pending = vec![(outlines, transform)];
        while let Some((group, transform)) = pending.pop() {
            let transform = transform.pre_concat(group.transform());
            for node in group.children() {
                match node {
                    Node::Group(group) => pending.push((group, transform)),
                    Node::Path(path) => {
                        rule = path.fill().map_or(rule, Fill::rule);
                        if let Some(outline) = path.data().clone().transform(transform) {
                            self.trace(&outline);
                            is_empty = false;
                        }
                    }
                    Node::Text(_) | Node::Image(_) => {}
                }
            }
        }
        if is_empty {
            // Nothing is inside of a clip without outlines.
            self.content.rect(0.0, 0.0, 0.0, 0.0);
        }
        match rule {
            FillRule::NonZero => self.content.clip_nonzero(),
            FillRule::EvenOdd => self.content.clip_even_odd(),
        };
        self.content.end_path();
    }

    fn write_fill(&mut self, outline: &Path, fill: Option<&Fill>) {
        let Some((fill, [red, green, blue])) = fill.and_then(|fill| Some((fill, plain_color(fill.paint())?)))
        else {
            return;
        };
        self.set_opacities([fill.opacity().get(), 1.0]);
        self.content.set_fill_rgb(red, green, blue);
        self.trace(outline);
        match fill.rule() {
            FillRule::NonZero => self.content.fill_nonzero(),
            FillRule::EvenOdd => self.content.fill_even_odd(),
        };
    }

    fn write_stroke(&mut self, outline: &Path, stroke: Option<&Stroke>) {
        let Some((stroke, [red, green, blue])) =
            stroke.and_then(|stroke| Some((stroke, plain_color(stroke.paint())?)))
        else {
            return;
        };
        self.set_opacities([1.0, stroke.opacity().get()]);
        self.content.set_stroke_rgb(red, green, blue).set_line_width(stroke.width().get());
        self.content.set_line_cap(match stroke.linecap() {
            LineCap::Butt => LineCapStyle::ButtCap,
            LineCap::Round => LineCapStyle::RoundCap,
            LineCap::Square => LineCapStyle::ProjectingSquareCap,
        });
        self.content.set_line_join(match stroke.linejoin() {
            LineJoin::Miter | LineJoin::MiterClip => LineJoinStyle::MiterJoin,
            LineJoin::Round => LineJoinStyle::RoundJoin,
            LineJoin::Bevel => LineJoinStyle::BevelJoin,
        });
        self.content.set_miter_limit(stroke.miterlimit().get());
        let dashes = stroke.dasharray().unwrap_or_default();
        self.content.set_dash_pattern(dashes.iter().copied(), stroke.dashoffset());
        self.trace(outline);
        self.content.stroke();
    }

    fn set_opacities(&mut self, opacities: [f32; 2]) {
        let name = self.alpha_states.name_of(opacities);
        self.content.set_parameters(Name(name.as_bytes()));
    }

    /// Writes the segments of an outline. A PDF has no quadratic curves, so they become cubic ones.
    fn trace(&mut self, outline: &Path) {
        let mut at = (0.0, 0.0);
        for segment in outline.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.content.move_to(to.x, to.y);
                    at = (to.x, to.y);
                }
                PathSegment::LineTo(to) => {
                    self.content.line_to(to.x, to.y);
                    at = (to.x, to.y);
                }
                PathSegment::QuadTo(control, to) => {
                    let near = |end: f32, control: f32| end + (control - end) * 2.0 / 3.0;
                    self.content.cubic_to(
                        near(at.0, control.x),
                        near(at.1, control.y),
                        near(to.x, control.x),
                        near(to.y, control.y),
                        to.x,
                        to.y,
                    );
                    at = (to.x, to.y);
                }
                PathSegment::CubicTo(first, second, to) => {
                    self.content.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
                    at = (to.x, to.y);
                }
                PathSegment::Close => {
                    self.content.close_path();
                }
            }
        }
    }
}

/// The colour of a plain paint, from 0 to 1; `None` for a gradient or a pattern.
fn plain_color(paint: &Paint) -> Option<[f32; 3]> {
    match paint {
        Paint::Color(color) => Some([color.red, color.green, color.blue].map(|part| f32::from(part) / 255.0)),
        _ => None,
    }
}
