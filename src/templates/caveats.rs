//! Sentences about the limits of the data.

use crate::sprint::{Amount, Caveat};

use super::context::TemplateContext;
#[cfg(feature = "trackers")]
use super::tracker_caveats::tracker_sentence;

/// Returns a sentence for each caveat, except for those that the sub-lines tell: items without an
/// estimate, and missing entries.
pub(super) fn caveat_sentences(context: &TemplateContext) -> Vec<String> {
    let (translator, messages) = (context.translator, context.translator.messages);
    let sentence = |caveat: &Caveat| match caveat {
        Caveat::Unestimated { .. } | Caveat::Partial { .. } => None,
        Caveat::Gaps(days) => Some(translator.format_count(&messages.gaps, *days, &[])),
        Caveat::NetOnly => Some(messages.net_only.to_owned()),
        Caveat::ZoneAssumed => Some(messages.zone_assumed.to_owned()),
        Caveat::ZoneUncertain => Some(messages.zone_uncertain.to_owned()),
        other => tracker_sentence(context, other),
    };
    context.sprint.caveats.iter().filter_map(sentence).collect()
}

/// In a build without trackers, nothing has such caveats.
#[cfg(not(feature = "trackers"))]
fn tracker_sentence(_: &TemplateContext, _: &Caveat) -> Option<String> {
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
