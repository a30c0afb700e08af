use serde::{Deserialize, Serialize};

use super::OfficeIx;

/// A point of a map, in pixels of [`MAP_SIZE_PX`].
pub type MapPoint = (i16, i16);

/// Width and height of the map in pixels.
pub const MAP_SIZE_PX: MapPoint = (960, 600);

/// The outline of the country with the places of its offices, projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Where the outline is from.
    pub source: Box<str>,
    /// Its licence.
    pub licence: Box<str>,
    /// Closed rings of land: a point, then the steps from each to the next.
    pub land: Vec<Vec<MapPoint>>,
    /// Open lines between states, in the same way.
    pub borders: Vec<Vec<MapPoint>>,
    /// The offices that have a place.
    pub places: Vec<(OfficeIx, MapPoint)>,
}
