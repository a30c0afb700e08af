//! Questions to the record: who held what when, for how long, what is missing, what matches.

pub mod capacity_days;
pub mod changes;
pub mod corrections;
pub mod figures;
pub mod filter;
pub mod incumbents;
pub mod lengths;
pub mod on_day;
pub mod reported;
pub mod search;
pub mod succession;
pub mod survival;
pub mod thin;
