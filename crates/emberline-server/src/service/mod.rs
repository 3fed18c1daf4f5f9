//! The service behind HTTP and the Lambda: a request is answered with the picture's bytes, or the picture is stored and the
//! response has its address, its texts and parts of chat messages.

mod image_format;
mod input_origin;
mod picture_warnings;
mod prepared_picture;
mod quickchart;
mod render_error;
mod render_response;
mod settings;
mod stage_timings;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use emberline::error::InputError;
use emberline::{Fonts, Input, Picture, PictureOptions};
use futures_util::StreamExt;
use futures_util::stream;
use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio::task;
use tokio::time::timeout_at;

pub use image_format::ImageFormat;
use input_origin::InputOrigin;
pub use prepared_picture::PreparedPicture;
pub use render_error::{ErrorKind, RenderError};
pub use render_response::{ImageData, RenderOutcome, RenderResponse, StoredPicture};
pub use settings::{Settings, SettingsError, VARIABLES};
pub use stage_timings::StageTimings;

use crate::storage::Bucket;
use crate::storage::key::KeyFields;
use crate::storage::{ChartStore, ObjectUpload, StorageError, StoredObject};

use crate::request::{ObjectLocation, PictureFormat, RenderRequest, RequestInput};

/// Requests of one call that are processed at the same time: while one is drawn, others wait for S3.
const MAX_CONCURRENT_REQUESTS: usize = 8;

/// Files of S3 that are read at the same time; each may have 64 MB.
const MAX_CONCURRENT_READS: usize = 2;

/// Shared state of all requests: settings, fonts, the client of the bucket and the limits of concurrency.
#[derive(Debug)]
pub struct Service {
    settings: Settings,
    fonts: Fonts,
    bucket: Option<Bucket>,
    charts: Option<ChartStore>,
    clock: fn() -> Timestamp,
    draw_permits: Arc<Semaphore>,
    read_permits: Semaphore,
}

impl Service {
    /// A service that stores pictures into `bucket`; without one, requests to store are refused. The charts of short
    /// addresses are stored in the folder of the settings, else in the bucket.
    pub fn new(
        settings: Settings,
        fonts: Fonts,
        bucket: Option<Bucket>,
        clock: fn() -> Timestamp,
    ) -> Arc<Self> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let charts = ChartStore::from_settings(settings.charts.as_deref(), bucket.as_ref());
        Arc::new(Self {
            settings,
            fonts,
            bucket,
            charts,
            clock,
            draw_permits: Arc::new(Semaphore::new(cores)),
            read_permits: Semaphore::new(MAX_CONCURRENT_READS),
        })
    }

    /// The settings of the service.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Reads the input of a request and determines the options of its picture.
    ///
    /// # Errors
    /// The request is invalid or exceeds a limit, or its source can't be read.
    pub async fn prepare(self: &Arc<Self>, request: RenderRequest) -> Result<PreparedPicture, RenderError> {
        let RenderRequest { input, team, options, .. } = request;
        // Files in S3 may be large, so only some of them are in memory at the same time.
        let _permit = match &input {
            RequestInput::S3Object(_) => self.read_permits.acquire().await.ok(),
            RequestInput::InlineSprint(_) | RequestInput::InlineChart(_) => None,
        };
        let (origin, bytes) = match input {
            RequestInput::InlineSprint(text) => (InputOrigin::sprint_field(&text), text.into_bytes()),
            RequestInput::InlineChart(text) => (InputOrigin::ChartField, text.into_bytes()),
            RequestInput::S3Object(source) => {
                let bytes = self.read_source(&source).await?;
                (InputOrigin::S3Object(source), bytes)
            }
        };
        let service = Arc::clone(self);
        let team = team.unwrap_or_default();
        self.run_blocking(move || service.prepare_from_bytes(&origin, &bytes, team, options)).await?
    }

    /// Draws a picture as SVG.
    ///
    /// # Errors
    /// A chart refers to something that does not exist.
    pub async fn draw(
        self: &Arc<Self>,
        prepared: &Arc<PreparedPicture>,
    ) -> Result<Arc<Picture>, RenderError> {
        let (service, prepared) = (Arc::clone(self), Arc::clone(prepared));
        self.run_blocking(move || prepared.draw(&service.fonts).map(Arc::new)).await?
    }

    /// Returns the bytes of a picture; all but an SVG are made for it.
    ///
    /// # Errors
    /// There is not enough memory.
    pub async fn encode(
        self: &Arc<Self>,
        picture: &Arc<Picture>,
        format: ImageFormat,
    ) -> Result<Vec<u8>, RenderError> {
        if format == ImageFormat::Svg {
            return Ok(picture.svg().as_bytes().to_vec());
        }
        let (service, picture) = (Arc::clone(self), Arc::clone(picture));
        let encode = move || match format {
            ImageFormat::Webp => picture.webp(&service.fonts),
            ImageFormat::Pdf => picture.pdf(&service.fonts),
            ImageFormat::Png | ImageFormat::Svg => picture.png(&service.fonts),
        };
        self.run_blocking(encode).await?.map_err(RenderError::Picture)
    }

    /// Warnings about parts of a picture that are not drawn as intended; their places are logged.
    pub fn list_and_log_warnings(&self, prepared: &PreparedPicture, picture: &Picture) -> Vec<String> {
        let mut warnings = prepared.warnings(&self.fonts);
        warnings.extend_from_slice(picture.warnings());
        picture_warnings::log_warnings(&warnings);
        warnings
    }

    /// Draws the picture of a request and stores it if the request asks for it; `store` is the default.
    ///
    /// # Errors
    /// The errors of [`prepare`](Self::prepare), [`draw`](Self::draw) and [`encode`](Self::encode), and those of S3.
    pub async fn render(
        self: &Arc<Self>,
        request: RenderRequest,
        store: bool,
    ) -> Result<RenderResponse, RenderError> {
        let (format, store) = (request.format.unwrap_or(PictureFormat::Png), request.store.unwrap_or(store));
        if store && self.bucket.is_none() {
            return Err(RenderError::NoBucket);
        }
        let mut timings = StageTimings::start();
        let prepared = Arc::new(self.prepare(request).await?);
        timings.finish_reading();
        let picture = self.draw(&prepared).await?;
        let mut files = Vec::new();
        for format in image_formats(format) {
            files.push((*format, self.encode(&picture, *format).await?));
        }
        timings.finish_drawing();
        let mut response = RenderResponse::new(&picture, self.list_and_log_warnings(&prepared, &picture));
        for (format, bytes) in &files {
            match &self.bucket {
                Some(bucket) if store => {
                    let key = self.picture_key(&prepared, &picture, *format, bytes);
                    let stored =
                        store_picture(bucket, &key, *format, bytes, picture.describe().alt_text()).await?;
                    response.add_stored_picture(*format, stored, bytes.len());
                }
                _ => response.add_inline_picture(*format, bytes),
            }
        }
        response.add_messages(picture.describe());
        timings.finish_and_log(response.bytes);
        Ok(response)
    }

    /// Draws and stores the pictures of many requests. The results are in the order of the requests; a failed request does
    /// not affect the others, and those that are unfinished after `time_budget` fail.
    pub async fn render_all(
        self: &Arc<Self>,
        requests: Vec<Result<RenderRequest, Box<InputError>>>,
        time_budget: Duration,
    ) -> Vec<Result<RenderResponse, RenderError>> {
        let end = Instant::now() + time_budget;
        let responses = requests.into_iter().map(|request| async move {
            let response = self.render(request?, true);
            timeout_at(end.into(), response).await.unwrap_or(Err(RenderError::DeadlineExceeded))
        });
        stream::iter(responses).buffered(MAX_CONCURRENT_REQUESTS).collect().await
    }

    /// Reads a file in S3, if the settings allow it.
    async fn read_source(&self, source: &ObjectLocation) -> Result<Vec<u8>, RenderError> {
        let bucket = self.bucket.as_ref().ok_or(RenderError::NoBucket)?;
        let path = format!("{}/{}", source.bucket, source.key);
        if !self.settings.sources.iter().any(|prefix| path.starts_with(prefix.as_str())) {
            return Err(RenderError::SourceRefused(source.clone()));
        }
        bucket.get_object(&source.bucket, &source.key).await.map_err(RenderError::Source)
    }

    /// Reads the input of a request from `bytes` and determines the options of its picture.
    fn prepare_from_bytes(
        &self,
        origin: &InputOrigin,
        bytes: &[u8],
        team: String,
        options: PictureOptions,
    ) -> Result<PreparedPicture, RenderError> {
        let options = options.with_defaults(&self.settings.options);
        let now = (self.clock)();
        let mut read_options = options
            .to_read_options(Some(now))
            .map_err(|error| RenderError::Input(error.with_parent_path("options")))?;
        read_options.runs_functions = self.settings.runs_functions;
        let input = match origin {
            InputOrigin::ChartField => emberline::read_chart_js(bytes, &read_options).map(Input::from),
            InputOrigin::S3Object(_) => Input::read(bytes, &read_options),
            _ => Input::read_sprint_data(bytes, &read_options),
        };
        let input = input.map_err(|error| origin.locate_error(error))?;
        PreparedPicture::new(input, options.to_draw_options(), team, now, self.settings.max_pixels)
    }

    /// The key under which a picture is stored, without the prefix.
    fn picture_key(
        &self,
        prepared: &PreparedPicture,
        picture: &Picture,
        format: ImageFormat,
        bytes: &[u8],
    ) -> String {
        let (team, as_of, extension) = (prepared.team.as_str(), prepared.date, format.extension());
        let sprint = picture.describe().name();
        self.settings.key.key_for(&KeyFields { team, sprint, as_of, content: bytes, extension })
    }

    /// Runs CPU-bound work on a thread that serves no network connections, at most one task per core.
    async fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, RenderError> {
        let permit = Arc::clone(&self.draw_permits).acquire_owned().await;
        let permit = permit.map_err(|error| RenderError::Internal(error.to_string()))?;
        // The permit is held by the work itself: the caller may be dropped before the work ends.
        let work = move || {
            let _permit = permit;
            work()
        };
        // The message of a panic is dropped, because it may contain data of the request.
        task::spawn_blocking(work)
            .await
            .map_err(|_| RenderError::Internal("a fault of the program".to_owned()))
    }
}

/// Stores a picture and returns its address.
async fn store_picture(
    bucket: &Bucket,
    key: &str,
    format: ImageFormat,
    bytes: &[u8],
    alt_text: &str,
) -> Result<StoredPicture, StorageError> {
    let object = ObjectUpload { key, bytes, content_type: format.content_type(), alt_text };
    let StoredObject { key, already_stored } = bucket.put_object(object).await?;
    let url = bucket.object_url(&key).await?;
    let settings = bucket.settings();
    let url_lifetime = settings.public_url.is_none().then_some(settings.link_lifetime);
    Ok(StoredPicture { bucket: settings.name.clone(), key, url, url_lifetime, already_stored })
}

/// The files of a picture format, in the order in which they are drawn.
const fn image_formats(format: PictureFormat) -> &'static [ImageFormat] {
    match format {
        PictureFormat::Png => &[ImageFormat::Png],
        PictureFormat::Svg => &[ImageFormat::Svg],
        PictureFormat::Webp => &[ImageFormat::Webp],
        PictureFormat::Pdf => &[ImageFormat::Pdf],
        PictureFormat::Both => &[ImageFormat::Png, ImageFormat::Svg],
    }
}
