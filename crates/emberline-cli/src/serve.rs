//! The command `serve`: the HTTP router of the Lambda, behind a port.

use std::env;
use std::fs;
use std::net::SocketAddr;
use std::time::Duration;

use emberline_server::fonts::load_fonts;
use emberline_server::http::{self, HttpLimits, server};
use emberline_server::panic_message;
use emberline_server::service::{Service, Settings};
use tokio::net::TcpListener;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

use super::args::ServeArgs;
use super::clock::current_time;
use super::outcome::{CliError, RunStatus};

/// Time for the requests in progress when the server is shut down.
const SHUTDOWN_GRACE_PERIOD: Duration = Duration::from_secs(10);

/// Runs `serve`, until the process is interrupted or terminated.
pub(crate) fn run(args: &ServeArgs) -> Result<RunStatus, CliError> {
    panic_message::print_only_locations();
    let mut settings = Settings::from_variables(env::vars_os())?;
    settings.charts = args.charts.clone().or(settings.charts);
    start_log(settings.log);
    let fonts = load_fonts(&settings.fonts)?;
    if let Some(folder) = &settings.charts {
        fs::create_dir_all(folder)
            .map_err(|error| format!("folder of charts {}: {error}", folder.display()))?;
    }
    let bucket = settings.connect_bucket()?;
    let service = Service::new(settings, fonts, bucket, current_time);
    if let Some(page) = args.page.as_ref().filter(|page| !page.join("index.html").is_file()) {
        let remedy =
            "build the preview page with wasm/build.sh, then `npm ci && npm run build` in wasm/preview";
        return Err(format!("{}: there is no index.html; {remedy}", page.display()).into());
    }
    let router = http::router(service, http_limits(args), args.page.as_deref());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        let address = SocketAddr::new(args.host, args.port);
        let listener = TcpListener::bind(address).await.map_err(|error| format!("{address}: {error}"))?;
        // The signals are caught before the line is printed, since its reader may stop the server at once.
        let shutdown = shutdown_signal()?;
        eprintln!("emberline: listening on http://{}", listener.local_addr()?);
        server::serve_connections(listener, router, SHUTDOWN_GRACE_PERIOD, shutdown).await?;
        Ok(RunStatus::Completed)
    });
    // Drawing that takes longer than the grace period must not keep the process alive.
    runtime.shutdown_background();
    served
}

/// The limits of requests, as the arguments set them.
fn http_limits(args: &ServeArgs) -> HttpLimits {
    let timeout = Duration::from_secs_f64(args.timeout);
    // At least half of the time remains for drawing.
    let body_timeout = HttpLimits::default().body_timeout.min(timeout / 2);
    HttpLimits { body_bytes: args.max_body, timeout, body_timeout, concurrency: args.concurrency }
}

/// A future that is ready when the process is interrupted or terminated.
#[cfg(unix)]
fn shutdown_signal() -> Result<impl Future<Output = ()>, CliError> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn shutdown_signal() -> Result<impl Future<Output = ()>, CliError> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Starts logging to standard error, one line per request.
fn start_log(level: tracing::Level) {
    let targets = Targets::new().with_default(LevelFilter::ERROR).with_target("emberline", level);
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(false).with_target(false);
    // This is the only subscriber, so it can't fail.
    let _ = tracing::subscriber::set_global_default(Registry::default().with(lines.with_filter(targets)));
}
