//! Slack as it fails: refusals, pauses, lost shares, refused blocks, cut connections. The server plays Slack's part.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;

use std::time::Duration;

use emberline_client::{Client, ClientSettings};
use emberline_post::chat::slack::SlackBot;
use emberline_post::limits::{MAX_PICTURE_BYTES, MAX_SLACK_CHANNEL_PAGES};
use emberline_post::{
    Chat, Destination, Message, MessagePicture, OpenState, PostError, PostOutcome, PostedKind, SprintPhase,
    StateStore, Target, ThreadMode, post, preview,
};
use replay_server::{Answer, ReplayServer, SeenRequest};
use serde_json::{Value, json};
use tempfile::TempDir;

fn message(hash: &str) -> Message {
    Message {
        team: None,
        sprint: "Sprint 12".to_owned(),
        sprint_id: "Sprint 12".to_owned(),
        phase: SprintPhase::Running,
        headline: Some("On plan".to_owned()),
        goal: None,
        facts: vec!["3 of 12 points done".to_owned()],
        changes: None,
        alt_text: "Burndown of Sprint 12.".to_owned(),
        as_of: "2026-03-03T17:00:00Z".to_owned(),
        picture: MessagePicture {
            png: b"\x89PNG picture".to_vec(),
            width: 16,
            height: 9,
            content_hash: hash.to_owned(),
            public_url: None,
        },
    }
}

/// A Slack that works, except where `fault` answers in its place; `fault` gets the method and the number of calls of it so far.
fn slack(
    mut fault: impl FnMut(&str, usize, &SeenRequest) -> Option<Answer> + Send + 'static,
) -> ReplayServer {
    let mut calls: Vec<String> = Vec::new();
    ReplayServer::start(move |request| {
        let method = request.path.trim_start_matches("/api/").trim_start_matches('/').to_owned();
        let count = calls.iter().filter(|call| **call == method).count();
        calls.push(method.clone());
        if let Some(answer) = fault(&method, count, request) {
            return answer;
        }
        let host = request.header("host").expect("a host");
        let file = format!("F{}", calls.iter().filter(|call| *call == "files.getUploadURLExternal").count());
        ok(&match method.as_str() {
            "chat.postMessage" => json!({ "ok": true, "ts": format!("1.{count}"), "channel": "C1234" }),
            "files.getUploadURLExternal" => {
                json!({ "ok": true, "upload_url": format!("http://{host}/upload/SECRET"), "file_id": file })
            }
            "files.info" => share(),
            _ => json!({ "ok": true }),
        })
    })
}

fn ok(body: &Value) -> Answer {
    Answer::new(200, body.to_string())
}

fn refusal(error: &str) -> Option<Answer> {
    Some(ok(&json!({ "ok": false, "error": error })))
}

fn share() -> Value {
    json!({ "ok": true, "file": { "shares": { "public": { "C1234": [{ "ts": "2.0" }] } } } })
}

/// A run of `post` against a server, with a state of its own.
struct Channel {
    server: ReplayServer,
    _folder: TempDir,
    state: OpenState,
}

impl Channel {
    fn of(server: ReplayServer) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let state = StateStore::File(folder.path().join("posts.json")).open().expect("a state");
        Self { server, _folder: folder, state }
    }

    fn post(&mut self, message: &Message) -> Result<PostOutcome, PostError> {
        let target: Target = "slack:C1234".parse().expect("a target");
        let address = format!("{}/api/", self.server.address()).parse().expect("an address");
        let bot = SlackBot::new("C1234".to_owned(), "xoxb-secret".into(), address)
            .with_first_pause(Duration::from_millis(1));
        let settings = ClientSettings {
            total_time: Duration::from_secs(20),
            first_pause: Duration::from_millis(1),
            ..ClientSettings::default()
        };
        let client = Client::new(settings).expect("a client");
        let destination = Destination { target: &target, chat: &bot, client: &client };
        post(destination, message, ThreadMode::Sprint, Some(&mut self.state))
    }

    /// The methods that were called.
    fn methods(&self) -> Vec<String> {
        let name = |path: &str| path.trim_start_matches("/api/").to_owned();
        self.server.requests().iter().map(|request| name(&request.path)).collect()
    }

    /// The arguments of each call of a method that takes JSON.
    fn arguments(&self, method: &str) -> Vec<Value> {
        let path = format!("/api/{method}");
        let calls = self.server.requests().into_iter().filter(|request| request.path == path);
        calls.map(|request| serde_json::from_slice(&request.body).expect("JSON")).collect()
    }
}

const FIRST_DAY: [&str; 5] = [
    "chat.postMessage",
    "files.getUploadURLExternal",
    "/upload/SECRET",
    "files.completeUploadExternal",
    "files.info",
];

#[test]
fn the_first_day_takes_five_requests_and_the_second_renews() {
    let mut channel = Channel::of(slack(|_, _, _| None));
    assert_eq!(channel.post(&message("h1")).expect("posted").kind, PostedKind::Thread);
    assert_eq!(channel.methods(), FIRST_DAY);
    let complete = &channel.arguments("files.completeUploadExternal")[0];
    assert_eq!((&complete["channel_id"], &complete["thread_ts"]), (&json!("C1234"), &json!("1.0")));
    assert_eq!(channel.server.requests()[2].body, b"\x89PNG picture");
    assert_eq!(channel.post(&message("h2")).expect("posted").kind, PostedKind::Reply);
    assert_eq!(channel.methods()[5], "chat.update");
    assert_eq!(channel.arguments("chat.update")[0]["ts"], "1.0");
    let again = channel.post(&message("h2")).expect("known");
    assert_eq!(again.kind, PostedKind::Nothing { since: "2026-03-03T17:00:00Z".to_owned() });
    assert_eq!(channel.methods().len(), 10);
}

#[test]
fn a_limit_of_requests_is_waited_for() {
    let mut channel = Channel::of(slack(|method, count, _| {
        let limited =
            Answer::new(429, "{\"ok\":false,\"error\":\"ratelimited\"}").with_header("Retry-After", "1");
        (method == "files.completeUploadExternal" && count == 0).then_some(limited)
    }));
    assert_eq!(channel.post(&message("h1")).expect("posted").kind, PostedKind::Thread);
    assert_eq!(
        channel.methods().iter().filter(|method| *method == "files.completeUploadExternal").count(),
        2
    );
}

#[test]
fn channels_without_an_end_are_not_read_for_ever() {
    let server = ReplayServer::start(|_| {
        let channels = json!([{ "name": "general", "id": "C1" }]);
        ok(&json!({ "ok": true, "channels": channels, "response_metadata": { "next_cursor": "again" } }))
    });
    let address = format!("{}/api/", server.address()).parse().expect("an address");
    let bot = SlackBot::new("#team-red".to_owned(), "xoxb-secret".into(), address);
    let client = Client::new(ClientSettings::default()).expect("a client");
    let error = bot.find_channel(&client).expect_err("no channel").to_string();
    assert!(error.starts_with("found no channel \"#team-red\" among 50;"), "{error}");
    assert_eq!(server.requests().len(), MAX_SLACK_CHANNEL_PAGES);
}

#[test]
fn a_picture_over_the_limit_is_not_sent() {
    let mut channel = Channel::of(slack(|_, _, _| None));
    let mut large = message("h1");
    large.picture.png = vec![0; MAX_PICTURE_BYTES + 1];
    let error = channel.post(&large).expect_err("too large").to_string();
    assert!(
        error.starts_with("a picture of 20000001 bytes, slack takes 20000000: draw a smaller one"),
        "{error}"
    );
    assert!(channel.methods().is_empty());
    large.picture.png.pop();
    let target: Target = "slack:C1234".parse().expect("a target");
    preview(&target, &large, ThreadMode::Sprint).expect("within the limit");
}

#[test]
fn a_refusal_has_a_remedy_and_leaves_no_record() {
    let mut channel = Channel::of(slack(|_, _, _| refusal("not_in_channel")));
    assert_eq!(
        channel.post(&message("h1")).expect_err("refused").to_string(),
        "chat.postMessage: not_in_channel: invite the app: write /invite @emberline (or your app's name) in the channel"
    );
    assert!(channel.state.records().is_empty());
}

#[test]
fn a_failed_upload_keeps_the_thread_for_the_next_run() {
    let mut channel = Channel::of(slack(|method, count, _| {
        (method == "files.completeUploadExternal" && count == 0).then(|| refusal("file_uploads_disabled"))?
    }));
    let error = channel.post(&message("h1")).expect_err("refused").to_string();
    assert!(error.contains("the workspace forbids uploads; use an incoming webhook"), "{error}");
    assert_eq!(channel.post(&message("h1")).expect("posted").kind, PostedKind::Reply);
    assert_eq!(channel.arguments("chat.postMessage").len(), 1);
}

#[test]
fn a_slow_share_is_waited_for() {
    let mut channel = Channel::of(slack(|method, count, _| match (method, count) {
        ("files.info", 0) => refusal("file_not_found"),
        ("files.info", 1) => Some(ok(&json!({ "ok": true, "file": { "shares": {}, "mimetype": "" } }))),
        _ => None,
    }));
    let outcome = channel.post(&message("h1")).expect("posted");
    assert!(outcome.notes.is_empty(), "{:?}", outcome.notes);
    assert_eq!(channel.methods()[4..], ["files.info", "files.info", "files.info"]);
}

#[test]
fn a_lost_share_is_repeated_without_the_alt_text() {
    let mut channel = Channel::of(slack(|method, _, request| {
        let is_first = String::from_utf8_lossy(&request.body).contains("file=F1");
        (method == "files.info" && is_first).then(|| ok(&json!({ "ok": true, "file": { "shares": {} } })))
    }));
    let outcome = channel.post(&message("h1")).expect("posted");
    assert_eq!(outcome.notes, ["Slack lost the picture with its alt text, so it was posted without one"]);
    assert_eq!(channel.arguments("files.delete"), [json!({ "file": "F1" })]);
    let uploads: Vec<_> =
        channel.server.requests().into_iter().filter(|r| r.path.ends_with("URLExternal")).collect();
    let has_alt = |request: &SeenRequest| String::from_utf8_lossy(&request.body).contains("alt_txt=Burndown");
    assert_eq!(uploads.iter().map(has_alt).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_share_that_is_lost_twice_is_an_error() {
    let mut channel = Channel::of(slack(|method, _, _| {
        (method == "files.info").then(|| ok(&json!({ "ok": true, "file": {} })))
    }));
    let error = channel.post(&message("h1")).expect_err("lost").to_string();
    assert!(error.contains("it is not in the channel: invite the app"), "{error}");
    assert_eq!(channel.arguments("files.delete").len(), 2);
    assert_eq!(channel.state.records()[0].picture, None);
}

#[test]
fn refused_blocks_are_sent_as_text() {
    let mut channel = Channel::of(slack(|_, _, request| {
        let has_blocks = String::from_utf8_lossy(&request.body).contains("\"blocks\"");
        let detail =
            json!({ "messages": ["[ERROR] must be a valid enum value [json-pointer:/blocks/0/type]"] });
        let answer = json!({ "ok": false, "error": "invalid_blocks", "response_metadata": detail });
        has_blocks.then(|| ok(&answer))
    }));
    channel.post(&message("h1")).expect("posted");
    let outcome = channel.post(&message("h2")).expect("posted");
    assert_eq!(outcome.notes, ["Slack refused the formatting (invalid_blocks), so the text has no links"]);
    let complete = channel.arguments("files.completeUploadExternal");
    assert_eq!(complete.last().expect("a call")["initial_comment"], "On plan\n3 of 12 points done");
    let update = channel.arguments("chat.update");
    assert_eq!(update.last().expect("a call").get("blocks"), None);
}

#[test]
fn a_message_that_can_not_be_edited_is_no_obstacle() {
    let mut channel = Channel::of(slack(|method, _, _| {
        (method == "chat.update").then(|| refusal("edit_window_closed"))?
    }));
    channel.post(&message("h1")).expect("posted");
    let outcome = channel.post(&message("h2")).expect("posted");
    assert_eq!(outcome.kind, PostedKind::Reply);
    assert!(
        outcome.notes[0].contains("was not renewed: chat.update: edit_window_closed"),
        "{:?}",
        outcome.notes
    );
}

#[test]
fn a_deleted_message_opens_a_new_thread() {
    let mut channel =
        Channel::of(slack(|method, _, _| (method == "chat.update").then(|| refusal("message_not_found"))?));
    channel.post(&message("h1")).expect("posted");
    assert_eq!(channel.post(&message("h2")).expect("posted").kind, PostedKind::Thread);
    assert_eq!(channel.state.records()[0].parent.as_deref(), Some("1.1"));
}

#[test]
fn a_cut_connection_repeats_nothing_that_may_have_been_done() {
    let mut channel = Channel::of(slack(|method, _, _| {
        (method == "chat.postMessage").then(|| ok(&json!({ "ok": true, "ts": "1.0" })).cut())
    }));
    let error = channel.post(&message("h1")).expect_err("cut").to_string();
    assert!(error.ends_with("the request may have arrived all the same"), "{error}");
    assert_eq!(channel.methods(), ["chat.postMessage"]);
    // A question, an edit and the upload of the same bytes are repeated.
    let mut channel = Channel::of(slack(|method, count, _| match (method, count) {
        ("upload/SECRET", 0) => Some(Answer::new(200, "OK - 12").cut()),
        ("files.info", 0) => Some(ok(&share()).cut()),
        _ => None,
    }));
    channel.post(&message("h1")).expect("posted");
    assert_eq!(channel.methods().len(), 7);
}

#[test]
fn no_error_contains_a_secret() {
    for (method, answer) in [
        ("chat.postMessage", Answer::new(502, "xoxb-secret")),
        ("upload/SECRET", Answer::new(403, "SECRET")),
        ("files.getUploadURLExternal", ok(&json!({ "ok": true, "upload_url": "SECRET" }))),
        ("files.completeUploadExternal", Answer::new(200, "xoxb-secret")),
    ] {
        let mut channel = Channel::of(slack(move |called, _, _| (called == method).then(|| answer.clone())));
        let error = channel.post(&message("h1")).expect_err("refused");
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains("SECRET") && !printed.contains("xoxb-secret"), "{printed}");
    }
}
