//! Linear: a cycle of a team with its figures, its issues with their histories, and the issues that left it.

mod connection;
mod cycle;
mod issues;
mod source;

use crate::fetch_error::FetchError;
use crate::fetched::{Fetched, count_text};
use crate::session::Session;
use connection::LinearConnection;
use source::ACTIVE;

pub use source::LinearSource;

/// The queries in order.
const REQUESTS: [&str; 5] = [
    "viewer, teams({team})",
    "team({team}): the cycles, 50 a request",
    "cycle({sprint}): the figures and all issues, 25 a request",
    "issues of {team} since the start, 25 a request (issues that left the cycle)",
    "issue({issue}): further changes of an issue with more than 50",
];

pub(crate) fn planned_requests(source: &LinearSource) -> Vec<String> {
    let api = source.api.as_str().trim_end_matches('/');
    let fill = |request: &&str| {
        let request = request.replace("{team}", &source.team).replace("{sprint}", &source.sprint);
        format!("POST {api}/graphql {request}")
    };
    REQUESTS.iter().map(fill).collect()
}

pub(crate) fn verify(source: &LinearSource, session: &Session<'_>) -> Result<String, FetchError> {
    let linear = LinearConnection::open(source, session)?;
    let team = cycle::find_team(&linear, session, &source.team)?;
    Ok(format!("Linear as {}", team.user))
}

/// Fetches the cycle, its issues with their histories, and the issues that left it.
pub(crate) fn fetch(source: &LinearSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let linear = LinearConnection::open(source, &session)?;
    let team = cycle::find_team(&linear, &session, &source.team)?;
    let cycle = cycle::find_cycle(&linear, &mut session, &team, &source.sprint)?;
    let counts = issues::fetch_issues(&linear, &mut session, &team, &cycle)?;
    session.add_count(count_text(counts.issue_count, "issue"));
    session.add_count(count_text(counts.change_count, "change"));
    if counts.issue_count == 0 {
        session.add_note(format!(
            "\"{}\" has no issues that the credential of {} may see; it needs {}",
            cycle.name, linear.api.credential_origin, linear.api.needed_rights
        ));
    }
    Ok(session.finish(format!("team {}, {}", team.key, cycle.name)))
}
