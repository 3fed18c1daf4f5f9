//! Files, written whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

/// Writes a file through a temporary one beside it and a rename: a reader sees the old content or
/// the new, and a failure leaves the old.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".emberline-");
    let permissions = permissions(path);
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Those of the file that is replaced, or what any new file gets (the umask still applies).
fn permissions(path: &Path) -> Option<Permissions> {
    let old = fs::metadata(path).ok().map(|old| old.permissions());
    #[cfg(unix)]
    let fresh = Some(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    #[cfg(not(unix))]
    let fresh = None;
    old.or(fresh)
}
