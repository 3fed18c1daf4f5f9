//! Who gets which rectangle: boxes on four sides of a plot (Chart.js 4.6.1, `layouts`).
//!
//! ```text
//! |------------------------------------------------|
//! |                  full size (title)             |
//! |------------------------------------------------|
//! | left | left |            top            | right|
//! |      |      |---------------------------|      |
//! |      |      |                           |      |
//! |      |      |          the plot         |      |
//! |      |      |                           |      |
//! |      |      |---------------------------|      |
//! |      |      |           bottom          |      |
//! |------------------------------------------------|
//! ```
//!
//! Boxes are asked how big they would be in the room that is left: first those of full size, then the vertical ones,
//! then the horizontal ones, then the vertical ones again where the height has changed. No solver is needed.

mod order;

use crate::chart::Position;
use crate::geometry::{Sides, Size};

use order::Order;

/// What a box asks for.
#[derive(Clone, Debug)]
pub(in crate::layout) struct Request {
    pub(in crate::layout) position: Position,
    /// Takes width from side to side, and height off the plot.
    pub(in crate::layout) horizontal: bool,
    /// As long as the picture, not as the plot.
    pub(in crate::layout) full_size: bool,
    /// Higher ones stand further out.
    pub(in crate::layout) weight: f64,
    /// Boxes of one name on one side stand behind each other.
    pub(in crate::layout) stack: Option<String>,
    pub(in crate::layout) stack_weight: f64,
    /// Takes part in sharing out the width.
    pub(in crate::layout) shown: bool,
}

/// The room a box may have.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Offer {
    pub(in crate::layout) width: f64,
    pub(in crate::layout) height: f64,
    /// What others take at its ends.
    pub(in crate::layout) margins: Sides,
}

/// The room a box takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::layout) struct Answer {
    pub(in crate::layout) width: f64,
    pub(in crate::layout) height: f64,
    /// How far it stands out at its ends.
    pub(in crate::layout) padding: Sides,
}

/// Four edges; the right one may stand left of the left one where there is no room.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::layout) struct Edges {
    pub(in crate::layout) left: f64,
    pub(in crate::layout) top: f64,
    pub(in crate::layout) right: f64,
    pub(in crate::layout) bottom: f64,
}

impl Edges {
    pub(in crate::layout) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(in crate::layout) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// A stack of boxes.
#[derive(Clone, Debug, Default)]
struct Stack {
    side: Option<Position>,
    name: String,
    count: f64,
    weight: f64,
    size: f64,
    placed: f64,
    start: Option<f64>,
}

/// The boxes while they are fitted.
struct Fitting<'a> {
    requests: &'a [Request],
    size: Size,
    padding: Sides,
    stacks: Vec<Stack>,
    /// Width and height the box is bound to, where it is.
    bound: Vec<(Option<f64>, Option<f64>)>,
    answers: Vec<Answer>,
    /// What each box takes of its side.
    sizes: Vec<f64>,
    sides: Sides,
    max_padding: Sides,
    width: f64,
    height: f64,
}

/// The plot and the boxes around it; boxes inside the plot get its rectangle.
pub(in crate::layout) fn fit(
    requests: &[Request],
    size: Size,
    padding: Sides,
    min_padding: f64,
    update: &mut dyn FnMut(usize, Offer) -> Answer,
) -> (Edges, Vec<Edges>) {
    let order = Order::of(requests);
    let mut fitting = Fitting::new(requests, size, padding, &order);
    fitting.max_padding = padding.max(&Sides::all(min_padding));
    fitting.round(&order.full_size, update);
    fitting.round(&order.vertical(), update);
    if fitting.round(&order.horizontal(), update) {
        fitting.round(&order.vertical(), update);
    }
    let (plot, placed) = fitting.place(&order);
    for index in &order.area {
        update(*index, Offer { width: plot.width(), height: plot.height(), margins: Sides::default() });
    }
    (plot, placed)
}

fn is_side(position: Position) -> bool {
    !matches!(position, Position::Center | Position::At(..))
}

impl<'a> Fitting<'a> {
    fn new(requests: &'a [Request], size: Size, padding: Sides, order: &Order) -> Self {
        let width = (size.width - padding.width()).max(0.0);
        let height = (size.height - padding.height()).max(0.0);
        let mut fitting = Self {
            requests,
            size,
            padding,
            stacks: Vec::new(),
            bound: vec![(None, None); requests.len()],
            answers: vec![Answer::default(); requests.len()],
            sizes: vec![0.0; requests.len()],
            sides: padding,
            max_padding: padding,
            width,
            height,
        };
        let boxes = [order.vertical(), order.horizontal()].concat();
        for request in boxes.iter().filter_map(|index| requests.get(*index)) {
            let Some(name) = request.stack.as_ref().filter(|_| is_side(request.position)) else { continue };
            match fitting.stacks.iter_mut().find(|s| s.side == Some(request.position) && s.name == *name) {
                Some(stack) => {
                    stack.count += 1.0;
                    stack.weight += request.stack_weight;
                }
                None => fitting.stacks.push(Stack {
                    side: Some(request.position),
                    name: name.clone(),
                    count: 1.0,
                    weight: request.stack_weight,
                    ..Stack::default()
                }),
            }
        }
        let shown = |index: &&usize| requests.get(**index).is_some_and(|request| request.shown);
        let columns = order.vertical().iter().filter(shown).count().max(1) as f64;
        let (column, row) = (width / 2.0 / columns, height / 2.0);
        for index in boxes {
            let Some(request) = requests.get(index) else { continue };
            let share = fitting.stack(index).map(|stack| request.stack_weight / stack.weight);
            let full = |length: f64| request.full_size.then_some(length);
            let bound = if request.horizontal {
                (share.map(|share| share * column).or(full(width)), Some(row))
            } else {
                (Some(column), share.map(|share| share * row).or(full(height)))
            };
            if let Some(place) = fitting.bound.get_mut(index) {
                *place = bound;
            }
        }
        fitting
    }

    fn stack_place(&self, index: usize) -> Option<usize> {
        let request = self.requests.get(index)?;
        let name = request.stack.as_ref()?;
        self.stacks.iter().position(|stack| stack.side == Some(request.position) && stack.name == *name)
    }

    fn stack(&self, index: usize) -> Option<&Stack> {
        self.stack_place(index).and_then(|place| self.stacks.get(place))
    }

    /// Asks boxes how big they would be, again where one changes what another was asked with; true where the
    /// other direction has changed.
    fn round(&mut self, boxes: &[usize], update: &mut dyn FnMut(usize, Offer) -> Answer) -> bool {
        let mut again: Vec<usize> = Vec::new();
        let (mut refit, mut changed) = (false, false);
        for index in boxes.iter().copied() {
            let Some(request) = self.requests.get(index) else { continue };
            let (width, height) = self.bound.get(index).copied().unwrap_or_default();
            let offer = Offer {
                width: width.filter(|length| *length != 0.0).unwrap_or(self.width),
                height: height.filter(|length| *length != 0.0).unwrap_or(self.height),
                margins: self.margins(request.horizontal),
            };
            let answer = update(index, offer);
            let (same, other) = self.take(index, request, answer);
            refit |= same && !again.is_empty();
            changed |= other;
            if !request.full_size {
                again.push(index);
            }
        }
        (refit && self.round(&again, update)) || changed
    }

    /// What others take at both ends of a box.
    fn margins(&self, horizontal: bool) -> Sides {
        let all = self.sides.max(&self.max_padding);
        if horizontal {
            Sides { left: all.left, right: all.right, ..Sides::default() }
        } else {
            Sides { top: all.top, bottom: all.bottom, ..Sides::default() }
        }
    }

    /// Takes the room of a box from the plot; says whether its own direction and the other one have changed.
    fn take(&mut self, index: usize, request: &Request, answer: Answer) -> (bool, bool) {
        if let Some(place) = self.answers.get_mut(index) {
            *place = answer;
        }
        let length = if request.horizontal { answer.height } else { answer.width };
        let size = match self.stack_place(index).and_then(|place| self.stacks.get_mut(place)) {
            Some(stack) => {
                stack.size = stack.size.max(length);
                stack.size / stack.count
            }
            None => length.max(0.0),
        };
        let before = self.sizes.get(index).copied().unwrap_or_default();
        let side = match request.position {
            Position::Left => Some(&mut self.sides.left),
            Position::Top => Some(&mut self.sides.top),
            Position::Right => Some(&mut self.sides.right),
            Position::Bottom => Some(&mut self.sides.bottom),
            Position::Area | Position::Center | Position::At(..) => None,
        };
        if let Some(side) = side {
            *side += size - before;
        }
        if let Some(place) = self.sizes.get_mut(index) {
            *place = size;
        }
        self.max_padding = self.max_padding.max(&answer.padding);
        let taken = self.sides.max(&self.max_padding);
        let width = (self.size.width - taken.width()).max(0.0);
        let height = (self.size.height - taken.height()).max(0.0);
        let (wider, higher) = (width != self.width, height != self.height);
        (self.width, self.height) = (width, height);
        if request.horizontal { (wider, higher) } else { (higher, wider) }
    }

    /// Gives every box its rectangle.
    fn place(&mut self, order: &Order) -> (Edges, Vec<Edges>) {
        let mut placed = vec![Edges::default(); self.requests.len()];
        let sides = self.sides.max(&self.max_padding);
        let mut at =
            (self.padding.left + sides.left - self.sides.left, self.padding.top + sides.top - self.sides.top);
        self.sides = sides;
        for list in [&order.left, &order.top] {
            self.place_list(list, &mut at, &mut placed);
        }
        at = (at.0 + self.width, at.1 + self.height);
        for list in [&order.right, &order.center_vertical, &order.bottom, &order.center_horizontal] {
            self.place_list(list, &mut at, &mut placed);
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

    fn place_list(&mut self, list: &[usize], at: &mut (f64, f64), placed: &mut [Edges]) {
        for index in list.iter().copied() {
            let (Some(request), Some(answer)) = (self.requests.get(index), self.answers.get(index)) else {
                continue;
            };
            let place = self.stack_place(index);
            let stack = place.and_then(|place| self.stacks.get(place)).cloned();
            let (weight, size, done, start) = match &stack {
                Some(stack) => (stack.weight, stack.size, stack.placed, stack.start),
                None => (1.0, 0.0, 0.0, None),
            };
            let share = request.stack_weight / weight;
            let share = if share == 0.0 || share.is_nan() { 1.0 } else { share };
            let thick = if request.horizontal { answer.height } else { answer.width };
            let thick = if size == 0.0 { thick } else { size };
            let (edges, length) = if request.horizontal {
                at.1 = start.unwrap_or(at.1);
                self.row(request, (done, share), at.1, thick)
            } else {
                at.0 = start.unwrap_or(at.0);
                self.column(request, (done, share), at.0, thick)
            };
            if let Some(stack) = place.and_then(|place| self.stacks.get_mut(place)) {
                stack.start = Some(if request.horizontal { at.1 } else { at.0 });
                stack.placed += length;
            }
            if request.horizontal {
                at.1 = edges.bottom;
            } else {
                at.0 = edges.right;
            }
            if let Some(place) = placed.get_mut(index) {
                *place = edges;
            }
        }
    }

    fn row(&self, request: &Request, (done, share): (f64, f64), top: f64, height: f64) -> (Edges, f64) {
        let width = self.width * share;
        let (left, right) = if request.full_size {
            (self.padding.left, self.size.width - self.padding.right)
        } else {
            (self.sides.left + done, self.sides.left + done + width)
        };
        (Edges { left, top, right, bottom: top + height }, width)
    }

    fn column(&self, request: &Request, (done, share): (f64, f64), left: f64, width: f64) -> (Edges, f64) {
        let height = self.height * share;
        let (top, bottom) = if request.full_size {
            (self.padding.top, self.size.height - self.padding.bottom)
        } else {
            (self.sides.top + done, self.sides.top + done + height)
        };
        (Edges { left, top, right: left + width, bottom }, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(position: Position, full_size: bool) -> Request {
        let horizontal = matches!(position, Position::Top | Position::Bottom);
        Request { position, horizontal, full_size, weight: 0.0, stack: None, stack_weight: 1.0, shown: true }
    }

    #[test]
    fn boxes_stand_around_the_plot() {
        let requests =
            [request(Position::Top, true), request(Position::Bottom, false), request(Position::Left, false)];
        let size = Size { width: 200.0, height: 100.0 };
        let (plot, boxes) = fit(&requests, size, Sides::default(), 0.0, &mut |index, offer| match index {
            0 => Answer { width: offer.width, height: 20.0, ..Answer::default() },
            1 => Answer { width: offer.width, height: 10.0, ..Answer::default() },
            _ => Answer { width: 30.0, height: offer.height, ..Answer::default() },
        });
        assert_eq!(plot, Edges { left: 30.0, top: 20.0, right: 200.0, bottom: 90.0 });
        assert_eq!(boxes[0], Edges { left: 0.0, top: 0.0, right: 200.0, bottom: 20.0 });
        assert_eq!(boxes[1], Edges { left: 30.0, top: 90.0, right: 200.0, bottom: 100.0 });
        assert_eq!(boxes[2], Edges { left: 0.0, top: 20.0, right: 30.0, bottom: 90.0 });
    }
}
