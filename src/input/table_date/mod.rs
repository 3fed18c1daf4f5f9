//! Dates in tables: the notations of many languages, and the order of day and month that a whole table tells.

mod date_order;
mod date_text;
mod month_names;

pub(super) use date_order::{ORDER_KEY, find_order, parse_order};
pub(super) use date_text::{DateOrder, TableDate, as_utc, parse_table_date};
