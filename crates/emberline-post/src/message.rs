//! The message of a day as plain data.

use url::Url;

use super::post_error::PostError;
use super::sprint_phase::SprintPhase;

/// The message of a day about a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The team, if there are several.
    pub team: Option<String>,
    /// The name of the sprint.
    pub sprint: String,
    /// Identifies the sprint among those of the team, also if another one has the same name.
    pub sprint_id: String,
    /// The phase of the sprint.
    pub phase: SprintPhase,
    /// The sentence over the picture; `None` while the data are thin.
    pub headline: Option<String>,
    /// The goal of the sprint.
    pub goal: Option<String>,
    /// Dates and numbers, a line each.
    pub facts: Vec<String>,
    /// The changes since the last message.
    pub changes: Option<Changes>,
    /// The alt text of the picture.
    pub alt_text: String,
    /// The instant of the numbers, in RFC 3339.
    pub as_of: String,
    /// The picture.
    pub picture: MessagePicture,
}

/// The changes since the last message.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The line over the list.
    pub heading: String,
    /// The changed items.
    pub rows: Vec<ChangeRow>,
    /// Further lines: sums, or how many items are not listed.
    pub notes: Vec<String>,
}

/// A changed item.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// The kind of change: "Completed".
    pub kind: String,
    /// The key of the item.
    pub key: String,
    /// The title of the item.
    pub title: Option<String>,
    /// The change of the remaining work with its sign: "−8".
    pub amount: String,
    /// The page of the item in the tracker.
    pub link: Option<Url>,
}

/// The picture of a message.
#[derive(Clone, PartialEq)]
pub struct MessagePicture {
    /// The PNG.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Identifies what the picture shows: with the same hash, nothing is posted.
    pub content_hash: String,
    /// An address under which everybody can fetch the picture, for chats that take no files.
    pub public_url: Option<Url>,
}

impl std::fmt::Debug for MessagePicture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} × {} px, {} bytes", self.width, self.height, self.png.len())
    }
}

impl Message {
    /// Returns the name of the sprint, with that of the team if there is one.
    pub fn title(&self) -> String {
        match &self.team {
            Some(team) => format!("{} · {team}", self.sprint),
            None => self.sprint.clone(),
        }
    }

    /// Returns the address under which everybody can fetch the picture.
    ///
    /// # Errors
    /// There is none.
    pub(crate) fn public_address(&self) -> Result<&Url, PostError> {
        self.picture.public_url.as_ref().ok_or_else(|| {
            PostError::Picture(
                "this chat takes no files by webhook: store the picture where everybody can fetch it, and give its address with --picture-url"
                    .to_owned(),
            )
        })
    }

    /// Returns the name of the file that is uploaded: `sprint-12.png`.
    pub fn file_name(&self) -> String {
        let mut name = String::new();
        for c in self.sprint.to_lowercase().chars().take(60) {
            match c.is_ascii_alphanumeric() {
                true => name.push(c),
                false if name.ends_with('-') || name.is_empty() => {}
                false => name.push('-'),
            }
        }
        let name = name.trim_end_matches('-');
        format!("{}.png", if name.is_empty() { "sprint" } else { name })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A message with everything in it.
    pub(crate) fn message() -> Message {
        Message {
            team: Some("Red".to_owned()),
            sprint: "Sprint 12".to_owned(),
            sprint_id: "Sprint 12@2026-03-02".to_owned(),
            phase: SprintPhase::Running,
            headline: Some("7 points behind plan".to_owned()),
            goal: Some("Goal: Guests can pay <by> instalments & more".to_owned()),
            facts: vec!["as of Tue 10 March".to_owned(), "16 of 40 points done".to_owned()],
            changes: Some(Changes {
                heading: "Since Mon 9 March:".to_owned(),
                rows: vec![
                    ChangeRow {
                        kind: "Completed".to_owned(),
                        key: "PAY-303".to_owned(),
                        title: Some("Credit *check*".to_owned()),
                        amount: "−8".to_owned(),
                        link: "https://acme.example/browse/PAY-303".parse().ok(),
                    },
                    ChangeRow {
                        kind: "Added".to_owned(),
                        key: "PAY-310".to_owned(),
                        title: None,
                        amount: "+3".to_owned(),
                        link: None,
                    },
                ],
                notes: vec!["4 more".to_owned()],
            }),
            alt_text: "Burndown of Sprint 12.".to_owned(),
            as_of: "2026-03-10T16:30:00Z".to_owned(),
            picture: MessagePicture {
                png: b"\x89PNG".to_vec(),
                width: 1600,
                height: 900,
                content_hash: "h1".to_owned(),
                public_url: None,
            },
        }
    }

    /// A message with everything in it, and an address of its picture.
    pub(crate) fn message_with_address(address: &str) -> Message {
        let mut message = message();
        message.picture.public_url = Some(address.parse().expect("an address"));
        message
    }

    #[test]
    fn the_file_is_named_after_the_sprint() {
        let name = |sprint: &str| Message { sprint: sprint.to_owned(), ..message() }.file_name();
        assert_eq!(name("🔥 Sprint 12 / Öl!"), "sprint-12-l.png");
        assert_eq!(name("🔥"), "sprint.png");
        assert_eq!(name(&"x".repeat(300)).len(), 64);
    }
}
