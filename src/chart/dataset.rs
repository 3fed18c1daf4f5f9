//! What is plotted.

use super::{Bars, DataLabels, Doughnut, EndLabel, Line, Polar, Radar};

/// A series of values and its look.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub label: String,
    /// Class of its group in the SVG.
    pub class: Option<&'static str>,
    /// Datasets of one type on the same axes share their stacks and their places.
    pub kind: &'static str,
    /// Hidden ones take no room.
    pub visible: bool,
    /// Its share of the radius, where it is a ring among others.
    pub weight: f64,
    /// Lower ones are painted later.
    pub order: f64,
    /// The index axis and the value axis among the chart's axes; none around a centre.
    pub axes: Option<(usize, usize)>,
    /// Datasets with the same name stand on each other.
    pub stack: Option<String>,
    pub values: Vec<Value>,
    pub mark: Mark,
    /// What is cut off, where that does not follow from the axes.
    pub clip: Option<Clips>,
    pub labels: Vec<DataLabels>,
    pub end_label: Option<EndLabel>,
}

/// A value in data units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Value {
    /// Along the index axis.
    pub index: Option<f64>,
    /// Along the value axis.
    pub value: Option<f64>,
    /// Both ends of a bar that starts anywhere.
    pub float: Option<(f64, f64)>,
}

impl Value {
    /// A value at a place; `None` breaks a line.
    pub fn at(index: f64, value: Option<f64>) -> Self {
        Self { index: Some(index), value, float: None }
    }
}

/// How a dataset is drawn.
#[derive(Clone, Debug)]
pub enum Mark {
    Bars(Bars),
    Line(Line),
    Radar(Radar),
    Doughnut(Doughnut),
    Polar(Polar),
}

/// How far beyond the plot a dataset is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ClipSide {
    /// To the picture's edge.
    Open,
    /// So many pixels.
    Beyond(f64),
}

/// How far beyond the plot a dataset is painted, on each side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clips {
    /// Nothing is cut.
    None,
    /// Nothing is left.
    All,
    /// Left, top, right, bottom.
    Sides([ClipSide; 4]),
}

impl Dataset {
    /// Values on an index axis and a value axis.
    pub fn on(axes: (usize, usize), label: String, values: Vec<Value>, mark: Mark) -> Self {
        let kind = if matches!(mark, Mark::Bars(_)) { "bar" } else { "line" };
        Self {
            label,
            class: None,
            kind,
            visible: true,
            weight: 1.0,
            order: 0.0,
            axes: Some(axes),
            stack: None,
            values,
            mark,
            clip: None,
            labels: Vec::new(),
            end_label: None,
        }
    }

    /// True where its index axis is a vertical one, in `axes`.
    pub fn index_axis(&self) -> Option<usize> {
        self.axes.map(|(index, _)| index)
    }

    /// Its value axis.
    pub fn value_axis(&self) -> Option<usize> {
        self.axes.map(|(_, value)| value)
    }
}
