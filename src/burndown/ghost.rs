//! What is normal for the team, behind the line: the band of its past sprints.

use crate::chart::{Dataset, Fill, Line, Target, Value};
use crate::scene::Stroke;
use crate::sprint::GhostPoint;

use super::Context;
use super::cone::area;
use super::lines::dataset;

/// Opacity of the band, of 255.
const BAND_ALPHA: u8 = 36;
/// Order of the band among the lines: behind all.
const ORDER: f64 = 7.0;

/// The highest value it reaches.
pub(super) fn highest(context: &Context) -> f64 {
    let points = context.facts.ghost.iter().flat_map(|ghost| &ghost.points);
    points.map(|point| point.high).fold(0.0, f64::max)
}

/// The median and the band, the first of them at the place `first` among the figure's datasets.
pub(super) fn datasets(context: &Context, first: usize) -> Vec<Dataset> {
    let Some(ghost) = &context.facts.ghost else { return Vec::new() };
    let Context { theme, look, words, .. } = context;
    let values = |of: fn(&GhostPoint) -> f64| -> Vec<Value> {
        ghost.points.iter().map(|point| Value::at(context.x(point.at), Some(of(point)))).collect()
    };
    let name = words.count(&words.text.usual, ghost.sprints, &[]);
    let target = Fill { target: Target::Dataset(first + 2), above: None, below: None };
    let median = Line::plain(Stroke::solid(theme.ideal.with_alpha(150), look.hairline));
    vec![
        dataset("usual-median", ("", ORDER), values(|point| point.median), median),
        dataset(
            "usual",
            (&name, ORDER + 1.0),
            values(|point| point.high),
            area(theme.ideal.with_alpha(BAND_ALPHA), Some(target)),
        ),
        dataset("usual-low", ("", ORDER + 1.0), values(|point| point.low), area(theme.ideal, None)),
    ]
}
