//! Annotations as scene items, grouped by their draw time (chartjs-plugin-annotation 3.1.0).

mod annotation_span;
mod label_box;
mod place;
mod region;
mod ring_label;
mod rule;
mod shapes;

use crate::chart::{
    Annotation, AnnotationCoord, AnnotationLabel, AnnotationShape, AreaStyle, DrawOrder, DrawTime, Polygon,
    PolygonCorners, ShapeShadows, SymbolStyle,
};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::mark::{clip_if_needed, shade_shape, symbol_item};
use crate::scene::Item;

use super::groups::{group_items, merge_adjacent_groups};
use super::paint_step::{AnnotationHook, PaintSteps};
use super::painter::Painter;
use annotation_span::AnnotationSpan;
use label_box::LabelBox;
use region::{RegionShape, draw_region};
use rule::Rule;

/// Symbols with a smaller radius, in pixels, are not drawn.
const MIN_SYMBOL_RADIUS: f64 = 0.1;

/// The drawn annotations with their draw times.
pub(super) struct DrawnAnnotations(Vec<DrawnPart>);

/// A part of an annotation that is drawn at once, with the moments around it at which code may draw.
struct DrawnPart {
    order: DrawOrder,
    item: Option<Item>,
    /// The position of the annotation, if code draws around this part.
    hooked: Option<usize>,
}

impl DrawnAnnotations {
    /// Removes and returns the parts of one draw time, sorted by `z`.
    pub(super) fn take_drawn_at(&mut self, time: DrawTime) -> PaintSteps {
        let (mut now, later): (Vec<_>, Vec<_>) =
            self.0.drain(..).partition(|part| part.order.draw_time == time);
        self.0 = later;
        now.sort_by(|a, b| a.order.z.total_cmp(&b.order.z));
        let mut steps = PaintSteps::default();
        let mut items = Vec::new();
        for part in now {
            let Some(annotation) = part.hooked else {
                items.extend(part.item);
                continue;
            };
            steps.extend(merge_adjacent_groups(items.drain(..)));
            steps.annotation_hook(AnnotationHook { annotation, is_after: false });
            steps.extend(part.item);
            steps.annotation_hook(AnnotationHook { annotation, is_after: true });
        }
        steps.extend(merge_adjacent_groups(items));
        steps
    }
}

impl Painter<'_> {
    /// Draws all annotations.
    pub(super) fn draw_annotations(&self, fonts: &Fonts) -> DrawnAnnotations {
        let mut all = Vec::new();
        for (position, annotation) in self.chart.annotations.iter().enumerate() {
            let Some(span) = self.annotation_span(annotation) else { continue };
            // The first part is the shape, around which code may draw.
            let mut hooked = annotation.has_draw_hooks.then_some(position);
            let mut add = |order: DrawOrder, class: &'static str, items: Vec<Item>| {
                let plot = [self.plot.left, self.plot.top, self.plot.right, self.plot.bottom];
                let ratio = self.chart.pixel_ratio;
                let items = if annotation.clip { clip_if_needed(items, plot, ratio) } else { items };
                all.push(DrawnPart { order, item: group_items(class, items), hooked: hooked.take() });
            };
            let label = annotation.label.as_ref();
            let label_box = match &annotation.shape {
                AnnotationShape::Line(style) => {
                    let rule = Rule::new(style, span, self.plot);
                    add(annotation.draw_order, "rules", rule.draw());
                    label.and_then(|label| LabelBox::along_line(label, &rule, self.plot, fonts))
                }
                AnnotationShape::Box(region, corners) => {
                    add(
                        annotation.draw_order,
                        "bands",
                        draw_region(region, span.bounding_rect(), RegionShape::Box(*corners)),
                    );
                    label.map(|label| {
                        LabelBox::in_area(label, span.bounding_rect(), region.stroke.width, fonts)
                    })
                }
                AnnotationShape::Ellipse(region) => {
                    add(
                        annotation.draw_order,
                        "marks",
                        draw_region(region, span.bounding_rect(), RegionShape::Ellipse),
                    );
                    label.map(|label| {
                        LabelBox::in_area(label, span.bounding_rect(), region.stroke.width, fonts)
                    })
                }
                AnnotationShape::RingLabel(label) => {
                    add(annotation.draw_order, "notes", self.draw_ring_label(label, fonts));
                    None
                }
                shape => {
                    let class = if matches!(shape, AnnotationShape::Text(_)) { "notes" } else { "marks" };
                    add(annotation.draw_order, class, draw_point_annotation(shape, span, fonts));
                    if let AnnotationShape::Polygon(polygon @ Polygon { corners: Some(corners), .. }) = shape
                    {
                        add(corners.draw_order, class, draw_corner_outlines(polygon, corners, span));
                    }
                    None
                }
            };
            if let Some((label_box, label)) = label_box.zip(label) {
                add(label.draw_order, "notes", label_box.draw(fonts));
            }
        }
        DrawnAnnotations(all)
    }

    /// Returns the annotation's corner points, or `None` if a coordinate is not finite or its axis does not
    /// exist.
    fn annotation_span(&self, annotation: &Annotation) -> Option<AnnotationSpan> {
        let [x, x2] = annotation.x.map(|coord| self.coordinate_pixel(coord, true));
        let [y, y2] = annotation.y.map(|coord| self.coordinate_pixel(coord, false));
        Some(AnnotationSpan { from: Point::new(x?, y?), to: Point::new(x2?, y2?) })
    }

    fn coordinate_pixel(&self, coord: AnnotationCoord, is_x: bool) -> Option<f64> {
        let (start, length) =
            if is_x { (self.plot.left, self.plot.width()) } else { (self.plot.top, self.plot.height()) };
        let pixel = match coord {
            AnnotationCoord::AxisValue(axis, value) => self.resolved_axes.get(axis)?.pixel_for_value(value),
            AnnotationCoord::AxisFraction(axis, share) => {
                let [left, top, right, bottom] = self.resolved_axes.get(axis)?.edges;
                let (low, high) = if is_x { (left, right) } else { (top, bottom) };
                low + share * (high - low)
            }
            AnnotationCoord::PlotFraction(share) => start + share * length,
            AnnotationCoord::HalfPlotLength => length / 2.0,
        };
        Some(pixel).filter(|pixel| pixel.is_finite())
    }
}

/// Draws an annotation that is centered on its span: a symbol, a polygon or a text.
fn draw_point_annotation(shape: &AnnotationShape, span: AnnotationSpan, fonts: &Fonts) -> Vec<Item> {
    let rect = span.bounding_rect();
    let fitting_radius = rect.width.min(rect.height) / 2.0;
    match shape {
        AnnotationShape::Symbol { style, fit_to_box, shift, shadows } => {
            let radius = if *fit_to_box { fitting_radius } else { style.radius };
            draw_symbol(style, radius, span.shifted_middle(shift.0, shift.1), *shadows)
        }
        AnnotationShape::Polygon(polygon) => draw_polygon(polygon, &polygon.style, span),
        AnnotationShape::Text(label) => draw_text_annotation(label, span.shifted_middle(0.0, 0.0), fonts),
        _ => Vec::new(),
    }
}

fn draw_polygon(polygon: &Polygon, style: &AreaStyle, span: AnnotationSpan) -> Vec<Item> {
    let rect = span.bounding_rect();
    let radius = polygon.radius.unwrap_or(rect.width.min(rect.height) / 2.0);
    let Point { x, y } = span.shifted_middle(polygon.shift.0, polygon.shift.1);
    let center = Rect { x, y, width: 0.0, height: 0.0 };
    draw_region(style, center, RegionShape::Polygon(polygon.sides, radius))
}

/// Draws the outline of a polygon once for each of the points at its corners.
fn draw_corner_outlines(polygon: &Polygon, corners: &PolygonCorners, span: AnnotationSpan) -> Vec<Item> {
    let shadows = ShapeShadows { background: None, border: corners.shadow };
    let outline =
        AreaStyle { fill: None, stroke: corners.stroke.clone(), rotation: polygon.style.rotation, shadows };
    let items = draw_polygon(polygon, &outline, span);
    std::iter::repeat_n(items, polygon.sides).flatten().collect()
}

fn draw_text_annotation(label: &AnnotationLabel, at: Point, fonts: &Fonts) -> Vec<Item> {
    LabelBox::at_point(label, at, fonts).draw(fonts)
}

fn draw_symbol(style: &SymbolStyle, radius: f64, at: Point, shadows: ShapeShadows) -> Vec<Item> {
    if radius < MIN_SYMBOL_RADIUS {
        return Vec::new();
    }
    match symbol_item(style, radius, at) {
        Some(Item::Shape(shape)) => shade_shape(shape, shadows),
        other => other.into_iter().collect(),
    }
}
