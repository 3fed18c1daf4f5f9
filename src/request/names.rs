//! Closed sets of names in a request: read, refused with the list, and in the schema.

use std::borrow::Cow;
use std::str::FromStr;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::burndown::{IdealFrom, Kind};
use crate::chart::theme::Theme;
use crate::compression::Compression;
use crate::input::object::named;
use crate::input::{Format, Moment};
use crate::limits::MAX_DAYS;
use crate::options::Preset;
use crate::sprint::{Commitment, ForecastMethod, Unit};
use crate::svg::TextMode;
use crate::words::Lang;

/// What a picture is stored or answered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// A PNG.
    Png,
    /// An SVG.
    Svg,
    /// A PNG, and the SVG beside it.
    Both,
}

/// The instant a picture tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The time of the request.
    Now,
    /// A given one.
    At(Moment),
}

impl When {
    /// As a moment, where the time is known.
    pub fn moment(self, now: Option<Timestamp>) -> Option<Moment> {
        match self {
            Self::Now => now.map(Moment::Instant),
            Self::At(moment) => Some(moment),
        }
    }
}

/// The instant since which changes are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since(pub Moment);

impl<'de> Deserialize<'de> for Since {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        text.parse().map(Self).map_err(|expected: crate::input::NoMoment| {
            D::Error::custom(format_args!("invalid value: string {text:?}, {expected}"))
        })
    }
}

impl JsonSchema for Since {
    fn schema_name() -> Cow<'static, str> {
        "Since".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date, an instant with offset, or a wall clock in the team's time zone.",
            "examples": ["2023-08-23", "2023-08-23T10:00:00Z"],
        })
    }
}

/// Calendar days of one sprint of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(inline)]
pub struct SprintDays(pub usize);

impl<'de> Deserialize<'de> for SprintDays {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let days = f64::deserialize(from)?;
        let whole = days.fract() == 0.0 && (1.0..=MAX_DAYS as f64).contains(&days);
        whole.then_some(Self(days as usize)).ok_or_else(|| {
            D::Error::custom(format_args!(
                "invalid value: `{days}`, expected a whole number from 1 to {MAX_DAYS}"
            ))
        })
    }
}

/// How the end is forecast, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForecastName {
    /// Drawn from past working days.
    MonteCarlo,
    /// By their mean.
    Average,
    /// Not at all.
    Off,
}

impl ForecastName {
    /// The method, where there is one.
    pub const fn method(self) -> Option<ForecastMethod> {
        match self {
            Self::MonteCarlo => Some(ForecastMethod::MonteCarlo),
            Self::Average => Some(ForecastMethod::Average),
            Self::Off => None,
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "now" => Ok(Self::Now),
            _ => text
                .parse()
                .map(Self::At)
                .map_err(|error: crate::input::NoMoment| format!("{error}, or `now`")),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        text.parse().map_err(|expected: String| {
            D::Error::custom(format_args!("invalid value: string {text:?}, {expected}"))
        })
    }
}

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date, an instant with offset, a wall clock in the team's time zone, or \"now\".",
            "examples": ["now", "2023-08-23", "2023-08-23T10:00:00Z"],
        })
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        text.parse().map_err(|expected: crate::input::NoMoment| {
            D::Error::custom(format_args!("invalid value: string {text:?}, {expected}"))
        })
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date, an instant with offset, or a wall clock in the team's time zone.",
            "examples": ["2023-08-23", "2023-08-23T10:00:00Z"],
        })
    }
}

/// Names of a type: how it is read and what its schema says.
macro_rules! names {
    ($type:ty, $title:literal, $about:literal, { $($name:literal => $value:expr),+ $(,)? }) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                named(from, &[$($name),+], |name| match name {
                    $($name => Some($value),)+
                    _ => None,
                })
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "description": $about, "enum": [$($name),+] })
            }
        }
    };
}

names!(PictureFormat, "PictureFormat", "What the picture is: a PNG, an SVG, or a PNG and the SVG beside it.", {
    "png" => Self::Png, "svg" => Self::Svg, "both" => Self::Both,
});
names!(Format, "InputFormat", "How the sprint is written, or the tracker that it comes from.", {
    "json" => Self::Json, "csv" => Self::Csv, "jira" => Self::Jira, "github" => Self::GitHub, "gitlab" => Self::GitLab,
    "azure" => Self::Azure, "linear" => Self::Linear, "trello" => Self::Trello, "taiga" => Self::Taiga,
});
names!(Unit, "AmountUnit", "What amounts count; items: every item counts one.", {
    "points" => Self::Points, "hours" => Self::Hours, "items" => Self::Items,
});
names!(Theme, "Theme", "Colours.", { "light" => Self::LIGHT, "dark" => Self::DARK });
names!(TextMode, "TextMode", "How an SVG holds its text: as text, or as outlines that look the same in every viewer.", {
    "live" => Self::Live, "outline" => Self::Outline,
});
names!(Lang, "Lang", "Language of words, dates and numbers.", {
    "en" => Self::En, "fr" => Self::Fr, "de" => Self::De, "es" => Self::Es,
    "pt" => Self::Pt, "it" => Self::It, "nl" => Self::Nl, "pl" => Self::Pl,
});
names!(Kind, "Kind", "What the picture shows: burndown, burnup, cumulative flow (cfd), velocity, a release with Cohn's bars.", {
    "burndown" => Self::Burndown, "burnup" => Self::Burnup, "cfd" => Self::Flow,
    "velocity" => Self::Velocity, "release" => Self::Release,
});
names!(ForecastName, "Forecast", "How the end is forecast: drawn from past working days, by their mean, not at all.", {
    "monte-carlo" => Self::MonteCarlo, "average" => Self::Average, "off" => Self::Off,
});
names!(IdealFrom, "IdealFrom", "Which ideal line the headline measures by: from the committed work, or re-planned with each change of scope.", {
    "committed" => Self::Committed, "current" => Self::Current,
});
names!(Commitment, "Commitment", "What velocity counts as committed: in the sprint at its start and not done, or in it at its end.", {
    "start" => Self::Start, "end" => Self::End,
});
names!(Preset, "Preset", "Size for a place: slack 1600×900, teams 1024×576, wide 1920×720, square 1080×1080, thumbnail 480×270.", {
    "slack" => Self::Slack, "teams" => Self::Teams, "wide" => Self::Wide,
    "square" => Self::Square, "thumbnail" => Self::Thumbnail,
});
names!(Compression, "Compression", "How hard to work for a small PNG.", {
    "fast" => Self::Fast, "best" => Self::Best,
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_library_is_a_name_of_a_request() {
        for (name, preset) in Preset::ALL {
            assert_eq!(serde_json::from_value::<Preset>(name.into()).ok(), Some(preset));
        }
        for format in Format::ALL {
            assert_eq!(serde_json::from_value::<Format>(format.name().into()).ok(), Some(format));
        }
        for theme in Theme::ALL {
            assert_eq!(serde_json::from_value::<Theme>(theme.name.into()).ok(), Some(theme));
        }
        for lang in Lang::ALL {
            assert_eq!(serde_json::from_value::<Lang>(lang.code().into()).ok(), Some(lang));
        }
    }
}
