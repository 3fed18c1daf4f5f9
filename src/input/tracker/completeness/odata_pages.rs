//! Pages of Azure's Analytics, which follow each other by the address in `@odata.nextLink`.

use super::missing_part::{MissingPart, describe_given};
use super::next_request::shell_safe;
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

const NEXT_LINK: &str = "@odata.nextLink";
const COUNT: &str = "@odata.count";

/// The rows of a page are snapshots or iterations; the pages of each kind belong together.
fn is_snapshot_page(page: &JsonValue<'_>) -> bool {
    let first = page.get("value").and_then(JsonValue::first);
    first.is_none_or(|row| row.has("DateValue") || row.has("DateSK"))
}

/// Returns the rows that follow the last page of their kind.
pub(super) fn find_missing_rows<'a>(documents: &'a [TrackerDocument<'a>]) -> Option<MissingPart<'a>> {
    [true, false].into_iter().find_map(|is_snapshot| {
        let is_page = |document: &&TrackerDocument<'_>| {
            document.value.get("value").is_some_and(JsonValue::is_list)
                && is_snapshot_page(&document.value) == is_snapshot
        };
        find_missing_rows_of(&documents.iter().filter(is_page).collect::<Vec<_>>())
    })
}

/// Returns the rows that the pages of one kind lack.
fn find_missing_rows_of<'a>(pages: &[&'a TrackerDocument<'a>]) -> Option<MissingPart<'a>> {
    let rows = |page: &TrackerDocument<'_>| {
        page.value.get("value").and_then(JsonValue::as_list).map_or(0, <[_]>::len)
    };
    let given: usize = pages.iter().map(|page| rows(page)).sum();
    let of = pages.iter().filter_map(|page| page.value.get(COUNT)?.as_usize()).max();
    let last_link = pages.iter().rev().find_map(|page| Some((*page, page.value.get(NEXT_LINK)?.as_str()?)));
    let is_short = of.is_some_and(|of| given < of);
    let lacks_end = pages.iter().all(|page| page.value.has(NEXT_LINK));
    // Rows before the offset of the last link that are not there are a page in between.
    let skipped = pages.iter().filter_map(|page| skipped_rows(page.value.get(NEXT_LINK)?.as_str()?)).max();
    let lacks_page = skipped.is_some_and(|skipped| given < skipped);
    if !is_short && !lacks_end && !lacks_page {
        return None;
    }
    let (document, link) = match last_link {
        Some((page, link)) => (page, Some(link)),
        None => (*pages.first()?, None),
    };
    let command = match link.map(shell_safe) {
        Some(Some(link)) => format!("curl -u :TOKEN '{link}' > next.json"),
        Some(None) => {
            format!("curl -u :TOKEN \"$(jq -r '.\"{NEXT_LINK}\"' page.json)\" > next.json")
        }
        None => "repeat the request without $top".to_owned(),
    };
    Some(MissingPart {
        document,
        path: String::new(),
        found: describe_given(given, of, "rows"),
        expected: "the last page, too, which has no \"@odata.nextLink\"".to_owned(),
        remedy: format!("ask for each next page and give all of them with --with: {command}"),
        caveat: Caveat::Partial { given, of },
    })
}

/// The number of rows before the page that a link leads to: `$skip=10000`.
fn skipped_rows(link: &str) -> Option<usize> {
    let (_, rest) = link.split_once("$skip=").or_else(|| link.split_once("%24skip="))?;
    rest.split('&').next()?.parse().ok()
}
