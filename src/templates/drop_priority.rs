//! The order in which a small picture drops its parts before the plot gets too small; 1 goes first.

pub(super) const FOOTER: u8 = 1;
pub(super) const LEGEND: u8 = 2;
pub(super) const DETAILS: u8 = 3;
pub(super) const HEADLINE: u8 = 4;
