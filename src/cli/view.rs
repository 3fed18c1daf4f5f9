//! What the arguments say a picture shows.

use emberline::sprint::{Commitment, ForecastMethod};
use emberline::{IdealFrom, Kind, View};

use super::args::{CommitmentArg, ForecastArg, IdealArg, KindName, ViewArgs};

pub(crate) fn view(args: &ViewArgs) -> View {
    View {
        kind: match args.kind {
            KindName::Burndown => Kind::Burndown,
            KindName::Burnup => Kind::Burnup,
            KindName::Cfd => Kind::Flow,
            KindName::Velocity => Kind::Velocity,
            KindName::Release => Kind::Release,
        },
        forecast: match args.forecast {
            ForecastArg::MonteCarlo => Some(ForecastMethod::MonteCarlo),
            ForecastArg::Average => Some(ForecastMethod::Average),
            ForecastArg::Off => None,
        },
        growth: args.growth,
        ideal: match args.ideal {
            IdealArg::Committed => IdealFrom::Committed,
            IdealArg::Current => IdealFrom::Current,
        },
        commitment: match args.commitment {
            CommitmentArg::Start => Commitment::Start,
            CommitmentArg::End => Commitment::End,
        },
        since: args.since,
        sprint_days: args.sprint_days,
    }
}
