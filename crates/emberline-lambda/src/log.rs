//! The log: lines of JSON on standard output, which CloudWatch stores.

use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

/// Starts logging of this program's messages down to `level`. Other crates log errors only, because the AWS SDK would log
/// signatures at lower levels; the runtime logs nothing, because it repeats error messages with data of the request.
pub(crate) fn start_log(level: Level) {
    let targets = Targets::new().with_default(LevelFilter::ERROR).with_target("emberline", level);
    let targets = targets.with_target("lambda_runtime", LevelFilter::OFF);
    let lines = fmt::layer().json().flatten_event(true).with_target(false).with_span_list(false);
    let subscriber = Registry::default().with(lines.with_filter(targets));
    // This is the only subscriber, so it can't fail.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
