//! The id of a channel from its name.

use super::api::{SlackApi, SlackFailure};
use super::requests::list_channels;
use crate::json::{entries_at, text_at};
use crate::limits::MAX_SLACK_CHANNEL_PAGES;
use crate::post_error::PostError;

/// Names with at least this likeness are proposed.
const MIN_LIKENESS: f64 = 0.75;

/// Returns the id of the channel with a name.
pub(super) fn find_channel_id(api: &SlackApi<'_>, name: &str) -> Result<String, PostError> {
    let mut names = Vec::new();
    let found = match search(api, "public_channel,private_channel", name, &mut names) {
        // A bot without groups:read sees public channels only.
        Err(SlackFailure::Refused(refusal)) if refusal.error == "missing_scope" => {
            search(api, "public_channel", name, &mut names)
        }
        found => found,
    };
    match found {
        Ok(Some(id)) => Ok(id),
        Ok(None) => Err(PostError::UnknownChannel {
            channel: format!("#{name}"),
            nearest: propose_names(name, &names),
        }),
        Err(SlackFailure::Refused(refusal)) if refusal.error == "missing_scope" => {
            let mut refusal = refusal.into_refusal();
            refusal.remedy +=
                ", or name the channel by its id, which is at the end of its details: slack:C0123ABCD";
            Err(refusal.into())
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Looks for a channel page by page; the names of the others are kept for the error.
fn search(
    api: &SlackApi<'_>,
    types: &str,
    name: &str,
    names: &mut Vec<String>,
) -> Result<Option<String>, SlackFailure> {
    let mut cursor = String::new();
    for _ in 0..MAX_SLACK_CHANNEL_PAGES {
        let answer = api.call(&list_channels(types, &cursor))?;
        for channel in entries_at(&answer, "/channels") {
            let text = |field: &str| text_at(channel, field).unwrap_or_default().to_owned();
            if text("/name") == name {
                return Ok(Some(text("/id")));
            }
            names.push(text("/name"));
        }
        let next = text_at(&answer, "/response_metadata/next_cursor").unwrap_or_default();
        if next.is_empty() {
            return Ok(None);
        }
        next.clone_into(&mut cursor);
    }
    Ok(None)
}

/// Returns the names that are most like the wanted one, and what else may be the reason.
fn propose_names(wanted: &str, names: &[String]) -> String {
    let mut rated: Vec<_> = names.iter().map(|name| (strsim::jaro_winkler(wanted, name), name)).collect();
    rated.retain(|(likeness, _)| *likeness >= MIN_LIKENESS);
    rated.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let private = "a private channel is seen only after /invite @emberline in it";
    match rated.iter().take(3).map(|(_, name)| format!("#{name}")).collect::<Vec<_>>() {
        near if near.is_empty() => format!(" among {}; {private}", names.len()),
        near => format!(", perhaps {}; {private}", near.join(" or ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_names_are_proposed() {
        let names = ["general", "team-read", "team-red-x", "random"].map(str::to_owned);
        let private = "a private channel is seen only after /invite @emberline in it";
        assert_eq!(
            propose_names("team-red", &names),
            format!(", perhaps #team-read or #team-red-x; {private}")
        );
        assert_eq!(propose_names("zzz", &names), format!(" among 4; {private}"));
    }
}
