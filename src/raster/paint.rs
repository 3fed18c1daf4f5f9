//! The colours and gradients of usvg as paints of tiny-skia.

use tiny_skia::{Color, GradientStop, LinearGradient, Paint, Point, RadialGradient, Shader, SpreadMode};
use usvg::{Opacity, Path};

/// The paint of a fill or a stroke; `None` for a pattern, which only resvg draws.
pub(super) fn fill_or_stroke_paint(
    paint: &usvg::Paint,
    opacity: Opacity,
    path: &Path,
) -> Option<Paint<'static>> {
    let shader = match paint {
        usvg::Paint::Color(color) => {
            let color = Color::from_rgba8(color.red, color.green, color.blue, opacity.to_u8());
            Some(Shader::SolidColor(color))
        }
        usvg::Paint::LinearGradient(gradient) => LinearGradient::new(
            Point::from_xy(gradient.x1(), gradient.y1()),
            Point::from_xy(gradient.x2(), gradient.y2()),
            gradient_stops(gradient, opacity),
            spread_mode(gradient),
            gradient.transform(),
        ),
        usvg::Paint::RadialGradient(gradient) => RadialGradient::new(
            Point::from_xy(gradient.fx(), gradient.fy()),
            gradient.fr().get(),
            Point::from_xy(gradient.cx(), gradient.cy()),
            gradient.r().get(),
            gradient_stops(gradient, opacity),
            spread_mode(gradient),
            gradient.transform(),
        ),
        usvg::Paint::Pattern(_) => None,
    };
    let anti_alias = path.rendering_mode().use_shape_antialiasing();
    shader.map(|shader| Paint { shader, anti_alias, ..Paint::default() })
}

fn gradient_stops(gradient: &usvg::BaseGradient, opacity: Opacity) -> Vec<GradientStop> {
    let stop = |stop: &usvg::Stop| {
        let (color, alpha) = (stop.color(), (stop.opacity() * opacity).to_u8());
        let color = Color::from_rgba8(color.red, color.green, color.blue, alpha);
        GradientStop::new(stop.offset().get(), color)
    };
    gradient.stops().iter().map(stop).collect()
}

fn spread_mode(gradient: &usvg::BaseGradient) -> SpreadMode {
    match gradient.spread_method() {
        usvg::SpreadMethod::Pad => SpreadMode::Pad,
        usvg::SpreadMethod::Reflect => SpreadMode::Reflect,
        usvg::SpreadMethod::Repeat => SpreadMode::Repeat,
    }
}
