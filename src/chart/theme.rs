//! Colour themes, with colours named by their meaning. Blue is work on the sprint's scope and orange is a change of that
//! scope; this pair is distinguishable for every kind of colour vision. Fill patterns distinguish the rest.

use std::str::FromStr;

use crate::color::Color;
use crate::names::{ParseNameError, impl_json_names};

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Name on the command line.
    pub name: &'static str,
    /// Background of the chart.
    pub background: Color,
    /// Border along the edge of the chart.
    pub border: Color,
    /// Colour of primary text.
    pub text: Color,
    /// Colour of secondary text.
    pub muted_text: Color,
    /// Grid lines.
    pub grid: Color,
    /// Zero line and other prominent lines.
    pub axis: Color,
    /// Shading of days off.
    pub day_off: Color,
    /// Remaining and completed work, as line, fill and text.
    pub work: Color,
    /// Scope and its changes, as line and fill.
    pub scope: Color,
    /// Scope and its changes, as text.
    pub scope_text: Color,
    /// The ideal line.
    pub ideal: Color,
}

impl Default for Theme {
    fn default() -> Self {
        Self::LIGHT
    }
}

impl Theme {
    /// Dark text on white.
    pub const LIGHT: Self = Self {
        name: "light",
        background: Color::from_hex(0xff_ff_ff),
        border: Color::from_hex(0xd0_d7_de),
        text: Color::from_hex(0x1b_1f_24),
        muted_text: Color::from_hex(0x55_5e_68),
        grid: Color::from_hex(0xe3_e7_eb),
        axis: Color::from_hex(0x85_8e_98),
        day_off: Color::from_hex(0xee_f1_f4),
        work: Color::from_hex(0x0a_5f_b4),
        scope: Color::from_hex(0xd0_6e_10),
        scope_text: Color::from_hex(0xa3_4a_00),
        ideal: Color::from_hex(0x6e_77_81),
    };

    /// Light text on a dark background.
    pub const DARK: Self = Self {
        name: "dark",
        background: Color::from_hex(0x1b_1e_24),
        border: Color::from_hex(0x45_4c_56),
        text: Color::from_hex(0xf0_f3_f6),
        muted_text: Color::from_hex(0xb0_ba_c5),
        grid: Color::from_hex(0x2d_32_3b),
        axis: Color::from_hex(0x76_80_8c),
        day_off: Color::from_hex(0x27_2c_35),
        work: Color::from_hex(0x62_ae_ff),
        scope: Color::from_hex(0xf0_95_38),
        scope_text: Color::from_hex(0xf7_ad_60),
        ideal: Color::from_hex(0x98_a3_b0),
    };

    /// All themes, the default first.
    pub const ALL: [Self; 2] = [Self::LIGHT, Self::DARK];

    /// Returns every colour with its public name.
    pub fn named_colors(&self) -> [(&'static str, Color); 11] {
        [
            ("background", self.background),
            ("border", self.border),
            ("ink", self.text),
            ("muted", self.muted_text),
            ("grid", self.grid),
            ("axis", self.axis),
            ("day_off", self.day_off),
            ("work", self.work),
            ("scope", self.scope),
            ("scope_text", self.scope_text),
            ("ideal", self.ideal),
        ]
    }
}

impl FromStr for Theme {
    type Err = ParseNameError;

    fn from_str(name: &str) -> Result<Self, ParseNameError> {
        let theme = Self::ALL.into_iter().find(|theme| theme.name == name);
        theme.ok_or_else(|| ParseNameError::new("theme", name, &Self::ALL.map(|theme| theme.name)))
    }
}

impl_json_names!(Theme, "Theme", "Colours.", { "light" => Self::LIGHT, "dark" => Self::DARK });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::contrast_ratio;

    #[test]
    fn text_has_a_contrast_of_at_least_4_5_on_every_ground_it_stands_on() {
        for theme in Theme::ALL {
            for (name, text) in [
                ("ink", theme.text),
                ("muted", theme.muted_text),
                ("work", theme.work),
                ("scope_text", theme.scope_text),
            ] {
                for ground in [theme.background, theme.day_off] {
                    let ratio = contrast_ratio(text, ground);
                    assert!(ratio >= 4.5, "{} {name}: {ratio:.2}", theme.name);
                }
            }
        }
    }

    #[test]
    fn lines_and_fills_have_a_contrast_of_at_least_3_to_the_card() {
        for theme in Theme::ALL {
            let lines =
                [("work", theme.work), ("scope", theme.scope), ("ideal", theme.ideal), ("axis", theme.axis)];
            for (name, line) in lines {
                let ratio = contrast_ratio(line, theme.background);
                assert!(ratio >= 3.0, "{} {name}: {ratio:.2}", theme.name);
            }
        }
    }

    /// Converts a colour to RGB as a dichromat perceives it (Viénot, Brettel, Mollon 1999).
    fn seen_by_dichromat(color: Color, rows: [[f64; 3]; 3]) -> [f64; 3] {
        let linear = color.rgb.map(|c| libm::pow(f64::from(c) / 255.0, 2.2));
        rows.map(|row| row.iter().zip(linear).map(|(m, c)| m * c).sum::<f64>().clamp(0.0, 1.0))
            .map(|c| libm::pow(c, 1.0 / 2.2))
    }

    #[test]
    fn work_and_scope_stay_apart_for_colour_blind_readers() {
        let deutan = [[0.292_75, 0.707_25, 0.0], [0.292_75, 0.707_25, 0.0], [-0.022_34, 0.022_34, 1.0]];
        let protan = [[0.112_38, 0.887_62, 0.0], [0.112_38, 0.887_62, 0.0], [0.004_01, -0.004_01, 1.0]];
        for theme in Theme::ALL {
            for vision in [deutan, protan] {
                let (a, b) = (seen_by_dichromat(theme.work, vision), seen_by_dichromat(theme.scope, vision));
                let distance = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                assert!(distance > 0.4, "{}: {distance:.2}", theme.name);
            }
        }
    }
}
