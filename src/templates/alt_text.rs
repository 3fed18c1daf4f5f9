//! The alt text: the facts of the picture for readers who don't see it.

use crate::i18n::fill_placeholders;
use crate::limits::MAX_ALT_CHARS;
use crate::sprint::Amount;

use super::caveats::{caveat_sentences, partial_sentence, unestimated_sentence};
use super::changes_text::changes_sentence;
use super::context::TemplateContext;
use super::forecast_text::{completion_dates_text, forecast_note};
use super::headline::burndown_headline;
use super::metrics::Phase;
use super::text::truncate_end;

/// Maximal characters of the sentences; the rest is for the title before them.
const MAX_SENTENCES_CHARS: usize = MAX_ALT_CHARS - 120;

/// Joins a title and the sentences after it; the title is shortened if the text would exceed [`MAX_ALT_CHARS`].
pub(super) fn join_title_and_sentences(title: String, sentences: Vec<String>) -> String {
    let sentences = as_sentences(sentences);
    let room = MAX_ALT_CHARS.saturating_sub(sentences.chars().count() + 3);
    format!("{}. {sentences}", truncate_end(title, room))
}

/// Returns the sentences that every report of a sprint shares: dates, numbers, verdict, caveats, forecast, changes.
pub(super) fn sprint_sentences(context: &TemplateContext) -> Vec<String> {
    let TemplateContext { translator, metrics, .. } = context;
    let messages = translator.messages;
    let mut sentences: Vec<String> =
        date_range_sentence(context).into_iter().chain(partial_sentence(context)).collect();
    let committed = context.format_amount(metrics.committed);
    sentences.push(fill_placeholders(messages.alt_committed, &[("committed", &committed)]));
    if metrics.phase == Phase::NotStarted {
        return sentences;
    }
    sentences.push(fill_placeholders(
        messages.alt_state,
        &[
            ("moment", &context.format_instant_or_ended_day(metrics.known_at)),
            ("remaining", &context.format_amount(metrics.remaining)),
            ("scope", &context.format_amount(metrics.scope)),
        ],
    ));
    sentences.push(flow_sentence(context));
    sentences.extend(verdict_sentence(context));
    sentences.extend(unestimated_sentence(context));
    sentences.extend(caveat_sentences(context));
    let more = [completion_dates_text(context), forecast_note(context), changes_sentence(context)];
    push_while_fits(&mut sentences, more.into_iter().flatten());
    sentences
}

fn date_range_sentence(context: &TemplateContext) -> Option<String> {
    let TemplateContext { sprint, translator, ledger, .. } = context;
    let first = ledger.days.first()?;
    let last = ledger.days.iter().rfind(|day| day.day.from < sprint.end)?;
    let (from, to) = (translator.format_date(first.day.date), translator.format_date(last.day.date));
    Some(fill_placeholders(translator.messages.alt_range, &[("from", &from), ("to", &to)]))
}

pub(super) fn flow_sentence(context: &TemplateContext) -> String {
    let (translator, flow) = (context.translator, context.metrics.flow);
    fill_placeholders(
        translator.messages.alt_flow,
        &[
            ("completed", &translator.format_number(flow.completed)),
            ("added", &translator.format_number(flow.added)),
            ("removed", &translator.format_number(flow.removed)),
            ("reestimated", &translator.format_signed(flow.reestimated)),
            ("reopened", &translator.format_number(flow.reopened)),
        ],
    )
}

/// Returns the headline of the burndown, while the sprint is running together with the value of the ideal line.
fn verdict_sentence(context: &TemplateContext) -> Option<String> {
    let metrics = &context.metrics;
    let verdict = burndown_headline(context)?;
    let is_running = metrics.phase == Phase::Running;
    let Some(ideal) = metrics.ideal.map(Amount::from_f64_saturating).filter(|_| is_running) else {
        return Some(verdict);
    };
    let ideal = context.format_amount(ideal);
    let template = context.translator.messages.alt_plan;
    Some(fill_placeholders(template, &[("ideal", &ideal), ("verdict", &verdict)]))
}

/// Appends each further sentence that still fits; longer ones are skipped.
pub(super) fn push_while_fits(sentences: &mut Vec<String>, more: impl Iterator<Item = String>) {
    let length = |sentence: &String| sentence.chars().count() + 2;
    for sentence in more {
        let used: usize = sentences.iter().map(length).sum();
        if used + length(&sentence) <= MAX_SENTENCES_CHARS {
            sentences.push(sentence);
        }
    }
}

fn as_sentences(sentences: Vec<String>) -> String {
    sentences.into_iter().map(|sentence| sentence + ".").collect::<Vec<_>>().join(" ")
}
