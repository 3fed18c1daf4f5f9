//! The usual meaning of the names that teams give to states, lists, fields and labels, if no option says otherwise.

use super::state_names::{means_done, means_started};
use crate::sprint::Progress;

/// Fields and labels that hold an estimate, letters and digits only.
const ESTIMATES: [&str; 8] =
    ["storypoints", "storypoint", "points", "point", "estimate", "storypointestimate", "sp", "size"];

/// The progress that the name of a state means. If `done` names states, these and no others are done.
pub(super) fn state_progress(state: &str, done: &[String]) -> Progress {
    let name = state.trim().to_lowercase();
    let is_done = if done.is_empty() {
        means_done(state)
    } else {
        done.iter().any(|done| done.trim().to_lowercase() == name)
    };
    if is_done {
        Progress::Done
    } else if means_started(state) {
        Progress::Started
    } else {
        Progress::Open
    }
}

/// Returns true if a field of this name holds the estimate: the requested one, else one of the usual names.
pub(super) fn is_estimate_name(field: &str, asked: Option<&str>) -> bool {
    let normalized_name = normalized_name(field);
    match asked {
        Some(asked) => normalized_name == self::normalized_name(asked),
        None => ESTIMATES.contains(&normalized_name.as_str()),
    }
}

/// The letters and digits of a name in lower case: `story Points`, `Story points` and `story_points` are one name.
fn normalized_name(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The estimate in a label: `points: 3`, `SP-5`, `size/2`, `8 points`.
pub(super) fn label_estimate(label: &str, asked: Option<&str>) -> Option<f64> {
    let number_at = label.find(|c: char| c.is_ascii_digit())?;
    let tail = label.get(number_at..)?;
    let number_len = tail.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(tail.len());
    let (number, after) = tail.split_at_checked(number_len)?;
    let before = label.get(..number_at)?;
    // `v2 points 3` is ambiguous.
    let name = if after.trim().is_empty() { before } else { after };
    let alone = before.trim().is_empty() || after.trim().is_empty();
    (alone && is_estimate_name(name, asked)).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_has_its_usual_meaning_unless_the_caller_names_the_done_states() {
        assert_eq!(state_progress("Done", &[]), Progress::Done);
        assert_eq!(state_progress(" closed ", &[]), Progress::Done);
        assert_eq!(state_progress("In Progress", &[]), Progress::Started);
        assert_eq!(state_progress("Code review", &[]), Progress::Started);
        assert_eq!(state_progress("Sprint Backlog", &[]), Progress::Open);
        assert_eq!(state_progress("Inactive", &[]), Progress::Open);
        let done = ["In Review".to_owned()];
        assert_eq!(state_progress("in review", &done), Progress::Done);
        assert_eq!(state_progress("Done", &done), Progress::Open);
    }

    #[test]
    fn estimates_are_read_from_fields_and_labels() {
        assert!(is_estimate_name("story Points", None) && is_estimate_name("Estimate", None));
        assert!(
            !is_estimate_name("priority", None) && is_estimate_name("Effort (days)", Some("effort days"))
        );
        assert_eq!(label_estimate("points: 3", None), Some(3.0));
        assert_eq!(label_estimate("SP-5", None), Some(5.0));
        assert_eq!(label_estimate("0.5 points", None), Some(0.5));
        assert_eq!(label_estimate("v2 points 3", None), None);
        assert_eq!(label_estimate("P1", None), None);
        assert_eq!(label_estimate("P1", Some("p")), Some(1.0));
    }
}
