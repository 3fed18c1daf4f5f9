//! Lists of GraphQL that a query asked for without `pageInfo`, and that are exactly as long as a page: there may be more.

use crate::input::Format;
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// The default length of Linear's pages, and lengths that people ask for.
const PAGE_SIZES: [usize; 4] = [50, 100, 200, 250];

/// Returns the caveats for the issues of a cycle and for their histories, which may go on.
pub(super) fn full_connections(format: Format, documents: &[TrackerDocument<'_>]) -> Vec<Caveat> {
    if format != Format::Linear {
        return Vec::new();
    }
    let mut full = FullLists::default();
    for document in documents {
        full.count_lists("", &document.value);
    }
    let entries = (full.entries > 0).then_some(Caveat::PerhapsPartial(full.entries));
    let histories = (full.histories > 0).then_some(Caveat::HistoryPerhapsCut(full.histories));
    entries.into_iter().chain(histories).collect()
}

#[derive(Default)]
struct FullLists {
    /// The entries of lists of issues.
    entries: usize,
    /// The number of histories.
    histories: usize,
}

impl FullLists {
    /// Counts the full lists in a value. The name is that of the field that holds it. The recursion is limited by the depth
    /// that the parser allows.
    fn count_lists(&mut self, name: &str, value: &JsonValue<'_>) {
        match value {
            JsonValue::Object(fields) => {
                let count = fields.get("nodes").and_then(JsonValue::as_list).map_or(0, <[_]>::len);
                if PAGE_SIZES.contains(&count) && !fields.has("pageInfo") {
                    match name {
                        "issues" => self.entries += count,
                        "history" => self.histories += 1,
                        _ => {}
                    }
                }
                for (name, inner) in fields.iter() {
                    self.count_lists(name, inner);
                }
            }
            JsonValue::List(list) => list.iter().for_each(|inner| self.count_lists("", inner)),
            _ => {}
        }
    }
}
