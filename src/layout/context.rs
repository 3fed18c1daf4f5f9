//! The inputs of a layout.

use crate::chart::Chart;
use crate::font::Fonts;
use crate::mark::StackedValues;

use super::collapse::VisibleParts;

/// The inputs that all boxes of a layout share.
#[derive(Clone, Copy)]
pub(super) struct LayoutContext<'a> {
    pub(super) chart: &'a Chart,
    pub(super) fonts: &'a Fonts,
    pub(super) stacks: &'a StackedValues,
    pub(super) visible_parts: VisibleParts,
}
