//! Where tenures and events are drawn: spans with their doubt, rows of a lane,
//! labels that fit, markers that would touch, and the way of the arrow keys.

pub mod density;
pub mod labels;
pub mod lanes;
pub mod level_of_detail;
pub mod neighbours;
pub mod placed;
pub mod spread;
pub mod text_width;
