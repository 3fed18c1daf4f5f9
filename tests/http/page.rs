//! A page beside the routes.

use std::fs;

use crate::server::{Server, program};

#[test]
fn a_page_is_served_at_the_root_and_hides_no_route() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("index.html"), "<!doctype html><title>Preview</title>").expect("written");
    fs::write(folder.path().join("emberline.wasm"), b"\0asm").expect("written");
    let page = folder.path().to_str().expect("UTF-8");
    let server = Server::with(&["--page", page], &[]);
    let root = server.get("/");
    assert_eq!((root.status, root.header("content-type")), (200, "text/html"));
    assert!(root.text().contains("Preview"));
    // A browser compiles while it loads only what calls itself so.
    assert_eq!(server.get("/emberline.wasm").header("content-type"), "application/wasm");
    assert_eq!(server.get("/healthz").json()["status"], "ok");
    for missing in ["/no.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        assert_eq!(server.get(missing).status, 404, "{missing}");
    }
}

#[test]
fn a_browser_keeps_what_never_changes_and_asks_about_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("assets")).expect("a folder");
    for file in ["index.html", "sw.js", "assets/index-B3pX.js"] {
        fs::write(folder.path().join(file), "1").expect("written");
    }
    let server = Server::with(&["--page", folder.path().to_str().expect("UTF-8")], &[]);
    let kept = |path: &str| server.get(path).header("cache-control").to_owned();
    assert_eq!(kept("/assets/index-B3pX.js"), "public, max-age=31536000, immutable");
    assert_eq!((kept("/"), kept("/sw.js")), ("no-cache".to_owned(), "no-cache".to_owned()));
    assert_ne!(server.get("/").header("last-modified"), "");
    assert!(!kept("/assets/none.js").contains("immutable"));
}

#[test]
fn a_folder_without_a_page_says_how_to_build_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().to_str().expect("UTF-8");
    let output = program(&["serve", "--port", "0", "--page", page], &[]).output().expect("it runs");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(
        message.contains("there is no index.html; build the preview page with wasm/build.sh"),
        "{message}"
    );
}
