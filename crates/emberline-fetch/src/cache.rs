//! Answers of earlier runs: a file each, so that only what changed is sent again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

use super::fetch_error::FetchError;

/// A folder of answers. The name of a file is a hash of what it answers.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
}

/// An answer with the mark by which the tracker says that it is the same still.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct CachedAnswer {
    /// The value of `ETag`, or the time of the last change.
    pub(crate) version: String,
    /// The answer.
    pub(crate) body: Value,
    /// The address of the page after it.
    #[serde(default)]
    pub(crate) next: Option<Url>,
}

impl Cache {
    /// Opens a folder and creates it if it is missing.
    ///
    /// # Errors
    /// The folder can't be created.
    pub fn open(folder: &Path) -> Result<Self, FetchError> {
        fs::create_dir_all(folder).map_err(|error| FetchError::file(folder, &error))?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Returns an answer; `None` if there is none, or if its file can't be read, which costs no more than a request.
    pub(crate) fn find(&self, key: &str) -> Option<CachedAnswer> {
        serde_json::from_slice(&fs::read(self.path(key)).ok()?).ok()
    }

    /// Keeps an answer, whole or not at all.
    pub(crate) fn keep(&self, key: &str, answer: &CachedAnswer) -> Result<(), FetchError> {
        let path = self.path(key);
        let write = || {
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(&serde_json::to_vec(answer)?)?;
            file.persist(&path)?;
            Ok(())
        };
        write().map_err(|error: std::io::Error| FetchError::file(&path, &error))
    }

    fn path(&self, key: &str) -> PathBuf {
        let hash = Sha256::digest(key.as_bytes());
        let name: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name + ".json")
    }
}
