//! What a request gets, whoever carries it: the picture's bytes, or a stored picture with its address and the words for a message.

mod answer;
mod draft;
mod failure;
mod fonts;
mod settings;
mod stages;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream;
use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio::task;
use tokio::time::timeout_at;

pub use answer::{Answer, ImageData, Outcome, StoredPicture};
use draft::Subject;
pub use draft::{Draft, Medium, Words};
pub use failure::{Failure, Kind};
pub use fonts::fonts;
pub use settings::{Settings, SettingsError, VARIABLES};
pub use stages::Stages;

use crate::deliver::key::KeyFacts;
use crate::deliver::s3::Bucket;
use crate::deliver::storage::{Object, StorageError, Stored};
use crate::error::Error;
use crate::font::Fonts;
use crate::input::InputError;
use crate::request::{Input, PictureFormat, Request, Source};

/// Requests of one call that are on their way at once: while one is drawn, others wait for S3.
const IN_FLIGHT: usize = 8;

/// Files of S3 that are read at once; each may have 64 MB.
const FILES_AT_ONCE: usize = 2;

/// Everything that is built once and serves every request.
#[derive(Debug)]
pub struct Service {
    settings: Settings,
    fonts: Fonts,
    bucket: Option<Bucket>,
    clock: fn() -> Timestamp,
    drawing: Arc<Semaphore>,
    reading: Semaphore,
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
        Arc::new(Self {
            settings,
            fonts,
            bucket,
            clock,
            drawing: Arc::new(Semaphore::new(cores)),
            reading: Semaphore::new(FILES_AT_ONCE),
        })
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
        // Files in S3 may be large: two of them are in memory before their drafts are.
        let _turn = match &request.input {
            Input::Stored(_) => self.reading.acquire().await.ok(),
            Input::Inline(_) | Input::Chart(_) => None,
        };
        let bytes = match &request.input {
            Input::Inline(text) | Input::Chart(text) => text.clone().into_bytes(),
            Input::Stored(source) => self.source(source).await?,
        };
        let service = Arc::clone(self);
        self.busy(move || service.understand(&request, &bytes)).await?
    }

    /// The picture of a draft.
    ///
    /// # Errors
    /// A size that can't be drawn, memory.
    pub async fn draw(self: &Arc<Self>, draft: &Arc<Draft>, medium: Medium) -> Result<Vec<u8>, Failure> {
        let (service, draft) = (Arc::clone(self), Arc::clone(draft));
        self.busy(move || draft.draw(medium, &service.fonts)).await?.map_err(undrawn)
    }

    /// A name for the exact bytes that [`draw`](Self::draw) gives, sooner.
    ///
    /// # Errors
    /// A size that can't be drawn.
    pub async fn tag(self: &Arc<Self>, draft: &Arc<Draft>, medium: Medium) -> Result<String, Failure> {
        let (service, draft) = (Arc::clone(self), Arc::clone(draft));
        self.busy(move || draft.tag(medium, &service.fonts)).await?.map_err(undrawn)
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
        let mut stages = Stages::start();
        let draft = Arc::new(self.draft(request).await?);
        stages.read();
        let mut pictures = Vec::new();
        for medium in media(format) {
            pictures.push((*medium, self.draw(&draft, *medium).await?));
        }
        stages.drawn();
        let (service, shared) = (Arc::clone(self), Arc::clone(&draft));
        let (words, warnings) = self.busy(move || (shared.words(), shared.warnings(&service.fonts))).await?;
        let words = words.map_err(undrawn)?;
        let mut answer = Answer::new(&draft, &words, warnings);
        for (medium, bytes) in &pictures {
            match &self.bucket {
                Some(bucket) if store => {
                    let picture = self.store(bucket, (&draft, *medium), bytes, &words).await?;
                    answer.stored(*medium, picture, bytes.len());
                }
                _ => answer.inline(*medium, bytes),
            }
        }
        answer.message(&words);
        stages.log(answer.bytes);
        Ok(answer)
    }

    /// The answers of many requests whose pictures are stored, in their order. Each fails alone, and what is not done
    /// within a time fails then.
    pub async fn answers(
        self: &Arc<Self>,
        requests: Vec<Result<Request, Box<InputError>>>,
        within: Duration,
    ) -> Vec<Result<Answer, Failure>> {
        let end = Instant::now() + within;
        let answers = requests.into_iter().map(|request| async move {
            let answer = self.answer(request?, true);
            timeout_at(end.into(), answer).await.unwrap_or(Err(Failure::Late))
        });
        stream::iter(answers).buffered(IN_FLIGHT).collect().await
    }

    async fn source(&self, source: &Source) -> Result<Vec<u8>, Failure> {
        let bucket = self.bucket.as_ref().ok_or(Failure::NoBucket)?;
        let whole = format!("{}/{}", source.bucket, source.key);
        if !self.settings.sources.iter().any(|allowed| whole.starts_with(allowed.as_str())) {
            return Err(Failure::SourceRefused(source.clone()));
        }
        bucket.get(&source.bucket, &source.key).await.map_err(Failure::Source)
    }

    fn understand(&self, request: &Request, bytes: &[u8]) -> Result<Draft, Failure> {
        let asked = request.options.clone().or(&self.settings.options);
        let now = (self.clock)();
        let placed = |error| placed(error, &request.input);
        let is_chart = match &request.input {
            Input::Inline(_) => false,
            Input::Chart(_) => true,
            Input::Stored(_) => crate::is_chart(bytes),
        };
        let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
        let (subject, options) = if is_chart {
            let config = crate::read_chart(bytes).map_err(placed)?;
            (Subject::Chart(Box::new(config), today), asked.charting())
        } else {
            let reading = asked.reading(Some(now)).map_err(|error| Failure::Input(error.below("options")))?;
            let options = asked.drawing();
            let subject =
                match crate::subject::velocity(bytes, &reading, options.view.kind).map_err(placed)? {
                    Some(past) => Subject::Past(past, today),
                    None => Subject::Sprint(Box::new(crate::read_sprint(bytes, &reading).map_err(placed)?)),
                };
            (subject, options)
        };
        options.check().map_err(Failure::Picture)?;
        let draft = Draft { subject, options, team: request.team.clone().unwrap_or_default() };
        match draft.area() <= self.settings.max_pixels {
            true => Ok(draft),
            false => Err(Failure::TooManyPixels { found: draft.area(), limit: self.settings.max_pixels }),
        }
    }

    async fn store(
        &self,
        bucket: &Bucket,
        (draft, medium): (&Draft, Medium),
        bytes: &[u8],
        words: &Words,
    ) -> Result<StoredPicture, StorageError> {
        let (team, as_of, ending) = (draft.team.as_str(), draft.date(), medium.ending());
        let facts = KeyFacts { team, sprint: &words.name, as_of, content: bytes, ending };
        let key = self.settings.key.key(&facts);
        let alt_text = words.alt_text.as_str();
        let object = Object { key: &key, bytes, content_type: medium.content_type(), alt_text };
        let Stored { key, known } = bucket.put(object).await?;
        let url = bucket.link(&key).await?;
        let settings = bucket.settings();
        let holds = settings.public_url.is_none().then_some(settings.link_lifetime);
        Ok(StoredPicture { bucket: settings.name.clone(), key, url, holds, known })
    }

    /// Runs what keeps a core busy away from the threads that serve the network, no more of it than there are cores.
    async fn busy<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let turn = Arc::clone(&self.drawing).acquire_owned().await;
        let turn = turn.map_err(|error| Failure::Internal(error.to_string()))?;
        // Who asked may be gone before the work is done; the core is busy until then.
        let work = move || {
            let _turn = turn;
            work()
        };
        // What a panic says may hold data.
        task::spawn_blocking(work).await.map_err(|_| Failure::Internal("a fault of the program".to_owned()))
    }
}

/// What reading lets through and drawing finds is a chart's: an axis that no scale has, for one.
fn undrawn(error: Error) -> Failure {
    match error {
        Error::Input(error) => Failure::Input(error.below("chart")),
        error => Failure::Picture(error),
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
        // A past sprint that does not go with this one.
        (Error::Input(error), _) if error.is_of_history() => Failure::Input(error.below("options")),
        (Error::Input(error), Input::Inline(text)) if text.starts_with('{') => {
            Failure::Input(error.below("sprint"))
        }
        (Error::Input(error), Input::Chart(_)) => Failure::Input(error.below("chart")),
        (Error::Input(mut error), Input::Inline(_)) => {
            error.file = Some("sprint".to_owned());
            Failure::Input(error)
        }
        (error, Input::Stored(source)) => Failure::Picture(error.with_file(source.to_string())),
        (error, Input::Inline(_) | Input::Chart(_)) => Failure::Picture(error),
    }
}
