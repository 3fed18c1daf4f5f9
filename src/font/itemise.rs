//! Splits a text into pieces that one font draws in one direction.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::bidi;
use super::builtin::{EMOJI, INTER, MISSING_CHARACTER_BOX, TABULAR};
use super::char_class::{affects_shaping, is_blank_control, is_ignorable, is_separator};
use super::face::VariationSettings;
use super::family::Family;
use super::figures;
use super::style::{Figures, TextStyle};

/// A part of a line, in logical order.
#[derive(Debug, PartialEq)]
pub(super) struct Piece {
    /// Index into the families.
    pub(super) family: usize,
    pub(super) rtl: bool,
    pub(super) text: String,
}

/// A grapheme cluster and the family that draws it; `None` for separators, which follow their neighbours.
struct Cluster<'a> {
    text: Cow<'a, str>,
    family: Option<usize>,
}

/// Chooses the font of each character of a text.
pub(super) struct Itemiser<'a> {
    families: &'a [Family],
    style: TextStyle,
    /// The characters that no font has, each once, in order of appearance.
    pub(super) missing: Vec<char>,
}

impl<'a> Itemiser<'a> {
    pub(super) fn new(families: &'a [Family], style: TextStyle) -> Self {
        Self { families, style, missing: Vec::new() }
    }

    /// Returns the pieces of `text` from left to right. Characters that no font has are added to `missing`.
    pub(super) fn split_text(&mut self, text: &str) -> Vec<Piece> {
        if text.chars().all(is_plain_latin) {
            return split_plain_latin(text, self.style.figures);
        }
        let text = self.replace_control_characters(text);
        let mut pieces = Vec::new();
        for (range, rtl) in bidi::visual_runs(&text) {
            let part = text.get(range).unwrap_or_default();
            let mut clusters = self.split_clusters(part, rtl);
            self.assign_families(&mut clusters);
            let mut joined = join_clusters(clusters, rtl);
            if rtl {
                joined.reverse();
            }
            pieces.append(&mut joined);
        }
        pieces
    }

    /// One line of characters that XML allows: other white space becomes a space, a control character a box.
    fn replace_control_characters<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let is_invalid =
            |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}');
        if !text.contains(is_invalid) {
            return Cow::Borrowed(text);
        }
        let mut replacement = |c: char| match c {
            c if is_blank_control(c) => ' ',
            c if is_invalid(c) => {
                self.add_missing(c);
                MISSING_CHARACTER_BOX
            }
            c => c,
        };
        Cow::Owned(text.chars().map(&mut replacement).collect())
    }

    fn add_missing(&mut self, c: char) {
        if !self.missing.contains(&c) {
            self.missing.push(c);
        }
    }

    fn split_clusters<'t>(&mut self, part: &'t str, rtl: bool) -> Vec<Cluster<'t>> {
        let tabular = self.style.figures == Figures::Tabular;
        let numbers = if tabular { figures::number_ranges(part) } else { Vec::new() };
        let mut clusters = Vec::new();
        for (at, grapheme) in part.grapheme_indices(true) {
            let text = without_ignorable(grapheme);
            if text.is_empty() {
                continue;
            }
            let is_number_character = text.chars().all(figures::is_number_character);
            if is_number_character && numbers.iter().any(|number| number.contains(&at)) {
                clusters.push(Cluster { text, family: Some(TABULAR) });
            } else if text.chars().all(|c| is_separator(c, rtl)) {
                clusters.push(Cluster { text, family: None });
            } else if let Some(family) = self.family_for(&text) {
                clusters.push(Cluster { text, family: Some(family) });
            } else {
                self.push_single_characters(&text, &mut clusters);
            }
        }
        clusters
    }

    /// Splits a cluster that no font has completely: consecutive characters that no font has become one box.
    fn push_single_characters(&mut self, text: &str, clusters: &mut Vec<Cluster<'_>>) {
        let mut has_box = false;
        for c in text.chars().filter(|c| !is_ignorable(*c)) {
            let family = self.family_for(c.encode_utf8(&mut [0; 4]));
            if family.is_none() {
                self.add_missing(c);
            }
            let drawn = if family.is_some() { c } else { MISSING_CHARACTER_BOX };
            if family.is_some() || !has_box {
                clusters
                    .push(Cluster { text: Cow::Owned(drawn.to_string()), family: family.or(Some(INTER)) });
            }
            has_box |= family.is_none();
        }
    }

    /// The first family that draws the complete cluster.
    fn family_for(&self, cluster: &str) -> Option<usize> {
        let has = |selector: char| cluster.contains(selector);
        // Emoji style or a keycap is requested explicitly; characters of the emoji font alone need no request.
        let is_emoji = (has('\u{FE0F}') || has('\u{20E3}')) && !has('\u{FE0E}');
        let first = is_emoji.then_some(EMOJI);
        let others = (0..self.families.len()).filter(|family| *family != TABULAR);
        first.into_iter().chain(others).find(|family| self.can_draw(*family, cluster))
    }

    fn can_draw(&self, family: usize, cluster: &str) -> bool {
        let Some(family) = self.families.get(family) else { return false };
        let (face, _) = family.face_for_weight(self.style.weight);
        if face.has_characters(cluster.chars().filter(|c| !is_ignorable(*c))) {
            return true;
        }
        let mut characters = cluster.chars();
        let first = characters.next();
        let settings = VariationSettings { size: self.style.size, weight: self.style.weight };
        characters.next().is_some()
            && face.has_characters(first.into_iter())
            && face.can_shape(cluster, settings)
    }

    /// Gives each separator the font before it, else the font after it, else the text font.
    fn assign_families(&self, clusters: &mut [Cluster<'_>]) {
        let mut before = None;
        for at in 0..clusters.len() {
            let (done, rest) = clusters.split_at_mut(at);
            let Some((cluster, after)) = rest.split_first_mut() else { break };
            if cluster.family.is_some() {
                before = cluster.family;
                continue;
            }
            debug_assert!(done.iter().all(|cluster| cluster.family.is_some()), "assigned in order");
            let after = after.iter().find_map(|cluster| cluster.family);
            let is_suitable =
                |family: &usize| !matches!(*family, EMOJI | TABULAR) && self.can_draw(*family, &cluster.text);
            let family = before.filter(is_suitable).or_else(|| after.filter(is_suitable)).unwrap_or(INTER);
            if !self.can_draw(family, &cluster.text) {
                // A space that Inter lacks, or a sign next to emoji, is searched in all fonts.
                cluster.family = self.family_for(&cluster.text);
            }
            cluster.family = cluster.family.or(Some(family));
        }
    }
}

/// Returns true for characters that are read left to right, are in Inter, and never combine with others.
fn is_plain_latin(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{148}' | '\u{14A}'..='\u{17F}')
        || matches!(
            c,
            '\u{2009}' | '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2022}' | '\u{2026}'
        )
        || matches!(c, '\u{202F}' | '\u{20AC}' | '\u{2212}')
}

/// The pieces of a text in plain Latin: one, or with tabular figures one for each number and for the text between.
fn split_plain_latin(text: &str, figures: Figures) -> Vec<Piece> {
    let piece = |family, text: &str| Piece { family, rtl: false, text: text.to_owned() };
    let numbers = if figures == Figures::Tabular { figures::number_ranges(text) } else { Vec::new() };
    let mut pieces = Vec::with_capacity(1);
    let mut end = 0;
    for number in numbers {
        pieces.push(piece(INTER, text.get(end..number.start).unwrap_or_default()));
        pieces.push(piece(TABULAR, text.get(number.clone()).unwrap_or_default()));
        end = number.end;
    }
    pieces.push(piece(INTER, text.get(end..).unwrap_or_default()));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The cluster without invisible characters that do not affect shaping.
fn without_ignorable(grapheme: &str) -> Cow<'_, str> {
    if !grapheme.contains(is_ignorable) {
        return Cow::Borrowed(grapheme);
    }
    let is_visible = |c: &char| !is_ignorable(*c);
    if grapheme.chars().filter(is_visible).all(char::is_whitespace) {
        return Cow::Owned(grapheme.chars().filter(is_visible).collect());
    }
    Cow::Owned(grapheme.chars().filter(|c| is_visible(c) || affects_shaping(*c)).collect())
}

/// Joins neighbouring clusters of the same family.
fn join_clusters(clusters: Vec<Cluster<'_>>, rtl: bool) -> Vec<Piece> {
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
