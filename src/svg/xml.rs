//! XML as text: an element a line, attributes in the order in which they come.

use crate::color::Color;

use super::number;

/// A document while it is written.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Begins an element; its attributes follow.
    pub(super) fn begin(&mut self, name: &'static str) -> Tag<'_> {
        self.text.push('<');
        self.text.push_str(name);
        Tag { text: &mut self.text, name }
    }

    /// Ends an element that has others inside.
    pub(super) fn end(&mut self, name: &'static str) {
        close(&mut self.text, name);
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// The beginning of an element, open for attributes.
#[must_use]
pub(super) struct Tag<'a> {
    text: &'a mut String,
    name: &'static str,
}

impl Tag<'_> {
    /// An attribute whose value is written by `write`, free of quotes and of what XML has a use for.
    pub(super) fn data(&mut self, name: &str, write: impl FnOnce(&mut String)) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        write(self.text);
        self.text.push('"');
    }

    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.data(name, |text| escaped(text, value));
    }

    pub(super) fn number(&mut self, name: &str, value: f64) {
        self.data(name, |text| number::push(text, value));
    }

    /// A colour, and its opacity where it is not whole.
    pub(super) fn color(&mut self, name: &str, color: Color) {
        self.data(name, |text| number::push_hex(text, color));
        if color.alpha < u8::MAX {
            self.number(&format!("{name}-opacity"), f64::from(color.alpha) / 255.0);
        }
    }

    /// Nothing is inside.
    pub(super) fn empty(self) {
        self.text.push_str("/>\n");
    }

    /// Elements follow, up to the [`end`](Xml::end).
    pub(super) fn open(self) {
        self.text.push_str(">\n");
    }

    /// Words are inside, and nothing around them.
    pub(super) fn words(self, words: &str) {
        self.text.push('>');
        escaped(self.text, words);
        close(self.text, self.name);
    }
}

fn close(text: &mut String, name: &str) {
    text.push_str("</");
    text.push_str(name);
    text.push_str(">\n");
}

fn escaped(text: &mut String, value: &str) {
    let mut rest = value;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let mut from = from.chars();
        text.push_str(match from.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            _ => "&quot;",
        });
        rest = from.as_str();
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_has_a_use_for_is_escaped() {
        let mut xml = Xml::default();
        let mut tag = xml.begin("a");
        tag.text("b", "\"<c> & 'd'");
        tag.words("e & f <g>\u{e9}]]>");
        assert_eq!(xml.finish(), "<a b=\"&quot;&lt;c&gt; &amp; 'd'\">e &amp; f &lt;g&gt;\u{e9}]]&gt;</a>\n");
    }

    #[test]
    fn colours_keep_their_opacity_apart() {
        let mut xml = Xml::default();
        let mut tag = xml.begin("rect");
        tag.color("fill", Color::hex(0x0a_5f_b4).with_alpha(51));
        tag.empty();
        assert_eq!(xml.finish(), "<rect fill=\"#0a5fb4\" fill-opacity=\"0.2\"/>\n");
    }
}
