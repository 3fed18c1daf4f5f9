//! The places of annotations, for code of a configuration.

use crate::chart::{Annotation, AnnotationShape, PlacedAnnotation};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::painter::Painter;

use super::annotation_span::AnnotationSpan;
use super::label_box::LabelBox;
use super::rule::Rule;

impl Painter<'_> {
    /// Returns the places of all annotations that have one; a label in a ring has none.
    pub(in crate::layout) fn placed_annotations(&self, fonts: &Fonts) -> Vec<PlacedAnnotation> {
        let place = |annotation: &Annotation| {
            let [from, to] = self.annotation_ends(annotation, fonts)?;
            Some(PlacedAnnotation { key: annotation.key.clone(), from, to })
        };
        self.chart.annotations.iter().filter_map(place).collect()
    }

    /// Returns the ends of a line, or the top left and the bottom right corner of another annotation.
    fn annotation_ends(&self, annotation: &Annotation, fonts: &Fonts) -> Option<[Point; 2]> {
        let span = self.annotation_span(annotation)?;
        match &annotation.shape {
            AnnotationShape::Line(style) => {
                let rule = Rule::new(style, span, self.plot);
                Some([rule.from, rule.to])
            }
            AnnotationShape::Box(..) | AnnotationShape::Ellipse(_) => Some(corners(span.bounding_rect())),
            AnnotationShape::Symbol { style, fit_to_box, shift, .. } => {
                Some(square_around(span, (!fit_to_box).then_some(style.radius), *shift))
            }
            AnnotationShape::Polygon(polygon) => Some(square_around(span, polygon.radius, polygon.shift)),
            AnnotationShape::Text(label) => {
                Some(corners(LabelBox::at_point(label, span.shifted_middle(0.0, 0.0), fonts).rect()))
            }
            AnnotationShape::RingLabel(_) => None,
        }
    }
}

/// Returns the corners of the square around the shifted middle of a span; without a radius it fits into the span.
fn square_around(span: AnnotationSpan, radius: Option<f64>, shift: (f64, f64)) -> [Point; 2] {
    let rect = span.bounding_rect();
    let radius = radius.unwrap_or(rect.width.min(rect.height) / 2.0);
    let Point { x, y } = span.shifted_middle(shift.0, shift.1);
    [Point::new(x - radius, y - radius), Point::new(x + radius, y + radius)]
}

fn corners(rect: Rect) -> [Point; 2] {
    [Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())]
}
