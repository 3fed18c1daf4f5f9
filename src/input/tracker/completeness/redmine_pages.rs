//! Pages of Redmine: each says how many issues there are (`total_count`) and at which it starts (`offset`).

use std::collections::BTreeSet;

use super::missing_part::{MissingPart, describe_given};
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// The entries of a page that the command asks for.
const MAX_PAGE: usize = 100;

/// Returns the issues that the pages lack. Issues that are given one by one count, too.
pub(super) fn find_missing_issues<'a>(documents: &'a [TrackerDocument<'a>]) -> Option<MissingPart<'a>> {
    let total = |document: &TrackerDocument<'_>| {
        document.value.has("issues").then(|| document.value.get("total_count")?.as_usize()).flatten()
    };
    let (all, document) = documents
        .iter()
        .filter_map(|document| Some((total(document)?, document)))
        .max_by_key(|(total, _)| *total)?;
    let given = count_issues(documents);
    if given >= all {
        return None;
    }
    Some(MissingPart {
        document,
        path: "total_count".to_owned(),
        found: describe_given(given, Some(all), "issues"),
        expected: "all of them".to_owned(),
        remedy: format!(
            "ask for the next page and give it with --with next.json: curl -H 'X-Redmine-API-Key: KEY' \
             'https://SITE/issues.json?fixed_version_id=ID&status_id=*&limit={MAX_PAGE}&offset={given}' > next.json"
        ),
        caveat: Caveat::Partial { given, of: Some(all) },
    })
}

/// Returns the number of issues in all documents, each counted once. Of those that are given one by one, those of the pages'
/// version count: the others left it.
fn count_issues(documents: &[TrackerDocument<'_>]) -> usize {
    let version = |issue: &JsonValue<'_>| issue.get("fixed_version")?.get("id")?.to_id();
    let pages = || documents.iter().filter_map(|document| document.value.get("issues")?.as_list()).flatten();
    let of_pages = pages().find_map(version);
    let single = documents.iter().filter_map(|document| document.value.get("issue"));
    let single = single.filter(|issue| version(issue) == of_pages);
    pages().chain(single).filter_map(|issue| issue.get("id")?.to_id()).collect::<BTreeSet<_>>().len()
}
