//! What should remain: straight over working time.

use jiff::Timestamp;

use super::{Day, Flow, Sprint, What};

impl Sprint {
    /// The ideal remaining work at an instant, in units: `C · (1 − W(t) / W(end))` with `C` the committed work and `W` the
    /// working days since the start (Jira's guideline: straight over working time, flat on
    /// days off). `C` before the start, 0 after the planned end; `None` when the sprint has no working time.
    pub fn ideal(&self, at: Timestamp) -> Option<f64> {
        let all = self.calendar.working_days_between(self.start, self.end);
        let gone = self.calendar.working_days_between(self.start, at.min(self.end));
        (all > 0.0).then(|| self.committed().to_f64() * (1.0 - gone / all))
    }

    /// The corners of the ideal line: the start, every day border, the planned end; between them it is straight. Empty
    /// when the sprint has no working time.
    pub fn ideal_line(&self) -> Vec<(Timestamp, f64)> {
        let days = self.calendar.days(self.start, self.end);
        let mut gone = 0.0;
        let mut line = vec![(self.start, 0.0)];
        for day in &days {
            gone += if day.working { day.share(self.start, self.end) } else { 0.0 };
            line.push((day.to.min(self.end), gone));
        }
        let committed = self.committed().to_f64();
        if gone > 0.0 {
            line.into_iter().map(|(at, part)| (at, committed * (1.0 - part / gone))).collect()
        } else {
            Vec::new()
        }
    }

    /// The re-planned ideal line: from the first change of scope on, each change of the open work's scope moves it by as
    /// much, and from there it runs straight over working time to nothing at the planned end. It does
    /// not touch what lies before. Empty when nothing changed before the planned end.
    ///
    /// A change stands twice at its instant: before, and after.
    pub fn replanned_line(&self) -> Vec<(Timestamp, f64)> {
        let planned = self.ideal_line();
        let all = self.calendar.working_days_between(self.start, self.end);
        let gone = self.working_time();
        let left = |at: Timestamp| all - gone(at);
        let (mut from, mut level) = (self.start, self.committed().to_f64());
        let mut line: Vec<(Timestamp, f64)> = Vec::new();
        let expects = |from: Timestamp, level: f64, at: Timestamp| {
            if left(from) > 0.0 { level * (left(at) / left(from)) } else { 0.0 }
        };
        for (at, growth) in self.scope_changes().into_iter().filter(|(at, _)| *at < self.end) {
            if planned.is_empty() || left(at) <= 0.0 {
                break;
            }
            let corners = planned.iter().map(|(corner, _)| *corner);
            if !line.is_empty() {
                line.extend(corners.filter(|c| from < *c && *c < at).map(|c| (c, expects(from, level, c))));
            }
            let before = expects(from, level, at);
            (from, level) = (at, (before + growth).max(0.0));
            line.extend([(at, before), (at, level)]);
        }
        if !line.is_empty() {
            let corners = planned.iter().map(|(corner, _)| *corner).filter(|corner| from < *corner);
            line.extend(corners.map(|corner| (corner, expects(from, level, corner))));
        }
        line
    }

    /// Working days from the start to an instant of the sprint. The days are gone through once: a change of scope may come a million times.
    fn working_time(&self) -> impl Fn(Timestamp) -> f64 {
        let (start, mut sum) = (self.start, 0.0);
        let with_sum = |day: Day| {
            let before = sum;
            sum += if day.working { day.share(start, self.end) } else { 0.0 };
            (day, before)
        };
        let days: Vec<(Day, f64)> = self.calendar.days(start, self.end).into_iter().map(with_sum).collect();
        move |at| {
            let begun = days.partition_point(|(day, _)| day.from < at);
            let last = begun.checked_sub(1).and_then(|index| days.get(index));
            last.map_or(0.0, |(day, before)| before + if day.working { day.share(start, at) } else { 0.0 })
        }
    }

    /// Changes of the open work's scope, those of one instant together: added less removed, and re-estimated, in units.
    fn scope_changes(&self) -> Vec<(Timestamp, f64)> {
        let mut states = self.items.clone();
        let mut changes: Vec<(Timestamp, Flow)> = Vec::new();
        for event in &self.events {
            let flow = match event.what {
                What::Total(flow) => flow,
                What::Item { item, state } => match states.get_mut(item) {
                    Some(now) => Flow::between(&std::mem::replace(now, state), &state),
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
