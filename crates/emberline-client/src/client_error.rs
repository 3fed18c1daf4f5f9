//! Errors of requests that got no answer.

use std::fmt;
use std::time::Duration;

/// The reason why a request got no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientErrorKind {
    /// The name of the host is unknown.
    UnknownHost,
    /// No connection to the host or to the proxy.
    NotConnected(String),
    /// The server's certificate is not trusted, or the handshake failed.
    Tls(String),
    /// No answer in the time of one attempt.
    AttemptTime(Duration),
    /// The total time is over, or the server asks to wait longer than what is left of it.
    TotalTime {
        /// The time of all requests of the client.
        total: Duration,
        /// The time that the server asks to wait; zero if it did not.
        wait: Duration,
    },
    /// The connection ended in the middle of the request or of the answer.
    Interrupted(String),
    /// The body is larger than the limit, in bytes.
    LargeBody(u64),
    /// The file of certificate authorities can't be used.
    CaFile(String),
    /// The request or the answer is no valid HTTP.
    Protocol(String),
}

/// A request that got no answer, with the request in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientError {
    /// The method and the address, without secrets.
    pub request: String,
    /// True if the server may have received the request, so that repeating it may do its work twice.
    pub may_have_arrived: bool,
    /// The reason.
    pub kind: ClientErrorKind,
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.request)?;
        match &self.kind {
            ClientErrorKind::UnknownHost => {
                f.write_str("the host is unknown; check the address and the network")
            }
            ClientErrorKind::NotConnected(reason) => {
                write!(
                    f,
                    "no connection ({reason}); check the network, and HTTPS_PROXY and NO_PROXY if there is a proxy"
                )
            }
            ClientErrorKind::Tls(reason) => write!(
                f,
                "no secure connection ({reason}); a certificate authority of your own is given with --ca-file FILE.pem, that of the system with --platform-roots"
            ),
            ClientErrorKind::AttemptTime(time) => {
                write!(f, "no answer within {} s; try again later", time.as_secs_f64())
            }
            ClientErrorKind::TotalTime { total, wait } if wait.is_zero() => {
                write!(
                    f,
                    "the time of {} s for all requests is over; allow more with --max-time",
                    total.as_secs_f64()
                )
            }
            ClientErrorKind::TotalTime { total, wait } => write!(
                f,
                "the server asks to wait {} s, which is more than is left of {} s; run it again later, or allow more with --max-time",
                wait.as_secs_f64().ceil(),
                total.as_secs_f64()
            ),
            ClientErrorKind::Interrupted(reason) => write!(f, "the connection was interrupted ({reason})"),
            ClientErrorKind::LargeBody(limit) => write!(f, "an answer of more than {limit} bytes"),
            ClientErrorKind::CaFile(reason) | ClientErrorKind::Protocol(reason) => write!(f, "{reason}"),
        }?;
        match self.may_have_arrived && !matches!(self.kind, ClientErrorKind::LargeBody(_)) {
            true => f.write_str("; the request may have arrived all the same"),
            false => Ok(()),
        }
    }
}

impl std::error::Error for ClientError {}
