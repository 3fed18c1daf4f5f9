//! Colours as sRGB bytes.

/// An sRGB colour with opacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// 255 is opaque.
    pub alpha: u8,
}

impl Color {
    /// The opaque colour `0xRRGGBB`.
    pub const fn from_hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { rgb: [r, g, b], alpha: 255 }
    }

    /// The same colour with the opacity `alpha`; 255 is opaque.
    pub const fn with_alpha(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }

    /// The same colour with its opacity multiplied by `factor`, from 0 to 1.
    pub(crate) fn with_opacity(self, factor: f64) -> Self {
        self.with_alpha((f64::from(self.alpha) * factor).round() as u8)
    }
}

#[cfg(test)]
/// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast_ratio(a: Color, b: Color) -> f64 {
    let (a, b) = (relative_luminance(a), relative_luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
/// Relative luminance (WCAG 2.2, "relative luminance").
fn relative_luminance(color: Color) -> f64 {
    let [r, g, b] = color.rgb.map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contrast_ratio_of_black_and_white_is_21() {
        assert!((contrast_ratio(Color::from_hex(0), Color::from_hex(0xff_ff_ff)) - 21.0).abs() < 1e-9);
    }
}
