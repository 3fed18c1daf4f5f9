//! Lines of JSON on standard output, where CloudWatch reads them.

use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

/// Logs what this program says, to a level. The AWS SDK would log signatures at its finer levels: of others only
/// errors are let through, and of the runtime not even those, for it repeats a failure's message with its data.
pub(crate) fn start(level: Level) {
    let ours = Targets::new().with_default(LevelFilter::ERROR).with_target("emberline", level);
    let ours = ours.with_target("lambda_runtime", LevelFilter::OFF);
    let lines = fmt::layer().json().flatten_event(true).with_target(false).with_span_list(false);
    let subscriber = Registry::default().with(lines.with_filter(ours));
    // There is none before it.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
