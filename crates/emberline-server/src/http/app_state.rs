//! The state that all handlers share.

use std::sync::Arc;

use super::limits::HttpLimits;
use crate::service::Service;

/// State of the router.
#[derive(Clone, Debug)]
pub(super) struct AppState {
    pub(super) service: Arc<Service>,
    pub(super) limits: HttpLimits,
}
