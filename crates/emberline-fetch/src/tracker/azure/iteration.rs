//! The iteration of a team: the current one, or by its name or its path.

use serde_json::Value;

use super::connection::AzureConnection;
use super::{AzureSource, CURRENT};
use crate::api::encode_segment;
use crate::fetch_error::FetchError;
use crate::json_fields::{entries_at, take_entries, text};
use crate::session::Session;
use crate::sprint_choice::{KnownSprint, SprintPhase, SprintRequest, choose_sprint, leading_date};

/// The version of the interface, which servers of one's own have since 2020.
const VERSION: [(&str, &str); 1] = [("api-version", "6.0")];

/// An iteration.
pub(super) struct Iteration {
    pub(super) name: String,
    pub(super) path: String,
}

/// The path of a team's iterations.
pub(super) fn path(source: &AzureSource) -> String {
    let (project, team) = (encode_segment(&source.project), encode_segment(&source.team));
    format!("/{project}/{team}/_apis/work/teamsettings/iterations")
}

/// Finds an iteration.
///
/// # Errors
/// There is no such iteration: the error has the nearest names, or says when the next one starts.
pub(super) fn find_iteration(
    azure: &AzureConnection,
    session: &mut Session<'_>,
    source: &AzureSource,
) -> Result<Iteration, FetchError> {
    let mut iterations = list_iterations(azure, session, source)?;
    let today = session.settings.now.date();
    let known: Vec<KnownSprint> = iterations
        .iter()
        .map(|iteration| {
            let date = |field: &str| leading_date(&text(iteration.get("attributes")?, field));
            let (start, last) = (date("startDate"), date("finishDate"));
            let phase = SprintPhase::on_day(today, start, last);
            KnownSprint { name: text(iteration, "name"), id: text(iteration, "path"), start, phase }
        })
        .collect();
    let place = format!("team {}", source.team);
    let request = SprintRequest { field: "sprint", wanted: &source.sprint, running: CURRENT, place };
    let index = choose_sprint(&known, &request, session)?;
    let iteration = iterations.swap_remove(index);
    Ok(Iteration { name: text(&iteration, "name"), path: text(&iteration, "path") })
}

/// Returns the iterations of a team.
///
/// # Errors
/// There is no such project or team: the error has the nearest names.
pub(super) fn list_iterations(
    azure: &AzureConnection,
    session: &Session<'_>,
    source: &AzureSource,
) -> Result<Vec<Value>, FetchError> {
    let cache = session.settings.cache.as_ref();
    match azure.service.get(&session.client, cache, &path(source), &VERSION) {
        Ok(mut answer) => Ok(take_entries(&mut answer, "/value")),
        Err(error) if error.is_not_found() => Err(unknown_place(azure, session, source).unwrap_or(error)),
        Err(error) => Err(error),
    }
}

/// Returns the error for a project or a team that does not exist; `None` if their lists don't tell it.
fn unknown_place(azure: &AzureConnection, session: &Session<'_>, source: &AzureSource) -> Option<FetchError> {
    let names = |path: &str| {
        let answer = azure.service.get(&session.client, None, path, &VERSION).ok()?;
        Some(entries_at(&answer, "/value").map(|entry| text(entry, "name")).collect::<Vec<String>>())
    };
    let is_known = |names: &[String], name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let projects = names("/_apis/projects")?;
    if !is_known(&projects, &source.project) {
        return Some(FetchError::unknown_name("project", &source.project, &projects));
    }
    let teams = names(&format!("/_apis/projects/{}/teams", encode_segment(&source.project)))?;
    (!is_known(&teams, &source.team)).then(|| FetchError::unknown_name("team", &source.team, &teams))
}
