//! Cuts a text into pieces that one font draws in one direction.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::builtin::{BOX, EMOJI, INTER, TABULAR};
use super::classes::{is_between, is_blank_control, is_ignorable, joins};
use super::{Figures, Fonts, Setting, TextStyle, figures, order};

/// Part of a line, in logical order.
#[derive(Debug, PartialEq)]
pub(super) struct Piece {
    /// Place in the list of families.
    pub(super) family: usize,
    pub(super) rtl: bool,
    pub(super) text: String,
}

/// What a reader takes for one character, and the family that draws it; `None` follows its neighbours.
struct Cluster<'a> {
    text: Cow<'a, str>,
    family: Option<usize>,
}

impl Fonts {
    /// The pieces of `text` from left to right. Characters no font has are added to `missing`.
    pub(super) fn pieces(&self, text: &str, style: TextStyle, missing: &mut Vec<char>) -> Vec<Piece> {
        if text.chars().all(is_simple) {
            return simple(text, style.figures);
        }
        let text = clean(text, missing);
        let mut pieces = Vec::new();
        for (range, rtl) in order::visual(&text) {
            let part = text.get(range).unwrap_or_default();
            let mut clusters = self.clusters(part, rtl, style, missing);
            self.settle(&mut clusters, style);
            let mut joined = join(clusters, rtl);
            if rtl {
                joined.reverse();
            }
            pieces.append(&mut joined);
        }
        pieces
    }

    fn clusters<'a>(
        &self,
        part: &'a str,
        rtl: bool,
        style: TextStyle,
        missing: &mut Vec<char>,
    ) -> Vec<Cluster<'a>> {
        let numbers = if style.figures == Figures::Tabular { figures::numbers(part) } else { Vec::new() };
        let mut clusters = Vec::new();
        for (at, grapheme) in part.grapheme_indices(true) {
            let text = shaped_part(grapheme);
            if text.is_empty() {
                continue;
            }
            let figure = text.chars().all(figures::is_figure);
            if figure && numbers.iter().any(|number| number.contains(&at)) {
                clusters.push(Cluster { text, family: Some(TABULAR) });
            } else if text.chars().all(|c| is_between(c, rtl)) {
                clusters.push(Cluster { text, family: None });
            } else if let Some(family) = self.family_for(&text, style) {
                clusters.push(Cluster { text, family: Some(family) });
            } else {
                self.apart(&text, style, missing, &mut clusters);
            }
        }
        clusters
    }

    /// No font has the whole cluster: its characters one by one, a box for those nobody has.
    fn apart(&self, text: &str, style: TextStyle, missing: &mut Vec<char>, clusters: &mut Vec<Cluster<'_>>) {
        let mut boxed = false;
        for c in text.chars().filter(|c| !is_ignorable(*c)) {
            let family = self.family_for(c.encode_utf8(&mut [0; 4]), style);
            if family.is_none() && !missing.contains(&c) {
                missing.push(c);
            }
            let drawn = if family.is_some() { c } else { BOX };
            if family.is_some() || !boxed {
                clusters
                    .push(Cluster { text: Cow::Owned(drawn.to_string()), family: family.or(Some(INTER)) });
            }
            boxed |= family.is_none();
        }
    }

    /// The first family that draws all of `cluster`.
    fn family_for(&self, cluster: &str, style: TextStyle) -> Option<usize> {
        let asks = |mark: char| cluster.contains(mark);
        // Emoji style or keycap asked for by name; what only the emoji font has needs no asking.
        let emoji = (asks('\u{FE0F}') || asks('\u{20E3}')) && !asks('\u{FE0E}');
        let first = emoji.then_some(EMOJI);
        let others = (0..self.families.len()).filter(|family| *family != TABULAR);
        first.into_iter().chain(others).find(|family| self.covers(*family, cluster, style))
    }

    fn covers(&self, family: usize, cluster: &str, style: TextStyle) -> bool {
        let Some(family) = self.families.get(family) else { return false };
        let (face, _) = family.face(style.weight);
        if face.has(cluster.chars().filter(|c| !is_ignorable(*c))) {
            return true;
        }
        let mut characters = cluster.chars();
        let first = characters.next();
        let setting = Setting { size: style.size, weight: style.weight };
        characters.next().is_some() && face.has(first.into_iter()) && face.shapes(cluster, setting)
    }

    /// Gives what stands between words to the font before it, else the one after it, else the text font.
    fn settle(&self, clusters: &mut [Cluster<'_>], style: TextStyle) {
        let mut before = None;
        for at in 0..clusters.len() {
            let (done, rest) = clusters.split_at_mut(at);
            let Some((cluster, after)) = rest.split_first_mut() else { break };
            if cluster.family.is_some() {
                before = cluster.family;
                continue;
            }
            debug_assert!(done.iter().all(|cluster| cluster.family.is_some()), "settled in order");
            let after = after.iter().find_map(|cluster| cluster.family);
            let text = |family: &usize| {
                !matches!(*family, EMOJI | TABULAR) && self.covers(*family, &cluster.text, style)
            };
            let family = before.filter(text).or_else(|| after.filter(text)).unwrap_or(INTER);
            if !self.covers(family, &cluster.text, style) {
                // A space nobody has, or a sign next to emoji: the usual search.
                cluster.family = self.family_for(&cluster.text, style);
            }
            cluster.family = cluster.family.or(Some(family));
        }
    }
}

/// Left to right, single characters, in Inter, with no part in any sequence.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{148}' | '\u{14A}'..='\u{17F}')
        || matches!(
            c,
            '\u{2009}' | '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2022}' | '\u{2026}'
        )
        || matches!(c, '\u{202F}' | '\u{20AC}' | '\u{2212}')
}

fn simple(text: &str, figures: Figures) -> Vec<Piece> {
    let piece = |family, text: &str| Piece { family, rtl: false, text: text.to_owned() };
    let numbers = if figures == Figures::Tabular { figures::numbers(text) } else { Vec::new() };
    let mut pieces = Vec::with_capacity(1);
    let mut done = 0;
    for number in numbers {
        pieces.push(piece(INTER, text.get(done..number.start).unwrap_or_default()));
        pieces.push(piece(TABULAR, text.get(number.clone()).unwrap_or_default()));
        done = number.end;
    }
    pieces.push(piece(INTER, text.get(done..).unwrap_or_default()));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// One line of characters XML can hold: other white space becomes a space, a control character a box.
fn clean<'a>(text: &'a str, missing: &mut Vec<char>) -> Cow<'a, str> {
    let bad = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}');
    if !text.contains(bad) {
        return Cow::Borrowed(text);
    }
    let mut one = |c: char| match c {
        c if is_blank_control(c) => ' ',
        c if bad(c) => {
            if !missing.contains(&c) {
                missing.push(c);
            }
            BOX
        }
        c => c,
    };
    Cow::Owned(text.chars().map(&mut one).collect())
}

/// The cluster without invisible characters that shaping has no use for.
fn shaped_part(grapheme: &str) -> Cow<'_, str> {
    if !grapheme.contains(is_ignorable) {
        return Cow::Borrowed(grapheme);
    }
    let visible = |c: &char| !is_ignorable(*c);
    if grapheme.chars().filter(visible).all(char::is_whitespace) {
        return Cow::Owned(grapheme.chars().filter(visible).collect());
    }
    Cow::Owned(grapheme.chars().filter(|c| visible(c) || joins(*c)).collect())
}

fn join(clusters: Vec<Cluster<'_>>, rtl: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for cluster in clusters {
        let family = cluster.family.unwrap_or(INTER);
        match pieces.last_mut() {
            Some(piece) if piece.family == family => piece.text.push_str(&cluster.text),
            _ => pieces.push(Piece { family, rtl, text: cluster.text.into_owned() }),
        }
    }
    pieces
}
