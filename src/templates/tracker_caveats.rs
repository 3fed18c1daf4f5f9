//! Sentences about what the readers of trackers' data noticed and chose.

use crate::i18n::fill_placeholders;
use crate::sprint::{Caveat, CompletionSource};

use super::context::TemplateContext;
use super::text::{bidi_isolated, truncate_end};

/// Returns the sentence for a caveat of a tracker's reader; `None` for other caveats.
pub(super) fn tracker_sentence(context: &TemplateContext, caveat: &Caveat) -> Option<String> {
    let messages = context.translator.messages;
    let sentence = match caveat {
        Caveat::ObservancesWorked(_) => return Some(observances_sentence(context)),
        Caveat::RunningTotals => messages.running_totals,
        Caveat::DailyTotals => messages.daily_totals,
        Caveat::NoHistory => messages.no_history,
        Caveat::JoinedWhenCreated => messages.joined_when_created,
        Caveat::EstimatesOfToday => messages.estimates_of_today,
        Caveat::StatesGuessed => messages.states_guessed,
        Caveat::ItemsCounted => messages.items_counted,
        other => return counted_sentence(context, other),
    };
    Some(sentence.to_owned())
}

/// Returns the sentence that names observances, on which the team works: the first ones by their titles, the others by their number.
fn observances_sentence(context: &TemplateContext) -> String {
    /// Observances that are named.
    const MAX_NAMED: usize = 2;
    /// Maximal characters of a title.
    const MAX_TITLE_CHARS: usize = 30;
    let translator = context.translator;
    let titles: Vec<&str> = context.sprint.observances().map(|(_, title)| title).collect();
    let named = titles.iter().take(MAX_NAMED);
    let mut names: Vec<String> =
        named.map(|title| bidi_isolated(&truncate_end((*title).to_owned(), MAX_TITLE_CHARS))).collect();
    let others = titles.len().saturating_sub(MAX_NAMED);
    if others > 0 {
        names.push(translator.format_count(&translator.messages.others, others, &[]));
    }
    fill_placeholders(translator.messages.observances_worked, &[("names", &names.join(", "))])
}

/// Returns the sentence for a number of items, fields or days; `None` for other caveats.
fn counted_sentence(context: &TemplateContext, caveat: &Caveat) -> Option<String> {
    let messages = context.translator.messages;
    let (message, count) = match *caveat {
        Caveat::ParallelSprints(sprints) => (&messages.parallel_sprints, sprints),
        Caveat::EstimateFields(fields) => (&messages.estimate_fields, fields),
        Caveat::EpicsCounted(epics) => (&messages.epics_counted, epics),
        Caveat::StartedLate(days) => (&messages.started_late, days),
        Caveat::SubtasksLeftOut(subtasks) => (&messages.subtasks_left_out, subtasks),
        Caveat::SubtasksCounted(subtasks) => (&messages.subtasks_counted, subtasks),
        Caveat::HistoryCut(items) => (&messages.history_cut, items),
        Caveat::HistoryPerhapsCut(items) => (&messages.history_perhaps_cut, items),
        Caveat::PerhapsPartial(entries) => (&messages.perhaps_partial, entries),
        Caveat::FieldsMissing(fields) => (&messages.fields_missing, fields),
        Caveat::CompletionTime { source, items } => (
            match source {
                CompletionSource::StatusChange => &messages.done_at_status_change,
                CompletionSource::Resolution => &messages.done_at_resolution,
                CompletionSource::LastChange => &messages.done_at_last_change,
                CompletionSource::Unknown => &messages.done_at_unknown_time,
            },
            items,
        ),
        Caveat::HistoryDisagrees(items) => (&messages.history_disagrees, items),
        Caveat::DoneStatesUnseen(states) => (&messages.done_states_unseen, states),
        Caveat::FiguresDisagree(days) => (&messages.figures_disagree, days),
        _ => return None,
    };
    Some(context.translator.format_count(message, count, &[]))
}
