//! Colours by what they mean. Blue is work on the sprint's scope, orange is change of that scope:
//! the pair that stays apart for every kind of colour vision. Fill patterns tell the rest.

use crate::color::Color;

/// One set of colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Its name on the command line.
    pub name: &'static str,
    /// Behind everything.
    pub background: Color,
    /// Along the edge of the card.
    pub border: Color,
    /// Text that matters.
    pub ink: Color,
    /// Text that explains.
    pub muted: Color,
    /// Grid lines.
    pub grid: Color,
    /// Zero line and other strong lines.
    pub axis: Color,
    /// Shade of days off.
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
    /// Dark on white.
    pub const LIGHT: Self = Self {
        name: "light",
        background: Color::hex(0xff_ff_ff),
        border: Color::hex(0xd0_d7_de),
        ink: Color::hex(0x1b_1f_24),
        muted: Color::hex(0x55_5e_68),
        grid: Color::hex(0xe3_e7_eb),
        axis: Color::hex(0x85_8e_98),
        day_off: Color::hex(0xee_f1_f4),
        work: Color::hex(0x0a_5f_b4),
        scope: Color::hex(0xd0_6e_10),
        scope_text: Color::hex(0xa3_4a_00),
        ideal: Color::hex(0x6e_77_81),
    };

    /// Light on a dark card.
    pub const DARK: Self = Self {
        name: "dark",
        background: Color::hex(0x1b_1e_24),
        border: Color::hex(0x45_4c_56),
        ink: Color::hex(0xf0_f3_f6),
        muted: Color::hex(0xb0_ba_c5),
        grid: Color::hex(0x2d_32_3b),
        axis: Color::hex(0x76_80_8c),
        day_off: Color::hex(0x27_2c_35),
        work: Color::hex(0x62_ae_ff),
        scope: Color::hex(0xf0_95_38),
        scope_text: Color::hex(0xf7_ad_60),
        ideal: Color::hex(0x98_a3_b0),
    };

    /// All themes, the default first.
    pub const ALL: [Self; 2] = [Self::LIGHT, Self::DARK];

    /// Every colour with its name.
    pub fn colors(&self) -> [(&'static str, Color); 11] {
        [
            ("background", self.background),
            ("border", self.border),
            ("ink", self.ink),
            ("muted", self.muted),
            ("grid", self.grid),
            ("axis", self.axis),
            ("day_off", self.day_off),
            ("work", self.work),
            ("scope", self.scope),
            ("scope_text", self.scope_text),
            ("ideal", self.ideal),
        ]
    }

    /// The theme of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::contrast;

    #[test]
    fn text_has_a_contrast_of_at_least_4_5_on_every_ground_it_stands_on() {
        for theme in Theme::ALL {
            for (name, text) in [
                ("ink", theme.ink),
                ("muted", theme.muted),
                ("work", theme.work),
                ("scope_text", theme.scope_text),
            ] {
                for ground in [theme.background, theme.day_off] {
                    let ratio = contrast(text, ground);
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
                let ratio = contrast(line, theme.background);
                assert!(ratio >= 3.0, "{} {name}: {ratio:.2}", theme.name);
            }
        }
    }

    /// Linear RGB as a dichromat sees it (Viénot, Brettel, Mollon 1999), for red- and green-blindness.
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
