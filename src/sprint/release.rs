//! A release burned down over sprints, as Mike Cohn draws it: the top of a bar falls with what is done, its bottom moves with
//! the scope, and its height is what remains.
//! <http://www.mountaingoatsoftware.com/blog/improving-on-traditional-release-burndown-charts>

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Amount, Flow, Sprint};

/// Bars of a release, one for each sprint in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// In order; the last one may not be over.
    pub bars: Vec<ReleaseBar>,
    /// Mean work done in a finished sprint, of the release or before it; `None` before the first is over.
    pub velocity: Option<f64>,
    /// Mean growth of scope in a finished sprint of the release; none where only earlier sprints are over.
    pub growth: Option<f64>,
    /// Sprints from the last bar to the place where both trends meet: `remaining / (velocity − growth)`; `None` where they
    /// don't.
    pub sprints_left: Option<f64>,
}

/// The release at the begin of a sprint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReleaseBar {
    /// The date on which the sprint begins.
    pub date: Date,
    /// Its end.
    pub until: Timestamp,
    /// Scope of the release at its start less all that was done since.
    pub top: Amount,
    /// Less than zero by what was added, more by what was removed; re-estimates of open work count as either.
    pub bottom: Amount,
    /// What was done, added and removed in the sprint that begins here.
    pub flow: Flow,
    /// The sprint is over.
    pub finished: bool,
}

impl ReleaseBar {
    /// What remains: the bar's height.
    pub fn remaining(&self) -> Amount {
        self.top - self.bottom
    }
}

impl Release {
    /// The bars of a release: a sprint document of months, cut into sprints of so many calendar days.
    pub fn of(release: &Sprint, sprint_days: usize) -> Self {
        let ledger = release.ledger();
        let known = ledger.days.iter().filter(|row| row.day.from < release.as_of).count().max(1);
        let (mut top, mut bottom) = (ledger.opening.remaining(), Amount::ZERO);
        let mut bars = Vec::new();
        let days = ledger.days.get(..known).unwrap_or_default();
        for days in days.chunks(sprint_days.max(1)) {
            let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
            let flow: Flow = days.iter().map(|row| row.flow).sum();
            let finished = days.len() == sprint_days && last.day.last_instant() <= release.as_of;
            bars.push(ReleaseBar { date: first.day.date, until: last.day.to, top, bottom, flow, finished });
            top = top - flow.completed + flow.reopened;
            bottom = bottom - flow.added + flow.removed - flow.reestimated;
        }
        // What remains now is a bar of its own: no sprint begins without it.
        if let Some(last) = bars.last().copied() {
            let date = release.calendar.day_at(last.until.min(release.as_of)).date;
            let until = last.until;
            bars.push(ReleaseBar { date, until, top, bottom, flow: Flow::default(), finished: false });
        }
        let finished: Vec<Flow> = bars.iter().filter(|bar| bar.finished).map(|bar| bar.flow).collect();
        let earlier = release.past.iter().map(|past| past.completed);
        let velocity = mean(earlier.chain(finished.iter().map(|flow| flow.completed - flow.reopened)));
        let growth = mean(finished.iter().map(|flow| flow.added - flow.removed + flow.reestimated));
        // What earlier sprints took in is no growth of this release.
        let growth = growth.or(velocity.map(|_| 0.0));
        let remaining = (top - bottom).to_f64();
        let sprints_left = velocity
            .zip(growth)
            .map(|(velocity, growth)| remaining / (velocity - growth))
            .filter(|sprints| sprints.is_finite() && *sprints >= 0.0);
        Self { bars, velocity, growth, sprints_left }
    }
}

fn mean(amounts: impl Iterator<Item = Amount>) -> Option<f64> {
    let amounts: Vec<Amount> = amounts.collect();
    let sum: Amount = amounts.iter().copied().sum();
    (!amounts.is_empty()).then(|| sum.to_f64() / amounts.len() as f64)
}
