//! The arithmetic of burning: levels, flows between them, and the sum per day.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use jiff::Timestamp;

use super::{Amount, Day, Event, ItemState, Progress, Sprint, What};

/// How much work there is at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// All work in the sprint, done or not.
    pub scope: Amount,
    /// The part that is done.
    pub done: Amount,
}

impl Level {
    /// The work that is not done.
    pub fn remaining(&self) -> Amount {
        self.scope - self.done
    }

    /// The level of one item.
    pub fn of(item: &ItemState) -> Self {
        let none = ItemState::default();
        Self::default() + Flow::between(&none, item)
    }
}

impl Add<Flow> for Level {
    type Output = Self;
    fn add(self, flow: Flow) -> Self {
        Self { scope: self.scope + flow.scope(), done: self.done + flow.done() }
    }
}

impl AddAssign<Flow> for Level {
    fn add_assign(&mut self, flow: Flow) {
        *self = *self + flow;
    }
}

/// What changed the remaining work over an interval, each per item from its last state only.
/// `Δremaining = added − removed + reestimated + reopened − completed`, exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Open work that joined the sprint; not negative.
    pub added: Amount,
    /// Open work that left it; not negative.
    pub removed: Amount,
    /// Change of estimates of open work; may be negative.
    pub reestimated: Amount,
    /// Done work that is open again; not negative.
    pub reopened: Amount,
    /// Work that was finished; not negative.
    pub completed: Amount,
    /// Change of scope that leaves the remaining work as it is: done items that join, leave or are re-estimated.
    pub done_scope: Amount,
}

/// Where an item stands as far as sums go.
#[derive(PartialEq, Eq)]
enum Side {
    Out,
    Open,
    Done,
}

fn side(state: &ItemState) -> Side {
    match (state.in_sprint, state.progress) {
        (false, _) => Side::Out,
        (true, Progress::Done) => Side::Done,
        (true, Progress::Open | Progress::Started) => Side::Open,
    }
}

impl Flow {
    /// What an item's way from one state to another means for the sums, whatever lay between.
    ///
    /// When an item's estimate changes and it is finished, or opened again, in the same interval, the change counts as
    /// re-estimated, and the finished or reopened amount is the one the done work changes by.
    pub fn between(before: &ItemState, after: &ItemState) -> Self {
        let was = before.estimate.unwrap_or_default();
        let is = after.estimate.unwrap_or_default();
        let none = Self::default();
        match (side(before), side(after)) {
            (Side::Out, Side::Out) => none,
            (Side::Out, Side::Open) => Self { added: is, ..none },
            (Side::Out, Side::Done) => Self { done_scope: is, ..none },
            (Side::Open, Side::Out) => Self { removed: was, ..none },
            (Side::Done, Side::Out) => Self { done_scope: -was, ..none },
            (Side::Open, Side::Open) => Self { reestimated: is - was, ..none },
            (Side::Done, Side::Done) => Self { done_scope: is - was, ..none },
            (Side::Open, Side::Done) => Self { completed: is, reestimated: is - was, ..none },
            (Side::Done, Side::Open) => Self { reopened: was, reestimated: is - was, ..none },
        }
    }

    /// Change of the remaining work, with its sign.
    pub fn remaining(&self) -> Amount {
        self.added - self.removed + self.reestimated + self.reopened - self.completed
    }

    /// Change of the scope, with its sign.
    pub fn scope(&self) -> Amount {
        self.added - self.removed + self.reestimated + self.done_scope
    }

    /// Change of the done work, with its sign.
    pub fn done(&self) -> Amount {
        self.completed - self.reopened + self.done_scope
    }

    /// True when nothing changed.
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

impl Add for Flow {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            removed: self.removed + other.removed,
            reestimated: self.reestimated + other.reestimated,
            reopened: self.reopened + other.reopened,
            completed: self.completed + other.completed,
            done_scope: self.done_scope + other.done_scope,
        }
    }
}

impl AddAssign for Flow {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Flow {
    fn sum<I: Iterator<Item = Self>>(flows: I) -> Self {
        flows.fold(Self::default(), Add::add)
    }
}

/// One sprint day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerDay {
    /// Its place in the calendar.
    pub day: Day,
    /// What changed in it.
    pub flow: Flow,
    /// The level at its end, or at `as_of` within it; `None` for a gap and for the future.
    pub closing: Option<Level>,
}

/// The level from an instant on, until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it changed.
    pub at: Timestamp,
    /// The level after it.
    pub level: Level,
}

/// The whole sprint, summed by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// At the start.
    pub opening: Level,
    /// All days from the start to the later of planned end, real end and `as_of`.
    pub days: Vec<LedgerDay>,
    /// Every change of level in order of time, one step per instant.
    pub steps: Vec<Step>,
}

impl Ledger {
    /// What changed over the whole sprint: the sum of its days.
    pub fn total(&self) -> Flow {
        self.days.iter().map(|day| day.flow).sum()
    }

    /// The last level that is known: at `as_of`, or at the last reading before it.
    pub fn latest(&self) -> Level {
        self.steps.last().map_or(self.opening, |step| step.level)
    }
}

/// An item that something happened to in the day at hand.
struct Touched {
    item: usize,
    before: ItemState,
    /// It was open work of the sprint at some time of the day.
    was_open: bool,
}

/// Replays a sprint's events. Linear in items, events and days.
struct Replay<'a> {
    states: Vec<ItemState>,
    /// Per item the place in `touched` that it has, if it was touched today.
    place: Vec<Option<usize>>,
    touched: Vec<Touched>,
    totals: Flow,
    level: Level,
    steps: Vec<Step>,
    events: std::iter::Peekable<std::slice::Iter<'a, Event>>,
}

impl Replay<'_> {
    fn apply(&mut self, event: &Event) {
        match event.what {
            What::Total(flow) => {
                self.totals += flow;
                self.level += flow;
            }
            What::Item { item, state } => {
                let Some(now) = self.states.get_mut(item) else { return };
                let before = std::mem::replace(now, state);
                self.level += Flow::between(&before, &state);
                self.touch(item, before, side(&state) == Side::Open);
            }
        }
        match self.steps.last_mut() {
            Some(step) if step.at == event.at => step.level = self.level,
            _ => self.steps.push(Step { at: event.at, level: self.level }),
        }
    }

    fn touch(&mut self, item: usize, before: ItemState, open: bool) {
        let next = self.touched.len();
        let Some(place) = self.place.get_mut(item) else { return };
        match place.and_then(|at| self.touched.get_mut(at)) {
            Some(touched) => touched.was_open |= open,
            None => {
                *place = Some(next);
                self.touched.push(Touched { item, before, was_open: open });
            }
        }
    }

    /// Applies all events before an instant, or all that are left.
    fn run_until(&mut self, until: Option<Timestamp>) {
        while let Some(event) = self.events.next_if(|event| until.is_none_or(|until| event.at < until)) {
            self.apply(event);
        }
    }

    /// What changed since the last call, each item from its first state to its last.
    fn settle(&mut self) -> Flow {
        let mut flow = std::mem::take(&mut self.totals);
        for touched in self.touched.drain(..) {
            let Some(after) = self.states.get(touched.item) else { continue };
            if let Some(place) = self.place.get_mut(touched.item) {
                *place = None;
            }
            flow += net(&touched, after);
        }
        flow
    }
}

/// An item that joined as open work and was finished on the same day is work added and completed: to net it
/// away would hide what the ledger is there to show.
fn net(touched: &Touched, after: &ItemState) -> Flow {
    let joined_and_done = side(&touched.before) == Side::Out && side(after) == Side::Done && touched.was_open;
    if joined_and_done {
        let open = ItemState { progress: Progress::Open, ..*after };
        Flow::between(&touched.before, &open) + Flow::between(&open, after)
    } else {
        Flow::between(&touched.before, after)
    }
}

impl Sprint {
    /// The sprint summed by day: flows netted per item over each day, levels at each day's end, and every step between. The
    /// model is that of GitLab's `report_service.rb` and of Jira's burndown: events in order over
    /// member, estimate, done.
    ///
    /// An event on a border belongs to the day that begins there, but one at `as_of` to the last day
    /// that is known. The first day is known even when `as_of` is the start.
    pub fn ledger(&self) -> Ledger {
        let days = self.days();
        let known = days.iter().filter(|day| day.from < self.as_of).count().max(1);
        let mut replay = Replay {
            states: self.items.clone(),
            place: vec![None; self.items.len()],
            touched: Vec::new(),
            totals: Flow::default(),
            level: self.opening,
            steps: Vec::new(),
            events: self.events.iter().peekable(),
        };
        let mut gaps = self.gaps.iter().copied().peekable();
        let mut rows = Vec::with_capacity(days.len());
        for (index, day) in days.into_iter().enumerate() {
            let gap = gaps.next_if_eq(&index).is_some();
            if index < known {
                replay.run_until((index + 1 < known).then_some(day.to));
            }
            let closing = (index < known && !gap).then_some(replay.level);
            rows.push(LedgerDay { day, flow: replay.settle(), closing });
        }
        let mut level = self.opening;
        replay.steps.retain(|step| std::mem::replace(&mut level, step.level) != step.level);
        Ledger { opening: self.opening, days: rows, steps: replay.steps }
    }
}
