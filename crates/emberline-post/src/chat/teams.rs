//! Microsoft Teams by a webhook of the Workflows app: an Adaptive Card, the picture fetched from its address.
//! <https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using>

use emberline_client::{Body, Client, CredentialSource, Method, Request};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{Remedy, call};
use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::find_secret_address;
use crate::json::with_field;
use crate::limits::MAX_TEAMS_PAYLOAD_BYTES;
use crate::markup::line_as_markdown;
use crate::message::Message;
use crate::message_lines::{Line, LineRole, TextPart, fit_measured, message_lines};
use crate::post_error::PostError;

const REMEDIES: [Remedy; 5] = [
    (
        "401",
        "TEAMS_WEBHOOK_URL must be the whole address of the workflow, with all that follows the question mark",
    ),
    (
        "403",
        "TEAMS_WEBHOOK_URL must be the whole address of the workflow, with all that follows the question mark",
    ),
    (
        "404",
        "the workflow was removed; make a new one (\"When a Teams webhook request is received\"), and set TEAMS_WEBHOOK_URL",
    ),
    ("WorkflowTriggerIsNotEnabled", "the workflow is turned off; turn it on in the app Workflows"),
    ("413", "the card is too large for Teams; shorten the goal"),
];

/// Teams by a webhook.
#[derive(Debug)]
pub struct Teams {
    address: Url,
}

impl Teams {
    /// A webhook; its address is a secret.
    pub const fn new(address: Url) -> Self {
        Self { address }
    }

    pub(super) fn from_environment(source: &CredentialSource) -> Result<Self, PostError> {
        let hint =
            "it is the address that the app Workflows shows for \"When a Teams webhook request is received\"";
        Ok(Self::new(find_secret_address(source, "teams.microsoft.com", "TEAMS_WEBHOOK_URL", hint)?))
    }
}

impl Chat for Teams {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(String::new())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, _: Placement<'_>) -> Result<Posted, PostError> {
        let body = webhook_body(delivery.message)?;
        let request = Request::new(Method::POST, self.address.clone())
            .with_secret_address()
            .with_body(Body::Json(body));
        call(delivery.client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        Ok(Posted::default())
    }
}

/// Returns the message with a card of full width. Entries of the list are left out until Teams takes it.
pub(super) fn webhook_body(message: &Message) -> Result<Value, PostError> {
    let address = message.public_address()?;
    if address.as_str().contains('&') {
        return Err(PostError::Picture(
            "--picture-url: found an address with &, which Teams changes to &amp; (MicrosoftDocs/msteams-docs #5251), so that presigned addresses fail: \
             give an address without a query, such as one of a CDN"
                .to_owned(),
        ));
    }
    let write = |lines: &[Line]| card_message(lines, address, &message.alt_text);
    let lines = message_lines(message, TextPart::Whole);
    let lines = fit_measured(&lines, MAX_TEAMS_PAYLOAD_BYTES, |lines| write(lines).to_string().len());
    Ok(write(&lines))
}

fn card_message(lines: &[Line], address: &Url, alt_text: &str) -> Value {
    let (news, state): (Vec<_>, Vec<_>) =
        lines.iter().partition(|line| matches!(line.role, LineRole::ListHeading | LineRole::ListItem));
    let image = json!({ "type": "Image", "url": address.as_str(), "altText": alt_text, "msTeams": { "allowExpand": true } });
    let blocks = state.into_iter().map(text_block).chain([image]);
    let list = news.into_iter().map(line_as_markdown).collect::<Vec<_>>().join("\n");
    let list = (!list.is_empty()).then(|| json!({ "type": "TextBlock", "text": list, "wrap": true }));
    let body: Vec<_> = blocks.chain(list).collect();
    let card = json!({
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "msteams": { "width": "Full" },
        "body": body,
    });
    let attachment = json!({ "contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": null, "content": card });
    json!({ "type": "message", "attachments": [attachment] })
}

fn text_block(line: &Line) -> Value {
    let block =
        json!({ "type": "TextBlock", "text": line_as_markdown(line), "wrap": true, "spacing": "Small" });
    with_field(block, "size", (line.role == LineRole::Title).then(|| json!("Large")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message_with_address;

    #[test]
    fn the_card_has_the_whole_width_and_the_picture() {
        let body = webhook_body(&message_with_address("https://cdn.example/a.png")).expect("a body");
        let card = &body["attachments"][0]["content"];
        assert_eq!(card["msteams"]["width"], "Full");
        let types: Vec<_> =
            card["body"].as_array().expect("a list").iter().map(|block| &block["type"]).collect();
        assert_eq!(
            types,
            ["TextBlock", "TextBlock", "TextBlock", "TextBlock", "TextBlock", "Image", "TextBlock"]
        );
        assert_eq!(card["body"][5]["altText"], "Burndown of Sprint 12.");
        let list = card["body"][6]["text"].as_str().expect("a text");
        assert!(list.starts_with("Since Mon 9 March:\n- Completed [PAY-303](https://"), "{list}");
    }

    #[test]
    fn an_address_with_an_ampersand_is_refused_with_the_reason() {
        let error =
            webhook_body(&message_with_address("https://s3.example/a.png?x=1&y=2")).expect_err("refused");
        assert!(error.to_string().contains("presigned addresses fail"), "{error}");
    }

    #[test]
    fn a_large_card_loses_entries_until_teams_takes_it() {
        let mut long = message_with_address("https://cdn.example/a.png");
        if let Some(changes) = &mut long.changes {
            changes.rows = vec![changes.rows[0].clone(); 2_000];
        }
        let body = webhook_body(&long).expect("a body").to_string();
        assert!(body.len() <= MAX_TEAMS_PAYLOAD_BYTES && body.contains("- …"), "{}", body.len());
    }
}
