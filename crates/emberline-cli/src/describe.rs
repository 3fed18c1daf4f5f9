//! The commands `describe`, `formats`, `schema` and `themes`, which print JSON or text.

use std::path::PathBuf;

use emberline::theme::Theme;
use emberline::{Color, DocumentShape, Format, PictureOptions, SprintDescription};
use emberline_server::request;
use serde_json::{Map, Value, json};

use super::args::{DescribeArgs, SchemaKind};
use super::input::{ReadSettings, read_input};
use super::outcome::{CliError, RunStatus};
use super::output::{STANDARD_STREAM, print_text};
use super::profiles::profiles_schema;

/// Runs `describe`.
pub(crate) fn run(args: &DescribeArgs) -> Result<RunStatus, CliError> {
    let path = args.path.clone().unwrap_or_else(|| PathBuf::from(STANDARD_STREAM));
    let reader = ReadSettings::new(&args.input, &args.options, false)?;
    let input = read_input(&path, &reader)?;
    let description = emberline::describe(&input, &args.options.to_draw_options())?;
    print_text(&(serde_json::to_string_pretty(&description)? + "\n"))
}

impl SchemaKind {
    /// The schema as indented JSON.
    pub(crate) fn schema_text(self) -> String {
        let schema = match self {
            Self::Sprint => emberline::schema(None),
            Self::Days => emberline::schema(Some(DocumentShape::Days)),
            Self::Items => emberline::schema(Some(DocumentShape::Items)),
            Self::Changes => emberline::schema(Some(DocumentShape::Changes)),
            Self::Request => request::request_schema(),
            Self::Options => PictureOptions::schema(),
            Self::Description => SprintDescription::schema(),
            Self::Profiles => profiles_schema(),
        };
        format!("{schema:#}\n")
    }
}

/// A readable list of the input formats: the data that each has, where it comes from and what it lacks.
pub(crate) fn formats_text() -> String {
    let mut text = String::from("--from takes one of these; without it the content decides.\n");
    for format in Format::ALL {
        let about = format.info();
        text += &format!("\n{}\n", format.name());
        let parts =
            [("reads", about.reads), ("get it", about.how_to_get), ("cannot tell", about.missing_data)];
        for (title, lines) in parts {
            for (index, line) in lines.iter().enumerate() {
                text += &format!("  {:12} {line}\n", if index == 0 { title } else { "" });
            }
        }
    }
    text
}

/// The themes with the colours of each, as indented JSON.
pub(crate) fn themes_json() -> String {
    let hex = |color: Color| {
        let [r, g, b] = color.rgb;
        Value::String(format!("#{r:02x}{g:02x}{b:02x}"))
    };
    let colors = |theme: &Theme| -> Map<String, Value> {
        theme.named_colors().into_iter().map(|(name, color)| (name.to_owned(), hex(color))).collect()
    };
    let themes: Vec<_> = Theme::ALL.iter().map(|t| json!({ "name": t.name, "colors": colors(t) })).collect();
    format!("{:#}\n", Value::Array(themes))
}
