//! What a language has to say: one struct, so that a sentence that is missing in one language does not compile.

/// A text that depends on a count, in the forms CLDR knows for our languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    /// 1, and what a language treats alike (French 0 and 1.5).
    pub one: &'static str,
    /// Polish 2 to 4, 22 to 24.
    pub few: &'static str,
    /// Polish 5 to 21; whole millions in the Romance languages ("1 000 000 de points").
    pub many: &'static str,
    /// All else, fractions among it.
    pub other: &'static str,
}

impl Plural {
    /// For languages that tell one from more only.
    pub(super) const fn one_other(one: &'static str, other: &'static str) -> Self {
        Self { one, few: other, many: other, other }
    }

    /// For languages that say whole millions in a way of their own.
    pub(super) const fn one_many_other(one: &'static str, many: &'static str, other: &'static str) -> Self {
        Self { one, few: other, many, other }
    }

    /// For a text in which the count changes nothing.
    pub(super) const fn same(text: &'static str) -> Self {
        Self::one_other(text, text)
    }

    #[cfg(test)]
    fn forms(&self) -> Vec<&'static str> {
        vec![self.one, self.few, self.many, self.other]
    }
}

/// Declares the catalogue and, for the tests, the list of its entries: an entry that a test overlooks cannot be.
macro_rules! catalogue {
    (
        texts { $($(#[$text_doc:meta])* $text:ident,)* }
        plurals { $($(#[$plural_doc:meta])* $plural:ident,)* }
    ) => {
        /// Every text of our own in one language. `{names}` are placeholders for [`fill`](super::fill).
        #[derive(Clone, Copy, Debug)]
        pub struct Sentences {
            $($(#[$text_doc])* pub $text: &'static str,)*
            $($(#[$plural_doc])* pub $plural: Plural,)*
        }

        #[cfg(test)]
        impl Sentences {
            /// Each entry's name and its forms.
            pub(super) fn entries(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![
                    $((stringify!($text), vec![self.$text]),)*
                    $((stringify!($plural), self.$plural.forms()),)*
                ]
            }
        }
    };
}

catalogue! {
    texts {
        /// Headline: more remains than the ideal line says. `{amount}`
        behind_plan,
        /// Headline: less remains than the ideal line says. `{amount}`
        ahead_of_plan,
        /// Headline: what remains is what the ideal line says.
        on_plan,
        /// Headline: nothing remains. `{amount}`
        all_done,
        /// Headline: what remains at the end. `{amount}`
        left_at_end,
        /// Headline: what remains, where there is no plan to measure it by. `{amount}`
        left,
        /// Headline: work that joined. `{amount}`
        added_since_start,
        /// Headline: work that left. `{amount}`
        removed_since_start,
        /// Headline: work that is done. `{amount}`
        completed_so_far,
        /// Sub-line: the sprint goal. `{goal}`
        goal,
        /// Sub-line: the instant the picture tells of. `{moment}`
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
        /// Legend: bars of finished work.
        completed,
        /// Legend: bars of work that joined.
        added,
        /// Legend: bars of work that left.
        removed,
        /// Legend: bars of changed estimates.
        reestimated,
        /// Legend: bars of work that is open again.
        reopened,
        /// Legend: the shade of days without work.
        day_off,
        /// At the end of the line of remaining work. `{n}`
        remaining_n,
        /// At the end of the line of all work. `{n}`
        scope_n,
        /// At the ideal line.
        ideal_label,

        /// Mark: the day of `as_of`.
        today,
        /// Mark: the planned end.
        planned_end,
        /// Mark: the real end.
        closed,

        /// Title of the ledger's axis.
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
        /// Caveat: totals a day.
        daily_totals,
        /// Caveat: the input has today's state alone.
        no_history,
        /// Caveat: when items joined is not known.
        joined_when_created,
        /// Caveat: what estimates were is not known.
        estimates_of_today,
        /// Caveat: what states mean is guessed from their names.
        states_guessed,
        /// Caveat: no estimates, so every item counts one.
        items_counted,
        /// Caveat: no time zone in the input.
        zone_assumed,
        /// Caveat: times that fit no time zone for sure.
        zone_uncertain,

        /// Alt text: what the picture is. `{sprint}`
        alt_title,
        /// Alt text: two dates, each with its year. `{from}` `{to}`
        alt_range,
        /// Alt text: the state at a moment. `{moment}` `{remaining}` `{scope}`
        alt_state,
        /// Alt text: what the ideal line says, and the headline's verdict on it. `{ideal}` `{verdict}`
        alt_plan,
        /// Alt text: all flows. `{completed}` `{added}` `{removed}` `{reestimated}` `{reopened}`
        alt_flow,
        /// Alt text: the ideal line's begin. `{committed}`
        alt_committed,

        /// Headline and marks: when the forecast expects nothing to remain. `{percent}` `{date}`
        forecast_by,
        /// Headline: the same at the average rate. `{date}`
        forecast_average,
        /// Headline: the forecast sees no end. `{percent}` `{days}`
        forecast_beyond,
        /// Headline: nor does the average rate. `{days}`
        average_beyond,
        /// Alt text and foot: how likely the planned end holds. `{percent}`
        chance,
        /// Foot: what the forecast takes the scope to do.
        scope_still,
        /// Foot: the same, where growth is taken in.
        scope_growing,
        /// Legend: the cone of the forecast.
        forecast,
        /// Legend: the line of the average rate.
        forecast_rate,
        /// Label of a forecast’s date. `{percent}` `{date}`
        forecast_label,
        /// Legend: the ideal line that follows the scope.
        replanned,
        /// Legend: the line or area of done work.
        done,
        /// Legend: the area of work that is not begun.
        to_do,
        /// Legend: the area of work that is begun and not done.
        in_progress,
        /// At the end of the line of done work. `{n}`
        done_n,
        /// At the end of the area of work that is not begun. `{n}`
        to_do_n,
        /// At the end of the area of work in progress. `{n}`
        in_progress_n,
        /// Headline: what is done of all work. `{done}` `{scope}`
        done_of_scope,
        /// Legend: bars of committed work.
        committed,
        /// Foot: which work counts as committed.
        commitment_start,
        /// Foot: the same, by the other rule.
        commitment_end,
        /// Alt text and headline: a sprint’s velocity. `{sprint}` `{completed}` `{committed}`
        velocity_row,
        /// Alt text: the same, where the commitment is not known. `{sprint}` `{completed}`
        velocity_only,
        /// Behind the name of a sprint that is not over. `{sprint}`
        so_far,
        /// Axis title: work of a sprint. `{unit}`
        per_sprint,
        /// Headline of a release: the trends. `{velocity}` `{growth}`
        release_pace,
        /// Headline of a release: the trends don’t meet.
        release_never,
        /// Legend of a release: the line along the tops of the bars.
        trend_done,
        /// Legend of a release: the line along their bottoms.
        trend_scope,
        /// Mark: the instant of a comparison. `{moment}`
        since,
        /// Foot: what changed since an instant. `{moment}` `{changes}`
        since_list,
        /// Foot: nothing did. `{moment}`
        since_nothing,
        /// Alt text: what the picture is. `{sprint}`
        alt_title_burnup,
        /// Alt text: what the picture is. `{sprint}`
        alt_title_flow,
        /// Alt text: what the picture is. `{sprint}`
        alt_title_velocity,
        /// Alt text: what the picture is. `{sprint}`
        alt_title_release,
    }
    plurals {
        /// The word after a number of points.
        points,
        /// The word after a number of hours.
        hours,
        /// The word after a number of items.
        items,
        /// Sub-line: items whose work is unknown. `{n}` `{of}`
        unestimated,
        /// Sub-line: working days up to the planned end. `{n}`
        working_days_left,
        /// Sub-line: working days since the planned end. `{n}`
        late,
        /// Caveat: days without a reading. `{n}`
        gaps,
        /// Caveat: items of whose history the tracker gave a part. `{n}`
        history_cut,
        /// Foot: what the forecast is drawn from. `{n}`
        forecast_note,
        /// Legend: the band of past sprints. `{n}`
        usual,
        /// Foot: items that are not named. `{n}`
        others,
        /// Headline: mean velocity. `{n}` `{amount}`
        velocity_mean,
        /// Legend: the line of the mean velocity. `{n}`
        mean_of,
        /// Headline of a release: how far off its end is. `{n}`
        release_sprints,
    }
}

/// The template with each `{name}` replaced by the value of that name. The values are not searched
/// again, so that a sprint called `{amount}` stays what it is; a name without a value stays as it stands.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, tail))
        });
        match named {
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
