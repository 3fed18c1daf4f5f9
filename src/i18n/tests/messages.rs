//! Rules that the messages of every language follow.

use std::collections::BTreeSet;

use super::*;

#[test]
fn placeholders_are_filled_once_and_unknown_ones_are_kept() {
    let values = [("sprint", "{amount} {"), ("amount", "7 points")];
    assert_eq!(fill_placeholders("{amount} of {sprint}!", &values), "7 points of {amount} {!");
    assert_eq!(fill_placeholders("no {such} name, {amount", &values), "no {such} name, {amount");
    assert_eq!(fill_placeholders("{{amount}} {}", &values), "{7 points} {}");
    assert_eq!(fill_placeholders("", &values), "");
}

fn placeholder_names(template: &str) -> BTreeSet<&str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// Returns each message of each other language with the English one.
fn pairs_with_english() -> impl Iterator<Item = (Lang, &'static str, Vec<&'static str>, Vec<&'static str>)> {
    Lang::ALL.into_iter().skip(1).flat_map(|lang| {
        let both = lang.messages().entries().into_iter().zip(en::MESSAGES.entries());
        both.map(move |((name, forms), (_, english))| (lang, name, forms, english))
    })
}

#[test]
fn messages_have_the_placeholders_of_the_english_ones() {
    for (lang, name, forms, english) in pairs_with_english() {
        for form in forms {
            assert_eq!(placeholder_names(form), placeholder_names(english[0]), "{lang}: {name}: {form}");
        }
    }
}

#[test]
fn no_message_is_left_in_english() {
    let same_word = [
        (Lang::Fr, "axis_points"),
        (Lang::Fr, "points"),
        (Lang::De, "ideal"),
        (Lang::De, "ideal_label"),
        (Lang::Es, "ideal"),
        (Lang::Es, "ideal_label"),
        (Lang::Pt, "ideal"),
        (Lang::Pt, "ideal_label"),
        (Lang::Pt, "items"),
        (Lang::It, "per_sprint"),
        (Lang::Nl, "per_sprint"),
        (Lang::Nl, "scope"),
        (Lang::Nl, "axis_items"),
        (Lang::Nl, "items"),
    ];
    let punctuation_only = ["date_range", "day_range"];
    for (lang, name, forms, english) in pairs_with_english() {
        let same = forms.iter().zip(&english).any(|(form, english)| form == english);
        let allowed = punctuation_only.contains(&name) || same_word.contains(&(lang, name));
        assert!(!same || allowed, "{lang}: {name}: {forms:?}");
    }
}

#[test]
fn messages_have_clean_typography() {
    for lang in Lang::ALL {
        for (name, forms) in lang.messages().entries() {
            for form in forms {
                assert!(!form.is_empty() && form.trim() == form, "{lang}: {name}: {form:?}");
                for wrong in ["  ", "'", "\n", "...", " :", " ,", ".."] {
                    assert!(!form.contains(wrong), "{lang}: {name}: {form:?} holds {wrong:?}");
                }
                if lang == Lang::Fr {
                    assert_eq!(
                        form.matches(':').count(),
                        form.matches("\u{a0}:").count(),
                        "{name}: {form:?}"
                    );
                }
            }
        }
    }
}
