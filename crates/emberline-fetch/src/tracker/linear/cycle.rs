//! The team, and its cycle: the active one, or by its number or its name.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::ACTIVE;
use super::connection::LinearConnection;
use crate::fetch_error::FetchError;
use crate::json_fields::{entries_at, text};
use crate::pages::{Page, fetch_pages, next_cursor};
use crate::session::Session;
use crate::sprint_choice::{KnownSprint, SprintPhase, SprintRequest, choose_sprint};

const TEAM_QUERY: &str = include_str!("queries/team.graphql");
const TEAMS_QUERY: &str = include_str!("queries/teams.graphql");
const CYCLES_QUERY: &str = include_str!("queries/cycles.graphql");

/// A team.
pub(super) struct Team {
    pub(super) id: String,
    pub(super) key: String,
    /// The name of the credential's user.
    pub(super) user: String,
    active_cycle: String,
}

/// A cycle.
pub(super) struct Cycle {
    pub(super) id: String,
    pub(super) name: String,
    /// The time of its start, as Linear writes it.
    pub(super) start: String,
}

/// Finds a team, and says whose the credential is.
///
/// # Errors
/// There is no such team: the error has the nearest keys.
pub(super) fn find_team(
    linear: &LinearConnection,
    session: &Session<'_>,
    key: &str,
) -> Result<Team, FetchError> {
    let answer = linear.query(session, TEAM_QUERY, &json!({ "key": key }))?;
    let Some(team) = answer.pointer("/data/teams/nodes/0") else {
        let teams = linear.query(session, TEAMS_QUERY, &json!({}))?;
        let keys: Vec<String> =
            entries_at(&teams, "/data/teams/nodes").map(|team| text(team, "key")).collect();
        return Err(FetchError::unknown_name("team", key, &keys));
    };
    Ok(Team {
        id: text(team, "id"),
        key: text(team, "key"),
        user: answer.pointer("/data/viewer").map(|viewer| text(viewer, "name")).unwrap_or_default(),
        active_cycle: team.get("activeCycle").map(|cycle| text(cycle, "id")).unwrap_or_default(),
    })
}

/// Finds a cycle of a team.
///
/// # Errors
/// There is no such cycle: the error has the nearest names, or says when the next one starts.
pub(super) fn find_cycle(
    linear: &LinearConnection,
    session: &mut Session<'_>,
    team: &Team,
    wanted: &str,
) -> Result<Cycle, FetchError> {
    let pages = fetch_pages(&linear.request_name("cycles"), |after: Option<String>| {
        let answer = linear.query(session, CYCLES_QUERY, &json!({ "team": team.id, "after": after }))?;
        let next = answer.pointer("/data/team/cycles").and_then(next_cursor);
        Ok(Page { answer, next })
    })?;
    let cycles: Vec<&Value> =
        pages.iter().flat_map(|page| entries_at(page, "/data/team/cycles/nodes")).collect();
    let now = session.settings.now.timestamp();
    let known: Vec<KnownSprint> = cycles.iter().map(|cycle| known_cycle(cycle, team, now)).collect();
    let place = format!("team {}", team.key);
    let request = SprintRequest { field: "sprint", wanted, running: ACTIVE, place };
    let index = choose_sprint(&known, &request, session)?;
    let found = cycles.get(index).zip(known.get(index));
    let (cycle, known) = found.ok_or_else(|| FetchError::unknown_name("sprint", wanted, &[]))?;
    Ok(Cycle { id: text(cycle, "id"), name: known.name.clone(), start: text(cycle, "startsAt") })
}

fn known_cycle(cycle: &Value, team: &Team, now: Timestamp) -> KnownSprint {
    let (number, name) = (text(cycle, "number"), text(cycle, "name"));
    let start: Option<Timestamp> = text(cycle, "startsAt").parse().ok();
    let phase = match start {
        _ if text(cycle, "id") == team.active_cycle => SprintPhase::Running,
        Some(start) if now < start => SprintPhase::Ahead,
        _ => SprintPhase::Over,
    };
    KnownSprint {
        name: if name.trim().is_empty() { format!("Cycle {number}") } else { name },
        id: number,
        start: start.map(|start| start.to_zoned(TimeZone::UTC).date()),
        phase,
    }
}
