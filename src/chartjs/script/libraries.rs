//! The libraries of the sandbox for charts, each with what it provides to the other ones, to Rust and to scripts.

use crate::script::Library;

pub(super) static CHART_LIBRARIES: [Library; 15] = [
    Library::new("values.js", &["values"], include_str!("values.js")),
    Library::new(
        "configuration.js",
        &["charts", "findConfig", "readVariable", "registeredPlugins"],
        include_str!("configuration.js"),
    )
    .with_globals(&["module", "exports", "window", "self"]),
    Library::new("page.js", &[], include_str!("page.js")).with_globals(&[
        "Chart",
        "require",
        "document",
        "addEventListener",
        "ChartDataLabels",
        "ChartjsPluginDatalabels",
        "ChartAnnotation",
        "annotationPlugin",
        "chartjs-plugin-annotation",
    ]),
    Library::new(
        "canvas.js",
        &[
            "createCanvas",
            "createImage",
            "runImageListeners",
            "chartContext",
            "setCanvasState",
            "takeDrawing",
        ],
        include_str!("canvas.js"),
    )
    .with_globals(&[
        "CanvasRenderingContext2D",
        "CanvasGradient",
        "CanvasPattern",
        "HTMLCanvasElement",
        "OffscreenCanvas",
        "Path2D",
        "Image",
        "HTMLImageElement",
    ]),
    Library::new("helpers.js", &["helpers"], include_str!("helpers.js")),
    Library::new("ticks.js", &["ticks", "valueLabel"], include_str!("ticks.js")),
    Library::new(
        "defaults.js",
        &["defaults", "shownDefaults", "changedDefaults", "markVersion2", "addVersion2Defaults"],
        include_str!("defaults.js"),
    ),
    Library::new("annotations.js", &["annotationsOf"], include_str!("annotations.js")),
    Library::new("scale.js", &["Scale"], include_str!("scale.js")),
    Library::new(
        "element.js",
        &["Element", "elementOptions", "parsedValues", "setParsed"],
        include_str!("element.js"),
    ),
    Library::new(
        "chart.js",
        &[
            "chart",
            "load",
            "begin",
            "config",
            "encodeConfig",
            "setScales",
            "setLayout",
            "wantsLayout",
            "laidOut",
            "canvasState",
            "runAnnotationHook",
            "typeOf",
            "rawValue",
            "contextOf",
            "optionsOf",
            "dataContexts",
            "tickContext",
            "setScaleState",
            "scaleById",
            "scaleOptions",
        ],
        include_str!("chart.js"),
    ),
    Library::new(
        "calls.js",
        &[
            "evaluate",
            "evaluateAll",
            "formatValues",
            "invoke",
            "formatPointLabels",
            "evaluateTicks",
            "formatTicks",
            "runScaleHook",
        ],
        include_str!("calls.js"),
    ),
    Library::new("legend.js", &["defaultLegendItems", "changeLegendItems"], include_str!("legend.js")),
    Library::new(
        "plugins.js",
        &["hookNames", "runFirstHooks", "runLayoutHooks", "runDrawHook", "legend", "legendGrowth"],
        include_str!("plugins.js"),
    ),
    Library::new("quickchart.js", &[], include_str!("quickchart.js")).with_globals(&[
        "getGradientFill",
        "getGradientFillHelper",
        "pattern",
        "getImageFill",
    ]),
];

#[cfg(test)]
#[cfg(feature = "functions")]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::chartjs::script::host::ChartHost;
    use crate::font::Fonts;
    use crate::script::{CANVAS_LIBRARIES, Engine, LibraryLists};

    /// A library of the tests: the types of values of the bridge, each of which loads its library.
    static TYPES: [Library; 1] = [Library::new(
        "types.js",
        &["typeOfValue"],
        "(host, bridge) => { bridge.typeOfValue = (name) => typeof bridge[name]; }",
    )];
    static LIBRARIES: LibraryLists = &[&CANVAS_LIBRARIES, &CHART_LIBRARIES, &TYPES];

    #[test]
    fn every_library_provides_what_it_says() {
        for library in CANVAS_LIBRARIES.iter().chain(&CHART_LIBRARIES) {
            for name in library.provides.iter().chain(library.globals) {
                let engine = Engine::start(Rc::new(ChartHost::new(Fonts::embedded())), LIBRARIES).unwrap();
                let type_of_value = engine.call("typeOfValue", &format!("{name:?}")).unwrap();
                assert_ne!(type_of_value, "\"undefined\"", "{} and {name}", library.name);
            }
        }
    }
}
