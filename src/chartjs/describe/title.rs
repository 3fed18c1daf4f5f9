//! The title and the subtitle (Chart.js 4.6.1, the title plugins).

use crate::chart::{Guide, LayoutPosition, Title};
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::option_values::{label_lines, parse_align, parse_sides};
use crate::chartjs::resolve::scopes::Scopes;
use crate::color::Color;

/// The default colour of a text.
pub(crate) const TEXT_COLOR: Color = Color::from_hex(0x66_66_66);

/// Describes the subtitle and the title, in the order in which Chart.js adds them.
pub(crate) fn describe_titles(config: &Config) -> impl Iterator<Item = Guide> {
    let options = ["subtitle", "title"].into_iter().filter_map(|id| config.plugin_options(id));
    options.map(|options| describe_title(&options))
}

fn describe_title(options: &Scopes) -> Guide {
    Guide::Title(Title {
        text: options.raw("text").map(label_lines).unwrap_or_default(),
        display: options.flag("display"),
        position: box_position(options.text("position")),
        align: parse_align(options.text("align")),
        font: options.font("font"),
        color: options.color_or("color", TEXT_COLOR),
        padding: parse_sides(options.raw("padding")),
        full_size: options.flag("fullSize"),
        weight: options.number_or("weight", 0.0),
        wrap: None,
        drop_priority: 0,
    })
}

/// Parses the side of the plot on which a legend or a title lies; the top by default.
pub(crate) fn box_position(name: Option<&str>) -> LayoutPosition {
    match name {
        Some("left") => LayoutPosition::Left,
        Some("right") => LayoutPosition::Right,
        Some("bottom") => LayoutPosition::Bottom,
        Some("chartArea") => LayoutPosition::ChartArea,
        _ => LayoutPosition::Top,
    }
}
