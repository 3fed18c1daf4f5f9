//! HTTP server for the router: accepts connections, drops those with slow headers and shuts down gracefully.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Timeout for the headers of a request, and for the next request on an open connection.
const HEADER_TIMEOUT: Duration = Duration::from_secs(10);
/// Maximal number of open connections; more wait to be accepted.
const MAX_CONNECTIONS: usize = 1_024;
/// Delay after an error on accepting a connection, such as too many open files.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(50);

/// Serves connections until `shutdown` is ready; then waits at most `grace_period` for the requests in progress.
///
/// # Errors
/// None at present.
pub async fn serve_connections(
    listener: TcpListener,
    router: Router,
    grace_period: Duration,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let graceful = GracefulShutdown::new();
    let permits = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let accepted = async {
            let permit = Arc::clone(&permits).acquire_owned().await;
            (listener.accept().await, permit)
        };
        let (stream, permit) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut shutdown => break,
        };
        let stream = match stream {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "no connection");
                tokio::time::sleep(ACCEPT_RETRY_DELAY).await;
                continue;
            }
        };
        // Without Nagle's algorithm the last packet of a response does not wait for acknowledgements.
        let _ = stream.set_nodelay(true);
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(HEADER_TIMEOUT);
        let service = TowerToHyperService::new(router.clone());
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // An error ends this connection only; its cause is the client.
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    if tokio::time::timeout(grace_period, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were still under way");
    }
    Ok(())
}
