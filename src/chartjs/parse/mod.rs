//! Bytes → values, with the checks that need no defaults.

pub(super) mod chart_type;
pub(super) mod config_shape;
pub(super) mod css_color;
pub(super) mod literal;
pub(super) mod option_schema;
pub(super) mod quickchart;
pub(super) mod renamed_options;
pub(super) mod text_limits;
pub(super) mod v2_migration;
pub(super) mod value;
