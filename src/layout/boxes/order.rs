//! In which order boxes are placed.

use crate::chart::Position;

use super::Request;

/// The boxes by side, in the order in which they are placed.
pub(super) struct Order {
    pub(super) full_size: Vec<usize>,
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
    pub(super) top: Vec<usize>,
    pub(super) bottom: Vec<usize>,
    pub(super) center_vertical: Vec<usize>,
    pub(super) center_horizontal: Vec<usize>,
    pub(super) area: Vec<usize>,
}

impl Order {
    pub(super) fn of(requests: &[Request]) -> Self {
        let sorted = |wanted: &dyn Fn(&Request) -> bool, outer_first: bool| {
            let mut list: Vec<usize> = requests
                .iter()
                .enumerate()
                .filter(|(_, request)| wanted(request))
                .map(|(index, _)| index)
                .collect();
            let weight = |index: &usize| requests.get(*index).map_or(0.0, |request| request.weight);
            list.sort_by(|a, b| weight(a).total_cmp(&weight(b)).then(a.cmp(b)));
            if outer_first {
                list.reverse();
            }
            list
        };
        let at = |position: Position| move |request: &Request| request.position == position;
        let inside = |request: &Request| matches!(request.position, Position::Center | Position::At(..));
        Self {
            full_size: sorted(&|request| request.full_size, true),
            left: sorted(&at(Position::Left), true),
            right: sorted(&at(Position::Right), false),
            top: sorted(&at(Position::Top), true),
            bottom: sorted(&at(Position::Bottom), false),
            center_vertical: sorted(&|request| inside(request) && !request.horizontal, false),
            center_horizontal: sorted(&|request| inside(request) && request.horizontal, false),
            area: sorted(&at(Position::Area), false),
        }
    }

    pub(super) fn vertical(&self) -> Vec<usize> {
        [&self.left[..], &self.right[..], &self.center_vertical[..]].concat()
    }

    pub(super) fn horizontal(&self) -> Vec<usize> {
        [&self.top[..], &self.bottom[..], &self.center_horizontal[..]].concat()
    }
}
