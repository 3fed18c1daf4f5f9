//! Sentences about the limits of the data.

#[cfg(feature = "trackers")]
use crate::i18n::fill_placeholders;
#[cfg(feature = "trackers")]
use crate::sprint::CompletionSource;
use crate::sprint::{Amount, Caveat};

use super::context::TemplateContext;

/// Returns a sentence for each caveat, except for those that the sub-lines tell: items without an
/// estimate, and missing entries.
pub(super) fn caveat_sentences(context: &TemplateContext) -> Vec<String> {
    let (translator, messages) = (context.translator, context.translator.messages);
    let sentence = |caveat: &Caveat| {
        let message = match caveat {
            Caveat::Unestimated { .. } | Caveat::Partial { .. } => return None,
            Caveat::Gaps(days) => return Some(translator.format_count(&messages.gaps, *days, &[])),
            #[cfg(feature = "trackers")]
            Caveat::CompletionTime { .. } | Caveat::HistoryDisagrees(_) | Caveat::FiguresDisagree(_) => {
                return history_sentence(context, caveat);
            }
            Caveat::HistoryCut(_)
            | Caveat::HistoryPerhapsCut(_)
            | Caveat::PerhapsPartial(_)
            | Caveat::FieldsMissing(_)
            | Caveat::ParallelSprints(_)
            | Caveat::EstimateFields(_)
            | Caveat::EpicsCounted(_)
            | Caveat::SubtasksLeftOut(_)
            | Caveat::SubtasksCounted(_)
            | Caveat::StartedLate(_) => return tracker_sentence(context, *caveat),
            Caveat::NetOnly => messages.net_only,
            Caveat::DailyTotals => messages.daily_totals,
            Caveat::NoHistory => messages.no_history,
            Caveat::JoinedWhenCreated => messages.joined_when_created,
            Caveat::EstimatesOfToday => messages.estimates_of_today,
            Caveat::StatesGuessed => messages.states_guessed,
            Caveat::ItemsCounted => messages.items_counted,
            Caveat::ZoneAssumed => messages.zone_assumed,
            Caveat::ZoneUncertain => messages.zone_uncertain,
        };
        Some(message.to_owned())
    };
    context.sprint.caveats.iter().filter_map(sentence).collect()
}

/// Returns the sentence for a limit of the items' histories; `None` for other caveats.
#[cfg(feature = "trackers")]
fn history_sentence(context: &TemplateContext, caveat: &Caveat) -> Option<String> {
    let translator = context.translator;
    let messages = translator.lang.history_messages();
    let (message, count) = match caveat {
        Caveat::CompletionTime { source, items } => (
            match source {
                CompletionSource::StatusChange => messages.done_at_status_change,
                CompletionSource::Resolution => messages.done_at_resolution,
                CompletionSource::LastChange => messages.done_at_last_change,
                CompletionSource::Unknown => messages.done_at_unknown_time,
            },
            *items,
        ),
        Caveat::HistoryDisagrees(items) => (messages.history_disagrees, *items),
        Caveat::FiguresDisagree(days) => (messages.figures_disagree, *days),
        _ => return None,
    };
    let number = translator.format_number(Amount::from_units(i32::try_from(count).unwrap_or(i32::MAX)));
    Some(fill_placeholders(message, &[("n", &number)]))
}

/// Returns a sentence about what a tracker's reader noticed or chose; `None` for other caveats.
#[cfg(feature = "trackers")]
fn tracker_sentence(context: &TemplateContext, caveat: Caveat) -> Option<String> {
    let messages = context.translator.messages;
    let (message, count) = match caveat {
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
        _ => return None,
    };
    Some(context.translator.format_count(message, count, &[]))
}

/// In a build without trackers, no reader has such caveats.
#[cfg(not(feature = "trackers"))]
fn tracker_sentence(_: &TemplateContext, _: Caveat) -> Option<String> {
    None
}

/// Returns the number of items without an estimate as a sentence.
pub(super) fn unestimated_sentence(context: &TemplateContext) -> Option<String> {
    let translator = context.translator;
    context.sprint.caveats.iter().find_map(|caveat| match caveat {
        Caveat::Unestimated { items, of } => {
            let total = of.to_string();
            Some(translator.format_count(&translator.messages.unestimated, *items, &[("of", &total)]))
        }
        _ => None,
    })
}

/// Returns a sentence that says that entries of the tracker are missing; `None` if none are known to be.
pub(super) fn partial_sentence(context: &TemplateContext) -> Option<String> {
    let translator = context.translator;
    context.sprint.caveats.iter().find_map(|caveat| match caveat {
        Caveat::Partial { given, of: Some(of) } => {
            let all = translator.format_number(Amount::from_units(i32::try_from(*of).unwrap_or(i32::MAX)));
            Some(translator.format_count(&translator.messages.partial_of, *given, &[("of", &all)]))
        }
        Caveat::Partial { given, of: None } => {
            Some(translator.format_count(&translator.messages.partial, *given, &[]))
        }
        _ => None,
    })
}
