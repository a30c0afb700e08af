//! From days to pixels and back, and the ticks of a calendar ruler.

pub mod ticks;
pub mod time;
