//! The changes since a requested instant in words.

use crate::i18n::fill_placeholders;
use crate::sprint::{Amount, ChangeKind, ChangesSince, ItemChange};

use super::context::TemplateContext;
use super::text::{SEPARATOR, bidi_isolated, truncate_end};

/// Maximal characters of an item's key and title.
const MAX_NAME_CHARS: usize = 36;

/// Returns the changes since the requested instant as a sentence; `None` if none was requested.
pub(super) fn changes_sentence(context: &TemplateContext) -> Option<String> {
    let (translator, changes) = (context.translator, context.metrics.changes.as_ref()?);
    let messages = translator.messages;
    let moment = context.format_instant_or_started_day(changes.since);
    let named = changes.named_items().iter();
    let mut parts: Vec<String> = named.map(|item| item_change_text(context, item)).collect();
    if parts.is_empty() {
        parts = change_totals(context, changes);
    }
    if changes.other_count() > 0 {
        parts.push(translator.format_count(&messages.others, changes.other_count(), &[]));
    }
    if parts.is_empty() {
        return Some(fill_placeholders(messages.since_nothing, &[("moment", &moment)]));
    }
    let list = parts.join(SEPARATOR);
    Some(fill_placeholders(messages.since_list, &[("moment", &moment), ("changes", &list)]))
}

/// Returns the change of one item: "Added SP-15 Show the basket (+8)".
fn item_change_text(context: &TemplateContext, item: &ItemChange) -> String {
    let title = item.name.title.as_deref().map(|title| format!(" {title}")).unwrap_or_default();
    let name = bidi_isolated(&truncate_end(format!("{}{title}", item.name.key), MAX_NAME_CHARS));
    let amount = context.translator.format_signed(signed_amount(item));
    format!("{} {name} ({amount})", change_kind_name(context, item.kind))
}

/// Returns the change of the remaining work: negative if it decreases.
pub(super) fn signed_amount(item: &ItemChange) -> Amount {
    match item.kind {
        ChangeKind::Completed | ChangeKind::WorkedOn | ChangeKind::Removed => -item.amount,
        ChangeKind::Added | ChangeKind::Reopened | ChangeKind::Reestimated => item.amount,
    }
}

pub(super) fn change_kind_name(context: &TemplateContext, kind: ChangeKind) -> &'static str {
    let messages = context.translator.messages;
    match kind {
        ChangeKind::Completed => messages.completed,
        ChangeKind::WorkedOn => messages.worked_on,
        ChangeKind::Reopened => messages.reopened,
        ChangeKind::Added => messages.added,
        ChangeKind::Removed => messages.removed,
        ChangeKind::Reestimated => messages.reestimated,
    }
}

/// Returns the sums by kind of change, for inputs without items.
pub(super) fn change_totals(context: &TemplateContext, changes: &ChangesSince) -> Vec<String> {
    let flow = changes.flow;
    let totals = [
        (ChangeKind::Completed, -flow.completed),
        (ChangeKind::Added, flow.added),
        (ChangeKind::Removed, -flow.removed),
        (ChangeKind::Reestimated, flow.reestimated),
        (ChangeKind::Reopened, flow.reopened),
    ];
    let nonzero = totals.into_iter().filter(|(_, amount): &(_, Amount)| !amount.is_zero());
    let text = |(kind, amount)| {
        format!("{} {}", change_kind_name(context, kind), context.translator.format_signed(amount))
    };
    nonzero.map(text).collect()
}
