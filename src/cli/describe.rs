//! `describe`, `schema`, `themes`: what the program knows, as JSON.

use std::path::PathBuf;

use emberline::request::{self, PictureOptions};
use emberline::theme::Theme;
use emberline::{Color, Description, Format, Options, Shape, Subject};
use serde_json::{Map, Value, json};

use super::args::{DescribeArgs, SchemaKind};
use super::drawing::Reading;
use super::source::{self, STDIN};
use super::{Failure, Outcome, drawing, print, view};

pub(crate) fn run(args: &DescribeArgs) -> Result<Outcome, Failure> {
    let input = args.input.clone().unwrap_or_else(|| PathBuf::from(STDIN));
    let view = view::view(&args.view);
    let (options, with) = (source::options(&args.read)?, args.read.with.clone());
    let how = Reading { options, kind: view.kind, with, strict: false };
    let options = Options { lang: args.lang, view, ..Options::default() };
    let description = match drawing::read(&input, &how)? {
        Subject::Sprint(sprint) => serde_json::to_string_pretty(&emberline::describe(&sprint, &options)),
        Subject::Past(past) => serde_json::to_string_pretty(&emberline::describe_velocity(&past, &options)),
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

/// What there is to know about each format, for people.
pub(crate) fn formats() -> String {
    let mut text = String::from("--from takes one of these; without it the content decides.\n");
    for format in Format::ALL {
        let about = format.about();
        text += &format!("\n{}\n", format.name());
        let parts = [("reads", about.reads), ("get it", about.get), ("cannot tell", about.cannot_tell)];
        for (title, lines) in parts {
            for (index, line) in lines.iter().enumerate() {
                text += &format!("  {:12} {line}\n", if index == 0 { title } else { "" });
            }
        }
    }
    text
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
