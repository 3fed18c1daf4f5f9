//! Options of Chart.js 2 and 3 that have another name or another place in version 4.

/// Former paths and present ones. A `*` stands for one name, which is the same in both; the present path may end earlier.
const RENAMED_PATHS: [(&str, &str); 46] = [
    ("options.tooltips", "options.plugins.tooltip"),
    ("options.tooltip", "options.plugins.tooltip"),
    ("options.title", "options.plugins.title"),
    ("options.subtitle", "options.plugins.subtitle"),
    ("options.legend", "options.plugins.legend"),
    ("options.annotation", "options.plugins.annotation"),
    ("options.datalabels", "options.plugins.datalabels"),
    ("options.filler", "options.plugins.filler"),
    ("options.decimation", "options.plugins.decimation"),
    ("options.scale", "options.scales.r"),
    ("options.xAxes", "options.scales.x"),
    ("options.yAxes", "options.scales.y"),
    ("options.cutoutPercentage", "options.cutout"),
    ("options.showLines", "options.showLine"),
    ("options.defaultFontColor", "options.color"),
    ("options.defaultFontFamily", "options.font.family"),
    ("options.defaultFontSize", "options.font.size"),
    ("options.elements.rectangle", "options.elements.bar"),
    ("options.plugins.tooltips", "options.plugins.tooltip"),
    ("options.scales.xAxes", "options.scales.x"),
    ("options.scales.yAxes", "options.scales.y"),
    ("options.scales.*.gridLines", "options.scales.*.grid"),
    ("options.scales.*.scaleLabel", "options.scales.*.title"),
    ("options.scales.*.title.labelString", "options.scales.*.title.text"),
    ("options.scales.*.distribution", "options.scales.*.type"),
    ("options.scales.*.ticks.beginAtZero", "options.scales.*.beginAtZero"),
    ("options.scales.*.ticks.min", "options.scales.*.min"),
    ("options.scales.*.ticks.max", "options.scales.*.max"),
    ("options.scales.*.ticks.suggestedMin", "options.scales.*.suggestedMin"),
    ("options.scales.*.ticks.suggestedMax", "options.scales.*.suggestedMax"),
    ("options.scales.*.ticks.reverse", "options.scales.*.reverse"),
    ("options.scales.*.ticks.userCallback", "options.scales.*.ticks.callback"),
    ("options.scales.*.time.min", "options.scales.*.min"),
    ("options.scales.*.time.max", "options.scales.*.max"),
    ("options.scales.*.time.format", "options.scales.*.time.parser"),
    ("options.scales.*.grid.drawBorder", "options.scales.*.border.display"),
    ("options.scales.*.grid.borderColor", "options.scales.*.border.color"),
    ("options.scales.*.grid.borderWidth", "options.scales.*.border.width"),
    ("options.scales.*.grid.borderDash", "options.scales.*.border.dash"),
    ("options.scales.*.grid.borderDashOffset", "options.scales.*.border.dashOffset"),
    ("options.scales.*.grid.tickMarkLength", "options.scales.*.grid.tickLength"),
    ("options.scales.*.grid.offsetGridLines", "options.scales.*.grid.offset"),
    ("options.scales.*.grid.zeroLineColor", "options.scales.*.grid.color"),
    ("options.scales.*.grid.zeroLineWidth", "options.scales.*.grid.lineWidth"),
    ("data.*.steppedLine", "data.*.stepped"),
    ("data.*.lineTension", "data.*.tension"),
];

/// Names that are others wherever text is drawn.
const RENAMED_TEXT_OPTIONS: [(&str, &str); 5] = [
    ("fontColor", "color"),
    ("fontFamily", "font.family"),
    ("fontSize", "font.size"),
    ("fontStyle", "font.weight"),
    ("lineHeight", "font.lineHeight"),
];

/// The path in version 4 of an option of an earlier version.
pub(crate) fn present_path(path: &str) -> Option<String> {
    let renamed = RENAMED_PATHS.iter().find_map(|(former, present)| replace_path(path, former, present));
    renamed.or_else(|| {
        let (parent, name) = path.rsplit_once('.')?;
        let (_, present) = RENAMED_TEXT_OPTIONS.iter().find(|(former, _)| *former == name)?;
        Some(format!("{parent}.{present}"))
    })
}

/// The present path with the names of `path`, if it matches the former one.
fn replace_path(path: &str, former: &str, present: &str) -> Option<String> {
    let names: Vec<&str> = path.split('.').collect();
    let expected: Vec<&str> = former.split('.').collect();
    let matches = names.len() == expected.len()
        && names.iter().zip(&expected).all(|(name, expected)| *expected == "*" || name == expected);
    matches.then(|| {
        let any_name = names.iter().zip(&expected).find(|(_, expected)| **expected == "*");
        any_name.map_or_else(|| present.to_owned(), |(name, _)| present.replace('*', name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_paths_have_present_ones() {
        for (former, present) in [
            ("options.tooltips", Some("options.plugins.tooltip")),
            ("options.scales.left.gridLines", Some("options.scales.left.grid")),
            ("options.scales.x.ticks.beginAtZero", Some("options.scales.x.beginAtZero")),
            ("options.scales.x.ticks.fontColor", Some("options.scales.x.ticks.color")),
            ("options.plugins.legend.labels.fontSize", Some("options.plugins.legend.labels.font.size")),
            ("data.datasets[2].steppedLine", Some("data.datasets[2].stepped")),
            ("options.plugins.title", None),
            ("options.scales.x.grid", None),
        ] {
            assert_eq!(present_path(former).as_deref(), present, "{former}");
        }
    }
}
