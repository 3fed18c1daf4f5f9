//! The memory of what was posted: a file of JSON, written whole or not at all, and used by one process at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::limits::MAX_STATE_BYTES;
use super::sprint_phase::SprintPhase;

/// The version of the file.
const VERSION: u32 = 1;

/// The place of the memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StateStore {
    /// A file.
    File(PathBuf),
}

/// Identifies what a record is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostKey {
    /// The chat.
    pub chat: String,
    /// The channel, as the target names it.
    pub channel: String,
    /// The team; empty without one.
    pub team: String,
    /// The sprint's id in the message.
    pub sprint: String,
}

/// What was posted about a sprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRecord {
    /// What the record is about.
    #[serde(flatten)]
    pub key: PostKey,
    /// The id of the channel in the chat.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub channel_id: Option<String>,
    /// The id of the message that opens the thread.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parent: Option<String>,
    /// The id of the last message.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last: Option<String>,
    /// The content hash of the last picture; `None` if the thread was opened but its picture failed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub picture: Option<String>,
    /// The instant of the last picture's numbers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub as_of: Option<String>,
    /// The phase of the sprint in the last message.
    #[serde(default)]
    pub phase: SprintPhase,
}

impl PostRecord {
    /// A record of nothing so far.
    pub const fn new(key: PostKey) -> Self {
        Self {
            key,
            channel_id: None,
            parent: None,
            last: None,
            picture: None,
            as_of: None,
            phase: SprintPhase::Ahead,
        }
    }
}

/// A state that can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct StateError {
    /// The file.
    pub place: String,
    /// What was found, and what to do.
    pub problem: String,
}

#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    posts: Vec<PostRecord>,
}

/// The memory while it is used; no other process can use it meanwhile.
#[derive(Debug)]
pub struct OpenState {
    path: PathBuf,
    records: Vec<PostRecord>,
    /// The lock ends with the file.
    _lock: File,
}

impl StateStore {
    /// Opens the state; one that does not exist yet is empty.
    ///
    /// # Errors
    /// Another process uses it, it can't be read, it is no state, or it is one of a later version.
    pub fn open(&self) -> Result<OpenState, StateError> {
        let Self::File(path) = self;
        let lock = lock_file(path)?;
        Ok(OpenState { path: path.clone(), records: read_records(path)?, _lock: lock })
    }

    /// Reads the state without using it, as for a dry run.
    ///
    /// # Errors
    /// It can't be read, it is no state, or it is one of a later version.
    pub fn read(&self) -> Result<Vec<PostRecord>, StateError> {
        let Self::File(path) = self;
        read_records(path)
    }
}

impl OpenState {
    /// Returns all records.
    pub fn records(&self) -> &[PostRecord] {
        &self.records
    }

    /// Returns the record with a key.
    pub fn find(&self, key: &PostKey) -> Option<&PostRecord> {
        self.records.iter().find(|record| record.key == *key)
    }

    /// Writes a record in the place of the one with the same key. Records of other sprints of the same team in the same
    /// channel are dropped if these sprints are over.
    ///
    /// # Errors
    /// The file can't be written; the old one is still there.
    pub fn save(&mut self, record: PostRecord) -> Result<(), StateError> {
        let key = record.key.clone();
        self.records.retain(|other| {
            let of_team = (&other.key.chat, &other.key.channel, &other.key.team)
                == (&key.chat, &key.channel, &key.team);
            let is_over = matches!(other.phase, SprintPhase::Ended | SprintPhase::Closed);
            other.key != key && !(of_team && is_over)
        });
        self.records.push(record);
        let document = Document { version: VERSION, posts: self.records.clone() };
        let refuse = |problem: String| refusal(&self.path, &problem);
        let text = serde_json::to_string_pretty(&document).map_err(|error| refuse(error.to_string()))?;
        replace_file(&self.path, &(text + "\n")).map_err(|error| refuse(error.to_string()))
    }
}

fn refusal(path: &Path, problem: &str) -> StateError {
    StateError { place: path.display().to_string(), problem: problem.to_owned() }
}

/// Locks a file beside the state, because the state itself is replaced on writing.
fn lock_file(path: &Path) -> Result<File, StateError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let lock_path = path.with_file_name(name);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(refusal(path, &format!("there is no folder {}", folder.display())));
    }
    let lock = File::options().create(true).truncate(false).write(true).open(&lock_path);
    let lock = lock.map_err(|error| refusal(&lock_path, &error.to_string()))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(refusal(
            path,
            "another process posts with this state; wait for it, or give each its own --state",
        )),
        Err(TryLockError::Error(error)) => Err(refusal(&lock_path, &error.to_string())),
    }
}

fn read_records(path: &Path) -> Result<Vec<PostRecord>, StateError> {
    let refuse = |problem: String| refusal(path, &problem);
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        file => file.map_err(|error| refuse(error.to_string()))?,
    };
    let mut text = String::new();
    file.take(MAX_STATE_BYTES + 1).read_to_string(&mut text).map_err(|error| refuse(error.to_string()))?;
    if text.len() as u64 > MAX_STATE_BYTES {
        return Err(refuse(format!(
            "more than {MAX_STATE_BYTES} bytes (MAX_STATE_BYTES); this is no state of emberline post"
        )));
    }
    let expected =
        "expected a state of emberline post; name another --state, or delete the file to begin anew";
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| refuse(format!("{error}; {expected}")))?;
    match value.get("version").and_then(serde_json::Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => {}
        Some(version) => {
            return Err(refuse(format!(
                "found version {version}, expected {VERSION}; use the emberline that wrote it, or a newer one"
            )));
        }
        None => return Err(refuse(format!("found no version; {expected}"))),
    }
    let document: Document =
        serde_json::from_value(value).map_err(|error| refuse(format!("{error}; {expected}")))?;
    Ok(document.posts)
}

/// Replaces a file through a temporary one in the same folder and a rename.
fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    // A symbolic link is kept; its target is replaced.
    let target = fs::canonicalize(path);
    let path = target.as_deref().unwrap_or(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".emberline-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(sprint: &str) -> PostKey {
        let text = str::to_owned;
        PostKey { chat: text("slack"), channel: text("#red"), team: String::new(), sprint: text(sprint) }
    }

    fn store() -> (tempfile::TempDir, StateStore, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("posts.json");
        (folder, StateStore::File(path.clone()), path)
    }

    #[test]
    fn a_record_is_found_again() {
        let (_folder, store, path) = store();
        let record = PostRecord { parent: Some("1.2".to_owned()), ..PostRecord::new(key("S1")) };
        store.open().expect("a state").save(record.clone()).expect("written");
        let state = store.open().expect("the state");
        assert_eq!((state.find(&key("S1")), state.find(&key("S2"))), (Some(&record), None));
        let text = fs::read_to_string(path).expect("the file");
        assert!(text.starts_with("{\n  \"version\": 1,") && !text.contains("null"), "{text}");
    }

    #[test]
    fn closed_sprints_of_the_team_are_dropped_when_another_begins() {
        let (_folder, store, _) = store();
        let mut state = store.open().expect("a state");
        let other = PostKey { team: "Blue".to_owned(), ..key("S1") };
        let over = SprintPhase::Closed;
        for (key, phase) in [(key("S1"), over), (other.clone(), over), (key("S0"), SprintPhase::Running)] {
            state.save(PostRecord { phase, ..PostRecord::new(key) }).expect("written");
        }
        state.save(PostRecord::new(key("S2"))).expect("written");
        let keys: Vec<_> = state.records().iter().map(|record| record.key.clone()).collect();
        assert_eq!(keys, [other, key("S0"), key("S2")]);
    }

    #[test]
    fn two_processes_do_not_post_with_one_state() {
        let (_folder, store, _) = store();
        let first = store.open().expect("a state");
        let error = store.open().expect_err("it is used");
        assert!(error.to_string().contains("another process posts with this state"), "{error}");
        drop(first);
        store.open().expect("it is free again");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let (folder, _, _) = store();
        let path = folder.path().join("nothing").join("posts.json");
        let error = StateStore::File(path).open().expect_err("no folder").to_string();
        assert!(error.contains("posts.json: there is no folder ") && error.ends_with("nothing"), "{error}");
    }

    #[test]
    fn what_is_no_state_is_refused() {
        let (_folder, store, path) = store();
        let long = format!("{{\"version\": 1, \"posts\": []{}}}", " ".repeat(1_000_000));
        for (text, part) in [
            ("", "expected a state of emberline post"),
            ("{\"posts\": []}", "found no version"),
            ("{\"version\": 2, \"posts\": []}", "found version 2, expected 1"),
            ("{\"version\": 1, \"posts\": 7}", "expected a state of emberline post"),
            (&long, "MAX_STATE_BYTES"),
        ] {
            fs::write(&path, text).expect("written");
            let error = store.open().expect_err("no state").to_string();
            assert!(error.contains(part) && error.contains("posts.json"), "{error}");
        }
    }
}
