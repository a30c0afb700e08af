//! The timeline: lanes of bars in groups, markers, the ruler, the overview and the detail.

pub mod detail;
mod detail_event;
mod detail_tenure;
pub mod event_lane;
pub mod event_marker;
pub mod gap_mark;
pub mod hover_card;
pub mod key;
mod key_list;
pub mod lane;
pub mod lane_group;
mod lane_picture;
pub mod original_title;
pub mod overview;
mod pinch;
pub mod plane;
pub mod ruler;
pub mod section;
pub mod take_away;
pub mod tenure_bar;
mod tenure_summary;
pub mod toolbar;
mod wheel_hint;
