//! The order in which boxes are placed.

use crate::chart::LayoutPosition;

use super::box_options::BoxOptions;

/// The box indices by side, in placement order.
pub(super) struct BoxOrder {
    pub(super) full_size: Vec<usize>,
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
    pub(super) top: Vec<usize>,
    pub(super) bottom: Vec<usize>,
    pub(super) center_vertical: Vec<usize>,
    pub(super) center_horizontal: Vec<usize>,
    pub(super) area: Vec<usize>,
}

impl BoxOrder {
    pub(super) fn from_options(options: &[BoxOptions]) -> Self {
        let sorted = |wanted: &dyn Fn(&BoxOptions) -> bool, outer_first: bool| {
            let mut list: Vec<usize> = options
                .iter()
                .enumerate()
                .filter(|(_, box_options)| wanted(box_options))
                .map(|(index, _)| index)
                .collect();
            let weight = |index: &usize| options.get(*index).map_or(0.0, |box_options| box_options.weight);
            list.sort_by(|a, b| weight(a).total_cmp(&weight(b)).then(a.cmp(b)));
            if outer_first {
                list.reverse();
            }
            list
        };
        let at = |position: LayoutPosition| move |box_options: &BoxOptions| box_options.position == position;
        let inside = |box_options: &BoxOptions| {
            matches!(box_options.position, LayoutPosition::Center | LayoutPosition::AxisValue(..))
        };
        Self {
            full_size: sorted(&|box_options| box_options.full_size, true),
            left: sorted(&at(LayoutPosition::Left), true),
            right: sorted(&at(LayoutPosition::Right), false),
            top: sorted(&at(LayoutPosition::Top), true),
            bottom: sorted(&at(LayoutPosition::Bottom), false),
            center_vertical: sorted(&|box_options| inside(box_options) && !box_options.horizontal, false),
            center_horizontal: sorted(&|box_options| inside(box_options) && box_options.horizontal, false),
            area: sorted(&at(LayoutPosition::ChartArea), false),
        }
    }

    pub(super) fn all_vertical(&self) -> Vec<usize> {
        [&self.left[..], &self.right[..], &self.center_vertical[..]].concat()
    }

    pub(super) fn all_horizontal(&self) -> Vec<usize> {
        [&self.top[..], &self.bottom[..], &self.center_horizontal[..]].concat()
    }
}
