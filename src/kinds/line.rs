//! Lines and areas as the sprint's pictures have them, and the axis of work.

use crate::burndown::Context;
use crate::chart::figure::{
    Curve, Cycle, Dataset, EndLabel, Fill, Font, Key, Line, LineStyle, Mark, Points, SpanGaps, Stepped,
    Symbol, SymbolStyle, Value,
};
use crate::color::Color;
use crate::scene::Stroke;

use super::sheet::HEADLINE_GIVES_WAY;

/// Index of the days' axis and of the axis of work among a figure's axes.
pub(super) const DAYS: usize = 0;
pub(super) const WORK: usize = 1;

/// A line, or the area beside one.
pub(super) struct Stroked<'a> {
    pub(super) class: &'static str,
    pub(super) label: &'a str,
    pub(super) stroke: Stroke,
    pub(super) stepped: bool,
    /// The area's colour and what it reaches to.
    pub(super) fill: Option<(Color, Fill)>,
    /// A disc of this radius at the last value.
    pub(super) end: Option<f64>,
    /// Words at the last value, and their colour.
    pub(super) end_label: Option<(String, Color)>,
}

impl<'a> Stroked<'a> {
    pub(super) fn new(class: &'static str, label: &'a str, color: Color, width: f64) -> Self {
        let stroke = Stroke::solid(color, width);
        Self { class, label, stroke, stepped: false, fill: None, end: None, end_label: None }
    }

    pub(super) fn dataset(self, context: &Context, values: Vec<Value>) -> Dataset {
        let (fill_color, fill) =
            self.fill.map_or((self.stroke.color, None), |(color, fill)| (color, Some(fill)));
        let style = LineStyle {
            stroke: self.stroke.clone(),
            fill_color,
            fill,
            // Each value holds until the next one.
            curve: if self.stepped { Curve::Stepped(Stepped::Before) } else { Curve::Straight },
            cap_curves: false,
            span_gaps: SpanGaps::Break,
            segment: None,
            segment_fill: None,
        };
        let radius = self.end.unwrap_or(0.0);
        let last = values.len().saturating_sub(1);
        let disc = SymbolStyle {
            symbol: Symbol::Circle,
            radius,
            hover_radius: radius,
            rotation: 0.0,
            fill: self.stroke.color,
            stroke: Stroke::solid(context.theme.background, radius * 0.45),
        };
        let radii = (0..values.len()).map(|place| if place == last { radius } else { 0.0 }).collect();
        let label = |(text, color)| EndLabel {
            text,
            font: Font::of(context.look.label),
            color,
            gives_way: HEADLINE_GIVES_WAY,
        };
        Dataset {
            label: self.label.to_owned(),
            class: Some(self.class),
            kind: "line",
            visible: true,
            weight: 1.0,
            order: 0.0,
            axes: Some((DAYS, WORK)),
            stack: None,
            values,
            mark: Mark::Line(Line {
                line: Some(style),
                thinned: false,
                points: Points { styles: Cycle::one(disc), radii },
            }),
            clip: None,
            labels: Vec::new(),
            end_label: self.end_label.map(label),
        }
    }

    /// Its entry in the legend.
    pub(super) fn key(&self, context: &Context) -> Key {
        Key {
            stroke: self.stroke.clone(),
            line: Some(context.look.small.size * 1.4),
            ..Key::plain(self.label.to_owned(), self.stroke.color)
        }
    }
}

/// A point of a line.
pub(super) fn at(x: f64, y: f64) -> Value {
    Value { index: Some(x), value: Some(y), float: None }
}

pub(super) mod axes {
    //! The axis of work.

    use crate::burndown::Context;
    use crate::chart::figure::{Axis, Caption, Font, GivenTick, Grid, Label, Position};
    use crate::scale::{round_domain, round_ticks};
    use crate::scene::Stroke;
    use crate::sprint::Amount;

    use crate::kinds::timeline::ticks_style;

    /// Most ticks.
    const TICKS: usize = 6;

    /// From 0 to a height.
    pub(in crate::kinds) fn work(context: &Context, highest: f64, caption: &str) -> Axis {
        between(context, (0.0, highest), caption)
    }

    /// Between two values, 0 among them.
    pub(in crate::kinds) fn between(context: &Context, ends: (f64, f64), caption: &str) -> Axis {
        let (low, high) = (ends.0.min(0.0), ends.1.max(0.0));
        let span = high - low;
        // Work mostly comes in whole units: no fractions between 0 and a few of them.
        let most = if span >= 1.0 { TICKS.min(span.ceil() as usize + 1) } else { TICKS };
        let domain = round_domain((low, high), most);
        let ticks =
            round_ticks(domain, if span > 0.0 { most } else { 2 }).into_iter().map(|value| GivenTick {
                value,
                label: vec![context.words.number(Amount::nearest(value))],
                sparse_label: Label::new(),
                major: false,
            });
        let (theme, look) = (context.theme, &context.look);
        let mut axis = Axis::given(Position::Left, domain, ticks.collect(), ticks_style(context));
        axis.grid = Grid::across(theme.grid, look.hairline, 0.0);
        axis.zero_line = Some(Stroke::solid(theme.axis, look.hairline));
        axis.caption = Some(Caption {
            text: caption.to_owned(),
            font: Font::of(look.figures),
            color: theme.muted,
            height: look.figures.line_height() * 1.3,
        });
        axis
    }
}
