//! Forecast of the completion date from the throughput of past working days. docs/forecast.md explains the method.

mod amount_grid;
mod completion;
mod forecast_input;
mod future_days;
mod method;
mod outcome;
mod pace;
mod past_days;
mod progress;
mod weekday_rhythm;

#[cfg(test)]
mod tests;

pub use forecast_input::ForecastInput;
pub use method::ForecastMethod;
pub use outcome::{CompletionDate, Forecast};
