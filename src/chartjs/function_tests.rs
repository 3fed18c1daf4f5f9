//! Functions in configurations: the contexts that they get, and their effect on the chart.

use crate::chart::{Chart, Guide, LayoutPosition, Legend, LegendItem, Mark, SegmentStyle};
use crate::color::Color;
use crate::font::Fonts;
use crate::geometry::Size;
use crate::limits::MAX_TEXT_CHARS;
use crate::scene::{Item, Paint};
use crate::script::STARTED_ENGINES;

use super::{ConfigReadSettings, DrawnChart, PictureSettings, lay_out_chart, read_config};

/// The chart of a configuration, and the texts of its picture.
fn lay_out(script: &str) -> (Chart, Vec<String>) {
    let settings = ConfigReadSettings { runs_functions: true, ..ConfigReadSettings::default() };
    let config = read_config(script.as_bytes(), &settings).expect("a configuration");
    let size = Size { width: 400.0, height: 300.0 };
    let settings = PictureSettings { size, pixel_ratio: 1.0, theme: None };
    let DrawnChart { chart, scene, .. } =
        lay_out_chart(&config, settings, &Fonts::embedded()).expect("a picture");
    let mut texts = Vec::new();
    add_texts(&scene.items, &mut texts);
    (chart, texts)
}

/// Adds the texts of items in painting order.
fn add_texts(items: &[Item], texts: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Text(text) => texts.push(text.line.runs.iter().map(|run| run.text.as_str()).collect()),
            Item::Group(_, inner) | Item::Transformed(_, inner) | Item::Translucent(_, inner) => {
                add_texts(inner, texts);
            }
            Item::Layer(layer) => add_texts(&layer.items, texts),
            Item::Shape(_) | Item::Shadow(_) => {}
        }
    }
}

fn legend_of(chart: &Chart) -> &Legend {
    let legend = chart.guides.iter().find_map(|guide| match guide {
        Guide::Legend(legend) => Some(legend),
        Guide::Title(_) => None,
    });
    legend.expect("a legend")
}

fn names_of(legend: &Legend) -> Vec<String> {
    legend.items.iter().map(|item| item.text.join(" ")).collect()
}

fn segments_of(chart: &Chart, count: usize) -> Vec<SegmentStyle> {
    let dataset = chart.datasets.iter().next().expect("a dataset");
    let style = match &dataset.mark {
        Mark::Line(line) => line.style.as_ref(),
        Mark::Radar(radar) => Some(&radar.style),
        _ => None,
    };
    let segments = style.and_then(|style| style.segments.clone()).expect("segments");
    (0..count).map(|index| segments.get(index).clone()).collect()
}

const RED: Color = Color::from_hex(0xff_00_00);

#[test]
fn functions_of_segments_get_their_two_points() {
    let (chart, _) = lay_out(
        "{type: 'line', data: {labels: ['a', 'b', 'c', 'd'], datasets: [{data: [3, 1, null, 2], borderColor: 'blue',
           spanGaps: true, segment: {
             borderColor: (c) => c.p0.parsed.y > c.p1.parsed.y && !c.p1.skip ? 'red' : undefined,
             borderDash: (c) => c.p0.skip || c.p1.skip ? [4, 2] : undefined,
             borderWidth: (c) => c.p1.x > c.p0.x ? c.p1DataIndex + c.p0DataIndex : 1}}]}}",
    );
    let styles = segments_of(&chart, 4);
    assert_eq!(styles[1].stroke.paint, Paint::from(RED));
    assert_eq!(styles[3].stroke.paint, Paint::from(Color::from_hex(0x00_00_ff)));
    assert_eq!(styles.iter().map(|style| style.stroke.dash.len()).collect::<Vec<_>>(), [0, 0, 2, 2]);
    assert_eq!(styles[1].stroke.width, 1.0, "p0 is at 0 and p1 at 1");
}

#[test]
fn the_closing_segment_of_a_radar_line_ends_at_the_first_point() {
    let (chart, _) = lay_out(
        "{type: 'radar', data: {labels: ['a', 'b', 'c'], datasets: [{data: [3, 1, 2],
           segment: {borderWidth: (c) => 10 * c.p0DataIndex + c.p1DataIndex}}]}}",
    );
    let widths = segments_of(&chart, 3).iter().map(|style| style.stroke.width).collect::<Vec<_>>();
    assert_eq!(widths, [20.0, 1.0, 12.0]);
}

#[test]
fn legend_items_are_made_from_the_default_ones_chosen_and_sorted() {
    let (chart, _) = lay_out(
        "{type: 'bar', data: {labels: ['a'], datasets: [{label: 'x', data: [1]}, {label: 'z', data: [2]},
           {label: 'y', data: [3], backgroundColor: 'red'}]},
          options: {plugins: {legend: {labels: {
            generateLabels: (chart) => Chart.defaults.plugins.legend.labels.generateLabels(chart)
              .map((item) => ({...item, text: item.text + chart.data.datasets[item.datasetIndex].data[0]})),
            filter: (item, data) => item.text !== 'x1' && data.datasets.length === 3,
            sort: (a, b) => a.text < b.text ? -1 : 1}}}}}",
    );
    let legend = legend_of(&chart);
    assert_eq!(names_of(legend), ["y3", "z2"]);
    let LegendItem { fill, .. } = &legend.items[0];
    assert_eq!(*fill, Paint::from(RED));
}

#[test]
fn the_legend_of_a_pie_has_its_own_default_items() {
    let (chart, _) = lay_out(
        "{type: 'pie', data: {labels: ['a', 'b'], datasets: [{data: [3, 4], backgroundColor: ['blue', 'red']}]},
          options: {plugins: {legend: {labels: {generateLabels: (chart) =>
            Chart.overrides.pie.plugins.legend.labels.generateLabels(chart)
              .map((item) => ({...item, text: `${item.text} ${item.index}`}))}}}}}",
    );
    let legend = legend_of(&chart);
    assert_eq!(names_of(legend), ["a 0", "b 1"]);
    assert_eq!(legend.items[1].fill, Paint::from(RED));
}

#[test]
fn data_labels_are_formatted_and_styled_by_functions() {
    let (chart, texts) = lay_out(
        "{type: 'bar', data: {labels: ['a', 'b', 'c'], datasets: [{data: [3, 4, 5]}]},
          options: {plugins: {datalabels: {
            display: (c) => c.dataIndex !== 1,
            color: (c) => c.dataset.data[c.dataIndex] > 4 ? 'red' : 'black',
            formatter: (v, c) => c.chart.data.labels[c.dataIndex] === 'c' ? ['c', v * 100] : null}}}}",
    );
    let labels = &chart.datasets.iter().next().expect("a dataset").data_labels[0];
    assert_eq!(labels.texts, [vec![], vec!["4".to_owned()], vec!["c".to_owned(), "500".to_owned()]]);
    assert_eq!(labels.styles.get(2).paint, Paint::from(RED));
    assert!(texts.iter().any(|text| text == "500"), "{texts:?}");
}

#[test]
fn labels_around_a_radial_axis_come_from_a_callback() {
    let (chart, texts) = lay_out(
        "{type: 'radar', data: {labels: ['a', 'b', 'c'], datasets: [{data: [30, 10, 20]}]},
          options: {scales: {r: {
            pointLabels: {
              callback(label, index) { return label + this.chart.data.datasets[0].data[index]; },
              color: (c) => c.label === 'b10' ? 'red' : 'black'},
            angleLines: {lineWidth: (c) => 1 + c.index},
            ticks: {callback: (value) => value + ' kg'},
            afterBuildTicks: (scale) => { scale.ticks = [{value: 10}, {value: 30}]; }}}}}",
    );
    let axis = chart.radial_axes.iter().next().expect("an axis");
    assert_eq!(axis.labels, [["a30"], ["b10"], ["c20"]]);
    assert_eq!(axis.point_labels.styles.get(1).1, RED);
    let lines = axis.angle_lines.as_ref().expect("lines");
    assert_eq!(lines.get(2).stroke.width, 3.0);
    assert!(
        texts.iter().any(|text| text == "30 kg") && !texts.iter().any(|text| text == "20 kg"),
        "{texts:?}"
    );
}

#[test]
fn options_of_a_scale_itself_may_be_functions() {
    let (chart, _) = lay_out(
        "{type: 'line', data: {labels: ['a', 'b'], datasets: [{data: [3, 4]}]},
          options: {scales: {y: {min: (c) => c.chart.data.datasets[0].data[0] - 10, suggestedMax: () => 40,
            reverse: (c) => c.scale.id === 'y', position: () => 'right'}}}}",
    );
    let axis = chart.axes.iter().find(|axis| !axis.horizontal).expect("an axis");
    assert_eq!((axis.limits.min, axis.limits.suggested_max), (Some(-7.0), Some(40.0)));
    assert!(axis.reverse);
    assert_eq!(axis.position, LayoutPosition::Right);
}

#[test]
fn fonts_of_ticks_are_chosen_while_the_axis_is_laid_out() {
    let base = "{type: 'line', data: {labels: ['a', 'b'], datasets: [{data: [3, 4]}]}, options: {scales: {x: {ticks: {FONT}},
                y: {title: {display: true, text: (c) => String(c.chart.scales.y.height)}}}}}";
    let height = |font: &str| {
        let (_, texts) = lay_out(&base.replace("FONT", font));
        texts.iter().filter_map(|text| text.parse::<f64>().ok()).fold(0.0, f64::max)
    };
    let (plain, large) =
        (height("font: () => ({})"), height("font: {size: (c) => c.tick.label === 'b' ? 32 : 12}"));
    assert!((plain - large - 24.0).abs() < 2.0, "20 px more, at 1.2 lines each: {plain}, {large}");
}

#[test]
fn ticks_exist_when_functions_of_the_grid_are_called() {
    let (chart, _) = lay_out(
        "{type: 'line', data: {labels: ['a', 'b'], datasets: [{data: [0, 2]}]},
          options: {scales: {y: {ticks: {stepSize: 1}, grid: {lineWidth: (c) => c.tick.value === 1 ? 5 : 1}}}}}",
    );
    let axis = chart.axes.iter().find(|axis| !axis.horizontal).expect("an axis");
    let widths: Vec<f64> = (0..3).map(|index| axis.grid.lines.get(index).1).collect();
    assert_eq!(widths, [1.0, 5.0, 1.0]);
}

fn assert_has_texts(texts: &[String], expected: &[&str]) {
    for text in expected {
        assert!(texts.iter().any(|own| own == text), "{text}: {texts:?}");
    }
}

#[test]
fn callbacks_for_version_2_see_values_in_the_order_of_that_version() {
    let callback = "callback: (value, index, all) => `${index}:${value}:${all[0]}`";
    let (_, texts) = lay_out(&format!(
        "module.exports = {{ type: 'bar', data: {{ labels: ['a', 'b'], datasets: [{{ data: [0, 2] }}] }},
            options: {{ scales: {{ xAxes: [{{ ticks: {{ {callback} }} }}],
                yAxes: [{{ ticks: {{ stepSize: 1, {callback} }} }}] }} }} }};"
    ));
    assert_has_texts(&texts, &["0:2:2", "1:1:2", "2:0:2", "0:a:a", "1:b:a"]);
    let (_, texts) = lay_out(
        "module.exports = { type: 'bar', data: { labels: ['a', 'b'], datasets: [{ data: [0, 2] }] },
            options: { scales: { y: { ticks: { stepSize: 1,
                callback: (value, index, all) => `${index}:${value}:${all[0].value}` } } } } };",
    );
    assert_has_texts(&texts, &["0:0:0", "1:1:0", "2:2:0"]);
}

#[test]
fn a_call_of_a_canvas_without_effect_gives_a_warning() {
    let script = "module.exports = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] },
        plugins: [{ beforeDraw(chart) { chart.ctx.filter = 'blur(2px)'; chart.ctx.fillRect(0, 0, 9, 9); } }] };";
    let settings = ConfigReadSettings { runs_functions: true, ..ConfigReadSettings::default() };
    let config = read_config(script.as_bytes(), &settings).expect("a configuration");
    let size = Size { width: 100.0, height: 80.0 };
    let settings = PictureSettings { size, pixel_ratio: 1.0, theme: None };
    let drawn = lay_out_chart(&config, settings, &Fonts::embedded()).expect("a picture");
    assert_eq!(drawn.warnings, ["canvas: filter has no effect"]);
}

#[test]
fn defaults_of_version_2_apply_to_all_charts_of_a_script() {
    let (chart, texts) = lay_out(
        "Chart.defaults.global.legend.position = 'right';
         Chart.defaults.global.title.display = true;
         Chart.defaults.global.title.text = 'From the defaults';
         Chart.defaults.global.defaultFontSize += 4;
         Chart.defaults.line.legend = { labels: { boxWidth: 9 } };
         Chart.defaults.doughnut.legend = { labels: { boxWidth: 5 } };
         const config = {type: 'line', data: {labels: ['a', 'b'], datasets: [{label: 'one', data: [1000, 4000]}]},
           options: {title: {fontColor: 'red'}}};",
    );
    assert!(texts.iter().any(|text| text == "From the defaults"), "{texts:?}");
    assert!(texts.iter().any(|text| text == "4000"), "numbers of version 2: {texts:?}");
    let legend = legend_of(&chart);
    assert_eq!(legend.position, LayoutPosition::Right);
    assert_eq!((legend.box_width, legend.font.style.size), (9.0, 16.0));
}

#[test]
fn reading_defaults_of_version_2_does_not_change_the_version() {
    let (_, texts) = lay_out(
        "const size = (Chart.defaults.global || Chart.defaults).defaultFontSize;
         const config = {type: 'bar', data: {labels: ['a'], datasets: [{data: [2000], label: `${size}`}]}};",
    );
    assert!(texts.iter().any(|text| text == "2,000"), "{texts:?}");
    assert!(texts.iter().any(|text| text == "12"), "{texts:?}");
}

#[test]
fn what_waits_for_an_image_runs_after_the_script() {
    let (_, texts) = lay_out(
        "const image = new Image();
         image.onload = () => new Chart(null, {type: 'bar', data: {labels: [label], datasets: [{data: [1]}]}});
         image.src = 'https://example.com/logo.png';
         const label = 'loaded';",
    );
    assert!(texts.iter().any(|text| text == "loaded"), "{texts:?}");
}

#[test]
fn a_configuration_of_data_starts_no_engine() {
    let started = |script: &str| {
        let before = STARTED_ENGINES.get();
        lay_out(script);
        STARTED_ENGINES.get() - before
    };
    let data = "{type: 'bar', data: {labels: ['a'], datasets: [{data: [1], backgroundColor: 'red'}]},
        options: {plugins: {title: {display: true, text: 'x => 1'}}}}";
    assert_eq!(started(data), 0);
    // Once to read the configuration, once to draw it.
    assert_eq!(started(&data.replace("'red'", "() => 'red'")), 2);
}

#[test]
fn a_text_that_a_function_returns_has_a_limit() {
    let error = |script: &str| {
        let settings = ConfigReadSettings { runs_functions: true, ..ConfigReadSettings::default() };
        let config = read_config(script.as_bytes(), &settings).expect("a configuration");
        let size = Size { width: 400.0, height: 300.0 };
        let settings = PictureSettings { size, pixel_ratio: 1.0, theme: None };
        lay_out_chart(&config, settings, &Fonts::embedded()).map(|_| ()).map_err(|error| error.limit)
    };
    let callback = |length: usize| {
        format!(
            "{{type: 'bar', data: {{datasets: []}}, options: {{scales: {{y: {{ticks: {{callback: () => 'x'.repeat({length})}}}}}}}}}}"
        )
    };
    assert_eq!(error(&callback(MAX_TEXT_CHARS)), Ok(()));
    assert_eq!(error(&callback(MAX_TEXT_CHARS + 1)), Err(Some("MAX_TEXT_CHARS")));
    let drawn = |length: usize| {
        format!(
            "module.exports = {{type: 'bar', data: {{datasets: []}}, plugins: [{{beforeDraw: (chart) => chart.ctx.fillText('x'.repeat({length}), 1, 1)}}]}}"
        )
    };
    assert_eq!(error(&drawn(MAX_TEXT_CHARS)), Ok(()));
    assert_eq!(error(&drawn(MAX_TEXT_CHARS + 1)), Err(Some("MAX_TEXT_CHARS")));
}

#[test]
fn numbers_of_scripts_keep_all_digits() {
    for number in ["0.1 + 0.2", "1 / 3", "2 / 3 * 1e-30", "1e21 / 7", "12345678.123456789"] {
        let (chart, _) = lay_out(&format!(
            "const n = {number}; const datasets = [{{ label: n, data: [] }}, {{ label: String(n), data: [] }}];
             module.exports = {{ type: 'line', data: {{ labels: ['a'], datasets }} }};"
        ));
        let names = names_of(legend_of(&chart));
        assert_eq!(names.first(), names.last(), "{number}");
    }
}
