//! Every limit of the program. docs/limits.md lists them in a table; the error of an exceeded limit names it.

/// Size of one input file, in bytes.
pub const MAX_INPUT_BYTES: usize = 64 * 1024 * 1024;
/// Largest single amount (an estimate, a day's total), in the sprint's unit.
pub const MAX_AMOUNT: f64 = 1_000_000.0;
/// Items of one sprint.
pub const MAX_ITEMS: usize = 100_000;
/// Dated events of one sprint.
pub const MAX_EVENTS: usize = 1_000_000;
/// Calendar days that one picture spans.
pub const MAX_DAYS: usize = 400;
/// Days off in the options of one sprint, those of an .ics file included.
pub const MAX_HOLIDAYS: usize = 5_000;
/// Dates and ranges of the days off in the options of one sprint, events of .ics files with their single dates (`RDATE`, `EXDATE`)
/// included; and occurrences of these events in the years around one sprint.
pub const MAX_HOLIDAY_ENTRIES: usize = 10_000;
/// Days of one event in an .ics file.
pub const MAX_EVENT_DAYS: usize = 3_660;
/// Components inside each other in an .ics file.
pub const MAX_CALENDAR_DEPTH: usize = 8;
/// Characters of one text of the input: a name, a goal, a title.
pub const MAX_TEXT_CHARS: usize = 2_000;
/// Device pixels of one picture: width × height × scale².
pub const MAX_PIXELS: f64 = 64_000_000.0;
/// Width or height of one picture, in CSS pixels.
pub const MAX_SIDE: f64 = 16_384.0;
/// Characters of the generated alt text.
pub const MAX_ALT_CHARS: usize = 1_000;
/// First year that a sprint may lie in.
pub const MIN_YEAR: i16 = 1970;
/// Last year that a sprint may lie in.
pub const MAX_YEAR: i16 = 2999;
/// Pictures that one call may request.
pub const MAX_REQUESTS: usize = 100;
/// Nesting depth of lists and objects in a Chart.js configuration.
pub const MAX_CONFIG_DEPTH: usize = 64;
/// Datasets of one Chart.js configuration.
pub const MAX_DATASETS: usize = 1_000;
/// Values of all datasets of one Chart.js configuration.
pub const MAX_VALUES: usize = 1_000_000;
/// Axes of one Chart.js configuration.
pub const MAX_AXES: usize = 32;
/// Annotations of one Chart.js configuration.
pub const MAX_ANNOTATIONS: usize = 1_000;
/// Blur of a shadow (`shadowBlur`), in CSS pixels; a larger one is drawn with this one.
pub const MAX_SHADOW_BLUR: f64 = 200.0;
/// Device pixels of all shadows of one picture, each with its blur.
pub const MAX_SHADOW_PIXELS: f64 = 64_000_000.0;
/// Bytes of one chart that is stored for a short address.
pub const MAX_STORED_CHART_BYTES: usize = 256 * 1024;
/// Charts that a folder holds for short addresses.
pub const MAX_STORED_CHARTS: usize = 100_000;
/// Ticks of one axis; if there are more, only every second, third, … is drawn.
pub const MAX_TICKS: usize = 10_000;
/// Cells of the grid of amounts on which a forecast is computed; finer amounts are shared by two cells.
pub const MAX_FORECAST_CELLS: usize = 256;
/// Working days that a forecast looks ahead; a later completion is reported as "not within" them.
pub const MAX_FORECAST_DAYS: usize = 100;
/// Minimum number of past working days for a forecast.
pub const MIN_FORECAST_HISTORY: usize = 3;
/// Past working days that a forecast is based on; of more, the last ones.
pub const MAX_FORECAST_HISTORY: usize = 120;
/// Minimum number of past working days for a forecast if no work was completed on any of them.
pub const MIN_IDLE_FORECAST_HISTORY: usize = 5;
/// Past sprints in one request or call.
pub const MAX_HISTORY: usize = 100;
/// Shortest period of a dash pattern, in CSS pixels; a finer pattern is drawn as a solid line in a lighter tint.
pub const MIN_DASH_PERIOD: f64 = 0.5;
/// Memory of a configuration's script, in bytes.
pub const MAX_SCRIPT_MEMORY: usize = 32 * 1024 * 1024;
/// Stack of a configuration's script, in bytes.
pub const MAX_SCRIPT_STACK: usize = 256 * 1024;
/// Steps of a configuration's script: jumps, calls and steps of regular expressions. About a second.
pub const MAX_SCRIPT_STEPS: u64 = 100_000_000;
/// Seconds of a configuration's script, however few its steps.
pub const MAX_SCRIPT_SECONDS: u64 = 10;
/// Calls of a configuration's functions for one picture.
pub const MAX_SCRIPT_CALLS: usize = 1_000_000;
/// Operations that a script records on the canvas of one picture, those of other canvases included each time they are drawn.
pub const MAX_CANVAS_OPERATIONS: usize = 100_000;
/// States that a script saves on a canvas without restoring them.
pub const MAX_CANVAS_SAVES: usize = 1_000;
/// Canvases inside each other, as patterns or images.
pub const MAX_CANVAS_DEPTH: usize = 8;
