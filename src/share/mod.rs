//! What stands for a page where it is shared: its name, its words, its oEmbed and the tags of its
//! head. On the host only; it writes no file, and the pictures are drawn by `crates/cards`.

pub mod head_tags;
pub mod oembed;
pub mod subject;
pub mod words;

/// The width of a picture, in pixels.
pub const CARD_WIDTH_PX: u32 = 1200;
/// The height of a picture, in pixels.
pub const CARD_HEIGHT_PX: u32 = 630;

/// An address below the site's, which may end with `/` or not.
fn address(site: &str, path: &str) -> String {
    [site.trim_end_matches('/'), "/", path].concat()
}
