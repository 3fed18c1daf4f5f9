//! Makes `cldr.postcard`: what the words of the picture need of Unicode's CLDR, for our languages, copied out of the
//! data that the icu crates of the same version carry compiled in. Run it when those crates or the lists below change:
//!
//! ```sh
//! cargo run --locked --manifest-path src/words/cldr/Cargo.toml src/words/cldr.postcard
//! ```
//!
//! Same lock file, same bytes. The data are under the Unicode License V3, as the crates are.

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
/// What does not depend on the language.
const UNDETERMINED: [&str; 1] = ["und"];

/// Copies one marker's data for each language and each variant (icu's "marker attributes").
fn copy<M>(
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

fn copy_all(to: &BlobExporter<'_>) -> Result<(), Box<dyn Error>> {
    let decimal = &icu_decimal::provider::Baked;
    copy::<DecimalSymbolsV1>(to, decimal, &LANGUAGES, &[""])?;
    copy::<DecimalDigitsV1>(to, decimal, &UNDETERMINED, &["latn"])?;
    copy::<PluralsCardinalV1>(to, &icu_plurals::provider::Baked, &LANGUAGES, &[""])?;
    let dates = &icu_datetime::provider::Baked;
    // Day, month, weekday, month and day, with year, with weekday.
    let patterns = ["d", "m0", "e", "m0d", "ym0d", "m0de"];
    copy::<DatetimePatternsDateGregorianV1>(to, dates, &LANGUAGES, &patterns)?;
    // 24 hours.
    copy::<DatetimePatternsTimeV1>(to, dates, &LANGUAGES, &["h0"])?;
    // Date and time, medium.
    copy::<DatetimePatternsGlueV1>(to, dates, &LANGUAGES, &["mdt"])?;
    // 3 is abbreviated, 4 narrow, "s" standing alone.
    copy::<DatetimeNamesMonthGregorianV1>(to, dates, &LANGUAGES, &["3", "3s"])?;
    copy::<DatetimeNamesWeekdayV1>(to, dates, &LANGUAGES, &["3", "3s", "4s"])?;
    copy::<DatetimeNamesYearGregorianV1>(to, dates, &LANGUAGES, &["3"])
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: emberline-cldr FILE")?;
    let mut bytes = Vec::new();
    let mut exporter = BlobExporter::new_with_sink(Box::new(&mut bytes));
    copy_all(&exporter)?;
    exporter.close()?;
    drop(exporter);
    fs::write(&path, &bytes)?;
    println!("{path}: {} bytes", bytes.len());
    Ok(())
}
