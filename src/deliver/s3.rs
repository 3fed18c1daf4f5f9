//! S3: pictures stored once under a key of their own, sprint files read.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::retry::RetryConfig;
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::get_object::GetObjectOutput;
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

use super::storage::{BucketSettings, Fault, Object, StorageError, Stored};
use crate::limits::MAX_INPUT_BYTES;

const READING: &str = "S3: reading";
const WRITING: &str = "S3: writing";
/// The key holds the content's hash: what it names never changes.
const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";
/// S3 takes 2 kB of metadata of the user's in all.
const ALT_TEXT_BYTES: usize = 1_500;
/// One call and two more.
const ATTEMPTS: u32 = 3;
/// A connection that takes longer than this is worth a new attempt.
const CONNECT: Duration = Duration::from_secs(2);

/// A bucket, with a client that is built once and keeps its connections.
#[derive(Clone, Debug)]
pub struct Bucket {
    client: Client,
    settings: BucketSettings,
}

impl Bucket {
    /// A client for the bucket. Region, credentials and endpoint come from the variables that every AWS tool knows, looked up in `variable`;
    /// nothing is sent yet.
    ///
    /// # Errors
    /// The variable that is missing.
    pub fn connect(
        settings: BucketSettings,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let one_of = |names: [&str; 2]| names.into_iter().find_map(&variable);
        let needed = |name: &str| variable(name).ok_or_else(|| format!("{name} is not set, and S3 needs it"));
        let region =
            one_of(["AWS_REGION", "AWS_DEFAULT_REGION"]).ok_or("AWS_REGION is not set, and S3 needs it")?;
        let credentials = Credentials::new(
            needed("AWS_ACCESS_KEY_ID")?,
            needed("AWS_SECRET_ACCESS_KEY")?,
            variable("AWS_SESSION_TOKEN"),
            None,
            "environment",
        );
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(CONNECT.min(settings.timeout))
            .operation_timeout(settings.timeout)
            .build();
        let mut config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region))
            .credentials_provider(credentials)
            .http_client(Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https())
            .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS))
            .timeout_config(timeouts);
        if let Some(endpoint) = one_of(["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]) {
            // Servers other than Amazon's have no name for each bucket.
            config = config.endpoint_url(endpoint).force_path_style(true);
        }
        Ok(Self { client: Client::from_conf(config.build()), settings })
    }

    /// Name, prefix, links, timeout.
    pub fn settings(&self) -> &BucketSettings {
        &self.settings
    }

    /// Stores a picture unless its key exists: then the same bytes are there already.
    ///
    /// # Errors
    /// S3's refusal, or why it could not be reached.
    pub async fn put(&self, object: Object<'_>) -> Result<Stored, StorageError> {
        let key = format!("{}{}", self.settings.prefix, object.key);
        for _ in 1..ATTEMPTS {
            if let Some(stored) = self.try_put(&key, object).await? {
                return Ok(stored);
            }
        }
        let conflict = StorageError {
            doing: WRITING,
            object: format!("s3://{}/{key}", self.settings.name),
            problem: "ConditionalRequestConflict: others write or delete it all the time".to_owned(),
            fault: Fault::Storage,
        };
        self.try_put(&key, object).await?.ok_or(conflict)
    }

    /// None where somebody writes or deletes the object right now: S3 asks for another attempt, and the SDK makes none.
    async fn try_put(&self, key: &str, object: Object<'_>) -> Result<Option<Stored>, StorageError> {
        let put = self.client.put_object().bucket(&self.settings.name).key(key);
        let put = put
            .body(ByteStream::from(object.bytes.to_vec()))
            .content_type(object.content_type)
            .cache_control(CACHE_CONTROL)
            .metadata("alt-text", header_text(object.alt_text))
            .metadata("emberline-version", env!("CARGO_PKG_VERSION"))
            .if_none_match("*");
        match put.send().await {
            Ok(_) => Ok(Some(Stored { key: key.to_owned(), known: false })),
            Err(error) if error.raw_response().is_some_and(|answer| answer.status().as_u16() == 412) => {
                Ok(Some(Stored { key: key.to_owned(), known: true }))
            }
            Err(error) if error.code() == Some("ConditionalRequestConflict") => Ok(None),
            Err(error) => Err(self.failure(WRITING, format!("s3://{}/{key}", self.settings.name), &error)),
        }
    }

    /// The bytes of an object of any bucket.
    ///
    /// # Errors
    /// S3's refusal, why it could not be reached, or the limit that the object goes over.
    pub async fn get(&self, bucket: &str, key: &str) -> Result<Vec<u8>, StorageError> {
        let name = || format!("s3://{bucket}/{key}");
        let read = async {
            let answer = self.client.get_object().bucket(bucket).key(key).send().await;
            let object = answer.map_err(|error| self.failure(READING, name(), &error))?;
            collect(object, name()).await
        };
        // The SDK's own limit ends with the first byte of the answer.
        match tokio::time::timeout(self.settings.timeout, read).await {
            Ok(read) => read,
            Err(_) => Err(self.late(READING, name())),
        }
    }

    /// An address from which a stored picture can be fetched: the public one, or a presigned one.
    ///
    /// # Errors
    /// The link can't be signed.
    pub async fn link(&self, key: &str) -> Result<String, StorageError> {
        if let Some(public) = &self.settings.public_url {
            return Ok(format!("{public}/{key}"));
        }
        let name = || format!("s3://{}/{key}", self.settings.name);
        let unsigned = |problem: String| StorageError {
            doing: "S3: signing a link to",
            object: name(),
            problem,
            fault: Fault::Storage,
        };
        let lifetime =
            PresigningConfig::expires_in(self.settings.link_lifetime).map_err(|e| unsigned(e.to_string()))?;
        let get = self.client.get_object().bucket(&self.settings.name).key(key);
        let link = get.presigned(lifetime).await.map_err(|e| unsigned(Chain(&e).to_string()))?;
        Ok(link.uri().to_owned())
    }

    fn failure<E>(&self, doing: &'static str, object: String, error: &SdkError<E>) -> StorageError
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        if matches!(error, SdkError::TimeoutError(_)) {
            return self.late(doing, object);
        }
        let missing = matches!(error.code(), Some("NoSuchKey" | "NoSuchBucket" | "NotFound"))
            || (doing == READING && error.code() == Some("AccessDenied"));
        let problem = match (error.code(), error.message()) {
            (Some(code), Some(message)) => format!("{code}: {message}"),
            (Some(code), None) => code.to_owned(),
            (None, _) => format!("no answer: {}", Chain(error)),
        };
        StorageError { doing, object, problem, fault: if missing { Fault::Missing } else { Fault::Storage } }
    }

    fn late(&self, doing: &'static str, object: String) -> StorageError {
        let problem = format!("no answer within {} s", self.settings.timeout.as_secs_f64());
        StorageError { doing, object, problem, fault: Fault::Timeout }
    }
}

/// The body, as long as it is not too long.
async fn collect(mut object: GetObjectOutput, name: String) -> Result<Vec<u8>, StorageError> {
    let failed = |problem, fault| StorageError { doing: READING, object: name.clone(), problem, fault };
    let mut bytes = Vec::new();
    while let Some(part) = object.body.next().await {
        let part = part.map_err(|error| failed(format!("cut off: {}", Chain(&error)), Fault::Storage))?;
        if bytes.len() + part.len() > MAX_INPUT_BYTES {
            let problem = format!("too many bytes, at most {MAX_INPUT_BYTES} (MAX_INPUT_BYTES)");
            return Err(failed(problem, Fault::TooLarge));
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// A text as a header may hold it: ASCII as it stands, all else as an encoded word (RFC 2047), which S3 shows decoded.
fn header_text(text: &str) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    let printable = |text: &str| text.bytes().all(|byte| (0x20..0x7F).contains(&byte));
    let room = if printable(text) { ALT_TEXT_BYTES } else { ALT_TEXT_BYTES / 4 * 3 - 16 };
    let mut short = text.to_owned();
    while short.len() > room {
        short.pop();
    }
    match printable(text) {
        true => short,
        false => format!("=?UTF-8?B?{}?=", BASE64_STANDARD.encode(short)),
    }
}

/// An error and its causes, in one line. The SDK's own chain holds no credentials and no signature.
struct Chain<'a>(&'a (dyn Error + 'static));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_ascii_and_within_its_limit() {
        assert_eq!(header_text("12 left"), "12 left");
        assert_eq!(header_text("über"), "=?UTF-8?B?w7xiZXI=?=");
        assert!(header_text("\r\nx-amz-acl: public-read").starts_with("=?UTF-8?B?"));
        for text in ["a".repeat(4000), "ä".repeat(4000), "😀".repeat(4000)] {
            let short = header_text(&text);
            assert!(short.len() <= ALT_TEXT_BYTES && short.is_ascii(), "{}", short.len());
        }
    }
}
