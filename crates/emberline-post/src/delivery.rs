//! The interface that every chat has: find the channel, post the picture, and open threads if it can.

use emberline_client::Client;

use super::message::Message;
use super::post_error::PostError;

/// A message on its way into a channel.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// Sends the requests.
    pub client: &'a Client,
    /// The id of the channel, as [`Chat::find_channel`] returned it.
    pub channel: &'a str,
    /// The message.
    pub message: &'a Message,
}

/// The place of a message among those of its sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement<'a> {
    /// By itself.
    Alone,
    /// The first one of a thread that no other message opens.
    First,
    /// A reply.
    Reply {
        /// The id of the message that opens the thread.
        parent: &'a str,
        /// The id of the last message of the thread.
        last: &'a str,
    },
}

/// A message that was posted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted {
    /// The id of the message, if the chat tells it.
    pub id: Option<String>,
    /// What did not go as intended, a sentence each.
    pub notes: Vec<String>,
}

/// The result of renewing the message that opens a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// The text is renewed.
    Renewed,
    /// The message was deleted.
    Gone,
    /// The message can't be edited, for this reason.
    Refused(String),
}

/// A service with its credentials.
pub trait Chat {
    /// Returns the id of the channel in the chat; empty if the chat needs none.
    ///
    /// # Errors
    /// There is no such channel, or no answer.
    fn find_channel(&self, client: &Client) -> Result<String, PostError>;

    /// Posts the picture with its texts.
    ///
    /// # Errors
    /// The chat refuses it, or there is no answer.
    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError>;

    /// Returns the way to open threads with a message of text, if the chat has one.
    fn openings(&self) -> Option<&dyn Openings> {
        None
    }
}

/// Messages of text that open a thread and are renewed each day.
pub trait Openings {
    /// Posts the message that opens the thread of a sprint, and returns its id.
    ///
    /// # Errors
    /// The chat refuses it, or there is no answer.
    fn open(&self, delivery: &Delivery<'_>) -> Result<String, PostError>;

    /// Renews the text of the message that opens a thread.
    ///
    /// # Errors
    /// The chat refuses it for a reason that concerns replies too, or there is no answer.
    fn renew(&self, delivery: &Delivery<'_>, parent: &str) -> Result<Renewal, PostError>;
}
