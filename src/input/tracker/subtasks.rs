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

/// The relation of the estimates of sub-tasks to those of their stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SubtaskEstimates {
    /// Stories and sub-tasks have estimates of their own: all count.
    Separate,
    /// The estimate of a sub-task is a part of its story's, if the story has one.
    PartOfStory,
    /// Each story has the sum of its sub-tasks.
    InStory,
}

/// The rules of a tracker and of the field with its estimates.
#[derive(Clone, Copy, Debug)]
pub(super) struct SubtaskRules {
    pub(super) estimates: SubtaskEstimates,
    /// True if sub-tasks are items like others, which count without a request.
    pub(super) are_items: bool,
}

/// The items that count, their unit, and what is to be said of them.
pub(super) struct CountedItems {
    pub(super) items: Vec<ItemHistory>,
    pub(super) unit: Unit,
    pub(super) caveats: Vec<Caveat>,
}

/// The stories of a sprint and their sub-tasks.
pub(super) struct Family {
    pub(super) stories: Vec<ItemHistory>,
    pub(super) subtasks: Vec<Subtask>,
}

/// Chooses the unit and the sub-tasks that count.
pub(super) fn count_items(
    family: Family,
    rules: SubtaskRules,
    source: &EstimateSource,
    options: &ReadOptions,
) -> CountedItems {
    let estimated = family.estimated_items(rules, options.subtasks);
    let (unit, items_counted) = choose_unit(&estimated, source, options);
    let has_items = options.subtasks.unwrap_or(rules.are_items);
    let counted = family.count_in_unit(options.unit.unwrap_or(unit), estimated, has_items);
    let caveats = items_counted.into_iter().chain(counted.caveats).collect();
    CountedItems { items: counted.items, unit, caveats }
}

impl Family {
    /// Chooses the items for a unit: `estimated` for points and hours, else the stories, and with `has_items` the sub-tasks.
    pub(super) fn count_in_unit(
        self,
        unit: Unit,
        estimated: Vec<ItemHistory>,
        has_items: bool,
    ) -> CountedItems {
        let (is_count, all, story_count) = (unit == Unit::Items, self.subtasks.len(), self.stories.len());
        let subtasks = self.subtasks.into_iter().map(|subtask| subtask.item);
        let items = match (is_count, has_items) {
            (false, _) => estimated,
            (true, true) => self.stories.into_iter().chain(subtasks).collect(),
            (true, false) => self.stories,
        };
        let counted = items.len() - story_count;
        let caveat = if counted < all {
            Some(Caveat::SubtasksLeftOut(all - counted))
        } else {
            (is_count && counted > 0).then_some(Caveat::SubtasksCounted(counted))
        };
        CountedItems { items, unit, caveats: caveat.into_iter().collect() }
    }

    /// Returns the stories and the sub-tasks whose estimates count. `requested` is the choice of the caller.
    pub(super) fn estimated_items(&self, rules: SubtaskRules, requested: Option<bool>) -> Vec<ItemHistory> {
        let stories = self.stories.iter().filter(|story| has_amount(story));
        let estimated_stories: BTreeSet<&str> = stories.map(|story| story.key.as_str()).collect();
        let is_part_of_story = |subtask: &Subtask| {
            subtask.parent.as_deref().is_some_and(|parent| estimated_stories.contains(parent))
        };
        let counts = |subtask: &&Subtask| match (rules.estimates, requested) {
            (_, Some(false)) | (SubtaskEstimates::InStory, _) => false,
            (SubtaskEstimates::Separate, _) => true,
            // A task without points adds nothing to the points of the stories.
            (SubtaskEstimates::PartOfStory, _) if rules.are_items => {
                has_amount(&subtask.item) && !is_part_of_story(subtask)
            }
            (SubtaskEstimates::PartOfStory, _) => requested == Some(true) && !is_part_of_story(subtask),
        };
        let counted: Vec<&Subtask> = self.subtasks.iter().filter(counts).collect();
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
        let subtasks = counted.into_iter().map(|subtask| subtask.item.clone());
        self.stories.iter().map(own_part).chain(subtasks).collect()
    }
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
