//! Sentences about the limits of the data.

use crate::sprint::Caveat;

use super::context::TemplateContext;

/// Returns a sentence for each caveat, except for items without an estimate.
pub(super) fn caveat_sentences(context: &TemplateContext) -> Vec<String> {
    let (translator, messages) = (context.translator, context.translator.messages);
    let sentence = |caveat: &Caveat| {
        let message = match caveat {
            Caveat::Unestimated { .. } => return None,
            Caveat::Gaps(days) => return Some(translator.format_count(&messages.gaps, *days, &[])),
            Caveat::HistoryCut(items) => {
                return Some(translator.format_count(&messages.history_cut, *items, &[]));
            }
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
