//! The `emberline` command line.

fn main() {}
