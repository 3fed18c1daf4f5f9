//! Generated teams of six kinds for the back-test of the forecast.

use jiff::Span;
use jiff::civil::{Date, Weekday};
use oorandom::Rand32;

/// Working days before the history begins.
const WARM_UP: usize = 40;
/// Working days of a sprint.
const SPRINT: usize = 10;

/// The trait that sets a team apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A Poisson number of items a day, each of 1 to 8 points; no work on up to 30 % of the days.
    Steady,
    /// Finished items are closed in bulk: on 20 to 45 % of the days, and on four of five last days of a sprint.
    Bulk,
    /// 60 to 90 % of the days' work is closed on the next Friday.
    Friday,
    /// On 10 to 35 % of the days work is added, 10 to 40 % of what is done.
    Growing,
    /// The history is the team's first days; it begins at 60 to 110 % of the pace that it comes near in 4 to 10 days.
    New,
    /// Fast and slow phases of 4 to 10 days by turns; the slow pace is 25 to 60 % of the fast one.
    TwoSpeed,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Steady, Self::Bulk, Self::Friday, Self::Growing, Self::New, Self::TwoSpeed];
}

/// A generated team. All its figures are drawn anew for each seed.
pub struct Team {
    kind: Kind,
    random: Rand32,
    date: Date,
    /// Working days that have passed.
    day: usize,
    /// Items a day on a working day without a special effect.
    items: f64,
    largest_item: u32,
    idle_share: f64,
    /// Share of the days whose finished work is closed at once.
    closed_at_once: f64,
    /// Chance of a bulk closing, or of added work.
    chance: f64,
    /// The added work as a share of the done work, the first pace or the slow pace as a share of the full one.
    ratio: f64,
    /// Days of a phase, or of the approach to the full pace.
    duration: f64,
    is_slow: bool,
    finished_not_closed: i32,
}

impl Team {
    /// Returns a team with a history of some weeks; a new one has none.
    pub fn new(kind: Kind, seed: u64) -> Self {
        let mut random = Rand32::new(seed);
        let mut between = |low: f64, high: f64| low + (high - low) * f64::from(random.rand_float());
        let (items, idle_share, start) = (between(1.0, 4.0), between(0.0, 0.3), between(0.0, 7.0));
        let (ratio, duration, chance) = match kind {
            Kind::Growing => (between(0.1, 0.4), 0.0, between(0.1, 0.35)),
            Kind::New => (between(0.6, 1.1), between(4.0, 10.0), 0.0),
            Kind::TwoSpeed => (between(0.25, 0.6), between(4.0, 10.0), 0.0),
            _ => (1.0, 0.0, between(0.2, 0.45)),
        };
        let closed_at_once = match kind {
            Kind::Bulk => between(0.0, 0.3),
            Kind::Friday => between(0.1, 0.4),
            _ => 1.0,
        };
        let largest_item = 1 + random.rand_range(0..8);
        let is_slow = random.rand_range(0..2) == 0;
        let date = Date::constant(2024, 1, 1) + Span::new().days(start as i64);
        let mut team = Self {
            kind,
            random,
            date,
            day: 0,
            items,
            largest_item,
            idle_share,
            closed_at_once,
            chance,
            ratio,
            duration,
            is_slow,
            finished_not_closed: 0,
        };
        team.skip_weekend();
        let warm_up = if kind == Kind::New { 0 } else { WARM_UP + team.random.rand_range(0..10) as usize };
        for _ in 0..warm_up {
            team.work_day();
        }
        team
    }

    /// Returns the date of the next working day.
    pub fn date(&self) -> Date {
        self.date
    }

    /// Returns work for 3 to 12 days at the team's true mean pace, in points.
    pub fn sprint_backlog(&mut self) -> i32 {
        let days = 3.0 + 9.0 * f64::from(self.random.rand_float());
        let net = match self.kind {
            Kind::Growing => 1.0 - self.ratio,
            Kind::TwoSpeed => (1.0 + self.ratio) / 2.0,
            _ => 1.0,
        };
        let points =
            self.items * (1.0 - self.idle_share) * f64::from(1 + self.largest_item) / 2.0 * net * days;
        (points.round() as i32).max(1)
    }

    /// Lets the team work for a day; returns the points that it completed and added.
    pub fn work_day(&mut self) -> (i32, i32) {
        let is_idle = self.draws(self.idle_share);
        let finished = if is_idle { 0 } else { self.draw_points(self.items * self.pace()) };
        let added = if self.kind == Kind::Growing && self.draws(self.chance) {
            self.draw_points(self.items * (1.0 - self.idle_share) * self.ratio / self.chance)
        } else {
            0
        };
        let at_once = if self.draws(self.closed_at_once) { finished } else { 0 };
        self.finished_not_closed += finished - at_once;
        let closed = if self.closes_all() { std::mem::take(&mut self.finished_not_closed) } else { 0 };
        if self.kind == Kind::TwoSpeed && self.draws(1.0 / self.duration) {
            self.is_slow = !self.is_slow;
        }
        self.day += 1;
        self.date = self.date.tomorrow().unwrap();
        self.skip_weekend();
        (at_once + closed, added)
    }

    /// Returns the pace of today as a share of the full one.
    fn pace(&self) -> f64 {
        match self.kind {
            Kind::New => 1.0 - (1.0 - self.ratio) * libm::exp(-(self.day as f64) / self.duration),
            Kind::TwoSpeed if self.is_slow => self.ratio,
            _ => 1.0,
        }
    }

    fn closes_all(&mut self) -> bool {
        match self.kind {
            Kind::Bulk => {
                let is_last = self.day % SPRINT == SPRINT - 1;
                self.draws(self.chance) || (is_last && self.draws(0.8))
            }
            Kind::Friday => self.date.weekday() == Weekday::Friday,
            _ => true,
        }
    }

    fn skip_weekend(&mut self) {
        while matches!(self.date.weekday(), Weekday::Saturday | Weekday::Sunday) {
            self.date = self.date.tomorrow().unwrap();
        }
    }

    fn draws(&mut self, chance: f64) -> bool {
        f64::from(self.random.rand_float()) < chance
    }

    /// Returns the points of a Poisson number of items, each of 1 to `largest_item` points.
    fn draw_points(&mut self, mean_items: f64) -> i32 {
        let (mut points, mut product) = (0, f64::from(self.random.rand_float()));
        let limit = libm::exp(-mean_items);
        while product > limit {
            points += self.random.rand_range(1..self.largest_item + 1) as i32;
            product *= f64::from(self.random.rand_float());
        }
        points
    }
}
