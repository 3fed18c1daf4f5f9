//! Posts the picture of a sprint into chats: one message a day, one thread a sprint, and nothing twice.
//!
//! A [`Message`] is plain data, a [`Target`] says where it goes, the [`StateStore`] remembers what was posted. [`decide`] says
//! what is to be done, and [`post()`] does it.

mod answer;
mod capabilities;
pub mod chat;
mod clock;
mod decision;
mod delivery;
mod environment;
mod json;
pub mod limits;
mod markup;
mod message;
mod message_lines;
mod multipart;
mod post;
mod post_error;
mod sprint_phase;
mod state;
mod target;
mod truncate;

pub use capabilities::{Capabilities, Threads};
pub use decision::{Decision, ThreadMode, decide};
pub use delivery::{Chat, Delivery, Openings, Placement, Posted, Renewal};
pub use message::{ChangeRow, Changes, Message, MessagePicture};
pub use message_lines::plain_text;
pub use post::{Destination, PostOutcome, PostedKind, post, preview};
pub use post_error::PostError;
pub use sprint_phase::SprintPhase;
pub use state::{OpenState, PostKey, PostRecord, StateError, StateStore};
pub use target::{Target, TargetError};
