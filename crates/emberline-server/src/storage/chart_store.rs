//! Storage of charts with a short address: in a folder, or in the bucket of the pictures.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use emberline::limits::MAX_STORED_CHARTS;

use super::{Bucket, ObjectUpload, StorageError, StorageErrorKind};

const READING: &str = "charts: reading";
const WRITING: &str = "charts: writing";
/// Prefix of the keys of charts in the bucket, below that of all keys.
const KEY_PREFIX: &str = "charts/";

/// Place in which charts are stored.
#[derive(Clone, Debug)]
pub enum ChartStore {
    /// A folder, with a file for each chart.
    Folder(Arc<ChartFolder>),
    /// A bucket, with an object for each chart.
    Bucket(Bucket),
}

impl ChartStore {
    /// The folder, else the bucket; `None` without both.
    pub fn from_settings(folder: Option<&Path>, bucket: Option<&Bucket>) -> Option<Self> {
        match (folder, bucket) {
            (Some(folder), _) => Some(Self::Folder(Arc::new(ChartFolder::new(folder, MAX_STORED_CHARTS)))),
            (None, bucket) => bucket.cloned().map(Self::Bucket),
        }
    }

    /// Stores a chart unless its id is taken. Returns the stored document of that id: this one, or another one.
    ///
    /// # Errors
    /// The folder or the bucket can't be used, or the folder is full.
    pub async fn store(&self, id: &str, document: &[u8]) -> Result<Vec<u8>, StorageError> {
        match self {
            Self::Folder(folder) => {
                let (folder, id, document) = (Arc::clone(folder), id.to_owned(), document.to_vec());
                run_blocking(move || folder.store(&id, &document)).await
            }
            Self::Bucket(bucket) => {
                let key = chart_key(id);
                let upload = ObjectUpload {
                    key: &key,
                    bytes: document,
                    content_type: "application/json",
                    alt_text: "",
                };
                if bucket.put_object(upload).await?.already_stored {
                    return self.read(id).await.map(Option::unwrap_or_default);
                }
                Ok(document.to_vec())
            }
        }
    }

    /// Reads the document of a chart; `None` if there is none of this id.
    ///
    /// # Errors
    /// The folder or the bucket can't be used.
    pub async fn read(&self, id: &str) -> Result<Option<Vec<u8>>, StorageError> {
        match self {
            Self::Folder(folder) => {
                let (folder, id) = (Arc::clone(folder), id.to_owned());
                run_blocking(move || folder.read(&id)).await
            }
            Self::Bucket(bucket) => {
                let settings = bucket.settings();
                let key = format!("{}{}", settings.prefix, chart_key(id));
                match bucket.get_object(&settings.name, &key).await {
                    Ok(document) => Ok(Some(document)),
                    Err(error) if error.kind == StorageErrorKind::Missing => Ok(None),
                    Err(error) => Err(error),
                }
            }
        }
    }
}

fn chart_key(id: &str) -> String {
    format!("{KEY_PREFIX}{id}.json")
}

/// Reads or writes files on a thread that serves no network connections.
async fn run_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StorageError> + Send + 'static,
) -> Result<T, StorageError> {
    let ended = |_| folder_error(READING, &io::Error::other("a fault of the program"));
    tokio::task::spawn_blocking(work).await.map_err(ended)?
}

/// Folder with charts.
#[derive(Debug)]
pub struct ChartFolder {
    path: PathBuf,
    max_charts: usize,
    /// Number of charts, counted when the first one is stored.
    count: OnceLock<AtomicUsize>,
    /// Number of temporary files that were written, for their names.
    written: AtomicUsize,
}

impl ChartFolder {
    /// A folder for at most `max_charts` charts. It is created with the first chart.
    pub fn new(path: &Path, max_charts: usize) -> Self {
        Self { path: path.to_owned(), max_charts, count: OnceLock::new(), written: AtomicUsize::new(0) }
    }

    /// Stores a chart unless its id is taken; returns the stored document of that id.
    ///
    /// # Errors
    /// The folder can't be used, or is full.
    pub fn store(&self, id: &str, document: &[u8]) -> Result<Vec<u8>, StorageError> {
        if let Some(stored) = self.read(id)? {
            return Ok(stored);
        }
        let error = |error: io::Error| folder_error(WRITING, &error);
        fs::create_dir_all(&self.path).map_err(error)?;
        let count = self.count.get_or_init(|| AtomicUsize::new(self.count_files()));
        if count.load(Ordering::Relaxed) >= self.max_charts {
            let limit = self.max_charts;
            let problem = format!(
                "found {limit} charts in the folder, expected fewer (MAX_STORED_CHARTS): delete old files"
            );
            return Err(StorageError {
                operation: WRITING,
                object: "EMBERLINE_CHARTS".to_owned(),
                problem,
                kind: StorageErrorKind::Unavailable,
            });
        }
        // A reader must never see a part of a file, also after a crash.
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let part = self.path.join(format!(".{id}-{}-{number}.part", std::process::id()));
        let write = || {
            let mut file = fs::File::create_new(&part)?;
            file.write_all(document)?;
            file.sync_all()?;
            fs::rename(&part, self.file_path(id))
        };
        write().inspect_err(|_| drop(fs::remove_file(&part))).map_err(error)?;
        count.fetch_add(1, Ordering::Relaxed);
        Ok(document.to_vec())
    }

    /// Reads the document of a chart; `None` if there is none of this id.
    ///
    /// # Errors
    /// The folder can't be used.
    pub fn read(&self, id: &str) -> Result<Option<Vec<u8>>, StorageError> {
        match fs::read(self.file_path(id)) {
            Ok(document) => Ok(Some(document)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(folder_error(READING, &error)),
        }
    }

    fn file_path(&self, id: &str) -> PathBuf {
        self.path.join(format!("{id}.json"))
    }

    fn count_files(&self) -> usize {
        fs::read_dir(&self.path).map_or(0, Iterator::count)
    }
}

/// The error of the folder. Its path is the operator's, so a client only learns the setting.
fn folder_error(operation: &'static str, error: &io::Error) -> StorageError {
    let object = "EMBERLINE_CHARTS".to_owned();
    StorageError { operation, object, problem: error.kind().to_string(), kind: StorageErrorKind::Unavailable }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of this test.
    fn test_folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("emberline-charts-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        path
    }

    #[test]
    fn a_stored_chart_is_never_replaced() {
        let path = test_folder("kept");
        let folder = ChartFolder::new(&path, 10);
        assert_eq!(folder.read("a").expect("read"), None);
        assert_eq!(folder.store("a", b"first").expect("stored"), b"first");
        assert_eq!(folder.store("a", b"second").expect("stored"), b"first");
        assert_eq!(ChartFolder::new(&path, 10).read("a").expect("read"), Some(b"first".to_vec()));
        let names: Vec<_> = fs::read_dir(&path)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        assert_eq!(names, ["a.json"]);
        fs::remove_dir_all(path).expect("removed");
    }

    #[test]
    fn a_full_folder_takes_no_more_charts_and_still_has_the_others() {
        let path = test_folder("full");
        let folder = ChartFolder::new(&path, 2);
        folder.store("a", b"1").expect("stored");
        // Another process counts the files that are there.
        let folder = ChartFolder::new(&path, 2);
        folder.store("b", b"2").expect("stored");
        let error = folder.store("c", b"3").expect_err("full").to_string();
        assert_eq!(
            error,
            "charts: writing EMBERLINE_CHARTS: found 2 charts in the folder, expected fewer (MAX_STORED_CHARTS): delete old files"
        );
        assert_eq!(folder.store("a", b"1").expect("stored"), b"1");
        fs::remove_dir_all(path).expect("removed");
    }
}
