//! Posts a message as decided, and remembers each step, so that a failure leaves nothing that is posted twice.

use serde_json::Value;

use super::capabilities::Threads;
use super::chat;
use super::decision::{Decision, ThreadMode, decide};
use super::delivery::{Chat, Delivery, Placement, Posted, Renewal};
use super::message::Message;
use super::post_error::PostError;
use super::state::{OpenState, PostKey, PostRecord};
use super::target::Target;
use emberline_client::Client;

/// What was done with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostedKind {
    /// Nothing: it was posted before.
    Nothing {
        /// The instant of the last picture's numbers.
        since: String,
    },
    /// A new thread began.
    Thread,
    /// It became a reply in the thread.
    Reply,
    /// It was posted by itself.
    Alone,
}

/// What was done with a message, and what did not go as intended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostOutcome {
    /// What was done.
    pub kind: PostedKind,
    /// What did not go as intended, a sentence each.
    pub notes: Vec<String>,
}

impl Target {
    /// Returns what identifies the record of a message.
    pub fn key(&self, team: Option<&str>, sprint_id: &str) -> PostKey {
        PostKey {
            chat: self.chat().to_owned(),
            channel: self.channel().to_owned(),
            team: team.unwrap_or_default().to_owned(),
            sprint: sprint_id.to_owned(),
        }
    }
}

/// A target with what it takes to reach it.
#[derive(Clone, Copy)]
pub struct Destination<'a> {
    /// The chat and the channel.
    pub target: &'a Target,
    /// The chat with its credentials.
    pub chat: &'a dyn Chat,
    /// Sends the requests.
    pub client: &'a Client,
}

/// Posts a message; without a state, each message is by itself.
///
/// # Errors
/// The chat refuses a request, there is no answer, or the state can't be written. What was posted until then is remembered.
pub fn post(
    destination: Destination<'_>,
    message: &Message,
    mode: ThreadMode,
    state: Option<&mut OpenState>,
) -> Result<PostOutcome, PostError> {
    let Destination { target, chat, client } = destination;
    check_picture(target, message)?;
    let key = target.key(message.team.as_deref(), &message.sprint_id);
    let record = state.as_ref().and_then(|state| state.find(&key)).cloned();
    let mode = if state.is_some() { mode } else { ThreadMode::None };
    let decision = decide(record.as_ref(), message, mode, target.capabilities().threads);
    if let Decision::Nothing { since } = decision {
        return Ok(PostOutcome { kind: PostedKind::Nothing { since }, notes: Vec::new() });
    }
    let mut record = record.unwrap_or_else(|| PostRecord::new(key));
    let channel = match &record.channel_id {
        Some(channel) => channel.clone(),
        None => chat.find_channel(client)?,
    };
    record.channel_id = Some(channel.clone()).filter(|channel| !channel.is_empty());
    let delivery = Delivery { client, channel: &channel, message };
    Posting { chat, delivery, state, record, notes: Vec::new() }.follow(decision)
}

/// A message that is being posted.
struct Posting<'a> {
    chat: &'a dyn Chat,
    delivery: Delivery<'a>,
    state: Option<&'a mut OpenState>,
    record: PostRecord,
    notes: Vec<String>,
}

impl Posting<'_> {
    fn follow(mut self, decision: Decision) -> Result<PostOutcome, PostError> {
        let kind = match decision {
            Decision::Nothing { since } => PostedKind::Nothing { since },
            Decision::Alone => {
                let posted = self.chat.post_picture(&self.delivery, Placement::Alone)?;
                self.remember(posted)?;
                PostedKind::Alone
            }
            Decision::Begin => self.begin_thread()?,
            Decision::Continue { parent, last } => self.continue_thread(&parent, last.as_deref())?,
        };
        Ok(PostOutcome { kind, notes: self.notes })
    }

    fn begin_thread(&mut self) -> Result<PostedKind, PostError> {
        match self.chat.openings() {
            Some(openings) => {
                let parent = openings.open(&self.delivery)?;
                // The thread is remembered before its first picture, so that a failed upload does not open another one.
                self.record.parent = Some(parent.clone());
                self.save()?;
                self.reply(&parent, &parent)?;
            }
            None => {
                let posted = self.chat.post_picture(&self.delivery, Placement::First)?;
                self.record.parent.clone_from(&posted.id);
                self.remember(posted)?;
            }
        }
        Ok(PostedKind::Thread)
    }

    fn continue_thread(&mut self, parent: &str, last: Option<&str>) -> Result<PostedKind, PostError> {
        let renewal = self.chat.openings().map(|openings| openings.renew(&self.delivery, parent));
        match renewal.transpose()? {
            Some(Renewal::Gone) => {
                self.notes
                    .push("the message that opened the thread is gone, so a new one was posted".to_owned());
                (self.record.parent, self.record.last) = (None, None);
                return self.begin_thread();
            }
            Some(Renewal::Refused(reason)) => {
                self.notes.push(format!("the message that opens the thread was not renewed: {reason}"));
            }
            Some(Renewal::Renewed) | None => {}
        }
        self.reply(parent, last.unwrap_or(parent))?;
        Ok(PostedKind::Reply)
    }

    fn reply(&mut self, parent: &str, last: &str) -> Result<(), PostError> {
        let posted = self.chat.post_picture(&self.delivery, Placement::Reply { parent, last })?;
        self.remember(posted)
    }

    /// Remembers that the picture was posted.
    fn remember(&mut self, posted: Posted) -> Result<(), PostError> {
        let message = self.delivery.message;
        self.notes.extend(posted.notes);
        self.record.last = posted.id.or(self.record.last.take());
        self.record.picture = Some(message.picture.content_hash.clone());
        self.record.as_of = Some(message.as_of.clone());
        self.record.phase = message.phase;
        self.save()
    }

    fn save(&mut self) -> Result<(), PostError> {
        match &mut self.state {
            Some(state) => Ok(state.save(self.record.clone())?),
            None => Ok(()),
        }
    }
}

/// Refuses a picture that the chat can't show.
fn check_picture(target: &Target, message: &Message) -> Result<(), PostError> {
    let (can, picture) = (target.capabilities(), &message.picture);
    if !can.takes_files {
        message.public_address()?;
    }
    if can.takes_files && picture.png.len() > can.max_picture_bytes {
        return Err(PostError::Picture(format!(
            "a picture of {} bytes, {} takes {}: draw a smaller one with --scale 1",
            picture.png.len(),
            target.chat(),
            can.max_picture_bytes
        )));
    }
    Ok(())
}

/// Returns the requests for a message with their bodies, as a dry run shows them. Nothing is sent, and no secret is needed.
///
/// # Errors
/// The chat can't show the picture.
pub fn preview(
    target: &Target,
    message: &Message,
    mode: ThreadMode,
) -> Result<Vec<(String, Value)>, PostError> {
    check_picture(target, message)?;
    let has_thread = mode == ThreadMode::Sprint && target.capabilities().threads != Threads::None;
    chat::preview(target, message, has_thread)
}
