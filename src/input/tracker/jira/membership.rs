//! The times at which an issue was in the sprint. A sub-task is where its story is.

use super::issue::Issue;
use super::jira_sprint::JiraSprint;
use super::sprint_field::SprintField;
use crate::input::moment::Moment;
use crate::input::tracker_data::StateChange;

/// The way in which an issue came into the sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JoinTime {
    /// The issue was in the sprint at its creation. This is an assumption unless it `is_certain`.
    AtCreation {
        is_certain: bool,
    },
    Later,
}

/// The times of joining and leaving.
#[derive(Clone)]
pub(super) struct Membership {
    pub(super) joined: JoinTime,
    /// The changes after the creation, in order of time.
    pub(super) events: Vec<(Moment, StateChange)>,
}

/// The sprint of which issues are members.
pub(super) struct MemberSprint<'a> {
    /// `None` if all issues count, from their creation on.
    pub(super) sprint: Option<&'a JiraSprint>,
    /// The field with the sprints of an issue.
    pub(super) field: &'a SprintField,
    /// True if all issues belong to the sprint.
    pub(super) all_are_in: bool,
}

impl MemberSprint<'_> {
    /// Returns the membership of an issue; `None` if it never was in the sprint. The membership of a sub-task is that of its
    /// story, `of_story`, from the creation of the sub-task on, unless Jira tells its own.
    pub(super) fn read_membership(
        &self,
        issue: &Issue<'_>,
        of_story: Option<&Membership>,
    ) -> Option<Membership> {
        let has_own = issue.changes.iter().any(|change| self.field.is_changed_by(&change.item));
        match of_story.filter(|_| !has_own) {
            Some(membership) => Some(membership.since_creation(issue)),
            // Without its story, nobody knows when the sub-task joined.
            None if issue.is_subtask() && !has_own => {
                let membership = self.own_membership(issue)?;
                Some(Membership { joined: JoinTime::AtCreation { is_certain: false }, ..membership })
            }
            None => self.own_membership(issue),
        }
    }

    /// Returns the membership that the issue itself tells.
    pub(super) fn own_membership(&self, issue: &Issue<'_>) -> Option<Membership> {
        let Some(sprint) = self.sprint else {
            return Some(Membership {
                joined: JoinTime::AtCreation { is_certain: false },
                events: Vec::new(),
            });
        };
        let id = sprint.id.to_string();
        let is_in = |ids: Option<&str>| ids.unwrap_or_default().split(',').any(|one| one.trim() == id);
        let (mut first, mut is_member) = (None, false);
        let mut events = Vec::new();
        for change in issue.changes.iter().filter(|change| self.field.is_changed_by(&change.item)) {
            let before = is_in(change.item.from);
            first.get_or_insert(before);
            is_member |= before;
            match (before, is_in(change.item.to)) {
                (false, true) => events.push((Moment::Instant(change.at), StateChange::Joined)),
                (true, false) => events.push((Moment::Instant(change.at), StateChange::Left)),
                _ => {}
            }
        }
        let joined = match first {
            Some(true) => Some(JoinTime::AtCreation { is_certain: true }),
            Some(false) => (is_member || !events.is_empty()).then_some(JoinTime::Later),
            None => {
                let member = issue.sprints.iter().any(|member| member.id == sprint.id);
                // Without a change of its sprint, it was created in the sprint.
                let is_certain = member && issue.has_history;
                (member || self.all_are_in).then_some(JoinTime::AtCreation { is_certain })
            }
        };
        joined.map(|joined| Membership { joined, events })
    }
}

impl Membership {
    /// Returns the part of a story's membership that begins with the creation of its sub-task.
    fn since_creation(&self, subtask: &Issue<'_>) -> Self {
        let Some(created) = subtask.created else { return self.clone() };
        let is_earlier =
            |(at, _): &(Moment, StateChange)| matches!(at, Moment::Instant(at) if *at <= created);
        let (earlier, events): (Vec<_>, Vec<_>) = self.events.iter().copied().partition(is_earlier);
        let joined = match (earlier.last(), self.joined) {
            (Some((_, StateChange::Joined)), _) => JoinTime::AtCreation { is_certain: true },
            (Some(_), _) => JoinTime::Later,
            (None, joined) => joined,
        };
        Self { joined, events }
    }
}
