//! Labels that templates place directly: explicit ticks, axis captions, labels at values, at line ends and at rules.

use crate::color::Color;

use super::{AxisId, Font, LabelLines};

/// A tick with a label that a template computes itself.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplicitTick {
    /// Position in data units.
    pub value: f64,
    pub label: LabelLines,
    /// Alternative label for the case that not all ticks have room for theirs; empty if it is the same.
    pub label_when_thinned: LabelLines,
    /// True if the tick is kept in preference to others when there is no room for all.
    pub major: bool,
}

/// Caption above the panel of a vertical axis, flush with the left edge of the plot. It is dropped together with the
/// tick labels, and if other labels need its room.
#[derive(Clone, Debug)]
pub struct AxisCaption {
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// Height that the caption takes from the axis box, in pixels.
    pub height: f64,
}

/// Labels at values of an axis, all of one style.
#[derive(Clone, Debug)]
pub struct ValueLabels {
    /// Axis perpendicular to the labelled one.
    pub cross_axis: AxisId,
    pub labels: Vec<ValueLabel>,
    pub font: Font,
    pub color: Color,
    /// True if each label has a background in the chart's colour, because lines cross it.
    pub with_background: bool,
}

/// A label placed beyond a value, on the side away from zero.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLabel {
    /// Position on the perpendicular axis, in data units.
    pub cross_value: f64,
    /// Labelled value in data units.
    pub value: f64,
    pub text: String,
}

/// Label to the right of a dataset's last value. Either all datasets show theirs, or none does and the legend names them.
#[derive(Clone, Debug)]
pub struct EndLabel {
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// Order in which the label is dropped on a small chart, as in [`super::Title::drop_priority`].
    pub drop_priority: u8,
}

/// Label of a vertical rule, placed above a panel. Labels are moved sideways if two would overlap; if there is no room
/// for all of them, none is shown.
#[derive(Clone, Debug)]
pub struct RuleLabel {
    /// Axis with the value of the rule.
    pub axis: AxisId,
    /// Position of the rule on `axis`, in data units.
    pub value: f64,
    /// Axis above whose panel the label is placed.
    pub panel_axis: AxisId,
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// Order in which the label is dropped on a small chart, as in [`super::Title::drop_priority`].
    pub drop_priority: u8,
}
