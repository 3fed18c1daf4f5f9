//! A row of a table with a line a task.

/// The remaining work of a task.
pub(super) struct TaskRow {
    pub(super) line: usize,
    pub(super) estimate: Option<f64>,
    /// One figure a day up to the last one of the task; `None` for an empty cell.
    pub(super) days: Vec<Option<f64>>,
}
