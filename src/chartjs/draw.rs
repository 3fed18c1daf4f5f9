//! From a configuration to its scene. Functions may ask for the layout or change the configuration, so it may be described
//! twice; inline plugins draw between the parts of the chart.

use crate::canvas::Player;
use crate::chart::Chart;
use crate::font::Fonts;
use crate::input::InputError;
use crate::layout::{self, PaintStep};
use crate::scene::Scene;

use super::chart_js_config::ChartJsConfig;
use super::describe::chart;
use super::picture_settings::PictureSettings;
use super::resolve::config::Config;
use super::script::ScriptSession;

/// A configuration that is laid out and painted.
#[derive(Debug)]
pub struct DrawnChart {
    pub chart: Chart,
    pub scene: Scene,
    /// Warnings about calls of a canvas that have no effect here.
    pub warnings: Vec<String>,
}

/// Describes the picture of a configuration, before anything is measured.
///
/// # Errors
/// The configuration names an axis or a type that does not exist, exceeds a limit, or its script fails.
pub fn describe_chart(config: &ChartJsConfig, settings: PictureSettings) -> Result<Chart, Box<InputError>> {
    describe_with(&config.load(settings, &Fonts::external())?, settings)
}

/// Describes the picture of a configuration and lays it out.
///
/// # Errors
/// As [`describe_chart`].
pub fn lay_out_chart(
    config: &ChartJsConfig,
    settings: PictureSettings,
    fonts: &Fonts,
) -> Result<DrawnChart, Box<InputError>> {
    let mut loaded = config.load(settings, fonts)?;
    let mut chart = describe_with(&loaded, settings)?;
    let Some(session) = loaded.session.clone() else {
        let scene = layout::build_scene(&chart, fonts);
        return Ok(DrawnChart { chart, scene, warnings: Vec::new() });
    };
    if let Some(scene) = build_scene_at_once(&chart, &session, fonts)? {
        return Ok(DrawnChart { chart, scene, warnings: Vec::new() });
    }
    session.set_layout(&layout::place_chart(&chart, fonts));
    let wants_layout = session.wants_layout();
    session.begin_laid_out();
    let changed = session.run_layout_hooks()?;
    if let Some(root) = changed {
        loaded = config.reload(&loaded, root, settings)?;
        chart = describe_with(&loaded, settings)?;
    } else if wants_layout {
        chart = describe_with(&loaded, settings)?;
    }
    let (scene, warnings) = if chart.has_draw_hooks {
        paint_with_hooks(&chart, &session, fonts)?
    } else {
        (layout::build_scene(&chart, fonts), Vec::new())
    };
    session.take_error().map_or(Ok(DrawnChart { chart, scene, warnings }), Err)
}

/// The scene of a chart whose functions neither need the layout nor change the configuration, as most do; `None` for others.
fn build_scene_at_once(
    chart: &Chart,
    session: &ScriptSession,
    fonts: &Fonts,
) -> Result<Option<Scene>, Box<InputError>> {
    if chart.has_draw_hooks || session.has_hooks() || session.wants_layout() {
        return Ok(None);
    }
    let scene = layout::build_scene(chart, fonts);
    // Functions of axes are called during the layout; they may ask for it, too.
    if session.wants_layout() || session.has_changed_config() {
        return Ok(None);
    }
    session.take_error().map_or(Ok(Some(scene)), Err)
}

fn describe_with(config: &Config, settings: PictureSettings) -> Result<Chart, Box<InputError>> {
    chart::describe_chart(config, settings.size, settings.pixel_ratio, settings.theme)
}

/// Paints a chart and what inline plugins draw, in the order of Chart.js. Returns warnings about calls without effect.
fn paint_with_hooks(
    chart: &Chart,
    session: &ScriptSession,
    fonts: &Fonts,
) -> Result<(Scene, Vec<String>), Box<InputError>> {
    let laid_out = layout::lay_out(chart, fonts);
    session.set_layout(&laid_out.placed);
    let mut player = Player::new(chart.size, fonts);
    let mut skipped_until = None;
    for step in laid_out.steps {
        match step {
            PaintStep::Hook(hook) if skipped_until == Some(hook) => skipped_until = None,
            _ if skipped_until.is_some() => {}
            PaintStep::Items(items) => player.draw_items(items),
            PaintStep::Hook(hook) if !session.replay_hook(hook, &mut player)? => {
                skipped_until = Some(hook.counterpart());
            }
            PaintStep::Hook(_) => {}
            PaintStep::AnnotationHook(hook) => {
                if let Some(annotation) = chart.annotations.get(hook.annotation) {
                    session.replay_annotation_hook(annotation, hook.is_after, &mut player)?;
                }
            }
        }
    }
    let (items, warnings) = player.finish();
    Ok((layout::finish_scene(chart, items), warnings))
}
