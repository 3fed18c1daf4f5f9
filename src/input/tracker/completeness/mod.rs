//! The check whether the documents hold all of a tracker's data. A tracker answers in pages, and a page looks like the
//! whole: what a document says to be missing is an error, or a caveat if the caller accepts a part of the data.

mod connection_pages;
mod connections;
mod graphql_errors;
mod jira_changes;
mod missing_part;
mod next_request;
mod odata_pages;
mod offset_pages;
mod page_sizes;
mod redmine_pages;
mod required_fields;
mod token_pages;
mod uneven_lists;
mod unpaged_connections;
mod useful_fields;

use super::jira::sprint_field::SprintField;
use crate::input::error::InputError;
use crate::input::tracker_documents::TrackerDocument;
use crate::input::{Format, ReadOptions};
use crate::sprint::Caveat;
pub(super) use missing_part::MissingPart;
pub(in crate::input) use missing_part::PARTIAL_ADVICE;

/// Returns the caveats about data that the documents lack.
///
/// # Errors
/// A part is known to be missing, and [`ReadOptions::partial`] is not set.
pub(super) fn check_completeness(
    format: Format,
    documents: &[TrackerDocument<'_>],
    options: &ReadOptions,
) -> Result<Vec<Caveat>, Box<InputError>> {
    let missing = find_missing_part(format, documents, options);
    let known = missing.map(|part| part.into_caveat(options)).transpose()?;
    let cut = connection_pages::count_cut_histories(documents);
    let cut = (cut > 0).then_some(Caveat::HistoryCut(cut));
    let perhaps =
        if known.is_some() { Vec::new() } else { page_sizes::full_pages(format, documents, options) };
    let unpaged = unpaged_connections::full_connections(format, documents);
    Ok(known.into_iter().chain(cut).chain(perhaps).chain(unpaged).collect())
}

/// Returns the caveat about fields that the request has not asked for. It is called for answers that could be read: a value of
/// a wrong type is the more helpful error.
///
/// # Errors
/// The numbers are wrong without a field, and [`ReadOptions::partial`] is not set.
pub(super) fn check_fields(
    format: Format,
    documents: &[TrackerDocument<'_>],
    options: &ReadOptions,
) -> Result<Option<Caveat>, Box<InputError>> {
    let sprint_field = (format == Format::Jira).then(|| SprintField::in_documents(documents));
    let sprint_field = sprint_field.as_ref();
    let missing = sprint_field
        .and_then(|field| jira_changes::find_missing_value(documents, field))
        .or_else(|| required_fields::find_missing_field(format, documents))
        .or_else(|| uneven_lists::find_uneven_list(format, documents));
    let needed = usize::from(missing.is_some());
    if let Some(part) = missing.filter(|_| !options.partial) {
        return Err(part.into_error());
    }
    let displayed = sprint_field.is_some_and(|field| jira_changes::lacks_displayed_values(documents, field));
    let fields = needed + usize::from(displayed) + useful_fields::count_missing_fields(format, documents);
    Ok((fields > 0).then_some(Caveat::FieldsMissing(fields)))
}

/// Returns the first part that the documents say to be missing.
fn find_missing_part<'a>(
    format: Format,
    documents: &'a [TrackerDocument<'a>],
    options: &ReadOptions,
) -> Option<MissingPart<'a>> {
    let of_format = || match format {
        Format::Jira => offset_pages::find_missing_issues(documents)
            .or_else(|| token_pages::find_missing_issues(documents))
            .or_else(|| token_pages::find_missing_changes(documents))
            .or_else(|| offset_pages::find_missing_sprints(documents, options)),
        Format::Redmine => redmine_pages::find_missing_issues(documents),
        Format::Azure => odata_pages::find_missing_rows(documents),
        _ => None,
    };
    graphql_errors::find_failed_part(format, documents)
        .or_else(of_format)
        .or_else(|| connection_pages::find_missing_entries(format, documents, options))
}
