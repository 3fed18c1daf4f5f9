//! Scripts that want to harm, drawn through the library.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

#[path = "support/attacks.rs"]
mod attacks;

use emberline::{Fonts, Input, Options, ReadOptions};

use attacks::{AttackList, Outcome};

fn draw(script: &str) -> Outcome {
    let mut read = ReadOptions::default();
    read.runs_functions = true;
    let picture = emberline::read_chart_js(script.as_bytes(), &read)
        .map_err(|error| error.to_string())
        .and_then(|config| {
            emberline::draw(&Input::from(config), &Options::default(), &Fonts::embedded())
                .map_err(|error| error.to_string())
        })?;
    Ok(picture.svg().as_bytes().to_vec())
}

#[test]
fn an_attack_ends_in_an_error_and_the_next_picture_is_right() {
    AttackList::load().check(draw);
}
