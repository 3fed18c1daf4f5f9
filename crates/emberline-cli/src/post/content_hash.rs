//! The hash of what a picture shows.

use emberline::{Description, Picture};
use serde_json::json;
use sha2::{Digest, Sha256};

/// The facts of a description that don't move with the clock, as JSON pointers. The ideal line and the elapsed time do, although
/// nothing happened.
const FACTS: [&str; 18] = [
    "/name",
    "/goal",
    "/unit",
    "/dates/start",
    "/dates/end",
    "/dates/closed",
    "/dates/phase",
    "/numbers/committed",
    "/numbers/remaining",
    "/numbers/scope",
    "/numbers/scope_at_start",
    "/numbers/done",
    "/numbers/since_start",
    "/days",
    "/caveats",
    "/velocity",
    "/cumulative_flow",
    "/release",
];

/// Returns the SHA-256 of what a picture shows. Two pictures of the same sprint have the same hash if nothing happened between
/// them and no new day began: the mark of today alone is no news, so that a schedule may run twice. Any other picture is
/// identified by its drawing.
pub(super) fn content_hash(picture: &Picture) -> String {
    let description = match picture.describe() {
        Description::Sprint(sprint) => serde_json::to_value(sprint.as_ref()).ok(),
        _ => None,
    };
    let Some(description) = description else { return picture.content_hash() };
    let facts = FACTS.map(|pointer| description.pointer(pointer));
    let digest = Sha256::digest(json!(facts.as_slice()).to_string());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
