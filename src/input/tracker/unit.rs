//! What is counted where nobody says.

use crate::sprint::{Caveat, Unit};

/// Points where at least half of the items have an estimate: of fewer, the sum tells of a part of the work only.
pub(super) fn unit_of(estimated: usize, items: usize) -> Unit {
    if estimated > 0 && estimated * 2 >= items { Unit::Points } else { Unit::Items }
}

/// What to say where items are counted because of that.
pub(super) fn counted(estimated: usize, items: usize) -> Caveat {
    match estimated {
        0 => Caveat::ItemsCounted,
        _ => Caveat::Unestimated { items: items - estimated.min(items), of: items },
    }
}
