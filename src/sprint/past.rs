//! Earlier sprints of the team, as far as their input tells, and the velocity they show.

use jiff::Timestamp;

use super::{Amount, Ledger, Level, Sprint, Throughput, Unit};

/// A past sprint. A velocity report knows its sums only; a sprint document knows its days as well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// Its name.
    pub name: String,
    /// What its amounts count.
    pub unit: Unit,
    /// Its start and its end, the real one where it is known.
    pub dates: Option<(Timestamp, Timestamp)>,
    /// Work in the sprint at its start and not done.
    pub committed: Amount,
    /// Work in the sprint that was done at its end, work that was added among it; without what was done at its start.
    pub completed: Amount,
    /// Work in the sprint at its end, done or not, without what was done at its start.
    pub scope: Option<Amount>,
    /// Its whole working days; empty where they are not known.
    pub days: Vec<Throughput>,
    /// What share of the committed work remained after what share of its working time, by rising time; empty where that is
    /// not known, and where nothing was committed.
    pub curve: Vec<(f64, f64)>,
}

impl Past {
    /// What a sprint tells when it is over.
    pub fn of(sprint: &Sprint) -> Self {
        let ledger = sprint.ledger();
        let (latest, at_start) = (ledger.latest(), ledger.opening.done);
        Self {
            name: sprint.name.clone(),
            unit: sprint.unit,
            dates: Some((sprint.start, sprint.closed.unwrap_or(sprint.end))),
            committed: sprint.committed(),
            completed: latest.done - at_start,
            scope: Some(latest.scope - at_start),
            days: Throughput::of(sprint, &ledger),
            curve: curve(sprint, &ledger),
        }
    }
}

fn curve(sprint: &Sprint, ledger: &Ledger) -> Vec<(f64, f64)> {
    let committed = sprint.committed().to_f64();
    let all = sprint.calendar.working_days_between(sprint.start, sprint.end);
    if committed <= 0.0 || all <= 0.0 {
        return Vec::new();
    }
    let days = ledger.days.iter().filter(|row| row.day.from < sprint.as_of.min(sprint.end));
    let point = |at: Timestamp, level: Level| {
        let gone = sprint.calendar.working_days_between(sprint.start, at.min(sprint.end));
        ((gone / all).min(1.0), level.remaining().to_f64() / committed)
    };
    let ends = days.filter_map(|row| Some(point(row.day.to.min(sprint.as_of), row.closing?)));
    let mut curve = vec![(0.0, 1.0)];
    for point in ends {
        match curve.last_mut() {
            // A day off moves the line, not the time.
            Some(last) if last.0 >= point.0 => last.1 = point.1,
            _ => curve.push(point),
        }
    }
    curve
}

/// What counts as committed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Commitment {
    /// What was in the sprint at its start and not done (Jira Cloud's rule).
    #[default]
    Start,
    /// What was in the sprint at its end, done or not: with what was added, without what was removed.
    End,
}

/// Velocity over sprints.
#[derive(Clone, Debug, PartialEq)]
pub struct Velocity {
    /// One for each sprint, in order.
    pub bars: Vec<VelocityBar>,
    /// How many of the last finished sprints [`Velocity::mean`] is over.
    pub mean_of: usize,
    /// Mean of what they completed; `None` without any.
    pub mean: Option<f64>,
    /// What counts as committed.
    pub commitment: Commitment,
}

/// Committed and completed work of a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct VelocityBar {
    /// The sprint's name.
    pub name: String,
    /// Committed work; `None` where the rule asks for what is not known.
    pub committed: Option<Amount>,
    /// Completed work.
    pub completed: Amount,
    /// The sprint is over.
    pub finished: bool,
}

/// Sprints that the mean velocity is over: Jira's release report takes as many.
const MEAN_OF: usize = 3;

impl Velocity {
    /// The velocity of the past sprints, and of this one so far.
    pub fn of(sprint: &Sprint, commitment: Commitment) -> Self {
        let this = Past::of(sprint);
        let over = sprint.as_of >= sprint.closed.unwrap_or(sprint.end);
        let sprints = sprint.past.iter().map(|past| (past, true)).chain([(&this, over)]);
        Self::over(sprints, commitment)
    }

    /// The velocity of sprints that are over.
    pub fn of_past(past: &[Past], commitment: Commitment) -> Self {
        Self::over(past.iter().map(|past| (past, true)), commitment)
    }

    /// Of sprints in their order, and whether they are over.
    fn over<'a>(sprints: impl Iterator<Item = (&'a Past, bool)>, commitment: Commitment) -> Self {
        let bar = |(past, finished): (&Past, bool)| VelocityBar {
            name: past.name.clone(),
            committed: match commitment {
                Commitment::Start => Some(past.committed),
                Commitment::End => past.scope,
            },
            completed: past.completed,
            finished,
        };
        let bars: Vec<VelocityBar> = sprints.map(bar).collect();
        let last: Vec<f64> = bars
            .iter()
            .rev()
            .filter(|bar| bar.finished)
            .take(MEAN_OF)
            .map(|bar| bar.completed.to_f64())
            .collect();
        let mean = (!last.is_empty()).then(|| last.iter().sum::<f64>() / last.len() as f64);
        Self { bars, mean_of: last.len(), mean, commitment }
    }
}
