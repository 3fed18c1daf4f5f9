//! Errors of rasterising and encoding.

/// The reason why there is no PNG.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RasterError {
    /// The pixels could not be allocated; width and height in device pixels.
    #[error("no memory for a picture of {0} × {1} device pixels: choose a smaller width, height or scale")]
    OutOfMemory(u32, u32),
    /// The SVG text could not be parsed.
    #[error("the SVG can't be read: {0}")]
    Svg(#[from] usvg::Error),
    /// The WebP could not be written.
    #[cfg(feature = "webp")]
    #[error("the WebP can't be written: {0}")]
    Webp(#[from] image_webp::EncodingError),
    /// The PNG could not be written.
    #[error("the PNG can't be written: {0}")]
    Png(#[from] png::EncodingError),
}
