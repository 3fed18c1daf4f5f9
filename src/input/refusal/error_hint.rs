//! The likely reason for an error of a tracker, by the words of its message.

/// Words in messages, in lower case, and the question that leads to the reason. The first group with a word counts.
const HINTS: [(&[&str], &str); 4] = [
    (
        &["rate limit", "ratelimit", "too many requests", "429", "retry later", "limit_exceeded"],
        "wait, and ask again",
    ),
    (
        &["not found", "404", "does not exist", "could not resolve", "no milestone matches", "invalid id"],
        "is the address right, and does the token belong to somebody who may see it?",
    ),
    (
        &[
            "credential",
            "unauthorized",
            "unauthorised",
            "authenticat",
            "token",
            "invalid key",
            "401",
            "log in",
            "sign in",
            "login",
            "password",
            "tf400813",
        ],
        "is the token right?",
    ),
    (
        &["permission", "forbidden", "403", "scope", "not authorized", "not allowed", "access"],
        "does the token belong to somebody who may see it?",
    ),
];

/// Returns the question that leads to the reason of an error.
pub fn error_hint(message: &str) -> &'static str {
    let message = message.to_lowercase();
    let has_word = |(words, _): &&(&[&str], &str)| words.iter().any(|word| message.contains(word));
    HINTS.iter().find(has_word).map_or("ask again, as the message says", |(_, hint)| hint)
}
