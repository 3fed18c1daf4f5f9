//! XML: an element a line, a node's attributes in the order of their names, a leaf's in the order in which they come.

use svg::node::Blob;
use svg::node::element::Element;
use svg::{Document, Node};

use crate::color::Color;

use super::number;

/// A document while it is written: a tree of nodes, and what has nothing inside as text between them. That is most of
/// it, and written at once it needs no map of attributes each.
pub(super) struct Xml {
    root: Document,
    /// The nodes that are not at their end, each in the one before it.
    open: Vec<Element>,
    /// What came since the last node began or ended.
    leaves: String,
}

impl Xml {
    pub(super) fn new(root: Document) -> Self {
        Self { root, open: Vec::new(), leaves: String::new() }
    }

    /// Begins an element with nothing but words inside; its attributes follow.
    pub(super) fn leaf(&mut self, name: &'static str) -> Tag<'_> {
        if !self.leaves.is_empty() {
            self.leaves.push('\n');
        }
        self.leaves.push('<');
        self.leaves.push_str(name);
        Tag { xml: self, name, node: None }
    }

    /// Begins an element that has others inside; its attributes follow.
    pub(super) fn node(&mut self, name: &'static str) -> Tag<'_> {
        Tag { xml: self, name, node: Some(Element::new(name)) }
    }

    /// Ends the last node that was begun.
    pub(super) fn end(&mut self) {
        self.flush();
        if let Some(node) = self.open.pop() {
            self.append(node);
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.flush();
        let mut text = self.root.to_string();
        text.push('\n');
        text
    }

    fn flush(&mut self) {
        if !self.leaves.is_empty() {
            let leaves = Blob::new(std::mem::take(&mut self.leaves));
            self.append(leaves);
        }
    }

    fn append(&mut self, node: impl Into<Box<dyn Node>>) {
        match self.open.last_mut() {
            Some(around) => around.append(node),
            None => self.root.append(node),
        }
    }
}

/// The beginning of an element, open for attributes.
#[must_use]
pub(super) struct Tag<'a> {
    xml: &'a mut Xml,
    name: &'static str,
    node: Option<Element>,
}

impl Tag<'_> {
    /// An attribute whose value is written by `write`, free of quotes and of what XML has a use for.
    pub(super) fn data(&mut self, name: &str, write: impl FnOnce(&mut String)) {
        if let Some(node) = &mut self.node {
            let mut value = String::new();
            write(&mut value);
            node.assign(name, value);
            return;
        }
        let text = &mut self.xml.leaves;
        text.push(' ');
        text.push_str(name);
        text.push_str("=\"");
        write(text);
        text.push('"');
    }

    pub(super) fn text(&mut self, name: &str, value: &str) {
        match &mut self.node {
            Some(node) => node.assign(name, value),
            None => self.data(name, |text| escaped(text, value)),
        }
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

    /// Of a leaf: nothing is inside.
    pub(super) fn empty(self) {
        self.xml.leaves.push_str("/>");
    }

    /// Of a leaf: words are inside, and nothing around them.
    pub(super) fn words(self, words: &str) {
        let text = &mut self.xml.leaves;
        text.push('>');
        escaped(text, words);
        text.push_str("</");
        text.push_str(self.name);
        text.push('>');
    }

    /// Of a node: elements follow, up to its [`end`](Xml::end).
    pub(super) fn open(self) {
        self.xml.flush();
        self.xml.open.extend(self.node);
    }
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
        let mut xml = Xml::new(Document::new());
        let mut tag = xml.node("a");
        tag.text("b", "\"<c>");
        tag.open();
        let mut tag = xml.leaf("d");
        tag.text("e", "\"<f> & 'g'");
        tag.words("h & i <j>\u{e9}]]>");
        xml.end();
        let expected = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\">",
            "<a b=\"&quot;&lt;c&gt;\">",
            "<d e=\"&quot;&lt;f&gt; &amp; 'g'\">h &amp; i &lt;j&gt;\u{e9}]]&gt;</d>",
            "</a>",
            "</svg>\n",
        ];
        assert_eq!(xml.finish(), expected.join("\n"));
    }

    #[test]
    fn colours_keep_their_opacity_apart() {
        let mut xml = Xml::new(Document::new());
        let mut tag = xml.leaf("rect");
        tag.color("fill", Color::hex(0x0a_5f_b4).with_alpha(51));
        tag.empty();
        assert_eq!(xml.leaves, "<rect fill=\"#0a5fb4\" fill-opacity=\"0.2\"/>");
    }
}
