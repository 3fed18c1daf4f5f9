//! Scales: pure arithmetic between data units, ticks and pixels. Nothing here draws or measures text.

mod auto_skip;
mod data_range;
mod js_math;
mod js_text;
mod linear_ticks;
mod log_ticks;
mod normalizer;
mod number_format;
mod pixel_range;
mod plain_text;
mod resolved_axis;
mod round_ticks;
mod tick;
pub mod time;
mod v2_ticks;

pub use auto_skip::{SkipRule, auto_skip_ticks};
pub use data_range::DataRange;
pub use js_math::{js_round, js_sign};
pub use js_text::js_number_text;
pub use linear_ticks::{LinearTickOptions, linear_ticks};
pub use log_ticks::{floor_log10, log_ticks};
pub use normalizer::{Normalizer, interpolate_in_table};
pub use number_format::{Notation, NumberFormat, NumberStyle};
pub use pixel_range::{PixelRange, align_to_device_pixel};
pub use plain_text::plain_log_text;
pub use resolved_axis::ResolvedAxis;
pub use round_ticks::{round_domain, round_ticks};
pub use tick::Tick;
pub use v2_ticks::{V2LogTickOptions, v2_first_log_tick, v2_linear_ticks, v2_log_ticks};
