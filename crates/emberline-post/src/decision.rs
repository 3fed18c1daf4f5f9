//! The decision about a message: what is posted, given what was posted before.

use super::capabilities::Threads;
use super::message::Message;
use super::sprint_phase::SprintPhase;
use super::state::PostRecord;

/// The wish of the user for threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadMode {
    /// A sprint has one thread.
    Sprint,
    /// Each message stands by itself.
    None,
}

/// What is to be done with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Nothing: the same picture was posted, or the sprint had its last message.
    Nothing {
        /// The instant of the last picture's numbers.
        since: String,
    },
    /// A new thread begins.
    Begin,
    /// The thread goes on.
    Continue {
        /// The id of the message that opens the thread.
        parent: String,
        /// The id of the last message, if there is one after the opening.
        last: Option<String>,
    },
    /// The message is posted by itself.
    Alone,
}

/// Decides what is to be done with a message in a chat with these threads; `record` is what was posted about the sprint.
pub fn decide(
    record: Option<&PostRecord>,
    message: &Message,
    mode: ThreadMode,
    threads: Threads,
) -> Decision {
    if let Some(PostRecord { picture: Some(picture), as_of: Some(as_of), phase, .. }) = record {
        let had_its_last = (*phase, message.phase) == (SprintPhase::Closed, SprintPhase::Closed);
        if had_its_last || *picture == message.picture.content_hash {
            return Decision::Nothing { since: as_of.clone() };
        }
    }
    if mode == ThreadMode::None || threads == Threads::None {
        return Decision::Alone;
    }
    match record.and_then(|record| Some((record.parent.clone()?, record.last.clone()))) {
        Some((parent, last)) => Decision::Continue { parent, last },
        None => Decision::Begin,
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::tests::message;
    use super::super::state::PostKey;
    use super::*;

    fn record(parent: Option<&str>, picture: Option<&str>) -> PostRecord {
        let key = PostKey {
            chat: "slack".to_owned(),
            channel: "#red".to_owned(),
            team: String::new(),
            sprint: "S".to_owned(),
        };
        PostRecord {
            parent: parent.map(str::to_owned),
            picture: picture.map(str::to_owned),
            as_of: picture.map(|_| "yesterday".to_owned()),
            ..PostRecord::new(key)
        }
    }

    fn decide_in_thread(record: Option<&PostRecord>, message: &Message) -> Decision {
        decide(record, message, ThreadMode::Sprint, Threads::Opening)
    }

    #[test]
    fn the_first_message_opens_a_thread_and_the_next_goes_on() {
        assert_eq!(decide_in_thread(None, &message()), Decision::Begin);
        let parent = Decision::Continue { parent: "1.0".to_owned(), last: None };
        assert_eq!(decide_in_thread(Some(&record(Some("1.0"), Some("h0"))), &message()), parent);
        // The thread was opened, then the upload failed.
        assert_eq!(decide_in_thread(Some(&record(Some("1.0"), None)), &message()), parent);
    }

    #[test]
    fn the_same_picture_is_posted_once() {
        let since = Decision::Nothing { since: "yesterday".to_owned() };
        assert_eq!(decide_in_thread(Some(&record(Some("1.0"), Some("h1"))), &message()), since);
        let alone =
            |record: &PostRecord| decide(Some(record), &message(), ThreadMode::None, Threads::Opening);
        assert_eq!(alone(&record(None, Some("h1"))), since);
        assert_eq!(alone(&record(Some("1.0"), Some("h0"))), Decision::Alone);
    }

    #[test]
    fn a_sprint_has_one_last_message_unless_it_is_opened_again() {
        let decide_after = |phase| {
            let closed = Message { phase: SprintPhase::Closed, ..message() };
            decide_in_thread(Some(&PostRecord { phase, ..record(Some("1.0"), Some("h0")) }), &closed)
        };
        assert!(matches!(decide_after(SprintPhase::Closed), Decision::Nothing { .. }));
        // The planned end came, and then the sprint was closed.
        assert!(matches!(decide_after(SprintPhase::Ended), Decision::Continue { .. }));
        let closed = PostRecord { phase: SprintPhase::Closed, ..record(Some("1.0"), Some("h0")) };
        assert!(matches!(decide_in_thread(Some(&closed), &message()), Decision::Continue { .. }));
    }

    #[test]
    fn a_chat_without_threads_has_messages_by_themselves() {
        assert_eq!(decide(None, &message(), ThreadMode::Sprint, Threads::None), Decision::Alone);
        assert_eq!(decide(None, &message(), ThreadMode::None, Threads::Opening), Decision::Alone);
    }
}
