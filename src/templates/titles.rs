//! The headline and the sub-lines over the plot.

use crate::chart::{TextWrap, Title};
use crate::color::Color;
use crate::geometry::Sides;
use crate::i18n::fill_placeholders;

use super::caveats::{partial_sentence, unestimated_sentence};
use super::context::TemplateContext;
use super::drop_priority;
use super::metrics::Phase;
use super::sizes::paragraph_font;
use super::text::{bidi_isolated, join_parts, split_at_separators};

/// Returns the headline, or the sprint's name without one, and the sub-lines; the outermost title comes first.
pub(super) fn headline_and_sublines(context: &TemplateContext, headline: Option<String>) -> Vec<Title> {
    let TemplateContext { sprint, translator, theme, sizes, .. } = context;
    let messages = translator.messages;
    let name = Some(bidi_isolated(&sprint.name));
    let goal = |goal: &String| fill_placeholders(messages.goal, &[("goal", &bidi_isolated(goal))]);
    let goal = sprint.goal.as_ref().map(goal);
    let has_headline = headline.is_some();
    let (headline, name_and_goal) = match headline {
        Some(headline) => (headline, join_parts([name.clone(), goal])),
        None => (sprint.name.clone(), goal.unwrap_or_default()),
    };
    let wrap = TextWrap { min_font_size: sizes.min_headline, max_lines: 3 };
    let parts = split_at_separators(&headline);
    let mut titles = vec![Title {
        padding: Sides { bottom: 8.0 * sizes.unit, ..Sides::default() },
        drop_priority: drop_priority::HEADLINE,
        ..Title::wrapped_paragraph(parts, paragraph_font(sizes.headline), theme.text, wrap)
    }];
    // A picture of a part of the data is wrong without these words, so they stay as long as the headline.
    titles.extend(partial_sentence(context).map(|sentence| Title {
        drop_priority: drop_priority::HEADLINE,
        ..subline_title(context, &sentence, theme.text, 2.0)
    }));
    if context.past_only.is_some() {
        let name = bidi_isolated(&sprint.name);
        let title = fill_placeholders(messages.alt_title_velocity, &[("sprint", &name)]);
        titles.push(subline_title(context, &title, theme.text, 14.0));
        return titles;
    }
    if sizes.compact {
        let name = name.filter(|_| has_headline);
        let line = join_parts([name, Some(as_of_text(context))]);
        titles.push(subline_title(context, &line, theme.muted_text, 8.0));
        return titles;
    }
    if !name_and_goal.is_empty() {
        titles.push(subline_title(context, &name_and_goal, theme.text, 2.0));
    }
    titles.push(subline_title(context, &date_line(context), theme.muted_text, 14.0));
    titles
}

/// Returns a sub-line with `space_after` units below it.
fn subline_title(context: &TemplateContext, text: &str, color: Color, space_after: f64) -> Title {
    let sizes = &context.sizes;
    let wrap = TextWrap { min_font_size: sizes.min_subline, max_lines: 2 };
    Title {
        padding: Sides { bottom: space_after * sizes.unit, ..Sides::default() },
        drop_priority: drop_priority::DETAILS,
        ..Title::wrapped_paragraph(split_at_separators(text), paragraph_font(sizes.subline), color, wrap)
    }
}

/// Returns the dates, the as-of instant with its zone, the time left and the number of items without an estimate.
pub(super) fn date_line(context: &TemplateContext) -> String {
    let TemplateContext { sprint, translator, .. } = context;
    let days = &context.ledger.days;
    let last = days.iter().rfind(|day| day.day.from < sprint.end).or(days.last());
    let ends = days.first().zip(last);
    let range = ends.map(|(first, last)| translator.format_date_range(first.day.date, last.day.date));
    let as_of = format!("{}, {}", as_of_text(context), sprint.calendar.zone_name);
    join_parts([range, Some(as_of), time_left(context), unestimated_sentence(context)])
}

/// Returns the instant of the numbers as a text.
fn as_of_text(context: &TemplateContext) -> String {
    let TemplateContext { sprint, translator, metrics, .. } = context;
    let messages = translator.messages;
    let (template, at) = match sprint.closed.filter(|closed| *closed <= sprint.as_of) {
        Some(closed) => (messages.closed_on, closed),
        None if metrics.phase == Phase::NotStarted => (messages.starts_on, sprint.start),
        None => (messages.as_of, sprint.as_of),
    };
    fill_placeholders(template, &[("moment", &context.format_instant_or_ended_day(at))])
}

/// Returns the working days to the planned end or past it, while the sprint is running.
fn time_left(context: &TemplateContext) -> Option<String> {
    let TemplateContext { sprint, translator, metrics, .. } = context;
    let messages = translator.messages;
    // A day that has begun counts; a rest of less than a minute does not.
    let days = |from, to| (sprint.calendar.working_days_between(from, to) - 1e-3).ceil() as usize;
    if metrics.phase != Phase::Running || metrics.working_days == 0.0 {
        None
    } else if sprint.as_of > sprint.end {
        let late = sprint.calendar.working_days_begun_between(sprint.end, sprint.as_of);
        let late = Some(late).filter(|days| *days > 0);
        late.map(|days| translator.format_count(&messages.late, days, &[]))
    } else {
        let left = days(sprint.as_of, sprint.end);
        Some(translator.format_count(&messages.working_days_left, left, &[]))
    }
}
