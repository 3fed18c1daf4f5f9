//! E-mail by SMTP: the picture is inside the message, its alt text in the part for readers without HTML, and the mails of a sprint
//! are one thread.

use std::io;
use std::time::Duration;

use emberline_client::{Client, CredentialSource, ExposeSecret, SecretString};
use lettre::message::{Attachment, Mailbox, MessageBuilder, MultiPart, SinglePart, header::ContentType};
use lettre::{Message as Mail, SmtpTransport, Transport};
use url::Url;

use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::{find_secret, find_text};
use crate::markup::{escape_html, to_html};
use crate::message::Message;
use crate::message_lines::{TextPart, message_lines, plain_text};
use crate::post_error::{PostError, Refusal};

/// Time for one answer of the server.
const SMTP_TIMEOUT: Duration = Duration::from_secs(30);
/// The name of the picture inside the message.
const PICTURE_ID: &str = "burndown";

/// E-mail by SMTP.
#[derive(Debug)]
pub struct MailServer {
    recipients: Vec<Mailbox>,
    sender: Mailbox,
    /// The address of the server with user and password.
    address: SecretString,
}

impl MailServer {
    /// A sender of mails to addresses with commas between.
    ///
    /// # Errors
    /// An address is none.
    pub fn new(recipients: &str, sender: &str, address: SecretString) -> Result<Self, PostError> {
        let parse = |variable: &'static str, text: &str| {
            text.trim().parse::<Mailbox>().map_err(|error| PostError::Variable {
                variable,
                problem: format!("found {text:?}: {error}; expected an address such as team@acme.example"),
            })
        };
        let recipients = recipients.split(',').map(|text| parse("mailto", text)).collect::<Result<_, _>>()?;
        Ok(Self { recipients, sender: parse("SMTP_FROM", sender)?, address })
    }

    /// A sender by the server in `SMTP_URL`, from `SMTP_FROM`, else from the user of the server.
    pub(super) fn from_environment(recipients: &str, source: &CredentialSource) -> Result<Self, PostError> {
        let hint = "it is the address of the mail server: smtps://USER:PASSWORD@mail.acme.example, or smtp://…:587?tls=required";
        let address = find_secret(source, "smtp.invalid", "SMTP_URL", hint)?;
        let wrong =
            || PostError::Variable { variable: "SMTP_URL", problem: format!("found something else; {hint}") };
        let url: Url = address.expose_secret().parse().map_err(|_| wrong())?;
        if !matches!(url.scheme(), "smtp" | "smtps") || url.host_str().is_none() {
            return Err(wrong());
        }
        let user = url.username().replace("%40", "@");
        let sender = find_text("SMTP_FROM").or_else(|| Some(user).filter(|user| user.contains('@')));
        let sender = sender.ok_or_else(|| PostError::Variable {
            variable: "SMTP_FROM",
            problem: "not set; it is the address of the sender".to_owned(),
        })?;
        Self::new(recipients, &sender, address)
    }

    fn write_mail(&self, message: &Message, placement: Placement<'_>) -> Result<(Mail, String), PostError> {
        let id = self.message_id(message);
        let mut builder: MessageBuilder =
            Mail::builder().from(self.sender.clone()).subject(message.title()).message_id(Some(id.clone()));
        for recipient in &self.recipients {
            builder = builder.to(recipient.clone());
        }
        if let Placement::Reply { parent, last } = placement {
            let references = if parent == last { parent.to_owned() } else { format!("{parent} {last}") };
            builder = builder.in_reply_to(last.to_owned()).references(references);
        }
        let refuse = |error: String| PostError::Picture(format!("the mail can't be written: {error}"));
        let content_type: ContentType =
            "image/png".parse().map_err(|_| refuse("no content type".to_owned()))?;
        let picture =
            Attachment::new_inline(PICTURE_ID.to_owned()).body(message.picture.png.clone(), content_type);
        let html = MultiPart::related().singlepart(SinglePart::html(html_body(message))).singlepart(picture);
        let body = MultiPart::alternative().singlepart(SinglePart::plain(text_body(message))).multipart(html);
        let mail = builder.multipart(body).map_err(|error| refuse(error.to_string()))?;
        Ok((mail, id))
    }

    /// Returns the id of a mail, which is that of the picture: a mail that is sent twice is shown once by many programs.
    fn message_id(&self, message: &Message) -> String {
        let hash: String = message.picture.content_hash.chars().take(32).collect();
        format!("<emberline.{hash}@{}>", self.sender.email.domain())
    }
}

impl Chat for MailServer {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(String::new())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError> {
        let (mail, id) = self.write_mail(delivery.message, placement)?;
        let refuse = |reason: String, remedy: &str| Refusal {
            method: "SMTP".to_owned(),
            reason,
            remedy: remedy.to_owned(),
        };
        let transport =
            SmtpTransport::from_url(self.address.expose_secret()).map_err(|_| PostError::Variable {
                variable: "SMTP_URL",
                problem: "the address of the server is not understood; expected smtps://USER:PASSWORD@HOST"
                    .to_owned(),
            })?;
        let transport = transport.timeout(Some(SMTP_TIMEOUT)).build();
        transport.send(&mail).map_err(|error| {
            let status = error.status().map(|code| code.to_string());
            PostError::from(refuse(reason_of(&error), remedy_of(status.as_deref())))
        })?;
        Ok(Posted { id: Some(id), notes: Vec::new() })
    }
}

/// Returns the reason of a failure; a socket's own words for a server that does not answer mean something else to people.
fn reason_of(error: &lettre::transport::smtp::Error) -> String {
    let cause = std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<io::Error>());
    match cause.map(io::Error::kind) {
        Some(io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
            format!("no answer within {} s", SMTP_TIMEOUT.as_secs())
        }
        _ => error.to_string(),
    }
}

/// Returns what to do about a status of a mail server; without one, it was not reached.
fn remedy_of(status: Option<&str>) -> &'static str {
    match status {
        Some("530" | "534" | "535") => "check user and password in SMTP_URL",
        Some("550" | "553" | "554") => {
            "the server does not accept the sender or a recipient; check SMTP_FROM"
        }
        Some("552") => "the picture is too large for this server; draw a smaller one with --scale 1",
        Some(_) => "",
        None => "check the host, the port and the kind of encryption in SMTP_URL",
    }
}

fn text_body(message: &Message) -> String {
    format!("{}\n\n{}\n", plain_text(message), message.alt_text)
}

fn html_body(message: &Message) -> String {
    let alt = escape_html(&message.alt_text);
    let lines = to_html(&message_lines(message, TextPart::Whole));
    let image = format!("<img src=\"cid:{PICTURE_ID}\" alt=\"{alt}\" style=\"max-width:100%;height:auto\">");
    format!("<!doctype html><html><body style=\"font-family:sans-serif\">{lines}<p>{image}</p></body></html>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    fn server() -> MailServer {
        MailServer::new("a@acme.example, b@acme.example", "bot@acme.example", "smtp://localhost".into())
            .expect("addresses")
    }

    fn mail_text(placement: Placement<'_>) -> String {
        let (mail, _) = server().write_mail(&message(), placement).expect("a mail");
        String::from_utf8(mail.formatted()).expect("a text")
    }

    #[test]
    fn a_mail_answers_the_last_one_of_its_sprint() {
        let mail = mail_text(Placement::Reply { parent: "<1@x>", last: "<2@x>" });
        assert!(mail.contains("In-Reply-To: <2@x>\r\nReferences: <1@x> <2@x>\r\n"), "{mail}");
        assert!(mail.contains("Message-ID: <emberline.h1@acme.example>\r\n"), "{mail}");
        assert!(!mail_text(Placement::First).contains("References"));
    }

    #[test]
    fn what_is_no_address_is_named() {
        let error =
            MailServer::new("team", "bot@acme.example", "smtp://localhost".into()).expect_err("no address");
        assert!(error.to_string().starts_with("mailto: found \"team\": "), "{error}");
    }
}
