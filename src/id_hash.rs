//! The hash from which ids are made.

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo): unlike the standard hasher, it is guaranteed to be the same everywhere.
pub(crate) fn id_hash(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
