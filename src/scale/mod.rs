//! Scales: pure arithmetic between data units, ticks and pixels. Nothing here draws or measures text.

mod data_range;
mod round_ticks;
mod log_ticks;
mod number_format;
mod pixel_range;
mod auto_skip;
mod linear_ticks;
mod normalizer;
mod js_math;
mod tick;
pub mod time;
mod resolved_axis;

pub use data_range::DataRange;
pub use round_ticks::{round_domain, round_ticks};
pub use log_ticks::{floor_log10, log_ticks};
pub use number_format::{Notation, NumberFormat, NumberStyle, js_number_text};
pub use pixel_range::{PixelRange, align_to_device_pixel};
pub use auto_skip::{SkipRule, auto_skip_ticks};
pub use linear_ticks::{LinearTickOptions, linear_ticks};
pub use js_math::{js_round, js_sign};
pub use normalizer::{Normalizer, interpolate_in_table};
pub use tick::Tick;
pub use resolved_axis::ResolvedAxis;
