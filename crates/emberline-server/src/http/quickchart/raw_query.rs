//! Names and values of a query as people and programs write them.

use std::borrow::Cow;

use emberline::error::{InputError, Location, quote};
use percent_encoding::percent_decode_str;

/// The pairs of a query or of a form.
///
/// A `+` is a space, as programs write it. In a value with a bare `{`, which every program encodes, it is a plus: a person
/// wrote that configuration into an address.
pub(super) fn query_pairs(query: &str) -> Result<Vec<(String, String)>, Box<InputError>> {
    query.split('&').filter(|pair| !pair.is_empty()).map(decode_pair).collect()
}

fn decode_pair(pair: &str) -> Result<(String, String), Box<InputError>> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    let decode = |text: &str| {
        let text = if text.contains('{') { Cow::Borrowed(text) } else { Cow::Owned(text.replace('+', " ")) };
        percent_decode_str(&text).decode_utf8().map(Cow::into_owned).map_err(|_| {
            let location = Location::Path("query".to_owned());
            let found = format!("{} with bytes that are no text", quote(name));
            InputError::new(location, found, "UTF-8, percent-encoded")
        })
    };
    Ok((decode(name)?, decode(value)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plus_is_a_space_unless_a_person_wrote_it() {
        for (query, expected) in [
            ("c=%7Btype%3A%27bar%27%2C+a%3A%271%2B2%27%7D", "{type:'bar', a:'1+2'}"),
            ("c={type:'bar',a:1+2}", "{type:'bar',a:1+2}"),
            ("c={label:'100%25'}", "{label:'100%'}"),
            ("c={a:'b=c'}&", "{a:'b=c'}"),
            ("c", ""),
        ] {
            assert_eq!(query_pairs(query).expect(query), [("c".to_owned(), expected.to_owned())]);
        }
        assert_eq!(
            query_pairs("c=%ff").expect_err("no UTF-8").to_string(),
            "query: found \"c\" with bytes that are no text, expected UTF-8, percent-encoded"
        );
    }
}
