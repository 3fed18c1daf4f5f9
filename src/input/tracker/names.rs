//! What the names that teams give to states, lists, fields and labels mean, where no option says so.

use crate::sprint::Progress;

/// States that mean done, in small letters.
const DONE: [&str; 10] = [
    "done",
    "closed",
    "complete",
    "completed",
    "finished",
    "resolved",
    "released",
    "shipped",
    "deployed",
    "accepted",
];

/// Words in a state's name that mean somebody is at it.
const STARTED: [&str; 10] =
    ["progress", "doing", "review", "started", "active", "testing", "test", "qa", "develop", "committed"];

/// Fields and labels that hold an estimate, letters and digits only.
const ESTIMATES: [&str; 8] =
    ["storypoints", "storypoint", "points", "point", "estimate", "storypointestimate", "sp", "size"];

/// How far work in the state of this name is. Where `done` names states, these and no others are done.
pub(super) fn progress(state: &str, done: &[String]) -> Progress {
    let name = state.trim().to_lowercase();
    let is_done = if done.is_empty() {
        DONE.contains(&name.as_str())
    } else {
        done.iter().any(|done| done.trim().to_lowercase() == name)
    };
    if is_done {
        Progress::Done
    } else if name.split(|c: char| !c.is_alphanumeric()).any(|word| STARTED.contains(&word)) {
        Progress::Started
    } else {
        Progress::Open
    }
}

/// Whether a field of this name holds the estimate: the one that is asked for, else one that is called so.
pub(super) fn is_estimate(field: &str, asked: Option<&str>) -> bool {
    let plain = plain(field);
    match asked {
        Some(asked) => plain == self::plain(asked),
        None => ESTIMATES.contains(&plain.as_str()),
    }
}

/// Letters and digits, small: `story Points`, `Story points` and `story_points` are one name.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The estimate that a label says: `points: 3`, `SP-5`, `size/2`, `8 points`.
pub(super) fn label_estimate(label: &str, asked: Option<&str>) -> Option<f64> {
    let number_at = label.find(|c: char| c.is_ascii_digit())?;
    let tail = label.get(number_at..)?;
    let number_len = tail.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(tail.len());
    let (number, after) = tail.split_at_checked(number_len)?;
    let before = label.get(..number_at)?;
    // `v2 points 3` is no estimate that can be told.
    let name = if after.trim().is_empty() { before } else { after };
    let alone = before.trim().is_empty() || after.trim().is_empty();
    (alone && is_estimate(name, asked)).then(|| number.parse().ok())?
}

/// The estimate in the title of a card: `(2) name` before it, else `[1]` at either end.
pub(super) fn title_estimate(title: &str) -> Option<f64> {
    let title = title.trim();
    let number =
        |text: &str| text.trim().parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0);
    let first = |open: char, close: char| number(title.strip_prefix(open)?.split_once(close)?.0);
    let last = |open: char, close: char| number(title.strip_suffix(close)?.rsplit_once(open)?.1);
    first('(', ')').or_else(|| last('(', ')')).or_else(|| first('[', ']')).or_else(|| last('[', ']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_by_their_names_unless_the_caller_knows_better() {
        assert_eq!(progress("Done", &[]), Progress::Done);
        assert_eq!(progress(" closed ", &[]), Progress::Done);
        assert_eq!(progress("In Progress", &[]), Progress::Started);
        assert_eq!(progress("Code review", &[]), Progress::Started);
        assert_eq!(progress("Sprint Backlog", &[]), Progress::Open);
        assert_eq!(progress("Inactive", &[]), Progress::Open);
        let done = ["In Review".to_owned()];
        assert_eq!(progress("in review", &done), Progress::Done);
        assert_eq!(progress("Done", &done), Progress::Open);
    }

    #[test]
    fn estimates_stand_in_fields_labels_and_titles() {
        assert!(is_estimate("story Points", None) && is_estimate("Estimate", None));
        assert!(!is_estimate("priority", None) && is_estimate("Effort (days)", Some("effort days")));
        assert_eq!(label_estimate("points: 3", None), Some(3.0));
        assert_eq!(label_estimate("SP-5", None), Some(5.0));
        assert_eq!(label_estimate("0.5 points", None), Some(0.5));
        assert_eq!(label_estimate("v2 points 3", None), None);
        assert_eq!(label_estimate("P1", None), None);
        assert_eq!(label_estimate("P1", Some("p")), Some(1.0));
        assert_eq!(title_estimate("(2) Pay the rent [1]"), Some(2.0));
        assert_eq!(title_estimate("Pay the rent [1.5]"), Some(1.5));
        assert_eq!(title_estimate("[0] Pay"), Some(0.0));
        assert_eq!(title_estimate("Pay (a lot)"), None);
        assert_eq!(title_estimate("(-2) Pay"), None);
    }
}
