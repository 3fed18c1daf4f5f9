//! The domain model of a sprint and its computations, independent of input formats and pictures.

mod amount;
mod calendar;
mod caveat;
mod changes_since;
mod event;
mod flow;
mod flow_state;
mod forecast;
mod historical_band;
mod ideal;
mod item;
mod ledger;
mod past_sprint;
mod past_summary;
mod release;
mod replay;
mod sprint_model;
mod throughput;
mod unit;
mod velocity;

pub use amount::Amount;
pub use calendar::{Calendar, Day};
pub use caveat::Caveat;
#[cfg(feature = "trackers")]
pub use caveat::CompletionSource;
pub use changes_since::{ChangeKind, ChangesSince, ItemChange};
pub use event::{Event, EventKind, Resolution};
pub use flow::{Flow, Level};
pub use flow_state::{FlowState, FlowStep};
pub use forecast::{CompletionDate, Forecast, ForecastInput, ForecastMethod};
pub use historical_band::{BandPoint, HistoricalBand};
pub use item::{ItemName, ItemState, Progress};
pub use ledger::{Ledger, LedgerDay, LevelStep};
pub use past_sprint::{PastSprint, Throughput};
pub use release::{Release, ReleaseBar};
pub use sprint_model::{ItemCounts, Sprint};
pub use unit::Unit;
pub use velocity::{Commitment, Velocity, VelocityBar};
