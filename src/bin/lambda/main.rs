//! The AWS Lambda: pictures for whoever invokes it, stored in S3 or answered at once.

mod count;
mod event;
mod files;
mod gateway;
mod invocation;
mod log;
mod queue;

use std::process::ExitCode;

use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::value::RawValue;

use emberline::deliver::s3::Bucket;
use emberline::service::{self, Service, Settings};

use invocation::Function;

/// Fonts, settings and the client of S3 are made here, once for all invocations of this process.
fn start() -> Result<Function, String> {
    let settings = Settings::read(std::env::vars_os()).map_err(|error| error.to_string())?;
    log::start(settings.log);
    let fonts = service::fonts(&settings.fonts)?;
    let bucket =
        settings.bucket.clone().map(|bucket| Bucket::connect(bucket, |name| std::env::var(name).ok()));
    let service = Service::new(settings, fonts, bucket.transpose()?, now);
    Ok(Function::new(service))
}

#[expect(clippy::disallowed_methods, reason = "the edge supplies the clock")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // What a panic says may hold data; where it was is enough to find it.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("emberline: a fault of the program at {place}");
    }));
    let function = match start() {
        Ok(function) => function,
        Err(problem) => {
            eprintln!("emberline: {problem}");
            return ExitCode::FAILURE;
        }
    };
    let answer = |event: LambdaEvent<Box<RawValue>>| function.answer(event);
    match lambda_runtime::run(service_fn(answer)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("emberline: the runtime interface ended: {error}");
            ExitCode::FAILURE
        }
    }
}
