//! From a configuration to its scene. Functions may ask for the layout, so their configuration may be described twice.

use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::font::Fonts;
use crate::geometry::Size;
use crate::input::InputError;
use crate::layout;
use crate::scene::Scene;

use super::ChartJsConfig;
use super::describe::chart;
use super::resolve::config::Config;
use super::script::ScriptSession;

/// The settings of a picture that decide its description.
#[derive(Clone, Copy, Debug)]
pub struct PictureSettings {
    /// In CSS pixels.
    pub size: Size,
    /// Device pixels for each CSS pixel.
    pub pixel_ratio: f64,
    /// Colours for what the configuration gives none; `None` for those of Chart.js.
    pub theme: Option<Theme>,
}

/// Describes the picture of a configuration, before anything is measured.
///
/// # Errors
/// The configuration names an axis or a type that does not exist, exceeds a limit, or its script fails.
pub fn describe_chart(config: &ChartJsConfig, settings: PictureSettings) -> Result<Chart, Box<InputError>> {
    let loaded = config.load(settings.theme.as_ref())?;
    describe_with(&loaded, settings)
}

/// Describes the picture of a configuration and lays it out.
///
/// # Errors
/// As [`describe_chart`].
pub fn lay_out_chart(
    config: &ChartJsConfig,
    settings: PictureSettings,
    fonts: &Fonts,
) -> Result<(Chart, Scene), Box<InputError>> {
    let loaded = config.load(settings.theme.as_ref())?;
    let mut chart = describe_with(&loaded, settings)?;
    let Some(session) = loaded.session.as_deref() else {
        let scene = layout::build_scene(&chart, fonts);
        return Ok((chart, scene));
    };
    session.set_layout(&layout::place_chart(&chart, fonts));
    let wants_layout = session.wants_layout();
    session.begin_laid_out();
    if wants_layout {
        chart = describe_with(&loaded, settings)?;
    }
    let scene = layout::build_scene(&chart, fonts);
    fail_with_script(session)?;
    Ok((chart, scene))
}

fn describe_with(config: &Config, settings: PictureSettings) -> Result<Chart, Box<InputError>> {
    chart::describe_chart(config, settings.size, settings.pixel_ratio, settings.theme)
}

fn fail_with_script(session: &ScriptSession) -> Result<(), Box<InputError>> {
    session.take_error().map_or(Ok(()), Err)
}
