//! Paints as attributes, and gradients and patterns as elements of `<defs>`. Their ids are made from their content, like
//! those of clip areas: equal ones of several pictures in one page may share an id.

use crate::geometry::Size;
use crate::gradient::{Gradient, GradientShape, GradientStop};
use crate::id_hash::id_hash;
use crate::scene::{Paint, Pattern};

use super::number::{push_hex_color, push_number};
use super::transform::push_matrix;
use super::xml::{Tag, XmlWriter};

/// Writes the paint of a fill or a stroke, and the attribute of its opacity if it is not opaque.
pub(super) fn write_paint(name: &str, paint: &Paint, tag: &mut Tag) {
    match paint {
        Paint::Color(color) => tag.color_attributes(name, *color),
        Paint::Gradient(gradient) => {
            write_reference(name, &gradient_element_id(gradient), tag);
        }
        Paint::Pattern(pattern, opacity) => {
            write_reference(name, &pattern_element_id(pattern), tag);
            if *opacity < 1.0 {
                tag.number_attribute(&format!("{name}-opacity"), *opacity);
            }
        }
    }
}

fn write_reference(name: &str, id: &str, tag: &mut Tag) {
    tag.raw_attribute(name, |text| {
        text.push_str("url(#");
        text.push_str(id);
        text.push(')');
    });
}

fn gradient_element_id(gradient: &Gradient) -> String {
    format!("emberline-gradient-{:016x}", gradient_id(gradient))
}

fn pattern_element_id(pattern: &Pattern) -> String {
    format!("emberline-pattern-{:016x}", pattern.content_hash)
}

/// A number that two gradients share only if they are equal.
pub(super) fn gradient_id(gradient: &Gradient) -> u64 {
    id_hash(&[&format!("{gradient:?}")])
}

/// Writes a gradient. SVG computes colours between stops as a canvas does, so that only circles need to be exchanged.
pub(super) fn write_gradient(gradient: &Gradient, xml: &mut XmlWriter) {
    let id = gradient_element_id(gradient);
    let drawn = gradient.with_start_inside_end();
    let mut tag = match drawn.shape {
        GradientShape::Linear(from, to) => {
            let mut tag = xml.start_node("linearGradient");
            tag.number_attribute("x1", from.x);
            tag.number_attribute("y1", from.y);
            tag.number_attribute("x2", to.x);
            tag.number_attribute("y2", to.y);
            tag
        }
        GradientShape::Radial(from, to) => {
            let mut tag = xml.start_node("radialGradient");
            tag.number_attribute("fx", from.center.x);
            tag.number_attribute("fy", from.center.y);
            tag.number_attribute("fr", from.radius);
            tag.number_attribute("cx", to.center.x);
            tag.number_attribute("cy", to.center.y);
            tag.number_attribute("r", to.radius);
            tag
        }
    };
    tag.text_attribute("id", &id);
    tag.text_attribute("gradientUnits", "userSpaceOnUse");
    tag.open_children();
    for stop in &drawn.stops {
        write_stop(*stop, xml);
    }
    xml.end_node();
}

fn write_stop(stop: GradientStop, xml: &mut XmlWriter) {
    let mut tag = xml.start_leaf("stop");
    // Two decimals of a fraction would be too coarse for a sharp edge in a large picture.
    tag.raw_attribute("offset", |text| {
        push_number(text, stop.offset * 100.0);
        text.push('%');
    });
    tag.raw_attribute("stop-color", |text| push_hex_color(text, stop.color));
    if stop.color.alpha < u8::MAX {
        tag.number_attribute("stop-opacity", f64::from(stop.color.alpha) / 255.0);
    }
    tag.close_empty();
}

/// Starts a pattern, whose items follow. SVG repeats every tile in both directions: where there are no copies, the tile gets
/// an empty part as large as the picture, so that no copy is seen.
pub(super) fn start_pattern(pattern: &Pattern, picture: Size, xml: &mut XmlWriter) {
    let Size { width, height } = pattern.size;
    let space = |repeated: bool, side: f64| if repeated { 0.0 } else { side };
    let mut tag = xml.start_node("pattern");
    tag.text_attribute("id", &pattern_element_id(pattern));
    tag.text_attribute("patternUnits", "userSpaceOnUse");
    tag.number_attribute("width", width + space(pattern.repetition.along_x, picture.width));
    tag.number_attribute("height", height + space(pattern.repetition.along_y, picture.height));
    if let Some(transform) = pattern.transform {
        tag.raw_attribute("patternTransform", |text| push_matrix(text, transform));
    }
    tag.open_children();
}

#[cfg(test)]
mod tests {
    use crate::color::Color;
    use crate::font::Fonts;
    use crate::geometry::{Matrix, Point, Rect, Size};
    use crate::gradient::{Gradient, GradientCircle, GradientShape, GradientStop};
    use crate::scene::{Item, Layer, Paint, Pattern, Repetition, Scene, Shape};
    use crate::svg::{TextMode, write_document};

    const AREA: Rect = Rect { x: 10.0, y: 10.0, width: 80.0, height: 30.0 };

    fn document(items: Vec<Item>) -> String {
        let size = Size { width: 100.0, height: 50.0 };
        let scene = Scene { size, title: String::new(), description: String::new(), lang: "en", items };
        write_document(&scene, &Fonts::default(), TextMode::Live, None)
    }

    fn stops() -> Vec<GradientStop> {
        let stop = |offset, color| GradientStop { offset, color };
        vec![stop(0.0, Color::from_hex(0xff_00_00)), stop(2.0 / 3.0, Color::from_hex(0xff).with_alpha(51))]
    }

    fn linear() -> Gradient {
        Gradient::new(GradientShape::Linear(Point::new(10.0, 0.0), Point::new(90.5, 0.0)), stops())
    }

    fn radial(from_radius: f64, to_radius: f64) -> Gradient {
        let circle = |x, radius| GradientCircle { center: Point::new(x, 25.0), radius };
        Gradient::new(GradientShape::Radial(circle(40.0, from_radius), circle(50.0, to_radius)), stops())
    }

    fn id_after(text: &str, start: &str) -> String {
        text.split(start).nth(1).and_then(|rest| rest.split(['"', ')']).next()).unwrap().to_owned()
    }

    #[test]
    fn a_linear_gradient_lies_in_the_coordinates_of_its_item() {
        let text = document(vec![Shape::filled_rect(AREA, linear())]);
        let id = id_after(&text, "fill=\"url(#");
        for part in [
            &format!(
                "<linearGradient gradientUnits=\"userSpaceOnUse\" id=\"{id}\" x1=\"10\" x2=\"90.5\" y1=\"0\" y2=\"0\">"
            ),
            "<stop offset=\"0%\" stop-color=\"#ff0000\"/>",
            "<stop offset=\"66.67%\" stop-color=\"#0000ff\" stop-opacity=\"0.2\"/>",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn a_radial_gradient_grows_from_the_inner_circle() {
        let outward = document(vec![Shape::filled_rect(AREA, radial(3.0, 20.0))]);
        assert!(outward.contains("cx=\"50\" cy=\"25\" fr=\"3\" fx=\"40\" fy=\"25\""), "{outward}");
        let inward = document(vec![Shape::filled_rect(AREA, radial(20.0, 3.0))]);
        assert!(inward.contains("cx=\"40\" cy=\"25\" fr=\"3\" fx=\"50\" fy=\"25\""), "{inward}");
        assert!(inward.contains("<stop offset=\"33.33%\" stop-color=\"#0000ff\""), "{inward}");
    }

    #[test]
    fn equal_paints_are_written_once() {
        let layer = Layer { items: vec![Shape::filled_rect(AREA, linear())], ..Layer::default() };
        let items = vec![
            Shape::filled_rect(AREA, linear()),
            Item::Group("bars", vec![Item::Layer(layer)]),
            Shape::filled_rect(AREA, radial(0.0, 9.0)),
        ];
        let text = document(items);
        assert_eq!(text.matches("<linearGradient").count(), 1);
        assert_eq!(text.matches("<radialGradient").count(), 1);
        assert_eq!(text.matches(&format!("url(#{})", id_after(&text, "url(#"))).count(), 2);
    }

    #[test]
    fn a_pattern_is_written_after_the_gradients_of_its_tile() {
        let size = Size { width: 8.0, height: 6.0 };
        let tile = vec![Shape::filled_rect(Rect { x: 0.0, y: 0.0, width: 4.0, height: 6.0 }, linear())];
        let turned = Matrix::translation(1.0, 2.0);
        let repetition = Repetition { along_x: true, along_y: false };
        let pattern = Pattern::new(tile, size, repetition, Some(turned));
        let text = document(vec![Shape::filled_rect(AREA, Paint::Pattern(pattern.into(), 0.5))]);
        let id = id_after(&text, "fill=\"url(#emberline-pattern-");
        let start = format!(
            "<pattern height=\"56\" id=\"emberline-pattern-{id}\" patternTransform=\"translate(1 2)\" \
             patternUnits=\"userSpaceOnUse\" width=\"8\">"
        );
        let (before, after) = text.split_once(&start).unwrap_or_else(|| panic!("{start} in {text}"));
        assert!(before.contains("<linearGradient") && after.contains("fill-opacity=\"0.5\""), "{text}");
    }

    #[test]
    fn a_gradient_without_stops_or_extent_paints_nothing() {
        let point = Point::new(1.0, 1.0);
        let line = GradientShape::Linear(Point::new(0.0, 0.0), point);
        for gradient in
            [Gradient::new(line, Vec::new()), Gradient::new(GradientShape::Linear(point, point), stops())]
        {
            assert!(!Paint::from(gradient).is_visible());
        }
    }
}
