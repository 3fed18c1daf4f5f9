//! The response to a request for a picture.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use schemars::JsonSchema;
use serde::Serialize;

use super::image_format::ImageFormat;
use super::render_error::RenderError;
use crate::chat::{MessagePicture, Messages};
use emberline::{Description, Numbers, Picture};

/// A picture: where it is stored, or its bytes; what it says; and the words for a message that shows it.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
pub struct RenderResponse {
    /// The bucket it is stored in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bucket: Option<String>,
    /// Its key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Where it can be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Seconds for which a presigned `url` holds, at most: one that was signed with a role's credentials ends with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url_seconds: Option<u64>,
    /// True if these very bytes were stored before, under this key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub already_stored: Option<bool>,
    /// The same as `already_stored`, under its former name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<bool>,
    /// Key of the SVG beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svg_key: Option<String>,
    /// Where the SVG can be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svg_url: Option<String>,
    /// Its bytes, where it is not stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageData>,
    /// The SVG, where it is asked for besides and not stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svg: Option<String>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Size of the picture's file.
    pub bytes: usize,
    /// What it shows, for those who don't see it.
    pub alt_text: String,
    /// The sentence over it; absent while the data are thin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// A sprint's numbers at `as_of`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Numbers>,
    /// Parts of chat messages, where it is stored as PNG.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages: Option<Messages>,
    /// What the picture does not show as it was meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// The bytes of a picture.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImageData {
    /// `image/png` or `image/svg+xml`.
    pub content_type: &'static str,
    /// In base64.
    pub base64: String,
}

/// A picture in the bucket.
#[derive(Clone, Debug)]
pub struct StoredPicture {
    /// Name of the bucket.
    pub bucket: String,
    /// Key, including the prefix.
    pub key: String,
    /// Address of the picture.
    pub url: String,
    /// Lifetime of a presigned address; `None` for a public one.
    pub url_lifetime: Option<Duration>,
    /// True if the same picture had been stored before.
    pub already_stored: bool,
}

/// Result of one of several requests, as JSON.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum RenderOutcome {
    /// The response with the picture.
    Response(Box<RenderResponse>),
    /// The error, in the form of a Lambda's error.
    Error {
        /// Stable name of the error's kind.
        #[serde(rename = "errorType")]
        kind: &'static str,
        /// The location, the value found there and the expected one.
        #[serde(rename = "errorMessage")]
        message: String,
    },
}

impl From<Result<RenderResponse, RenderError>> for RenderOutcome {
    fn from(result: Result<RenderResponse, RenderError>) -> Self {
        match result {
            Ok(response) => Self::Response(Box::new(response)),
            Err(error) => Self::Error { kind: error.kind().name(), message: error.to_string() },
        }
    }
}

impl RenderResponse {
    /// A response without a picture yet.
    pub(super) fn new(picture: &Picture, warnings: Vec<String>) -> Self {
        let (width, height) = picture.size().device_size();
        let description = picture.describe();
        Self {
            width,
            height,
            alt_text: description.alt_text().to_owned(),
            headline: description.headline().map(str::to_owned),
            numbers: description.numbers().cloned(),
            warnings,
            ..Self::default()
        }
    }

    /// Adds a picture that has been stored. An SVG that is added after a PNG goes into the fields for a second picture.
    pub(super) fn add_stored_picture(&mut self, format: ImageFormat, picture: StoredPicture, bytes: usize) {
        if format == ImageFormat::Svg && self.key.is_some() {
            self.svg_key = Some(picture.key);
            self.svg_url = Some(picture.url);
            return;
        }
        self.bytes = bytes;
        self.bucket = Some(picture.bucket);
        self.key = Some(picture.key);
        self.url = Some(picture.url);
        self.url_seconds = picture.url_lifetime.map(|lifetime| lifetime.as_secs());
        self.already_stored = Some(picture.already_stored);
        self.known = self.already_stored;
    }

    /// Adds the bytes of a picture. An SVG that is added after a PNG goes into the field for a second picture.
    pub(super) fn add_inline_picture(&mut self, format: ImageFormat, bytes: &[u8]) {
        if format == ImageFormat::Svg && self.image.is_some() {
            self.svg = Some(String::from_utf8_lossy(bytes).into_owned());
            return;
        }
        self.bytes = bytes.len();
        self.image =
            Some(ImageData { content_type: format.content_type(), base64: BASE64_STANDARD.encode(bytes) });
    }

    /// Adds the parts of chat messages if the picture is a stored PNG: chats fetch PNGs from an address.
    pub(super) fn add_messages(&mut self, description: &Description) {
        let Some(url) =
            self.url.as_deref().filter(|_| self.key.as_ref().is_some_and(|key| key.ends_with(".png")))
        else {
            return;
        };
        self.messages = Some(Messages::for_picture(&MessagePicture {
            url,
            title: description.name(),
            headline: description.headline(),
            alt_text: description.alt_text(),
            pixels: (self.width, self.height),
            bytes: self.bytes,
        }));
    }
}
