//! Pages of a list: each answer says where the next one begins, by an address, a cursor or a number.

use serde_json::Value;
use url::Url;

use super::fetch_error::FetchError;

/// Pages of one list, so that a server that never ends does not keep the program for ever.
const MAX_PAGES: usize = 1_000;

/// A page of a list.
pub(crate) struct Page<P> {
    /// The page as the tracker answers it.
    pub(crate) answer: Value,
    /// The position of the next page; `None` on the last one.
    pub(crate) next: Option<P>,
}

/// Asks for page after page, the first one without a position. `request` is the list in words, for the error.
///
/// # Errors
/// A page is an error, or there are more than [`MAX_PAGES`].
pub(crate) fn fetch_pages<P>(
    request: &str,
    mut fetch_page: impl FnMut(Option<P>) -> Result<Page<P>, FetchError>,
) -> Result<Vec<Value>, FetchError> {
    let (mut pages, mut position) = (Vec::new(), None);
    while pages.len() < MAX_PAGES {
        let page = fetch_page(position)?;
        pages.push(page.answer);
        position = page.next;
        if position.is_none() {
            return Ok(pages);
        }
    }
    Err(FetchError::Answer {
        request: request.to_owned(),
        status: 200,
        code: None,
        found: format!("more than {MAX_PAGES} pages"),
        remedy: Some("choose a smaller board or sprint".to_owned()),
    })
}

/// Returns the address of the next page in a header `Link: <ADDRESS>; rel="next"`.
pub(crate) fn next_link(header: &str) -> Option<Url> {
    let next = header.split(',').find(|link| link.contains("rel=\"next\""))?;
    next.trim().strip_prefix('<')?.split_once('>')?.0.parse().ok()
}

/// Returns the cursor after a page of GraphQL's lists; `None` on the last page.
pub(crate) fn next_cursor(list: &Value) -> Option<String> {
    let info = list.get("pageInfo")?;
    let has_next = info.get("hasNextPage").and_then(Value::as_bool) == Some(true);
    info.get("endCursor").and_then(Value::as_str).filter(|_| has_next).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn pages_follow_each_other_to_the_last_one() {
        let page = |position: Option<u64>| {
            let position = position.unwrap_or(1);
            Ok(Page { answer: json!(position), next: (position < 3).then_some(position + 1) })
        };
        assert_eq!(fetch_pages("GET /list", page).expect("pages"), [json!(1), json!(2), json!(3)]);
    }

    #[test]
    fn a_list_without_end_is_an_error() {
        let endless = |_: Option<()>| Ok(Page { answer: Value::Null, next: Some(()) });
        let error = fetch_pages("GET /list", endless).expect_err("no end").to_string();
        assert_eq!(error, "GET /list: more than 1000 pages; choose a smaller board or sprint");
    }

    #[test]
    fn the_next_page_is_that_of_its_relation() {
        let header = r#"<https://a.example/x?page=1>; rel="prev", <https://a.example/x?page=3>; rel="next""#;
        assert_eq!(next_link(header).map(String::from).as_deref(), Some("https://a.example/x?page=3"));
        assert_eq!(next_link(r#"<https://a.example/x?page=1>; rel="first""#), None);
    }

    #[test]
    fn the_last_page_of_graphql_has_no_cursor() {
        let list = |more: bool| json!({ "pageInfo": { "hasNextPage": more, "endCursor": "c" } });
        assert_eq!((next_cursor(&list(true)), next_cursor(&list(false))), (Some("c".to_owned()), None));
    }
}
