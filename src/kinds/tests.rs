//! What must hold for every picture of every kind, as for the burndown.
