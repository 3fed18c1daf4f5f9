//! Where the time of a picture went, as one line of the log.

use std::time::Instant;

/// Milliseconds of each stage. Reading and storing wait for S3; all of them wait for a free core.
#[derive(Debug)]
pub struct Stages {
    since: Instant,
    read: f64,
    drawn: f64,
}

impl Stages {
    /// Before anything is read.
    pub fn start() -> Self {
        Self { since: Instant::now(), read: 0.0, drawn: 0.0 }
    }

    /// The request is read, its sprint too.
    pub fn read(&mut self) {
        self.read = self.lap();
    }

    /// The picture is drawn.
    pub fn drawn(&mut self) {
        self.drawn = self.lap();
    }

    /// The picture is where it belongs.
    pub fn log(mut self, bytes: usize) {
        let stored = self.lap();
        tracing::info!(read_ms = self.read, draw_ms = self.drawn, store_ms = stored, bytes, "picture");
    }

    fn lap(&mut self) -> f64 {
        let now = Instant::now();
        let stage = now.duration_since(self.since).as_secs_f64() * 1_000.0;
        self.since = now;
        stage
    }
}
