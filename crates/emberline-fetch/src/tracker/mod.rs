//! The trackers: a folder each, with the requests in the order in which they are sent.

pub(crate) mod azure;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod jira;
pub(crate) mod linear;
pub(crate) mod redmine;
pub(crate) mod trello;
