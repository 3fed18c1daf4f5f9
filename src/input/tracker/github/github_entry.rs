//! Issues, events and milestones of GitHub. `gh issue list --json`, the REST API, GraphQL and webhooks have the same fields in
//! two spellings, so that one struct reads them all. No data about people is read.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::json_moment::JsonMoment;
use super::board_ref::{BoardField, StatusField};

/// An issue, an event of one, a milestone or the payload of a webhook: the fields tell them apart.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Entry {
    pub(super) number: Option<u64>,
    pub(super) title: Option<String>,
    #[serde(rename = "createdAt", alias = "created_at")]
    pub(super) created: Option<JsonMoment>,
    #[serde(rename = "closedAt", alias = "closed_at")]
    pub(super) closed: Option<JsonMoment>,
    #[serde(rename = "updatedAt", alias = "updated_at")]
    pub(super) updated: Option<JsonMoment>,
    pub(super) state: Option<String>,
    #[serde(rename = "stateReason", alias = "state_reason")]
    pub(super) reason: Option<String>,
    pub(super) url: Option<String>,
    pub(super) repository: Option<RepositoryName>,
    pub(super) milestone: MilestoneField,
    pub(super) labels: Option<LabelNames>,
    pub(super) pull_request: Option<IgnoredAny>,
    /// "Issue", "PullRequest" or "DraftIssue".
    #[serde(rename = "type")]
    pub(super) kind: Option<NameValue>,
    #[serde(rename = "__typename")]
    pub(super) typename: Option<String>,
    #[serde(alias = "events")]
    pub(super) timeline: Option<Vec<Entry>>,
    #[serde(rename = "timelineItems")]
    pub(super) timeline_items: Option<NodeList<Entry>>,

    // The fields of an event.
    pub(super) event: Option<String>,
    pub(super) issue: Option<Box<Entry>>,
    #[serde(rename = "milestoneTitle")]
    pub(super) milestone_title: Option<String>,
    /// The board that an event is about.
    pub(super) project: BoardField,
    /// The status after an event of a board. REST does not write it.
    pub(super) status: StatusField,

    // The fields of a webhook's payload.
    pub(super) action: Option<String>,
    pub(super) projects_v2_item: Option<IgnoredAny>,

    // The fields of a milestone.
    #[serde(rename = "dueOn", alias = "due_on")]
    pub(super) due: Option<String>,
    pub(super) open_issues: Option<u64>,
    pub(super) issues: Option<NodeList<Entry>>,
}

impl Entry {
    /// `owner/name` of its repository; `None` if the entry has neither a repository nor a URL of an issue.
    pub(super) fn repository_name(&self) -> Option<String> {
        match &self.repository {
            Some(RepositoryName(name)) => Some(last_two_segments(name)),
            None => repository_from_url(self.url.as_deref()?),
        }
    }

    pub(super) fn is_pull_request(&self) -> bool {
        let is_named = |name: &str| name == "PullRequest";
        self.pull_request.is_some()
            || self.typename.as_deref().is_some_and(is_named)
            || self.kind.as_ref().is_some_and(|kind| is_named(&kind.0))
            || self.url.as_deref().is_some_and(|url| url.contains("/pull/"))
    }
}

/// `owner/name` in `https://github.com/owner/name/issues/5` or in the API's URL of the same issue.
fn repository_from_url(url: &str) -> Option<String> {
    let (head, _) = url.split_once("/issues").or_else(|| url.split_once("/pull"))?;
    Some(last_two_segments(head))
}

/// The last two segments of a path.
fn last_two_segments(path: &str) -> String {
    let mut parts = path.rsplit('/');
    match (parts.next(), parts.next()) {
        (Some(name), Some(owner)) => format!("{owner}/{name}"),
        _ => path.to_owned(),
    }
}

/// The milestone of an issue. `gh` writes an empty text if there is no due date.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Milestone {
    pub(super) title: String,
    #[serde(rename = "dueOn", alias = "due_on")]
    pub(super) due: Option<String>,
}

/// The milestone of an entry, as far as the response has it.
#[derive(Clone, Debug, Default)]
pub(super) enum MilestoneField {
    /// The response was not asked for it.
    #[default]
    NotGiven,
    /// The entry is in no milestone.
    Empty,
    Given(Milestone),
}

impl MilestoneField {
    pub(super) fn given(&self) -> Option<&Milestone> {
        match self {
            Self::Given(milestone) => Some(milestone),
            Self::Empty | Self::NotGiven => None,
        }
    }
}

impl<'de> Deserialize<'de> for MilestoneField {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Option::deserialize(from).map(|milestone| milestone.map_or(Self::Empty, Self::Given))
    }
}

/// A list in GraphQL.
#[derive(Debug, Deserialize)]
#[serde(default)]
pub(super) struct NodeList<T> {
    pub(super) nodes: Vec<T>,
}

impl<T> Default for NodeList<T> {
    fn default() -> Self {
        Self { nodes: Vec::new() }
    }
}

/// `"owner/name"`, a URL that ends with it, or an object with the name.
#[derive(Debug)]
pub(super) struct RepositoryName(String);

impl<'de> Deserialize<'de> for RepositoryName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Named {
            #[serde(rename = "nameWithOwner", alias = "full_name")]
            name: String,
        }
        struct RepositoryVisitor;
        impl<'de> Visitor<'de> for RepositoryVisitor {
            type Value = RepositoryName;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a repository")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<RepositoryName, E> {
                Ok(RepositoryName(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RepositoryName, A::Error> {
                Named::deserialize(MapAccessDeserializer::new(map)).map(|object| RepositoryName(object.name))
            }
        }
        from.deserialize_any(RepositoryVisitor)
    }
}

/// A text, or an object with a name: a label, or the type of an issue.
#[derive(Debug, Default)]
pub(super) struct NameValue(pub(super) String);

impl<'de> Deserialize<'de> for NameValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Named {
            name: Option<String>,
        }
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = NameValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<NameValue, E> {
                Ok(NameValue(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NameValue, A::Error> {
                let object = Named::deserialize(MapAccessDeserializer::new(map))?;
                Ok(NameValue(object.name.unwrap_or_default()))
            }
        }
        from.deserialize_any(NameVisitor)
    }
}

/// The names of labels: a list of texts or of objects, or the nodes of GraphQL.
#[derive(Debug, Default)]
pub(super) struct LabelNames(pub(super) Vec<NameValue>);

impl<'de> Deserialize<'de> for LabelNames {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct LabelsVisitor;
        impl<'de> Visitor<'de> for LabelsVisitor {
            type Value = LabelNames;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of labels")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<LabelNames, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element()? {
                    names.push(name);
                }
                Ok(LabelNames(names))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LabelNames, A::Error> {
                NodeList::deserialize(MapAccessDeserializer::new(map)).map(|nodes| LabelNames(nodes.nodes))
            }
        }
        from.deserialize_any(LabelsVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_read_from_every_kind_of_url() {
        for url in [
            "https://github.com/HHS/grants-equity/issues/357",
            "https://api.github.com/repos/HHS/grants-equity/issues/357",
            "https://github.example.com/api/v3/repos/HHS/grants-equity/issues/events/9",
            "https://github.com/HHS/grants-equity/pull/357",
        ] {
            assert_eq!(repository_from_url(url).as_deref(), Some("HHS/grants-equity"), "{url}");
        }
        assert_eq!(repository_from_url("https://example.com"), None);
    }
}
