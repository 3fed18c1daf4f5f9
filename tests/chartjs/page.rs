//! An HTML page that shows each case with Chart.js's picture, emberline's picture and their difference.

use std::fmt::Write as _;

use crate::case::Outcome;
use crate::score::{Score, folder_scores};

/// Returns the page as HTML. It shows the pictures that `check_case` saves.
pub fn html_page(outcomes: &[Outcome]) -> String {
    let counted: Vec<_> = outcomes.iter().filter(|outcome| !outcome.blank).collect();
    let passed = counted.iter().filter(|outcome| outcome.passed).count();
    let mut cases: Vec<&Outcome> = outcomes.iter().collect();
    cases.sort_by_key(|outcome| (outcome.passed, &outcome.id));
    let cards: String = cases.into_iter().map(case_card).collect();
    let rows: String =
        folder_scores(outcomes).into_iter().map(|(name, score)| folder_button(name, score)).collect();
    include_str!("page.html")
        .replace("{passed}", &passed.to_string())
        .replace("{counted}", &counted.len().to_string())
        .replace("{failed}", &(counted.len() - passed).to_string())
        .replace("{rows}", &rows)
        .replace("{cards}", &cards)
}

fn folder_button(name: &str, score: Score) -> String {
    let Score { passed, total } = score;
    let class = if passed == total { "" } else { " class=short" };
    format!(
        "<button data-folder=\"{name}\"{class}><span>{name}</span><b>{passed}<i>/{total}</i></b></button>\n"
    )
}

fn case_card(outcome: &Outcome) -> String {
    let id = escape_html(&outcome.id);
    let (state, word) = match (outcome.passed, outcome.blank) {
        (_, true) => ("blank", "not counted"),
        (true, _) => ("passed", "passed"),
        (false, _) => ("failed", "failed"),
    };
    let numbers = match outcome.mismatch {
        Some(share) => format!(
            "<b>{}</b> of the pixels differ, {} may ({})",
            format_percent(share),
            format_percent(outcome.tolerance),
            escape_html(&outcome.explanation)
        ),
        None => escape_html(&outcome.explanation),
    };
    let (width, height) = outcome.size;
    let image = |name: &str, class: &str| {
        format!(
            "<img loading=lazy decoding=async class=\"{class}\" src=\"{id}.{name}.png\" width={width} height={height} \
             alt=\"{name}\">"
        )
    };
    let mut html = format!(
        "<article class={state} data-folder=\"{}\" id=\"{id}\">\n<header><h2>{id}</h2><em>{word}</em>\
         <p>{numbers}</p></header>\n<div class=three>",
        outcome.folder(),
    );
    let difference = image("reference", "faint") + &image("difference", "over");
    for (caption, images) in
        [("Chart.js", image("reference", "")), ("emberline", image("ours", "")), ("difference", difference)]
    {
        let shown = if outcome.mismatch.is_none() && caption != "Chart.js" { String::new() } else { images };
        let _ = write!(html, "<figure><div>{shown}</div><figcaption>{caption}</figcaption></figure>");
    }
    let _ = write!(
        html,
        "</div>\n<details><summary>configuration</summary><pre>{}</pre></details>\n</article>\n",
        escape_html(&outcome.config)
    );
    html
}

fn format_percent(share: f64) -> String {
    if share == 0.0 { "0 %".to_owned() } else { format!("{:.3} %", share * 100.0) }
}

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
