//! File formats of a picture.

/// File format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFormat {
    /// `image/png`.
    Png,
    /// `image/svg+xml`.
    Svg,
    /// `image/webp`, without loss.
    Webp,
    /// `application/pdf`, one page.
    Pdf,
}

impl ImageFormat {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Png, Self::Svg, Self::Webp, Self::Pdf];

    /// The format of a name, which is its extension in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(name))
    }

    /// The media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// The file name extension.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }
}
