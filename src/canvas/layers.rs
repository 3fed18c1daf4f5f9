//! What has been drawn, in painting order: runs of items with the same clips, so that each run needs one layer.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::geometry::Size;
use crate::mark::rect_path;
use crate::scene::{Clip, Item, Layer, PathCommand};

/// Items that share their clips.
#[derive(Debug, Default)]
struct Run {
    clips: Vec<Arc<Clip>>,
    items: Vec<Item>,
}

/// Items in painting order.
#[derive(Debug, Default)]
pub(super) struct Layers {
    runs: VecDeque<Run>,
}

impl Layers {
    /// Adds an item over everything that is there.
    pub(super) fn push_over(&mut self, item: Item, clips: &[Arc<Clip>]) {
        match self.runs.back_mut() {
            Some(run) if run.clips == clips => run.items.push(item),
            _ => self.runs.push_back(Run { clips: clips.to_vec(), items: vec![item] }),
        }
    }

    /// Adds an item under everything that is there.
    pub(super) fn push_under(&mut self, item: Item, clips: &[Arc<Clip>]) {
        self.runs.push_front(Run { clips: clips.to_vec(), items: vec![item] });
    }

    /// Removes everything.
    pub(super) fn clear(&mut self) {
        self.runs.clear();
    }

    /// Cuts the inside of a path out of everything that is there.
    pub(super) fn cut_out(&mut self, path: Vec<PathCommand>, size: Size) {
        let items = std::mem::take(self).into_items();
        if items.is_empty() {
            return;
        }
        // Two outlines, of which the even-odd rule leaves the space between them.
        let around = rect_path(-size.width, -size.height, 3.0 * size.width, 3.0 * size.height);
        let clip = Clip { path: around.into_iter().chain(path).collect(), even_odd: true };
        self.runs.push_back(Run { clips: vec![Arc::new(clip)], items });
    }

    pub(super) fn into_items(self) -> Vec<Item> {
        self.runs.into_iter().flat_map(Run::into_items).collect()
    }
}

impl Run {
    fn into_items(self) -> Vec<Item> {
        self.clips.into_iter().rev().fold(self.items, |items, clip| {
            vec![Item::Layer(Layer { clip: Some(Arc::unwrap_or_clone(clip)), transform: None, items })]
        })
    }
}
