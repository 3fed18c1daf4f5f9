//! Pictures with gradients and patterns, which stand in the configurations in place of texts that begin with `@`.

use crate::color::Color;
use crate::font::Fonts;
use crate::geometry::{Point, Rect, Size};
use crate::gradient::{Gradient, GradientCircle, GradientShape, GradientStop};
use crate::input::ChartJsOptions;
use crate::scene::{Paint, Pattern, Repetition, Shape};
use crate::{Input, Options, Picture, draw, raster};

use super::ChartJsConfig;
use super::parse::literal::parse_literal;
use super::parse::value::Value;

fn stop(offset: f64, hex: u32) -> GradientStop {
    GradientStop { offset, color: Color::from_hex(hex) }
}

/// Red at the top of a picture of 300 px height, blue at the bottom.
fn downward() -> Paint {
    let line = GradientShape::Linear(Point::new(0.0, 0.0), Point::new(0.0, 300.0));
    Gradient::new(line, vec![stop(0.0, 0xff_00_00), stop(1.0, 0x00_00_ff)]).into()
}

/// Yellow in the middle of a picture of 400 × 300 px, green around it.
fn outward() -> Paint {
    let circle = |radius| GradientCircle { center: Point::new(200.0, 150.0), radius };
    let circles = GradientShape::Radial(circle(0.0), circle(150.0));
    Gradient::new(circles, vec![stop(0.0, 0xff_dd_00), stop(1.0, 0x00_77_44)]).into()
}

/// Squares of 5 px, a quarter of the area.
fn squares() -> Paint {
    let square = Rect { x: 0.0, y: 0.0, width: 5.0, height: 5.0 };
    let tile = vec![Shape::filled_rect(square, Color::from_hex(0x88_00_88))];
    let repetition = Repetition { along_x: true, along_y: true };
    let pattern = Pattern::new(tile, Size { width: 10.0, height: 10.0 }, repetition, None);
    Paint::Pattern(pattern.into(), 1.0)
}

/// Puts paints in place of the texts that name them.
fn insert_paints(value: &mut Value) {
    let paint = match value.as_text() {
        Some("@downward") => downward(),
        Some("@outward") => outward(),
        Some("@squares") => squares(),
        _ => {
            match value {
                Value::List(list) => list.iter_mut().for_each(insert_paints),
                Value::Object(object) => object.values_mut().for_each(insert_paints),
                _ => {}
            }
            return;
        }
    };
    *value = Value::Paint(paint);
}

/// Draws a configuration at 400 × 300 px.
fn draw_config(json: &str) -> Picture {
    let mut root = parse_literal(json).unwrap();
    insert_paints(&mut root);
    let config =
        ChartJsConfig::from_data(root.as_object().cloned().unwrap(), ChartJsOptions::default()).unwrap();
    let options = Options { width: Some(400.0), height: Some(300.0), ..Options::default() };
    draw(&Input::from(config), &options, &Fonts::embedded()).unwrap()
}

/// The colour at a point of a picture.
fn color_at(picture: &Picture, x: u32, y: u32) -> [u8; 3] {
    let tree = raster::parse_svg(picture.svg(), &Fonts::embedded()).unwrap();
    let pixel = raster::rasterise_tree(&tree, 1.0).unwrap().pixel(x, y).unwrap().demultiply();
    [pixel.red(), pixel.green(), pixel.blue()]
}

/// The numbers of elements with a gradient or a pattern as their fill and as their stroke.
fn paint_counts(picture: &Picture) -> (usize, usize) {
    let count = |name: &str| picture.svg().matches(&format!("{name}=\"url(#emberline-")).count();
    (count(" fill"), count(" stroke"))
}

#[test]
fn bars_and_their_legend_are_filled_in_the_coordinates_of_the_picture() {
    let picture = draw_config(
        r#"{"type": "bar", "data": {"labels": ["a", "b", "c"], "datasets": [
            {"label": "x", "data": [9, 6, 3], "backgroundColor": "@downward"},
            {"label": "y", "data": [3, 6, 9], "backgroundColor": "@squares", "borderColor": "@outward",
             "borderWidth": 3}]},
           "options": {"scales": {"y": {"grid": {"color": "@downward"}}}}}"#,
    );
    let (fills, strokes) = paint_counts(&picture);
    // Three bars, three bars with borders, and the two boxes of the legend.
    assert_eq!(fills, 3 + 3 * 2 + 2, "{}", picture.svg());
    assert!(strokes > 10, "grid lines and tick marks, {}", picture.svg());
    let ([top, _, _], [bottom, _, _]) = (color_at(&picture, 60, 60), color_at(&picture, 60, 260));
    assert!(top > 190 && bottom < 60, "{top} {bottom}");
}

#[test]
fn lines_areas_and_points_are_painted_with_gradients() {
    let picture = draw_config(
        r#"{"type": "line", "data": {"labels": ["a", "b", "c", "d"], "datasets": [
            {"label": "x", "data": [2, 8, -4, 9], "borderColor": "@downward", "borderWidth": 6, "pointRadius": 12,
             "pointBackgroundColor": "@outward",
             "fill": {"target": "origin", "above": "@squares", "below": "@outward"}},
            {"label": "y", "data": [5, 5, 5, 5], "borderColor": "@downward", "borderWidth": 4, "pointRadius": 0}]}}"#,
    );
    let (fills, strokes) = paint_counts(&picture);
    // Two halves of the area and four points; two lines, four borders of points, and two boxes of the legend.
    assert_eq!((fills, strokes), (2 + 4, 2 + 4 + 2), "{}", picture.svg());
}

#[test]
fn slices_and_data_labels_are_painted_with_gradients() {
    let picture = draw_config(
        r#"{"type": "doughnut", "data": {"labels": ["a", "b", "c"], "datasets": [
            {"data": [5, 3, 2], "backgroundColor": ["@outward", "@downward", "@squares"], "borderColor": "@downward",
             "datalabels": {"color": "@downward", "backgroundColor": "@outward", "opacity": 0.5}}]}}"#,
    );
    let (fills, strokes) = paint_counts(&picture);
    // Slices, boxes of the legend, boxes and texts of data labels; borders of slices and of the legend.
    assert_eq!((fills, strokes), (3 + 3 + 3 + 3, 3 + 3), "{}", picture.svg());
    assert_eq!(picture.svg().matches("<radialGradient").count(), 2, "one of them is half transparent");
}

#[test]
fn text_of_an_axis_takes_the_colour_of_the_first_stop() {
    let picture = draw_config(
        r#"{"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1]}]},
            "options": {"scales": {"x": {"ticks": {"color": "@downward"}}}}}"#,
    );
    assert!(picture.svg().contains("#ff0000"), "{}", picture.svg());
    assert!(!picture.svg().contains("url(#emberline-gradient"), "{}", picture.svg());
}
