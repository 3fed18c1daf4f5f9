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
    /// A moment at which code of an annotation may draw.
    AnnotationHook(AnnotationHook),
}

impl PaintStep {
    /// The items of the step; none if code may draw.
    pub fn into_items(self) -> Vec<Item> {
        match self {
            Self::Items(items) => items,
            Self::Hook(_) | Self::AnnotationHook(_) => Vec::new(),
        }
    }
}

/// A moment before or after the shape of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnotationHook {
    /// The position of the annotation in the chart.
    pub annotation: usize,
    pub is_after: bool,
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

    /// Appends items between a hook and its counterpart.
    pub(super) fn extend_between(&mut self, items: impl IntoIterator<Item = Item>, before: Option<DrawHook>) {
        before.into_iter().for_each(|hook| self.hook(hook));
        self.extend(items);
        before.into_iter().for_each(|hook| self.hook(hook.counterpart()));
    }

    pub(super) fn annotation_hook(&mut self, hook: AnnotationHook) {
        self.0.push(PaintStep::AnnotationHook(hook));
    }

    /// Moves all steps of another list to the end of this one.
    pub(super) fn append(&mut self, other: Self) {
        for step in other.0 {
            match step {
                PaintStep::Items(items) => self.extend(items),
                step => self.0.push(step),
            }
        }
    }

    pub(super) fn into_steps(self) -> Vec<PaintStep> {
        self.0
    }

    /// The items without the moments between them.
    pub(super) fn into_items(self) -> impl Iterator<Item = Item> {
        self.0.into_iter().flat_map(PaintStep::into_items)
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
