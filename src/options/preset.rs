//! Sizes for destinations of pictures.

use crate::geometry::Size;
use crate::names::named_values;

/// A size for a destination of pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Preset {
    /// 1600 × 900: a message in Slack, Discord or Mattermost.
    #[default]
    Slack,
    /// 1024 × 576: a card in Teams, which displays at most 1024 px.
    Teams,
    /// 1920 × 720: a report or a wiki page.
    Wide,
    /// 1080 × 1080: a square.
    Square,
    /// 480 × 270: a list of many sprints.
    Thumbnail,
}

impl Preset {
    /// The size in CSS pixels.
    pub const fn size(self) -> Size {
        let (width, height) = match self {
            Self::Slack => (1600.0, 900.0),
            Self::Teams => (1024.0, 576.0),
            Self::Wide => (1920.0, 720.0),
            Self::Square => (1080.0, 1080.0),
            Self::Thumbnail => (480.0, 270.0),
        };
        Size { width, height }
    }
}

named_values!(Preset, "Preset", "Size for a place: slack 1600×900, teams 1024×576, wide 1920×720, square 1080×1080, thumbnail 480×270.", {
    "slack" => Slack: "1600×900: a message in Slack, Discord or Mattermost",
    "teams" => Teams: "1024×576: a card in Teams",
    "wide" => Wide: "1920×720: a report or a wiki page",
    "square" => Square: "1080×1080",
    "thumbnail" => Thumbnail: "480×270: a list of many sprints",
});
