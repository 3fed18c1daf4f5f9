//! The functions of the program in a build without an engine: nothing calls them.

use crate::font::Fonts;
use crate::script::Host;

pub(super) struct ChartHost;

impl ChartHost {
    pub(super) fn new(_: Fonts) -> Self {
        Self
    }
}

impl Host for ChartHost {
    fn call(&self, name: &str, _: &str) -> Result<String, String> {
        Err(format!("the program has no function {name}"))
    }
}
