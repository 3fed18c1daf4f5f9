//! Durations of the stages of a request, logged as one line.

use std::time::Instant;

/// Durations in milliseconds. Reading and storing include the time that S3 takes; all stages include the wait for a free
/// core.
#[derive(Debug)]
pub struct StageTimings {
    stage_start: Instant,
    read_ms: f64,
    draw_ms: f64,
}

impl StageTimings {
    /// Starts the first stage: reading the request and its sprint.
    pub fn start() -> Self {
        Self { stage_start: Instant::now(), read_ms: 0.0, draw_ms: 0.0 }
    }

    /// Ends the stage of reading and starts that of drawing.
    pub fn finish_reading(&mut self) {
        self.read_ms = self.finish_stage();
    }

    /// Ends the stage of drawing and starts that of storing.
    pub fn finish_drawing(&mut self) {
        self.draw_ms = self.finish_stage();
    }

    /// Ends the stage of storing and logs all durations; `bytes` is the size of the picture.
    pub fn finish_and_log(mut self, bytes: usize) {
        let store_ms = self.finish_stage();
        tracing::info!(read_ms = self.read_ms, draw_ms = self.draw_ms, store_ms, bytes, "picture");
    }

    fn finish_stage(&mut self) -> f64 {
        let now = Instant::now();
        let duration_ms = now.duration_since(self.stage_start).as_secs_f64() * 1_000.0;
        self.stage_start = now;
        duration_ms
    }
}
