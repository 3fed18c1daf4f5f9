//! The sums of the tasks, by which the rows of sums are checked.

use super::task_row::TaskRow;
use crate::input::error::{InputError, Location};

/// The difference from the sum that a rounded total may have.
const TOTAL_TOLERANCE: f64 = 0.05;

/// The sums of all tasks.
pub(super) struct Sums {
    estimates: f64,
    /// The sums of the figures of each day.
    days: Vec<f64>,
    /// The sums of the estimates of the tasks without a figure up to each day, which a total may include.
    waiting: Vec<f64>,
}

impl Sums {
    pub(super) fn of_tasks(tasks: &[TaskRow], days: usize) -> Self {
        let mut sums = Self { estimates: 0.0, days: vec![0.0; days], waiting: vec![0.0; days] };
        for task in tasks {
            let estimate = task.estimate.unwrap_or_default();
            sums.estimates += estimate;
            for (sum, figure) in sums.days.iter_mut().zip(&task.days) {
                *sum += figure.unwrap_or_default();
            }
            let first = task.days.iter().position(Option::is_some).unwrap_or(days);
            for sum in sums.waiting.iter_mut().take(first) {
                *sum += estimate;
            }
        }
        sums
    }

    /// Checks that a row of sums adds up to the tasks, wherever it stands: else it may be a task itself.
    pub(super) fn check_row(&self, total: &TaskRow) -> Result<(), Box<InputError>> {
        let error = |figure: f64, place: &str, sum: f64| {
            let location = Location::TextPosition { line: total.line, column: None };
            let found = format!("a total of {figure} {place}");
            Err(InputError::new(location, found, format!("the sum of the tasks, {sum}"))
                .with_remedy("correct or delete the row, or give it another name if it is a task"))
        };
        let differs = |figure: f64, sum: f64| libm::fabs(figure - sum) > TOTAL_TOLERANCE;
        if let Some(figure) = total.estimate
            && differs(figure, self.estimates)
        {
            return error(figure, "of the estimates", self.estimates);
        }
        for (((figure, sum), waiting), day) in total.days.iter().zip(&self.days).zip(&self.waiting).zip(1..) {
            let Some(figure) = *figure else { continue };
            if differs(figure, *sum) && differs(figure, sum + waiting) {
                return error(figure, &format!("for day {day}"), *sum);
            }
        }
        Ok(())
    }
}
