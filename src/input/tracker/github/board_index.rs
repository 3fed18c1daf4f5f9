//! The boards of the input, among which the board of an event is found.

use std::collections::BTreeSet;

use super::board_ref::BoardRef;

/// The boards of the input, among which a board is found without a look at each.
#[derive(Debug, Default)]
pub(super) struct BoardIndex<'a> {
    ids: BTreeSet<&'a str>,
    all: BoardMarks<'a>,
    without_id: BoardMarks<'a>,
}

impl<'a> BoardIndex<'a> {
    pub(super) fn from_boards(boards: impl IntoIterator<Item = &'a BoardRef>) -> Self {
        let mut index = Self::default();
        for board in boards {
            index.all.add(board);
            match &board.id {
                Some(id) => drop(index.ids.insert(id)),
                None => index.without_id.add(board),
            }
        }
        index
    }

    /// True if nothing that one of the boards and this one both name differs; without boards always. Their ids alone decide if both
    /// have one.
    pub(super) fn may_have(&self, board: &BoardRef) -> bool {
        match &board.id {
            _ if self.all.pairs.is_empty() => true,
            Some(id) => self.ids.contains(id.as_str()) || self.without_id.may_have(board),
            None => self.all.may_have(board),
        }
    }
}

/// Numbers and titles of boards, as far as they have them.
#[derive(Debug, Default)]
struct BoardMarks<'a> {
    pairs: BTreeSet<(Option<u64>, Option<&'a str>)>,
    numbers: BTreeSet<Option<u64>>,
    titles: BTreeSet<Option<&'a str>>,
}

impl<'a> BoardMarks<'a> {
    fn add(&mut self, board: &'a BoardRef) {
        let title = board.title.as_deref();
        self.pairs.insert((board.number, title));
        self.numbers.insert(board.number);
        self.titles.insert(title);
    }

    fn may_have(&self, board: &BoardRef) -> bool {
        let (number, title) = (board.number, board.title.as_deref());
        match (number, title) {
            (Some(_), Some(_)) => {
                let same = [(number, title), (number, None), (None, title), (None, None)];
                same.iter().any(|pair| self.pairs.contains(pair))
            }
            (Some(_), None) => self.numbers.contains(&number) || self.numbers.contains(&None),
            (None, Some(_)) => self.titles.contains(&title) || self.titles.contains(&None),
            (None, None) => !self.pairs.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule, board by board: ids decide if both have one, else nothing that both name differs.
    fn may_be(board: &BoardRef, other: &BoardRef) -> bool {
        let same_number = board.number.zip(other.number).is_none_or(|(a, b)| a == b);
        let same_title = board.title.as_ref().zip(other.title.as_ref()).is_none_or(|(a, b)| a == b);
        board.id.as_ref().zip(other.id.as_ref()).map_or(same_number && same_title, |(a, b)| a == b)
    }

    #[test]
    fn the_index_finds_a_board_exactly_if_one_of_all_boards_may_be_it() {
        let texts = [None, Some("a".to_owned()), Some("b".to_owned())];
        let mut boards = Vec::new();
        for id in &texts {
            for number in [None, Some(1), Some(2)] {
                boards.extend(texts.iter().map(|title| BoardRef {
                    id: id.clone(),
                    number,
                    title: title.clone(),
                }));
            }
        }
        for first in &boards {
            for second in &boards {
                let given = [first, second];
                let index = BoardIndex::from_boards(given);
                for event in &boards {
                    let expected = given.iter().any(|board| may_be(board, event));
                    assert_eq!(index.may_have(event), expected, "{given:?} {event:?}");
                }
            }
        }
        assert!(boards.iter().all(|event| BoardIndex::default().may_have(event)));
    }

    #[test]
    fn two_answers_may_name_one_board_in_different_ways() {
        let board = |number: Option<u64>, title: Option<&str>| BoardRef {
            number,
            title: title.map(str::to_owned),
            ..BoardRef::default()
        };
        let may_be = |given: BoardRef, event: BoardRef| BoardIndex::from_boards([&given]).may_have(&event);
        assert!(may_be(board(Some(7), None), board(None, Some("Team board"))));
        assert!(may_be(board(Some(7), Some("Team board")), board(Some(7), None)));
        assert!(!may_be(board(Some(7), None), board(Some(8), None)));
        assert!(!may_be(board(None, Some("Team board")), board(None, Some("Roadmap"))));
    }
}
