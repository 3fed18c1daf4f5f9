//! The places that options of version 2 have in version 4, for warnings.

/// Options of the chart.
const MOVED_OPTIONS: [(&str, &str); 8] = [
    ("options.annotation", "options.plugins.annotation"),
    ("options.cutoutPercentage", "options.cutout"),
    ("options.elements.rectangle", "options.elements.bar"),
    ("options.legend", "options.plugins.legend"),
    ("options.scale", "options.scales.r"),
    ("options.showLines", "options.showLine"),
    ("options.title", "options.plugins.title"),
    ("options.tooltips", "options.plugins.tooltip"),
];
/// Options of axes, datasets and texts by the end of their path.
const MOVED_ENDS: [(&str, &str); 15] = [
    (".fontColor", ".color"),
    (".fontFamily", ".font.family"),
    (".fontSize", ".font.size"),
    (".fontStyle", ".font.weight"),
    (".gridLines", ".grid"),
    (".label.enabled", ".label.display"),
    (".lineTension", ".tension"),
    (".scaleLabel", ".title"),
    (".steppedLine", ".stepped"),
    (".ticks.beginAtZero", ".beginAtZero"),
    (".ticks.max", ".max"),
    (".ticks.min", ".min"),
    (".ticks.reverse", ".reverse"),
    (".ticks.suggestedMax", ".suggestedMax"),
    (".ticks.suggestedMin", ".suggestedMin"),
];

/// The path in version 4 of an option of version 2.
pub(super) fn path_in_version_4(path: &str) -> Option<String> {
    let whole = MOVED_OPTIONS.iter().find(|(old, _)| *old == path).map(|(_, new)| (*new).to_owned());
    whole.or_else(|| {
        MOVED_ENDS.iter().find_map(|(old, new)| Some(format!("{}{new}", path.strip_suffix(old)?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_version_2_has_one_in_version_4() {
        for (old, new) in [
            ("options.tooltips", Some("options.plugins.tooltip")),
            ("options.scales.y.ticks.fontSize", Some("options.scales.y.ticks.font.size")),
            ("options.scales.y.ticks.min", Some("options.scales.y.min")),
            ("options.scales.y.min", None),
        ] {
            assert_eq!(path_in_version_4(old).as_deref(), new, "{old}");
        }
    }
}
