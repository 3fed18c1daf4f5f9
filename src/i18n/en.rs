//! English.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} behind plan",
    ahead_of_plan: "{amount} ahead of plan",
    on_plan: "On plan",
    all_done: "All done: {amount}",
    left_at_end: "{amount} left at the end",
    left: "{amount} left",
    scope_change: "scope {from} → {to}",
    completed_so_far: "{amount} completed",
    goal: "Goal: {goal}",
    as_of: "as of {moment}",
    starts_on: "starts {moment}",
    closed_on: "closed {moment}",
    remaining: "Remaining",
    ideal: "Ideal",
    scope: "Scope",
    completed: "Completed",
    worked_on: "Worked on",
    added: "Added",
    removed: "Removed",
    reestimated: "Re-estimated",
    reopened: "Reopened",
    day_off: "Day off",
    remaining_n: "{n} remaining",
    scope_n: "{n} scope",
    ideal_label: "ideal",
    today: "today",
    planned_end: "planned end",
    closed: "closed",
    per_day: "Change per day",
    axis_points: "points",
    axis_hours: "hours",
    axis_items: "items",
    date_range: "{from} – {to}",
    day_range: "{from} – {to}",
    net_only: "Only the remaining work is known: work added and work done on the same day are not seen apart",
    #[cfg(feature = "trackers")]
    running_totals: "Completed work was read as a running total",
    #[cfg(feature = "trackers")]
    daily_totals: "Known as one figure a day: what was added and removed on the same day is not seen apart",
    #[cfg(feature = "trackers")]
    no_history: "No history: only today’s state is known",
    #[cfg(feature = "trackers")]
    joined_when_created: "Items count as added when they were created",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Estimates are today’s",
    #[cfg(feature = "trackers")]
    states_guessed: "Whether some states mean done is guessed from their names",
    #[cfg(feature = "trackers")]
    observances_worked: "Observances are working days: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "No estimates: items are counted",
    zone_assumed: "Days in UTC: the data name no time zone",
    zone_uncertain: "Time zone uncertain: days may be off by hours",
    alt_title: "Burndown of {sprint}",
    alt_range: "Sprint from {from} to {to}",
    alt_state: "On {moment}: {remaining} remaining of a scope of {scope}",
    alt_plan: "The plan expects {ideal} remaining: {verdict}",
    alt_flow: "Since the start: {completed} completed, {added} added, {removed} removed, \
               {reestimated} re-estimated, {reopened} reopened",
    alt_committed: "{committed} committed at the start",
    forecast_by: "{percent}%: done by {date}",
    forecast_average: "at this pace done by {date}",
    forecast_beyond: "{percent}%: not done within {days} working days",
    average_beyond: "at this pace not done within {days} working days",
    chance: "{percent}% likely by the planned end",
    no_forecast_in_gap: "No forecast: the latest days have no reading",
    scope_still: "at today’s scope",
    scope_growing: "with scope changing as it did",
    forecast: "Forecast 50–95%",
    forecast_rate: "Forecast at this pace",
    forecast_label: "{percent}% by {date}",
    replanned: "Ideal, re-planned",
    done: "Done",
    to_do: "To do",
    in_progress: "In progress",
    done_n: "{n} done",
    to_do_n: "{n} to do",
    in_progress_n: "{n} in progress",
    done_of_scope: "{done} of {scope} done",
    committed: "Committed",
    commitment_start: "Committed: in the sprint at its start and not done",
    commitment_end: "Committed: in the sprint at its end, added work among it",
    velocity_row: "{sprint}: {completed} completed, {committed} committed",
    velocity_only: "{sprint}: {completed} completed",
    so_far: "{sprint} so far",
    per_sprint: "{unit} per sprint",
    release_pace: "{velocity} done and {growth} of scope per sprint",
    release_never: "scope grows as fast as work gets done",
    trend_done: "Trend of done work",
    trend_scope: "Trend of scope",
    since: "since {moment}",
    since_list: "Since {moment}: {changes}",
    since_nothing: "Nothing changed since {moment}",
    alt_title_burnup: "Burnup of {sprint}",
    alt_title_flow: "Cumulative flow of {sprint}",
    alt_title_velocity: "Velocity up to {sprint}",
    alt_title_release: "Release burndown of {sprint}",
    points: PluralMessage::one_other("point", "points"),
    hours: PluralMessage::one_other("hour", "hours"),
    items: PluralMessage::one_other("item", "items"),
    unestimated: PluralMessage::invariant("{n} of {of} items without an estimate"),
    working_days_left: PluralMessage::one_other("{n} working day left", "{n} working days left"),
    late: PluralMessage::one_other(
        "{n} working day over the planned end",
        "{n} working days over the planned end",
    ),
    completed_late: PluralMessage::one_other("{n} working day late", "{n} working days late"),
    completed_early: PluralMessage::one_other("{n} working day early", "{n} working days early"),
    gaps: PluralMessage::one_other("{n} day without data", "{n} days without data"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("One of {n} active sprints (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Estimates of {n} fields (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_other("{n} epic counts as an item", "{n} epics count as items"),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_other(
        "Started {n} day late: committed is what joined by then (--planning-until)",
        "Started {n} days late: committed is what joined by then (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_other(
        "{n} item with a history cut off",
        "{n} items with a history cut off",
    ),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_other("{n} sub-task left out", "{n} sub-tasks left out"),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_other("{n} sub-task counted", "{n} sub-tasks counted"),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Done as of the last status change: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Done as of the resolution: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Done as of the last change: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Done at an unknown time: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Histories that don’t lead to today’s state: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Days that disagree with the tracker’s figures: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Done states (--done) of no item: {n}"),
    no_forecast: PluralMessage::one_other(
        "No forecast yet: it needs {n} whole working day",
        "No forecast yet: it needs {n} whole working days",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_other(
        "{n} item with a history that may be cut off",
        "{n} items with a history that may be cut off",
    ),
    partial_of: PluralMessage::invariant("Part of the data: {n} of {of} entries"),
    partial: PluralMessage::one_other(
        "Part of the data: {n} entry, more are missing",
        "Part of the data: {n} entries, more are missing",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_other(
        "Exactly {n} entry, a full page: there may be more",
        "Exactly {n} entries, a full page: there may be more",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_other(
        "{n} field of the answer is missing: numbers may be wrong",
        "{n} fields of the answer are missing: numbers may be wrong",
    ),
    forecast_note: PluralMessage::one_other(
        "Forecast from {n} past working day",
        "Forecast from {n} past working days",
    ),
    usual: PluralMessage::one_other("Usual: 10–90% of {n} past sprint", "Usual: 10–90% of {n} past sprints"),
    others: PluralMessage::invariant("{n} more"),
    velocity_mean: PluralMessage::one_other(
        "{amount} in the last sprint ({n})",
        "{amount} a sprint, mean of the last {n}",
    ),
    mean_of: PluralMessage::invariant("Mean of the last {n}"),
    release_sprints: PluralMessage::one_other(
        "{n} more sprint at this pace",
        "{n} more sprints at this pace",
    ),
};
