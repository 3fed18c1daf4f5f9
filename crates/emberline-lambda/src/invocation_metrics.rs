//! Metrics of an invocation in CloudWatch's embedded metric format: one line of JSON on standard output.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use emberline_server::service::{RenderError, RenderResponse};
use serde_json::{Value, json};

/// Number of pictures that were drawn, and of requests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct InvocationMetrics {
    pub(crate) renders: usize,
    pub(crate) failures: usize,
}

impl InvocationMetrics {
    /// The metrics of a single failed request.
    pub(crate) const FAILURE: Self = Self { renders: 0, failures: 1 };

    /// Counts the results of several requests.
    pub(crate) fn from_results(results: &[Result<RenderResponse, RenderError>]) -> Self {
        let renders = results.iter().filter(|result| result.is_ok()).count();
        Self { renders, failures: results.len() - renders }
    }

    /// The metrics as a document of the embedded metric format. `kind` is the kind of the event.
    pub(crate) fn to_embedded_metric(
        self,
        namespace: &str,
        kind: &str,
        milliseconds: f64,
        time: jiff::Timestamp,
    ) -> Value {
        json!({
            "_aws": {
                "Timestamp": time.as_millisecond(),
                "CloudWatchMetrics": [{
                    "Namespace": namespace,
                    "Dimensions": [["InvokedBy"]],
                    "Metrics": [
                        { "Name": "Renders", "Unit": "Count" },
                        { "Name": "Failures", "Unit": "Count" },
                        { "Name": "Duration", "Unit": "Milliseconds" },
                    ],
                }],
            },
            "InvokedBy": kind,
            "Renders": self.renders,
            "Failures": self.failures,
            "Duration": milliseconds,
        })
    }
}
