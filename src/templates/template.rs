//! The functions of one kind of report.

use crate::chart::Chart;

use super::context::TemplateContext;
use super::text::ChartText;

/// The functions of one kind of report.
pub(super) struct Template {
    pub(super) draw: fn(&TemplateContext) -> Chart,
    pub(super) write_text: fn(&TemplateContext) -> ChartText,
    /// True if the days of the horizontal axis extend to the forecast's date.
    pub(super) extends_to_forecast: bool,
}
