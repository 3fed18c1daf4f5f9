//! Limitations of the data, which the picture mentions.

/// A limitation of the data that the reader of the picture should know, in the order in which pictures name them: there is room
/// for a few.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caveat {
    /// The input has only a part of the tracker's data, and the reader was told to accept it.
    Partial {
        /// The number of entries that were given.
        given: usize,
        /// The number of all entries, if the tracker says it.
        of: Option<usize>,
    },
    /// A list has this many entries, as many as one page of the tracker holds, so there may be more.
    PerhapsPartial(usize),
    /// The tracker's answer lacks this many fields that may matter, because the request did not ask for them.
    FieldsMissing(usize),
    /// This many sprints are active at the instant of the picture, and it shows one of them.
    ParallelSprints(usize),
    /// The estimates are in this many fields. An item has the estimate of the field that most items have filled in, or else of
    /// another one.
    EstimateFields(usize),
    /// This many items are epics, which count like other items.
    EpicsCounted(usize),
    /// The team started the sprint this many days after its planned start. What joined until then is committed.
    StartedLate(usize),
    /// Only the remaining work is given, so completed and added work that cancel out are not visible.
    NetOnly,
    /// Completed work was read as a running total, because the figures add up so.
    #[cfg(feature = "trackers")]
    RunningTotals,
    /// This many days have no reading.
    Gaps(usize),
    /// Some items in the sprint at `as_of` have no estimate and count as zero in the sums.
    Unestimated {
        /// The number of items without an estimate.
        items: usize,
        /// The number of all items in the sprint.
        of: usize,
    },
    /// Scope and done work are known as daily totals only, so items added and removed on the same day are netted.
    DailyTotals,
    /// Nothing says when this many items became done. They count as done at another time that the tracker has.
    #[cfg(feature = "trackers")]
    CompletionTime {
        /// The time that they count by.
        source: CompletionSource,
        /// The number of items.
        items: usize,
    },
    /// The histories of this many items do not lead to the state that the tracker shows today, so changes are missing.
    #[cfg(feature = "trackers")]
    HistoryDisagrees(usize),
    /// On this many days, the histories of the items and the tracker's own figures disagree.
    #[cfg(feature = "trackers")]
    FiguresDisagree(usize),
    /// Only the current state and the dates of creation and completion are known. Dates of additions, removals and
    /// re-estimates are unknown.
    NoHistory,
    /// Items count as added when they were created, because the date of the addition is unknown.
    JoinedWhenCreated,
    /// Estimates are the current ones, because earlier ones are unknown.
    EstimatesOfToday,
    /// The history of this many items is truncated: the tracker gave only the latest part.
    HistoryCut(usize),
    /// The histories of this many items have as many entries as one page of the tracker holds, so they may be truncated.
    HistoryPerhapsCut(usize),
    /// This many sub-tasks do not count, because items or their estimates do.
    SubtasksLeftOut(usize),
    /// This many sub-tasks count as items, beside the items that they belong to.
    SubtasksCounted(usize),
    /// The meaning of some states is inferred from their names.
    StatesGuessed,
    /// This many of the states that the caller calls done are states of no item, so that nothing counts as done by them.
    #[cfg(feature = "trackers")]
    DoneStatesUnseen(usize),
    /// This many working days are observances in the calendar of days off, which are no days off.
    ObservancesWorked(usize),
    /// No estimates were found, so every item counts as one.
    ItemsCounted,
    /// The input has no time zone, so days are in UTC.
    ZoneAssumed,
    /// The times of the input match neither its time zone nor UTC, so days may be off by hours.
    ZoneUncertain,
}

/// The time by which an item counts as done where nothing says when it became so; the most certain first.
#[cfg(feature = "trackers")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionSource {
    /// The last change of the state, or of its category.
    StatusChange,
    /// The resolution, which some trackers keep beside the state.
    Resolution,
    /// The last change of the item, whatever it was.
    LastChange,
    /// No time at all: the item counts as done at the end of what is known.
    Unknown,
}
