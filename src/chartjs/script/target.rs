//! The thing that an option belongs to: it decides the context that a function gets.

use serde_json::json;

/// The thing that an option belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum OptionTarget<'a> {
    /// The chart itself.
    #[default]
    Chart,
    /// A dataset, by its position.
    Dataset(usize),
    /// The elements of a dataset: one call for each value.
    Data(usize),
    /// The connections between the values of a dataset, by the index of the second value.
    Segment(usize),
    /// The labels of chartjs-plugin-datalabels at the values of a dataset: those of one entry of its option `labels`.
    Datalabel { dataset: usize, entry: usize },
    /// An axis, by its id.
    Scale(&'a str),
    /// The ticks of an axis.
    Tick(&'a str),
    /// The labels around a radial axis.
    PointLabel(&'a str),
    /// An annotation, by its key.
    Annotation(&'a str),
}

/// A target without a lifetime, by which results are found: the name of its kind, its position and its name.
pub(super) type TargetKey = (&'static str, usize, String);

impl OptionTarget<'_> {
    /// True if a function is called once for each data point, tick or label.
    pub(crate) fn is_indexed(self) -> bool {
        matches!(
            self,
            Self::Data(_) | Self::Segment(_) | Self::Datalabel { .. } | Self::Tick(_) | Self::PointLabel(_)
        )
    }

    pub(super) fn key(self) -> TargetKey {
        match self {
            Self::Chart => ("chart", 0, String::new()),
            Self::Dataset(dataset) => ("dataset", dataset, String::new()),
            Self::Data(dataset) => ("data", dataset, String::new()),
            Self::Segment(dataset) => ("segment", dataset, String::new()),
            Self::Datalabel { dataset, entry } => ("datalabel", dataset, entry.to_string()),
            Self::Scale(id) => ("scale", 0, id.to_owned()),
            Self::Tick(id) => ("tick", 0, id.to_owned()),
            Self::PointLabel(id) => ("pointLabel", 0, id.to_owned()),
            Self::Annotation(id) => ("annotation", 0, id.to_owned()),
        }
    }

    /// The target as `contextOf` in `chart.js` reads it.
    pub(super) fn to_json(self) -> serde_json::Value {
        match self {
            Self::Chart => json!(["chart"]),
            Self::Dataset(position) | Self::Data(position) | Self::Segment(position) => {
                json!([self.key().0, position])
            }
            Self::Datalabel { dataset, .. } => json!(["datalabel", dataset]),
            Self::Scale(id) | Self::Tick(id) | Self::PointLabel(id) | Self::Annotation(id) => {
                json!([self.key().0, id])
            }
        }
    }
}
