//! The states of an answer, with which those that the caller calls done are compared: by a misspelled name nothing would be done,
//! and nobody would notice.

use std::collections::BTreeMap;

use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::{did_you_mean, quote};
use crate::sprint::Caveat;

/// The option that names states.
const DONE: Location = Location::Option { name: "done", entry: None };

/// The names and ids of states, lists and columns in an answer.
#[derive(Debug, Default)]
pub(super) struct KnownStates {
    /// The names as the answer writes them, by their form in lower case.
    names: BTreeMap<String, String>,
    /// True if the answer lists all states that there are, those without items too.
    are_all: bool,
}

impl KnownStates {
    /// Returns the states of an answer that lists all of them if `are_all`, else those in which some item is or was.
    pub(super) fn from_names<'n>(names: impl IntoIterator<Item = &'n str>, are_all: bool) -> Self {
        let named = names.into_iter().map(|name| (lower_name(name), name.trim().to_owned()));
        Self { names: named.filter(|(name, _)| !name.is_empty()).collect(), are_all }
    }

    /// Checks the states that the caller calls done. Returns a caveat if some of them are states of no item, which may be in order:
    /// perhaps no item has come so far. Earlier sprints are not checked, because their states may have had other names.
    ///
    /// # Errors
    /// The answer has no states at all, or it lists all of them, and one of the caller's is not there.
    pub(super) fn check_done_names(&self, options: &ReadOptions) -> Result<Option<Caveat>, Box<InputError>> {
        let asked = options.done.as_deref().filter(|_| !options.reads_history).unwrap_or_default();
        let unseen: Vec<&String> =
            asked.iter().filter(|name| !self.names.contains_key(&lower_name(name))).collect();
        match unseen.first() {
            None => Ok(None),
            Some(name) if self.names.is_empty() => Err(no_states_error(name)),
            Some(name) if self.are_all => Err(self.unknown_state_error(name)),
            Some(_) => Ok(Some(Caveat::DoneStatesUnseen(unseen.len()))),
        }
    }

    fn unknown_state_error(&self, name: &str) -> Box<InputError> {
        /// States that the message lists.
        const MAX_LISTED: usize = 12;
        let known: Vec<&str> = self.names.values().map(String::as_str).collect();
        let listed: Vec<String> = known.iter().take(MAX_LISTED).copied().map(quote).collect();
        let more = if known.len() > MAX_LISTED { ", …" } else { "" };
        let expected = format!("one of {}{more}", listed.join(", "));
        let error = InputError::new(DONE, quote(name), expected);
        match did_you_mean(name, known) {
            Some(suggestion) => error.with_remedy(suggestion),
            None => error,
        }
    }
}

/// Returns the error for done states beside an answer that has none.
fn no_states_error(name: &str) -> Box<InputError> {
    let expected = "no such option: the answer says what is done, and has no states";
    InputError::new(DONE, quote(name), expected)
}

/// The form in which names of states are compared.
pub(super) fn lower_name(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(names: &[&str]) -> ReadOptions {
        let done = names.iter().map(|name| (*name).to_owned()).collect();
        ReadOptions { done: Some(done), ..ReadOptions::default() }
    }

    #[test]
    fn a_state_is_known_in_any_letter_case() {
        let states = KnownStates::from_names(["To Do", "Done"], true);
        assert_eq!(states.check_done_names(&asking(&["done", " TO DO "])), Ok(None));
        assert_eq!(states.check_done_names(&ReadOptions::default()), Ok(None));
    }

    #[test]
    fn a_misspelled_state_is_an_error_if_all_states_are_known_and_a_caveat_else() {
        let all = KnownStates::from_names(["To Do", "Done"], true);
        let error = all.check_done_names(&asking(&["Doen"])).map_err(|error| error.to_string());
        let expected =
            r#"option done (--done): found "Doen", expected one of "Done", "To Do"; did you mean "Done"?"#;
        assert_eq!(error, Err(expected.to_owned()));
        let some = KnownStates::from_names(["To Do", "Done"], false);
        let caveat = some.check_done_names(&asking(&["Doen", "Done", "Released"]));
        assert_eq!(caveat, Ok(Some(Caveat::DoneStatesUnseen(2))));
    }

    #[test]
    fn an_answer_without_states_refuses_every_name() {
        let error = KnownStates::default().check_done_names(&asking(&["Done"]));
        let error = error.map_err(|error| error.to_string());
        let expected = r#"option done (--done): found "Done", expected no such option: the answer says what is done, and has no states"#;
        assert_eq!(error, Err(expected.to_owned()));
    }

    #[test]
    fn earlier_sprints_are_not_checked() {
        let options = ReadOptions { reads_history: true, ..asking(&["Doen"]) };
        let states = KnownStates::from_names(["Done"], true);
        assert_eq!(states.check_done_names(&options), Ok(None));
    }
}
