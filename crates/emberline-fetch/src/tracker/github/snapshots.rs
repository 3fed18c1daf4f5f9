//! The boards of several days in a folder, a file a day.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde_json::Value;

use super::iteration::BOARD;
use crate::fetch_error::FetchError;
use crate::json_fields::text;

/// A folder with the boards of several days: `board-2026-03-02.json`.
pub(super) struct SnapshotFolder {
    path: PathBuf,
    /// The days of the boards that are there, in order.
    days: Vec<Date>,
    /// The id of the board.
    board: String,
}

/// A board as it was on a day.
pub(super) struct Snapshot {
    pub(super) day: Date,
    pub(super) documents: Vec<Value>,
}

impl SnapshotFolder {
    /// Opens a folder and creates it if it is missing.
    ///
    /// # Errors
    /// The folder can't be used, or its latest board is another one.
    pub(super) fn open(path: &Path, board: &str) -> Result<Self, FetchError> {
        let list = || {
            fs::create_dir_all(path)?;
            let names = fs::read_dir(path)?.map(|entry| Ok(entry?.file_name()));
            names.collect::<Result<Vec<_>, std::io::Error>>()
        };
        let names = list().map_err(|error| FetchError::file(path, &error))?;
        let mut days: Vec<Date> =
            names.iter().filter_map(|name| day_of_file(name.to_str().unwrap_or_default())).collect();
        days.sort();
        let folder = Self { path: path.to_owned(), days, board: board.to_owned() };
        if let Some(latest) = folder.days.last() {
            folder.read(*latest)?;
        }
        Ok(folder)
    }

    /// Keeps the board of a day, whole or not at all; a second one of the same day takes the place of the first.
    pub(super) fn keep(&self, day: Date, documents: &[Value]) -> Result<(), FetchError> {
        let path = self.file(day);
        let write = || {
            let mut file = tempfile::NamedTempFile::new_in(&self.path)?;
            for document in documents {
                writeln!(file, "{document}")?;
            }
            file.persist(&path)?;
            Ok(())
        };
        write().map_err(|error: std::io::Error| FetchError::file(&path, &error))
    }

    /// Returns the boards before a day that tell of a sprint: those since its start, and the last one before, which shows the
    /// planning.
    pub(super) fn read_earlier(&self, today: Date, start: Option<Date>) -> Result<Vec<Snapshot>, FetchError> {
        let planned = self.days.iter().rev().find(|day| start.is_some_and(|start| **day <= start));
        let first = planned.or(self.days.first());
        let days = self.days.iter().filter(|day| **day < today && Some(*day) >= first);
        days.map(|day| Ok(Snapshot { day: *day, documents: self.read(*day)? })).collect()
    }

    /// Reads the board of a day.
    fn read(&self, day: Date) -> Result<Vec<Value>, FetchError> {
        let path = self.file(day);
        let file = fs::File::open(&path).map_err(|error| FetchError::file(&path, &error))?;
        let documents = serde_json::Deserializer::from_reader(std::io::BufReader::new(file)).into_iter();
        let documents: Vec<Value> = documents
            .collect::<Result<_, serde_json::Error>>()
            .map_err(|error| FetchError::file(&path, &error.into()))?;
        let is_of_board =
            |document: &Value| document.pointer(BOARD).is_some_and(|board| text(board, "id") == self.board);
        match !documents.is_empty() && documents.iter().all(is_of_board) {
            true => Ok(documents),
            false => Err(FetchError::File {
                path: path.display().to_string(),
                reason: "found no answers of this board, expected what --snapshots kept; give each board a folder of its own"
                    .to_owned(),
            }),
        }
    }

    fn file(&self, day: Date) -> PathBuf {
        self.path.join(format!("board-{day}.json"))
    }
}

/// Returns the day in a file's name, such as `board-2026-03-02.json`.
fn day_of_file(name: &str) -> Option<Date> {
    name.strip_prefix("board-")?.strip_suffix(".json")?.parse().ok()
}
