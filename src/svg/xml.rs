//! XML with one element per line. The attributes of a node are sorted by name, those of a leaf stay in writing order.

use svg::node::Blob;
use svg::node::element::Element;
use svg::{Document, Node};

use crate::color::Color;

use super::number;

/// A document that is being written: a tree of nodes, with the leaves between them as text. Most elements are leaves;
/// as text they need no attribute map each.
pub(super) struct XmlWriter {
    root: Document,
    /// The nodes that have not ended, from the outermost to the innermost.
    open_nodes: Vec<Element>,
    /// Leaves written since the last start or end of a node.
    leaves: String,
}

impl XmlWriter {
    pub(super) fn new(root: Document) -> Self {
        Self { root, open_nodes: Vec::new(), leaves: String::new() }
    }

    /// Starts an element without child elements; attributes follow.
    pub(super) fn start_leaf(&mut self, name: &'static str) -> Tag<'_> {
        if !self.leaves.is_empty() {
            self.leaves.push('\n');
        }
        self.leaves.push('<');
        self.leaves.push_str(name);
        Tag { xml: self, name, node: None }
    }

    /// Starts an element with child elements; attributes follow.
    pub(super) fn start_node(&mut self, name: &'static str) -> Tag<'_> {
        Tag { xml: self, name, node: Some(Element::new(name)) }
    }

    /// Ends the innermost open node.
    pub(super) fn end_node(&mut self) {
        self.flush_leaves();
        if let Some(node) = self.open_nodes.pop() {
            self.append_node(node);
        }
    }

    /// The text of the finished document.
    pub(super) fn into_text(mut self) -> String {
        self.flush_leaves();
        let mut text = self.root.to_string();
        text.push('\n');
        text
    }

    fn flush_leaves(&mut self) {
        if !self.leaves.is_empty() {
            let leaves = Blob::new(std::mem::take(&mut self.leaves));
            self.append_node(leaves);
        }
    }

    fn append_node(&mut self, node: impl Into<Box<dyn Node>>) {
        match self.open_nodes.last_mut() {
            Some(parent) => parent.append(node),
            None => self.root.append(node),
        }
    }
}

/// The start tag of an element, to which attributes can be added.
#[must_use]
pub(super) struct Tag<'a> {
    xml: &'a mut XmlWriter,
    name: &'static str,
    node: Option<Element>,
}

impl Tag<'_> {
    /// Adds an attribute with the value that `write` appends: it must not need escaping.
    pub(super) fn raw_attribute(&mut self, name: &str, write: impl FnOnce(&mut String)) {
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

    pub(super) fn text_attribute(&mut self, name: &str, value: &str) {
        match &mut self.node {
            Some(node) => node.assign(name, value),
            None => self.raw_attribute(name, |text| push_escaped(text, value)),
        }
    }

    pub(super) fn number_attribute(&mut self, name: &str, value: f64) {
        self.raw_attribute(name, |text| number::push_number(text, value));
    }

    /// Adds a colour, and the attribute of its opacity if it is not opaque.
    pub(super) fn color_attributes(&mut self, name: &str, color: Color) {
        self.raw_attribute(name, |text| number::push_hex_color(text, color));
        if color.alpha < u8::MAX {
            self.number_attribute(&format!("{name}-opacity"), f64::from(color.alpha) / 255.0);
        }
    }

    /// Closes a leaf without content.
    pub(super) fn close_empty(self) {
        self.xml.leaves.push_str("/>");
    }

    /// Closes a leaf with text as its content, without white space around it.
    pub(super) fn close_with_text(self, content: &str) {
        let text = &mut self.xml.leaves;
        text.push('>');
        push_escaped(text, content);
        text.push_str("</");
        text.push_str(self.name);
        text.push('>');
    }

    /// Opens a node: child elements follow, up to [`XmlWriter::end_node`].
    pub(super) fn open_children(self) {
        self.xml.flush_leaves();
        self.xml.open_nodes.extend(self.node);
    }
}

fn push_escaped(text: &mut String, value: &str) {
    let mut rest = value;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (plain, special) = rest.split_at(at);
        text.push_str(plain);
        let mut characters = special.chars();
        text.push_str(match characters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            _ => "&quot;",
        });
        rest = characters.as_str();
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_characters_are_escaped() {
        let mut xml = XmlWriter::new(Document::new());
        let mut tag = xml.start_node("a");
        tag.text_attribute("b", "\"<c>");
        tag.open_children();
        let mut tag = xml.start_leaf("d");
        tag.text_attribute("e", "\"<f> & 'g'");
        tag.close_with_text("h & i <j>\u{e9}]]>");
        xml.end_node();
        let expected = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\">",
            "<a b=\"&quot;&lt;c&gt;\">",
            "<d e=\"&quot;&lt;f&gt; &amp; 'g'\">h &amp; i &lt;j&gt;\u{e9}]]&gt;</d>",
            "</a>",
            "</svg>\n",
        ];
        assert_eq!(xml.into_text(), expected.join("\n"));
    }

    #[test]
    fn the_opacity_of_a_colour_is_an_attribute_of_its_own() {
        let mut xml = XmlWriter::new(Document::new());
        let mut tag = xml.start_leaf("rect");
        tag.color_attributes("fill", Color::from_hex(0x0a_5f_b4).with_alpha(51));
        tag.close_empty();
        assert_eq!(xml.leaves, "<rect fill=\"#0a5fb4\" fill-opacity=\"0.2\"/>");
    }
}
