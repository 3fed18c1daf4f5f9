//! The messages of a language: one struct, so that a message that is missing in one language does not compile.

/// A message that depends on a count, in the plural forms that CLDR has for our languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PluralMessage {
    /// For 1 and all numbers that the language treats alike (French 0 and 1.5).
    pub one: &'static str,
    /// For Polish 2 to 4, 22 to 24.
    pub few: &'static str,
    /// For Polish 5 to 21; for whole millions in the Romance languages ("1 000 000 de points").
    pub many: &'static str,
    /// For all other numbers, including fractions.
    pub other: &'static str,
}

impl PluralMessage {
    /// Creates a message for languages that only distinguish one from more.
    pub(super) const fn one_other(one: &'static str, other: &'static str) -> Self {
        Self { one, few: other, many: other, other }
    }

    /// Creates a message for languages with a form of their own for whole millions.
    pub(super) const fn one_many_other(one: &'static str, many: &'static str, other: &'static str) -> Self {
        Self { one, few: other, many, other }
    }

    /// Creates a message that is the same for every count.
    pub(super) const fn invariant(text: &'static str) -> Self {
        Self::one_other(text, text)
    }

    #[cfg(test)]
    fn all_forms(&self) -> Vec<&'static str> {
        vec![self.one, self.few, self.many, self.other]
    }
}

/// Declares the messages and, for the tests, the list of them, so that no test can omit one.
macro_rules! message_catalogue {
    (
        texts { $($(#[$text_doc:meta])* $text:ident,)* }
        plurals { $($(#[$plural_doc:meta])* $plural:ident,)* }
    ) => {
        /// All messages in one language. `{names}` are placeholders for [`fill_placeholders`](super::fill_placeholders).
        #[derive(Clone, Copy, Debug)]
        pub struct Messages {
            $($(#[$text_doc])* pub $text: &'static str,)*
            $($(#[$plural_doc])* pub $plural: PluralMessage,)*
        }

        #[cfg(all(test, feature = "trackers"))]
        impl Messages {
            /// Returns the name and the forms of each message.
            pub(super) fn entries(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![
                    $((stringify!($text), vec![self.$text]),)*
                    $((stringify!($plural), self.$plural.all_forms()),)*
                ]
            }
        }
    };
}

message_catalogue! {
    texts {
        /// Headline: the remaining work is above the ideal line. `{amount}`
        behind_plan,
        /// Headline: the remaining work is below the ideal line. `{amount}`
        ahead_of_plan,
        /// Headline: the remaining work equals the ideal line.
        on_plan,
        /// Headline: nothing remains. `{amount}`
        all_done,
        /// Headline: the remaining work at the end. `{amount}`
        left_at_end,
        /// Headline: the remaining work, without a plan to compare with. `{amount}`
        left,
        /// Headline: the scope at the start and now. `{from}` `{to}`
        scope_change,
        /// Headline: completed work. `{amount}`
        completed_so_far,
        /// Sub-line: the sprint goal. `{goal}`
        goal,
        /// Sub-line: the instant of the numbers. `{moment}`
        as_of,
        /// Sub-line: when the sprint begins. `{moment}`
        starts_on,
        /// Sub-line: when the sprint was closed. `{moment}`
        closed_on,

        /// Legend: the line of remaining work.
        remaining,
        /// Legend: the ideal line.
        ideal,
        /// Legend: the line of all work.
        scope,
        /// Legend: bars of completed work.
        completed,
        /// Footer: an item on which work was done, but which is not completed.
        worked_on,
        /// Legend: bars of added work.
        added,
        /// Legend: bars of removed work.
        removed,
        /// Legend: bars of changed estimates.
        reestimated,
        /// Legend: bars of reopened work.
        reopened,
        /// Legend: the shade of days without work.
        day_off,
        /// End label: the line of remaining work. `{n}`
        remaining_n,
        /// End label: the line of the scope. `{n}`
        scope_n,
        /// End label: the ideal line.
        ideal_label,

        /// Mark: the day of `as_of`.
        today,
        /// Mark: the planned end.
        planned_end,
        /// Mark: the real end.
        closed,

        /// Axis title: daily changes.
        per_day,
        /// Axis title for points.
        axis_points,
        /// Axis title for hours.
        axis_hours,
        /// Axis title for items.
        axis_items,

        /// Two dates of different months. `{from}` `{to}`
        date_range,
        /// The two days in a range within one month; takes the place of the day in a date. `{from}` `{to}`
        day_range,

        /// Caveat: flows are known only as their sum.
        net_only,
        /// Caveat: completed work was read as a running total.
        #[cfg(feature = "trackers")]
        running_totals,
        /// Caveat: only daily totals are known.
        #[cfg(feature = "trackers")]
        daily_totals,
        /// Caveat: the input has only today's state.
        #[cfg(feature = "trackers")]
        no_history,
        /// Caveat: the instants at which items were added are unknown.
        #[cfg(feature = "trackers")]
        joined_when_created,
        /// Caveat: earlier estimates are unknown.
        #[cfg(feature = "trackers")]
        estimates_of_today,
        /// Caveat: the meaning of states is guessed from their names.
        #[cfg(feature = "trackers")]
        states_guessed,
        /// Caveat: observances of the calendar, which are working days. `{names}`
        #[cfg(feature = "trackers")]
        observances_worked,
        /// Caveat: there are no estimates, so every item counts one.
        #[cfg(feature = "trackers")]
        items_counted,
        /// Caveat: the input has no time zone.
        zone_assumed,
        /// Caveat: the time zone is uncertain.
        zone_uncertain,

        /// Alt text: the title of a burndown. `{sprint}`
        alt_title,
        /// Alt text: two dates, each with its year. `{from}` `{to}`
        alt_range,
        /// Alt text: the state at a moment. `{moment}` `{remaining}` `{scope}`
        alt_state,
        /// Alt text: the value of the ideal line, and the headline's verdict. `{ideal}` `{verdict}`
        alt_plan,
        /// Alt text: all flows. `{completed}` `{added}` `{removed}` `{reestimated}` `{reopened}`
        alt_flow,
        /// Alt text: the committed work. `{committed}`
        alt_committed,

        /// Headline and marks: the forecast date of completion. `{percent}` `{date}`
        forecast_by,
        /// Headline: the same at the average rate. `{date}`
        forecast_average,
        /// Headline: the forecast finds no completion. `{percent}` `{days}`
        forecast_beyond,
        /// Headline: the average rate finds no completion. `{days}`
        average_beyond,
        /// Alt text and footer: the likelihood of the planned end. `{percent}`
        chance,
        /// Footer: there is no forecast, since the latest days have no reading.
        no_forecast_in_gap,
        /// Footer: the forecast assumes a constant scope.
        scope_still,
        /// Footer: the forecast assumes a changing scope.
        scope_growing,
        /// Legend: the cone of the forecast.
        forecast,
        /// Legend: the line of the average rate.
        forecast_rate,
        /// End label: the date of a forecast. `{percent}` `{date}`
        forecast_label,
        /// Legend: the ideal line that follows the scope.
        replanned,
        /// Legend: the line or area of done work.
        done,
        /// Legend: the area of work that has not started.
        to_do,
        /// Legend: the area of work in progress.
        in_progress,
        /// End label: the line of done work. `{n}`
        done_n,
        /// End label: the area of work that has not started. `{n}`
        to_do_n,
        /// End label: the area of work in progress. `{n}`
        in_progress_n,
        /// Headline: the done work and the scope. `{done}` `{scope}`
        done_of_scope,
        /// Legend: bars of committed work.
        committed,
        /// Footer: the rule of commitment at the start.
        commitment_start,
        /// Footer: the rule of commitment at the end.
        commitment_end,
        /// Alt text and headline: a sprint’s velocity. `{sprint}` `{completed}` `{committed}`
        velocity_row,
        /// Alt text: the same without a known commitment. `{sprint}` `{completed}`
        velocity_only,
        /// Suffix of the name of a running sprint. `{sprint}`
        so_far,
        /// Axis title: work of a sprint. `{unit}`
        per_sprint,
        /// Headline of a release: the trends. `{velocity}` `{growth}`
        release_pace,
        /// Headline of a release: the trends never meet.
        release_never,
        /// Legend of a release: the line along the tops of the bars.
        trend_done,
        /// Legend of a release: the line along the bottoms of the bars.
        trend_scope,
        /// Mark: the instant of a comparison. `{moment}`
        since,
        /// Footer: the changes since an instant. `{moment}` `{changes}`
        since_list,
        /// Footer: there are no changes since an instant. `{moment}`
        since_nothing,
        /// Alt text: the title of a burnup. `{sprint}`
        alt_title_burnup,
        /// Alt text: the title of a cumulative flow. `{sprint}`
        alt_title_flow,
        /// Alt text: the title of a velocity chart. `{sprint}`
        alt_title_velocity,
        /// Alt text: the title of a release burndown. `{sprint}`
        alt_title_release,
    }
    plurals {
        /// The word after a number of points.
        points,
        /// The word after a number of hours.
        hours,
        /// The word after a number of items.
        items,
        /// Sub-line: items without an estimate. `{n}` `{of}`
        unestimated,
        /// Sub-line: working days up to the planned end. `{n}`
        working_days_left,
        /// Sub-line: working days since the planned end. `{n}`
        late,
        /// Headline: working days from the planned end to a later date of completion. `{n}`
        completed_late,
        /// Headline: working days from a date of completion to the planned end. `{n}`
        completed_early,
        /// Caveat: days without a reading. `{n}`
        gaps,
        /// Caveat: several sprints are active, and one of them is shown. `{n}`
        #[cfg(feature = "trackers")]
        parallel_sprints,
        /// Caveat: several fields have estimates. `{n}`
        #[cfg(feature = "trackers")]
        estimate_fields,
        /// Caveat: epics count like other items. `{n}`
        #[cfg(feature = "trackers")]
        epics_counted,
        /// Caveat: days from the planned start to the instant at which the team started the sprint. `{n}`
        #[cfg(feature = "trackers")]
        started_late,
        /// Caveat: items with an incomplete history. `{n}`
        #[cfg(feature = "trackers")]
        history_cut,
        /// Footer: the past working days that a forecast needs. `{n}`
        no_forecast,
        /// Caveat: items whose history may be incomplete. `{n}`
        #[cfg(feature = "trackers")]
        history_perhaps_cut,
        /// Caveat: sub-tasks that do not count. `{n}`
        #[cfg(feature = "trackers")]
        subtasks_left_out,
        /// Caveat: sub-tasks that count as items of their own. `{n}`
        #[cfg(feature = "trackers")]
        subtasks_counted,
        /// Caveat: items that count as done since the last change of their state. `{n}`
        #[cfg(feature = "trackers")]
        done_at_status_change,
        /// Caveat: items that count as done since their resolution. `{n}`
        #[cfg(feature = "trackers")]
        done_at_resolution,
        /// Caveat: items that count as done since their last change of any kind. `{n}`
        #[cfg(feature = "trackers")]
        done_at_last_change,
        /// Caveat: items of which no time of completion is known. `{n}`
        #[cfg(feature = "trackers")]
        done_at_unknown_time,
        /// Caveat: items whose history leads to another state than today's. `{n}`
        #[cfg(feature = "trackers")]
        history_disagrees,
        /// Caveat: days on which the items and the tracker's own figures disagree. `{n}`
        #[cfg(feature = "trackers")]
        figures_disagree,
        /// Caveat: states that the caller calls done, and in which no item ever was. `{n}`
        #[cfg(feature = "trackers")]
        done_states_unseen,
        /// Sub-line: a part of the tracker's entries was given. `{n}` `{of}`
        partial_of,
        /// Sub-line: a part of the tracker's entries was given; nobody knows of how many. `{n}`
        partial,
        /// Caveat: a list as long as one page. `{n}`
        #[cfg(feature = "trackers")]
        perhaps_partial,
        /// Caveat: fields that the request did not ask for. `{n}`
        #[cfg(feature = "trackers")]
        fields_missing,
        /// Footer: the basis of the forecast. `{n}`
        forecast_note,
        /// Legend: the band of past sprints. `{n}`
        usual,
        /// Footer: the number of items that are not named. `{n}`
        others,
        /// Headline: mean velocity. `{n}` `{amount}`
        velocity_mean,
        /// Legend: the line of the mean velocity. `{n}`
        mean_of,
        /// Headline of a release: the number of sprints left. `{n}`
        release_sprints,
    }
}

/// Replaces each `{name}` in a template by the value of that name. The values are not searched again, so that a sprint
/// called `{amount}` keeps its name; a placeholder without a value is kept.
pub fn fill_placeholders(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let replacement = after.split_once('}').and_then(|(name, tail)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, tail))
        });
        match replacement {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
