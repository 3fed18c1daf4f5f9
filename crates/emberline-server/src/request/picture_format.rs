//! The format of a requested picture.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Files that are drawn for a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// A PNG.
    Png,
    /// An SVG.
    Svg,
    /// A WebP.
    Webp,
    /// A PDF.
    Pdf,
    /// A PNG and an SVG of the same picture.
    Both,
}

const NAMES: [&str; 5] = ["png", "svg", "webp", "pdf", "both"];

impl<'de> Deserialize<'de> for PictureFormat {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(from)?;
        match name.as_ref() {
            "png" => Ok(Self::Png),
            "svg" => Ok(Self::Svg),
            "webp" => Ok(Self::Webp),
            "pdf" => Ok(Self::Pdf),
            "both" => Ok(Self::Both),
            _ => Err(D::Error::unknown_variant(&name, &NAMES)),
        }
    }
}

impl JsonSchema for PictureFormat {
    fn schema_name() -> Cow<'static, str> {
        "PictureFormat".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description =
            "What the picture is: a PNG, an SVG, a WebP, a PDF, or a PNG and the SVG beside it.";
        json_schema!({ "type": "string", "description": description, "enum": NAMES })
    }
}
