//! The sentence over the plot, computed from the data.

use crate::i18n::fill_placeholders;
use crate::sprint::Amount;

use super::context::TemplateContext;
use super::forecast_text::forecast_verdict;
use super::kind::ReportKind;
use super::lateness::{completed_at, lateness_suffix};
use super::metrics::Phase;
use super::options::IdealBaseline;
use super::scope_text::scope_change;
use super::text::join_parts;

/// A distance from the plan is reported after this many working days, or this share of a short sprint.
const MIN_WORKING_DAYS: f64 = 1.0;
const MIN_ELAPSED_SHARE: f64 = 0.25;
/// Distances below this many units are written with a decimal.
const DECIMAL_BELOW: f64 = 3.0;

/// Returns the facts that matter most; `None` while the data are thin.
pub(super) fn burndown_headline(context: &TemplateContext) -> Option<String> {
    let metrics = &context.metrics;
    let verdict = plan_verdict(context)?;
    let messages = context.translator.messages;
    let has_leftover = metrics.phase == Phase::Ended && !metrics.remaining.is_zero();
    // With three facts on the line the first one names the unit for all.
    let format = |amount| {
        if has_leftover { context.translator.format_number(amount) } else { context.format_amount(amount) }
    };
    let fact = |template: &str, amount: Amount| {
        (!amount.is_zero()).then(|| fill_placeholders(template, &[("amount", &format(amount))]))
    };
    let completed = (metrics.flow.completed - metrics.flow.reopened).max(Amount::ZERO);
    let completed = fact(messages.completed_so_far, completed).filter(|_| has_leftover);
    let scope = scope_change(context);
    let forecast = forecast_verdict(context);
    // A small picture has room for two facts.
    let has_two = forecast.is_some() || completed.is_some();
    let scope = scope.filter(|_| !(context.sizes.compact && has_two));
    Some(join_parts([Some(verdict), completed, forecast, scope]))
}

/// Returns the distance from the plan while the sprint is running, and the remaining work when it is over.
pub(super) fn plan_verdict(context: &TemplateContext) -> Option<String> {
    let metrics = &context.metrics;
    let messages = context.translator.messages;
    let with_amount = |template: &str, amount: Amount| {
        fill_placeholders(template, &[("amount", &context.format_amount(amount))])
    };
    let is_empty = metrics.scope.is_zero() && metrics.flow.completed.is_zero();
    if is_empty || metrics.phase == Phase::NotStarted || metrics.known_at < context.sprint.as_of {
        return None;
    }
    // Items without an estimate may be a lot of work.
    if metrics.remaining.is_zero() && !metrics.done.is_zero() && metrics.open_unestimated == 0 {
        return Some(
            with_amount(messages.all_done, metrics.done) + &lateness_suffix(context, completed_at(context)),
        );
    }
    if metrics.phase == Phase::Ended {
        return Some(with_amount(messages.left_at_end, metrics.remaining));
    }
    let Some(behind) = metrics.behind else { return Some(with_amount(messages.left, metrics.remaining)) };
    if metrics.working_days_elapsed < MIN_WORKING_DAYS.min(metrics.working_days * MIN_ELAPSED_SHARE) {
        return None;
    }
    let rounded = if behind.abs() < DECIMAL_BELOW { (behind * 10.0).round() / 10.0 } else { behind.round() };
    let distance = Amount::from_f64_saturating(rounded);
    let verdict = match behind {
        _ if behind.abs() < on_plan_tolerance(context) => messages.on_plan.to_owned(),
        behind if behind > 0.0 => with_amount(messages.behind_plan, distance),
        _ => with_amount(messages.ahead_of_plan, -distance),
    };
    Some(match measuring_line(context) {
        Some(line) => format!("{verdict} ({line})"),
        None => verdict,
    })
}

/// Returns the name of the ideal line that the distance is measured by, if the picture has two.
fn measuring_line(context: &TemplateContext) -> Option<&'static str> {
    let (messages, metrics) = (context.translator.messages, &context.metrics);
    let is_current = metrics.ideal_baseline == IdealBaseline::Current;
    let has_two = !metrics.replanned.is_empty() && (is_current || context.options.kind == ReportKind::Burnup);
    has_two.then_some(if is_current { messages.replanned } else { messages.ideal })
}

/// Returns the distance from the ideal line that counts as on plan: half a unit, less for a small sprint, zero after the
/// planned end.
fn on_plan_tolerance(context: &TemplateContext) -> f64 {
    let committed = context.metrics.committed.to_f64();
    if context.sprint.as_of >= context.sprint.end {
        0.0
    } else {
        (committed * 0.05).min(0.5).max(committed * 0.01)
    }
}
