//! What a caller learns of a picture.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use schemars::JsonSchema;
use serde::Serialize;

use super::draft::{Draft, Medium};
use super::failure::Failure;
use crate::Description;
use crate::deliver::chat::{Messages, Shown};
use crate::describe::Numbers;

/// A picture: where it is stored, or its bytes; what it says; and the words for a message that shows it.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Answer {
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
    /// Whether these very bytes were stored before, under this key.
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
    /// The numbers at `as_of`.
    pub numbers: Option<Numbers>,
    /// Parts of chat messages, where it is stored as PNG.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages: Option<Messages>,
    /// What the picture does not show as it was meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
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

/// Where a picture went.
#[derive(Clone, Debug)]
pub struct StoredPicture {
    /// Name of the bucket.
    pub bucket: String,
    /// The whole key.
    pub key: String,
    /// Where it can be fetched.
    pub url: String,
    /// How long the address holds, where it is presigned.
    pub holds: Option<Duration>,
    /// Whether it was there before.
    pub known: bool,
}

/// What became of one request among several.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Outcome {
    /// A picture.
    Answer(Box<Answer>),
    /// None.
    Failure {
        /// The failure's kind.
        #[serde(rename = "errorType")]
        kind: &'static str,
        /// Place, what was found, what is expected.
        #[serde(rename = "errorMessage")]
        message: String,
    },
}

impl From<Result<Answer, Failure>> for Outcome {
    fn from(result: Result<Answer, Failure>) -> Self {
        match result {
            Ok(answer) => Self::Answer(Box::new(answer)),
            Err(failure) => Self::Failure { kind: failure.kind().name(), message: failure.to_string() },
        }
    }
}

impl Answer {
    pub(super) fn new(draft: &Draft, description: &Description, warnings: Vec<String>) -> Self {
        let (width, height) = draft.pixels();
        Self {
            width,
            height,
            alt_text: description.alt_text.clone(),
            headline: description.headline.clone(),
            numbers: Some(description.numbers.clone()),
            warnings,
            ..Self::default()
        }
    }

    /// A stored picture; an SVG after a PNG stands beside it.
    pub(super) fn stored(&mut self, medium: Medium, picture: StoredPicture, bytes: usize) {
        if medium == Medium::Svg && self.key.is_some() {
            self.svg_key = Some(picture.key);
            self.svg_url = Some(picture.url);
            return;
        }
        self.bytes = bytes;
        self.bucket = Some(picture.bucket);
        self.key = Some(picture.key);
        self.url = Some(picture.url);
        self.url_seconds = picture.holds.map(|holds| holds.as_secs());
        self.known = Some(picture.known);
    }

    /// A picture that is not stored; an SVG after a PNG stands beside it.
    pub(super) fn inline(&mut self, medium: Medium, bytes: &[u8]) {
        if medium == Medium::Svg && self.image.is_some() {
            self.svg = Some(String::from_utf8_lossy(bytes).into_owned());
            return;
        }
        self.bytes = bytes.len();
        self.image =
            Some(ImageData { content_type: medium.content_type(), base64: BASE64_STANDARD.encode(bytes) });
    }

    /// The parts of messages: chats fetch PNGs, from an address.
    pub(super) fn message(&mut self, description: &Description) {
        let Some(url) =
            self.url.as_deref().filter(|_| self.key.as_ref().is_some_and(|key| key.ends_with(".png")))
        else {
            return;
        };
        self.messages = Some(Messages::of(&Shown {
            url,
            title: &description.name,
            headline: description.headline.as_deref(),
            alt_text: &description.alt_text,
            pixels: (self.width, self.height),
            bytes: self.bytes,
        }));
    }
}
