//! The texts of a report for a message beside its picture, such as one in a chat.

use crate::i18n::fill_placeholders;
use crate::sprint::{ChangesSince, ItemChange};

use super::alt_text::flow_sentence;
use super::caveats::partial_sentence;
use super::changes_text::{change_kind_name, change_totals, signed_amount};
use super::context::TemplateContext;
use super::forecast_text::chance_text;
use super::metrics::Phase;
use super::text::join_parts;
use super::titles::date_line;

/// Maximal number of items that a message lists by name.
const MAX_LISTED_ITEMS: usize = 10;

/// The texts of a report for a message beside its picture, in the report's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageText {
    /// The goal with its label: "Goal: Guests can pay by instalments".
    pub goal: Option<String>,
    /// Dates and numbers, a line each.
    pub facts: Vec<String>,
    /// The changes since the requested instant; `None` if none was requested.
    pub changes: Option<ChangesText>,
}

/// The changes since an instant.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesText {
    /// The line over the list: "Since Fri 6 March:", or that nothing changed.
    pub heading: String,
    /// The changed items, the largest change first.
    pub items: Vec<ChangeText>,
    /// Sums by kind of change, for inputs without items: "Completed −8".
    pub totals: Vec<String>,
    /// The number of items that are not listed: "4 more".
    pub others: Option<String>,
}

/// The change of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeText {
    /// The kind of change: "Completed".
    pub kind: String,
    /// The key of the item.
    pub key: String,
    /// The title of the item.
    pub title: Option<String>,
    /// The change of the remaining work with its sign: "−8".
    pub amount: String,
}

/// Returns the texts for a message.
pub(super) fn message_text(context: &TemplateContext) -> MessageText {
    let TemplateContext { sprint, translator, metrics, .. } = context;
    let messages = translator.messages;
    let goal = sprint.goal.as_ref();
    MessageText {
        goal: goal.map(|goal| fill_placeholders(messages.goal, &[("goal", goal)])),
        facts: facts(context),
        changes: metrics.changes.as_ref().map(|changes| changes_text(context, changes)),
    }
}

fn facts(context: &TemplateContext) -> Vec<String> {
    let TemplateContext { translator, metrics, .. } = context;
    let messages = translator.messages;
    let fill = |template: &str, name: &str, amount| {
        fill_placeholders(template, &[(name, &context.format_amount(amount))])
    };
    let mut facts: Vec<String> = partial_sentence(context).into_iter().chain([date_line(context)]).collect();
    let committed = fill(messages.alt_committed, "committed", metrics.committed);
    match metrics.phase {
        Phase::NotStarted => facts.push(committed),
        Phase::Running => {
            let done = translator.format_number(metrics.done);
            let scope = context.format_amount(metrics.scope);
            let done = fill_placeholders(messages.done_of_scope, &[("done", &done), ("scope", &scope)]);
            let chance = metrics.forecast.as_ref().and_then(|forecast| chance_text(context, forecast));
            facts.push(join_parts([Some(done), chance]));
        }
        Phase::Ended => facts.extend([committed, flow_sentence(context)]),
    }
    facts
}

fn changes_text(context: &TemplateContext, changes: &ChangesSince) -> ChangesText {
    let translator = context.translator;
    let moment = context.format_instant_or_started_day(changes.since);
    let items: Vec<_> =
        changes.items.iter().take(MAX_LISTED_ITEMS).map(|item| change_text(context, item)).collect();
    let totals = if items.is_empty() { change_totals(context, changes) } else { Vec::new() };
    let has_changes = !(items.is_empty() && totals.is_empty());
    let messages = translator.messages;
    let template = if has_changes { messages.since_list } else { messages.since_nothing };
    let heading = fill_placeholders(template, &[("moment", &moment), ("changes", "")]);
    let others = changes.items.len() - items.len();
    ChangesText {
        heading: heading.trim_end().to_owned(),
        items,
        totals,
        others: (others > 0).then(|| translator.format_count(&messages.others, others, &[])),
    }
}

fn change_text(context: &TemplateContext, item: &ItemChange) -> ChangeText {
    ChangeText {
        kind: change_kind_name(context, item.kind).to_owned(),
        key: item.name.key.clone(),
        title: item.name.title.clone(),
        amount: context.translator.format_signed(signed_amount(item)),
    }
}
