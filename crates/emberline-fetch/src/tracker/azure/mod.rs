//! Azure DevOps: an iteration of a team with the work items of each day, from Analytics.

mod analytics;
mod connection;
mod iteration;
mod source;
mod work_items;

use crate::fetch_error::FetchError;
use crate::fetched::Fetched;
use crate::session::Session;
use connection::{AzureAddresses, AzureConnection};
use source::CURRENT;

pub use source::AzureSource;

pub(crate) fn planned_requests(source: &AzureSource) -> Vec<String> {
    // An address that can't be used is refused later, with words.
    let Ok(addresses) = AzureAddresses::of_source(source) else { return Vec::new() };
    let team = addresses.service.as_str().trim_end_matches('/');
    let analytics = addresses.analytics.as_str().trim_end_matches('/');
    let mut requests = vec![format!("GET {team}{}", iteration::path(source))];
    for entities in ["Iterations", "WorkItemSnapshot", "WorkItems (without snapshots only)"] {
        requests.push(format!("GET {analytics}{}", analytics::path(source, entities)));
    }
    requests
}

pub(crate) fn verify(source: &AzureSource, session: &Session<'_>) -> Result<String, FetchError> {
    let azure = AzureConnection::open(source, session)?;
    iteration::list_iterations(&azure, session, source)?;
    Ok(format!("Azure DevOps, team {} of {}", source.team, source.project))
}

/// Fetches the iteration and its work items, day by day.
pub(crate) fn fetch(source: &AzureSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let azure = AzureConnection::open(source, &session)?;
    let iteration = iteration::find_iteration(&azure, &mut session, source)?;
    work_items::fetch_work_items(&azure, &mut session, source, &iteration)?;
    Ok(session.finish(format!("team {}, {}", source.team, iteration.name)))
}
