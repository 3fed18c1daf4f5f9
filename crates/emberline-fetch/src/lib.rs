//! Fetches the data of a sprint from a tracker: the raw answers, as JSON documents one after another, which `emberline` reads.
//! Fields that it does not read stay behind, as do persons, and titles unless they are asked for.

mod api;
mod cache;
mod fetch_error;
mod fetched;
mod graphql;
mod json_fields;
mod pages;
mod prune;
mod session;
mod source;
mod sprint_choice;
mod tracker;

pub use cache::Cache;
pub use fetch_error::FetchError;
pub use fetched::Fetched;
pub use session::FetchSettings;
pub use source::{Source, fetch, verify};
pub use tracker::azure::AzureSource;
pub use tracker::github::GitHubSource;
pub use tracker::gitlab::GitLabSource;
pub use tracker::jira::JiraSource;
pub use tracker::linear::LinearSource;
pub use tracker::redmine::RedmineSource;
pub use tracker::trello::TrelloSource;
