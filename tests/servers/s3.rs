//! Tests of the S3 server with the client of the AWS SDK.

use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;

use crate::s3_server::{Fault, S3Server, fetch_url};

fn new_client(server: &S3Server, secret: &str) -> Client {
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

fn test_bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i % 251) as u8).collect()
}

#[tokio::test]
async fn a_stored_object_keeps_its_bytes_and_headers() {
    let server = S3Server::start();
    let client = new_client(&server, server.secret_key());
    let put = client
        .put_object()
        .bucket(server.bucket_name())
        .key("team/a b/ä.png")
        .body(ByteStream::from(test_bytes(100_000)))
        .content_type("image/png")
        .cache_control("public, max-age=31536000, immutable")
        .metadata("alt", "Sprint 5")
        .server_side_encryption(aws_sdk_s3::types::ServerSideEncryption::Aes256);
    put.send().await.expect("the object is stored");

    assert_eq!(server.object_keys(), ["team/a b/ä.png"]);
    assert_eq!(server.object_bytes("team/a b/ä.png"), Some(test_bytes(100_000)));
    let head = server.object_head("team/a b/ä.png").expect("the object exists");
    assert_eq!(head.content_type.as_deref(), Some("image/png"));
    assert_eq!(head.cache_control.as_deref(), Some("public, max-age=31536000, immutable"));
    assert_eq!(head.metadata, [("alt".to_owned(), "Sprint 5".to_owned())].into());
    assert_eq!(head.length, 100_000);
    let received = server.received_requests();
    assert_eq!(received.len(), 1);
    assert_eq!((&*received[0].method, &*received[0].path), ("PUT", "/burndowns/team/a%20b/%C3%A4.png"));
    assert_eq!(received[0].headers["x-amz-server-side-encryption"], "AES256");
    assert!(server.object_head("other").is_none());
}

#[tokio::test]
async fn a_conditional_upload_does_not_overwrite_an_object() {
    let server = S3Server::start();
    server.put_file("there.png", "old");
    let put = new_client(&server, server.secret_key()).put_object().bucket(server.bucket_name());
    let error = put.key("there.png").if_none_match("*").body(ByteStream::from_static(b"new")).send().await;
    assert_eq!(
        error.expect_err("the object must not be overwritten").raw_response().map(|r| r.status().as_u16()),
        Some(412)
    );
    assert_eq!(server.object_bytes("there.png").as_deref(), Some(&b"old"[..]));
}

#[tokio::test]
async fn a_wrong_secret_and_a_missing_bucket_are_refused() {
    let server = S3Server::start();
    let put = |secret, bucket| {
        let put = new_client(&server, secret).put_object().bucket(bucket).key("k");
        async { put.body(ByteStream::from_static(b"x")).send().await.expect_err("the input must be refused") }
    };
    let error = put("another", server.bucket_name()).await;
    assert_eq!(error.code(), Some("SignatureDoesNotMatch"));
    let error = put(server.secret_key(), "nowhere").await;
    assert_eq!(
        (error.code(), error.raw_response().map(|r| r.status().as_u16())),
        (Some("NoSuchBucket"), Some(404))
    );
    let error = put("another", "nowhere").await;
    assert_eq!(error.code(), Some("SignatureDoesNotMatch"));
    assert!(server.object_keys().is_empty());
}

#[tokio::test]
async fn a_presigned_url_is_valid_only_for_its_object() {
    let server = S3Server::start();
    server.put_file("p.png", test_bytes(5000));
    let get = new_client(&server, server.secret_key()).get_object().bucket(server.bucket_name()).key("p.png");
    let validity = PresigningConfig::expires_in(Duration::from_secs(60)).expect("the time is valid");
    let url = get.presigned(validity).await.expect("there is a URL").uri().to_owned();
    assert_eq!(fetch_url(&url), (200, test_bytes(5000)));
    assert_eq!(fetch_url(&url.replace("p.png", "q.png")).0, 403);
    assert_eq!(fetch_url(url.split('?').next().expect("there is a path")).0, 403);
}

#[tokio::test]
async fn slow_down_ends_after_the_set_number_of_requests() {
    let server = S3Server::start();
    server.set_fault(Fault::SlowDown { times: 2 });
    let put = new_client(&server, server.secret_key()).put_object().bucket(server.bucket_name()).key("k");
    put.body(ByteStream::from(test_bytes(100_000))).send().await.expect("the third attempt succeeds");
    assert_eq!((server.received_requests().len(), server.object_bytes("k")), (3, Some(test_bytes(100_000))));

    server.set_fault(Fault::SlowDown { times: usize::MAX });
    let get = new_client(&server, server.secret_key()).get_object().bucket(server.bucket_name()).key("k");
    assert_eq!(get.send().await.expect_err("the server must be busy").code(), Some("SlowDown"));

    server.set_fault(Fault::None);
    let get = new_client(&server, server.secret_key()).get_object().bucket(server.bucket_name()).key("k");
    get.send().await.expect("the server works again");
}

#[tokio::test]
async fn a_request_to_a_hanging_server_times_out() {
    let server = S3Server::start();
    server.set_fault(Fault::Hang);
    let timeout = TimeoutConfig::builder().operation_timeout(Duration::from_millis(300)).build();
    let get = new_client(&server, server.secret_key())
        .get_object()
        .bucket(server.bucket_name())
        .key("k")
        .customize();
    let error = get.config_override(aws_sdk_s3::config::Builder::new().timeout_config(timeout)).send().await;
    assert!(matches!(error, Err(SdkError::TimeoutError(_))), "{error:?}");
    assert_eq!(server.received_requests().len(), 1);
}

#[tokio::test]
async fn an_interrupted_upload_stores_nothing() {
    let server = S3Server::start();
    let put = || {
        let put = new_client(&server, server.secret_key()).put_object().bucket(server.bucket_name()).key("k");
        put.body(ByteStream::from(test_bytes(3_000_000))).send()
    };
    server.set_fault(Fault::CutUpload { times: usize::MAX });
    let error = put().await.expect_err("the upload must fail");
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    assert!(server.object_keys().is_empty(), "{:?}", server.object_keys());

    server.set_fault(Fault::CutUpload { times: 1 });
    put().await.expect("the second attempt succeeds");
    assert_eq!(server.object_bytes("k"), Some(test_bytes(3_000_000)));
}
