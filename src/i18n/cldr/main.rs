//! Writes `cldr.postcard`: the parts of Unicode's CLDR that the formats of our languages need, copied from the data that
//! are compiled into the icu crates of the same version. Run it when those crates or the lists below change:
//!
//! ```sh
//! cargo run --locked --manifest-path src/i18n/cldr/Cargo.toml src/i18n/cldr.postcard
//! ```
//!
//! The same lock file yields the same bytes. The data are under the Unicode License V3, as the crates are.

use std::error::Error;
use std::fs;

use icu_datetime::provider::names::{
    DatetimeNamesMonthGregorianV1, DatetimeNamesWeekdayV1, DatetimeNamesYearGregorianV1,
};
use icu_datetime::provider::semantic_skeletons::{
    DatetimePatternsDateGregorianV1, DatetimePatternsGlueV1, DatetimePatternsTimeV1,
};
use icu_decimal::provider::{DecimalDigitsV1, DecimalSymbolsV1};
use icu_plurals::provider::PluralsCardinalV1;
use icu_provider::dynutil::UpcastDataPayload;
use icu_provider::export::{DataExporter, ExportMarker};
use icu_provider::prelude::*;
use icu_provider_blob::export::BlobExporter;

const LANGUAGES: [&str; 8] = ["en", "fr", "de", "es", "pt", "it", "nl", "pl"];
/// The locale of data that don't depend on the language.
const UNDETERMINED: [&str; 1] = ["und"];

/// Copies one marker's data for each language and each variant (icu's "marker attributes").
fn copy_marker<M>(
    to: &BlobExporter<'_>,
    from: &impl DataProvider<M>,
    languages: &[&str],
    variants: &[&str],
) -> Result<(), Box<dyn Error>>
where
    M: DataMarker,
    ExportMarker: UpcastDataPayload<M>,
{
    for language in languages {
        let locale: DataLocale = language.parse()?;
        for variant in variants {
            let variant = DataMarkerAttributes::try_from_str(variant).map_err(|_| "not an attribute")?;
            let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(variant, &locale);
            let found = from.load(DataRequest { id, ..Default::default() })?;
            to.put_payload(M::INFO, id, &ExportMarker::upcast(found.payload))?;
        }
    }
    to.flush(M::INFO, Default::default())?;
    Ok(())
}

fn copy_all_markers(to: &BlobExporter<'_>) -> Result<(), Box<dyn Error>> {
    let decimal = &icu_decimal::provider::Baked;
    copy_marker::<DecimalSymbolsV1>(to, decimal, &LANGUAGES, &[""])?;
    copy_marker::<DecimalDigitsV1>(to, decimal, &UNDETERMINED, &["latn"])?;
    copy_marker::<PluralsCardinalV1>(to, &icu_plurals::provider::Baked, &LANGUAGES, &[""])?;
    let dates = &icu_datetime::provider::Baked;
    // The fields: day, month, weekday, month and day, with year, with weekday.
    let patterns = ["d", "m0", "e", "m0d", "ym0d", "m0de"];
    copy_marker::<DatetimePatternsDateGregorianV1>(to, dates, &LANGUAGES, &patterns)?;
    // Times of 24 hours.
    copy_marker::<DatetimePatternsTimeV1>(to, dates, &LANGUAGES, &["h0"])?;
    // The medium format of date and time.
    copy_marker::<DatetimePatternsGlueV1>(to, dates, &LANGUAGES, &["mdt"])?;
    // The variants: 3 is abbreviated, 4 is narrow, "s" is standalone.
    copy_marker::<DatetimeNamesMonthGregorianV1>(to, dates, &LANGUAGES, &["3", "3s"])?;
    copy_marker::<DatetimeNamesWeekdayV1>(to, dates, &LANGUAGES, &["3", "3s", "4s"])?;
    copy_marker::<DatetimeNamesYearGregorianV1>(to, dates, &LANGUAGES, &["3"])
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: emberline-cldr FILE")?;
    let mut bytes = Vec::new();
    let mut exporter = BlobExporter::new_with_sink(Box::new(&mut bytes));
    copy_all_markers(&exporter)?;
    exporter.close()?;
    drop(exporter);
    fs::write(&path, &bytes)?;
    println!("{path}: {} bytes", bytes.len());
    Ok(())
}
