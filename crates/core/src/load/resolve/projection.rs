//! The Albers equal-area projection of the United States, with Alaska, Hawaii and Puerto Rico inset.
//!
//! Each part is a conic of its own, as cartographers draw this country; Alaska at 0.35 of the scale.

/// A conic equal-area projection: standard parallels, origin, scale and place of the origin.
struct Conic {
    parallels: (f64, f64),
    /// The longitude that runs straight up, in degrees.
    meridian: f64,
    /// Longitude and latitude of the origin, in degrees.
    origin: (f64, f64),
    scale: f64,
    /// Where the origin is, in pixels.
    place: (f64, f64),
}

/// The pixels of one radian at the origin of the lower 48 states.
const SCALE: f64 = 1280.0;

/// The middle of the map, in pixels.
const MIDDLE: (f64, f64) = (480.0, 292.0);

const LOWER_48: Conic = Conic {
    parallels: (29.5, 45.5),
    meridian: -96.0,
    origin: (-96.6, 38.7),
    scale: SCALE,
    place: MIDDLE,
};

const ALASKA: Conic = Conic {
    parallels: (55.0, 65.0),
    meridian: -154.0,
    origin: (-156.0, 58.5),
    scale: SCALE * 0.35,
    place: (MIDDLE.0 - 0.307 * SCALE, MIDDLE.1 + 0.201 * SCALE),
};

const HAWAII: Conic = Conic {
    parallels: (8.0, 18.0),
    meridian: -157.0,
    origin: (-160.0, 19.9),
    scale: SCALE,
    place: (MIDDLE.0 - 0.205 * SCALE, MIDDLE.1 + 0.212 * SCALE),
};

const PUERTO_RICO: Conic = Conic {
    parallels: (8.0, 18.0),
    meridian: -66.4,
    origin: (-66.4, 18.2),
    scale: SCALE,
    place: (MIDDLE.0 + 0.32 * SCALE, MIDDLE.1 + 0.2 * SCALE),
};

/// The pixel of a place, x to the right and y down; `None` for one outside of the country.
pub(super) fn project(lon: f64, lat: f64) -> Option<(f64, f64)> {
    let conic = match (lon, lat) {
        (-68.0..=-65.0, 17.0..=19.0) => PUERTO_RICO,
        (-161.0..=-154.0, 18.0..=23.0) => HAWAII,
        (-195.0..=-129.0, 50.0..=72.0) => ALASKA,
        (-125.0..=-66.0, 24.0..=50.0) => LOWER_48,
        _ => return None,
    };
    Some(conic.project(lon, lat))
}

impl Conic {
    fn project(&self, lon: f64, lat: f64) -> (f64, f64) {
        let (x, y) = self.plane(lon, lat);
        let (x_0, y_0) = self.plane(self.origin.0, self.origin.1);
        (
            self.place.0 + self.scale * (x - x_0),
            self.place.1 + self.scale * (y - y_0),
        )
    }

    /// Radians from the top of the cone, to the right and down.
    fn plane(&self, lon: f64, lat: f64) -> (f64, f64) {
        let sin = |degrees: f64| degrees.to_radians().sin();
        let (sin_0, sin_1) = (sin(self.parallels.0), sin(self.parallels.1));
        let n = f64::midpoint(sin_0, sin_1);
        let c = 1.0 + sin_0 * (2.0 * n - sin_0);
        let radius = (c - 2.0 * n * sin(lat)).sqrt() / n;
        let angle = (lon - self.meridian).to_radians() * n;
        (radius * angle.sin(), radius * angle.cos())
    }
}
