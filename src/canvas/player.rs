//! Replays recorded operations.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::font::Fonts;
use crate::geometry::{Matrix, Point, Size};
use crate::limits::{MAX_CANVAS_DEPTH, MAX_CANVAS_OPERATIONS, MAX_CANVAS_SAVES, MAX_TEXT_CHARS};
use crate::mark::{cull_offscreen_shadows, rect_path, shade_items};
use crate::scene::{Clip, Geometry, Item, Layer, Paint, PathCommand, Pattern, Repetition, Shape, Text};

use super::error::CanvasError;
use super::layers::Layers;
use super::operation::{Operation, Property, RecordedCanvas, RecordedPaint, RecordedPattern, RecordedText};
use super::paint::{conic_wedges, linear_gradient, pattern_matrix, radial_gradient, recorded_color};
use super::path::{CanvasPath, map_path, rect_commands};
use super::path_step::PathStep;
use super::state::State;
use super::text::TextPlace;

/// A canvas on which recordings are replayed, in the order in which they were made.
pub(crate) struct Player<'a> {
    fonts: &'a Fonts,
    size: Size,
    state: State,
    saved: Vec<State>,
    path: CanvasPath,
    layers: Layers,
    warnings: BTreeSet<String>,
    budget: Budget,
}

/// The numbers that limits bound, shared by a canvas and the canvases on it.
#[derive(Clone, Copy, Debug)]
struct Budget {
    operations_left: usize,
    depth: usize,
}

impl<'a> Player<'a> {
    /// A new canvas of a picture's size.
    pub(crate) fn new(size: Size, fonts: &'a Fonts) -> Self {
        Self::with_budget(size, fonts, Budget { operations_left: MAX_CANVAS_OPERATIONS, depth: 0 })
    }

    fn with_budget(size: Size, fonts: &'a Fonts, budget: Budget) -> Self {
        Self {
            fonts,
            size,
            state: State::default(),
            saved: Vec::new(),
            path: CanvasPath::default(),
            layers: Layers::default(),
            warnings: BTreeSet::new(),
            budget,
        }
    }

    /// Draws items that no script has recorded, such as those of the chart, with the clips, the transform, the opacity and
    /// the shadow that scripts have set.
    pub(crate) fn draw_items(&mut self, items: Vec<Item>) {
        let State { matrix, alpha, .. } = self.state;
        if matrix == Matrix::IDENTITY {
            items.into_iter().for_each(|item| self.push_drawn(fade_item(item, alpha)));
        } else if !items.is_empty() {
            let faded = items.into_iter().map(|item| fade_item(item, alpha)).collect();
            self.push_drawn(Item::Transformed(matrix, faded));
        }
    }

    /// Replays a recording.
    ///
    /// # Errors
    /// An exceeded limit.
    pub(crate) fn replay(&mut self, operations: &[Operation]) -> Result<(), CanvasError> {
        operations.iter().try_for_each(|operation| self.apply(operation))
    }

    /// The items in painting order, and warnings about operations without effect.
    pub(crate) fn finish(self) -> (Vec<Item>, Vec<String>) {
        (self.layers.into_items(), self.warnings.into_iter().collect())
    }

    fn apply(&mut self, operation: &Operation) -> Result<(), CanvasError> {
        self.budget.operations_left =
            self.budget.operations_left.checked_sub(1).ok_or(CanvasError::TooManyOperations)?;
        let matrix = self.state.matrix;
        match operation {
            Operation::Save if self.saved.len() >= MAX_CANVAS_SAVES => return Err(CanvasError::TooManySaves),
            Operation::Save => self.saved.push(self.state.clone()),
            Operation::Restore => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            Operation::Reset => {
                (self.state, self.path) = (State::default(), CanvasPath::default());
                self.saved.clear();
                self.layers.clear();
            }
            Operation::BeginPath => self.path = CanvasPath::default(),
            Operation::PathStep(step) => {
                self.count_steps(std::slice::from_ref(step))?;
                self.path.add_step(step, matrix);
            }
            Operation::Fill(even_odd, steps) => {
                let path = self.path_commands(steps.as_deref())?;
                self.fill(path, *even_odd);
            }
            Operation::Stroke(steps) => {
                let path = self.path_commands(steps.as_deref())?;
                self.stroke(path);
            }
            Operation::Clip(even_odd, steps) => {
                let path = self.path_commands(steps.as_deref())?;
                self.state.clips.push(Arc::new(Clip { path, even_odd: *even_odd }));
            }
            Operation::FillRect(rect) => self.fill(rect_commands(*rect, matrix), false),
            Operation::StrokeRect(rect) => self.stroke(rect_commands(*rect, matrix)),
            Operation::ClearRect(rect) => self.clear_rect(*rect),
            Operation::FillText(RecordedText { text, .. })
            | Operation::StrokeText(RecordedText { text, .. })
                if text.chars().count() > MAX_TEXT_CHARS =>
            {
                return Err(CanvasError::LongText);
            }
            Operation::FillText(text) => self.draw_text(text, true),
            Operation::StrokeText(text) => self.draw_text(text, false),
            Operation::Translate([x, y]) => self.state.matrix = matrix.after(Matrix::translation(*x, *y)),
            Operation::Rotate(angle) => self.state.matrix = matrix.after(Matrix::rotation(*angle)),
            Operation::Scale([x, y]) => self.state.matrix = matrix.after(Matrix::scaling(*x, *y)),
            Operation::Transform(inner) => self.state.matrix = matrix.after(Matrix::new(*inner)),
            Operation::SetTransform(matrix) => self.state.matrix = Matrix::new(*matrix),
            Operation::Set(property) => self.set_property(property)?,
            Operation::DrawImage(canvas, from, to) => self.draw_canvas(canvas, *from, *to)?,
            Operation::Unsupported(name) => self.warn(name),
        }
        Ok(())
    }

    fn warn(&mut self, name: &str) {
        self.warnings.insert(format!("canvas: {name} has no effect"));
    }

    /// Counts the steps of a path, and those of the paths in it, as operations.
    fn count_steps(&mut self, steps: &[PathStep]) -> Result<(), CanvasError> {
        for step in steps {
            self.budget.operations_left =
                self.budget.operations_left.checked_sub(1).ok_or(CanvasError::TooManyOperations)?;
            if let PathStep::Path(inner, _) = step {
                self.count_steps(inner)?;
            }
        }
        Ok(())
    }

    /// The path of steps, or the current path.
    fn path_commands(&mut self, steps: Option<&[PathStep]>) -> Result<Vec<PathCommand>, CanvasError> {
        let Some(steps) = steps else { return Ok(self.path.commands().to_vec()) };
        self.count_steps(steps)?;
        Ok(CanvasPath::from_steps(steps, self.state.matrix).commands().to_vec())
    }

    fn set_property(&mut self, property: &Property) -> Result<(), CanvasError> {
        match property {
            Property::FillStyle(paint) => self.state.fill = self.resolve_paint(paint)?,
            Property::StrokeStyle(paint) => self.state.stroke = self.resolve_paint(paint)?,
            Property::GlobalCompositeOperation(name) => {
                self.state.draws_under = name == "destination-over";
                if !matches!(name.as_str(), "source-over" | "destination-over") {
                    self.warn(&format!("globalCompositeOperation = '{name}'"));
                }
            }
            Property::ShadowColor(RecordedPaint::Color(color)) => {
                self.state.shadow.color = recorded_color(*color);
            }
            Property::ShadowColor(_) => {}
            Property::ShadowBlur(blur) => self.state.shadow.blur = *blur,
            Property::ShadowOffsetX(x) => self.state.shadow.offset[0] = *x,
            Property::ShadowOffsetY(y) => self.state.shadow.offset[1] = *y,
            Property::LineWidth(width) => self.state.line_width = *width,
            Property::LineCap(name) => self.state.set_cap(name),
            Property::LineJoin(name) => self.state.set_join(name),
            Property::MiterLimit(limit) => self.state.miter_limit = *limit,
            Property::LineDash(dash) => self.state.dash.clone_from(dash),
            Property::LineDashOffset(offset) => self.state.dash_offset = *offset,
            Property::GlobalAlpha(alpha) => self.state.alpha = alpha.clamp(0.0, 1.0),
            Property::Font(text) => self.state.set_font(text),
            Property::TextAlign(name) => self.state.text_align.clone_from(name),
            Property::TextBaseline(name) => self.state.text_baseline.clone_from(name),
            Property::Direction(name) => self.state.direction.clone_from(name),
        }
        Ok(())
    }

    /// The paint of a recorded style.
    ///
    /// # Errors
    /// An exceeded limit while a pattern's canvas is replayed.
    pub(crate) fn resolve_paint(&mut self, paint: &RecordedPaint) -> Result<Paint, CanvasError> {
        Ok(match paint {
            RecordedPaint::Color(color) => recorded_color(*color).into(),
            RecordedPaint::Linear { linear, stops } => linear_gradient(*linear, stops),
            RecordedPaint::Radial { radial, stops } => radial_gradient(*radial, stops),
            RecordedPaint::Conic { conic: [start, x, y], stops } => {
                // One tile as large as the picture: SVG has no conic gradient.
                let reach = 2.0 * (self.size.width + self.size.height) + x.abs() + y.abs();
                let wedges = conic_wedges(*start, reach, stops);
                let tile = vec![Item::Transformed(Matrix::translation(*x, *y), wedges)];
                Paint::Pattern(Pattern::new(tile, self.size, Repetition::default(), None).into(), 1.0)
            }
            RecordedPaint::Pattern { pattern } => self.resolve_pattern(pattern)?,
        })
    }

    fn resolve_pattern(&mut self, pattern: &RecordedPattern) -> Result<Paint, CanvasError> {
        let RecordedPattern { canvas, repetition, transform } = pattern;
        let tile = self.replay_canvas(canvas)?;
        let repetition = Repetition {
            along_x: matches!(repetition.as_str(), "repeat" | "repeat-x"),
            along_y: matches!(repetition.as_str(), "repeat" | "repeat-y"),
        };
        let size = Size { width: canvas.width, height: canvas.height };
        Ok(Paint::Pattern(Pattern::new(tile, size, repetition, pattern_matrix(*transform)).into(), 1.0))
    }

    /// The items of another canvas.
    ///
    /// # Errors
    /// An exceeded limit.
    pub(crate) fn replay_canvas(&mut self, canvas: &RecordedCanvas) -> Result<Vec<Item>, CanvasError> {
        let depth = self.budget.depth + 1;
        if depth > MAX_CANVAS_DEPTH {
            return Err(CanvasError::TooManyCanvases);
        }
        let size = Size { width: canvas.width, height: canvas.height };
        let mut player = Player::with_budget(size, self.fonts, Budget { depth, ..self.budget });
        player.replay(&canvas.operations)?;
        self.budget.operations_left = player.budget.operations_left;
        let (items, warnings) = player.finish();
        self.warnings.extend(warnings);
        Ok(items)
    }

    /// Adds an item in the coordinates of the picture.
    fn push_item(&mut self, item: Item) {
        let State { draws_under, clips, .. } = &self.state;
        if *draws_under { self.layers.push_under(item, clips) } else { self.layers.push_over(item, clips) }
    }

    /// Adds an item over its shadow, if the state has one.
    fn push_drawn(&mut self, item: Item) {
        let shaded = match self.state.shadow_style() {
            Some(style) => cull_offscreen_shadows(shade_items(vec![item], style), self.size),
            None => vec![item],
        };
        // Under everything that is there, the last one goes first.
        let in_order: Vec<Item> =
            if self.state.draws_under { shaded.into_iter().rev().collect() } else { shaded };
        in_order.into_iter().for_each(|item| self.push_item(item));
    }

    /// Fills a path that is in the coordinates of the picture.
    fn fill(&mut self, path: Vec<PathCommand>, even_odd: bool) {
        let paint = self.state.fill.with_opacity(self.state.alpha);
        if !paint.is_visible() || path.is_empty() {
            return;
        }
        let geometry = |path| if even_odd { Geometry::EvenOddPath(path) } else { Geometry::Path(path) };
        let is_color = matches!(paint, Paint::Color(_));
        let shape = |path| Item::Shape(Shape { geometry: geometry(path), fill: Some(paint), stroke: None });
        let matrix = self.state.matrix;
        if is_color || matrix == Matrix::IDENTITY {
            self.push_drawn(shape(path));
        } else if let Some(inverse) = matrix.inverse() {
            self.push_drawn(Item::Transformed(matrix, vec![shape(map_path(&path, inverse))]));
        }
    }

    /// Draws lines along a path that is in the coordinates of the picture.
    fn stroke(&mut self, path: Vec<PathCommand>) {
        let matrix = self.state.matrix;
        let is_color = matches!(self.state.stroke, Paint::Color(_));
        let scale = matrix.uniform_scale().filter(|_| is_color || matrix == Matrix::IDENTITY);
        let stroke = self.state.line_stroke(scale.unwrap_or(1.0));
        if !stroke.is_visible() || path.is_empty() {
            return;
        }
        let shape =
            |path| Item::Shape(Shape { geometry: Geometry::Path(path), fill: None, stroke: Some(stroke) });
        match (scale, matrix.inverse()) {
            (Some(_), _) => self.push_drawn(shape(path)),
            (None, Some(inverse)) => {
                self.push_drawn(Item::Transformed(matrix, vec![shape(map_path(&path, inverse))]));
            }
            (None, None) => {}
        }
    }

    /// Clears a rectangle; one that covers the picture removes everything.
    fn clear_rect(&mut self, rect: [f64; 4]) {
        let Self { state, size, .. } = self;
        let path = rect_commands(rect, state.matrix);
        let is_upright = state.matrix.b == 0.0 && state.matrix.c == 0.0;
        let (from, to) = (
            state.matrix.map_point(Point::new(rect[0], rect[1])),
            state.matrix.map_point(Point::new(rect[0] + rect[2], rect[1] + rect[3])),
        );
        let covers = |a: f64, b: f64, side: f64| a.min(b) <= 0.0 && a.max(b) >= side;
        if !state.clips.is_empty() {
            self.warn("clearRect inside a clip");
        } else if is_upright && covers(from.x, to.x, size.width) && covers(from.y, to.y, size.height) {
            self.layers.clear();
        } else {
            self.layers.cut_out(path, *size);
        }
    }

    fn draw_text(&mut self, text: &RecordedText, is_filled: bool) {
        let state = &self.state;
        let line = self.fonts.measure_line(&text.text, state.font);
        let stretch = match text.max_width {
            Some(max) if max <= 0.0 => return,
            Some(max) if line.width > max => max / line.width,
            _ => 1.0,
        };
        let (fill, stroke) = (state.fill.with_opacity(state.alpha), state.line_stroke(1.0));
        let is_visible = if is_filled { fill.is_visible() } else { stroke.is_visible() };
        if !is_visible || line.width <= 0.0 || state.matrix.inverse().is_none() {
            return;
        }
        let place = TextPlace::from_properties(&state.text_align, &state.text_baseline, &state.direction);
        let (left, below) = (-line.width * place.left_share, place.below * state.font.size);
        let ([x, y], matrix) = (text.position, state.matrix);
        let is_plain =
            if is_filled { matches!(fill, Paint::Color(_)) } else { matches!(stroke.paint, Paint::Color(_)) };
        let is_shift = [matrix.a, matrix.b, matrix.c, matrix.d] == [1.0, 0.0, 0.0, 1.0];
        let item = |origin| {
            let (paint, stroke) = if is_filled { (fill, None) } else { (Paint::TRANSPARENT, Some(stroke)) };
            Item::Text(Text { origin, style: state.font, paint, stroke, line })
        };
        let drawn = if stretch < 1.0 {
            let stretched = matrix.after(Matrix::translation(x, y)).after(Matrix::scaling(stretch, 1.0));
            Item::Transformed(stretched, vec![item(Point::new(left, below))])
        } else if is_shift && (is_plain || matrix == Matrix::IDENTITY) {
            item(matrix.map_point(Point::new(x + left, y + below)))
        } else {
            Item::Transformed(matrix, vec![item(Point::new(x + left, y + below))])
        };
        self.push_drawn(drawn);
    }

    /// Draws a part of another canvas.
    fn draw_canvas(
        &mut self,
        canvas: &RecordedCanvas,
        [from_x, from_y, from_width, from_height]: [f64; 4],
        [x, y, width, height]: [f64; 4],
    ) -> Result<(), CanvasError> {
        let items = self.replay_canvas(canvas)?;
        if items.is_empty() || from_width == 0.0 || from_height == 0.0 {
            return Ok(());
        }
        let clip = Clip { path: rect_path(from_x, from_y, from_width, from_height), even_odd: false };
        let layer = Item::Layer(Layer { clip: Some(clip), transform: None, items });
        let matrix = self
            .state
            .matrix
            .after(Matrix::translation(x, y))
            .after(Matrix::scaling(width / from_width, height / from_height))
            .after(Matrix::translation(-from_x, -from_y));
        let drawn = Item::Transformed(matrix, vec![layer]);
        self.push_drawn(fade_item(drawn, self.state.alpha));
        Ok(())
    }
}

/// The item with an opacity, from 0 to 1.
fn fade_item(item: Item, opacity: f64) -> Item {
    if opacity < 1.0 { Item::Translucent(opacity, vec![item]) } else { item }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::parse_operations;
    use crate::color::Color;

    #[test]
    fn a_shadow_lies_under_what_is_drawn_and_does_not_turn() {
        let json = r#"[["set","shadowColor",[0,0,255,255]],["set","shadowOffsetX",4],["rotate",1],["set","globalAlpha",0.5],
            ["fillRect",10,10,9,9],["set","shadowOffsetX",0],["fillRect",10,10,9,9]]"#;
        let fonts = Fonts::external();
        let mut player = Player::new(Size { width: 100.0, height: 60.0 }, &fonts);
        player.replay(&parse_operations(json).expect("operations")).expect("within the limits");
        let (items, _) = player.finish();
        let [Item::Shadow(shadow), Item::Shape(area), _] = &items[..] else { panic!("{items:?}") };
        assert_eq!((shadow.offset, shadow.deviation), (Point::new(4.0, 0.0), 0.0));
        let [Item::Shape(copy)] = &shadow.items[..] else { panic!("one copy: {shadow:?}") };
        assert_eq!(copy.geometry, area.geometry);
        assert_eq!(copy.fill, Some(Color::from_hex(0xff).with_alpha(128).into()));
    }
}
