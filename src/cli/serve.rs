//! `serve`: the Lambda's router behind a port.

use std::env;
use std::net::SocketAddr;
use std::time::Duration;

use emberline::deliver::s3::Bucket;
use emberline::http::{self, HttpLimits, host};
use emberline::service::{Service, Settings};
use tokio::net::TcpListener;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, fmt};

use super::args::ServeArgs;
use super::{Failure, Outcome, fonts, source};

/// Time for requests that are under way when the server is told to stop.
const GRACE: Duration = Duration::from_secs(10);

pub(crate) fn run(args: &ServeArgs) -> Result<Outcome, Failure> {
    // What a panic says may hold data; where it was is enough to find it.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("emberline: a fault of the program at {place}");
    }));
    let settings = Settings::read(env::vars_os())?;
    log(settings.log);
    let bucket = settings.bucket.clone().map(|bucket| Bucket::connect(bucket, |name| env::var(name).ok()));
    let fonts = fonts::load(&[])?;
    let service = Service::new(settings, fonts, bucket.transpose()?, source::now);
    if let Some(page) = args.page.as_ref().filter(|page| !page.join("index.html").is_file()) {
        let remedy =
            "build the preview page with wasm/build.sh, then `npm ci && npm run build` in wasm/preview";
        return Err(format!("{}: there is no index.html; {remedy}", page.display()).into());
    }
    let router = http::router(service, limits(args), args.page.as_deref());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        let address = SocketAddr::new(args.host, args.port);
        let listener = TcpListener::bind(address).await.map_err(|error| format!("{address}: {error}"))?;
        // Who reads the line may stop the server at once.
        let stop = stop()?;
        eprintln!("emberline: listening on http://{}", listener.local_addr()?);
        host::serve(listener, router, GRACE, stop).await?;
        Ok(Outcome::Done)
    });
    // A drawing that outlasts the grace must not hold the process.
    runtime.shutdown_background();
    served
}

fn limits(args: &ServeArgs) -> HttpLimits {
    let timeout = Duration::from_secs_f64(args.timeout);
    // Half of the time is the picture's.
    let body_timeout = HttpLimits::default().body_timeout.min(timeout / 2);
    HttpLimits { body_bytes: args.max_body, timeout, body_timeout, concurrency: args.concurrency }
}

/// Ends when the process is told to end.
#[cfg(unix)]
fn stop() -> Result<impl Future<Output = ()>, Failure> {
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
fn stop() -> Result<impl Future<Output = ()>, Failure> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// A line a request on standard error.
fn log(level: tracing::Level) {
    let ours = Targets::new().with_default(LevelFilter::ERROR).with_target("emberline", level);
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(false).with_target(false);
    // There is none before it.
    let _ = tracing::subscriber::set_global_default(Registry::default().with(lines.with_filter(ours)));
}
