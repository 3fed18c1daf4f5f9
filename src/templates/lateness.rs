//! The distance of a completion from the planned end, in working days.

use jiff::Timestamp;

use super::context::TemplateContext;

/// Returns the instant since which nothing remains; `None` while something does.
pub(super) fn completed_at(context: &TemplateContext) -> Option<Timestamp> {
    let steps = context.ledger.steps.iter().rev();
    steps.take_while(|step| step.level.remaining().is_zero()).last().map(|step| step.at)
}

/// Returns ", 2 working days late" or "early"; nothing for a completion on the day of the planned end, nor in a small picture,
/// which has no room for it.
pub(super) fn lateness_suffix(context: &TemplateContext, completed: Option<Timestamp>) -> String {
    let (sprint, translator) = (context.sprint, context.translator);
    let Some(at) = completed.filter(|_| !context.sizes.compact) else { return String::new() };
    let late = sprint.calendar.working_days_begun_between(sprint.end, at);
    let early = sprint.calendar.working_days_begun_between(at, sprint.end);
    let messages = translator.messages;
    match (late, early) {
        (0, 0) => String::new(),
        (0, early) => format!(", {}", translator.format_count(&messages.completed_early, early, &[])),
        (late, _) => format!(", {}", translator.format_count(&messages.completed_late, late, &[])),
    }
}
