//! The milestone or the iteration: the current one, or by its title or number.

use serde_json::{Value, json};

use super::connection::GitLabConnection;
use super::source::{Target, TimeboxKind};
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::prune::keep_fields;
use crate::session::Session;
use crate::sprint_choice::{KnownSprint, SprintPhase, SprintRequest, choose_sprint, leading_date};

/// The value that names the timebox of today.
const CURRENT: &str = "current";
/// Fields of a timebox that are read.
pub(super) const TIMEBOX_FIELDS: [&str; 9] =
    ["id", "iid", "sequence", "title", "start_date", "due_date", "state", "created_at", "updated_at"];

/// The timebox that is the sprint.
pub(super) struct Timebox {
    pub(super) kind: TimeboxKind,
    pub(super) id: String,
    pub(super) name: String,
    answer: Value,
}

impl Timebox {
    /// The timebox as GitLab answers it.
    pub(super) fn document(&self) -> Value {
        let mut document = self.answer.clone();
        keep_fields(&mut document, &|name| TIMEBOX_FIELDS.contains(&name));
        document
    }

    /// The day before the start; of a milestone without a start, the day of its creation.
    pub(super) fn first_day(&self) -> Option<jiff::civil::Date> {
        let start = leading_date(&text(&self.answer, "start_date"));
        let start = start.or_else(|| leading_date(&text(&self.answer, "created_at")))?;
        Some(start.yesterday().unwrap_or(start))
    }
}

/// Finds the timebox.
///
/// # Errors
/// There is no such timebox: the error has the nearest names, or says when the next one starts.
pub(super) fn find_timebox(
    gitlab: &GitLabConnection,
    session: &mut Session<'_>,
    target: &Target<'_>,
) -> Result<Timebox, FetchError> {
    let kind = target.kind;
    let path = format!("{}/{}s", target.api_path(), kind.name());
    let mut list = gitlab.list(session, &path, &[("include_ancestors", "true")])?;
    let today = session.settings.now.date();
    let known: Vec<KnownSprint> = list
        .iter()
        .map(|timebox| {
            let date = |field: &str| leading_date(&text(timebox, field));
            let (start, due) = (date("start_date"), date("due_date"));
            let is_closed = text(timebox, "state") == "closed";
            let phase = match SprintPhase::on_day(today, start, due) {
                SprintPhase::Running if is_closed => SprintPhase::Over,
                phase => phase,
            };
            KnownSprint { name: display_name(timebox), id: text(timebox, "id"), start, phase }
        })
        .collect();
    let request = SprintRequest {
        field: kind.name(),
        wanted: target.timebox,
        running: CURRENT,
        place: target.path.to_owned(),
    };
    let index = choose_sprint(&known, &request, session)?;
    let answer = list.swap_remove(index);
    let (id, name) = (text(&answer, "id"), display_name(&answer));
    for (field, option) in [("start_date", "--start DATE"), ("due_date", "--end DATE")] {
        if text(&answer, field).is_empty() {
            let field = field.replace('_', " ");
            session.add_note(format!("\"{name}\" has no {field}: draw it with --sprint \"{name}\" {option}"));
        }
    }
    Ok(Timebox { kind, id, name, answer })
}

/// The title. Iterations of a cadence have none: their days name them.
fn display_name(timebox: &Value) -> String {
    match text(timebox, "title") {
        title if title.is_empty() => {
            format!("{} – {}", text(timebox, "start_date"), text(timebox, "due_date"))
        }
        title => title,
    }
}

/// Leaves of the timeboxes of an issue or an event only the sprint itself, and the ids of others: that an issue got another
/// one says that it left the sprint.
pub(super) fn keep_timebox(entry: &mut Value, sprint: &Timebox) {
    let Some(fields) = entry.as_object_mut() else { return };
    if let Some(other) = fields.get_mut(sprint.kind.other().name()) {
        *other = Value::Null;
    }
    if let Some(timebox) = fields.get_mut(sprint.kind.name()).filter(|timebox| timebox.is_object())
        && text(timebox, "id") != sprint.id
    {
        *timebox = json!({ "id": timebox.get("id") });
    }
}
