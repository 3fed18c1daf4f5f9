//! The attacks of `tests/script/attacks.json`: scripts that must end in an error, or in the picture of the plain configuration.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

/// Attacks, and the configuration that is drawn after each of them.
pub struct AttackList {
    pub plain: String,
    pub attacks: Vec<Attack>,
}

/// A script that wants to harm.
pub struct Attack {
    pub name: String,
    pub script: String,
    /// One of these is in the message of the error; if there are none, there is a picture.
    pub errors: Vec<String>,
    /// True if the picture is that of the plain configuration.
    pub is_harmless: bool,
}

/// The result of a script: its SVG, or the message of its error.
pub type Outcome = Result<Vec<u8>, String>;

impl AttackList {
    pub fn load() -> Self {
        let document: Value =
            serde_json::from_str(include_str!("../script/attacks.json")).expect("the list is JSON");
        let text = |value: &Value| value.as_str().expect("there is a text").to_owned();
        let plain = text(&document["plain"]);
        let attack = |attack: &Value| Attack {
            name: text(&attack["name"]),
            script: text(&document["places"][text(&attack["at"])]).replace("ATTACK", &text(&attack["code"])),
            errors: attack["errors"].as_array().into_iter().flatten().map(text).collect(),
            is_harmless: attack["picture"] == "plain",
        };
        let attacks = document["attacks"].as_array().expect("there is a list").iter().map(attack).collect();
        Self { plain, attacks }
    }

    /// Draws each attack, and after it the plain configuration, several at a time.
    ///
    /// # Panics
    /// An attack has another result than the list says, or changes the plain picture.
    pub fn check(&self, draw: impl Fn(&str) -> Outcome + Sync) {
        let expected = draw(&self.plain).expect("the plain configuration is drawn");
        let next = AtomicUsize::new(0);
        let work = || {
            let mut failures = Vec::new();
            while let Some(attack) = self.attacks.get(next.fetch_add(1, Ordering::Relaxed)) {
                let outcome = draw(&attack.script);
                failures.extend(attack.difference(&outcome, &expected));
                if draw(&self.plain).as_ref() != Ok(&expected) {
                    failures.push(format!("{}: the next picture is another", attack.name));
                }
            }
            failures
        };
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let failures: Vec<String> = thread::scope(|scope| {
            let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            threads.into_iter().flat_map(|thread| thread.join().expect("a thread has panicked")).collect()
        });
        assert!(
            failures.is_empty(),
            "{} of {}:\n{}",
            failures.len(),
            self.attacks.len(),
            failures.join("\n")
        );
    }
}

impl Attack {
    /// The difference between a result and the expected one.
    fn difference(&self, outcome: &Outcome, plain: &[u8]) -> Option<String> {
        let name = &self.name;
        match outcome {
            Err(error) if self.errors.is_empty() => Some(format!("{name}: found the error {error:.300}")),
            Err(error) if !self.errors.iter().any(|text| error.contains(text)) => {
                Some(format!("{name}: found the error {error:.300}, expected one of {:?}", self.errors))
            }
            Err(error) => error.contains("panicked").then(|| format!("{name}: {error:.300}")),
            Ok(_) if !self.errors.is_empty() => {
                Some(format!("{name}: found a picture, expected one of {:?}", self.errors))
            }
            Ok(picture) => ((picture == plain) != self.is_harmless)
                .then(|| format!("{name}: is its picture the plain one? {}", picture == plain)),
        }
    }
}
