//! Lists of GraphQL, which its specification calls connections: `nodes` (or `items` of `gh project item-list`) with
//! `pageInfo` or `totalCount`.

use crate::input::json_value::{JsonObject, JsonValue};

/// A page of a list, and the object that it belongs to.
pub(super) struct Connection<'a> {
    /// The name of the list in its owner; empty if it is the entire document.
    pub(super) name: &'a str,
    /// The object that has the list: a board, a milestone, an issue.
    pub(super) owner: Option<&'a JsonObject<'a>>,
    pub(super) value: &'a JsonValue<'a>,
    pub(super) entries: &'a [JsonValue<'a>],
}

impl<'a> Connection<'a> {
    /// The number of all entries, if the page says it. In the output of `gh project item-list` it stands beside the items.
    pub(super) fn total(&self) -> Option<usize> {
        self.value.get("totalCount").and_then(JsonValue::as_usize)
    }

    /// True if another page follows, false if none does; `None` if the page does not say it.
    pub(super) fn has_next_page(&self) -> Option<bool> {
        self.page_info("hasNextPage")?.as_bool()
    }

    /// True if another page comes before.
    pub(super) fn has_previous_page(&self) -> Option<bool> {
        self.page_info("hasPreviousPage")?.as_bool()
    }

    /// The cursor after which the next page begins.
    pub(super) fn end_cursor(&self) -> Option<&'a str> {
        self.page_info("endCursor")?.as_str()
    }

    fn page_info(&self, field: &str) -> Option<&'a JsonValue<'a>> {
        self.value.get("pageInfo")?.get(field)
    }

    /// The words that tell the owner from others: its id, number or title.
    pub(super) fn owner_key(&self) -> String {
        let field = |name: &str| self.owner?.get(name)?.to_id();
        let repository = || self.owner?.get("repository")?.get("nameWithOwner")?.to_id();
        // Numbers begin anew in each repository.
        let key = ["id", "url", "number", "title", "name"].into_iter().find_map(field).unwrap_or_default();
        format!("{} {key}", repository().unwrap_or_default())
    }

    /// The name of the owner for a message: `#12`, or its title.
    pub(super) fn owner_name(&self) -> Option<String> {
        let owner = self.owner?;
        let number = || Some(format!("#{}", owner.get("number")?.as_usize()?));
        let text = |name: &str| Some(crate::input::error_text::quote(owner.get(name)?.as_str()?));
        number().or_else(|| text("identifier")).or_else(|| text("title")).or_else(|| text("name"))
    }
}

/// Calls `visit` with each list of a document, an outer one before those inside it. The recursion is limited by the depth
/// that the parser allows.
pub(super) fn visit_connections<'a>(document: &'a JsonValue<'a>, visit: &mut dyn FnMut(Connection<'a>)) {
    visit_value("", None, document, visit);
}

fn visit_value<'a>(
    name: &'a str,
    owner: Option<&'a JsonObject<'a>>,
    value: &'a JsonValue<'a>,
    visit: &mut dyn FnMut(Connection<'a>),
) {
    match value {
        JsonValue::Object(fields) => {
            if let Some(entries) = connection_entries(fields) {
                visit(Connection { name, owner, value, entries });
            }
            for (name, inner) in fields.iter() {
                // The entries of a list belong to the owner of the list.
                let owner = if matches!(name, "nodes" | "items") && !inner.is_object() {
                    owner
                } else {
                    Some(fields)
                };
                visit_value(name, owner, inner, visit);
            }
        }
        JsonValue::List(list) => {
            for entry in list {
                visit_value("", owner, entry, visit);
            }
        }
        _ => {}
    }
}

/// The entries of an object that is a page of a list.
fn connection_entries<'a>(fields: &'a JsonObject<'a>) -> Option<&'a [JsonValue<'a>]> {
    let says = fields.get("pageInfo").is_some_and(|info| info.has("hasNextPage"))
        || fields.get("totalCount").is_some_and(|total| total.as_usize().is_some());
    let list = |name: &str| fields.get(name).and_then(JsonValue::as_list);
    list("nodes").or_else(|| list("edges")).or_else(|| list("items")).filter(|_| says)
}
