//! Titles around the plot (Chart.js 4.6.1, the title plugin).

use std::f64::consts::FRAC_PI_2;

use crate::chart::figure::{Position, Title};
use crate::font::Fonts;
use crate::geometry::Point;
use crate::layout::boxes::{Answer, Edges, Offer, Request};
use crate::scene::Item;

use super::text::{Baseline, Block, along};

/// A title while it is laid out.
pub(super) struct TitleBox<'a> {
    title: &'a Title,
    pub(super) edges: Edges,
}

impl<'a> TitleBox<'a> {
    pub(super) fn new(title: &'a Title) -> Self {
        Self { title, edges: Edges::default() }
    }

    fn horizontal(&self) -> bool {
        matches!(self.title.position, Position::Top | Position::Bottom)
    }

    pub(super) fn request(&self) -> Request {
        Request {
            position: self.title.position,
            horizontal: self.horizontal(),
            full_size: self.title.full_size,
            weight: self.title.weight,
            stack: None,
            stack_weight: 1.0,
            shown: self.title.display,
        }
    }

    pub(super) fn update(&self, offer: Offer) -> Answer {
        let title = self.title;
        if !title.display {
            return Answer::default();
        }
        let lines = title.text.len() as f64 * title.font.line_height;
        let thick = lines + title.padding.height();
        if self.horizontal() {
            Answer { width: offer.width, height: thick, ..Answer::default() }
        } else {
            Answer { width: thick, height: offer.height, ..Answer::default() }
        }
    }

    pub(super) fn items(&self, fonts: &Fonts) -> Vec<Item> {
        let (title, own) = (self.title, self.edges);
        if !title.display {
            return Vec::new();
        }
        let offset = title.font.line_height / 2.0 + title.padding.top;
        let (at, angle, max_width) = match title.position {
            Position::Left => (
                Point::new(own.left + offset, along(title.align, own.bottom, own.top)),
                -FRAC_PI_2,
                own.height(),
            ),
            Position::Right => (
                Point::new(own.right - offset, along(title.align, own.top, own.bottom)),
                FRAC_PI_2,
                own.height(),
            ),
            _ => (Point::new(along(title.align, own.left, own.right), own.top + offset), 0.0, own.width()),
        };
        let block = Block {
            lines: &title.text,
            font: title.font,
            color: title.color,
            outline: None,
            side: title.align.into(),
            baseline: Baseline::Middle,
            max_width: Some(max_width),
            backdrop: None,
        };
        block.items(at, 0.0, angle, fonts)
    }
}
