//! The requests of each chat, as its server gets them, and its refusals. The server plays the part of the chat.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;

use std::time::Duration;

use emberline_client::{Client, ClientSettings};
use emberline_post::chat::{discord, google_chat, mattermost, rocket_chat, teams, webhook, zulip};
use emberline_post::{
    Chat, Destination, Message, MessagePicture, PostError, PostOutcome, PostedKind, SprintPhase, StateStore,
    Target, ThreadMode, post,
};
use replay_server::{Answer, ReplayServer, SeenRequest};
use serde_json::{Value, json};
use url::Url;

fn message(hash: &str) -> Message {
    Message {
        team: None,
        sprint: "Sprint 12".to_owned(),
        sprint_id: "Sprint 12".to_owned(),
        phase: SprintPhase::Running,
        headline: Some("On plan".to_owned()),
        goal: None,
        facts: Vec::new(),
        changes: None,
        alt_text: "Burndown of Sprint 12.".to_owned(),
        as_of: "2026-03-03T17:00:00Z".to_owned(),
        picture: MessagePicture {
            png: b"\x89PNG picture".to_vec(),
            width: 16,
            height: 9,
            content_hash: hash.to_owned(),
            public_url: "https://cdn.example/a.png".parse().ok(),
        },
    }
}

/// Posts messages into a chat, one a day, with a state.
fn post_days(target: &str, chat: &dyn Chat, hashes: &[&str]) -> Vec<Result<PostOutcome, PostError>> {
    let target: Target = target.parse().expect("a target");
    let folder = tempfile::tempdir().expect("a folder");
    let mut state = StateStore::File(folder.path().join("posts.json")).open().expect("a state");
    let settings = ClientSettings { first_pause: Duration::from_millis(1), ..ClientSettings::default() };
    let client = Client::new(settings).expect("a client");
    let destination = Destination { target: &target, chat, client: &client };
    let post = |hash: &&str| post(destination, &message(hash), ThreadMode::Sprint, Some(&mut state));
    hashes.iter().map(post).collect()
}

/// What was done each day.
fn kinds(outcomes: Vec<Result<PostOutcome, PostError>>) -> Vec<PostedKind> {
    outcomes.into_iter().map(|outcome| outcome.expect("posted").kind).collect()
}

/// A server that answers by the part of the path after the last known prefix.
fn server(mut answer: impl FnMut(&SeenRequest) -> Value + Send + 'static) -> ReplayServer {
    ReplayServer::start(move |request| Answer::new(200, answer(request).to_string()))
}

fn address(server: &ReplayServer, path: &str) -> Url {
    format!("{}{path}", server.address()).parse().expect("an address")
}

/// The methods and paths of the requests.
fn paths(server: &ReplayServer) -> Vec<String> {
    server.requests().iter().map(|request| format!("{} {}", request.method, request.path)).collect()
}

fn json_body(request: &SeenRequest) -> Value {
    serde_json::from_slice(&request.body).expect("JSON")
}

fn text_body(request: &SeenRequest) -> String {
    String::from_utf8_lossy(&request.body).into_owned()
}

#[test]
fn mattermost_gets_a_file_and_a_post_in_a_thread() {
    let mut posts = 0;
    let server = server(move |request| match request.path.as_str() {
        "/sub/api/v4/teams/name/acme/channels/name/town-square" => json!({ "id": "channel-id" }),
        "/sub/api/v4/files" => json!({ "file_infos": [{ "id": "file-id" }] }),
        "/sub/api/v4/posts" => {
            posts += 1;
            json!({ "id": format!("post-{posts}") })
        }
        _ => json!({}),
    });
    let chat = mattermost::Mattermost::new(
        "acme/town-square".to_owned(),
        address(&server, "/sub/"),
        "SECRET".into(),
    );
    let days = post_days("mattermost:acme/town-square", &chat, &["h1", "h2"]);
    assert_eq!(kinds(days), [PostedKind::Thread, PostedKind::Reply]);
    assert_eq!(
        paths(&server),
        [
            "GET /sub/api/v4/teams/name/acme/channels/name/town-square",
            "POST /sub/api/v4/posts",
            "POST /sub/api/v4/files",
            "POST /sub/api/v4/posts",
            "PUT /sub/api/v4/posts/post-1/patch",
            "POST /sub/api/v4/files",
            "POST /sub/api/v4/posts",
        ]
    );
    let requests = server.requests();
    assert_eq!(requests[0].header("authorization"), Some("Bearer SECRET"));
    assert!(text_body(&requests[2]).contains("name=\"channel_id\"\r\n\r\nchannel-id\r\n"));
    let reply = json_body(&requests[3]);
    assert_eq!((&reply["root_id"], &reply["file_ids"]), (&json!("post-1"), &json!(["file-id"])));
}

#[test]
fn rocket_chat_confirms_the_upload_as_a_reply() {
    let server = server(|request| match request.path.as_str() {
        "/api/v1/rooms.info?roomName=general" => json!({ "success": true, "room": { "_id": "rid" } }),
        "/api/v1/rooms.media/rid" => json!({ "success": true, "file": { "_id": "fid" } }),
        _ => json!({ "success": true, "message": { "_id": "mid" } }),
    });
    let chat = rocket_chat::RocketChat::new(
        "#general".to_owned(),
        address(&server, "/"),
        "user".to_owned(),
        "SECRET".into(),
    );
    let days = post_days("rocketchat:#general", &chat, &["h1", "h2"]);
    assert_eq!(kinds(days), [PostedKind::Thread, PostedKind::Reply]);
    assert_eq!(
        paths(&server)[1..5],
        [
            "POST /api/v1/chat.postMessage",
            "POST /api/v1/rooms.media/rid",
            "POST /api/v1/rooms.mediaConfirm/rid/fid",
            "POST /api/v1/chat.update",
        ]
    );
    let requests = server.requests();
    assert_eq!(
        (requests[1].header("x-user-id"), requests[1].header("x-auth-token")),
        (Some("user"), Some("SECRET"))
    );
    assert_eq!(json_body(&requests[3])["tmid"], "mid");
}

#[test]
fn zulip_gets_a_file_and_a_message_in_the_topic_of_the_sprint() {
    let server = server(|request| match request.path.as_str() {
        "/api/v1/user_uploads" => json!({ "result": "success", "url": "/user_uploads/2/a.png" }),
        _ => json!({ "result": "success", "id": 7 }),
    });
    let chat =
        zulip::Zulip::new("team red".to_owned(), address(&server, "/"), "bot@x".to_owned(), "key".into());
    assert_eq!(
        kinds(post_days("zulip:team red", &chat, &["h1", "h2"])),
        [PostedKind::Thread, PostedKind::Reply]
    );
    let requests = server.requests();
    // bot@x:key
    assert_eq!(requests[0].header("authorization"), Some("Basic Ym90QHg6a2V5"));
    assert!(
        text_body(&requests[0]).contains("filename=\"sprint-12.png\"\r\nContent-Type: image/png\r\n\r\n")
    );
    assert!(text_body(&requests[1]).starts_with("type=stream&to=team+red&topic=Sprint+12&content="));
}

#[test]
fn webhooks_get_one_request_a_day() {
    let server = server(|_| json!({ "id": "1", "name": "spaces/A/messages/B" }));
    let hook = || address(&server, "/hook?token=SECRET");
    let chats: [(&str, Box<dyn Chat>); 4] = [
        ("discord", Box::new(discord::Discord::new(hook()))),
        ("teams", Box::new(teams::Teams::new(hook()))),
        ("googlechat", Box::new(google_chat::GoogleChat::new(hook()))),
        ("webhook", Box::new(webhook::Webhook::new(hook(), Some("key".into())))),
    ];
    for (target, chat) in &chats {
        let days = post_days(target, chat.as_ref(), &["h1", "h1"]);
        assert!(matches!(&kinds(days)[1], PostedKind::Nothing { .. }), "{target}");
    }
    let requests = server.requests();
    let paths: Vec<_> = requests.iter().map(|request| request.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/hook?token=SECRET&wait=true",
            "/hook?token=SECRET",
            "/hook?token=SECRET&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD",
            "/hook?token=SECRET",
        ]
    );
    assert!(text_body(&requests[0]).contains("name=\"files[0]\"; filename=\"sprint-12.png\""));
    let signed = &requests[3];
    let signature = signed.header("emberline-signature").expect("a signature");
    assert!(signature.starts_with("sha256=") && signature.len() == 71, "{signature}");
    assert_eq!(signed.header("emberline-delivery"), Some("h1"));
}

#[test]
fn each_refusal_has_a_remedy_and_no_secret() {
    let cases: [(u16, &str, &str); 6] = [
        (
            404,
            r#"{"message": "Unknown Webhook", "code": 10015}"#,
            "the webhook was removed; make a new one in the channel's settings",
        ),
        (413, "", "the picture is too large for Discord"),
        (
            401,
            r#"{"id": "api.context.session_expired.app_error", "message": "expired", "status_code": 401}"#,
            "MATTERMOST_TOKEN is no valid token",
        ),
        (
            403,
            r#"{"id": "api.context.permissions.app_error", "message": "no"}"#,
            "add the bot to the team and to the channel",
        ),
        (
            400,
            r#"{"result": "error", "code": "STREAM_DOES_NOT_EXIST", "msg": "Channel 'x' does not exist"}"#,
            "check the channel's name",
        ),
        (
            403,
            r#"{"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "no"}}"#,
            "the webhook was removed or its key is wrong",
        ),
    ];
    for (index, (status, body, remedy)) in cases.into_iter().enumerate() {
        let server = ReplayServer::start(move |_| Answer::new(status, body));
        let at = || address(&server, "/hook/SECRET");
        let (target, chat): (&str, Box<dyn Chat>) = match index {
            0 | 1 => ("discord", Box::new(discord::Discord::new(at()))),
            2 | 3 => (
                "mattermost:c",
                Box::new(mattermost::Mattermost::new("c".to_owned(), address(&server, "/"), "SECRET".into())),
            ),
            4 => (
                "zulip:x",
                Box::new(zulip::Zulip::new(
                    "x".to_owned(),
                    address(&server, "/"),
                    "bot@x".to_owned(),
                    "SECRET".into(),
                )),
            ),
            _ => ("googlechat", Box::new(google_chat::GoogleChat::new(at()))),
        };
        let error = post_days(target, chat.as_ref(), &["h1"]).remove(0).expect_err("refused").to_string();
        assert!(error.contains(remedy) && !error.contains("SECRET"), "{error}");
    }
}
