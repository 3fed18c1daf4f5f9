//! What an invocation did, as a metric: CloudWatch's embedded metric format, a line of JSON on standard output.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use emberline::service::{Answer, Failure};
use serde_json::{Value, json};

/// Pictures drawn, and requests that got none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) renders: usize,
    pub(crate) failures: usize,
}

impl Count {
    pub(crate) fn of(results: &[Result<Answer, Failure>]) -> Self {
        let renders = results.iter().filter(|result| result.is_ok()).count();
        Self { renders, failures: results.len() - renders }
    }

    /// The line.
    pub(crate) fn metrics(
        self,
        namespace: &str,
        kind: &str,
        milliseconds: f64,
        at: jiff::Timestamp,
    ) -> Value {
        json!({
            "_aws": {
                "Timestamp": at.as_millisecond(),
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
