//! What a template knows better than a scale: ticks, their labels, the numbers at the ends of bars.

use crate::color::Color;

use super::{Font, Label};

/// A labelled place of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenTick {
    /// In data units.
    pub value: f64,
    pub label: Label,
    /// Its label where not all ticks have room for theirs; empty where that is no difference.
    pub sparse_label: Label,
    /// Kept before the others where there is no room for all.
    pub major: bool,
}

/// Words over the panel of a vertical axis, flush with the plot's left edge. They give way with the axis's labels, and
/// to labels that need their room.
#[derive(Clone, Debug)]
pub struct Caption {
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// What they take of the axis's box, in pixels.
    pub height: f64,
}

/// Labels of values, all of one look.
#[derive(Clone, Debug)]
pub struct ValueLabels {
    /// Index of the axis across.
    pub along: usize,
    pub labels: Vec<ValueLabel>,
    pub font: Font,
    pub color: Color,
    /// Each on a plate in the card's colour, since lines run across.
    pub on_plates: bool,
}

/// A label beyond a value, seen from zero.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLabel {
    /// On the axis across.
    pub at: f64,
    /// In data units.
    pub value: f64,
    pub text: String,
}

/// Words right of a dataset's last value. All datasets have theirs or none, and then the legend has them.
#[derive(Clone, Debug)]
pub struct EndLabel {
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// When they give way on a small picture, as for [`super::Title::gives_way`].
    pub gives_way: u8,
}

/// Words over a panel at a place along it. They are moved aside where two would meet; where not all have room, none
/// is seen.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Index and value of the axis along which it stands.
    pub at: (usize, f64),
    /// Index of the axis over whose panel it stands.
    pub over: usize,
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// When it gives way on a small picture, as for [`super::Title::gives_way`].
    pub gives_way: u8,
}
