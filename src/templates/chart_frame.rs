//! The frame that every chart of a sprint has: the card, headline and sub-lines, the legend, the footer.

use crate::chart::{Background, Chart, Font, Guide, LayoutPosition, Legend, LegendItem, TextWrap, Title};
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;

use super::caveats::caveat_sentences;
use super::context::TemplateContext;
use super::drop_priority;
use super::sizes::paragraph_font;
use super::text::{ChartText, SEPARATOR, split_at_separators};
use super::titles::headline_and_sublines;

/// The share of width and height that is reserved for the plot.
const MIN_PLOT_FRACTION: f64 = 0.4;

/// Returns the plot with the frame around it.
pub(super) fn with_chart_frame(
    context: &TemplateContext,
    text: ChartText,
    keys: Vec<LegendItem>,
    plot: Chart,
) -> Chart {
    let TemplateContext { translator, theme, sizes, .. } = context;
    let padding = sizes.padding.min(plot.size.width / 4.0).min(plot.size.height / 4.0);
    Chart {
        lang: translator.lang.code(),
        guides: surrounding_guides(context, text.headline, text.footnotes, keys),
        title: text.title,
        description: text.alt_text,
        background: Some(Background {
            color: theme.background,
            border: Some(Stroke::solid(theme.border, sizes.border)),
        }),
        padding: Sides::uniform(padding),
        min_plot_fraction: MIN_PLOT_FRACTION,
        ..plot
    }
}

fn surrounding_guides(
    context: &TemplateContext,
    headline: Option<String>,
    footnotes: Vec<String>,
    keys: Vec<LegendItem>,
) -> Vec<Guide> {
    let mut titles = headline_and_sublines(context, headline);
    // The first title gets the highest weight, which is outermost.
    for (index, title) in titles.iter_mut().rev().enumerate() {
        title.weight = index as f64;
    }
    let legend = Legend {
        added_space: Size::default(),
        drop_priority: drop_priority::LEGEND,
        ..Legend::below_plot(Font::from_style(context.sizes.small), context.theme.muted_text, keys)
    };
    let titles = titles.into_iter().chain(footer_title(context, footnotes)).map(Guide::Title);
    titles.chain([Guide::Legend(legend)]).collect()
}

/// Returns the maximal number of lines of the footer: from 2 to 5, as many as fit into a sixth of the height. A note that is cut says
/// less than it seems to, so a narrow picture has more lines; in a low one they would leave no room for themselves.
fn max_footer_lines(context: &TemplateContext) -> usize {
    const SHARE_OF_HEIGHT: f64 = 1.0 / 6.0;
    let line_height = paragraph_font(context.sizes.small).line_height;
    let lines = libm::floor(context.size.height * SHARE_OF_HEIGHT / line_height);
    (lines as usize).clamp(2, 5)
}

/// Returns the footnotes and the caveats as one paragraph; `None` without any.
fn footer_title(context: &TemplateContext, footnotes: Vec<String>) -> Option<Title> {
    let sentences: Vec<String> = footnotes.into_iter().chain(caveat_sentences(context)).collect();
    let text = sentences.join(SEPARATOR);
    if text.is_empty() {
        return None;
    }
    let style = context.sizes.small;
    let wrap = TextWrap { min_font_size: style.size, max_lines: max_footer_lines(context) };
    let parts = split_at_separators(&text);
    Some(Title {
        position: LayoutPosition::Bottom,
        padding: Sides { top: style.size * 0.4, ..Sides::default() },
        weight: 2.0,
        drop_priority: drop_priority::FOOTER,
        ..Title::wrapped_paragraph(parts, paragraph_font(style), context.theme.muted_text, wrap)
    })
}
