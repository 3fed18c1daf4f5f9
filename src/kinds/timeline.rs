//! Sprint days along the bottom, each as wide as the others, as far as the forecast reaches.

use jiff::Timestamp;
use jiff::civil::Weekday;

use crate::burndown::{Context, Phase};
use crate::chart::figure::{
    Axis, Dataset, Fill, Font, GivenTick, Grid, Key, Label, Position, Target, Ticks, Value,
};
use crate::color::Color;
use crate::sprint::Day;

use super::line::{Stroked, axes};
use super::sheet::TITLES_GIVE_WAY;

/// Up to this many days every day's label has room, and the month stands only where it changes.
const DAYS_LABELLED_EACH: usize = 21;
/// Beyond the sprint's end the axis grows by at most this share of the sprint's days.
const MOST_GROWTH: f64 = 0.5;

/// The days of the horizontal axis.
pub(super) struct Timeline {
    pub(super) days: Vec<Day>,
}

impl Timeline {
    /// The sprint's days and, where the forecast goes beyond them, some more.
    pub(super) fn of(context: &Context) -> Self {
        let sprint = context.sprint;
        let mut days = sprint.days();
        let finish = context.facts.forecast.as_ref().and_then(|forecast| forecast.at(85));
        let Some(finish) = finish else { return Self { days } };
        let most = libm::ceil(days.len() as f64 * (1.0 + MOST_GROWTH)) as usize;
        while let Some(last) = days.last().copied() {
            if days.len() >= most || finish.at.is_some_and(|at| at <= last.to) {
                break;
            }
            let next = sprint.calendar.day_at(last.to);
            if next.to <= last.to {
                break;
            }
            days.push(next);
        }
        Self { days }
    }

    /// An instant along the axis.
    pub(super) fn x(&self, at: Timestamp) -> f64 {
        let index = self.days.partition_point(|day| day.to <= at);
        let Some(day) = self.days.get(index) else { return self.days.len() as f64 };
        let seconds = |from: Timestamp, to: Timestamp| to.duration_since(from).as_secs_f64();
        index as f64 + (seconds(day.from, at) / seconds(day.from, day.to)).clamp(0.0, 1.0)
    }

    /// The axis itself.
    pub(super) fn axis(&self, context: &Context) -> Axis {
        let each = self.days.len() <= DAYS_LABELLED_EACH;
        let mut month = None;
        let ticks = self.days.iter().enumerate().map(|(index, day)| {
            let named = !each || month.replace(day.date.month()) != Some(day.date.month());
            GivenTick {
                value: index as f64 + 0.5,
                label: label(context, day, named),
                sparse_label: label(context, day, true),
                major: day.date.weekday() == Weekday::Monday,
            }
        });
        Axis::given(
            Position::Bottom,
            (0.0, self.days.len().max(1) as f64),
            ticks.collect(),
            ticks_style(context),
        )
    }

    /// Stretches of days off, as an area from bottom to top, and its key.
    pub(super) fn days_off(&self, context: &Context, top: f64) -> Option<(Dataset, Key)> {
        let mut values = Vec::new();
        for (index, _) in self.days.iter().enumerate().filter(|(_, day)| !day.working) {
            let at = |x: f64, y: Option<f64>| Value { index: Some(x), value: y, float: None };
            let (from, to) = (index as f64, index as f64 + 1.0);
            values.extend([at(from, None), at(from, Some(top)), at(to, Some(top))]);
        }
        let color = context.theme.day_off;
        let shade = Stroked {
            fill: Some((color, Fill { target: Target::Start, above: None, below: None })),
            ..Stroked::new("days-off", context.words.text.day_off, color, 0.0)
        };
        (!values.is_empty()).then(|| {
            let mut set = shade.dataset(context, values);
            set.order = 100.0;
            (set, Key::plain(context.words.text.day_off.to_owned(), color))
        })
    }

    /// Today, the planned end, the real end and the instant of a comparison: labels over the plot, lines through it.
    pub(super) fn rules(&self, context: &Context) -> Axis {
        let (theme, look) = (context.theme, &context.look);
        let rules = marks(context);
        let ticks = rules.iter().map(|rule| GivenTick {
            value: self.x(rule.at),
            label: vec![rule.label.clone()],
            sparse_label: Label::new(),
            major: rule.major,
        });
        let mut order: Vec<GivenTick> = ticks.collect();
        order.sort_by(|a, b| a.value.total_cmp(&b.value));
        let color = |tick: &GivenTick| {
            let rule = rules.iter().find(|rule| tick.label.first() == Some(&rule.label));
            rule.map_or(theme.muted, |rule| rule.color)
        };
        let colors: Vec<Color> = order.iter().map(color).collect();
        let pick = |index: usize| colors.get(index).copied().unwrap_or(theme.muted);
        let count = colors.len().max(1);
        let mut ticks = ticks_style(context);
        ticks.fonts = crate::chart::figure::Cycle::one(Font::of(look.label));
        ticks.colors = crate::chart::figure::Cycle::of(count, pick);
        ticks.padding = look.label.size * 0.1;
        let mut axis = Axis::given(Position::Top, (0.0, self.days.len().max(1) as f64), order, ticks);
        axis.display = if rules.is_empty() {
            crate::chart::figure::Display::No
        } else {
            crate::chart::figure::Display::Yes
        };
        axis.grid = Grid {
            lines: crate::chart::figure::Cycle::of(count, |index| (pick(index), look.rule)),
            draw_ticks: false,
            ..Grid::across(theme.muted, look.rule, 0.0)
        };
        axis
    }
}

/// A marked instant.
struct Mark {
    at: Timestamp,
    label: String,
    color: Color,
    major: bool,
}

fn marks(context: &Context) -> Vec<Mark> {
    let Context { sprint, words, theme, facts, .. } = context;
    let mark = |at, label: &str, color, major| Mark { at, label: label.to_owned(), color, major };
    let mut marks = Vec::new();
    if facts.phase == Phase::Running {
        let label = if sprint.live { words.text.today.to_owned() } else { context.moment_date(sprint.as_of) };
        marks.push(mark(sprint.as_of, &label, theme.ink, true));
    }
    let near = |a: Timestamp, b: Timestamp| a.duration_since(b).as_secs_f64().abs() < 43_200.0;
    if !sprint.closed.is_some_and(|closed| near(closed, sprint.end)) {
        marks.push(mark(sprint.end, words.text.planned_end, theme.ideal, false));
    }
    if let Some(closed) = sprint.closed.filter(|closed| *closed <= sprint.as_of) {
        marks.push(mark(closed, words.text.closed, theme.ink, true));
    }
    if let Some(changed) = &facts.changed
        && changed.since > sprint.start
        && changed.since < sprint.as_of
    {
        let label = crate::words::fill(words.text.since, &[("moment", &context.moment_of(changed.since))]);
        marks.push(mark(changed.since, &label, theme.muted, false));
    }
    marks
}

fn label(context: &Context, day: &Day, with_month: bool) -> Label {
    let (words, date) = (context.words, day.date);
    let number = if with_month { words.day_month(date) } else { words.day(date) };
    vec![words.weekday(date), number]
}

/// How axis labels look.
pub(super) fn ticks_style(context: &Context) -> Ticks {
    let mut ticks = Ticks::plain(Font::of(context.look.figures), context.theme.muted);
    ticks.padding = context.look.figures.size * 0.4;
    ticks.gives_way = TITLES_GIVE_WAY;
    ticks
}

/// The axes that a picture over days has: days, work from 0 to a height, marks.
pub(super) fn over_days(context: &Context, timeline: &Timeline, highest: f64, caption: &str) -> Vec<Axis> {
    let work = axes::work(context, highest, caption);
    vec![timeline.axis(context), work, timeline.rules(context)]
}
