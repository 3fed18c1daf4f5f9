//! The few colours of a picture, and its pixels as places among them: a quarter of the bytes to compress.

use tiny_skia::Pixmap;

/// A picture of at most [`MAX_COLORS`].
pub(super) struct Indexed {
    /// The colours, multiplied by their opacity, in the order that they are met.
    pub palette: Vec<[u8; 4]>,
    /// Each pixel's place among the colours.
    pub pixels: Vec<u8>,
}

/// What a byte tells apart.
const MAX_COLORS: usize = 256;
/// Places of the table, a power of two: a quarter is taken at most, so a colour is found at once or nearly.
const SLOTS: usize = 4 * MAX_COLORS;
/// Pixels that are looked at together.
const STRETCH: usize = 16;

/// The picture by its palette, where its colours are few enough. Most rows are as the row above and most stretches of one
/// colour, so few pixels are looked up.
pub(super) fn indexed(pixmap: &Pixmap) -> Option<Indexed> {
    let width = pixmap.width() as usize;
    let mut colors = Colors { palette: Vec::new(), slots: [None; SLOTS] };
    let mut pixels = Vec::new();
    pixels.try_reserve_exact(width * pixmap.height() as usize).ok()?;
    let (mut above, mut last) = ([].as_slice(), None);
    for row in pixmap.data().chunks_exact(4 * width) {
        if row == above {
            pixels.extend_from_within(pixels.len() - width..);
            continue;
        }
        for stretch in row.as_chunks().0.chunks(STRETCH) {
            colors.extend(&mut pixels, stretch, &mut last)?;
        }
        above = row;
    }
    Some(Indexed { palette: colors.palette, pixels })
}

/// The colours met so far, by a table with open places.
struct Colors {
    palette: Vec<[u8; 4]>,
    slots: [Option<(u32, u8)>; SLOTS],
}

impl Colors {
    fn extend(
        &mut self,
        pixels: &mut Vec<u8>,
        stretch: &[[u8; 4]],
        last: &mut Option<(u32, u8)>,
    ) -> Option<()> {
        if let Some((color, place)) = *last
            && stretch.iter().fold(0, |differ, pixel| differ | (u32::from_le_bytes(*pixel) ^ color)) == 0
        {
            pixels.extend(std::iter::repeat_n(place, stretch.len()));
            return Some(());
        }
        for pixel in stretch {
            let color = u32::from_le_bytes(*pixel);
            let place = match *last {
                Some((before, place)) if before == color => place,
                _ => self.place(color)?,
            };
            *last = Some((color, place));
            pixels.push(place);
        }
        Some(())
    }

    /// The place of a colour, which is added where it is new; none where there are too many.
    fn place(&mut self, color: u32) -> Option<u8> {
        // Fibonacci hashing: the upper bits depend on all of the colour's.
        let hash = (color.wrapping_mul(0x9E37_79B1) >> (u32::BITS - SLOTS.ilog2())) as usize;
        let (before, after) = self.slots.split_at_mut(hash);
        for slot in after.iter_mut().chain(before) {
            match *slot {
                Some((known, place)) if known == color => return Some(place),
                Some(_) => {}
                None => {
                    let place = u8::try_from(self.palette.len()).ok()?;
                    self.palette.push(color.to_le_bytes());
                    *slot = Some((color, place));
                    return Some(place);
                }
            }
        }
        None
    }
}
