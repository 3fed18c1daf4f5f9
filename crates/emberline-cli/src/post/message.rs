//! The message about a picture.

use emberline::{Description, MessageText, Picture, SprintDescription};
use emberline_post::{ChangeRow, Changes, Message, MessagePicture, SprintPhase};
use jiff::Timestamp;
use url::{Url, form_urlencoded};

use super::content_hash::content_hash;
use crate::clock::current_time;
use crate::post_args::PostArgs;

/// Returns what identifies the sprint of a description among those of the team: the name and the date of the start.
pub(super) fn sprint_id(description: &Description) -> String {
    match description {
        Description::Sprint(sprint) => {
            let date = sprint.dates.start.split('T').next().unwrap_or_default();
            format!("{}@{date}", sprint.name)
        }
        _ => description.name().to_owned(),
    }
}

/// Returns the message about a picture; `png` are its bytes.
pub(super) fn make_message(args: &PostArgs, picture: &Picture, png: Vec<u8>) -> Message {
    let description = picture.describe();
    let (width, height) = picture.size().device_size();
    let text = match description {
        Description::Sprint(sprint) => sprint.message.clone(),
        _ => MessageText::default(),
    };
    Message {
        team: args.team.clone(),
        sprint: description.name().to_owned(),
        sprint_id: sprint_id(description),
        phase: sprint_phase(description),
        headline: description.headline().map(str::to_owned),
        goal: text.goal.clone(),
        facts: text.facts.clone(),
        changes: changes(&text, args.item_url.as_deref()),
        alt_text: description.alt_text().to_owned(),
        as_of: as_of(description),
        picture: MessagePicture {
            png,
            width,
            height,
            content_hash: content_hash(picture),
            public_url: args.picture_url.clone(),
        },
    }
}

fn sprint_phase(description: &Description) -> SprintPhase {
    let Description::Sprint(sprint) = description else { return SprintPhase::Running };
    match sprint.dates.phase {
        "ended" if sprint.dates.closed.is_some() => SprintPhase::Closed,
        "ended" => SprintPhase::Ended,
        "ahead" => SprintPhase::Ahead,
        _ => SprintPhase::Running,
    }
}

fn as_of(description: &Description) -> String {
    match description {
        Description::Sprint(sprint) => sprint.dates.as_of.clone(),
        _ => current_time().to_string(),
    }
}

fn changes(text: &MessageText, item_url: Option<&str>) -> Option<Changes> {
    let changes = text.changes.as_ref()?;
    let row = |item: &emberline::ChangeText| ChangeRow {
        kind: item.kind.clone(),
        key: item.key.clone(),
        title: item.title.clone(),
        amount: item.amount.clone(),
        link: item_url.and_then(|template| item_link(template, &item.key)),
    };
    Some(Changes {
        heading: changes.heading.clone(),
        rows: changes.items.iter().map(row).collect(),
        notes: changes.totals.iter().chain(&changes.others).cloned().collect(),
    })
}

/// Returns the address of an item's page. The number sign of a key such as `#12` is no part of an address.
fn item_link(template: &str, key: &str) -> Option<Url> {
    let key: String = form_urlencoded::byte_serialize(key.trim_start_matches('#').as_bytes()).collect();
    template.replace("{key}", &key).parse().ok()
}

/// Returns the name of the day off on which a sprint's numbers are; `None` on a working day, and unless the sprint is running.
pub(super) fn day_off(description: &Description) -> Option<String> {
    let Description::Sprint(sprint) = description else { return None };
    let date = as_of_date(sprint).filter(|_| sprint.dates.phase == "running")?;
    let is_day_off = sprint.days.iter().any(|day| day.date == date && !day.working);
    is_day_off.then_some(date)
}

fn as_of_date(sprint: &SprintDescription) -> Option<String> {
    let as_of: Timestamp = sprint.dates.as_of.parse().ok()?;
    Some(as_of.in_tz(&sprint.dates.time_zone).ok()?.date().to_string())
}
