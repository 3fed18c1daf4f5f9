//! Exact outputs, to detect changes of the CLDR data.

mod messages;

use jiff::civil::{date, datetime};

use super::*;

fn amount_of_units(units: f64) -> Amount {
    Amount::from_f64(units).unwrap()
}

/// Returns the text in each language in the order of [`Lang::ALL`], with `~` for a no-break space and `_` for a narrow one.
fn in_all_langs(format: impl Fn(&Translator) -> String) -> [String; 8] {
    Lang::ALL.map(|lang| format(&Translator::new(lang)).replace('\u{a0}', "~").replace('\u{202f}', "_"))
}

fn in_lang(lang: Lang, format: impl Fn(&Translator) -> String) -> String {
    format(&Translator::new(lang)).replace('\u{a0}', "~")
}

#[test]
fn every_language_has_all_cldr_data() {
    for lang in Lang::ALL {
        let translator = Translator::new(lang);
        assert!(translator.numbers.is_complete() && translator.dates.is_complete(), "{lang}");
    }
}

#[test]
fn without_data_numbers_are_plain_and_dates_are_iso() {
    let translator = Translator {
        lang: Lang::De,
        messages: Lang::De.messages(),
        numbers: NumberFormat::PLAIN,
        dates: DateFormats::ISO,
    };
    assert_eq!(translator.format_amount(amount_of_units(-1234.5), Unit::Points), "−1234.5\u{a0}Punkte");
    assert_eq!(translator.format_amount(amount_of_units(1.0), Unit::Points), "1\u{a0}Punkt");
    assert_eq!(translator.format_date_range(date(2023, 8, 23), date(2023, 9, 6)), "08-23 – 2023-09-06");
    assert_eq!(translator.format_date_time(datetime(2023, 9, 6, 17, 0, 0, 0)), "2023-09-06 17:00");
    assert_eq!(translator.format_weekday_date(date(2023, 9, 6)), "2023-09-06");
}

#[test]
fn languages_are_read_by_code_in_any_case_with_any_region() {
    for lang in Lang::ALL {
        assert_eq!(lang.to_string().parse(), Ok(lang));
    }
    assert_eq!("DE".parse(), Ok(Lang::De));
    assert_eq!("de-AT".parse(), Ok(Lang::De));
    assert_eq!("pt_BR".parse(), Ok(Lang::Pt));
    assert_eq!(Lang::default(), Lang::En);
    for unknown in ["", "xx", "deu", "e n", "-de"] {
        assert_eq!(
            unknown.parse::<Lang>().unwrap_err().to_string(),
            format!("unknown language `{unknown}`: expected one of en, fr, de, es, pt, it, nl, pl"),
        );
    }
}

#[test]
fn numbers_are_grouped_and_rounded_to_two_decimals() {
    let table: [(f64, [&str; 8]); 9] = [
        // en, fr, de, es, pt, it, nl, pl
        (0.0, ["0"; 8]),
        (1.0, ["1"; 8]),
        (-3.0, ["−3"; 8]),
        (1.5, ["1.5", "1,5", "1,5", "1,5", "1,5", "1,5", "1,5", "1,5"]),
        (1234.5, ["1,234.5", "1_234,5", "1.234,5", "1234,5", "1.234,5", "1234,5", "1.234,5", "1234,5"]),
        (10_000.0, ["10,000", "10_000", "10.000", "10.000", "10.000", "10.000", "10.000", "10~000"]),
        // Rounding is half to even; a number that rounds to zero has no sign.
        (0.125, ["0.12", "0,12", "0,12", "0,12", "0,12", "0,12", "0,12", "0,12"]),
        (0.135, ["0.14", "0,14", "0,14", "0,14", "0,14", "0,14", "0,14", "0,14"]),
        (-0.005, ["0"; 8]),
    ];
    for (number, expected) in table {
        assert_eq!(in_all_langs(|translator| translator.format_number(amount_of_units(number))), expected);
    }
}

#[test]
fn signed_numbers_have_a_sign_unless_they_round_to_zero() {
    for (number, expected) in
        [(5.0, "+5"), (-5.0, "−5"), (0.0, "0"), (0.001, "0"), (-0.001, "0"), (0.5, "+0.5")]
    {
        assert_eq!(
            in_lang(Lang::En, |translator| translator.format_signed(amount_of_units(number))),
            expected
        );
    }
}

#[test]
fn two_billion_units_are_formatted_without_rounding() {
    let sum: Amount = (0..2000).map(|_| amount_of_units(1_000_000.0)).sum();
    assert_eq!(
        in_lang(Lang::En, |translator| translator.format_number(sum + amount_of_units(0.25))),
        "2,000,000,000.25"
    );
}

#[test]
fn points_have_the_plural_form_of_their_number() {
    // en, fr, de, es, pt, it, nl, pl
    let table: [(f64, [&str; 8]); 6] = [
        (0.0, ["0~points", "0~point", "0~Punkte", "0~puntos", "0~ponto", "0~punti", "0~punten", "0~punktów"]),
        (1.0, ["1~point", "1~point", "1~Punkt", "1~punto", "1~ponto", "1~punto", "1~punt", "1~punkt"]),
        (
            2.0,
            ["2~points", "2~points", "2~Punkte", "2~puntos", "2~pontos", "2~punti", "2~punten", "2~punkty"],
        ),
        (
            5.0,
            ["5~points", "5~points", "5~Punkte", "5~puntos", "5~pontos", "5~punti", "5~punten", "5~punktów"],
        ),
        (
            12.0,
            [
                "12~points",
                "12~points",
                "12~Punkte",
                "12~puntos",
                "12~pontos",
                "12~punti",
                "12~punten",
                "12~punktów",
            ],
        ),
        (
            22.0,
            [
                "22~points",
                "22~points",
                "22~Punkte",
                "22~puntos",
                "22~pontos",
                "22~punti",
                "22~punten",
                "22~punkty",
            ],
        ),
    ];
    for (number, expected) in table {
        assert_eq!(
            in_all_langs(|translator| translator.format_amount(amount_of_units(number), Unit::Points)),
            expected
        );
    }
}

#[test]
fn fractions_and_whole_millions_have_their_own_plural_forms() {
    // en, fr, de, es, pt, it, nl, pl
    assert_eq!(
        in_all_langs(|translator| translator.format_amount(amount_of_units(1.5), Unit::Points)),
        [
            "1.5~points",
            "1,5~point",
            "1,5~Punkte",
            "1,5~puntos",
            "1,5~ponto",
            "1,5~punti",
            "1,5~punten",
            "1,5~punktu"
        ],
    );
    assert_eq!(
        in_all_langs(|translator| translator.format_amount(amount_of_units(1_000_000.0), Unit::Points)),
        [
            "1,000,000~points",
            "1_000_000~de points",
            "1.000.000~Punkte",
            "1.000.000~de puntos",
            "1.000.000~de pontos",
            "1.000.000~di punti",
            "1.000.000~punten",
            "1~000~000~punktów",
        ],
    );
}

#[test]
fn hours_and_items_have_the_plural_form_of_their_number() {
    // en, fr, de, es, pt, it, nl, pl
    assert_eq!(
        in_all_langs(|translator| translator.format_amount(amount_of_units(2.5), Unit::Hours)),
        [
            "2.5~hours",
            "2,5~heures",
            "2,5~Stunden",
            "2,5~horas",
            "2,5~horas",
            "2,5~ore",
            "2,5~uur",
            "2,5~godziny"
        ],
    );
    assert_eq!(
        in_all_langs(|translator| translator.format_amount(amount_of_units(43.0), Unit::Items)),
        [
            "43~items",
            "43~tickets",
            "43~Tickets",
            "43~elementos",
            "43~itens",
            "43~elementi",
            "43~items",
            "43~zadania"
        ],
    );
}

#[test]
fn the_plural_form_is_that_of_the_rounded_number() {
    assert_eq!(
        in_lang(Lang::En, |translator| translator.format_amount(amount_of_units(1.004), Unit::Points)),
        "1~point"
    );
    assert_eq!(
        in_lang(Lang::En, |translator| translator.format_amount(amount_of_units(-1.0), Unit::Points)),
        "−1~point"
    );
    let polish = [
        (1, "pozostał 1 dzień roboczy"),
        (2, "pozostały 2 dni robocze"),
        (5, "pozostało 5 dni roboczych"),
        (12, "pozostało 12 dni roboczych"),
        (22, "pozostały 22 dni robocze"),
    ];
    for (n, expected) in polish {
        assert_eq!(
            in_lang(Lang::Pl, |translator| translator.format_count(
                &translator.messages.working_days_left,
                n,
                &[]
            )),
            expected
        );
    }
    let unestimated = in_lang(Lang::En, |translator| {
        translator.format_count(&translator.messages.unestimated, 1, &[("of", "1,234")])
    });
    assert_eq!(unestimated, "1 of 1,234 items without an estimate");
}

#[test]
fn dates_have_the_format_of_their_language() {
    let (begin, end) = (date(2023, 8, 23), date(2023, 9, 6));
    // en, fr, de, es, pt, it, nl, pl
    assert_eq!(
        in_all_langs(|translator| translator.format_day_month(begin)),
        ["Aug 23", "23 août", "23. Aug.", "23 ago", "23 de ago.", "23 ago", "23 aug", "23 sie"],
    );
    assert_eq!(
        in_all_langs(|translator| translator.format_date(end)),
        [
            "Sep 6, 2023",
            "6 sept. 2023",
            "6. Sept. 2023",
            "6 sept 2023",
            "6 de set. de 2023",
            "6 set 2023",
            "6 sep 2023",
            "6 wrz 2023",
        ],
    );
    assert_eq!(
        in_all_langs(|translator| translator.format_weekday(end)),
        ["Wed", "mer.", "Mi", "mié", "qua.", "mer", "wo", "śr."]
    );
    assert_eq!(
        in_all_langs(|translator| translator.format_weekday_date(end)),
        [
            "Wed, Sep 6",
            "mer. 6 sept.",
            "Mi., 6. Sept.",
            "mié, 6 sept",
            "qua., 6 de set.",
            "mer 6 set",
            "wo 6 sep",
            "śr., 6 wrz"
        ]
    );
    assert_eq!(in_all_langs(|translator| translator.format_day(end)), ["6"; 8]);
    assert_eq!(
        in_all_langs(|translator| translator.format_date_time(datetime(2023, 9, 6, 17, 0, 0, 0))),
        [
            "Wed, Sep 6, 17:00",
            "mer. 6 sept., 17:00",
            "Mi., 6. Sept., 17:00",
            "mié, 6 sept, 17:00",
            "qua., 6 de set., 17:00",
            "mer 6 set, 17:00",
            "wo 6 sep, 17:00",
            "śr., 6 wrz, 17:00",
        ],
    );
}

#[test]
fn ranges_omit_the_common_month_and_year() {
    // en, fr, de, es, pt, it, nl, pl
    assert_eq!(
        in_all_langs(|translator| translator.format_date_range(date(2023, 8, 23), date(2023, 9, 6))),
        [
            "Aug 23 – Sep 6, 2023",
            "23 août – 6 sept. 2023",
            "23. Aug. – 6. Sept. 2023",
            "23 ago – 6 sept 2023",
            "23 de ago. – 6 de set. de 2023",
            "23 ago – 6 set 2023",
            "23 aug – 6 sep 2023",
            "23 sie – 6 wrz 2023",
        ],
    );
    // The year contains the day's digits too.
    assert_eq!(
        in_all_langs(|translator| translator.format_date_range(date(2023, 8, 5), date(2023, 8, 20))),
        [
            "Aug 5 – 20, 2023",
            "5–20 août 2023",
            "5.–20. Aug. 2023",
            "5–20 ago 2023",
            "5 – 20 de ago. de 2023",
            "5–20 ago 2023",
            "5–20 aug 2023",
            "5–20 sie 2023",
        ],
    );
    let new_year = (date(2023, 12, 20), date(2024, 1, 3));
    assert_eq!(
        in_lang(Lang::En, |translator| translator.format_date_range(new_year.0, new_year.1)),
        "Dec 20, 2023 – Jan 3, 2024"
    );
    assert_eq!(
        in_lang(Lang::De, |translator| translator.format_date_range(new_year.0, new_year.1)),
        "20. Dez. 2023 – 3. Jan. 2024"
    );
    assert_eq!(
        in_lang(Lang::Nl, |translator| translator.format_date_range(new_year.0, new_year.0)),
        "20 dec 2023"
    );
}

#[test]
fn dates_of_any_year_are_formatted() {
    for day in [date(1, 1, 1), date(1582, 10, 10), Date::MAX] {
        for formatted in in_all_langs(|translator| translator.format_date(day)) {
            assert!(formatted.contains(&day.year().to_string()), "{formatted}");
        }
    }
    assert_eq!(in_lang(Lang::En, |translator| translator.format_date(Date::MIN)), "Jan 1, 10000 BC");
}
