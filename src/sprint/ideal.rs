//! The ideal line: the remaining work falls evenly over the working time.

use jiff::Timestamp;

use super::{Day, EventKind, Flow, Sprint};

impl Sprint {
    /// Returns the ideal remaining work at an instant, in units: `C · (1 − W(t) / W(end))`, where `C` is the committed
    /// work and `W` the working days since the start. This is Jira's guideline: linear over working time, constant on
    /// days off. The value is `C` before the start and 0 after the planned end. Returns `None` if the sprint has no
    /// working time.
    pub fn ideal_remaining(&self, at: Timestamp) -> Option<f64> {
        let all = self.calendar.working_days_between(self.start, self.end);
        let gone = self.calendar.working_days_between(self.start, at.min(self.end));
        (all > 0.0).then(|| self.committed().to_f64() * (1.0 - gone / all))
    }

    /// Returns the points of the ideal line: the start, every day border and the planned end, in units. The result is
    /// empty if the sprint has no working time.
    pub fn ideal_line(&self) -> Vec<(Timestamp, f64)> {
        let days = self.calendar.days_between(self.start, self.end);
        let mut gone = 0.0;
        let mut line = vec![(self.start, 0.0)];
        for day in &days {
            gone += if day.is_working_day { day.share_between(self.start, self.end) } else { 0.0 };
            line.push((day.to.min(self.end), gone));
        }
        let committed = self.committed().to_f64();
        if gone > 0.0 {
            line.into_iter().map(|(at, part)| (at, committed * (1.0 - part / gone))).collect()
        } else {
            Vec::new()
        }
    }

    /// Returns the points of the re-planned ideal line. It begins at the first change of scope. Each change of the
    /// open work's scope moves the line by the same amount; from there it falls evenly over the working time to zero at
    /// the planned end. The result is empty if nothing changed before the planned end.
    ///
    /// Each change has two points at its instant: before and after the change.
    pub fn replanned_line(&self) -> Vec<(Timestamp, f64)> {
        let planned = self.ideal_line();
        let all = self.calendar.working_days_between(self.start, self.end);
        let elapsed = self.working_days_since_start();
        let left = |at: Timestamp| all - elapsed(at);
        let (mut from, mut level) = (self.start, self.committed().to_f64());
        let mut line: Vec<(Timestamp, f64)> = Vec::new();
        let ideal_at = |from: Timestamp, level: f64, at: Timestamp| {
            if left(from) > 0.0 { level * (left(at) / left(from)) } else { 0.0 }
        };
        for (at, growth) in self.scope_changes().into_iter().filter(|(at, _)| *at < self.end) {
            if planned.is_empty() || left(at) <= 0.0 {
                break;
            }
            let corners = planned.iter().map(|(corner, _)| *corner);
            if !line.is_empty() {
                line.extend(corners.filter(|c| from < *c && *c < at).map(|c| (c, ideal_at(from, level, c))));
            }
            let before = ideal_at(from, level, at);
            (from, level) = (at, (before + growth).max(0.0));
            line.extend([(at, before), (at, level)]);
        }
        if !line.is_empty() {
            let corners = planned.iter().map(|(corner, _)| *corner).filter(|corner| from < *corner);
            line.extend(corners.map(|corner| (corner, ideal_at(from, level, corner))));
        }
        line
    }

    /// Returns a function that gives the working days from the start to an instant of the sprint. It iterates over the
    /// days only once, since a sprint may have a million changes of scope.
    fn working_days_since_start(&self) -> impl Fn(Timestamp) -> f64 {
        let (start, mut sum) = (self.start, 0.0);
        let with_sum = |day: Day| {
            let before = sum;
            sum += if day.is_working_day { day.share_between(start, self.end) } else { 0.0 };
            (day, before)
        };
        let days: Vec<(Day, f64)> =
            self.calendar.days_between(start, self.end).into_iter().map(with_sum).collect();
        move |at| {
            let started_days = days.partition_point(|(day, _)| day.from < at);
            let last = started_days.checked_sub(1).and_then(|index| days.get(index));
            last.map_or(0.0, |(day, before)| {
                before + if day.is_working_day { day.share_between(start, at) } else { 0.0 }
            })
        }
    }

    /// Returns the changes of the open work's scope in units: added minus removed plus re-estimated. Changes at the same
    /// instant are added up.
    fn scope_changes(&self) -> Vec<(Timestamp, f64)> {
        let mut states = self.items.clone();
        let mut changes: Vec<(Timestamp, Flow)> = Vec::new();
        for event in &self.events {
            let flow = match event.kind {
                EventKind::Total(flow) => flow,
                EventKind::Item { item, state } => match states.get_mut(item) {
                    Some(now) => Flow::between_states(&std::mem::replace(now, state), &state),
                    None => continue,
                },
            };
            match changes.last_mut() {
                Some((at, sum)) if *at == event.at => *sum += flow,
                _ => changes.push((event.at, flow)),
            }
        }
        let growth = |flow: Flow| flow.added - flow.removed + flow.reestimated;
        let changes = changes.into_iter().map(|(at, flow)| (at, growth(flow)));
        changes.filter(|(_, growth)| !growth.is_zero()).map(|(at, growth)| (at, growth.to_f64())).collect()
    }
}
