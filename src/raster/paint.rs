//! Paths as resvg paints them, at any transform; resvg itself offers this only for paths that cover an area.

use tiny_skia::{
    FillRule, GradientStop, LinearGradient, Paint, Pixmap, RadialGradient, Shader, SpreadMode, Transform,
};
use usvg::{BaseGradient, Opacity, PaintOrder, Path, SpreadMethod};

/// Paints a path with colours or gradients; patterns are left to resvg.
pub(super) fn paint_path(path: &Path, transform: Transform, pixmap: &mut Pixmap) {
    if !path.is_visible() {
        return;
    }
    match path.paint_order() {
        PaintOrder::FillAndStroke => {
            fill_path(path, transform, pixmap);
            stroke_path(path, transform, pixmap);
        }
        PaintOrder::StrokeAndFill => {
            stroke_path(path, transform, pixmap);
            fill_path(path, transform, pixmap);
        }
    }
}

fn fill_path(path: &Path, transform: Transform, pixmap: &mut Pixmap) {
    let bounds = path.data().bounds();
    if let Some(fill) = path.fill().filter(|_| bounds.width() > 0.0 && bounds.height() > 0.0)
        && let Some(shader) = shader_of(fill.paint(), fill.opacity())
    {
        pixmap.fill_path(path.data(), &paint_with(shader, path), fill_rule(fill), transform, None);
    }
}

fn stroke_path(path: &Path, transform: Transform, pixmap: &mut Pixmap) {
    if let Some(stroke) = path.stroke()
        && let Some(shader) = shader_of(stroke.paint(), stroke.opacity())
    {
        pixmap.stroke_path(path.data(), &paint_with(shader, path), &stroke.to_tiny_skia(), transform, None);
    }
}

fn paint_with<'a>(shader: Shader<'a>, path: &Path) -> Paint<'a> {
    Paint { shader, anti_alias: path.rendering_mode().use_shape_antialiasing(), ..Paint::default() }
}

pub(super) fn fill_rule(fill: &usvg::Fill) -> FillRule {
    match fill.rule() {
        usvg::FillRule::NonZero => FillRule::Winding,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

/// The shader of a paint; `None` for patterns and for gradients without extent.
fn shader_of(paint: &usvg::Paint, opacity: Opacity) -> Option<Shader<'static>> {
    match paint {
        usvg::Paint::Color(color) => {
            let color = tiny_skia::Color::from_rgba8(color.red, color.green, color.blue, opacity.to_u8());
            Some(Shader::SolidColor(color))
        }
        usvg::Paint::LinearGradient(gradient) => LinearGradient::new(
            (gradient.x1(), gradient.y1()).into(),
            (gradient.x2(), gradient.y2()).into(),
            gradient_stops(gradient, opacity),
            spread_mode(gradient),
            gradient.transform(),
        ),
        usvg::Paint::RadialGradient(gradient) => RadialGradient::new(
            (gradient.fx(), gradient.fy()).into(),
            gradient.fr().get(),
            (gradient.cx(), gradient.cy()).into(),
            gradient.r().get(),
            gradient_stops(gradient, opacity),
            spread_mode(gradient),
            gradient.transform(),
        ),
        usvg::Paint::Pattern(_) => None,
    }
}

fn gradient_stops(gradient: &BaseGradient, opacity: Opacity) -> Vec<GradientStop> {
    let stops = gradient.stops().iter().map(|stop| {
        let alpha = (stop.opacity() * opacity).to_u8();
        let color = stop.color();
        let color = tiny_skia::Color::from_rgba8(color.red, color.green, color.blue, alpha);
        GradientStop::new(stop.offset().get(), color)
    });
    stops.collect()
}

fn spread_mode(gradient: &BaseGradient) -> SpreadMode {
    match gradient.spread_method() {
        SpreadMethod::Pad => SpreadMode::Pad,
        SpreadMethod::Reflect => SpreadMode::Reflect,
        SpreadMethod::Repeat => SpreadMode::Repeat,
    }
}
