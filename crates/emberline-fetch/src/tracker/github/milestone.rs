//! A milestone of a repository: its issues with their events, and the issues that left it.

use serde_json::{Value, json};

use super::connection::GitHubConnection;
use super::iteration::prune_labels;
use super::timeline::{MILESTONE_KINDS, complete_timeline, event_count};
use crate::fetch_error::FetchError;
use crate::fetched::count_text;
use crate::json_fields::{entries_at, entries_mut, text};
use crate::pages::{Page, fetch_pages, next_cursor};
use crate::session::Session;

const MILESTONES_QUERY: &str = include_str!("queries/milestones.graphql");
const MILESTONE_ISSUES_QUERY: &str = concat!(
    include_str!("queries/milestone_issues.graphql"),
    include_str!("queries/issue.graphql"),
    include_str!("queries/events.graphql"),
    include_str!("queries/no_board_events.graphql")
);
const REPOSITORY_ISSUES_QUERY: &str = concat!(
    include_str!("queries/repository_issues.graphql"),
    include_str!("queries/issue.graphql"),
    include_str!("queries/events.graphql"),
    include_str!("queries/no_board_events.graphql")
);
const MILESTONE_ISSUES: &str = "/data/repository/milestone/issues";
const REPOSITORY_ISSUES: &str = "/data/repository/issues";

/// A repository.
pub(super) struct Repository<'a> {
    pub(super) owner: &'a str,
    pub(super) name: &'a str,
}

/// Fetches a milestone and writes it. Returns the name of the repository and the milestone.
pub(super) fn fetch_milestone(
    github: &GitHubConnection,
    session: &mut Session<'_>,
    repository: &Repository<'_>,
    wanted: &str,
) -> Result<String, FetchError> {
    let milestone = find_milestone(github, session, repository, wanted)?;
    let (number, title) = (milestone.get("number"), text(&milestone, "title"));
    let mut variables = json!({ "owner": repository.owner, "name": repository.name, "number": number,
        "titles": session.settings.titles, "kinds": MILESTONE_KINDS });
    let mut pages = fetch_issue_pages(github, session, MILESTONE_ISSUES_QUERY, &variables, MILESTONE_ISSUES)?;
    let issues = |pages: &[Value]| -> Vec<String> {
        let issues = pages.iter().flat_map(|page| entries_at(page, &format!("{MILESTONE_ISSUES}/nodes")));
        issues.map(|issue| text(issue, "number")).collect()
    };
    let here = issues(&pages);
    if let Some(variables) = variables.as_object_mut() {
        variables.remove("number");
        variables.insert("since".to_owned(), json!(text(&milestone, "createdAt")));
    }
    let mut others =
        fetch_issue_pages(github, session, REPOSITORY_ISSUES_QUERY, &variables, REPOSITORY_ISSUES)?;
    for page in &mut others {
        if let Some(list) =
            page.pointer_mut(&format!("{REPOSITORY_ISSUES}/nodes")).and_then(Value::as_array_mut)
        {
            list.retain(|issue| !here.contains(&text(issue, "number")) && names_milestone(issue, &title));
        }
    }
    pages.append(&mut others);
    write_pages(session, pages, &title);
    if here.is_empty() {
        session.add_note(format!(
            "\"{title}\" has no issues that the credential of {} may see; it needs {}",
            github.api.credential_origin, github.api.needed_rights
        ));
    }
    session.add_note("a milestone has no start: draw it with --start DATE".to_owned());
    Ok(format!("{}/{}, {title}", repository.owner, repository.name))
}

/// Finds a milestone by its number, else by its title.
fn find_milestone(
    github: &GitHubConnection,
    session: &Session<'_>,
    repository: &Repository<'_>,
    wanted: &str,
) -> Result<Value, FetchError> {
    let request = format!("POST {} (milestones)", github.api.base);
    let pages = fetch_pages(&request, |after: Option<String>| {
        let variables = json!({ "owner": repository.owner, "name": repository.name, "after": after });
        let answer = github.query(session, MILESTONES_QUERY, &variables)?;
        let next = answer.pointer("/data/repository/milestones").and_then(next_cursor);
        Ok(Page { answer, next })
    })?;
    let milestones: Vec<&Value> =
        pages.iter().flat_map(|page| entries_at(page, "/data/repository/milestones/nodes")).collect();
    let by_number = milestones.iter().find(|milestone| text(milestone, "number") == wanted);
    let is_titled = |milestone: &&&Value| text(milestone, "title").eq_ignore_ascii_case(wanted);
    match by_number.or_else(|| milestones.iter().find(is_titled)) {
        Some(milestone) => Ok((*milestone).clone()),
        None => {
            let titles: Vec<String> = milestones.iter().map(|milestone| text(milestone, "title")).collect();
            Err(FetchError::unknown_name("milestone", wanted, &titles))
        }
    }
}

/// Fetches all pages of a list of issues, each with all its events.
fn fetch_issue_pages(
    github: &GitHubConnection,
    session: &Session<'_>,
    query: &str,
    variables: &Value,
    list: &str,
) -> Result<Vec<Value>, FetchError> {
    let request = format!("POST {} (issues)", github.api.base);
    fetch_pages(&request, |after: Option<String>| {
        let mut variables = variables.clone();
        if let Some(variables) = variables.as_object_mut() {
            variables.insert("after".to_owned(), json!(after));
        }
        let mut answer = github.query(session, query, &variables)?;
        for issue in entries_mut(&mut answer, &format!("{list}/nodes")) {
            complete_timeline(github, session, issue, &MILESTONE_KINDS)?;
        }
        let next = answer.pointer(list).and_then(next_cursor);
        Ok(Page { answer, next })
    })
}

/// True if an event names the milestone: the issue was in it.
fn names_milestone(issue: &Value, title: &str) -> bool {
    entries_at(issue, "/timelineItems/nodes").any(|event| text(event, "milestoneTitle") == title)
}

/// Writes the pages without the events of other milestones, so that they are of one sprint.
fn write_pages(session: &mut Session<'_>, mut pages: Vec<Value>, title: &str) {
    let (mut issue_count, mut events) = (0, 0);
    for page in &mut pages {
        for list in [MILESTONE_ISSUES, REPOSITORY_ISSUES] {
            for issue in entries_mut(page, &format!("{list}/nodes")) {
                prune_labels(issue);
                if let Some(events) = issue.pointer_mut("/timelineItems/nodes").and_then(Value::as_array_mut)
                {
                    events.retain(|event| ["", title].contains(&text(event, "milestoneTitle").as_str()));
                }
                issue_count += 1;
                events += event_count(issue);
            }
        }
        session.add_document(page);
    }
    session.add_count(count_text(issue_count, "issue"));
    session.add_count(count_text(events, "event"));
}
