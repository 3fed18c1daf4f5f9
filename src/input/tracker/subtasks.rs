//! The sub-tasks that count, so that no work is counted twice.
//!
//! Trackers keep hours of a story and of its sub-tasks apart, so that all of them count. Points of a sub-task are a part of the
//! story's points, if the story has any. Items of Jira are stories, unless the caller asks for sub-tasks; tasks of Azure DevOps are
//! items like others.

use std::collections::BTreeSet;

use super::unit_choice::{EstimateSource, choose_unit};
use crate::input::ReadOptions;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, Caveat, ItemState, Unit};

/// A sub-task that was in the sprint.
pub(super) struct Subtask {
    pub(super) item: ItemHistory,
    /// The key of the story that it belongs to, if the response has it.
    pub(super) parent: Option<String>,
}

/// The rules of a tracker and of the field with its estimates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SubtaskRules {
    /// True if the estimates are hours.
    pub(super) is_time: bool,
    /// True if the estimate of a story has those of its sub-tasks in it.
    pub(super) holds_subtasks: bool,
    /// True if sub-tasks are items like others, which count without a request.
    pub(super) are_items: bool,
}

/// The items that count, their unit, and what is to be said of them.
pub(super) struct CountedItems {
    pub(super) items: Vec<ItemHistory>,
    pub(super) unit: Unit,
    pub(super) caveats: Vec<Caveat>,
}

/// Chooses the unit and the sub-tasks that count.
pub(super) fn count_items(
    stories: Vec<ItemHistory>,
    subtasks: Vec<Subtask>,
    rules: SubtaskRules,
    source: &EstimateSource,
    options: &ReadOptions,
) -> CountedItems {
    let all = subtasks.len();
    let estimated = estimated_items(&stories, &subtasks, rules, options);
    let (unit, items_counted) = choose_unit(&estimated, source, options);
    let mut caveats: Vec<Caveat> = items_counted.into_iter().collect();
    let is_count = options.unit.unwrap_or(unit) == Unit::Items;
    let story_count = stories.len();
    let items = match (is_count, options.subtasks.unwrap_or(rules.are_items)) {
        (false, _) => estimated,
        (true, true) => stories.into_iter().chain(subtasks.into_iter().map(|subtask| subtask.item)).collect(),
        (true, false) => stories,
    };
    let counted = items.len() - story_count;
    if counted < all {
        caveats.push(Caveat::SubtasksLeftOut(all - counted));
    } else if is_count && counted > 0 {
        caveats.push(Caveat::SubtasksCounted(counted));
    }
    CountedItems { items, unit, caveats }
}

/// Returns the stories and the sub-tasks whose estimates count.
fn estimated_items(
    stories: &[ItemHistory],
    subtasks: &[Subtask],
    rules: SubtaskRules,
    options: &ReadOptions,
) -> Vec<ItemHistory> {
    let estimated_stories: BTreeSet<&str> =
        stories.iter().filter(|story| has_amount(story)).map(|story| story.key.as_str()).collect();
    let is_part_of_story = |subtask: &Subtask| {
        subtask.parent.as_deref().is_some_and(|parent| estimated_stories.contains(parent))
    };
    let counts = |subtask: &&Subtask| match options.subtasks {
        Some(false) => false,
        _ if rules.holds_subtasks => false,
        _ if rules.is_time => true,
        // A task without points adds nothing to the points of the stories.
        _ if rules.are_items => has_amount(&subtask.item) && !is_part_of_story(subtask),
        Some(true) => !is_part_of_story(subtask),
        None => false,
    };
    let counted: Vec<&Subtask> = subtasks.iter().filter(counts).collect();
    let containers: BTreeSet<&str> = counted
        .iter()
        .filter(|subtask| has_amount(&subtask.item))
        .filter_map(|subtask| subtask.parent.as_deref())
        .collect();
    let own_part = |story: &ItemHistory| {
        let mut story = story.clone();
        // The estimate of such a story is that of its sub-tasks: it is not one without an estimate.
        if story.initial_state.estimate.is_none() && containers.contains(story.key.as_str()) {
            story.initial_state = ItemState { estimate: Some(Amount::ZERO), ..story.initial_state };
        }
        story
    };
    stories.iter().map(own_part).chain(counted.into_iter().map(|subtask| subtask.item.clone())).collect()
}

/// Returns true if the item ever had an estimate that is not zero.
fn has_amount(item: &ItemHistory) -> bool {
    let is_amount = |estimate: Option<Amount>| estimate.is_some_and(|estimate| !estimate.is_zero());
    let estimated = |(_, change): &(_, StateChange)| match change {
        StateChange::Estimated(estimate) => is_amount(*estimate),
        _ => false,
    };
    is_amount(item.initial_state.estimate) || item.events.iter().any(estimated)
}
