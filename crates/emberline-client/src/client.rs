//! Sends requests.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

use super::client_error::{ClientError, ClientErrorKind};
use super::request::Request;
use super::response::Response;
use super::retry::{FailedAttempt, is_refusal, may_repeat, pauses};
use super::settings::ClientSettings;

const USER_AGENT: &str = concat!("emberline/", env!("CARGO_PKG_VERSION"));

/// Sends requests. All requests of one client share a total time.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    settings: ClientSettings,
    started: Instant,
    attempts: AtomicUsize,
}

impl Client {
    /// Makes a client; its total time begins. Proxies are those of `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    ///
    /// # Errors
    /// The file of certificate authorities can't be read or has none.
    pub fn new(settings: ClientSettings) -> Result<Self, ClientError> {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(5)
            .user_agent(USER_AGENT)
            .tls_config(TlsConfig::builder().root_certs(root_certificates(&settings)?).build())
            .build()
            .new_agent();
        Ok(Self { agent, settings, started: Instant::now(), attempts: AtomicUsize::new(0) })
    }

    /// The number of requests that were sent so far, repetitions included.
    pub fn request_count(&self) -> usize {
        self.attempts.load(Ordering::Relaxed)
    }

    /// The time since the client was made.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Sends a request, and again where that may help. Returns the answer with any status; one that says "not now" only
    /// after the last repetition.
    ///
    /// # Errors
    /// There was no answer, or the server asks to wait beyond the total time.
    pub fn send(&self, request: &Request) -> Result<Response, ClientError> {
        let mut pauses = pauses(self.settings.first_pause);
        loop {
            let (asked, result) = match self.attempt(request) {
                Ok(response) => return Ok(response),
                Err(FailedAttempt::Refused(response)) => (self.asked_pause(&response), Ok(response)),
                Err(FailedAttempt::Unanswered(error)) if !may_repeat(&error, request) => return Err(error),
                Err(FailedAttempt::Unanswered(error)) => (Duration::ZERO, Err(error)),
            };
            if !self.wait_fits(asked) {
                return Err(self.total_time_error(request, asked));
            }
            match pauses.next().map(|pause| pause.max(asked)).filter(|pause| self.wait_fits(*pause)) {
                Some(pause) => std::thread::sleep(pause),
                None => return result,
            }
        }
    }

    fn attempt(&self, request: &Request) -> Result<Response, FailedAttempt> {
        let Some(left) = self.time_left() else {
            return Err(FailedAttempt::Unanswered(self.total_time_error(request, Duration::ZERO)));
        };
        self.attempts.fetch_add(1, Ordering::Relaxed);
        let response = self
            .exchange(request, left.min(self.settings.attempt_time))
            .map_err(|error| FailedAttempt::Unanswered(self.unanswered(request, error)))?;
        match is_refusal(&response, request, unix_seconds()) {
            true => Err(FailedAttempt::Refused(response)),
            false => Ok(response),
        }
    }

    /// Sends a request once and reads the whole answer.
    fn exchange(&self, request: &Request, time: Duration) -> Result<Response, ureq::Error> {
        let mut builder = http::Request::builder().method(&request.method).uri(request.url.as_str());
        let body = request.body.encode();
        if let Some((content_type, _)) = &body {
            builder = builder.header("Content-Type", content_type);
        }
        for (name, value) in request.header_values() {
            builder = builder.header(name, value);
        }
        let message = builder.body(body.map(|(_, bytes)| bytes).unwrap_or_default())?;
        let message = self.agent.configure_request(message).timeout_global(Some(time)).build();
        let mut answer = self.agent.run(message)?;
        let headers = answer.headers().iter();
        let headers = headers.map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        });
        let (status, headers) = (answer.status().as_u16(), headers.collect());
        let body = answer.body_mut().with_config().limit(self.settings.max_body_bytes).read_to_vec()?;
        Ok(Response { status, headers, body })
    }

    fn unanswered(&self, request: &Request, error: ureq::Error) -> ClientError {
        use ClientErrorKind as Kind;
        let (kind, may_have_arrived) = match error {
            ureq::Error::HostNotFound => (Kind::UnknownHost, false),
            ureq::Error::ConnectionFailed | ureq::Error::ConnectProxyFailed(_) => {
                (Kind::NotConnected(error.to_string()), false)
            }
            ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
                (Kind::NotConnected("refused".to_owned()), false)
            }
            ureq::Error::Io(error) => match tls_reason(&error) {
                Some(reason) => (Kind::Tls(reason), false),
                None => (Kind::Interrupted(error.to_string()), true),
            },
            ureq::Error::Rustls(error) => (Kind::Tls(error.to_string()), false),
            ureq::Error::Tls(reason) => (Kind::Tls(reason.to_owned()), false),
            ureq::Error::Timeout(phase) => {
                let arrived = !matches!(phase, ureq::Timeout::Resolve | ureq::Timeout::Connect);
                match self.time_left() {
                    Some(_) => (Kind::AttemptTime(self.settings.attempt_time), arrived),
                    None => {
                        (Kind::TotalTime { total: self.settings.total_time, wait: Duration::ZERO }, arrived)
                    }
                }
            }
            ureq::Error::BodyExceedsLimit(limit) => (Kind::LargeBody(limit), true),
            other => (Kind::Protocol(other.to_string()), true),
        };
        ClientError { request: request.to_string(), may_have_arrived, kind }
    }

    fn total_time_error(&self, request: &Request, wait: Duration) -> ClientError {
        let kind = ClientErrorKind::TotalTime { total: self.settings.total_time, wait };
        ClientError { request: request.to_string(), may_have_arrived: false, kind }
    }

    fn asked_pause(&self, response: &Response) -> Duration {
        response.retry_after(unix_seconds()).unwrap_or_default()
    }

    fn time_left(&self) -> Option<Duration> {
        self.settings.total_time.checked_sub(self.started.elapsed()).filter(|left| !left.is_zero())
    }

    fn wait_fits(&self, wait: Duration) -> bool {
        self.time_left().is_some_and(|left| wait < left)
    }
}

/// Returns the reason if the error comes from TLS, which ureq hands on inside an error of the connection.
fn tls_reason(error: &std::io::Error) -> Option<String> {
    let inner = error.get_ref()?;
    let is_tls = inner.is::<ureq::Error>() || inner.to_string().contains("certificate");
    is_tls.then(|| inner.to_string())
}

/// The clock is read to know how long a server asks to wait, never for a picture.
#[allow(clippy::disallowed_methods)]
fn unix_seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

fn root_certificates(settings: &ClientSettings) -> Result<RootCerts, ClientError> {
    let Some(path) = &settings.ca_file else {
        return Ok(if settings.uses_platform_roots {
            RootCerts::PlatformVerifier
        } else {
            RootCerts::WebPki
        });
    };
    let refuse = |reason: String| ClientError {
        request: path.display().to_string(),
        may_have_arrived: false,
        kind: ClientErrorKind::CaFile(reason),
    };
    let text = std::fs::read(path).map_err(|error| refuse(error.to_string()))?;
    let certificates: Vec<Certificate<'static>> = parse_pem(&text)
        .filter_map(Result::ok)
        .filter_map(|item| match item {
            PemItem::Certificate(certificate) => Some(certificate),
            _ => None,
        })
        .collect();
    match certificates.is_empty() {
        true => Err(refuse("found no certificate, expected PEM (-----BEGIN CERTIFICATE-----)".to_owned())),
        false => Ok(RootCerts::new_with_certs(&certificates)),
    }
}
