//! A page that is served beside the routes.

use std::fs;

use crate::server::{Server, emberline_command};

#[test]
fn a_page_is_served_at_the_root_and_hides_no_route() {
    let folder = tempfile::tempdir().expect("the folder is accessible");
    fs::write(folder.path().join("index.html"), "<!doctype html><title>Preview</title>")
        .expect("the file can be written");
    fs::write(folder.path().join("emberline.wasm"), b"\0asm").expect("the file can be written");
    let page = folder.path().to_str().expect("the text is UTF-8");
    let server = Server::start_with(&["--page", page], &[]);
    let root = server.get("/");
    assert_eq!((root.status, root.header("content-type")), (200, "text/html"));
    assert!(root.text().contains("Preview"));
    // A browser compiles a module during the download only if it has this type.
    assert_eq!(server.get("/emberline.wasm").header("content-type"), "application/wasm");
    assert_eq!(server.get("/healthz").json()["status"], "ok");
    for missing in ["/no.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        assert_eq!(server.get(missing).status, 404, "{missing}");
    }
}

#[test]
fn hashed_assets_are_cached_forever_and_other_files_are_revalidated() {
    let folder = tempfile::tempdir().expect("the folder is accessible");
    fs::create_dir(folder.path().join("assets")).expect("the folder is accessible");
    for file in ["index.html", "sw.js", "assets/index-B3pX.js"] {
        fs::write(folder.path().join(file), "1").expect("the file can be written");
    }
    let server = Server::start_with(&["--page", folder.path().to_str().expect("the text is UTF-8")], &[]);
    let kept = |path: &str| server.get(path).header("cache-control").to_owned();
    assert_eq!(kept("/assets/index-B3pX.js"), "public, max-age=31536000, immutable");
    assert_eq!((kept("/"), kept("/sw.js")), ("no-cache".to_owned(), "no-cache".to_owned()));
    assert_ne!(server.get("/").header("last-modified"), "");
    assert!(!kept("/assets/none.js").contains("immutable"));
}

#[test]
fn a_folder_without_a_page_is_refused_with_the_build_command() {
    let folder = tempfile::tempdir().expect("the folder is accessible");
    let page = folder.path().to_str().expect("the text is UTF-8");
    let output =
        emberline_command(&["serve", "--port", "0", "--page", page], &[]).output().expect("the program runs");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(
        message.contains("there is no index.html; build the preview page with wasm/build.sh"),
        "{message}"
    );
}
