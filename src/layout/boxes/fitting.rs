//! Fits boxes around the plot.

use crate::chart::LayoutPosition;
use crate::geometry::{Point, Sides, Size};

use super::box_options::{AvailableSpace, BoxOptions, RequiredSpace};
use super::box_order::BoxOrder;
use super::edges::Edges;

/// A group of boxes that share a side.
#[derive(Clone, Debug, Default)]
struct BoxStack {
    side: Option<LayoutPosition>,
    name: String,
    count: f64,
    weight: f64,
    size: f64,
    placed: f64,
    start: Option<f64>,
}

/// The part of a stack's length that a box takes.
#[derive(Clone, Copy)]
struct StackShare {
    /// Distance from the start of the stack, in pixels.
    offset: f64,
    /// Fraction of the length of the stack.
    fraction: f64,
}

/// The state of the fitting algorithm.
struct BoxFitting<'a> {
    options: &'a [BoxOptions],
    passes: FitPasses,
    size: Size,
    padding: Sides,
    stacks: Vec<BoxStack>,
    /// Fixed width and height of each box, if any.
    fixed_sizes: Vec<(Option<f64>, Option<f64>)>,
    required_spaces: Vec<RequiredSpace>,
    /// Thickness that each box takes on its side.
    thicknesses: Vec<f64>,
    sides: Sides,
    max_padding: Sides,
    width: f64,
    height: f64,
}

/// How often boxes are fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum FitPasses {
    /// Boxes are fitted again if later ones leave them less space.
    UntilStable,
    /// Each box is fitted once, those at the left and at the right first (Chart.js 2).
    Once,
}

/// The space of all boxes and the way they are fitted to it.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct FitSpace {
    pub(in crate::layout) size: Size,
    pub(in crate::layout) padding: Sides,
    /// Least distance of the plot from the edges, in pixels.
    pub(in crate::layout) min_padding: f64,
    pub(in crate::layout) passes: FitPasses,
}

/// Returns the rectangles of the plot and of the boxes around it; a box inside the plot gets the plot's
/// rectangle.
pub(in crate::layout) fn fit_boxes(
    options: &[BoxOptions],
    space: FitSpace,
    fit_box: &mut dyn FnMut(usize, AvailableSpace) -> RequiredSpace,
) -> (Edges, Vec<Edges>) {
    let FitSpace { size, padding, min_padding, passes } = space;
    let order = BoxOrder::from_options(options);
    let mut fitting = BoxFitting::new(options, size, padding, &order);
    fitting.passes = passes;
    fitting.max_padding = padding.max_of_each_side(&Sides::uniform(min_padding));
    if passes == FitPasses::UntilStable {
        fitting.fit_pass(&order.full_size, fit_box);
    }
    fitting.fit_pass(&order.all_vertical(), fit_box);
    if fitting.fit_pass(&order.all_horizontal(), fit_box) {
        fitting.fit_pass(&order.all_vertical(), fit_box);
    }
    let (plot, placed) = fitting.place_all(&order);
    for index in &order.area {
        fit_box(
            *index,
            AvailableSpace { width: plot.width(), height: plot.height(), margins: Sides::default() },
        );
    }
    (plot, placed)
}

fn is_side(position: LayoutPosition) -> bool {
    !matches!(position, LayoutPosition::Center | LayoutPosition::AxisValue(..))
}

impl<'a> BoxFitting<'a> {
    fn new(options: &'a [BoxOptions], size: Size, padding: Sides, order: &BoxOrder) -> Self {
        let width = (size.width - padding.horizontal_total()).max(0.0);
        let height = (size.height - padding.vertical_total()).max(0.0);
        let mut fitting = Self {
            options,
            passes: FitPasses::UntilStable,
            size,
            padding,
            stacks: Vec::new(),
            fixed_sizes: vec![(None, None); options.len()],
            required_spaces: vec![RequiredSpace::default(); options.len()],
            thicknesses: vec![0.0; options.len()],
            sides: padding,
            max_padding: padding,
            width,
            height,
        };
        let boxes = [order.all_vertical(), order.all_horizontal()].concat();
        for box_options in boxes.iter().filter_map(|index| options.get(*index)) {
            let Some(name) = box_options.stack.as_ref().filter(|_| is_side(box_options.position)) else {
                continue;
            };
            match fitting.stacks.iter_mut().find(|s| s.side == Some(box_options.position) && s.name == *name)
            {
                Some(stack) => {
                    stack.count += 1.0;
                    stack.weight += box_options.stack_weight;
                }
                None => fitting.stacks.push(BoxStack {
                    side: Some(box_options.position),
                    name: name.clone(),
                    count: 1.0,
                    weight: box_options.stack_weight,
                    ..BoxStack::default()
                }),
            }
        }
        let shown = |index: &&usize| options.get(**index).is_some_and(|box_options| box_options.shown);
        let columns = order.all_vertical().iter().filter(shown).count().max(1) as f64;
        let (column, row) = (width / 2.0 / columns, height / 2.0);
        for index in boxes {
            let Some(box_options) = options.get(index) else { continue };
            let fraction = fitting.stack_of(index).map(|stack| box_options.stack_weight / stack.weight);
            let full = |length: f64| box_options.full_size.then_some(length);
            let fixed_size = if box_options.horizontal {
                (fraction.map(|fraction| fraction * column).or(full(width)), Some(row))
            } else {
                (Some(column), fraction.map(|fraction| fraction * row).or(full(height)))
            };
            if let Some(fixed) = fitting.fixed_sizes.get_mut(index) {
                *fixed = fixed_size;
            }
        }
        fitting
    }

    fn stack_index(&self, index: usize) -> Option<usize> {
        let box_options = self.options.get(index)?;
        let name = box_options.stack.as_ref()?;
        self.stacks.iter().position(|stack| stack.side == Some(box_options.position) && stack.name == *name)
    }

    fn stack_of(&self, index: usize) -> Option<&BoxStack> {
        self.stack_index(index).and_then(|index| self.stacks.get(index))
    }

    /// Fits each box, and again if a later one changed the space it was fitted to. Returns true if the space
    /// in the other direction has changed.
    fn fit_pass(
        &mut self,
        boxes: &[usize],
        fit_box: &mut dyn FnMut(usize, AvailableSpace) -> RequiredSpace,
    ) -> bool {
        let mut again: Vec<usize> = Vec::new();
        let (mut refit, mut changed) = (false, false);
        for index in boxes.iter().copied() {
            let Some(box_options) = self.options.get(index) else { continue };
            let (width, height) = self.fixed_sizes.get(index).copied().unwrap_or_default();
            let available = AvailableSpace {
                width: width.filter(|length| *length != 0.0).unwrap_or(self.width),
                height: height.filter(|length| *length != 0.0).unwrap_or(self.height),
                margins: self.end_margins(box_options.horizontal),
            };
            let required = fit_box(index, available);
            let (own_changed, other_changed) = self.claim_side(index, box_options, required);
            refit |= own_changed && !again.is_empty();
            changed |= other_changed;
            if !box_options.full_size {
                again.push(index);
            }
        }
        self.passes == FitPasses::UntilStable && ((refit && self.fit_pass(&again, fit_box)) || changed)
    }

    /// Returns the space that other boxes take at both ends of a box.
    fn end_margins(&self, horizontal: bool) -> Sides {
        let all = self.sides.max_of_each_side(&self.max_padding);
        if horizontal {
            Sides { left: all.left, right: all.right, ..Sides::default() }
        } else {
            Sides { top: all.top, bottom: all.bottom, ..Sides::default() }
        }
    }

    /// Subtracts the space of a box from the plot. Returns whether the plot's length changed in the box's own
    /// direction and in the other one.
    fn claim_side(
        &mut self,
        index: usize,
        box_options: &BoxOptions,
        required: RequiredSpace,
    ) -> (bool, bool) {
        if let Some(place) = self.required_spaces.get_mut(index) {
            *place = required;
        }
        let length = if box_options.horizontal { required.height } else { required.width };
        let size = match self.stack_index(index).and_then(|index| self.stacks.get_mut(index)) {
            Some(stack) => {
                stack.size = stack.size.max(length);
                stack.size / stack.count
            }
            None => length.max(0.0),
        };
        let before = self.thicknesses.get(index).copied().unwrap_or_default();
        let side = match box_options.position {
            LayoutPosition::Left => Some(&mut self.sides.left),
            LayoutPosition::Top => Some(&mut self.sides.top),
            LayoutPosition::Right => Some(&mut self.sides.right),
            LayoutPosition::Bottom => Some(&mut self.sides.bottom),
            LayoutPosition::ChartArea | LayoutPosition::Center | LayoutPosition::AxisValue(..) => None,
        };
        if let Some(side) = side {
            *side += size - before;
        }
        if let Some(place) = self.thicknesses.get_mut(index) {
            *place = size;
        }
        self.max_padding = self.max_padding.max_of_each_side(&required.padding);
        let total = self.sides.max_of_each_side(&self.max_padding);
        let width = (self.size.width - total.horizontal_total()).max(0.0);
        let height = (self.size.height - total.vertical_total()).max(0.0);
        let (width_changed, height_changed) = (width != self.width, height != self.height);
        (self.width, self.height) = (width, height);
        if box_options.horizontal { (width_changed, height_changed) } else { (height_changed, width_changed) }
    }

    /// Computes the rectangle of every box.
    fn place_all(&mut self, order: &BoxOrder) -> (Edges, Vec<Edges>) {
        let mut placed = vec![Edges::default(); self.options.len()];
        let sides = self.sides.max_of_each_side(&self.max_padding);
        let mut cursor = Point::new(
            self.padding.left + sides.left - self.sides.left,
            self.padding.top + sides.top - self.sides.top,
        );
        self.sides = sides;
        for indices in [&order.left, &order.top] {
            self.place_sequence(indices, &mut cursor, &mut placed);
        }
        cursor = Point::new(cursor.x + self.width, cursor.y + self.height);
        for indices in [&order.right, &order.center_vertical, &order.bottom, &order.center_horizontal] {
            self.place_sequence(indices, &mut cursor, &mut placed);
        }
        let area = Edges {
            left: sides.left,
            top: sides.top,
            right: sides.left + self.width,
            bottom: sides.top + self.height,
        };
        for index in &order.area {
            if let Some(place) = placed.get_mut(*index) {
                *place = area;
            }
        }
        (area, placed)
    }

    fn place_sequence(&mut self, indices: &[usize], cursor: &mut Point, placed: &mut [Edges]) {
        for index in indices.iter().copied() {
            let (Some(box_options), Some(required)) =
                (self.options.get(index), self.required_spaces.get(index))
            else {
                continue;
            };
            let stack_index = self.stack_index(index);
            let stack = stack_index.and_then(|index| self.stacks.get(index)).cloned();
            let (weight, size, offset, start) = match &stack {
                Some(stack) => (stack.weight, stack.size, stack.placed, stack.start),
                None => (1.0, 0.0, 0.0, None),
            };
            let fraction = box_options.stack_weight / weight;
            let share = StackShare {
                offset,
                fraction: if fraction == 0.0 || fraction.is_nan() { 1.0 } else { fraction },
            };
            let thickness = if box_options.horizontal { required.height } else { required.width };
            let thickness = if size == 0.0 { thickness } else { size };
            let (edges, length) = if box_options.horizontal {
                cursor.y = start.unwrap_or(cursor.y);
                self.row_edges(box_options, share, cursor.y, thickness)
            } else {
                cursor.x = start.unwrap_or(cursor.x);
                self.column_edges(box_options, share, cursor.x, thickness)
            };
            if let Some(stack) = stack_index.and_then(|index| self.stacks.get_mut(index)) {
                stack.start = Some(if box_options.horizontal { cursor.y } else { cursor.x });
                stack.placed += length;
            }
            if box_options.horizontal {
                cursor.y = edges.bottom;
            } else {
                cursor.x = edges.right;
            }
            if let Some(place) = placed.get_mut(index) {
                *place = edges;
            }
        }
    }

    /// Returns the rectangle of a horizontal box, and the length that it takes of its stack.
    fn row_edges(&self, box_options: &BoxOptions, share: StackShare, top: f64, height: f64) -> (Edges, f64) {
        let width = self.width * share.fraction;
        let (left, right) = if box_options.full_size {
            (self.padding.left, self.size.width - self.padding.right)
        } else {
            (self.sides.left + share.offset, self.sides.left + share.offset + width)
        };
        (Edges { left, top, right, bottom: top + height }, width)
    }

    /// Returns the rectangle of a vertical box, and the length that it takes of its stack.
    fn column_edges(
        &self,
        box_options: &BoxOptions,
        share: StackShare,
        left: f64,
        width: f64,
    ) -> (Edges, f64) {
        let height = self.height * share.fraction;
        let (top, bottom) = if box_options.full_size {
            (self.padding.top, self.size.height - self.padding.bottom)
        } else {
            (self.sides.top + share.offset, self.sides.top + share.offset + height)
        };
        (Edges { left, top, right: left + width, bottom }, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample_options(position: LayoutPosition, full_size: bool) -> BoxOptions {
        let horizontal = matches!(position, LayoutPosition::Top | LayoutPosition::Bottom);
        BoxOptions {
            position,
            horizontal,
            full_size,
            weight: 0.0,
            stack: None,
            stack_weight: 1.0,
            shown: true,
        }
    }

    #[test]
    fn boxes_are_placed_around_the_plot() {
        let options = [
            sample_options(LayoutPosition::Top, true),
            sample_options(LayoutPosition::Bottom, false),
            sample_options(LayoutPosition::Left, false),
        ];
        let space = FitSpace {
            size: Size { width: 200.0, height: 100.0 },
            padding: Sides::default(),
            min_padding: 0.0,
            passes: FitPasses::UntilStable,
        };
        let (plot, boxes) = fit_boxes(&options, space, &mut |index, available| match index {
            0 => RequiredSpace { width: available.width, height: 20.0, ..RequiredSpace::default() },
            1 => RequiredSpace { width: available.width, height: 10.0, ..RequiredSpace::default() },
            _ => RequiredSpace { width: 30.0, height: available.height, ..RequiredSpace::default() },
        });
        assert_eq!(plot, Edges { left: 30.0, top: 20.0, right: 200.0, bottom: 90.0 });
        assert_eq!(boxes[0], Edges { left: 0.0, top: 0.0, right: 200.0, bottom: 20.0 });
        assert_eq!(boxes[1], Edges { left: 30.0, top: 90.0, right: 200.0, bottom: 100.0 });
        assert_eq!(boxes[2], Edges { left: 0.0, top: 20.0, right: 30.0, bottom: 90.0 });
    }
}
