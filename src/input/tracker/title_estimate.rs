//! Estimates in the titles of cards, as extensions of Trello write and read them.
//!
//! A number in parentheses is the estimate: before the title (`(2) name`), or after it if it is small (`name (2)`); a number in
//! square brackets only where there is none in parentheses, since some extensions count the used points there (`(5) name [3]`).
//! Years and numbers of errors stand in the same places, so that larger numbers are a part of the title.

/// The largest estimate before a title, or in square brackets. No year is smaller.
const MAX_TITLE_ESTIMATE: f64 = 999.0;
/// The largest estimate in parentheses after a title, which a title's own words may end with (`Page not found (404)`).
const MAX_TRAILING_ESTIMATE: f64 = 100.0;

/// The estimate in a title.
pub(super) fn title_estimate(title: &str) -> Option<f64> {
    let title = title.trim();
    let leading = |open: char, close: char| {
        number_up_to(title.strip_prefix(open)?.split_once(close)?.0, MAX_TITLE_ESTIMATE)
    };
    let trailing = |open: char, close: char, max: f64| {
        let (before, number) = title.strip_suffix(close)?.rsplit_once(open)?;
        // A word and its parentheses are one name: `print(1)`.
        number_up_to(number, max).filter(|_| before.ends_with(char::is_whitespace))
    };
    leading('(', ')')
        .or_else(|| trailing('(', ')', MAX_TRAILING_ESTIMATE))
        .or_else(|| leading('[', ']'))
        .or_else(|| trailing('[', ']', MAX_TITLE_ESTIMATE))
}

/// The number that a text is, with a point or a comma before the fraction, if it is not too large.
fn number_up_to(text: &str, max: f64) -> Option<f64> {
    let text = text.trim();
    let is_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let number: f64 = text.replace(',', ".").parse().ok().filter(|_| is_number)?;
    (number <= max).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_parentheses_or_brackets_is_the_estimate() {
        for (title, estimate) in [
            ("(2) Pay the rent [1]", 2.0),
            ("Pay the rent (3) ", 3.0),
            ("Pay the rent [1.5]", 1.5),
            ("[0] Pay", 0.0),
            ("(1,5) Comma", 1.5),
            ("( 0.5 )Half", 0.5),
            ("(.5) Half", 0.5),
            ("(120) A long one", 120.0),
            ("Report (2026) [8]", 8.0),
        ] {
            assert_eq!(title_estimate(title), Some(estimate), "{title}");
        }
    }

    #[test]
    fn years_errors_words_and_calls_are_no_estimates() {
        for title in [
            "Report (2026)",
            "(2026) Report",
            "Report [2026]",
            "Page not found (404)",
            "Pay (a lot)",
            "(?) Unknown",
            "(-2) Pay",
            "(1e2) Pay",
            "(1.000,5) Pay",
            "(inf) Pay",
            "() Pay",
            "man printf(3)",
            "(1, 2) Pay",
            "Pay",
            "",
        ] {
            assert_eq!(title_estimate(title), None, "{title}");
        }
    }
}
