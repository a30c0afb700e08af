//! Everything around the timeline.

pub mod chosen;
pub mod claims;
pub mod days_page;
pub mod dispute;
pub mod figure_links;
pub mod figures;
pub mod figures_page;
pub mod figures_view;
pub mod filters;
pub mod footer;
pub mod gallery_page;
pub mod header;
pub mod heads;
pub mod map_view;
pub mod matches;
pub mod notices;
pub mod on_date;
pub mod polite;
pub mod post;
pub mod record_link;
pub mod record_page;
pub mod record_table;
pub mod results_summary;
pub mod source_list;
mod table_tools;
pub mod tables;
pub mod tabs;
