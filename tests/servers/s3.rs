//! The S3 server, asked by the client that asks S3.

use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;

use crate::s3_server::{Fault, S3Server, fetch};

fn client(server: &S3Server, secret: &str) -> Client {
    let config = aws_sdk_s3::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(Credentials::new(server.access_key(), secret, None, None, "test"))
        .region(Region::new(server.region()))
        .endpoint_url(server.endpoint())
        .force_path_style(true)
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .timeout_config(TimeoutConfig::builder().operation_timeout(Duration::from_secs(5)).build());
    Client::from_conf(config.build())
}

fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i % 251) as u8).collect()
}

#[tokio::test]
async fn an_object_comes_back_with_its_headers() {
    let server = S3Server::start();
    let client = client(&server, server.secret_key());
    let put = client
        .put_object()
        .bucket(server.bucket())
        .key("team/a b/ä.png")
        .body(ByteStream::from(bytes(100_000)))
        .content_type("image/png")
        .cache_control("public, max-age=31536000, immutable")
        .metadata("alt", "Sprint 5")
        .server_side_encryption(aws_sdk_s3::types::ServerSideEncryption::Aes256);
    put.send().await.expect("it is stored");

    assert_eq!(server.objects(), ["team/a b/ä.png"]);
    assert_eq!(server.object("team/a b/ä.png"), Some(bytes(100_000)));
    let head = server.head("team/a b/ä.png").expect("it is there");
    assert_eq!(head.content_type.as_deref(), Some("image/png"));
    assert_eq!(head.cache_control.as_deref(), Some("public, max-age=31536000, immutable"));
    assert_eq!(head.metadata, [("alt".to_owned(), "Sprint 5".to_owned())].into());
    assert_eq!(head.length, 100_000);
    let received = server.requests();
    assert_eq!(received.len(), 1);
    assert_eq!((&*received[0].method, &*received[0].path), ("PUT", "/burndowns/team/a%20b/%C3%A4.png"));
    assert_eq!(received[0].headers["x-amz-server-side-encryption"], "AES256");
    assert!(server.head("other").is_none());
}

#[tokio::test]
async fn a_condition_holds() {
    let server = S3Server::start();
    server.put_file("there.png", "old");
    let put = client(&server, server.secret_key()).put_object().bucket(server.bucket());
    let error = put.key("there.png").if_none_match("*").body(ByteStream::from_static(b"new")).send().await;
    assert_eq!(
        error.expect_err("it is there already").raw_response().map(|r| r.status().as_u16()),
        Some(412)
    );
    assert_eq!(server.object("there.png").as_deref(), Some(&b"old"[..]));
}

#[tokio::test]
async fn a_wrong_secret_and_a_missing_bucket_are_refused() {
    let server = S3Server::start();
    let put = |secret, bucket| {
        let put = client(&server, secret).put_object().bucket(bucket).key("k");
        async { put.body(ByteStream::from_static(b"x")).send().await.expect_err("refused") }
    };
    let error = put("another", server.bucket()).await;
    assert_eq!(error.code(), Some("SignatureDoesNotMatch"));
    let error = put(server.secret_key(), "nowhere").await;
    assert_eq!(
        (error.code(), error.raw_response().map(|r| r.status().as_u16())),
        (Some("NoSuchBucket"), Some(404))
    );
    let error = put("another", "nowhere").await;
    assert_eq!(error.code(), Some("SignatureDoesNotMatch"));
    assert!(server.objects().is_empty());
}

#[tokio::test]
async fn a_presigned_url_is_checked() {
    let server = S3Server::start();
    server.put_file("p.png", bytes(5000));
    let get = client(&server, server.secret_key()).get_object().bucket(server.bucket()).key("p.png");
    let validity = PresigningConfig::expires_in(Duration::from_secs(60)).expect("a time");
    let url = get.presigned(validity).await.expect("a URL").uri().to_owned();
    assert_eq!(fetch(&url), (200, bytes(5000)));
    assert_eq!(fetch(&url.replace("p.png", "q.png")).0, 403);
    assert_eq!(fetch(url.split('?').next().expect("a path")).0, 403);
}

#[tokio::test]
async fn slow_down_goes_away() {
    let server = S3Server::start();
    server.fail(Fault::SlowDown { times: 2 });
    let put = client(&server, server.secret_key()).put_object().bucket(server.bucket()).key("k");
    put.body(ByteStream::from(bytes(100_000))).send().await.expect("the third try");
    assert_eq!((server.requests().len(), server.object("k")), (3, Some(bytes(100_000))));

    server.fail(Fault::SlowDown { times: usize::MAX });
    let get = client(&server, server.secret_key()).get_object().bucket(server.bucket()).key("k");
    assert_eq!(get.send().await.expect_err("always busy").code(), Some("SlowDown"));

    server.fail(Fault::None);
    let get = client(&server, server.secret_key()).get_object().bucket(server.bucket()).key("k");
    get.send().await.expect("well again");
}

#[tokio::test]
async fn a_server_that_hangs_is_left() {
    let server = S3Server::start();
    server.fail(Fault::Hang);
    let timeout = TimeoutConfig::builder().operation_timeout(Duration::from_millis(300)).build();
    let get = client(&server, server.secret_key()).get_object().bucket(server.bucket()).key("k").customize();
    let error = get.config_override(aws_sdk_s3::config::Builder::new().timeout_config(timeout)).send().await;
    assert!(matches!(error, Err(SdkError::TimeoutError(_))), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_cut_upload_leaves_nothing() {
    let server = S3Server::start();
    let put = || {
        let put = client(&server, server.secret_key()).put_object().bucket(server.bucket()).key("k");
        put.body(ByteStream::from(bytes(3_000_000))).send()
    };
    server.fail(Fault::CutUpload { times: usize::MAX });
    let error = put().await.expect_err("never whole");
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    assert!(server.objects().is_empty(), "{:?}", server.objects());

    server.fail(Fault::CutUpload { times: 1 });
    put().await.expect("the second try");
    assert_eq!(server.object("k"), Some(bytes(3_000_000)));
}
