//! Options: of a drawing, and of a whole picture as JSON and the command line have them.
//!
//! An option is declared once, in [`PictureOptions`]: its doc comment is its help, its type its JSON Schema and its
//! command-line argument. It takes effect in [`Options`], [`ReportOptions`](crate::ReportOptions) or
//! [`ReadOptions`](crate::ReadOptions).

mod as_of;
mod drawing;
mod history;
mod picture_options;
mod preset;
mod sprint_days;

pub use as_of::AsOf;
pub use drawing::Options;
pub(crate) use drawing::validate_size;
pub use history::History;
pub use picture_options::PictureOptions;
pub use preset::Preset;
pub use sprint_days::SprintDays;
