//! Requests for pictures in JSON: those of a Lambda's caller, of HTTP and of a web page. The options are those of the command
//! line, under the same names.

mod chart_parameters;
mod picture_format;
mod render_request;
mod request_document;

pub use chart_parameters::{ChartParameters, ChartRequest};
pub use picture_format::PictureFormat;
pub use render_request::{ObjectLocation, RenderRequest, RequestInput};
pub(crate) use request_document::{check_team, missing_input, request_field_schemas, request_subschema};
pub use request_document::{read_request, read_requests, request_schema};
