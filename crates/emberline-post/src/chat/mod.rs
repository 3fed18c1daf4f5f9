//! The chats: one file or folder a service, with its protocol as plain data.

pub mod slack;

use emberline_client::CredentialSource;

use super::delivery::Chat;
use super::post_error::PostError;
use super::target::Target;

/// Finds the credentials of a target's chat.
///
/// # Errors
/// One is missing or wrong; the error names its variable.
pub fn connect(target: &Target, source: &CredentialSource) -> Result<Box<dyn Chat>, PostError> {
    Ok(match target {
        Target::SlackChannel(channel) => Box::new(slack::SlackBot::from_environment(channel, source)?),
    })
}
