//! What GitHub writes of issues, events and milestones: `gh issue list --json`, the REST API, GraphQL nodes and
//! webhooks name the same things in two spellings, so one struct reads them all. Nothing of people is read.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::stamp::Stamp;

/// An issue, an event of one, a milestone or a webhook's payload: which, its fields tell.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Entry {
    pub(super) number: Option<u64>,
    pub(super) title: Option<String>,
    #[serde(rename = "createdAt", alias = "created_at")]
    pub(super) created: Option<Stamp>,
    #[serde(rename = "closedAt", alias = "closed_at")]
    pub(super) closed: Option<Stamp>,
    #[serde(rename = "updatedAt", alias = "updated_at")]
    pub(super) updated: Option<Stamp>,
    pub(super) state: Option<String>,
    #[serde(rename = "stateReason", alias = "state_reason")]
    pub(super) reason: Option<String>,
    pub(super) url: Option<String>,
    pub(super) repository: Option<Repository>,
    pub(super) milestone: Option<Milestone>,
    pub(super) labels: Option<Labels>,
    pub(super) pull_request: Option<IgnoredAny>,
    /// "Issue", "PullRequest" or "DraftIssue".
    #[serde(rename = "type")]
    pub(super) kind: Option<Name>,
    #[serde(rename = "__typename")]
    pub(super) typename: Option<String>,
    #[serde(alias = "events")]
    pub(super) timeline: Option<Vec<Entry>>,
    #[serde(rename = "timelineItems")]
    pub(super) timeline_items: Option<Nodes<Entry>>,

    // An event.
    pub(super) event: Option<String>,
    pub(super) issue: Option<Box<Entry>>,
    #[serde(rename = "milestoneTitle")]
    pub(super) milestone_title: Option<String>,

    // A webhook's payload.
    pub(super) action: Option<String>,
    pub(super) projects_v2_item: Option<IgnoredAny>,

    // A milestone.
    #[serde(rename = "dueOn", alias = "due_on")]
    pub(super) due: Option<String>,
    pub(super) open_issues: Option<u64>,
    pub(super) issues: Option<Nodes<Entry>>,
}

impl Entry {
    /// `owner/name` of its repository, as far as the entry says it.
    pub(super) fn repository(&self) -> Option<String> {
        match &self.repository {
            Some(Repository(name)) => Some(short(name)),
            None => repository_of(self.url.as_deref()?),
        }
    }

    pub(super) fn is_pull_request(&self) -> bool {
        let named = |name: &str| name == "PullRequest";
        self.pull_request.is_some()
            || self.typename.as_deref().is_some_and(named)
            || self.kind.as_ref().is_some_and(|kind| named(&kind.0))
            || self.url.as_deref().is_some_and(|url| url.contains("/pull/"))
    }
}

/// `owner/name` out of `https://github.com/owner/name/issues/5` and of the API's address of the same.
fn repository_of(url: &str) -> Option<String> {
    let (head, _) = url.split_once("/issues").or_else(|| url.split_once("/pull"))?;
    Some(short(head))
}

/// The last two parts of a path.
fn short(path: &str) -> String {
    let mut parts = path.rsplit('/');
    match (parts.next(), parts.next()) {
        (Some(name), Some(owner)) => format!("{owner}/{name}"),
        _ => path.to_owned(),
    }
}

/// The milestone of an issue. `gh` writes an empty text for no date.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Milestone {
    pub(super) title: String,
    #[serde(rename = "dueOn", alias = "due_on")]
    pub(super) due: Option<String>,
}

/// GraphQL's list.
#[derive(Debug, Deserialize)]
#[serde(default)]
pub(super) struct Nodes<T> {
    pub(super) nodes: Vec<T>,
    #[serde(rename = "totalCount")]
    pub(super) total: Option<usize>,
}

impl<T> Default for Nodes<T> {
    fn default() -> Self {
        Self { nodes: Vec::new(), total: None }
    }
}

/// `"owner/name"`, an address that ends so, or an object with the name.
#[derive(Debug)]
pub(super) struct Repository(String);

impl<'de> Deserialize<'de> for Repository {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Named {
            #[serde(rename = "nameWithOwner", alias = "full_name")]
            name: String,
        }
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Repository;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a repository")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Repository, E> {
                Ok(Repository(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Repository, A::Error> {
                Named::deserialize(MapAccessDeserializer::new(map)).map(|named| Repository(named.name))
            }
        }
        from.deserialize_any(Written)
    }
}

/// A text, or an object with a name: a label, or the type of an issue.
#[derive(Debug, Default)]
pub(super) struct Name(pub(super) String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Named {
            name: Option<String>,
        }
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Name, E> {
                Ok(Name(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Name, A::Error> {
                let named = Named::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Name(named.name.unwrap_or_default()))
            }
        }
        from.deserialize_any(Written)
    }
}

/// The names of labels: a list of texts or of objects, or GraphQL's nodes.
#[derive(Debug, Default)]
pub(super) struct Labels(pub(super) Vec<Name>);

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Labels;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of labels")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Labels, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element()? {
                    names.push(name);
                }
                Ok(Labels(names))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Labels, A::Error> {
                Nodes::deserialize(MapAccessDeserializer::new(map)).map(|nodes| Labels(nodes.nodes))
            }
        }
        from.deserialize_any(Written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repository_is_read_out_of_any_address() {
        for url in [
            "https://github.com/HHS/grants-equity/issues/357",
            "https://api.github.com/repos/HHS/grants-equity/issues/357",
            "https://github.example.com/api/v3/repos/HHS/grants-equity/issues/events/9",
            "https://github.com/HHS/grants-equity/pull/357",
        ] {
            assert_eq!(repository_of(url).as_deref(), Some("HHS/grants-equity"), "{url}");
        }
        assert_eq!(repository_of("https://example.com"), None);
    }
}
