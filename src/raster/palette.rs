//! Pictures of few colours as a palette and one index per pixel: a quarter of the bytes to compress.

use tiny_skia::Pixmap;

/// A picture of at most [`MAX_COLORS`] colours.
pub(super) struct IndexedImage {
    /// The premultiplied colours, in the order of their first pixels.
    pub palette: Vec<[u8; 4]>,
    /// The palette index of each pixel.
    pub indices: Vec<u8>,
}

/// Colours that a one-byte index can address.
const MAX_COLORS: usize = 256;
/// Slots of the hash table, a power of two: at most a quarter is in use, so collisions are rare.
const TABLE_SLOTS: usize = 4 * MAX_COLORS;
/// Pixels that are checked together.
const CHUNK: usize = 16;

/// Returns the picture with a palette; `None` if it has too many colours. Most rows equal the row above and most chunks have
/// one colour, so few pixels are looked up.
pub(super) fn index_colors(pixmap: &Pixmap) -> Option<IndexedImage> {
    let width = pixmap.width() as usize;
    let mut colors = ColorTable { palette: Vec::new(), slots: [None; TABLE_SLOTS] };
    let mut indices = Vec::new();
    indices.try_reserve_exact(width * pixmap.height() as usize).ok()?;
    let (mut above, mut last) = ([].as_slice(), None);
    for row in pixmap.data().chunks_exact(4 * width) {
        if row == above {
            indices.extend_from_within(indices.len() - width..);
            continue;
        }
        for chunk in row.as_chunks().0.chunks(CHUNK) {
            colors.push_chunk(&mut indices, chunk, &mut last)?;
        }
        above = row;
    }
    Some(IndexedImage { palette: colors.palette, indices })
}

/// The colours so far, in a hash table with open addressing.
struct ColorTable {
    palette: Vec<[u8; 4]>,
    slots: [Option<(u32, u8)>; TABLE_SLOTS],
}

impl ColorTable {
    /// Appends the palette indices of a chunk; `None` if there are too many colours. `last` is the previous pixel's colour
    /// and index.
    fn push_chunk(
        &mut self,
        indices: &mut Vec<u8>,
        chunk: &[[u8; 4]],
        last: &mut Option<(u32, u8)>,
    ) -> Option<()> {
        if let Some((color, index)) = *last
            && chunk.iter().fold(0, |difference, pixel| difference | (u32::from_le_bytes(*pixel) ^ color))
                == 0
        {
            indices.extend(std::iter::repeat_n(index, chunk.len()));
            return Some(());
        }
        for pixel in chunk {
            let color = u32::from_le_bytes(*pixel);
            let index = match *last {
                Some((before, index)) if before == color => index,
                _ => self.color_index(color)?,
            };
            *last = Some((color, index));
            indices.push(index);
        }
        Some(())
    }

    /// The palette index of a colour, which is added if it is new; `None` if there are too many colours.
    fn color_index(&mut self, color: u32) -> Option<u8> {
        // Fibonacci hashing: the upper bits depend on all bits of the colour.
        let hash = (color.wrapping_mul(0x9E37_79B1) >> (u32::BITS - TABLE_SLOTS.ilog2())) as usize;
        let (before, after) = self.slots.split_at_mut(hash);
        for slot in after.iter_mut().chain(before) {
            match *slot {
                Some((known, index)) if known == color => return Some(index),
                Some(_) => {}
                None => {
                    let index = u8::try_from(self.palette.len()).ok()?;
                    self.palette.push(color.to_le_bytes());
                    *slot = Some((color, index));
                    return Some(index);
                }
            }
        }
        None
    }
}
