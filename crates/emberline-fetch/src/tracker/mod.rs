//! The trackers: a file each, with the requests in the order in which they are sent.

pub(crate) mod jira;
