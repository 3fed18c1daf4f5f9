//! What a request gets, whoever carries it: the picture's bytes, or a stored picture with its address and the words for a message.

mod answer;
mod draft;
mod failure;
mod fonts;
mod settings;

use std::sync::Arc;
use std::thread;
use std::time::Instant;

use futures_util::StreamExt;
use futures_util::stream;
use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio::task;

pub use answer::{Answer, ImageData, Outcome, StoredPicture};
pub use draft::{Draft, Medium, missing_characters};
pub use failure::{Failure, Kind};
pub use fonts::fonts;
pub use settings::{Settings, SettingsError, VARIABLES};

use crate::deliver::key::KeyFacts;
use crate::deliver::s3::Bucket;
use crate::deliver::storage::{Object, StorageError, Stored};
use crate::error::Error;
use crate::font::Fonts;
use crate::input::InputError;
use crate::request::{Input, PictureFormat, Request, Source};

/// Requests of one call that are on their way at once: while one is drawn, others wait for S3.
const IN_FLIGHT: usize = 8;

/// Everything that is built once and serves every request.
#[derive(Debug)]
pub struct Service {
    settings: Settings,
    fonts: Fonts,
    bucket: Option<Bucket>,
    clock: fn() -> Timestamp,
    drawing: Semaphore,
}

impl Service {
    /// A service that stores into a bucket, or nowhere, and takes the time from `clock`.
    pub fn new(
        settings: Settings,
        fonts: Fonts,
        bucket: Option<Bucket>,
        clock: fn() -> Timestamp,
    ) -> Arc<Self> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        Arc::new(Self { settings, fonts, bucket, clock, drawing: Semaphore::new(cores) })
    }

    /// What the environment said.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Reads the sprint of a request and settles how it is drawn.
    ///
    /// # Errors
    /// A bad request, a source that can't be read, a limit.
    pub async fn draft(self: &Arc<Self>, request: Request) -> Result<Draft, Failure> {
        let started = Instant::now();
        let bytes = match &request.input {
            Input::Inline(text) => text.clone().into_bytes(),
            Input::Stored(source) => self.source(source).await?,
        };
        let service = Arc::clone(self);
        let draft = self.busy(move || service.understand(&request, &bytes)).await??;
        tracing::debug!(milliseconds = milliseconds(started), "read");
        Ok(draft)
    }

    /// The picture of a draft.
    ///
    /// # Errors
    /// A size that can't be drawn, memory.
    pub async fn draw(self: &Arc<Self>, draft: &Arc<Draft>, medium: Medium) -> Result<Vec<u8>, Failure> {
        let started = Instant::now();
        let (service, draft) = (Arc::clone(self), Arc::clone(draft));
        let drawn = self.busy(move || draft.draw(medium, &service.fonts)).await?;
        tracing::debug!(milliseconds = milliseconds(started), medium = medium.ending(), "drawn");
        drawn.map_err(Failure::Picture)
    }

    /// A name for the exact bytes that [`draw`](Self::draw) gives, sooner.
    ///
    /// # Errors
    /// A size that can't be drawn.
    pub async fn tag(self: &Arc<Self>, draft: &Arc<Draft>, medium: Medium) -> Result<String, Failure> {
        let (service, draft) = (Arc::clone(self), Arc::clone(draft));
        self.busy(move || draft.tag(medium, &service.fonts)).await?.map_err(Failure::Picture)
    }

    /// The picture that a request asks for, stored if it says so or `store` does, and what there is to say of it.
    ///
    /// # Errors
    /// Whatever [`draft`](Self::draft) and [`draw`](Self::draw) refuse; a failure of S3.
    pub async fn answer(self: &Arc<Self>, request: Request, store: bool) -> Result<Answer, Failure> {
        let (format, store) = (request.format.unwrap_or(PictureFormat::Png), request.store.unwrap_or(store));
        if store && self.bucket.is_none() {
            return Err(Failure::NoBucket);
        }
        let draft = Arc::new(self.draft(request).await?);
        let mut pictures = Vec::new();
        for medium in media(format) {
            pictures.push((*medium, self.draw(&draft, *medium).await?));
        }
        let description = draft.description();
        let mut answer = Answer::new(&draft, &description, draft.warnings(&self.fonts));
        for (medium, bytes) in &pictures {
            match &self.bucket {
                Some(bucket) if store => {
                    let picture = self.store(bucket, (&draft, *medium), bytes, &description.alt_text).await?;
                    answer.stored(*medium, picture, bytes.len());
                }
                _ => answer.inline(*medium, bytes),
            }
        }
        answer.message(&description);
        Ok(answer)
    }

    /// The answers of many requests, in their order; each fails alone.
    pub async fn answers(
        self: &Arc<Self>,
        requests: Vec<Result<Request, Box<InputError>>>,
        store: bool,
    ) -> Vec<Result<Answer, Failure>> {
        let answers = requests.into_iter().map(|request| async move { self.answer(request?, store).await });
        stream::iter(answers).buffered(IN_FLIGHT).collect().await
    }

    async fn source(&self, source: &Source) -> Result<Vec<u8>, Failure> {
        let whole = format!("{}/{}", source.bucket, source.key);
        if !self.settings.sources.iter().any(|allowed| whole.starts_with(allowed.as_str())) {
            return Err(Failure::SourceRefused(source.clone()));
        }
        let bucket = self.bucket.as_ref().ok_or(Failure::NoBucket)?;
        bucket.get(&source.bucket, &source.key).await.map_err(Failure::Source)
    }

    fn understand(&self, request: &Request, bytes: &[u8]) -> Result<Draft, Failure> {
        let asked = request.options.clone().or(&self.settings.options);
        let options = asked.drawing();
        options.check().map_err(Failure::Picture)?;
        let pixels = options.size.width * options.size.height * options.scale * options.scale;
        if pixels > self.settings.max_pixels {
            return Err(Failure::TooManyPixels { found: pixels, limit: self.settings.max_pixels });
        }
        let sprint = crate::read_sprint(bytes, &asked.reading(Some((self.clock)())));
        let sprint = sprint.map_err(|error| placed(error, &request.input))?;
        Ok(Draft { sprint, options, team: request.team.clone().unwrap_or_default() })
    }

    async fn store(
        &self,
        bucket: &Bucket,
        (draft, medium): (&Draft, Medium),
        bytes: &[u8],
        alt_text: &str,
    ) -> Result<StoredPicture, StorageError> {
        let started = Instant::now();
        let (team, sprint, as_of) = (draft.team.as_str(), draft.sprint.name.as_str(), draft.date());
        let facts = KeyFacts { team, sprint, as_of, content: bytes, ending: medium.ending() };
        let key = self.settings.key.key(&facts);
        let object = Object { key: &key, bytes, content_type: medium.content_type(), alt_text };
        let Stored { key, known } = bucket.put(object).await?;
        let url = bucket.link(&key).await?;
        tracing::debug!(milliseconds = milliseconds(started), known, "stored");
        let settings = bucket.settings();
        let holds = settings.public_url.is_none().then_some(settings.link_lifetime);
        Ok(StoredPicture { bucket: settings.name.clone(), key, url, holds, known })
    }

    /// Runs what keeps a core busy away from the threads that serve the network, no more of it than there are cores.
    async fn busy<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let _turn = self.drawing.acquire().await.map_err(|error| Failure::Internal(error.to_string()))?;
        // What a panic says may hold data.
        task::spawn_blocking(work).await.map_err(|_| Failure::Internal("a fault of the program".to_owned()))
    }
}

const fn media(format: PictureFormat) -> &'static [Medium] {
    match format {
        PictureFormat::Png => &[Medium::Png],
        PictureFormat::Svg => &[Medium::Svg],
        PictureFormat::Both => &[Medium::Png, Medium::Svg],
    }
}

/// An error in the sprint stands below the field that holds it, in the lines of its table, or in the object that was read.
fn placed(error: Error, input: &Input) -> Failure {
    match (error, input) {
        (Error::Input(error), Input::Inline(text)) if text.starts_with('{') => {
            Failure::Input(error.below("sprint"))
        }
        (Error::Input(mut error), Input::Inline(_)) => {
            error.file = Some("sprint".to_owned());
            Failure::Input(error)
        }
        (error, Input::Stored(source)) => Failure::Picture(error.with_file(source.to_string())),
        (error, Input::Inline(_)) => Failure::Picture(error),
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}
