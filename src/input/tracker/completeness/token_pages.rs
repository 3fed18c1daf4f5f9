//! Pages of Jira Cloud that follow each other by a token: `isLast` and `nextPageToken`, without a total. A page does not say
//! by which token it was asked for, so that one that is missing between others is not noticed.

use super::missing_part::{MissingPart, describe_given};
use super::next_request::{jira_command, jira_site, shell_safe};
use super::offset_pages::count_issues;
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// True if another page follows: the page says that it is not the last one, or has a token.
fn has_next_page(page: &JsonValue<'_>) -> bool {
    let is_last = page.get("isLast").and_then(JsonValue::as_bool);
    let has_token = || next_token(page).is_some();
    !is_last.unwrap_or_else(|| !has_token())
}

fn next_token<'a>(page: &'a JsonValue<'_>) -> Option<&'a str> {
    page.get("nextPageToken").and_then(JsonValue::as_str).filter(|token| !token.is_empty())
}

/// Returns the issues that follow the last page.
pub(super) fn find_missing_issues<'a>(documents: &'a [TrackerDocument<'a>]) -> Option<MissingPart<'a>> {
    let is_page = |document: &&TrackerDocument<'_>| {
        document.value.get("issues").is_some_and(JsonValue::is_list) && !document.value.has("total")
    };
    let pages: Vec<_> = documents.iter().filter(is_page).collect();
    if !pages.iter().all(|page| has_next_page(&page.value)) {
        return None;
    }
    let page = *pages.last()?;
    let issues = page.value.get("issues").and_then(JsonValue::as_list).unwrap_or_default();
    let given = count_issues(documents);
    Some(MissingPart {
        document: page,
        path: if page.value.has("isLast") { "isLast" } else { "nextPageToken" }.to_owned(),
        found: describe_given(given, None, "issues"),
        expected: "the last page, too".to_owned(),
        remedy: format!(
            "repeat the request with the token of the last page until \"isLast\" is true, and give all pages with --with: {}",
            next_page_command(page, issues)
        ),
        caveat: Caveat::Partial { given, of: None },
    })
}

/// The command for the next page. A token that a shell might take for more than a word is read from the page.
fn next_page_command(page: &TrackerDocument<'_>, issues: &[JsonValue<'_>]) -> String {
    const PATH: &str = "/rest/software/1.0/sprint/SPRINT/issue?expand=changelog,names&nextPageToken=";
    match next_token(&page.value).and_then(shell_safe) {
        Some(token) => jira_command(&jira_site(issues), &format!("{PATH}{token}"), "next.json"),
        None => {
            let path = format!("{PATH}'\"$(jq -r .nextPageToken page.json)\"'");
            jira_command(&jira_site(issues), &path, "next.json")
        }
    }
}

/// Returns the changes that follow the last page of a bulk answer, which has no count and no `isLast`.
pub(super) fn find_missing_changes<'a>(documents: &'a [TrackerDocument<'a>]) -> Option<MissingPart<'a>> {
    let logs = |page: &'a TrackerDocument<'a>| page.value.get("issueChangeLogs").and_then(JsonValue::as_list);
    let pages: Vec<_> = documents.iter().filter(|document| logs(document).is_some()).collect();
    if !pages.iter().all(|page| has_next_page(&page.value)) {
        return None;
    }
    let page = *pages.last()?;
    let given: usize = pages.iter().filter_map(|page| logs(page)).map(<[_]>::len).sum();
    let token = next_token(&page.value).and_then(shell_safe).unwrap_or("TOKEN");
    Some(MissingPart {
        document: page,
        path: "nextPageToken".to_owned(),
        found: describe_given(given, None, "changelogs"),
        expected: "the last page, too".to_owned(),
        remedy: format!(
            "repeat the request with the token of the last page until there is none, and give all pages with --with: curl -u \
             USER:TOKEN -H 'Content-Type: application/json' -d '{{\"issueIdsOrKeys\": [\"KEY-1\", …], \"maxResults\": 10000, \
             \"nextPageToken\": \"{token}\"}}' 'https://SITE/rest/api/3/changelog/bulkfetch' > next.json"
        ),
        caveat: Caveat::Partial { given, of: None },
    })
}
