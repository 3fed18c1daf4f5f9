//! From an input to its picture: [`draw`], and [`describe`] for its texts and numbers alone.

mod input;
mod missing_characters;
mod picture_size;
#[cfg(feature = "png")]
mod png_settings;
mod shadow_pixels;

use sha2::{Digest, Sha256};

use crate::chart::Chart;
use crate::chartjs::{self, DrawnChart, PictureSettings};
use crate::compression::Compression;
use crate::describe::{ChartJsDescription, Description, SprintDescription, VelocityDescription};
use crate::error::Error;
use crate::font::Fonts;
use crate::geometry::Size;
use crate::i18n::Translator;
use crate::options::Options;
#[cfg(any(feature = "webp", feature = "pdf"))]
use crate::raster;
use crate::scene::Scene;
use crate::sprint::{PastSprint, Sprint};
use crate::templates::{self, SprintReport};
use crate::{layout, svg};

pub use input::{Input, read_chart_js, read_history, read_sprint};
pub use picture_size::PictureSize;
#[cfg(feature = "png")]
pub use png_settings::{PngSettings, rasterise};

/// A picture: its SVG, its texts and its numbers. A PNG is made from the SVG on request.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The SVG without fonts inside, from which PNGs are made.
    svg: String,
    /// The SVG with the fonts inside, if they were requested.
    svg_with_fonts: Option<String>,
    title: String,
    alt_text: String,
    description: Description,
    size: PictureSize,
    compression: Compression,
    warnings: Vec<String>,
}

/// Draws the picture of an input.
///
/// # Errors
/// - [`Error::Size`]: the options ask for a size that can't be drawn, or for shadows of too many pixels.
/// - [`Error::Input`]: a Chart.js configuration refers to an axis that it does not have.
/// - [`Error::MissingFonts`]: the fonts are [external](Fonts::external) and some have not been added yet.
///
/// # Example
///
/// ```
/// use emberline::{Fonts, Input, Options, ReadOptions};
///
/// let json = br#"{"name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06", "committed": 20, "days": [18, 15, 15]}"#;
/// let input = Input::read(json, &ReadOptions::default())?;
/// let picture = emberline::draw(&input, &Options::default(), &Fonts::embedded())?;
/// assert!(picture.svg().starts_with("<svg "));
/// assert!(picture.alt_text().contains("Sprint 12"));
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn draw(input: &Input, options: &Options, fonts: &Fonts) -> Result<Picture, Error> {
    let (plan, scene) = Plan::lay_out(input, options, fonts)?;
    shadow_pixels::check_shadow_pixels(&scene, plan.size.scale)?;
    #[cfg(feature = "embed-font")]
    let fonts_css = options.embed_font.then(|| fonts.embed_css(scene.text_runs())).flatten();
    #[cfg(not(feature = "embed-font"))]
    let fonts_css: Option<String> = None;
    let svg_with_fonts = fonts_css.map(|css| svg::write_document(&scene, fonts, options.text, Some(css)));
    Ok(Picture {
        svg: svg::write_document(&scene, fonts, options.text, None),
        svg_with_fonts,
        title: scene.title,
        alt_text: scene.description,
        description: plan.description,
        size: plan.size,
        warnings: plan.warnings,
        compression: options.compression,
    })
}

/// Returns the texts and numbers of an input's picture without drawing it, so no fonts are needed.
///
/// # Errors
/// [`Error::Size`] and [`Error::Input`] as [`draw`].
///
/// # Example
///
/// ```
/// use emberline::{Input, Options, ReadOptions};
///
/// let json = br#"{"name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06", "committed": 20, "days": [18, 15, 15]}"#;
/// let input = Input::read(json, &ReadOptions::default())?;
/// let description = emberline::describe(&input, &Options::default())?;
/// assert_eq!(description.name(), "Sprint 12");
/// assert_eq!(description.numbers().map(|numbers| numbers.remaining), Some(15.0));
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn describe(input: &Input, options: &Options) -> Result<Description, Error> {
    Ok(Plan::new(input, options)?.description)
}

/// Lays a chart out, every text measured in its own font.
///
/// # Errors
/// [`Error::MissingFonts`] if a text needs a font that has not been added yet.
pub(crate) fn lay_out(chart: &Chart, fonts: &Fonts) -> Result<Scene, Error> {
    let scene = layout::build_scene(chart, fonts);
    check_fonts(fonts)?;
    Ok(scene)
}

fn check_fonts(fonts: &Fonts) -> Result<(), Error> {
    match fonts.take_missing_files() {
        files if files.is_empty() => Ok(()),
        files => Err(Error::MissingFonts { files }),
    }
}

impl Picture {
    /// Returns the SVG document.
    pub fn svg(&self) -> &str {
        self.svg_with_fonts.as_deref().unwrap_or(&self.svg)
    }

    /// Returns the PNG: the SVG, rasterised with the fonts that it was drawn with.
    ///
    /// # Errors
    /// [`Error::Raster`] if there is not enough memory.
    #[cfg(feature = "png")]
    pub fn png(&self, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        let settings = PngSettings {
            scale: self.size.scale,
            compression: self.compression,
            title: self.title.clone(),
            alt_text: self.alt_text.clone(),
        };
        rasterise(&self.svg, &settings, fonts)
    }

    /// Returns the picture as lossless WebP, with the pixels of the [PNG](Self::png).
    ///
    /// # Errors
    /// [`Error::Raster`] if there is not enough memory.
    #[cfg(feature = "webp")]
    pub fn webp(&self, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        Ok(raster::render_webp(&self.svg, self.size.scale, fonts)?)
    }

    /// Returns a PDF of one page. Shapes stay shapes, texts become outlines; a picture with gradients, patterns or images
    /// is an image of the pixels of the [PNG](Self::png).
    ///
    /// # Errors
    /// [`Error::Raster`] if there is not enough memory.
    #[cfg(feature = "pdf")]
    pub fn pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        let metadata = raster::PngMetadata { title: &self.title, description: &self.alt_text };
        Ok(raster::render_pdf(&self.svg, self.size.scale, fonts, metadata)?)
    }

    /// Returns the accessible name, which is the `<title>` of the SVG.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the alt text, which is the `<desc>` of the SVG.
    pub fn alt_text(&self) -> &str {
        &self.alt_text
    }

    /// Returns the sentence over the plot; `None` for Chart.js and while the data are thin.
    pub fn headline(&self) -> Option<&str> {
        self.description.headline()
    }

    /// Returns the texts and numbers of the picture.
    pub fn describe(&self) -> &Description {
        &self.description
    }

    /// Returns warnings about calls of functions that have no effect in the picture, besides those of
    /// [`Input::warnings`].
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Returns the size, in CSS pixels and in device pixels.
    pub fn size(&self) -> PictureSize {
        self.size
    }

    /// Returns the compression of the PNG.
    pub fn compression(&self) -> Compression {
        self.compression
    }

    /// Returns the SHA-256, in hexadecimal, of everything that determines the bytes of the SVG and of the PNG: the SVG
    /// itself, the scale, the compression and the version of this crate. It is known before a PNG is made.
    pub fn content_hash(&self) -> String {
        let (version, scale, compression) = (env!("CARGO_PKG_VERSION"), self.size.scale, self.compression);
        let settings = format!("{version} {scale} {compression:?} ");
        let digest = Sha256::new().chain_update(settings).chain_update(self.svg()).finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The chart of an input and its description, before anything is measured.
struct Plan {
    chart: Chart,
    description: Description,
    size: PictureSize,
    warnings: Vec<String>,
}

impl Plan {
    fn new(input: &Input, options: &Options) -> Result<Self, Error> {
        let size = PictureSize::new(input, options)?;
        let (chart, description) = match input {
            Input::Sprint(sprint) => draw_sprint(sprint, options, size.css),
            Input::PastSprints(past) => draw_past_sprints(past, options, size.css),
            Input::ChartJs(config) => {
                let chart = chartjs::describe_chart(config, chart_js_settings(options, size))?;
                let description = describe_chart_js(&chart);
                (chart, description)
            }
        };
        Ok(Self { chart, description, size, warnings: Vec::new() })
    }

    /// Describes and lays out a picture. The functions of a Chart.js configuration take part in the layout.
    fn lay_out(input: &Input, options: &Options, fonts: &Fonts) -> Result<(Self, Scene), Error> {
        let Input::ChartJs(config) = input else {
            let plan = Self::new(input, options)?;
            let scene = lay_out(&plan.chart, fonts)?;
            return Ok((plan, scene));
        };
        let size = PictureSize::new(input, options)?;
        let DrawnChart { chart, scene, warnings } =
            chartjs::lay_out_chart(config, chart_js_settings(options, size), fonts)?;
        check_fonts(fonts)?;
        let description = describe_chart_js(&chart);
        Ok((Self { chart, description, size, warnings }, scene))
    }
}

fn draw_sprint(sprint: &Sprint, options: &Options, size: Size) -> (Chart, Description) {
    let translator = Translator::new(options.lang);
    let report = SprintReport::new(sprint, &options.report, &translator);
    let description = SprintDescription::from_report(&report);
    let chart = report.draw_chart(options.theme.unwrap_or_default(), size);
    (chart, Description::Sprint(Box::new(description)))
}

fn draw_past_sprints(past: &[PastSprint], options: &Options, size: Size) -> (Chart, Description) {
    let translator = Translator::new(options.lang);
    let theme = options.theme.unwrap_or_default();
    let chart = templates::past_velocity_chart(past, &options.report, &translator, theme, size);
    (chart, Description::Velocity(Box::new(VelocityDescription::from_past_sprints(past, options))))
}

fn chart_js_settings(options: &Options, size: PictureSize) -> PictureSettings {
    PictureSettings { size: size.css, pixel_ratio: size.scale, theme: options.theme }
}

fn describe_chart_js(chart: &Chart) -> Description {
    Description::ChartJs(ChartJsDescription {
        name: chart.title.clone(),
        alt_text: chart.description.clone(),
    })
}
