//! The likely reason for an error of a tracker, by the words of its message.

/// Words in a message, in lower case, and the question that leads to the reason.
struct Hint {
    words: &'static [&'static str],
    /// The status of HTTP as a message writes it.
    status: &'static str,
    question: &'static str,
}

/// The first hint with a word counts.
const HINTS: [Hint; 4] = [
    Hint {
        words: &["rate limit", "ratelimit", "too many requests", "retry later", "limit_exceeded"],
        status: "429",
        question: "wait, and ask again",
    },
    Hint {
        words: &["not found", "does not exist", "could not resolve", "no milestone matches", "invalid id"],
        status: "404",
        question: "is the address right, and does the token belong to somebody who may see it?",
    },
    Hint {
        words: &[
            "permission",
            "forbidden",
            "scope",
            "not authorized",
            "not allowed",
            "privileges",
            "not accessible",
        ],
        status: "403",
        question: "may the token read it?",
    },
    Hint {
        words: &[
            "credential",
            "unauthorized",
            "unauthorised",
            "authenticat",
            "token",
            "invalid key",
            "log in",
            "sign in",
            "login",
            "password",
        ],
        status: "401",
        question: "is the token right?",
    },
];

/// Returns the question that leads to the reason of an error.
pub fn error_hint(message: &str) -> &'static str {
    let message = message.to_lowercase();
    let has_number = |number: &str| message.split(|c: char| !c.is_alphanumeric()).any(|word| word == number);
    let applies =
        |hint: &&Hint| has_number(hint.status) || hint.words.iter().any(|word| message.contains(word));
    HINTS.iter().find(applies).map_or("the message says what to change", |hint| hint.question)
}
