//! Atomic writing of files.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

/// Writes a file atomically, through a temporary file in the same folder and a rename: readers see the old or the new
/// content, and after an error the old one is still there. A replaced file's permissions are kept.
///
/// # Errors
/// The file can't be written; the message names the folder if that is the cause.
pub(crate) fn replace_file(bytes: &[u8], path: &Path) -> io::Result<()> {
    // A symbolic link is kept; its target is replaced.
    let target = fs::canonicalize(path);
    let path = target.as_deref().unwrap_or(path);
    let old = fs::metadata(path).ok();
    match &old {
        Some(old) if old.is_dir() => {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "this is a folder: name a file in it"));
        }
        // A pipe or a device (`/dev/null`) can be written to; a rename would put a file in its place.
        Some(old) if !old.is_file() => return fs::write(path, bytes),
        _ => {}
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let problem = format!("there is no folder {}", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, problem));
    }
    let mut builder = Builder::new();
    builder.prefix(".emberline-");
    // The permissions of any new file; the umask still applies.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The original message names the temporary file, which the user does not know.
    let mut file = builder.tempfile_in(folder).map_err(|error| {
        io::Error::new(error.kind(), format!("folder {}: {}", folder.display(), error.kind()))
    })?;
    file.write_all(bytes)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(path)?;
    Ok(())
}
