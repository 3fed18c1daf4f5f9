//! Every case on one page: reference, ours, difference.

use std::fmt::Write as _;

use crate::case::Outcome;
use crate::score::folders;

/// The page as HTML; its pictures lie beside it.
pub fn page(outcomes: &[Outcome]) -> String {
    let counted: Vec<_> = outcomes.iter().filter(|outcome| !outcome.blank).collect();
    let passed = counted.iter().filter(|outcome| outcome.passed).count();
    let mut cases: Vec<&Outcome> = outcomes.iter().collect();
    cases.sort_by_key(|outcome| (outcome.passed, &outcome.id));
    let cards: String = cases.into_iter().map(card).collect();
    let rows: String = folders(outcomes).into_iter().map(row).collect();
    include_str!("page.html")
        .replace("{passed}", &passed.to_string())
        .replace("{counted}", &counted.len().to_string())
        .replace("{failed}", &(counted.len() - passed).to_string())
        .replace("{rows}", &rows)
        .replace("{cards}", &cards)
}

fn row((name, (passed, all)): (&str, (usize, usize))) -> String {
    let class = if passed == all { "" } else { " class=short" };
    format!(
        "<button data-folder=\"{name}\"{class}><span>{name}</span><b>{passed}<i>/{all}</i></b></button>\n"
    )
}

fn card(outcome: &Outcome) -> String {
    let id = escaped(&outcome.id);
    let (state, word) = match (outcome.passed, outcome.blank) {
        (_, true) => ("blank", "not counted"),
        (true, _) => ("passed", "passed"),
        (false, _) => ("failed", "failed"),
    };
    let numbers = match outcome.mismatch {
        Some(share) => format!(
            "<b>{}</b> of the pixels differ, {} may ({})",
            percent(share),
            percent(outcome.tolerance),
            escaped(&outcome.what)
        ),
        None => escaped(&outcome.what),
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
        escaped(&outcome.config)
    );
    html
}

fn percent(share: f64) -> String {
    if share == 0.0 { "0 %".to_owned() } else { format!("{:.3} %", share * 100.0) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
