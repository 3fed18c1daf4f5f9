//! What the environment says, checked at the start: every problem at once, each with its variable.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use crate::deliver::key::{self, KeyTemplate};
use crate::deliver::storage::BucketSettings;
use crate::limits::MAX_PIXELS;
use crate::request::PictureOptions;

/// The variables that are read, besides those of AWS. The README's table lists them.
pub const VARIABLES: [&str; 12] = [
    "EMBERLINE_BUCKET",
    "EMBERLINE_PREFIX",
    "EMBERLINE_SOURCES",
    "EMBERLINE_KEY",
    "EMBERLINE_PUBLIC_URL",
    "EMBERLINE_URL_SECONDS",
    "EMBERLINE_S3_TIMEOUT_SECONDS",
    "EMBERLINE_MAX_PIXELS",
    "EMBERLINE_OPTIONS",
    "EMBERLINE_FONTS",
    "EMBERLINE_LOG",
    "EMBERLINE_METRICS",
];

/// Longest life of a presigned link: S3's own limit, 7 days.
const MAX_URL_SECONDS: u64 = 604_800;
/// Longest wait for S3: a Lambda's own limit, 15 minutes.
const MAX_S3_SECONDS: f64 = 900.0;
/// A picture of 4000 × 4000 pixels takes 64 MB while it is drawn.
const DEFAULT_MAX_PIXELS: f64 = 16_000_000.0;

/// How requests are answered.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where pictures are stored; none where nothing can be stored.
    pub bucket: Option<BucketSettings>,
    /// `bucket/prefix`es under which sprint files may be read.
    pub sources: Vec<String>,
    /// How a picture's key is made.
    pub key: KeyTemplate,
    /// Device pixels that a request may ask for.
    pub max_pixels: f64,
    /// What a request that is silent asks for.
    pub options: PictureOptions,
    /// Files and folders of more fonts.
    pub fonts: Vec<PathBuf>,
    /// What is logged.
    pub log: tracing::Level,
    /// Namespace of the metrics; none where there are none.
    pub metrics: Option<String>,
}

/// What is wrong with the environment: each variable with what it holds and what is expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct SettingsError(pub Vec<String>);

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Settings {
    /// The settings in variables of the environment; others than `EMBERLINE_…` are passed over.
    ///
    /// # Errors
    /// Every variable that can't be understood, unknown ones among them.
    pub fn read(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Self, SettingsError> {
        // A value that is no Unicode is none that is expected: its reader says so.
        let text = |text: OsString| text.to_string_lossy().into_owned();
        let variables = variables.into_iter().map(|(name, value)| (text(name), text(value)));
        let ours =
            variables.into_iter().filter(|(name, value)| name.starts_with("EMBERLINE_") && !value.is_empty());
        let mut reader = Reader { given: ours.collect(), problems: Vec::new() };
        reader.unknown();
        let bucket = reader.bucket();
        let in_bucket = bucket.iter().map(|bucket| format!("{}/in/", bucket.name)).collect();
        let settings = Self {
            sources: reader.take("EMBERLINE_SOURCES", sources).unwrap_or(in_bucket),
            key: reader.take("EMBERLINE_KEY", KeyTemplate::parse).unwrap_or_default(),
            max_pixels: reader.take("EMBERLINE_MAX_PIXELS", pixels).unwrap_or(DEFAULT_MAX_PIXELS),
            options: reader.take("EMBERLINE_OPTIONS", options).unwrap_or_default(),
            fonts: reader.take("EMBERLINE_FONTS", paths).unwrap_or_default(),
            log: reader.take("EMBERLINE_LOG", level).unwrap_or(tracing::Level::INFO),
            metrics: reader.take("EMBERLINE_METRICS", namespace).unwrap_or(Some("Emberline".to_owned())),
            bucket,
        };
        match reader.problems.is_empty() {
            true => Ok(settings),
            false => Err(SettingsError(reader.problems)),
        }
    }
}

/// The variables, and what was wrong with those that were read.
struct Reader {
    given: BTreeMap<String, String>,
    problems: Vec<String>,
}

impl Reader {
    fn take<T>(&mut self, name: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let value = self.given.get(name)?;
        match read(value) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.problems.push(format!("{name}: found {value:?}, expected {expected}"));
                None
            }
        }
    }

    fn bucket(&mut self) -> Option<BucketSettings> {
        let prefix = self.take("EMBERLINE_PREFIX", prefix);
        let public_url = self.take("EMBERLINE_PUBLIC_URL", public_url);
        let lifetime = self.take("EMBERLINE_URL_SECONDS", |text| {
            let seconds = text.parse().ok().filter(|seconds| (1..=MAX_URL_SECONDS).contains(seconds));
            seconds.map(Duration::from_secs).ok_or(format!("whole seconds from 1 to {MAX_URL_SECONDS}"))
        });
        let timeout = self.take("EMBERLINE_S3_TIMEOUT_SECONDS", |text| {
            let seconds =
                text.parse().ok().filter(|seconds: &f64| *seconds > 0.0 && *seconds <= MAX_S3_SECONDS);
            seconds
                .map(Duration::from_secs_f64)
                .ok_or(format!("seconds, more than 0 and up to {MAX_S3_SECONDS}"))
        });
        Some(BucketSettings {
            name: self.take("EMBERLINE_BUCKET", bucket_name)?,
            prefix: prefix.unwrap_or_else(|| "out/".to_owned()),
            public_url,
            link_lifetime: lifetime.unwrap_or(Duration::from_secs(MAX_URL_SECONDS)),
            timeout: timeout.unwrap_or(Duration::from_secs(5)),
        })
    }

    /// A variable with a slip in its name would be passed over in silence.
    fn unknown(&mut self) {
        for name in self.given.keys().filter(|name| !VARIABLES.contains(&name.as_str())) {
            let remedy = crate::input::refusal::did_you_mean(name, VARIABLES);
            let expected = remedy.unwrap_or_else(|| format!("one of {}", VARIABLES.join(", ")));
            self.problems.push(format!("{name}: there is no such variable, {expected}"));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
fn bucket_name(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    match (3..=63).contains(&text.len()) && text.chars().all(plain) {
        true => Ok(text.to_owned()),
        false => Err("a bucket's name: 3 to 63 lower-case letters, digits, - and .".to_owned()),
    }
}

fn prefix(text: &str) -> Result<String, String> {
    key::path(text)?;
    match text.ends_with('/') && !text.contains(['{', '}']) {
        true => Ok(text.to_owned()),
        false => Err("a prefix that ends with /, such as out/".to_owned()),
    }
}

fn sources(text: &str) -> Result<Vec<String>, String> {
    let list: Vec<String> = text.split(',').map(|source| source.trim().to_owned()).collect();
    match list
        .iter()
        .filter(|source| source.ends_with('/'))
        .filter(|source| source.split_once('/').is_some_and(|(bucket, _)| bucket_name(bucket).is_ok()))
        .count()
        == list.len()
    {
        true => Ok(list),
        false => Err("buckets with a prefix, separated by commas, such as my-bucket/in/,other/".to_owned()),
    }
}

fn public_url(text: &str) -> Result<String, String> {
    let url: axum::http::Uri = text.parse().map_err(|error| format!("an address ({error})"))?;
    let whole =
        matches!(url.scheme_str(), Some("http" | "https")) && url.host().is_some() && url.query().is_none();
    match whole {
        true => Ok(text.trim_end_matches('/').to_owned()),
        false => Err("an address such as https://pictures.example.org".to_owned()),
    }
}

fn pixels(text: &str) -> Result<f64, String> {
    let pixels = text.parse().ok().filter(|pixels| (1.0..=MAX_PIXELS).contains(pixels));
    pixels.ok_or(format!("a number from 1 to {MAX_PIXELS} (MAX_PIXELS)"))
}

fn options(text: &str) -> Result<PictureOptions, String> {
    PictureOptions::from_json(text).map_err(|error| format!("options as in a request ({error})"))
}

#[allow(clippy::unnecessary_wraps, reason = "as the others")]
fn paths(text: &str) -> Result<Vec<PathBuf>, String> {
    Ok(std::env::split_paths(text).filter(|path| !path.as_os_str().is_empty()).collect())
}

fn level(text: &str) -> Result<tracing::Level, String> {
    tracing::Level::from_str(text).map_err(|_| "error, warn, info, debug or trace".to_owned())
}

/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace>
fn namespace(text: &str) -> Result<Option<String>, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_/#: ".contains(c);
    match text {
        "off" => Ok(None),
        _ if text.len() <= 255 && text.chars().all(plain) && !text.starts_with("AWS/") => {
            Ok(Some(text.to_owned()))
        }
        _ => Err("a namespace of CloudWatch, or off".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Settings, SettingsError> {
        Settings::read(variables.iter().map(|(name, value)| (name.into(), value.into())))
    }

    #[test]
    fn without_variables_nothing_is_stored_and_nothing_read() {
        let settings = read(&[("PATH", "/bin"), ("EMBERLINE_KEY", "")]).expect("settings");
        assert!(settings.bucket.is_none() && settings.sources.is_empty());
        assert_eq!(settings.max_pixels, DEFAULT_MAX_PIXELS);
    }

    #[test]
    fn a_bucket_is_enough() {
        let settings = read(&[("EMBERLINE_BUCKET", "pictures")]).expect("settings");
        let bucket = settings.bucket.expect("a bucket");
        assert_eq!((bucket.name.as_str(), bucket.prefix.as_str()), ("pictures", "out/"));
        assert_eq!((bucket.link_lifetime.as_secs(), bucket.timeout.as_secs()), (604_800, 5));
        assert_eq!(settings.sources, ["pictures/in/"]);
    }

    #[test]
    fn every_problem_is_named_with_its_variable() {
        for (name, value, expected) in [
            ("EMBERLINE_BUCKET", "Pictures", "a bucket's name: 3 to 63 lower-case letters, digits, - and ."),
            ("EMBERLINE_PREFIX", "../x/", "a path without a leading / and without the segments . and .."),
            ("EMBERLINE_PREFIX", "out", "a prefix that ends with /, such as out/"),
            (
                "EMBERLINE_SOURCES",
                "in/",
                "buckets with a prefix, separated by commas, such as my-bucket/in/,other/",
            ),
            (
                "EMBERLINE_KEY",
                "{sprint}",
                "{hash} in it: without it a new picture would have an old one's key",
            ),
            ("EMBERLINE_PUBLIC_URL", "pictures", "an address such as https://pictures.example.org"),
            ("EMBERLINE_URL_SECONDS", "604801", "whole seconds from 1 to 604800"),
            ("EMBERLINE_S3_TIMEOUT_SECONDS", "0", "seconds, more than 0 and up to 900"),
            ("EMBERLINE_MAX_PIXELS", "1e9", "a number from 1 to 64000000 (MAX_PIXELS)"),
            ("EMBERLINE_LOG", "loud", "error, warn, info, debug or trace"),
            ("EMBERLINE_METRICS", "AWS/Lambda", "a namespace of CloudWatch, or off"),
            (
                "EMBERLINE_OPTIONS",
                r#"{"theme":"drak"}"#,
                r#"options as in a request (theme: found "drak", expected "light" or "dark"; did you mean "dark"?)"#,
            ),
        ] {
            let problem = format!("{name}: found {value:?}, expected {expected}");
            assert_eq!(read(&[(name, value)]).expect_err(name), SettingsError(vec![problem]));
        }
    }

    #[test]
    fn a_slip_in_a_name_is_found() {
        let error = read(&[("EMBERLINE_BUKET", "x"), ("EMBERLINE_LOG", "x")]).expect_err("refused");
        assert_eq!(
            error.to_string(),
            "EMBERLINE_BUKET: there is no such variable, did you mean \"EMBERLINE_BUCKET\"?\n\
             EMBERLINE_LOG: found \"x\", expected error, warn, info, debug or trace"
        );
    }
}
