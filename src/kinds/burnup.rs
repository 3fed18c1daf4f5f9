//! The burnup: done work rises towards the scope, and both are seen.

use crate::burndown::cone::{self, Way};
use crate::burndown::headline::{self, joined};
use crate::burndown::lines::{beside, dataset, end_label, line, points, values};
use crate::burndown::{Context, Phase, Said, alt, axes, guides, notes, outlook, sheet};
use crate::chart::{Chart, Dataset, Fill, Line, LineStyle, Points, Symbol, SymbolStyle, Target, Value};
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::Resolution;
use crate::words::fill;

/// How far the words at the end of the line stand under it where the forecast goes on from there, as a share of the axis.
const OFF_LINE: f64 = 0.07;
/// Opacity of the area under the line of done work, of 255.
const AREA_ALPHA: u8 = 26;

pub(super) fn chart(context: &Context, size: Size) -> Chart {
    let datasets = datasets(context);
    let work = axes::amounts(context, (0.0, highest(context)), context.words.unit(context.unit()));
    let axes = vec![axes::days(context), work];
    let (annotations, flags) = notes::all(context, &axes);
    let keys = guides::keys(context, &datasets);
    sheet(context, said(context), keys, Chart { axes, datasets, annotations, flags, ..Chart::empty(size) })
}

fn highest(context: &Context) -> f64 {
    let ledger = context.ledger;
    let scopes = ledger.steps.iter().map(|step| step.level.scope).chain([ledger.opening.scope]);
    // Room over the scope for the words at its end.
    scopes.max().unwrap_or_default().to_f64() * 1.1
}

/// Scope, both ideals, done work in front, the forecast behind.
fn datasets(context: &Context) -> Vec<Dataset> {
    let facts = context.facts;
    let mut sets = Vec::new();
    if facts.phase != Phase::Ahead {
        let done = match facts.forecast {
            Some(_) => beside(done(context), -OFF_LINE, highest(context)).to_vec(),
            None => vec![done(context)],
        };
        sets.extend(done);
        sets.push(scope(context));
    }
    sets.extend(ideals(context));
    let way = Way { from: facts.done.to_f64(), to: facts.scope.to_f64() };
    sets.extend(cone::datasets(context, &way, sets.len()));
    sets
}

fn done(context: &Context) -> Dataset {
    let Context { words, theme, look, facts, .. } = context;
    let values = values(context, |level| level.done);
    let radius = look.hero_line * 1.5;
    let ring = radius * 0.35;
    let disc =
        SymbolStyle::ringed(Symbol::Circle, (radius + ring / 2.0, theme.work), (ring, theme.background));
    let points = points(&values, &SymbolStyle::none(), &disc);
    let stepped = context.sprint.resolution == Resolution::Instant;
    let plain = line(Stroke::solid(theme.work, look.hero_line), stepped, points);
    let area = Some(Fill { target: Target::Origin, above: None, below: None });
    let fill_color = theme.work.with_alpha(AREA_ALPHA);
    let line = Line { line: plain.line.map(|style| LineStyle { fill: area, fill_color, ..style }), ..plain };
    let text = fill(words.text.done_n, &[("n", &words.number(facts.done))]);
    let end_label = end_label(context, text, theme.work);
    Dataset { end_label, ..dataset("done", (words.text.done, 0.0), values, line) }
}

fn scope(context: &Context) -> Dataset {
    let Context { words, theme, look, facts, .. } = context;
    let values = values(context, |level| level.scope);
    let stepped = context.sprint.resolution == Resolution::Instant;
    let line = line(Stroke::solid(theme.scope, look.thin_line), stepped, Points::none());
    let text = fill(words.text.scope_n, &[("n", &words.number(facts.scope))]);
    let end_label = end_label(context, text, theme.scope_text);
    Dataset { end_label, ..dataset("scope", (words.text.scope, 1.0), values, line) }
}

/// The one from the committed work, and the re-planned one from the first change of scope on.
fn ideals(context: &Context) -> Vec<Dataset> {
    let Context { words, theme, look, facts, .. } = context;
    if facts.committed.is_zero() {
        return Vec::new();
    }
    let at_start = context.ledger.opening.scope.to_f64();
    let planned = context.sprint.ideal_line();
    let committed = planned.into_iter().map(|(at, left)| Value::at(context.x(at), Some(at_start - left)));
    let dashed = |on: f64| {
        let dash = vec![look.thin_line * on, look.thin_line * 2.2];
        Line::plain(Stroke::dashed(theme.ideal, look.thin_line, dash))
    };
    let label = end_label(context, words.text.ideal_label.to_owned(), theme.muted);
    let ideal = dataset("ideal", (words.text.ideal, 2.0), committed.collect(), dashed(3.0));
    let follows = dataset("replanned", (words.text.replanned, 3.0), replanned(context), dashed(0.8));
    let sets = [Dataset { end_label: label, ..ideal }, follows];
    sets.into_iter().filter(|set| !set.values.is_empty()).collect()
}

/// What should be done of the scope as it was planned from each change on.
fn replanned(context: &Context) -> Vec<Value> {
    let mut scope = context.ledger.opening.scope.to_f64();
    let mut values = Vec::new();
    let mut before: Option<(jiff::Timestamp, f64)> = None;
    for (at, left) in &context.facts.replanned {
        match before.filter(|(then, _)| then == at) {
            // A change stands twice at its instant: scope and rest move alike, and what should be done does not.
            Some((_, was)) => scope += left - was,
            None => values.push(Value::at(context.x(*at), Some(scope - left))),
        }
        before = Some((*at, *left));
    }
    values
}

pub(super) fn said(context: &Context) -> Said {
    let (words, facts) = (context.words, context.facts);
    let title = fill(words.text.alt_title_burnup, &[("sprint", &context.sprint.name)]);
    let progress = fill(
        words.text.done_of_scope,
        &[("done", &words.number(facts.done)), ("scope", &context.amount(facts.scope))],
    );
    let verdict = headline::verdict(context);
    let headline = verdict.is_some().then(|| joined([Some(progress), verdict, outlook::verdict(context)]));
    let alt = alt::composed(title.clone(), alt::facts(context));
    let notes = [outlook::changed(context), outlook::note(context)].into_iter().flatten().collect();
    Said { title, headline, alt, notes }
}
