//! The HTTP client for fetching from trackers and posting into chats. It waits when a server asks for it, repeats what may be
//! repeated, ends within a total time, takes credentials from the environment, and never prints them.

mod client;
mod client_error;
mod credential;
mod request;
mod response;
mod retry;
mod settings;

pub use client::Client;
pub use client_error::{ClientError, ClientErrorKind};
pub use credential::{Credential, CredentialError, CredentialSource};
pub use http::Method;
pub use request::{Body, Request};
pub use response::Response;
pub use secrecy::{ExposeSecret, SecretString};
pub use settings::ClientSettings;
