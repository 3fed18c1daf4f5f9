//! The fields that hold the estimates of a sprint: those of usual names, because projects that a company manages and projects that
//! a team manages have different ones; else a single one.

use std::collections::BTreeMap;

use super::changelog::FieldChange;
use super::estimate_field::EstimateField;
use super::issue::Issue;
use crate::input::json_value::JsonValue;

/// The fields that hold the estimates, at least one.
pub(super) struct EstimateFields {
    /// The field that most issues have filled in.
    main: EstimateField,
    /// The fields of issues without a value in the main one, in the order of their preference.
    others: Vec<EstimateField>,
    /// The places of the fields in this order, by their ids: an issue may name thousands of fields.
    places_by_id: BTreeMap<String, usize>,
    /// The places of the fields by their names, which old changelogs have instead.
    places_by_name: BTreeMap<String, usize>,
}

impl EstimateFields {
    /// Creates it from fields in the order of their preference; `None` if there are none.
    pub(super) fn from_list(fields: Vec<EstimateField>) -> Option<Self> {
        let mut places_by_id = BTreeMap::new();
        let mut places_by_name = BTreeMap::new();
        for (place, field) in fields.iter().enumerate() {
            places_by_id.insert(field.id.clone(), place);
            places_by_name.entry(field.name.clone()).or_insert(place);
        }
        let mut fields = fields.into_iter();
        Some(Self { main: fields.next()?, others: fields.collect(), places_by_id, places_by_name })
    }

    /// The field that most issues have filled in.
    pub(super) fn main(&self) -> &EstimateField {
        &self.main
    }

    /// The field that holds an issue's estimate: the first one with a value, else the first one that ever had one.
    pub(super) fn field_of(&self, issue: &Issue<'_>) -> &EstimateField {
        self.used_field(issue).unwrap_or(&self.main)
    }

    /// The field in which an issue has an estimate, or had one.
    pub(super) fn used_field(&self, issue: &Issue<'_>) -> Option<&EstimateField> {
        let with_value = self.filled_places(issue).map(|(place, _)| place).min();
        let changed = || issue.changes.iter().filter_map(|change| self.place_of_change(change)).min();
        self.field_at(with_value.or_else(changed)?)
    }

    /// The ids of the fields that hold an issue's estimate or contradict it.
    pub(super) fn ids_with_estimate_of(&self, issue: &Issue<'_>) -> Vec<&str> {
        let mut filled: Vec<(usize, f64)> =
            self.filled_places(issue).filter_map(|(place, value)| Some((place, value.as_f64()?))).collect();
        filled.sort_by_key(|(place, _)| *place);
        let Some((chosen, estimate)) = filled.first().copied() else { return Vec::new() };
        let decides = |(place, value): &(usize, f64)| *place == chosen || *value != estimate;
        let fields =
            filled.iter().filter(|place| decides(place)).filter_map(|(place, _)| self.field_at(*place));
        fields.map(|field| field.id.as_str()).collect()
    }

    /// The places of the fields that an issue has filled in, with their values.
    fn filled_places<'v>(&self, issue: &Issue<'v>) -> impl Iterator<Item = (usize, &'v JsonValue<'v>)> {
        let is_filled = |(_, value): &(&str, &JsonValue<'_>)| !matches!(value, JsonValue::Null);
        let filled = issue.fields.iter().filter(is_filled);
        filled.filter_map(|(id, value)| Some((*self.places_by_id.get(id)?, value)))
    }

    fn place_of_change(&self, change: &FieldChange<'_>) -> Option<usize> {
        match change.item.field_id {
            Some(id) => self.places_by_id.get(id),
            None => self
                .places_by_name
                .get(change.item.field)
                .or_else(|| self.places_by_id.get(change.item.field)),
        }
        .copied()
    }

    fn field_at(&self, place: usize) -> Option<&EstimateField> {
        match place.checked_sub(1) {
            None => Some(&self.main),
            Some(place) => self.others.get(place),
        }
    }
}

impl From<EstimateField> for EstimateFields {
    fn from(main: EstimateField) -> Self {
        let places_by_id = BTreeMap::from([(main.id.clone(), 0)]);
        let places_by_name = BTreeMap::from([(main.name.clone(), 0)]);
        Self { main, others: Vec::new(), places_by_id, places_by_name }
    }
}
