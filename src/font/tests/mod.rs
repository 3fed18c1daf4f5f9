mod advances;
mod coverage;
#[cfg(feature = "png")]
mod drawn;
mod fitting;
mod random;
mod scripts;
