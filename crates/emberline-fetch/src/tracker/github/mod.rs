//! GitHub: a board with its items and their events, or a milestone of a repository with its issues and their events.

mod board;
mod connection;
mod iteration;
mod milestone;
mod snapshots;
mod source;
mod timeline;

use crate::fetch_error::FetchError;
use crate::fetched::Fetched;
use crate::session::Session;
use connection::{GitHubConnection, graphql_address};
use source::{CURRENT, Place};

pub use source::GitHubSource;

pub(crate) fn planned_requests(source: &GitHubSource) -> Vec<String> {
    const BOARD: [&str; 4] = [
        "viewer",
        "projectV2({project}): the iterations",
        "projectV2({project}): all items, 50 a request",
        "node({issue}): further events of an issue with more than 100",
    ];
    const MILESTONE: [&str; 5] = [
        "viewer",
        "milestones of {repo}, 100 a request",
        "milestone({milestone}): all issues, 50 a request",
        "issues of {repo} since the milestone's creation, 50 a request (issues that left the milestone)",
        "node({issue}): further events of an issue with more than 100",
    ];
    let address = graphql_address(&source.api);
    let project = source.project.map(|number| number.to_string()).unwrap_or_default();
    let fill = |request: &str| {
        let request = request.replace("{project}", &project);
        let request = request.replace("{repo}", source.repo.as_deref().unwrap_or_default());
        format!("POST {address} {request}")
    };
    let requests: &[&str] = if source.repo.is_some() { &MILESTONE } else { &BOARD };
    requests.iter().map(|request| fill(request)).collect()
}

pub(crate) fn verify(source: &GitHubSource, session: &Session<'_>) -> Result<String, FetchError> {
    let github = GitHubConnection::open(source, session)?;
    Ok(format!("GitHub as {}", github.user))
}

/// Fetches the board and the boards of earlier days, or the milestone.
pub(crate) fn fetch(source: &GitHubSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let place = source.place()?;
    let github = GitHubConnection::open(source, &session)?;
    let name = match place {
        Place::Board { owner, number } => board::fetch_board(&github, &mut session, source, owner, number)?,
        Place::Milestone { owner, repository, milestone } => {
            let repository = milestone::Repository { owner, name: repository };
            milestone::fetch_milestone(&github, &mut session, &repository, milestone)?
        }
    };
    Ok(session.finish(name))
}
