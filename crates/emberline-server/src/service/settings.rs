//! Settings from environment variables, validated at the start. All problems are reported at once, each with its variable.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use crate::fonts::{FONTS_VARIABLE, split_font_paths};
use crate::storage::Bucket;
use crate::storage::BucketSettings;
use crate::storage::key::{KeyTemplate, check_key_path};
use emberline::PictureOptions;
use emberline::error::did_you_mean;
use emberline::limits::MAX_PIXELS;

/// The variables that are read, besides those of AWS; docs/environment.md lists them.
pub const VARIABLES: [&str; 14] = [
    "EMBERLINE_BUCKET",
    "EMBERLINE_PREFIX",
    "EMBERLINE_SOURCES",
    "EMBERLINE_KEY",
    "EMBERLINE_PUBLIC_URL",
    "EMBERLINE_URL_SECONDS",
    "EMBERLINE_S3_TIMEOUT_SECONDS",
    "EMBERLINE_MAX_PIXELS",
    "EMBERLINE_OPTIONS",
    "EMBERLINE_FUNCTIONS",
    FONTS_VARIABLE,
    "EMBERLINE_LOG",
    "EMBERLINE_METRICS",
    "EMBERLINE_CHARTS",
];

/// Longest lifetime of a presigned link in seconds: S3's own limit, 7 days.
const MAX_URL_SECONDS: u64 = 604_800;
/// Longest timeout of an S3 call in seconds: a Lambda's own limit, 15 minutes.
const MAX_S3_SECONDS: f64 = 900.0;
/// Device pixels of one picture. 4000 × 4000 of them take 64 MB during drawing.
const DEFAULT_MAX_PIXELS: f64 = 16_000_000.0;

/// Settings of the service.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Bucket for pictures; `None` if nothing can be stored.
    pub bucket: Option<BucketSettings>,
    /// Prefixes, as `bucket/prefix`, below which sprint files may be read.
    pub sources: Vec<String>,
    /// Template of the pictures' keys.
    pub key: KeyTemplate,
    /// Upper limit of a picture's device pixels.
    pub max_pixels: f64,
    /// Defaults for options that a request does not set.
    pub options: PictureOptions,
    /// True to run functions in Chart.js configurations, in a sandbox.
    pub runs_functions: bool,
    /// Files and folders of additional fonts.
    pub fonts: Vec<PathBuf>,
    /// Folder of the charts with a short address; `None` for the bucket.
    pub charts: Option<PathBuf>,
    /// Lowest level of messages that are logged.
    pub log: tracing::Level,
    /// Namespace of the metrics; `None` if metrics are off.
    pub metrics: Option<String>,
}

/// All invalid variables of the environment, each with its value and the expected one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct SettingsError(pub Vec<String>);

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Settings {
    /// Reads the settings from environment variables. Only variables with the prefix `EMBERLINE_` are read; empty ones
    /// count as not set.
    ///
    /// # Errors
    /// All variables that are invalid or unknown.
    pub fn from_variables(
        variables: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, SettingsError> {
        let mut reader = VariableReader { values: BTreeMap::new(), problems: Vec::new() };
        let (mut fonts, mut charts) = (Vec::new(), None);
        for (name, value) in variables {
            if name == FONTS_VARIABLE {
                fonts = split_font_paths(&value);
            }
            if name == "EMBERLINE_CHARTS" {
                charts = Some(PathBuf::from(&value)).filter(|folder| !folder.as_os_str().is_empty());
            }
            // No other variable has a valid value that is not Unicode: its parser refuses the replacement character.
            let (name, value) = (name.to_string_lossy(), value.to_string_lossy());
            if name.starts_with("EMBERLINE_") && !value.is_empty() {
                reader.values.insert(name.into_owned(), value.into_owned());
            }
        }
        reader.reject_unknown_names();
        let bucket = reader.bucket_settings();
        let default_sources = bucket.iter().map(|bucket| format!("{}/in/", bucket.name)).collect();
        let settings = Self {
            sources: reader.parse_variable("EMBERLINE_SOURCES", parse_sources).unwrap_or(default_sources),
            key: reader.parse_variable("EMBERLINE_KEY", KeyTemplate::parse).unwrap_or_default(),
            max_pixels: reader
                .parse_variable("EMBERLINE_MAX_PIXELS", parse_max_pixels)
                .unwrap_or(DEFAULT_MAX_PIXELS),
            options: reader.parse_variable("EMBERLINE_OPTIONS", parse_options).unwrap_or_default(),
            runs_functions: reader.parse_variable("EMBERLINE_FUNCTIONS", parse_switch).unwrap_or(false),
            fonts,
            charts,
            log: reader.parse_variable("EMBERLINE_LOG", parse_log_level).unwrap_or(tracing::Level::INFO),
            metrics: reader
                .parse_variable("EMBERLINE_METRICS", parse_namespace)
                .unwrap_or(Some("Emberline".to_owned())),
            bucket,
        };
        match reader.problems.is_empty() {
            true => Ok(settings),
            false => Err(SettingsError(reader.problems)),
        }
    }

    /// Builds the client of the configured bucket with the region and credentials in the process's environment. Nothing
    /// is sent yet.
    ///
    /// # Errors
    /// The variable that is missing, or that this build has no S3.
    pub fn connect_bucket(&self) -> Result<Option<Bucket>, String> {
        self.bucket.clone().map(|bucket| Bucket::connect(bucket, |name| env::var(name).ok())).transpose()
    }
}

/// Values of the environment variables, and the problems found in those that were parsed.
struct VariableReader {
    values: BTreeMap<String, String>,
    problems: Vec<String>,
}

impl VariableReader {
    /// Parses a variable; an invalid one is added to the problems. `None` if it is not set or invalid.
    fn parse_variable<T>(&mut self, name: &str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let value = self.values.get(name)?;
        match parse(value) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.problems.push(format!("{name}: found {value:?}, expected {expected}"));
                None
            }
        }
    }

    /// The settings of the bucket; `None` if no bucket is named.
    fn bucket_settings(&mut self) -> Option<BucketSettings> {
        let prefix = self.parse_variable("EMBERLINE_PREFIX", parse_prefix);
        let public_url = self.parse_variable("EMBERLINE_PUBLIC_URL", parse_public_url);
        let lifetime = self.parse_variable("EMBERLINE_URL_SECONDS", |text| {
            let seconds = text.parse().ok().filter(|seconds| (1..=MAX_URL_SECONDS).contains(seconds));
            seconds.map(Duration::from_secs).ok_or(format!("whole seconds from 1 to {MAX_URL_SECONDS}"))
        });
        let timeout = self.parse_variable("EMBERLINE_S3_TIMEOUT_SECONDS", |text| {
            let seconds =
                text.parse().ok().filter(|seconds: &f64| *seconds > 0.0 && *seconds <= MAX_S3_SECONDS);
            seconds
                .map(Duration::from_secs_f64)
                .ok_or(format!("seconds, more than 0 and up to {MAX_S3_SECONDS}"))
        });
        Some(BucketSettings {
            name: self.parse_variable("EMBERLINE_BUCKET", parse_bucket_name)?,
            prefix: prefix.unwrap_or_else(|| "out/".to_owned()),
            public_url,
            link_lifetime: lifetime.unwrap_or(Duration::from_secs(MAX_URL_SECONDS)),
            timeout: timeout.unwrap_or(Duration::from_secs(5)),
        })
    }

    /// Reports unknown names: a misspelt variable would be ignored silently.
    fn reject_unknown_names(&mut self) {
        for name in self.values.keys().filter(|name| !VARIABLES.contains(&name.as_str())) {
            let remedy = did_you_mean(name, VARIABLES);
            let expected = remedy.unwrap_or_else(|| format!("one of {}", VARIABLES.join(", ")));
            self.problems.push(format!("{name}: there is no such variable, {expected}"));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
fn parse_bucket_name(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    match (3..=63).contains(&text.len()) && text.chars().all(plain) {
        true => Ok(text.to_owned()),
        false => Err("a bucket's name: 3 to 63 lower-case letters, digits, - and .".to_owned()),
    }
}

fn parse_prefix(text: &str) -> Result<String, String> {
    check_key_path(text)?;
    match text.ends_with('/') && !text.contains(['{', '}']) {
        true => Ok(text.to_owned()),
        false => Err("a prefix that ends with /, such as out/".to_owned()),
    }
}

fn parse_sources(text: &str) -> Result<Vec<String>, String> {
    let list: Vec<String> = text.split(',').map(|source| source.trim().to_owned()).collect();
    match list
        .iter()
        .filter(|source| source.ends_with('/'))
        .filter(|source| source.split_once('/').is_some_and(|(bucket, _)| parse_bucket_name(bucket).is_ok()))
        .count()
        == list.len()
    {
        true => Ok(list),
        false => Err("buckets with a prefix, separated by commas, such as my-bucket/in/,other/".to_owned()),
    }
}

fn parse_public_url(text: &str) -> Result<String, String> {
    let url: axum::http::Uri = text.parse().map_err(|error| format!("an address ({error})"))?;
    let is_valid =
        matches!(url.scheme_str(), Some("http" | "https")) && url.host().is_some() && url.query().is_none();
    match is_valid {
        true => Ok(text.trim_end_matches('/').to_owned()),
        false => Err("an address such as https://pictures.example.org".to_owned()),
    }
}

fn parse_max_pixels(text: &str) -> Result<f64, String> {
    let pixels = text.parse().ok().filter(|pixels| (1.0..=MAX_PIXELS).contains(pixels));
    pixels.ok_or(format!("a number from 1 to {MAX_PIXELS} (MAX_PIXELS)"))
}

fn parse_options(text: &str) -> Result<PictureOptions, String> {
    PictureOptions::from_json(text).map_err(|error| format!("options as in a request ({error})"))
}

fn parse_switch(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("on or off".to_owned()),
    }
}

fn parse_log_level(text: &str) -> Result<tracing::Level, String> {
    tracing::Level::from_str(text).map_err(|_| "error, warn, info, debug or trace".to_owned())
}

/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace>
fn parse_namespace(text: &str) -> Result<Option<String>, String> {
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

    fn read_settings(variables: &[(&str, &str)]) -> Result<Settings, SettingsError> {
        Settings::from_variables(variables.iter().map(|(name, value)| (name.into(), value.into())))
    }

    #[test]
    fn without_variables_nothing_can_be_stored_or_read() {
        let settings = read_settings(&[("PATH", "/bin"), ("EMBERLINE_KEY", "")]).expect("settings");
        assert!(settings.bucket.is_none() && settings.sources.is_empty());
        assert_eq!(settings.max_pixels, DEFAULT_MAX_PIXELS);
    }

    #[test]
    fn a_bucket_alone_gets_defaults_for_the_rest() {
        let settings = read_settings(&[("EMBERLINE_BUCKET", "pictures")]).expect("settings");
        let bucket = settings.bucket.expect("a bucket");
        assert_eq!((bucket.name.as_str(), bucket.prefix.as_str()), ("pictures", "out/"));
        assert_eq!((bucket.link_lifetime.as_secs(), bucket.timeout.as_secs()), (604_800, 5));
        assert_eq!(settings.sources, ["pictures/in/"]);
    }

    #[test]
    fn each_problem_names_its_variable() {
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
            ("EMBERLINE_FUNCTIONS", "yes", "on or off"),
            ("EMBERLINE_LOG", "loud", "error, warn, info, debug or trace"),
            ("EMBERLINE_METRICS", "AWS/Lambda", "a namespace of CloudWatch, or off"),
            (
                "EMBERLINE_OPTIONS",
                r#"{"theme":"drak"}"#,
                r#"options as in a request (theme: found "drak", expected "light" or "dark"; did you mean "dark"?)"#,
            ),
        ] {
            let problem = format!("{name}: found {value:?}, expected {expected}");
            assert_eq!(read_settings(&[(name, value)]).expect_err(name), SettingsError(vec![problem]));
        }
    }

    #[test]
    fn a_misspelt_variable_is_an_error() {
        let error = read_settings(&[("EMBERLINE_BUKET", "x"), ("EMBERLINE_LOG", "x")]).expect_err("refused");
        assert_eq!(
            error.to_string(),
            "EMBERLINE_BUKET: there is no such variable, did you mean \"EMBERLINE_BUCKET\"?\n\
             EMBERLINE_LOG: found \"x\", expected error, warn, info, debug or trace"
        );
    }
}
