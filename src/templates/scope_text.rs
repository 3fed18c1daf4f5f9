//! The change of the scope in words.

use crate::i18n::fill_placeholders;

use super::context::TemplateContext;

/// Returns the change of the scope since the start, net first, then its parts if it both grew and shrank:
/// "scope 28 → 29 (+6 −5)". `None` if it never changed.
pub(super) fn scope_change(context: &TemplateContext) -> Option<String> {
    let (translator, flow) = (context.translator, context.metrics.flow);
    let (gain, loss) = (flow.scope_gain(), flow.scope_loss());
    if gain.is_zero() && loss.is_zero() {
        return None;
    }
    let net = fill_from_to(context, translator.messages.scope_change);
    if gain.is_zero() || loss.is_zero() {
        return Some(net);
    }
    Some(format!("{net}\u{a0}({}\u{a0}{})", translator.format_signed(gain), translator.format_signed(-loss)))
}

/// Returns the name of the scope's line in the legend, with the scope at the start and now if they differ.
pub(super) fn scope_label(context: &TemplateContext) -> String {
    let name = context.translator.messages.scope;
    if context.metrics.scope_at_start == context.metrics.scope {
        return name.to_owned();
    }
    format!("{name} {}", fill_from_to(context, "{from} → {to}"))
}

fn fill_from_to(context: &TemplateContext, template: &str) -> String {
    let translator = context.translator;
    let from = translator.format_number(context.metrics.scope_at_start);
    let to = translator.format_number(context.metrics.scope);
    fill_placeholders(template, &[("from", &from), ("to", &to)]).replace(' ', "\u{a0}")
}
