//! Access to S3: storing pictures, each once, and reading sprint files.

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

use super::object::{BucketSettings, ObjectUpload, StorageError, StorageErrorKind, StoredObject};
use emberline::limits::MAX_INPUT_BYTES;

const READING: &str = "S3: reading";
const WRITING: &str = "S3: writing";
/// The key contains the content's hash, so an object never changes.
const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";
/// S3 accepts 2 kB of user metadata in total.
const MAX_ALT_TEXT_BYTES: usize = 1_500;
/// Attempts of one call, including the first.
const MAX_ATTEMPTS: u32 = 3;
/// Timeout after which a new connection is attempted.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);

/// A bucket and its client, which keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Bucket {
    client: Client,
    settings: BucketSettings,
}

impl Bucket {
    /// Builds a client for the bucket. Region, credentials and endpoint are read with `variable` from the environment
    /// variables that all AWS tools use. Nothing is sent yet.
    ///
    /// # Errors
    /// The variable that is missing.
    pub fn connect(
        settings: BucketSettings,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let first_of = |names: [&str; 2]| names.into_iter().find_map(&variable);
        let required =
            |name: &str| variable(name).ok_or_else(|| format!("{name} is not set, and S3 needs it"));
        let region =
            first_of(["AWS_REGION", "AWS_DEFAULT_REGION"]).ok_or("AWS_REGION is not set, and S3 needs it")?;
        let credentials = Credentials::new(
            required("AWS_ACCESS_KEY_ID")?,
            required("AWS_SECRET_ACCESS_KEY")?,
            variable("AWS_SESSION_TOKEN"),
            None,
            "environment",
        );
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(CONNECT_TIMEOUT.min(settings.timeout))
            .operation_timeout(settings.timeout)
            .build();
        let mut config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(region))
            .credentials_provider(credentials)
            .http_client(Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https())
            .retry_config(RetryConfig::standard().with_max_attempts(MAX_ATTEMPTS))
            .timeout_config(timeouts);
        if let Some(endpoint) = first_of(["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]) {
            // Other S3 servers have no host name for each bucket.
            config = config.endpoint_url(endpoint).force_path_style(true);
        }
        Ok(Self { client: Client::from_conf(config.build()), settings })
    }

    /// The settings of the bucket.
    pub fn settings(&self) -> &BucketSettings {
        &self.settings
    }

    /// Stores a picture unless its key exists; in that case the same bytes are stored already.
    ///
    /// # Errors
    /// S3 refused the call or could not be reached.
    pub async fn put_object(&self, object: ObjectUpload<'_>) -> Result<StoredObject, StorageError> {
        let key = format!("{}{}", self.settings.prefix, object.key);
        for _ in 1..MAX_ATTEMPTS {
            if let Some(stored) = self.try_put(&key, object).await? {
                return Ok(stored);
            }
        }
        let conflict_error = StorageError {
            operation: WRITING,
            object: format!("s3://{}/{key}", self.settings.name),
            problem: "ConditionalRequestConflict: others write or delete it all the time".to_owned(),
            kind: StorageErrorKind::Unavailable,
        };
        self.try_put(&key, object).await?.ok_or(conflict_error)
    }

    /// Stores a picture with one call. `None` if another client writes or deletes the object at the same time: S3 asks for
    /// another attempt, which the SDK does not make.
    async fn try_put(
        &self,
        key: &str,
        object: ObjectUpload<'_>,
    ) -> Result<Option<StoredObject>, StorageError> {
        let put = self.client.put_object().bucket(&self.settings.name).key(key);
        let put = put
            .body(ByteStream::from(object.bytes.to_vec()))
            .content_type(object.content_type)
            .cache_control(CACHE_CONTROL)
            .metadata("alt-text", encode_header_text(object.alt_text))
            .metadata("emberline-version", env!("CARGO_PKG_VERSION"))
            .if_none_match("*");
        match put.send().await {
            Ok(_) => Ok(Some(StoredObject { key: key.to_owned(), already_stored: false })),
            Err(error) if error.raw_response().is_some_and(|response| response.status().as_u16() == 412) => {
                Ok(Some(StoredObject { key: key.to_owned(), already_stored: true }))
            }
            Err(error) if error.code() == Some("ConditionalRequestConflict") => Ok(None),
            Err(error) => {
                Err(self.storage_error(WRITING, format!("s3://{}/{key}", self.settings.name), &error))
            }
        }
    }

    /// Reads an object of any bucket.
    ///
    /// # Errors
    /// S3 refused the call or could not be reached, or the object is too large.
    pub async fn get_object(&self, bucket: &str, key: &str) -> Result<Vec<u8>, StorageError> {
        let name = || format!("s3://{bucket}/{key}");
        let read = async {
            let response = self.client.get_object().bucket(bucket).key(key).send().await;
            let object = response.map_err(|error| self.storage_error(READING, name(), &error))?;
            read_body(object, name()).await
        };
        // The SDK's own timeout ends with the first byte of the response.
        match tokio::time::timeout(self.settings.timeout, read).await {
            Ok(read) => read,
            Err(_) => Err(self.timeout_error(READING, name())),
        }
    }

    /// The address of a stored picture: the public one if there is one, else a presigned one.
    ///
    /// # Errors
    /// The link can't be signed.
    pub async fn object_url(&self, key: &str) -> Result<String, StorageError> {
        if let Some(public) = &self.settings.public_url {
            return Ok(format!("{public}/{key}"));
        }
        let name = || format!("s3://{}/{key}", self.settings.name);
        let signing_error = |problem: String| StorageError {
            operation: "S3: signing a link to",
            object: name(),
            problem,
            kind: StorageErrorKind::Unavailable,
        };
        let lifetime = PresigningConfig::expires_in(self.settings.link_lifetime)
            .map_err(|e| signing_error(e.to_string()))?;
        let get = self.client.get_object().bucket(&self.settings.name).key(key);
        let link = get.presigned(lifetime).await.map_err(|e| signing_error(ErrorChain(&e).to_string()))?;
        Ok(link.uri().to_owned())
    }

    /// Converts an error of the SDK.
    fn storage_error<E>(&self, operation: &'static str, object: String, error: &SdkError<E>) -> StorageError
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        if matches!(error, SdkError::TimeoutError(_)) {
            return self.timeout_error(operation, object);
        }
        let missing = matches!(error.code(), Some("NoSuchKey" | "NoSuchBucket" | "NotFound"))
            || (operation == READING && error.code() == Some("AccessDenied"));
        let problem = match (error.code(), error.message()) {
            (Some(code), Some(message)) => format!("{code}: {message}"),
            (Some(code), None) => code.to_owned(),
            (None, _) => format!("no answer: {}", ErrorChain(error)),
        };
        let kind = if missing { StorageErrorKind::Missing } else { StorageErrorKind::Unavailable };
        StorageError { operation, object, problem, kind }
    }

    fn timeout_error(&self, operation: &'static str, object: String) -> StorageError {
        let problem = format!("no answer within {} s", self.settings.timeout.as_secs_f64());
        StorageError { operation, object, problem, kind: StorageErrorKind::Timeout }
    }
}

/// Reads the body of a response, up to the limit of an input.
async fn read_body(mut object: GetObjectOutput, name: String) -> Result<Vec<u8>, StorageError> {
    let read_error = |problem, kind| StorageError { operation: READING, object: name.clone(), problem, kind };
    let mut bytes = Vec::new();
    while let Some(part) = object.body.next().await {
        let part = part.map_err(|error| {
            read_error(format!("cut off: {}", ErrorChain(&error)), StorageErrorKind::Unavailable)
        })?;
        if bytes.len() + part.len() > MAX_INPUT_BYTES {
            let problem = format!("too many bytes, at most {MAX_INPUT_BYTES} (MAX_INPUT_BYTES)");
            return Err(read_error(problem, StorageErrorKind::TooLarge));
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// Encodes a text for a header: printable ASCII is kept, all else becomes an encoded word (RFC 2047), which S3 displays
/// decoded. A long text is truncated.
fn encode_header_text(text: &str) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    let is_printable = |text: &str| text.bytes().all(|byte| (0x20..0x7F).contains(&byte));
    let max_bytes = if is_printable(text) { MAX_ALT_TEXT_BYTES } else { MAX_ALT_TEXT_BYTES / 4 * 3 - 16 };
    let mut truncated = text.to_owned();
    while truncated.len() > max_bytes {
        truncated.pop();
    }
    match is_printable(text) {
        true => truncated,
        false => format!("=?UTF-8?B?{}?=", BASE64_STANDARD.encode(truncated)),
    }
}

/// Displays an error and its causes in one line. The errors of the SDK contain no credentials and no signature.
struct ErrorChain<'a>(&'a (dyn Error + 'static));

impl fmt::Display for ErrorChain<'_> {
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
    fn metadata_is_ascii_and_within_the_limit() {
        assert_eq!(encode_header_text("12 left"), "12 left");
        assert_eq!(encode_header_text("über"), "=?UTF-8?B?w7xiZXI=?=");
        assert!(encode_header_text("\r\nx-amz-acl: public-read").starts_with("=?UTF-8?B?"));
        for text in ["a".repeat(4000), "ä".repeat(4000), "😀".repeat(4000)] {
            let short = encode_header_text(&text);
            assert!(short.len() <= MAX_ALT_TEXT_BYTES && short.is_ascii(), "{}", short.len());
        }
    }
}
