//! The commands `run` and `check`: what `emberline.toml` names is fetched, drawn and posted.

mod check;
mod profile_file;
mod run;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use profile_file::ProfileFile;

pub(crate) use check::check;
pub(crate) use run::run;

/// Returns the JSON Schema (2020-12) of the file with the profiles.
pub(crate) fn profiles_schema() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ProfileFile>().to_value()
}
