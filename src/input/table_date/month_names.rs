//! The names of months in the languages in which tables have their dates.

/// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish (in the case that dates have).
const MONTHS: [[&str; 12]; 8] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
];

/// Abbreviations that are not the beginning of a name.
const ABBREVIATIONS: [(&str, i8); 2] = [("mrz", 3), ("mrt", 3)];

/// The shortest beginning of a name that counts as the month.
const MIN_LETTERS: usize = 3;

/// Returns the number of a month by its name or the beginning of it, with or without a dot; `None` if it is none, or if
/// languages disagree.
pub(super) fn month_number(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    if let Some((_, month)) = ABBREVIATIONS.iter().find(|(abbreviation, _)| *abbreviation == word) {
        return Some(*month);
    }
    if word.chars().count() < MIN_LETTERS {
        return None;
    }
    let mut months = MONTHS.iter().flat_map(|names| names.iter().zip(1_i8..));
    let mut matching = months.by_ref().filter(|(name, _)| name.starts_with(&word)).map(|(_, month)| month);
    let first = matching.next()?;
    matching.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_of_exports_are_known_in_every_language() {
        for (word, month) in [
            ("Jan", 1),
            ("ene", 1),
            ("gen", 1),
            ("sty", 1),
            ("févr.", 2),
            ("lut", 2),
            ("Mär", 3),
            ("Mrz", 3),
            ("mrt", 3),
            ("kwi", 4),
            ("abr.", 4),
            ("maj", 5),
            ("mei", 5),
            ("mag", 5),
            ("juin", 6),
            ("giu", 6),
            ("juil.", 7),
            ("lug", 7),
            ("août", 8),
            ("sie", 8),
            ("sept", 9),
            ("wrz", 9),
            ("Okt", 10),
            ("ott", 10),
            ("paź", 10),
            ("lis", 11),
            ("dic", 12),
            ("gru", 12),
            ("Dezember", 12),
        ] {
            assert_eq!(month_number(word), Some(month), "{word}");
        }
        for word in ["ju", "jui", "PM", "Done", ""] {
            assert_eq!(month_number(word), None, "{word}");
        }
    }
}
