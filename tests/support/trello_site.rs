//! Trello, as much of it as a board needs: lists with cards, and actions in pages. Its data are small enough to add up by hand.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use serde_json::{Value, json};

use super::replay_server::{Answer, ReplayServer, SeenRequest};

/// Answers of the site. Tests change what they need.
#[derive(Clone, Debug)]
pub struct TrelloSite {
    pub page_actions: usize,
    pub lists: Vec<Value>,
    /// The newest first.
    pub actions: Vec<Value>,
}

const BOARD: &str = "5f5a1b2c3d4e5f6a7b8c9d00";

impl Default for TrelloSite {
    /// From 2 March 2026, 5 + 3 + 8 points are committed. On 3 March card 4 (2) was created; on 4 March card 1 (5) came to Done; on
    /// 5 March card 3 (8) was archived.
    fn default() -> Self {
        let card = |id: u64, name: &str, closed: bool| {
            json!({ "id": format!("card{id}"), "idShort": id, "name": name, "closed": closed, "idList": "list1",
                "dateLastActivity": "2026-03-05T10:00:00.000Z" })
        };
        let created = |id: u64, name: &str, day: &str| {
            action("createCard", day, id, name, json!({ "list": { "id": "list1", "name": "To Do" } }))
        };
        let update =
            |id: u64, name: &str, day: &str, fields: Value| action("updateCard", day, id, name, fields);
        Self {
            page_actions: 2,
            lists: vec![
                json!({ "id": "list1", "name": "To Do", "cards": [card(2, "Secret two (3)", false),
                    card(3, "[8] Secret three", true), card(4, "(2) Secret four", false)] }),
                json!({ "id": "list2", "name": "Done", "cards": [card(1, "(5) Secret one", false)] }),
            ],
            actions: vec![
                update(3, "[8] Secret three", "2026-03-05", json!({ "old": { "closed": false } })),
                update(
                    1,
                    "(5) Secret one",
                    "2026-03-04",
                    json!({ "listBefore": { "id": "list1", "name": "To Do" },
                        "listAfter": { "id": "list2", "name": "Done" }, "old": { "idList": "list1" } }),
                ),
                update(2, "Secret two (3)", "2026-03-04", json!({ "old": { "desc": "A secret plan" } })),
                created(4, "(2) Secret four", "2026-03-03"),
                created(3, "[8] Secret three", "2026-02-27"),
                created(2, "Secret two (3)", "2026-02-27"),
                created(1, "(5) Secret one", "2026-02-27"),
            ],
        }
    }
}

fn action(kind: &str, day: &str, card: u64, name: &str, fields: Value) -> Value {
    let mut data = fields;
    data["board"] = json!({ "id": BOARD, "name": "Garden app", "shortLink": "gArDeN01" });
    data["card"] = json!({ "id": format!("card{card}"), "idShort": card, "name": name, "shortLink": "x" });
    json!({ "id": format!("{day}-{kind}-{card}"), "type": kind, "date": format!("{day}T10:00:00.000Z"), "data": data,
        "memberCreator": { "fullName": "Ada Lovelace" } })
}

impl TrelloSite {
    /// Starts a server of the site.
    pub fn start(self) -> ReplayServer {
        ReplayServer::start(move |request| self.answer(request))
    }

    /// Answers a request.
    pub fn answer(&self, request: &SeenRequest) -> Answer {
        let accepted = r#"OAuth oauth_consumer_key="key", oauth_token="token""#;
        if request.header("authorization") != Some(accepted) {
            return Answer::new(401, "invalid token");
        }
        let path = request.decoded_path();
        let board = format!("/1/boards/{BOARD}");
        match path.strip_prefix(&board).unwrap_or(&path) {
            "/1/members/me" => Answer::json(&json!({ "username": "ada" })),
            "/1/members/me/boards" => {
                Answer::json(&json!([{ "id": BOARD, "name": "Garden app", "shortLink": "gArDeN01" }]))
            }
            "" | "/1/boards/gArDeN01" => Answer::json(&json!({ "id": BOARD, "name": "Garden app" })),
            "/lists" => Answer::json(&json!(self.lists)),
            "/actions" => {
                let before = request.parameter("before");
                let is_before = |action: &&Value| before.is_empty() || action["id"] != *before;
                let skipped = match before.is_empty() {
                    true => 0,
                    false => self.actions.iter().take_while(is_before).count() + 1,
                };
                let page = self.actions.iter().skip(skipped).take(self.page_actions);
                Answer::json(&json!(page.collect::<Vec<_>>()))
            }
            _ => Answer::new(404, "The requested resource was not found."),
        }
    }
}
