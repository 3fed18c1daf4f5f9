//! The AWS Lambda function: draws pictures for events of several kinds, and stores them in S3 or returns them.

mod event;
mod files;
mod gateway;
mod invocation;
mod invocation_metrics;
mod limits;
mod log;
mod queue;

use std::process::ExitCode;

use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::value::RawValue;

use emberline_server::fonts::load_fonts;
use emberline_server::panic_message;
use emberline_server::service::{Service, Settings};

use invocation::Function;

/// Builds the state that all invocations of this process share: settings, fonts and the client of S3.
fn build_function() -> Result<Function, String> {
    let settings = Settings::from_variables(std::env::vars_os()).map_err(|error| error.to_string())?;
    log::start_log(settings.log);
    let fonts = load_fonts(&settings.fonts)?;
    let bucket = settings.connect_bucket()?;
    let service = Service::new(settings, fonts, bucket, current_time);
    Ok(Function::new(service, current_time))
}

#[expect(clippy::disallowed_methods, reason = "the edge supplies the clock")]
fn current_time() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    panic_message::print_only_locations();
    let function = match build_function() {
        Ok(function) => function,
        Err(problem) => {
            eprintln!("emberline: {problem}");
            return ExitCode::FAILURE;
        }
    };
    let handler = |event: LambdaEvent<Box<RawValue>>| function.handle_event(event);
    match lambda_runtime::run(service_fn(handler)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("emberline: the runtime interface ended: {error}");
            ExitCode::FAILURE
        }
    }
}
