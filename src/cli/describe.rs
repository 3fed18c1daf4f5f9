//! `describe`, `schema`, `themes`: what the program knows, as JSON.

use std::path::PathBuf;

use emberline::request::{self, PictureOptions};
use emberline::theme::Theme;
use emberline::{Color, Description, Options, Shape, Subject};
use serde_json::{Map, Value, json};

use super::args::{DescribeArgs, SchemaKind};
use super::source::{self, STDIN};
use super::{Failure, Outcome, drawing, print};

pub(crate) fn run(args: &DescribeArgs) -> Result<Outcome, Failure> {
    let input = args.input.clone().unwrap_or_else(|| PathBuf::from(STDIN));
    let description = match drawing::read(&input, &source::options(&args.read), false)? {
        Subject::Sprint(sprint) => serde_json::to_string_pretty(&emberline::describe(&sprint, args.lang)),
        Subject::Chart(config) => {
            let options = Options { size: Options::CHART_SIZE, ..Options::default() };
            serde_json::to_string_pretty(&emberline::describe_chart(&config, &options)?)
        }
    };
    print(&(description? + "\n"))
}

impl SchemaKind {
    /// The schema, indented.
    pub(crate) fn text(self) -> String {
        let schema = match self {
            Self::Sprint => emberline::schema(None),
            Self::Days => emberline::schema(Some(Shape::Days)),
            Self::Items => emberline::schema(Some(Shape::Items)),
            Self::Changes => emberline::schema(Some(Shape::Changes)),
            Self::Request => request::schema(),
            Self::Options => PictureOptions::schema(),
            Self::Description => Description::schema(),
        };
        format!("{schema:#}\n")
    }
}

pub(crate) fn themes() -> String {
    let hex = |color: Color| {
        let [r, g, b] = color.rgb;
        Value::String(format!("#{r:02x}{g:02x}{b:02x}"))
    };
    let colors = |theme: &Theme| -> Map<String, Value> {
        theme.colors().into_iter().map(|(name, color)| (name.to_owned(), hex(color))).collect()
    };
    let themes: Vec<_> = Theme::ALL.iter().map(|t| json!({ "name": t.name, "colors": colors(t) })).collect();
    format!("{:#}\n", Value::Array(themes))
}
