mod advances;
mod coverage;
mod fitting;
mod random;
#[cfg(feature = "png")]
mod rendering;
mod scripts;
