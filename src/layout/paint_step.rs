//! The steps in which a chart is painted, with the moments at which code of a configuration may draw.

use crate::chart::DatasetId;
use crate::scene::Item;

/// A step of painting.
#[derive(Clone, Debug)]
pub enum PaintStep {
    /// Items of the chart, in painting order.
    Items(Vec<Item>),
    /// A moment at which code may draw.
    Hook(DrawHook),
}

/// A moment of painting, as the hooks of Chart.js's plugins name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::enum_variant_names, reason = "these are the names of Chart.js")]
pub enum DrawHook {
    BeforeDraw,
    BeforeDatasetsDraw,
    BeforeDatasetDraw(DatasetId),
    AfterDatasetDraw(DatasetId),
    AfterDatasetsDraw,
    AfterDraw,
}

impl DrawHook {
    /// The hook after the part that this hook precedes.
    pub fn counterpart(self) -> Self {
        match self {
            Self::BeforeDraw => Self::AfterDraw,
            Self::BeforeDatasetsDraw => Self::AfterDatasetsDraw,
            Self::BeforeDatasetDraw(dataset) => Self::AfterDatasetDraw(dataset),
            after => after,
        }
    }
}

/// A list of steps that joins items next to each other.
#[derive(Debug, Default)]
pub(super) struct PaintSteps(Vec<PaintStep>);

impl PaintSteps {
    pub(super) fn hook(&mut self, hook: DrawHook) {
        self.0.push(PaintStep::Hook(hook));
    }

    pub(super) fn into_steps(self) -> Vec<PaintStep> {
        self.0
    }
}

impl Extend<Item> for PaintSteps {
    fn extend<Items: IntoIterator<Item = Item>>(&mut self, items: Items) {
        match self.0.last_mut() {
            Some(PaintStep::Items(known)) => known.extend(items),
            _ => self.0.push(PaintStep::Items(items.into_iter().collect())),
        }
    }
}
