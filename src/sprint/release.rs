//! The release burndown after Mike Cohn, with one bar per sprint: the top of a bar falls by the completed work, the
//! bottom moves with the scope, and the height is the remaining work.
//! <http://www.mountaingoatsoftware.com/blog/improving-on-traditional-release-burndown-charts>

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Amount, Flow, Sprint};

/// The bars of a release burndown: one at the beginning of each sprint, and a last one for the work that remains now.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// The bars in chronological order; the last sprint may not be over.
    pub bars: Vec<ReleaseBar>,
    /// Mean work completed in a finished sprint, in the release or before it; `None` without a finished sprint.
    pub velocity: Option<f64>,
    /// Mean growth of scope in a finished sprint of the release; zero if only earlier sprints are over.
    pub growth: Option<f64>,
    /// The number of sprints from the last bar to the point where the two trends meet: `remaining / (velocity − growth)`;
    /// `None` if they do not meet.
    pub sprints_left: Option<f64>,
}

/// The release at the beginning of a sprint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReleaseBar {
    /// The date on which the sprint begins.
    pub date: Date,
    /// The end of the sprint; in the last bar, the end of the sprint before it.
    pub until: Timestamp,
    /// The scope at the start of the release, minus all work completed since then.
    pub top: Amount,
    /// Zero, minus the added work, plus the removed work. Re-estimates of open work count as added or removed.
    pub bottom: Amount,
    /// The changes in the sprint that begins here.
    pub flow: Flow,
    /// True if the sprint is over.
    pub finished: bool,
}

impl ReleaseBar {
    /// Returns the remaining work, which is the height of the bar.
    pub fn remaining(&self) -> Amount {
        self.top - self.bottom
    }
}

impl Release {
    /// Returns the bars of a release: a sprint document of several months, split into sprints of `sprint_days` calendar
    /// days.
    pub fn from_sprint(release: &Sprint, sprint_days: usize) -> Self {
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
        // The work that remains now gets a bar of its own, for the sprint that begins next.
        if let Some(last) = bars.last().copied() {
            let date = release.calendar.day_at(last.until.min(release.as_of)).date;
            let until = last.until;
            bars.push(ReleaseBar { date, until, top, bottom, flow: Flow::default(), finished: false });
        }
        let finished: Vec<Flow> = bars.iter().filter(|bar| bar.finished).map(|bar| bar.flow).collect();
        let earlier = release.past_sprints.iter().map(|past| past.completed);
        let velocity = mean_amount(earlier.chain(finished.iter().map(|flow| flow.completed - flow.reopened)));
        let growth = mean_amount(finished.iter().map(|flow| flow.added - flow.removed + flow.reestimated));
        // The growth of earlier sprints does not belong to this release.
        let growth = growth.or(velocity.map(|_| 0.0));
        let remaining = (top - bottom).to_f64();
        let sprints_left = velocity
            .zip(growth)
            .map(|(velocity, growth)| remaining / (velocity - growth))
            .filter(|sprints| sprints.is_finite() && *sprints >= 0.0);
        Self { bars, velocity, growth, sprints_left }
    }
}

/// Returns the mean of amounts in units, or `None` if there are none.
fn mean_amount(amounts: impl Iterator<Item = Amount>) -> Option<f64> {
    let amounts: Vec<Amount> = amounts.collect();
    let sum: Amount = amounts.iter().copied().sum();
    (!amounts.is_empty()).then(|| sum.to_f64() / amounts.len() as f64)
}
